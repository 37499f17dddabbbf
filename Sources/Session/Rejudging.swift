import Document
import Layout

extension Page {
  /// A piece that became longer, or was judged anew with what follows it, as it may be shown: what stands in the window
  /// stays as it is, and only a sign says what is now held to be none of the article. Nothing moves under the reader.
  func settled(_ piece: Piece, at index: Int) -> Piece {
    guard article.pieces.indices.contains(index), let old = article.pieces[index], let kept = shownBlocks(of: index),
      kept.upperBound < min(old.blocks.count, piece.blocks.count),
      kept.allSatisfy({ piece.blocks[$0].text.starts(with: old.blocks[$0].text) })
    else { return piece }
    var piece = piece
    for block in kept {
      let (before, after) = (old.blocks[block], piece.blocks[block])
      (piece.blocks[block].role, piece.blocks[block].level) = (before.role, before.level)
      piece.blocks[block].boilerplate = before.boilerplate
      if let found = after.boilerplate, (before.boilerplate?.score ?? 0) < Boilerplate.foldingThreshold {
        piece.blocks[block].boilerplate = found.open
      }
    }
    let outside = [0..<kept.lowerBound, kept.upperBound + 1..<piece.blocks.count]
    let folds = piece.folds.flatMap { fold in
      outside.compactMap { fold.blocks.clamped(to: $0) }.map { Fold(fold.kind, hiding: $0, of: piece.blocks) }
    }
    piece.folds = (folds + old.folds.filter { kept.overlaps($0.blocks) })
      .sorted { $0.blocks.lowerBound < $1.blocks.lowerBound }
    return piece
  }

  /// The blocks of a piece that the window shows a line of, those that its folds hide with them.
  private func shownBlocks(of piece: Int) -> ClosedRange<Int>? {
    let shown = window.filter { $0.block.piece == piece }.map(\.block.index)
    guard let first = shown.min(), let last = shown.max() else { return nil }
    let folds = (flow.foldMaps[piece]?.folds ?? []).filter { $0.blocks.overlaps(first...last) }
    return min(first, folds.first?.blocks.lowerBound ?? first)...max(last, folds.last?.blocks.upperBound ?? last)
  }
}

extension Boilerplate {
  /// The same, but not folded.
  fileprivate var open: Boilerplate {
    var open = self
    open.score = min(score, Self.foldingThreshold - 0.01)
    return open
  }
}
