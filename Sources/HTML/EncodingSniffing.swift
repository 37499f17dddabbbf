/// What the encoding of a page is known from, the surest first (WHATWG §13.2.3.2).
package enum EncodingEvidence: Sendable, Equatable { case byteOrderMark, transport, meta, validUTF8, locale }

/// An encoding by its name in the Encoding standard, what it is known from, and how long the byte order mark is.
package struct SniffedEncoding: Sendable, Equatable {
  package var name: String
  package var evidence: EncodingEvidence
  package var markLength = 0
}

/// Finds the encoding of a page.
package enum EncodingSniffer {
  /// How much of a page is searched for its `<meta>`.
  package static let prescanLength = 1024

  /// By byte order mark, the transport's label, the page's own `<meta>`, whether it is UTF-8, and the locale's default.
  package static func sniff(
    _ bytes: [UInt8], transportLabel: String? = nil, localeDefault: String = "windows-1252"
  ) -> SniffedEncoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return SniffedEncoding(name: "UTF-8", evidence: .byteOrderMark, markLength: 3)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return SniffedEncoding(name: "UTF-16BE", evidence: .byteOrderMark, markLength: 2)
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return SniffedEncoding(name: "UTF-16LE", evidence: .byteOrderMark, markLength: 2)
    }
    if let transportLabel, let name = name(forLabel: [UInt8](transportLabel.utf8)) {
      return SniffedEncoding(name: name, evidence: .transport)
    }
    if let name = declared(in: bytes) { return SniffedEncoding(name: name, evidence: .meta) }
    if CleanText.isUTF8(bytes.span) { return SniffedEncoding(name: "UTF-8", evidence: .validUTF8) }
    return SniffedEncoding(name: localeDefault, evidence: .locale)
  }

  /// The encoding that a label means, or nil (Encoding §4.2, "get an encoding").
  package static func name(forLabel label: [UInt8]) -> String? {
    var (start, end) = (0, label.count)
    while start < end, isSpace(label[start]) { start += 1 }
    while end > start, isSpace(label[end - 1]) { end -= 1 }
    return EncodingLabels.name(of: label[start..<end].map(Ascii.lower))
  }

  /// The encoding that the page declares in its first bytes, or nil: the prescan.
  package static func declared(in bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x3C, 0, 0x3F, 0, 0x78, 0]) { return "UTF-16LE" }
    if bytes.starts(with: [0, 0x3C, 0, 0x3F, 0, 0x78]) { return "UTF-16BE" }
    let head = [UInt8](bytes.prefix(prescanLength))
    var scan = MetaScan(bytes: head)
    return scan.charset() ?? xmlEncoding(head)
  }

  fileprivate static func isSpace(_ byte: UInt8) -> Bool { Ascii.isSpace(byte) || byte == Ascii.carriageReturn }

  /// A declared encoding is not one of two bytes: those bytes could not have been read.
  fileprivate static func declaredName(forLabel label: [UInt8]) -> String? {
    guard let name = name(forLabel: label) else { return nil }
    if name == "UTF-16LE" || name == "UTF-16BE" { return "UTF-8" }
    return name == "x-user-defined" ? "windows-1252" : name
  }

  /// The encoding of an XML declaration (WHATWG §13.2.3.2, "get an XML encoding").
  private static func xmlEncoding(_ bytes: [UInt8]) -> String? {
    let opening = [UInt8]("<?xml".utf8)
    guard bytes.starts(with: opening), let end = bytes.firstIndex(of: Ascii.greater) else { return nil }
    let declaration = [UInt8](bytes[opening.count..<end])
    guard var index = position(after: [UInt8]("encoding".utf8), in: declaration, from: 0) else { return nil }
    func skip() { while index < declaration.count, declaration[index] <= Ascii.space { index += 1 } }
    skip()
    guard index < declaration.count, declaration[index] == Ascii.equals else { return nil }
    index += 1
    skip()
    guard index < declaration.count, declaration[index] == Ascii.quote || declaration[index] == Ascii.apostrophe,
      let close = declaration[(index + 1)...].firstIndex(of: declaration[index])
    else { return nil }
    let label = [UInt8](declaration[(index + 1)..<close])
    return label.contains { $0 <= Ascii.space } ? nil : declaredName(forLabel: label)
  }

  /// Where the bytes after the next occurrence of a lower-case word begin.
  fileprivate static func position(after word: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + word.count <= bytes.count {
      if hasWord(word, at: index, in: bytes.span) { return index + word.count }
      index += 1
    }
    return nil
  }

  /// The encoding in `text/html; charset=utf-8` (WHATWG §2.6.5).
  package static func charset(inContent content: [UInt8]) -> [UInt8]? {
    var start = 0
    while var index = position(after: [UInt8]("charset".utf8), in: content, from: start) {
      start = index
      while index < content.count, isSpace(content[index]) { index += 1 }
      guard index < content.count, content[index] == Ascii.equals else { continue }
      index += 1
      while index < content.count, isSpace(content[index]) { index += 1 }
      guard index < content.count else { return nil }
      if content[index] == Ascii.quote || content[index] == Ascii.apostrophe {
        let rest = content[(index + 1)...]
        return rest.firstIndex(of: content[index]).map { [UInt8](rest[..<$0]) }
      }
      return [UInt8](content[index...].prefix { !isSpace($0) && $0 != Ascii.semicolon })
    }
    return nil
  }
}

