import Document
import Layout
import Screen
import Text

extension State {
  mutating func openPane(_ kind: Pane.Kind) -> [Effect] {
    if pane?.kind == kind, pane?.onlySource == nil {
      closePane()
      return []
    }
    settleFocus()
    pane = Pane(kind: kind, items: [])
    guard geometry.pane != nil else {
      pane = nil
      complain("The window is too low for a pane. Make it higher.")
      return []
    }
    relayout()
    rebuildPane()
    paneHasFocus = true
    if let target = page?.focusTarget {
      // The pane may cover what the reader is on.
      if page?.row(of: target.anchor) == nil { pages[current].reveal(target.anchor, height: height) }
      followInPane(target)
    }
    return []
  }

  mutating func closePane() {
    pane = nil
    paneHasFocus = false
    relayout()
  }

  mutating func switchPane() -> [Effect] {
    // Round the first half, the second one, the pane.
    if paneHasFocus {
      paneHasFocus = false
      if split?.isSecond == true { swapHalves() }
    } else if let split, !split.isSecond || pane == nil {
      swapHalves()
    } else if pane != nil {
      paneHasFocus = true
    } else {
      say("No pane and no split is open. U R C t L open a pane, gs and gf a split.")
    }
    return []
  }

  /// Takes the rows of the pane anew, after the page or what is known of it changed.
  mutating func rebuildPane() {
    guard var shown = pane, let page else { return }
    switch shown.kind {
    case .links: shown.items = page.linkItems
    case .sources: shown.items = page.sourceItems(only: shown.onlySource)
    case .claims: shown.items = page.claimItems
    case .contents: shown.items = page.contentItems
    case .articles: shown.items = articleItems
    case .verdicts: shown.items = page.verdictItems
    case .ways: shown.items = wayItems(for: waysCommand)
    }
    shown.selected = min(shown.selected, max(0, shown.shown.count - 1))
    pane = shown
  }

  /// The row that stands for the target becomes the selected one; where none does, and the rows stand as the page has them,
  /// the last one before it.
  mutating func followInPane(_ target: Target) {
    guard var shown = pane, !shown.items.isEmpty else { return }
    let exact = shown.shown.firstIndex { $0.destination == .target(target) }
    let before = shown.shown.lastIndex { item in
      if case .target(let other) = item.destination { return other.anchor <= target.anchor }
      return false
    }
    guard let index = exact ?? (shown.kind.isInOrder ? before : nil) else { return }
    shown.selected = index
    pane = shown
    scrollPaneToSelection()
  }

  var paneRows: Int { max(1, (geometry.pane?.height ?? 2) - 1) }

  private mutating func scrollPaneToSelection() {
    guard var shown = pane else { return }
    if shown.selected < shown.scroll { shown.scroll = shown.selected }
    if shown.selected >= shown.scroll + paneRows { shown.scroll = shown.selected - paneRows + 1 }
    pane = shown
  }

  mutating func scrollPane(by rows: Int) {
    guard var shown = pane else { return }
    shown.scroll = max(0, min(shown.shown.count - paneRows, shown.scroll + rows))
    pane = shown
  }

  mutating func clickPane(y: Int) -> [Effect] {
    guard let area = geometry.pane, let shown = pane else { return [] }
    let index = shown.scroll + y - area.y - 1
    guard y > area.y, shown.shown.indices.contains(index) else { return [] }
    let isSecond = paneHasFocus && shown.selected == index
    paneHasFocus = true
    select(inPane: index)
    return isSecond ? actInPane() : []
  }

