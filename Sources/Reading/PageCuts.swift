import HTML

/// Where a page can be parted: before elements that begin a block, and hold nothing open that does not show in what
/// holds them. One pass over the tree.
struct PageCuts {
  /// Bytes of text in the tree from one piece to the next.
  let pieceBytes: Int
  /// Before which nodes the pieces after the first begin, and how much text stands before each.
  private(set) var starts: [(node: MarkupNode, extent: Int)] = []
  /// The first such place with a piece's worth of prose before it, and the last.
  private(set) var behindProse: (node: MarkupNode, extent: Int)?
  private(set) var last: MarkupNode?
  /// Bytes of all text in the tree that may be seen.
  private(set) var length = 0
  private var prose = 0

  /// A shorter text is a label: a menu's entry, a name.
  private static let labelBytes = 60

  init(_ reader: PageReader, every pieceBytes: Int) {
    self.pieceBytes = pieceBytes
    let markup = reader.markup
    var node = markup.after(.document, within: .document)
    while let current = node {
      var isPassed = false
      switch markup.kind(current) {
      case .text: add(markup.textLength(current))
      case .element:
        let use = ElementUse.of(markup.name(current))
        let inside = reader.inside(current, use)
        switch inside {
        case .unseen: isPassed = true
        case .hidden, .joined:
          if use.beginsBlock, inside == .joined { offer(current) }
          addText(below: current, markup)
          isPassed = true
        case .parted: if use.beginsBlock { offer(current) }
        }
      case .document, .doctype, .comment: break
      case .content: isPassed = true
      }
      node = markup.after(current, within: .document, skippingChildren: isPassed)
    }
  }

  private mutating func add(_ bytes: Int) {
    length += bytes
    if bytes >= Self.labelBytes { prose += bytes }
  }

  private mutating func addText(below top: MarkupNode, _ markup: Markup) {
    var node = markup.after(top, within: top)
    while let current = node {
      var isUnseen = markup.kind(current) == .content
      if markup.kind(current) == .text { add(markup.textLength(current)) }
      if markup.kind(current) == .element, case .unseen = ElementUse.of(markup.name(current)) { isUnseen = true }
      node = markup.after(current, within: top, skippingChildren: isUnseen)
    }
  }

  private mutating func offer(_ node: MarkupNode) {
    while length >= (starts.count + 1) * pieceBytes { starts.append((node, length)) }
    last = node
    if behindProse == nil, prose >= pieceBytes { behindProse = (node, length) }
  }
}

/// What an element holds may be read in two pieces, in one only, in one with what stands before it, or not at all.
enum ElementInside { case parted, joined, hidden, unseen }

extension PageReader {
  /// Whether a piece may begin inside an element.
  fileprivate func inside(_ node: MarkupNode, _ use: ElementUse) -> ElementInside {
    guard markup.namespace(node) == .html else { return .joined }
    if case .unseen = use { return .unseen }
    if isHidden(node) { return .hidden }
    switch use {
    case .block, .list, .quote, .row, .cell, .plain: return .parted
    case .table: return isData(node) ? .joined : .parted
    case .unseen, .inline, .heading, .reading, .term, .definition, .item, .preformatted, .caption, .details, .lineBreak,
      .rule, .link, .embed, .image:
      return .joined
    }
  }
}
