import Document

/// What is set out once more in the middle of a page's text claims nothing a second time: a sentence in a quotation whose
/// words all stand in the text, in their order. Linear in the piece's length.
func dropRepeatedClaims(_ piece: inout Piece, _ tokens: PieceTokens) {
  let quotes = piece.blocks.indices.filter { index in
    piece.blocks[index].role == .quote && piece.blocks[index].sentences.contains { $0.claim != nil }
  }
  guard !quotes.isEmpty else { return }
  var known: Set<UInt64> = []
  for index in piece.blocks.indices where piece.blocks[index].role == .paragraph {
    known.formUnion(Echo.runs(of: tokens[index]))
  }
  for index in quotes {
    for place in piece.blocks[index].sentences.indices where piece.blocks[index].sentences[place].claim != nil {
      let found = Echo.runs(of: tokens[index], in: piece.blocks[index].sentences[place].range)
      if !found.isEmpty, found.allSatisfy(known.contains) { piece.blocks[index].sentences[place].claim = nil }
    }
  }
}
