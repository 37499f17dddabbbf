/// The insertion modes (WHATWG §13.2.4.1). Those of `<select>` are gone from the standard.
enum InsertionMode: UInt8, Sendable {
  case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text, inTable, inTableText
  case inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate, afterBody, inFrameset, afterFrameset
  case afterAfterBody, afterAfterFrameset
}

/// An entry of the stack of open elements.
struct OpenElement: Sendable {
  var node: Int32
  var name: MarkupName
  var namespace: MarkupNamespace
  var traits: MarkupTraits

  func isHTML(_ name: MarkupName) -> Bool { self.name == name && namespace == .html }
}

/// An entry of the list of active formatting elements; a marker has no node.
struct FormattingEntry: Equatable, Sendable {
  var node: Int32
  var name: MarkupName

  static let marker = FormattingEntry(node: -1, name: MarkupName(rawValue: 0))
}

/// Builds the tree from the tokens (WHATWG §13.2.6). Its work is linear in the source: the stack, the list of
/// formatting elements and the elements made without a tag are bounded.
struct MarkupBuilder {
  /// Elements below this depth become siblings: `kMaximumHTMLParserDOMTreeDepth` of Blink, and WebKit's.
  static let maxDepth = 512
  /// Formatting elements beyond this many are not opened again in later paragraphs.
  static let maxFormatting = 128
  /// Elements that are opened again may be this many, and one more for each `bytesPerCopy` bytes of source.
  static let freeCopies = 4096
  static let bytesPerCopy = 8
  /// Text that must be put together stops growing here; addresses have 31 bits.
  static let maxDecoded = 1 << 29
  /// Text up to this long gets room to grow when it moves.
  static let maxSlackLength = 1 << 26
  /// No token is looked at by more rules than this in turn; the standard's own chains are shorter.
  static let maxReprocessing = 64

  var tokenizer = MarkupTokenizer()
  let rules = MarkupRules.shared

  // The tree.
  var nodes: [MarkupRecord] = [MarkupRecord(kind: .document)]
  var doctype: MarkupDoctype?
  var isQuirky = false

  // Where the builder stands.
  let isScripting: Bool
  var mode = InsertionMode.initial
  var originalMode = InsertionMode.initial
  var templateModes: [InsertionMode] = []
  var stack: [OpenElement] = []
  /// The fragment's context, which stands for the lowest entry of the stack.
  var context: OpenElement?
  var formatting: [FormattingEntry] = []
  /// How many entries of the stack have each known name, and all the others together at the end.
  var openCounts = [Int32](repeating: 0, count: MarkupNames.knownCount + 1)
  var headPointer: Int32 = -1
  /// The form that is open: a node, -1, or `contextForm`.
  var formPointer: Int32 = -1
  static let contextForm: Int32 = -2
  var framesetIsOK = true
  var fostersParents = false
  var skipsNewline = false
  /// The text of a table that is not yet known to be white space only.
  var tableText: [(start: UInt32, end: UInt32)] = []
  var copiesLeft: Int
  /// Elements beyond the depth limit that are still open.
  var deep: [OpenElement] = []
  var deepCounts: [MarkupName: Int] = [:]
  /// Attributes that later `<html>` and `<body>` tags add.
  var addedAttributes: [(node: Int32, attribute: MarkupAttribute)] = []

  init(isScripting: Bool, sourceLength: Int) {
    self.isScripting = isScripting
    copiesLeft = Self.freeCopies + sourceLength / Self.bytesPerCopy
    nodes.reserveCapacity(sourceLength / 128 + 16)
    tokenizer.attributes.reserveCapacity(sourceLength / 128 + 16)
  }

  // MARK: - Tokens

  mutating func run(_ bytes: Span<UInt8>) {
    repeat {
      tokenizer.next(bytes, isForeign: adjustedNamespace != .html)
      process(bytes)
    } while tokenizer.kind != .end && tokenizer.decoded.count < Self.maxDecoded
    if tokenizer.kind != .end {
      tokenizer.kind = .end
      process(bytes)
    }
    addAttributes()
  }

