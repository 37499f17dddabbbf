import Document
import Text

/// The words of a class or an id as hashes: parted at whatever is no letter, and where a small letter stands before a
/// capital; in lower case. "article-Byline__authorName" has article, byline, author, name.
struct NameWords: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> UInt64? {
    while at < bytes.count, !isLetter(bytes[at]) { at += 1 }
    guard at < bytes.count else { return nil }
    let start = at
    var isSmall = false
    while at < bytes.count, isLetter(bytes[at]) {
      if isSmall, bytes[at] < 0x61 { break }
      isSmall = bytes[at] >= 0x61
      at += 1
    }
    return nameHash(bytes[start..<at])
  }
}
