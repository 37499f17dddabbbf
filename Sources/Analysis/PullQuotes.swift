import Document

/// Runs of so many words tell where a text stands; a quotation with fewer is none that is set out.
private let run = 4

/// What is set out once more in the middle of a page's text claims nothing a second time: a sentence in a quotation whose
/// words all stand in the text, in their order. Linear in the piece's length.
func dropRepeatedClaims(_ piece: inout Piece, _ tokens: PieceTokens) {
  let quotes = piece.blocks.indices.filter { index in
    piece.blocks[index].role == .quote && piece.blocks[index].sentences.contains { $0.claim != nil }
  }
  guard !quotes.isEmpty else { return }
  var known: Set<UInt64> = []
  for index in piece.blocks.indices where piece.blocks[index].role == .paragraph {
    known.formUnion(runs(tokens[index], in: 0..<Int.max))
  }
  for index in quotes {
    for place in piece.blocks[index].sentences.indices where piece.blocks[index].sentences[place].claim != nil {
      let found = runs(tokens[index], in: piece.blocks[index].sentences[place].range)
      if !found.isEmpty, found.allSatisfy(known.contains) { piece.blocks[index].sentences[place].claim = nil }
    }
  }
}

/// The words in `range` of a text, each with those behind it, as numbers.
private func runs(_ tokens: Tokens, in range: Range<Int>) -> [UInt64] {
  let words = (0..<tokens.count).filter { range.contains(Int(tokens[$0].start)) }.map { tokens[$0].hash }
  guard words.count >= run else { return [] }
  return (0...words.count - run).map { start in
    words[start..<start + run].reduce(0) { ($0 ^ $1) &* 0x100_0000_01b3 }
  }
}
