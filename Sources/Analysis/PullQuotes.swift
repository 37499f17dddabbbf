import Document

/// What is set out once more in the middle of a page's text claims nothing a second time: a sentence in a quotation whose
/// words all stand in the text, in their order. Linear in the piece's length.
func dropRepeatedClaims(_ piece: inout Piece, _ tokens: PieceTokens) {
  let quotes = piece.blocks.indices.filter { index in
    piece.blocks[index].role == .quote && piece.blocks[index].sentences.contains { $0.claim != nil }
  }
  guard !quotes.isEmpty else { return }
  var quoted = CountTable(capacity: 64)
  for index in quotes { WordRuns(tokens[index]).forEach { quoted.add($0) } }
  var found = CountTable(capacity: 64)
  for index in piece.blocks.indices where piece.blocks[index].role == .paragraph {
    WordRuns(tokens[index]).forEach { if quoted[$0] > 0 { found.add($0) } }
  }
  for index in quotes {
    for place in piece.blocks[index].sentences.indices where piece.blocks[index].sentences[place].claim != nil {
      let runs = Array(WordRuns(tokens[index], in: piece.blocks[index].sentences[place].range))
      if !runs.isEmpty, runs.allSatisfy({ found[$0] > 0 }) { piece.blocks[index].sentences[place].claim = nil }
    }
  }
}

/// The words of a text as numbers, each with the three behind it; a text of fewer has none.
private struct WordRuns: Sequence, IteratorProtocol {
  private let tokens: Tokens
  private var place: Int
  private let end: Int
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
