import Document
import Text

/// Finds what is not the article: sets each block's `boilerplate`, the piece's folds and which of its links stand in them.
/// Linear in the piece's length.
package func fold(_ piece: inout Piece, context: Context) {
  fold(&piece, PieceTokens(piece, lexicon: Tables.shared.lexicon), context: context)
}

func fold(_ piece: inout Piece, _ tokens: PieceTokens, context: Context) {
  let judge = PieceJudge(piece: piece, tokens: tokens, context: context)
  for index in piece.blocks.indices { piece.blocks[index].boilerplate = judge.boilerplate(of: index) }
  piece.folds = folds(of: piece)
  for index in piece.links.indices where piece.blocks.indices.contains(piece.links[index].block) {
    piece.links[index].isBoilerplate = isFolded(piece.blocks[piece.links[index].block])
  }
}

/// At or above this score a block is folded.
let foldingThreshold = 0.5

func isFolded(_ block: Block) -> Bool { (block.boilerplate?.score ?? 0) >= foldingThreshold }

/// Runs of neighbouring blocks of one kind.
private func folds(of piece: Piece) -> [Fold] {
  var folds: [Fold] = []
  var index = 0
  while index < piece.blocks.count {
    guard isFolded(piece.blocks[index]), let kind = piece.blocks[index].boilerplate?.kind else {
      index += 1
      continue
    }
    var last = index
    while last + 1 < piece.blocks.count, isFolded(piece.blocks[last + 1]),
      piece.blocks[last + 1].boilerplate?.kind == kind
    { last += 1 }
    let words = piece.blocks[index...last].reduce(0) { $0 + Text.words(in: $1.text, 0..<$1.text.count) }
    let label = FoldLabel.label(of: piece.blocks[index])
    folds.append(Fold(kind: .boilerplate(kind), blocks: index...last, words: words, label: label))
    index = last + 1
  }
  return folds
}

/// The beginning of a fold's first block, for its row.
enum FoldLabel {
  /// As many columns as a row of 80 leaves beside the fold's kind and counts.
  static let columns = 40

  static func label(of block: Block) -> String {
    let from = min(block.marker?.upperBound ?? 0, block.text.count)
    var result = String.UnicodeScalarView()
    var lastBlank = result.startIndex
    var count = 0
    for scalar in String(decoding: block.text[from...].prefix(columns * 4), as: UTF8.self).unicodeScalars {
      let isBlank = scalar.properties.isWhitespace
      if isBlank, result.isEmpty || result.last == " " { continue }
      if !isBlank, isHidden(scalar) { continue }
      if count >= columns { return cut(result, lastBlank) }
      if isBlank { lastBlank = result.endIndex }
      result.append(isBlank ? " " : scalar)
      count += 1
    }
    while result.last == " " { result.removeLast() }
    return String(result)
  }

  /// At the last blank, unless that leaves less than half.
  private static func cut(_ text: String.UnicodeScalarView, _ blank: String.UnicodeScalarView.Index) -> String {
    let isLate = text.distance(from: text.startIndex, to: blank) > columns / 2
    return String(isLate ? text[..<blank] : text[...]) + "…"
  }

  /// Controls and format characters never reach the screen.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
    case _: false
    }
  }
}