  private mutating func process(_ bytes: Span<UInt8>) {
    if skipsNewline { skipNewline(bytes) }
    if stack.count >= Self.maxDepth || !deep.isEmpty, processDeep(bytes) { return }
    var rounds = 0
    // A handler returns true where the token is to be looked at again.
    while rounds < Self.maxReprocessing, isForeignToken ? processForeign(bytes) : processInMode(mode, bytes) {
      rounds += 1
    }
  }

  /// A newline right after `<pre>`, `<listing>` or `<textarea>` is not text.
  private mutating func skipNewline(_ bytes: Span<UInt8>) {
    skipsNewline = false
    guard tokenizer.kind == .text, byte(at: tokenizer.start, bytes) == Ascii.newline else { return }
    tokenizer.start += 1
  }

  mutating func processInMode(_ mode: InsertionMode, _ bytes: Span<UInt8>) -> Bool {
    switch mode {
    case .inBody: return inBody(bytes)
    case .text: return inText(bytes)
    case .initial: return initial(bytes)
    case .beforeHTML: return beforeHTML(bytes)
    case .beforeHead: return beforeHead(bytes)
    case .inHead: return inHead(bytes)
    case .inHeadNoscript: return inHeadNoscript(bytes)
    case .afterHead: return afterHead(bytes)
    case .inTable: return inTable(bytes)
    case .inTableText: return inTableText(bytes)
    case .inCaption: return inCaption(bytes)
    case .inColumnGroup: return inColumnGroup(bytes)
    case .inTableBody: return inTableBody(bytes)
    case .inRow: return inRow(bytes)
    case .inCell: return inCell(bytes)
    case .inTemplate: return inTemplate(bytes)
    case .afterBody: return afterBody(bytes)
    case .inFrameset: return inFrameset(bytes)
    case .afterFrameset: return afterFrameset(bytes)
    case .afterAfterBody: return afterAfterBody(bytes)
    case .afterAfterFrameset: return afterAfterFrameset(bytes)
    }
  }

  // MARK: - Text of the token

  @inline(__always)
  func byte(at address: UInt32, _ bytes: Span<UInt8>) -> UInt8 {
    address < MarkupTokenizer.decodedBase
      ? bytes[Int(address)] : tokenizer.decoded[Int(address - MarkupTokenizer.decodedBase)]
  }

  /// The address of the first byte that is no white space.
  func endOfSpace(_ bytes: Span<UInt8>, from start: UInt32, to end: UInt32) -> UInt32 {
    let base = MarkupTokenizer.decodedBase
    if start < base { return UInt32(skipSpace(in: bytes, from: Int(start), to: Int(end))) }
    let span = tokenizer.decoded.span
    return base + UInt32(skipSpace(in: span, from: Int(start - base), to: Int(end - base)))
  }

  /// Takes the white space that the text token begins with out of it.
  mutating func takeSpace(_ bytes: Span<UInt8>) -> (start: UInt32, end: UInt32) {
    let start = tokenizer.start
    tokenizer.start = endOfSpace(bytes, from: start, to: tokenizer.end)
    return (start, tokenizer.start)
  }

  /// Inserts the white space that the text token begins with; true where there is more.
  mutating func insertSpace(_ bytes: Span<UInt8>) -> Bool {
    let space = takeSpace(bytes)
    insertText(start: space.start, end: space.end, bytes)
    return tokenizer.start < tokenizer.end
  }

  mutating func insertTokenText(_ bytes: Span<UInt8>) {
    insertText(start: tokenizer.start, end: tokenizer.end, bytes)
  }

  // MARK: - The stack

  @inline(__always)
  var current: OpenElement { stack[stack.count - 1] }