  /// A command while the pane has the keys; nil: it means what it means in the article.
  mutating func performInPane(_ command: Command, count: Int?) -> [Effect]? {
    guard let shown = pane else { return nil }
    let last = shown.shown.count - 1
    let times = max(1, count ?? 1)
    switch command {
    case .lineDown: select(inPane: shown.selected + times)
    case .lineUp: select(inPane: shown.selected - times)
    case .halfPageDown: select(inPane: shown.selected + paneRows / 2)
    case .halfPageUp: select(inPane: shown.selected - paneRows / 2)
    case .pageDown: select(inPane: shown.selected + paneRows)
    case .pageUp: select(inPane: shown.selected - paneRows)
    case .top: select(inPane: 0)
    case .end: select(inPane: last)
    case .filter, .search:
      prompt = Prompt(.filter, text: shown.filter)
    case .act: return actInPane()
    case .openKind: return changeKind(open: true)
    case .closeKind: return changeKind(open: false)
    case .judge:
      guard shown.kind == .verdicts else { return nil }
      takeBackVerdict()
    case .close: closePane()
    case .cancel:
      if shown.filter.isEmpty { paneHasFocus = false } else { pane?.filter = "" }
    default: return nil
    }
    return []
  }

  /// Selects a row; what it stands for is shown in the text.
  private mutating func select(inPane index: Int) {
    guard var shown = pane, !shown.shown.isEmpty else { return }
    shown.selected = min(max(0, index), shown.shown.count - 1)
    pane = shown
    scrollPaneToSelection()
    if case .target(let target) = shown.shown[shown.selected].destination { focusFromPane(target) }
  }

  private mutating func focusFromPane(_ target: Target) {
    guard pages.indices.contains(current), pages[current].article.block(target.block) != nil else { return }
    pages[current].focus = target.focus
    pages[current].reveal(target.anchor, height: height)
  }

  private mutating func actInPane() -> [Effect] {
    guard let shown = pane, shown.shown.indices.contains(shown.selected) else { return [] }
    switch shown.shown[shown.selected].destination {
    case .target(let target):
      rememberPlace()
      if let hidden = pages[current].flow.hidingFold(of: target.block), target.focus.kind != .fold {
        pages[current].flow.setOpen(pages[current].flow.open.union([hidden.first]))
      }
      focusFromPane(target)
      paneHasFocus = false
    case .page(let index):
      closePane()
      return show(page: index, recording: true)
    case .verdict(_, let place?):
      rememberPlace()
      pages[current].reveal(place, height: height)
      paneHasFocus = false
    case .way(let way): return take(way)
    case .verdict(_, nil): say("What this verdict is on does not stand on this page.")
    case nil: break
    }
    return []
  }

  /// All folds of the kind of the fold that the row stands for, or stands in.
  private mutating func changeKind(open: Bool) -> [Effect] {
    guard let page, let shown = pane, shown.shown.indices.contains(shown.selected),
      case .target(let target) = shown.shown[shown.selected].destination,
      let (fold, _) = page.flow.fold(at: target.block)
    else {
      say("This row is in no fold.")
      return []
    }
    let same = page.all(.fold).filter { page.flow.fold(at: $0.block)?.fold.kind == fold.kind }
    setFolds(same.map(\.block), open: open)
    say("\(same.count) \(fold.kind.words): \(open ? "open" : "closed").")
    return []
  }

  private var articleItems: [PaneItem] {
    pages.enumerated().map { index, page in
      PaneItem(
        page.article.metadata.title ?? page.name, note: index == current ? "shown" : "", isDim: false,
        destination: .page(index))
    }
  }
}

extension Page {
  var linkItems: [PaneItem] {
    all(.link).enumerated().compactMap { number, target in
      guard case .link(let piece, let index) = target.focus, let link = link(piece: piece, index: index) else {
        return nil
      }
      let words = text(target.block, target.range)
      return PaneItem(
        "\(number + 1) \(words.isEmpty ? sanitised(link.href) : words)", note: link.place, isDim: link.isBoilerplate,
        destination: .target(target))
    }
  }