/// The table of labels, looked through as it stands: a page asks once.
private enum EncodingLabels {
  static func name(of label: [UInt8]) -> String? {
    encodingLabels.withUTF8Buffer { table in
      var (name, start) = (0..<0, 0)
      for at in 0...table.count where at == table.count || table[at] <= Ascii.space {
        if at > start, table[at - 1] == UInt8(ascii: ":") {
          name = start..<at - 1
        } else if at - start == label.count, at > start, table[start..<at].elementsEqual(label) {
          return String(decoding: table[name], as: UTF8.self)
        }
        start = at + 1
      }
      return nil
    }
  }
}

/// The prescan for a `<meta>` that names the encoding (WHATWG §13.2.3.2).
private struct MetaScan {
  let bytes: [UInt8]
  var index = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private static let commentOpening = [UInt8]("<!--".utf8)
  private static let meta = [UInt8]("<meta".utf8)

  mutating func charset() -> String? {
    while index < bytes.count {
      guard bytes[index] == Ascii.less else {
        index += 1
        continue
      }
      if hasWord(Self.commentOpening, at: index, in: bytes.span) {
        skipComment()
      } else if isMeta {
        index += Self.meta.count
        if let name = metaCharset() { return name }
      } else if isTag {
        skipTag()
      } else if index + 1 < bytes.count, [Ascii.bang, Ascii.slash, Ascii.question].contains(bytes[index + 1]) {
        index = bytes[index...].firstIndex(of: Ascii.greater) ?? bytes.count
      } else {
        index += 1
      }
    }
    return nil
  }

  private var isMeta: Bool {
    let after = index + Self.meta.count
    guard hasWord(Self.meta, at: index, in: bytes.span), after < bytes.count else { return false }
    return EncodingSniffer.isSpace(bytes[after]) || bytes[after] == Ascii.slash
  }

  private var isTag: Bool {
    let after = index + 1 < bytes.count && bytes[index + 1] == Ascii.slash ? index + 2 : index + 1
    return after < bytes.count && Ascii.isLetter(bytes[after])
  }

  /// To the `>` of the `-->`, whose dashes may be those of the opening.
  private mutating func skipComment() {
    var end = index + 4
    while end < bytes.count {
      if bytes[end] == Ascii.greater, bytes[end - 1] == Ascii.dash, bytes[end - 2] == Ascii.dash { break }
      end += 1
    }
    index = end
  }

  private mutating func skipTag() {
    while index < bytes.count, !EncodingSniffer.isSpace(bytes[index]), bytes[index] != Ascii.greater { index += 1 }
    while attribute() != nil {}
  }

  private mutating func metaCharset() -> String? {
    var seen: [[UInt8]] = []
    var (gotPragma, needsPragma): (Bool, Bool?) = (false, nil)
    var charset: String?
    while let (name, value) = attribute() {
      if seen.contains(name) { continue }
      seen.append(name)
      switch String(decoding: name, as: UTF8.self) {
      case "http-equiv": if value == [UInt8]("content-type".utf8) { gotPragma = true }
      case "content":
        if charset == nil, let label = EncodingSniffer.charset(inContent: value),
          let found = EncodingSniffer.declaredName(forLabel: label)
        {
          charset = found
          needsPragma = true
        }
      case "charset":
        charset = EncodingSniffer.declaredName(forLabel: value)
        needsPragma = false
      default: continue
      }
    }
    // A tag that the searched part cuts off does not count.
    guard index < bytes.count, let needsPragma, !needsPragma || gotPragma else { return nil }
    return charset
  }

  /// The next attribute in lower case, or nil at the tag's end ("get an attribute").
  private mutating func attribute() -> (name: [UInt8], value: [UInt8])? {
    while index < bytes.count, EncodingSniffer.isSpace(bytes[index]) || bytes[index] == Ascii.slash { index += 1 }
    guard index < bytes.count, bytes[index] != Ascii.greater else { return nil }
    var name: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Ascii.equals, !name.isEmpty { break }
      if EncodingSniffer.isSpace(byte) || byte == Ascii.slash || byte == Ascii.greater { break }
      name.append(Ascii.lower(byte))
      index += 1
    }
    skipSpaces()
    guard index < bytes.count, bytes[index] == Ascii.equals else { return (name, []) }
    index += 1
    skipSpaces()
    return (name, value())
  }

  private mutating func skipSpaces() {
    while index < bytes.count, EncodingSniffer.isSpace(bytes[index]) { index += 1 }
  }

  private mutating func value() -> [UInt8] {
    guard index < bytes.count else { return [] }
    var value: [UInt8] = []
    let quote = bytes[index]
    if quote == Ascii.quote || quote == Ascii.apostrophe {
      index += 1
      while index < bytes.count, bytes[index] != quote {
        value.append(Ascii.lower(bytes[index]))
        index += 1
      }
      index += 1
      return value
    }
    while index < bytes.count, !EncodingSniffer.isSpace(bytes[index]), bytes[index] != Ascii.greater {
      value.append(Ascii.lower(bytes[index]))
      index += 1
    }
    return value
  }
}