  /// The namespace of the adjusted current node.
  @inline(__always)
  var adjustedNamespace: MarkupNamespace {
    if stack.count == 1, let context { return context.namespace }
    return stack.last?.namespace ?? .html
  }

  var adjustedCurrent: OpenElement? {
    if stack.count == 1, let context { return context }
    return stack.last
  }

  @inline(__always)
  private func countIndex(_ name: MarkupName) -> Int { min(Int(name.rawValue), openCounts.count &- 1) }

  /// Whether some open element may have that name; false is certain.
  @inline(__always)
  func mayBeOpen(_ name: MarkupName) -> Bool { openCounts[countIndex(name)] > 0 }

  mutating func push(_ element: OpenElement) {
    stack.append(element)
    openCounts[countIndex(element.name)] += 1
    nodes[Int(element.node)].flags |= MarkupRecord.isOpen
  }

  /// Pops the current node, but never the lowest.
  mutating func pop() {
    guard stack.count > 1 else { return }
    removeFromStack(at: stack.count - 1)
  }

  mutating func removeFromStack(at index: Int) {
    let element = stack.remove(at: index)
    openCounts[countIndex(element.name)] -= 1
    nodes[Int(element.node)].flags &= ~MarkupRecord.isOpen
  }

  mutating func replaceInStack(at index: Int, with element: OpenElement) {
    nodes[Int(stack[index].node)].flags &= ~MarkupRecord.isOpen
    nodes[Int(element.node)].flags |= MarkupRecord.isOpen
    stack[index] = element
  }

  mutating func insertInStack(_ element: OpenElement, at index: Int) {
    stack.insert(element, at: index)
    openCounts[countIndex(element.name)] += 1
    nodes[Int(element.node)].flags |= MarkupRecord.isOpen
  }

  /// Pops up to and with the uppermost HTML element of that name.
  mutating func pop(through name: MarkupName) {
    while stack.count > 1 {
      let isLast = current.isHTML(name)
      pop()
      if isLast { return }
    }
  }

  /// Pops until the current node is an HTML element with one of these traits, or the lowest.
  mutating func pop(to traits: MarkupTraits) {
    while stack.count > 1, current.namespace != .html || current.traits.isDisjoint(with: traits) { pop() }
  }

  func stackIndex(of node: Int32) -> Int? { stack.lastIndex { $0.node == node } }

  /// Whether the stack has an HTML element of that name in the scope that `boundary` and the usual ones end.
  @inline(__always)
  func hasInScope(_ name: MarkupName, _ boundary: MarkupTraits = .scope) -> Bool {
    mayBeOpen(name) && search(name, boundary)
  }

  private func search(_ name: MarkupName, _ boundary: MarkupTraits) -> Bool {
    var index = stack.count - 1
    while index >= 0 {
      if stack[index].isHTML(name) { return true }
      if !stack[index].traits.isDisjoint(with: boundary) { return false }
      index -= 1
    }
    return false
  }

  func hasInScope(anyOf traits: MarkupTraits, _ boundary: MarkupTraits = .scope) -> Bool {
    var index = stack.count - 1
    while index >= 0 {
      if !stack[index].traits.isDisjoint(with: traits) { return true }
      if !stack[index].traits.isDisjoint(with: boundary) { return false }
      index -= 1
    }
    return false
  }

  @inline(__always)
  var hasTemplate: Bool { openCounts[Int(MarkupName.template.rawValue)] > 0 && stack.contains { $0.isHTML(.template) } }

  /// Pops the elements whose end tag may be implied, but for one name.
  mutating func generateImpliedEndTags(except name: MarkupName? = nil) {
    while current.traits.contains(.impliedEnd), current.name != name { pop() }
  }

  mutating func generateAllImpliedEndTags() {
    while current.traits.contains(.thoroughEnd) { pop() }
  }

  mutating func closeParagraph() {
    guard hasInScope(.p, [.scope, .buttonScope]) else { return }
    generateImpliedEndTags(except: .p)
    pop(through: .p)
  }
}
