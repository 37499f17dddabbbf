/// The words of a text as numbers, each with the three behind it; a text of fewer has none.
struct WordRuns: Sequence, IteratorProtocol {
  private let tokens: Tokens
  private var place: Int
  private let end: Int
  /// Words that tell where a text stands: fewer stand together by chance.
  private static let length = 4

  /// Of the words that begin in `range`.
  init(_ tokens: Tokens, in range: Range<Int> = 0..<Int.max) {
    self.tokens = tokens
    var (from, to) = (0, tokens.count)
    while from < to, Int(tokens[from].start) < range.lowerBound { from += 1 }
    while to > from, Int(tokens[to - 1].start) >= range.upperBound { to -= 1 }
    (place, end) = (from, to)
  }

  mutating func next() -> UInt64? {
    guard place + Self.length <= end else { return nil }
    var run: UInt64 = 0
    for index in place..<place + Self.length { run = (run ^ tokens[index].hash) &* 0x100_0000_01b3 }
    place += 1
    return run
  }
}
