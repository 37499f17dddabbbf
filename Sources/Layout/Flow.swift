import Document
import Text

/// Which blocks of a piece a fold holds: the folds in order, and for each block the index of its fold or -1.
package struct FoldMap: Sendable, Equatable {
  package let folds: [Fold]
  package let ofBlock: [Int32]

  package init(folds: [Fold], blockCount: Int) {
    self.folds = folds
    var ofBlock = [Int32](repeating: -1, count: blockCount)
    for (index, fold) in folds.enumerated() {
      for block in fold.blocks where ofBlock.indices.contains(block) { ofBlock[block] = Int32(index) }
    }
    self.ofBlock = ofBlock
  }

  package func fold(of block: Int) -> Fold? {
    guard ofBlock.indices.contains(block), ofBlock[block] >= 0 else { return nil }
    return folds[Int(ofBlock[block])]
  }
}

/// A line of the flow: a row of a block, or what stands around it.
package struct FlowLine: Sendable, Equatable {
  package enum Content: Sendable, Equatable {
    case blank
    /// The row that stands for a fold.
    case fold(Fold, isOpen: Bool)
    case row(Row)
    /// The line under a heading, so many columns wide.
    case underline(Int)
    /// What is known of the page, under its title.
    case summary
  }

  package let block: BlockID
  package let content: Content

  /// The byte of the block's text at which the line begins; nil for what stands before the text.
  package var start: Int? {
    switch content {
    case .row(let row): row.range.lowerBound
    case .underline: Int.max
    case .blank, .fold, .summary: nil
    }
  }
}

/// A line of the flow by its block and its number among the block's lines. Valid for one layout only.
package struct Place: Sendable, Hashable {
  package var block: BlockID
  package var line: Int

  package init(block: BlockID, line: Int = 0) {
    self.block = block
    self.line = line
  }
}

