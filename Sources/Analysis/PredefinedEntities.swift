import Text

/// The characters that XML escapes (XML 1.0 §4.6): corpora of claims often leave them escaped.
package enum PredefinedEntities {
  private static let all: [(name: [UInt8], byte: UInt8)] = [
    ("&quot;", 0x22), ("&apos;", 0x27), ("&#34;", 0x22), ("&#39;", 0x27), ("&lt;", 0x3C), ("&gt;", 0x3E),
    ("&amp;", 0x26),
  ].map { (Array($0.0.utf8), $0.1) }

  /// The text with these characters themselves; what else begins with an ampersand stays.
  package static func resolved(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x26) else { return text }
    var result: [UInt8] = []
    var at = 0
    while at < text.count {
      if text[at] == 0x26, let entity = all.first(where: { text[at...].starts(with: $0.name) }) {
        result.append(entity.byte)
        at += entity.name.count
      } else {
        result.append(text[at])
        at += 1
      }
    }
    return result
  }

  package static func resolved(_ text: String) -> String {
    text.utf8.contains(0x26) ? String(decoding: resolved(Array(text.utf8)), as: UTF8.self) : text
  }
}
