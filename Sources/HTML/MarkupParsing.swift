extension Markup {
  /// Sources are read up to this length, so that every address has room.
  static let maxLength = 1 << 28

  /// Parses a page. The bytes are taken as UTF-8; what is not is read as U+FFFD. With `isScripting`, `<noscript>` is
  /// text, as where scripts run.
  package init(parsing bytes: [UInt8], isScripting: Bool = true) {
    self.init(clean: CleanText.clean(bytes), isScripting: isScripting, context: nil)
  }

  /// Parses what stands inside an element: `root` has the result as its children.
  package init(
    fragment bytes: [UInt8], context name: String, namespace: MarkupNamespace = .html, isScripting: Bool = true
  ) {
    self.init(clean: CleanText.clean(bytes), isScripting: isScripting, context: (name, namespace))
  }

  private init(clean source: [UInt8], isScripting: Bool, context: (name: String, namespace: MarkupNamespace)?) {
    let bytes = source.span
    var builder = MarkupBuilder(isScripting: isScripting, sourceLength: source.count)
    if let context { builder.enter(context.name, context.namespace) }
    builder.run(bytes)
    self.source = source
    decoded = builder.tokenizer.decoded
    nodes = builder.nodes
    attributes = builder.tokenizer.attributes
    names = builder.tokenizer.names
    doctype = builder.doctype
    isQuirky = builder.isQuirky
    root = context == nil ? .document : MarkupNode(index: builder.stack[0].node)
  }
}

extension MarkupBuilder {
  /// Begins inside an element (WHATWG §13.2.10, the fragment parsing algorithm).
  mutating func enter(_ name: String, _ namespace: MarkupNamespace) {
    let number = tokenizer.names.number(of: [UInt8](name.utf8))
    var element = OpenElement(
      node: -1, name: namespace == .svg ? rules.svgTags[number] ?? number : number, namespace: namespace, traits: [])
    element.traits = rules.traits(of: element.name, in: namespace)
    context = element
    insertImplied(.html)
    if element.isHTML(.template) { templateModes.append(.inTemplate) }
    if element.isHTML(.form) { formPointer = Self.contextForm }
    if namespace == .html { enterText(element.name) }
    resetMode()
  }

  private mutating func enterText(_ name: MarkupName) {
    switch name {
    case .title, .textarea: tokenizer.state = .replaceable
    case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.state = .raw
    case .script: tokenizer.state = .script
    case .noscript: if isScripting { tokenizer.state = .raw }
    case .plaintext: tokenizer.state = .plain
    default: return
    }
  }
}

/// Bytes as the tokenizer wants them.
enum CleanText {
  /// Valid UTF-8 with newlines normalised; the very same array where it is so already.
  static func clean(_ bytes: [UInt8]) -> [UInt8] {
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let end = min(bytes.count, Markup.maxLength)
    let firstFault = firstFault(in: bytes.span.extracting(0..<end), from: start)
    if start == 0, firstFault == bytes.count { return bytes }
    return repaired(bytes.span.extracting(0..<end), from: start, firstFault: firstFault)
  }

  /// The first byte that is a carriage return or no UTF-8, or the end.
  static func firstFault(in bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    let raw = bytes.bytes
    let high: UInt64 = 0x8080_8080_8080_8080
    let returns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D
    while index < bytes.count {
      while index &+ 8 <= bytes.count {
        let word = raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        let folded = word ^ returns
        if (word | (folded &- 0x0101_0101_0101_0101) & ~folded) & high != 0 { break }
        index &+= 8
      }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte == Ascii.carriageReturn { return index }
      if byte < 0x80 {
        index &+= 1
      } else {
        let length = sequenceLength(bytes, at: index)
        if length.isValid { index &+= length.count } else { return index }
      }
    }
    return bytes.count
  }

  /// How long the UTF-8 sequence is, or how many bytes of a wrong one stand for one U+FFFD (the maximal subpart).
  static func sequenceLength(_ bytes: Span<UInt8>, at start: Int) -> (count: Int, isValid: Bool) {
    let lead = bytes[start]
    let needed: Int
    var (low, high): (UInt8, UInt8) = (0x80, 0xBF)
    switch lead {
    case 0xC2...0xDF: needed = 2
    case 0xE0...0xEF:
      needed = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      needed = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return (1, false)
    }
    for offset in 1..<needed {
      guard start + offset < bytes.count, bytes[start + offset] >= low, bytes[start + offset] <= high else {
        return (offset, false)
      }
      (low, high) = (0x80, 0xBF)
    }
    return (needed, true)
  }

  private static func repaired(_ bytes: Span<UInt8>, from start: Int, firstFault: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count - start)
    var copied = start
    var index = firstFault
    while index < bytes.count {
      bytes.extracting(copied..<index).withUnsafeBufferPointer { result.append(contentsOf: $0) }
      if bytes[index] == Ascii.carriageReturn {
        result.append(Ascii.newline)
        index += index + 1 < bytes.count && bytes[index + 1] == Ascii.newline ? 2 : 1
      } else {
        result.append(contentsOf: replacementBytes)
        index += sequenceLength(bytes, at: index).count
      }
      copied = index
      index = self.firstFault(in: bytes, from: index)
    }
    bytes.extracting(copied..<bytes.count).withUnsafeBufferPointer { result.append(contentsOf: $0) }
    return result
  }
}
