/// The words of a class or an id as hashes: parted at whatever is no letter, and where a small letter stands before a
/// capital; in lower case. "article-Byline__authorName" has article, byline, author, name.
struct NameWords: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> UInt64? {
    while at < bytes.count, !Self.isLetter(bytes[at]) { at += 1 }
    guard at < bytes.count else { return nil }
    var hash = Self.seed
    var isSmall = false
    while at < bytes.count, Self.isLetter(bytes[at]) {
      let byte = bytes[at]
      if isSmall, byte < 0x61 { break }
      isSmall = byte >= 0x61
      hash = (hash ^ UInt64(byte | 0x20)) &* Self.prime
      at += 1
    }
    return hash
  }

  /// FNV-1a of a word in lower case.
  static func hash(_ word: String) -> UInt64 { word.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* prime } }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