  /// Sources in the order in which they are first cited, each with its citations under it.
  func sourceItems(only: String?) -> [PaneItem] {
    var order: [String] = []
    var groups: [String: [(Target, Citation)]] = [:]
    for target in all(.citation) {
      guard case .citation(let piece, let index) = target.focus, let citation = citation(piece: piece, index: index)
      else { continue }
      let name = sourceName(of: citation, target)
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append((target, citation))
    }
    return order.filter { only == nil || $0 == only }.flatMap { name -> [PaneItem] in
      let group = groups[name] ?? []
      guard let first = group.first else { return [] }
      let header = PaneItem(
        name, note: first.1.note, sign: first.1.sign, destination: .target(first.0))
      return [header]
        + group.map { PaneItem(excerpt(around: $0.0), indent: 2, isDim: true, destination: .target($0.0)) }
    }
  }

  package func sourceName(of citation: Citation, _ target: Target) -> String {
    article.pieces[target.block.piece].map { citation.sourceName(in: $0) } ?? ""
  }

  /// The words of a target and some that follow.
  private func excerpt(around target: Target) -> String {
    guard let block = article.block(target.block) else { return "" }
    let sentence = block.sentences.first { $0.range.contains(target.range.lowerBound) }?.range ?? target.range
    return text(target.block, sentence)
  }

  var claimItems: [PaneItem] {
    all(.claim).compactMap { target in
      guard case .claim(let id, let sentence) = target.focus,
        let claim = article.block(id)?.sentences[sentence].claim
      else { return nil }
      let words = text(id, target.range)
      let mark = claimMarks[words]
      return PaneItem(
        words, note: mark?.rawValue ?? "", sign: mark.map(\.sign) ?? claim.support.sign, destination: .target(target))
    }
  }

  var contentItems: [PaneItem] {
    all(.heading).map { target in
      let block = article.block(target.block)
      let level = block?.role == .title ? 0 : max(1, block?.level ?? 1)
      return PaneItem(
        text(target.block, target.range), indent: level == 0 ? 0 : (level - 1) * 2, destination: .target(target))
    }
  }

  /// Counts for a pane's title: "31 claims: 9 linked, 12 attributed, 10 unsourced".
  package var claimCounts: [Claim.Support: Int] {
    var counts: [Claim.Support: Int] = [:]
    for target in all(.claim) {
      guard case .claim(let id, let sentence) = target.focus, let claim = article.block(id)?.sentences[sentence].claim
      else { continue }
      counts[claim.support, default: 0] += 1
    }
    return counts
  }
}

extension Claim.Support {
  package var sign: PaneItem.Sign {
    switch self {
    case .linked: .linked
    case .attributed: .attributed
    case .self: .own
    case .none: .none
    }
  }
}

extension ClaimMark {
  package var sign: PaneItem.Sign {
    switch self {
    case .checked: .checked
    case .doubtful: .doubtful
    case .false: .false
    }
  }
}

extension Citation {
  package var sign: PaneItem.Sign {
    switch status {
    case .linked: .linked
    case .named, .credit: source?.kind == .unnamed ? .none : .attributed
    case .self: .own
    case .lost: .lost
    }
  }

  /// What kind of source it is, in words.
  package var note: String {
    switch status {
    case .lost: "link lost here"
    case .credit: "credit"
    case .linked, .named, .self:
      switch source?.kind {
      case .document: "document"
      case .organisation: "organisation"
      case .person: "person"
      case .publication: "publication"
      case .website: "website"
      case .self: "this publication"
      case .unnamed: "unnamed"
      case nil: ""
      }
    }
  }
}

extension Pane.Kind {
  /// The rows stand in the order of the page.
  fileprivate var isInOrder: Bool {
    switch self {
    case .links, .claims, .contents: true
    case .sources, .articles, .verdicts, .ways: false
    }
  }
}

extension Link {
  /// Where it leads, short: the host, or its kind.
  package var place: String {
    switch kind {
    case .external:
      let rest = href.split(separator: "/", omittingEmptySubsequences: false)
      return rest.count > 2 ? sanitised(String(rest[2])) : sanitised(href)
    case .internal: return "this site"
    case .fragment: return "this page"
    case .mail: return "mail"
    case .blocked: return "blocked"
    }
  }
}
