import Document
import Text

/// The words of a class or an id as hashes: parted at whatever is no letter, and where a small letter stands before a
/// capital; in lower case. "article-Byline__authorName" has article, byline, author, name.
struct NameWords: Sequence, IteratorProtocol {
  private let bytes: ArraySlice<UInt8>
  private var at: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  mutating func next() -> UInt64? {
    while at < bytes.endIndex, !isLetter(bytes[at]) { at += 1 }
    guard at < bytes.endIndex else { return nil }
    let start = at
    var isSmall = false
    while at < bytes.endIndex, isLetter(bytes[at]) {
      if isSmall, bytes[at] < 0x61 { break }
      isSmall = bytes[at] >= 0x61
      at += 1
    }
    return nameHash(bytes[start..<at])
  }
}

/// Words that pages name their parts with, as hashes.
struct NameSet: Sendable {
  private let hashes: Set<UInt64>
  /// A bit for the lowest six of each: most words are told apart by it.
  private let mask: UInt64

  init(_ words: [String]) {
    hashes = Set(words.map { nameHash($0.utf8) })
    mask = hashes.reduce(0) { $0 | 1 << ($1 & 63) }
  }

  func contains(_ hash: UInt64) -> Bool { mask & (1 << (hash & 63)) != 0 && hashes.contains(hash) }
}
