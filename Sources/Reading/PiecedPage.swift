import Document
import HTML

/// A long page, which is read a piece at a time, so that its first screen waits for no more than it shows.
///
/// Up to `Limits.whole` bytes of text it has two pieces: the first, and the rest, which is read and judged with the whole page
/// once somebody wants it. A longer one has many, each of which is read alone.
package struct PiecedPage {
  /// Bytes of text.
  package struct Limits: Sendable {
    /// Of a page that is read whole before its first screen.
    package var short: Int
    /// Of a page that is judged as a whole, once its first screen is there.
    package var whole: Int
    /// From one piece to the next.
    package var piece: Int

    package init(short: Int = 1 << 16, whole: Int = 1 << 19, piece: Int = 1 << 14) {
      self.short = short
      self.whole = whole
      self.piece = piece
    }
  }

  private let page: ParsedPage
  private let cuts: PageCuts
  /// It has two pieces, and the second is the rest of `whole`.
  package let isJudgedWhole: Bool

  /// nil: it is short.
  package init?(_ page: ParsedPage, limits: Limits = Limits()) {
    self.page = page
    guard page.markup.source.count > limits.short else { return nil }
    cuts = PageCuts(PageReader(page.markup, base: page.base), every: limits.piece)
    isJudgedWhole = cuts.length <= limits.whole
    guard cuts.length > limits.short, cuts.behindProse != nil else { return nil }
  }

  /// Bytes of text from one piece to the next; nil: it has but the first and the rest.
  package var pieceBytes: Int? { isJudgedWhole ? nil : cuts.pieceBytes }

  package var count: Int {
    isJudgedWhole ? 2 : max(1, (cuts.length + cuts.pieceBytes - 1) / cuts.pieceBytes)
  }

  /// Bytes of its text, as far as can be told without reading it.
  package var extent: Int { cuts.length }

  /// Piece `number`, without marks; of a page that is judged whole only the first.
  package func piece(_ number: Int) -> Piece { read(number).piece }

  /// What its head says of it.
  package func metadata(with first: Piece) -> Metadata { page.metadata(with: first) }

  /// All of it, without marks, and how many of the blocks are those of the first piece.
  package func whole() -> (piece: Piece, metadata: Metadata, first: Int) {
    let (piece, metadata, blocks) = page.whole(before: start(of: 1)?.node)
    return (piece, metadata, blocks ?? piece.blocks.count)
  }

  /// The place that a fragment of the page's address names, in the document's measure; nil: there is none.
  package func place(named id: [UInt8]) -> Int? {
    if isJudgedWhole { return page.place(named: id) }
    for number in 0..<count {
      let (piece, places) = read(number)
      if let place = piece.extent(of: id, in: places) { return place }
    }
    return nil
  }

  private func read(_ number: Int) -> (piece: Piece, places: PagePlaceList) {
    let (start, end) = (start(of: number), start(of: number + 1))
    if isJudgedWhole { return page.piece(number, from: start?.node, before: end?.node, extent: nil) }
    let extent = (start?.extent ?? (number == 0 ? 0 : cuts.length))..<(end?.extent ?? cuts.length)
    // What cannot be parted is all of the piece in which it begins.
    if extent.isEmpty { return (Piece(extent: extent, blocks: []), PagePlaceList()) }
    return page.piece(number, from: start?.node, before: end?.node, extent: extent)
  }

  /// Where piece `number` begins; nil: at the beginning, or nowhere.
  private func start(of number: Int) -> (node: MarkupNode, extent: Int)? {
    if isJudgedWhole { return number == 1 ? cuts.behindProse : nil }
    return cuts.starts.indices.contains(number - 1) ? cuts.starts[number - 1] : nil
  }
}

extension ParsedPage {
  /// The place that a fragment of the page's address names, in the document's measure; nil: there is none.
  package func place(named id: [UInt8]) -> Int? {
    let (piece, places) = piece(0, from: nil, before: nil, extent: nil)
    return piece.extent(of: id, in: places)
  }
}

extension Piece {
  /// Where the block begins that stands at an id; nil: the id is not in this piece.
  fileprivate func extent(of id: [UInt8], in places: PagePlaceList) -> Int? {
    guard let block = places[id] ?? places[percentDecoded(id)] else { return nil }
    return blocks.indices.contains(block) ? blocks[block].extent.lowerBound : extent.upperBound
  }
}
