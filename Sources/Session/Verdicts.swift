import Document
import Layout
import Text

/// The reader's own verdicts: this is the article, or is not. They hold for the beginning of a block's text, on all pages
/// of its site.
extension State {
  /// A verdict on what is selected, on the fold of the focus, or on its block; a second one takes the first back.
  mutating func judge() -> [Effect] {
    settleFocus()
    guard let page, let (blocks, isArticle) = page.toJudge else { return [] }
    pages[current].selection = nil
    let keys = blocks.map(Page.key)
    if keys.allSatisfy({ page.verdicts[$0] == !isArticle }) {
      setVerdicts(keys, nil)
      say("Your verdict on this is taken back: ibid judges it again.")
    } else {
      setVerdicts(keys, isArticle)
      let place = page.article.site.map { "on all pages of \(sanitised($0))" } ?? "here and next time"
      let words = isArticle ? "This is the article: kept open" : "This is not the article: folded"
      say("\(words) \(place). zX lists your verdicts.")
    }
    return []
  }

  /// Gives or takes back verdicts, on every open page of the same site.
  mutating func setVerdicts(_ keys: [String], _ isArticle: Bool?) {
    guard let site = page.map(\.article.site) else { return }
    let judged = pages.indices.filter { $0 == current || site != nil && pages[$0].article.site == site }
    refold(judged.contains) { page in
      for key in keys { page.verdicts[key] = isArticle }
    }
  }

  /// Takes back the verdict of the pane's row.
  mutating func takeBackVerdict() {
    guard let shown = pane, shown.shown.indices.contains(shown.selected),
      case .verdict(let key, _) = shown.shown[shown.selected].destination
    else { return }
    setVerdicts([key], nil)
    say("This verdict is taken back: ibid judges it again.")
  }

  /// The verdicts that hold on an article: of its site those that hold now, else those that were kept.
  func verdicts(for article: Article, saved: SavedPlace?) -> [String: Bool] {
    if let site = article.site, let open = pages.first(where: { $0.article.site == site }) { return open.verdicts }
    return saved?.verdicts ?? [:]
  }
}

extension Page {
  /// What a verdict is asked on, and which.
  fileprivate var toJudge: (blocks: [Block], isArticle: Bool)? {
    if let selection {
      guard let blocks = article.pieces[selection.start.block.piece]?.blocks else { return nil }
      let isWithin = selection.end.block.piece == selection.start.block.piece
      let last = isWithin ? selection.end.block.index : blocks.count - 1
      return (Array(blocks[selection.start.block.index...last]), false)
    }
    guard let target = focusTarget, let known = article.pieces[target.block.piece] else { return nil }
    if let (fold, _) = foldAtFocus {
      return (Array(known.blocks[fold.blocks.clamped(to: 0...max(0, known.blocks.count - 1))]), true)
    }
    return article.block(target.block).map { ([$0], false) }
  }

  /// The reader's verdicts, those that hold on this page first.
  var verdictItems: [PaneItem] {
    var places: [String: Anchor] = [:]
    for (number, piece) in article.pieces.enumerated() where !verdicts.isEmpty {
      for (index, block) in (piece?.blocks ?? []).enumerated() {
        let key = Page.key(of: block)
        guard verdicts[key] != nil, places[key] == nil else { continue }
        places[key] = Anchor(block: BlockID(piece: number, index: index))
      }
    }
    let missing = Anchor(block: BlockID(piece: article.pieces.count, index: 0))
    return verdicts.sorted { (places[$0.key] ?? missing, $0.key) < (places[$1.key] ?? missing, $1.key) }.map {
      PaneItem(
        sanitised($0.key.split(whereSeparator: \.isWhitespace).joined(separator: " ")),
        note: $0.value ? "article" : "folded", isDim: places[$0.key] == nil,
        destination: .verdict($0.key, at: places[$0.key]))
    }
  }
}
