import Document
import Text

/// The head of a mail: lines of a field's name, a colon and its value, up to the first blank line (RFC 5322 §2.2).
struct TextMailHead {
  enum Field {
    case author, date, subject, other
  }

  /// The lines of each field, in order; what is indented goes on with the field above it.
  private(set) var fields: [(lines: Range<Int>, field: Field)] = []

  /// Fields that a head has at least.
  private static let fewestFields = 3
  /// Blocks among which the fields of a head are looked for.
  static let mostFields = 24
  /// Bytes of a field's name.
  private static let longestName = 32

  /// nil: the lines are no head, which names an author and a subject.
  init?(bytes: [UInt8], lines: [TextLine], at start: Int, end: Int) {
    for at in start..<end {
      if lines[at].indent > 0, let last = fields.last {
        fields[fields.count - 1].lines = last.lines.lowerBound..<at + 1
        continue
      }
      guard let field = Self.field(of: bytes[lines[at].content..<lines[at].end]) else { return nil }
      fields.append((at..<at + 1, field))
    }
    let kinds = fields.map(\.field)
    guard fields.count >= Self.fewestFields, kinds.contains(.author), kinds.contains(.subject) else { return nil }
  }

  /// Which field a line begins; nil: none. A name is of letters and hyphens, and begins with a capital.
  static func field(of line: some RandomAccessCollection<UInt8>) -> Field? {
    guard let first = line.first, (0x41...0x5A).contains(first) else { return nil }
    let name = line.prefix(longestName + 1).prefix(while: isNameByte)
    let rest = line.dropFirst(name.count)
    guard name.count <= longestName, rest.first == 0x3A, rest.count == 1 || rest.dropFirst().first == 0x20 else {
      return nil
    }
    return field(named: String(decoding: Array(name), as: UTF8.self).lowercased())
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte == 0x2D || byte >= 0x80
  }

  private static func field(named name: String) -> Field {
    switch name {
    case "from", "von", "de", "da", "van", "från", "fra": .author
    case "subject", "betreff", "objet", "asunto", "oggetto", "onderwerp", "ämne", "emne": .subject
    case "date", "sent", "datum", "gesendet", "fecha", "envoyé", "data": .date
    default: .other
    }
  }
}

/// What a mail is about and who wrote it, where the blocks begin with its head; nil: they do not.
func mailHead(of blocks: [Block]) -> (subject: String, author: String)? {
  let lines = blocks.prefix(TextMailHead.mostFields)
  guard let title = lines.first(where: { $0.role == .title }), let author = lines.first(where: { $0.role == .byline }),
    TextMailHead.field(of: title.text) == .subject, TextMailHead.field(of: author.text) == .author
  else { return nil }
  return (value(of: title.text), value(of: author.text))
}

/// The value of a field: "Ann Lee" of `From: Ann Lee <ann@example.org>`.
private func value(of text: [UInt8]) -> String {
  let value = text.drop { $0 != 0x3A }.dropFirst()
  func words(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
  let name = words(ArraySlice(value.prefix { $0 != 0x3C }.filter { $0 != 0x22 }))
  return name.isEmpty ? words(ArraySlice(value.filter { $0 != 0x3C && $0 != 0x3E })) : name
}
