/// How much of a block stands above it already: pages carry their article a second time, whole or in parts.
enum Echo {
  /// From this share on all of a block is a repetition.
  static let whole: Float = 0.9
  /// A longer block is no teaser and no box: where it stands above already, it is the article once more.
  static let longest = 300

  /// Of each block, the share of its runs of words that came before. Of a hundred runs that did not, one may be taken
  /// for one that did.
  static func shares(of tokens: PieceTokens, count: Int) -> [Float] {
    var seen = RunFilter(capacity: (0..<count).reduce(0) { $0 + tokens[$1].count })
    return (0..<count).map { block in
      var (all, found) = (0, 0)
      for run in WordRuns(tokens[block]) {
        all += 1
        if seen.contains(run) { found += 1 }
      }
      for run in WordRuns(tokens[block]) { seen.insert(run) }
      return all == 0 ? 0 : Float(found) / Float(all)
    }
  }
}

extension BlockFeatures {
  /// It holds as much as an article, all of which stands above it.
  var isCopyOfArticle: Bool { words > Echo.longest && echo >= Echo.whole }
}

/// Which of many hashes came before, by a bit in a row of many: a sixth of what a table of them takes.
private struct RunFilter {
  private var bits: [UInt64]
  private let shift: UInt64
  /// Bits for each hash: at most one of 64 is set.
  private static let room = 64

  init(capacity: Int) {
    var width: UInt64 = 6
    while 1 << width < capacity * Self.room { width += 1 }
    bits = [UInt64](repeating: 0, count: 1 << (width - 6))
    shift = 64 - width
  }

  private func place(of hash: UInt64) -> Int { Int((hash &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  func contains(_ hash: UInt64) -> Bool {
    let place = place(of: hash)
    return bits[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  mutating func insert(_ hash: UInt64) {
    let place = place(of: hash)
    bits[place >> 6] |= 1 << UInt64(place & 63)
  }
}
