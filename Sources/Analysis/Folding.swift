import Document
import Text

/// Finds what is not the article: sets each block's `boilerplate`, the piece's folds and which of its links stand in them.
/// Linear in the piece's length.
package func fold(_ piece: inout Piece, context: Context) {
  fold(&piece, PieceTokens(piece, lexicon: Tables.shared.lexicon), context: context)
}

func fold(_ piece: inout Piece, _ tokens: PieceTokens, context: Context) {
  if piece.isJudgedWhole {
    let judge = judge(piece, tokens, context: context)
    for index in piece.blocks.indices { piece.blocks[index].boilerplate = judge.boilerplate(of: index) }
  } else {
    let judged = piece.judgedBlocks
    let judge = judge(piece.judged(), tokens.of(judged), context: context)
    for (place, index) in judged.enumerated() { piece.blocks[index].boilerplate = judge.boilerplate(of: place) }
    foldPictures(&piece)
  }
  let kinds = piece.blocks.indices.map { index in
    isFolded(piece.blocks[index]) ? piece.blocks[index].boilerplate?.kind : nil
  }
  piece.folds = merged(folds(of: piece, kinds), ownFolds: piece.folds)
  for index in piece.links.indices where piece.blocks.indices.contains(piece.links[index].block) {
    piece.links[index].isBoilerplate = isFolded(piece.blocks[piece.links[index].block])
  }
}

private func judge(_ piece: Piece, _ tokens: PieceTokens, context: Context) -> PieceJudge {
  let sight = BlockSight(piece, tokens, context: context)
  let model = piece.elements.isEmpty ? FoldingModel.text : FoldingModel.page
  // Without an article around a block, only its own words can speak against it.
  let least = piece.elements.isEmpty ? PageScene.leastWords : leastWordsOfPage
  let article = sight.scene.proseWords >= least ? model?.article(sight) : nil
  return PieceJudge(piece, sight, article: article ?? sight.kinds.map { $0 == nil ? 1 : 0 })
}

/// A page with fewer words of prose is none that has an article with something around it.
private let leastWordsOfPage = 50

/// What the page itself folds (`<details>`) stays a fold where nothing in it is folded as boilerplate.
private func merged(_ folds: [Fold], ownFolds: [Fold]) -> [Fold] {
  let kept = ownFolds.filter { own in own.kind == .details && !folds.contains { $0.blocks.overlaps(own.blocks) } }
  return kept.isEmpty ? folds : (folds + kept).sorted { $0.blocks.lowerBound < $1.blocks.lowerBound }
}

func isFolded(_ block: Block) -> Bool { (block.boilerplate?.score ?? 0) >= Boilerplate.foldingThreshold }

/// Runs of neighbouring blocks of one kind.
private func folds(of piece: Piece, _ kinds: [Boilerplate.Kind?]) -> [Fold] {
  var folds: [Fold] = []
  var index = 0
  while index < kinds.count {
    guard let kind = kinds[index] else {
      index += 1
      continue
    }
    var last = index
    while last + 1 < kinds.count, kinds[last + 1] == kind { last += 1 }
    var words = 0
    for inside in index...last {
      words += Text.words(in: piece.blocks[inside].text, 0..<piece.blocks[inside].text.count)
    }
    let named = (index...last).first { !piece.blocks[$0].isPicture } ?? index
    let label = FoldLabel.label(of: piece.blocks[named])
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
    var result: [UInt8] = []
    result.reserveCapacity(columns + 8)
    var lastBlank = 0
    var count = 0
    var index = min(block.marker?.upperBound ?? 0, block.text.count)
    while index < block.text.count {
      let length = scalarLength(block.text, index)
      defer { index += length }
      let isBlank = isBlank(block.text, index, length)
      if isBlank, result.isEmpty || result.last == 0x20 { continue }
      if !isBlank, isHidden(block.text, index, length) { continue }
      if count >= columns { return cut(result, lastBlank) }
      if isBlank {
        lastBlank = result.count
        result.append(0x20)
      } else {
        result += block.text[index..<index + length]
      }
      count += 1
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// At the last blank, unless that leaves less than half.
  private static func cut(_ text: [UInt8], _ blank: Int) -> String {
    String(decoding: blank > columns / 2 ? text[..<blank] : text[...], as: UTF8.self) + "…"
  }

  /// Bytes of the scalar at `index`, at least 1.
  private static func scalarLength(_ text: [UInt8], _ index: Int) -> Int {
    let length = text[index] < 0xc0 ? 1 : text[index] < 0xe0 ? 2 : text[index] < 0xf0 ? 3 : 4
    return min(length, text.count - index)
  }

  /// A blank, a tab, a line feed, a no-break space, one of U+2000 to U+200A, U+3000.
  private static func isBlank(_ text: [UInt8], _ index: Int, _ length: Int) -> Bool {
    switch length {
    case 1: text[index] == 0x20 || (0x09...0x0d).contains(text[index])
    case 2: text[index] == 0xc2 && (text[index + 1] == 0xa0 || text[index + 1] == 0x85)
    case 3:
      text[index] == 0xe2 && text[index + 1] == 0x80 && (text[index + 2] <= 0x8a || text[index + 2] == 0xaf)
        || text[index] == 0xe3 && text[index + 1] == 0x80 && text[index + 2] == 0x80
    case _: false
    }
  }

  /// Controls and format characters never reach the screen: C0, DEL, C1, U+00AD, U+200B to U+200F, U+2028 to U+202E,
  /// U+2060 to U+206F, U+FEFF, U+FFF9 to U+FFFB, tags.
  private static func isHidden(_ text: [UInt8], _ index: Int, _ length: Int) -> Bool {
    let first = text[index]
    switch length {
    case 1: return first < 0x20 || first == 0x7f || first >= 0x80
    case 2: return first == 0xc2 && (text[index + 1] < 0xa0 || text[index + 1] == 0xad)
    case 3:
      let last = text[index + 2]
      switch (first, text[index + 1]) {
      case (0xe2, 0x80): return (0x8b...0x8f).contains(last) || (0xa8...0xae).contains(last)
      case (0xe2, 0x81): return last >= 0xa0 && last <= 0xaf
      case (0xef, 0xbb): return last == 0xbf
      case (0xef, 0xbf): return (0xb9...0xbb).contains(last)
      case _: return false
      }
    case _: return first == 0xf3 && text[index + 1] == 0xa0
    }
  }
}
