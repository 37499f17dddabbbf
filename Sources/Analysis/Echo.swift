/// How much of a block stands above it already: pages carry their article a second time, whole or in parts.
enum Echo {
  /// From this share on all of a block is a repetition.
  static let whole: Float = 0.9
  /// Words that are told by their order: fewer stand together by chance.
  private static let run = 4

  /// The words of a text that begin in `range` of its bytes, each with those behind it, as numbers.
  static func runs(of words: Tokens, in range: Range<Int> = 0..<Int.max) -> [UInt64] {
    let hashes = (0..<words.count).filter { range.contains(Int(words[$0].start)) }.map { words[$0].hash }
    guard hashes.count >= run else { return [] }
    return (0...hashes.count - run).map { start in
      hashes[start..<start + run].reduce(WordHash.seed) { ($0 &* 31) ^ $1 }
    }
  }

  /// Of each block, the share of its runs of words that came before.
  static func shares(of tokens: PieceTokens, count: Int) -> [Float] {
    var seen = CountTable(capacity: 1024)
    return (0..<count).map { block in
      let runs = runs(of: tokens[block])
      guard !runs.isEmpty else { return 0 }
      let found = runs.count { seen[$0] > 0 }
      for run in runs { seen.add(run) }
      return Float(found) / Float(runs.count)
    }
  }
}
