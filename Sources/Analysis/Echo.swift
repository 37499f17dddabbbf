/// How much of a block stands above it already: pages carry their article a second time, whole or in parts.
enum Echo {
  /// From this share on all of a block is a repetition.
  static let whole: Float = 0.9

  /// Of each block, the share of its runs of words that came before.
  static func shares(of tokens: PieceTokens, count: Int) -> [Float] {
    var seen = CountTable(capacity: 1024)
    return (0..<count).map { block in
      var (all, found) = (0, 0)
      for run in WordRuns(tokens[block]) {
        all += 1
        if seen[run] > 0 { found += 1 }
      }
      for run in WordRuns(tokens[block]) { seen.add(run) }
      return all == 0 ? 0 : Float(found) / Float(all)
    }
  }
}
