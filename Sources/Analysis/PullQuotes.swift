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
