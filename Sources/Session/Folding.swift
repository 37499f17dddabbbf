import Document
import Layout

extension State {
  enum FoldChange { case toggle, open, close }

  mutating func changeFold(_ change: FoldChange) -> [Effect] {
    settleFocus()
    guard let page, let (fold, first) = page.foldAtFocus else {
      say("No fold on the screen. ]z goes to the next one.")
      return []
    }
    let isOpen = page.flow.isOpen(first)
    let shouldOpen = change == .open || (change == .toggle && !isOpen)
    setFolds([first], open: shouldOpen, focus: .fold(first))
    if !shouldOpen { say("\(fold.kind.words): closed. z? says why it is folded.") }
    return []
  }

  /// Opens or closes folds; what has the focus keeps its row.
  mutating func setFolds(_ folds: [BlockID], open: Bool, focus: Focus? = nil) {
    guard pages.indices.contains(current) else { return }
    var all = pages[current].flow.open
    if open { all.formUnion(folds) } else { all.subtract(folds) }
    if let focus { pages[current].focus = focus }
    if case .fold(let block) = focus, let row = pages[current].foldRow(at: block) {
      // The row that names the fold stays where it is, and the text comes below it.
      pages[current].flow.setOpen(all)
      pages[current].show(Anchor(block: block), atRow: open ? row + 1 : row, height: height)
    } else {
      keepingRow { $0.flow.setOpen(all) }
    }
    rebuildPane()
  }

  mutating func changeAllFolds(open: Bool) -> [Effect] {
    guard let page else { return [] }
    let all = page.all(.fold).map(\.block)
    guard !all.isEmpty else {
      say("Nothing is folded on this page.")
      return []
    }
    if open, page.flow.foldsAreOff { return [] }
    if !open { keepingRow { $0.flow.setFoldsAreOff(false) } }
    setFolds(all, open: open)
    say(open ? "All folds are open. zM closes them." : "All folds are closed. zR opens them.")
    return []
  }

  mutating func toggleFolding() -> [Effect] {
    guard let page else { return [] }
    let off = !page.flow.foldsAreOff
    keepingRow { $0.flow.setFoldsAreOff(off) }
    pages[current].view = off ? .whole : .article
    say(off ? "The whole page, nothing folded. zi folds again." : "The article; the rest is folded.")
    return []
  }

  /// Opens the fold that hides the focus.
  mutating func revealFocus() -> [Effect] {
    guard let page, let target = page.focusTarget, let hidden = page.flow.hidingFold(of: target.block) else {
      say("Nothing hides the focus.")
      return []
    }
    setFolds([hidden.first], open: true)
    pages[current].reveal(target.anchor, height: height)
    return []
  }

  /// Folds and claims anew, on the pages that `isMeant` names, after `change` was made to each of them.
  mutating func refold(_ isMeant: (Int) -> Bool = { _ in true }, after change: (inout Page) -> Void = { _ in }) {
    let settings = settings
    let wasCurrent = current
    for index in pages.indices where isMeant(index) {
      current = index
      keepingRow { page in
        change(&page)
        for piece in page.article.pieces.indices { page.refold(piece, settings: settings) }
        page.flow.setOpen(page.flow.open)
      }
    }
    current = wasCurrent
    rebuildPane()
  }

  // MARK: Why

  mutating func explain() -> [Effect] {
    if explainPassage() { return [] }
    settleFocus()
    guard let page, let target = page.focusTarget else {
      say("Nothing here was folded or marked.")
      return []
    }
    if page.foldAtFocus == nil, let block = page.article.block(target.block), let claim = page.claim(holding: target) {
      popup = Popup(kind: .explanation, title: "Why this is marked as a claim", lines: claim.explanation(in: block))
      return []
    }
    let id = page.foldAtFocus?.first ?? target.block
    guard let block = page.article.block(id), let boilerplate = block.boilerplate else {
      if let block = page.article.block(id), page.verdicts[Page.key(of: block)] == false {
        say("You folded this. zx takes that back.")
      } else {
        say("Nothing here was folded or marked.")
      }
      return []
    }
    let name = (page.foldAtFocus?.fold.kind ?? .boilerplate(boilerplate.kind)).words
    let reasons = boilerplate.reasons.map { StyledLine("  " + $0.sentence(in: block.text)) }
    popup = Popup(
      kind: .explanation, title: name,
      lines: [StyledLine("\(name), because:")] + reasons + [StyledLine("zx keeps it open on this site.", .popupDim)])
    return []
  }
}

extension Claim {
  func explanation(in block: Block) -> [StyledLine] {
    let support =
      switch support {
      case .linked: "It links to where it has that from."
      case .attributed: "It names a source, without a link."
      case .self: "It rests on the publication itself."
      case .none: "It does not say where it has that from."
      }
    return [StyledLine("\(kinds.map(\.rawValue).joined(separator: ", ")), because:")]
      + reasons.map { StyledLine("  " + $0.sentence(in: block.text)) } + [StyledLine(support, .popupDim)]
  }
}

extension Page {
  /// The fold that has the focus, or that holds what has the focus.
  package var foldAtFocus: (fold: Fold, first: BlockID)? {
    guard let target = focusTarget else { return nil }
    return flow.fold(at: target.block)
  }

  /// The row of the window that names the fold which begins at a block.
  fileprivate func foldRow(at block: BlockID) -> Int? {
    window.firstIndex { line in
      if case .fold = line.content { line.block == block } else { false }
    }
  }

  /// Opens the fold that hides a block, where one does.
  mutating func uncover(_ block: BlockID) {
    if let hidden = flow.hidingFold(of: block) { flow.setOpen(flow.open.union([hidden.first])) }
  }

  /// The claim that a target is, or stands in.
  func claim(holding target: Target) -> Claim? {
    let known = targets[target.block.piece]?.all(.claim, in: target.block)
    let found = known?.first { $0.range.contains(target.range.lowerBound) }
    guard case .claim(let id, let sentence) = found?.focus else { return nil }
    return article.block(id)?.sentences[sentence].claim
  }
}
