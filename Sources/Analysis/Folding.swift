import Document
import Text

/// Finds what is not the article: sets each block's `boilerplate`, the piece's folds and which of its links stand in them.
/// Linear in the piece's length.
package func fold(_ piece: inout Piece, context: Context) {
  fold(&piece, PieceTokens(piece, lexicon: Tables.shared.lexicon), context: context)
}

func fold(_ piece: inout Piece, _ tokens: PieceTokens, context: Context) {
  if piece.isJudgedAsItIs {
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
  piece.folds = merged(folds(of: piece, kinds), ownFolds: hidesArticle(piece) ? [] : piece.folds)
  for index in piece.links.indices where piece.blocks.indices.contains(piece.links[index].block) {
    piece.links[index].isBoilerplate = isFolded(piece.blocks[piece.links[index].block])
  }
}

private func judge(_ piece: Piece, _ tokens: PieceTokens, context: Context) -> PieceJudge {
  let sight = BlockSight(piece, tokens, context: context)
  let model = piece.elements.isEmpty ? FoldingModel.text : FoldingModel.page
  // Without an article around a block, only its own words can speak against it.
  let least = piece.elements.isEmpty ? PageScene.leastWords : leastWordsOfPage
  guard let model, sight.scene.proseWords >= least else {
    return PieceJudge(piece, sight, article: sight.kinds.map { $0 == nil ? 1 : 0 })
  }
  let (article, words) = model.article(sight)
  return PieceJudge(piece, sight, article: article, words: words)
}

/// A page with fewer words of prose is none that has an article with something around it.
private let leastWordsOfPage = 50

/// The page itself folds more of the article than it shows: nobody opens it to read the rest alone.
private func hidesArticle(_ piece: Piece) -> Bool {
  var isOwn = [Bool](repeating: false, count: piece.blocks.count)
  for fold in piece.folds where fold.kind == .details { for index in fold.blocks { isOwn[index] = true } }
  var bytes = (hidden: 0, shown: 0)
  for (index, block) in piece.blocks.enumerated() where !isFolded(block) {
    if isOwn[index] { bytes.hidden += block.text.count } else { bytes.shown += block.text.count }
  }
  return bytes.hidden > bytes.shown
}

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
    folds.append(Fold(.boilerplate(kind), hiding: index...last, of: piece.blocks))
    index = last + 1
  }
  return folds
}