/// An article laid out as lines, lazily: only blocks near the reader are ever laid out, and only pieces that are read.
package struct Flow: Sendable {
  package private(set) var article: Article
  package private(set) var foldMaps: Sparse<FoldMap>
  package private(set) var open: Set<BlockID> = []
  /// Folds stand open as if there were none (`zi`).
  package private(set) var foldsAreOff = false
  package private(set) var metrics: Metrics
  /// Only these blocks are shown, with their folds open (`&`); nil: all.
  package private(set) var only: Set<BlockID>?
  private var cache = LineCache()

  /// Below this width a heading's underline is noise.
  private static let underlineMinimum = 24

  package init(article: Article, metrics: Metrics) {
    self.article = article
    self.metrics = metrics
    foldMaps = article.pieces.mapped { FoldMap(folds: $0.folds, blockCount: $0.blocks.count) }
  }

  // MARK: What changes the layout

  package mutating func setMetrics(_ new: Metrics) {
    guard new != metrics else { return }
    metrics = new
    cache.removeAll()
  }

  package mutating func setArticle(_ new: Article) {
    article = new
    foldMaps = new.pieces.mapped { FoldMap(folds: $0.folds, blockCount: $0.blocks.count) }
    cache.removeAll()
  }

  /// The document became longer: more of it arrived.
  package mutating func grow(pieces: Int, extent: Int, pieceSize: Int?) {
    article.pieceSize = pieceSize
    article.extent = extent
    article.pieces.grow(to: pieces)
    foldMaps.grow(to: pieces)
  }

  /// More is known of what the document says of itself.
  package mutating func setMetadata(_ metadata: Metadata) { article.metadata = metadata }

  package mutating func setPiece(_ piece: Piece?, at index: Int) {
    guard article.pieces.indices.contains(index) else { return }
    article.pieces[index] = piece
    foldMaps[index] = piece.map { FoldMap(folds: $0.folds, blockCount: $0.blocks.count) }
    // Lines of the neighbours may have been laid out against a gap.
    cache.removeAll(near: index)
  }

  package mutating func setFolds(_ folds: [Fold], at index: Int) {
    guard let piece = article.pieces[index] else { return }
    foldMaps[index] = FoldMap(folds: folds, blockCount: piece.blocks.count)
    cache.removeAll()
  }

  package mutating func setOpen(_ new: Set<BlockID>) {
    open = new
    cache.removeAll()
  }

  package mutating func setFoldsAreOff(_ off: Bool) {
    foldsAreOff = off
    cache.removeAll()
  }

  package mutating func setOnly(_ blocks: Set<BlockID>?) {
    only = blocks
    cache.removeAll()
  }

  // MARK: Folds

  /// The fold that holds the block, and its first block.
  package func fold(at id: BlockID) -> (fold: Fold, first: BlockID)? {
    guard foldMaps.indices.contains(id.piece), let fold = foldMaps[id.piece]?.fold(of: id.index) else { return nil }
    return (fold, BlockID(piece: id.piece, index: fold.blocks.lowerBound))
  }

  package func isOpen(_ first: BlockID) -> Bool { foldsAreOff || only != nil || open.contains(first) }

  /// The closed fold that hides the block.
  package func hidingFold(of id: BlockID) -> (fold: Fold, first: BlockID)? {
    guard let found = fold(at: id), !isOpen(found.first) else { return nil }
    return found
  }

  // MARK: From block to block

  package enum Step: Equatable, Sendable {
    case block(BlockID)
    /// The document goes on, in a piece that is not read yet.
    case unread(piece: Int)
    case end
  }

  /// The next block that has lines.
  package func next(after id: BlockID) -> Step {
    var piece = id.piece
    var index = (hidingFold(of: id)?.fold.blocks.upperBound ?? id.index) + 1
    while true {
      guard article.pieces.indices.contains(piece) else { return .end }
      guard let blocks = article.pieces[piece]?.blocks else { return .unread(piece: piece) }
      while index < blocks.count {
        let candidate = BlockID(piece: piece, index: index)
        if isShown(candidate) { return .block(candidate) }
        index += 1
      }
      piece += 1
      index = 0
    }
  }

  /// The block before that has lines; of a closed fold its first.
  package func previous(before id: BlockID) -> Step {
    var piece = id.piece
    var index = (hidingFold(of: id)?.fold.blocks.lowerBound ?? id.index) - 1
    while true {
      guard article.pieces.indices.contains(piece) else { return .end }
      guard let blocks = article.pieces[piece]?.blocks else { return .unread(piece: piece) }
      while index >= 0, !blocks.isEmpty {
        let candidate = BlockID(piece: piece, index: min(index, blocks.count - 1))
        if let hidden = hidingFold(of: candidate) { return .block(hidden.first) }
        if isShown(candidate) { return .block(candidate) }
        index -= 1
      }
      piece -= 1
      index = piece >= 0 ? (article.pieces[piece]?.blocks.count ?? 1) - 1 : -1
    }
  }

  private func isShown(_ id: BlockID) -> Bool {
    if let only { return only.contains(id) }
    if let hidden = hidingFold(of: id) { return hidden.first == id }
    return true
  }

  /// The first or last block that has lines.
  package func firstBlock() -> Step { next(after: BlockID(piece: 0, index: -1)) }
  package func lastBlock() -> Step {
    let piece = article.pieces.count - 1
    guard piece >= 0 else { return .end }
    guard let blocks = article.pieces[piece]?.blocks else { return .unread(piece: piece) }
    return previous(before: BlockID(piece: piece, index: blocks.count))
  }

  // MARK: Lines

  /// All lines of a block: the space before it, its fold's row, its rows. None when it is hidden.
  package mutating func lines(of id: BlockID) -> [FlowLine] {
    if let known = cache[id] { return known }
    let made = makeLines(of: id)
    cache[id] = made
    return made
  }

  private func makeLines(of id: BlockID) -> [FlowLine] {
    guard let block = article.block(id), isShown(id) else { return [] }
    var lines: [FlowLine] = []
    func add(_ content: FlowLine.Content) { lines.append(FlowLine(block: id, content: content)) }
    let found = only == nil ? fold(at: id) : nil
    let isFoldStart = found?.first == id && !foldsAreOff
    if spaceBefore(id, block) { add(.blank) }
    if isFoldStart, let found {
      add(.fold(found.fold, isOpen: isOpen(found.first)))
      guard isOpen(found.first) else { return lines }
    }
    let rows = Layout.rows(of: block, metrics: metrics)
    for row in rows { add(.row(row)) }
    if block.role == .heading, metrics.width >= Self.underlineMinimum {
      add(.underline(min(metrics.width, rows.map(\.columns).max() ?? 0)))
    }
    if block.role == .title, id == article.titleBlock { add(.summary) }
    return lines
  }

  /// Whether an empty line stands before a block: between paragraphs, not between the items of a list or the rows of
  /// neighbouring folds, and not under what belongs to the line above.
  private func spaceBefore(_ id: BlockID, _ block: Block) -> Bool {
    let step = previous(before: id)
    if case .unread = step { return block.role != .listItem && block.role != .footnote }
    guard case .block(let before) = step, let above = article.block(before) else { return false }
    let aboveIsFoldRow = hidingFold(of: before) != nil
    let isFoldRow = hidingFold(of: id) != nil
    if aboveIsFoldRow || isFoldRow { return !(aboveIsFoldRow && isFoldRow) }
    switch (above.role, block.role) {
    case (.heading, .heading), (.heading, .listItem): return above.role == block.role
    case (.heading, _): return false
    case (.listItem, .listItem), (.footnote, .footnote), (.title, .byline), (.title, .dateline), (.byline, .dateline),
      (.figure, .caption), (.byline, .byline), (.dateline, .dateline):
      return false
    default: return !block.isDefinition || above.isDefinition
    }
  }
}
