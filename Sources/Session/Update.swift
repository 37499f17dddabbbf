import Document
import Layout
import Screen
import Text

/// Changes the state by what happened; answers what is to be done outside. Pure: the same state and action give the
/// same result.
package func update(_ state: inout State, _ action: Action) -> [Effect] {
  switch action {
  case .input(.key(let key)): return state.take(key)
  case .input(.paste(let text)): return state.takePaste(text)
  case .input(.mouse(let mouse)): return state.take(mouse)
  case .command(let command, let count): return state.perform(command, count: count)
  case .resize(let size): return state.resize(to: size)
  case .loaded(let article, let saved, let isGrowing): return state.add(article, saved: saved, isGrowing: isGrowing)
  case .waited(let seconds):
    state.secondsWaited = seconds
    return []
  case .progress(let words):
    state.fetching = words
    state.isLoading = nil
    return []
  case .opened(let article, let saved): return state.announce(state.append(article, saved: saved))
  case .ranked(let findings): return state.take(findings)
  case .passage(let index): return state.showPassage(index)
  case .goTo(let extent): return state.goTo(extent: extent, then: .goTo(extent: extent))
  case .goToName(let name): return state.goTo(name: name)
  case .execute(let line): return state.execute(line)
  case .search(let pattern): return state.search(pattern, isForward: true)
  case .reloaded(let article): return state.replace(article)
  case .code(let article): return state.showCode(article)
  case .pieces(let pieces, let size): return state.take(pieces, of: size)
  case .surveyed(let piece, let index): return state.survey(piece, at: index)
  case .found(let extent, let wrapped): return state.land(onExtent: extent, wrapped: wrapped)
  case .notice(let notice):
    state.notice = notice
    state.isLoading = nil
    return []
  case .output(let title, let text):
    state.notice = nil
    state.popup = Popup(
      kind: .output, title: title,
      lines: text.split(separator: "\n", omittingEmptySubsequences: false).map { StyledLine(sanitised(String($0))) })
    return []
  case .themes(let names):
    state.themes = names
    return []
  case .elapsed(let token): return state.elapsed(token)
  case .resume(let saved): return state.goTo(saved)
  case .settled:
    if state.isSearchStale { state.searchIncrementally() }
    state.isSearchStale = false
    state.settleFocus()
    if state.pages.indices.contains(state.current) { state.pages[state.current].recount() }
    return []
  case .idle:
    state.countHits()
    return []
  }
}

extension State {
  mutating func resize(to new: Size) -> [Effect] {
    size = new
    relayout()
    return []
  }

  /// Lays all out anew after the width, the settings or the panes changed; the reader's place stays.
  mutating func relayout() {
    let geometry = geometry
    for (index, area) in [(current, geometry.focused), (split?.other ?? -1, geometry.other)] {
      guard let area, pages.indices.contains(index) else { continue }
      pages[index].flow.setMetrics(metrics(for: area))
      pages[index].restoreTop(height: area.rect.height)
    }
  }

  /// Changes the page and keeps the focused line on its row of the screen.
  mutating func keepingRow(_ change: (inout Page) -> Void) {
    guard pages.indices.contains(current) else { return }
    let anchor =
      (pages[current].focusTarget?.anchor).flatMap { pages[current].row(of: $0) == nil ? nil : $0 }
      ?? pages[current].firstShown
    let row = pages[current].row(of: anchor) ?? 0
    change(&pages[current])
    pages[current].show(anchor, atRow: row, height: height)
  }

  // MARK: Articles

  /// Shows an article: one that is open already, or this one.
  mutating func add(_ article: Article, saved: SavedPlace?, isGrowing: Bool) -> [Effect] {
    isLoading = nil
    let index = append(article, saved: saved)
    if isGrowing { pages[index].isGrowing = true }
    let wanted = awaited.flatMap { $0.isMet(by: article.origin.location) ? $0 : nil }
    let effects = wanted.map { arrive(at: index, $0) } ?? show(page: index, recording: true)
    if let text = article.notices.first { notice = Notice(text) }
    return effects
  }

  /// The page of an article, new or open already.
  mutating func append(_ article: Article, saved: SavedPlace?) -> Int {
    if let known = pages.firstIndex(where: { $0.article.origin.location == article.origin.location }) { return known }
    var page = Page(article: article, metrics: metrics, settings: settings)
    let verdicts = verdicts(for: article, saved: saved)
    if !verdicts.isEmpty {
      page.verdicts = verdicts
      for index in article.pieces.indices { page.refold(index, settings: settings) }
    }
    if let saved {
      page.claimMarks = saved.claims
      if saved.extent > 0 || saved.offset > 0 { page.resumesAt = saved }
    }
    pages.append(page)
    return pages.count - 1
  }

  /// The same article read anew: the reader's place is found again by its text.
  mutating func replace(_ article: Article) -> [Effect] {
    guard pages.indices.contains(current) else { return [] }
    isLoading = nil
    let old = pages[current]
    let saved = old.savedPlace
    var page = Page(article: article, metrics: metrics, settings: settings)
    page.verdicts = old.verdicts
    page.claimMarks = old.claimMarks
    page.places = old.places
    page.placeIndex = old.placeIndex
    page.letters = old.letters
    for index in article.pieces.indices where !page.verdicts.isEmpty { page.refold(index, settings: settings) }
    page.jump = old.jump.map { Jump($0.claimant, keepsPlace: true) }
    pages[current] = page
    settle()
    say("Read anew.")
    let effects = goTo(saved)
    return effects + (old.jump.map { [.rank(claim: $0.claimant.claim, context: $0.claimant.context)] } ?? [])
  }

  mutating func show(page index: Int, recording: Bool) -> [Effect] {
    guard pages.indices.contains(index) else { return [] }
    if index == split?.other { swapHalves() }
    current = index
    if recording, trail.isEmpty || trail[trailIndex] != index {
      trail = Array(trail.prefix(trailIndex + 1)) + [index]
      trailIndex = trail.count - 1
    }
    pages[current].flow.setMetrics(metrics)
    settle()
    rebuildPane()
    let saved = pages[index].resumesAt
    pages[index].resumesAt = nil
    if let name = takeArrival(at: pages[index].article.origin.location) { return goTo(name: name) }
    return saved.map { goTo($0) } ?? []
  }

  /// Takes the window's lines anew where the page changed.
  mutating func settle() {
    guard pages.indices.contains(current) else { return }
    pages[current].restoreTop(height: height)
  }

  mutating func take(_ pieces: [Int: Piece], of size: DocumentSize) -> [Effect] {
    let index =
      size.location.map { location in pages.firstIndex { $0.article.origin.location == location } } ?? current
    guard let index, pages.indices.contains(index) else { return [] }
    pages[index].grow(to: size)
    for (number, piece) in pieces {
      pages[index].take(pages[index].settled(piece, at: number), at: number, settings: settings)
    }
    pages[index].find?.isCounted = false
    guard index == current else { return [] }
    if pages[current].window.count < height || pages[current].windowTouches(pieces) { settle() }
    rebuildPane()
    return []
  }

  /// Takes what a piece tells of the document. Of a short document, or where all of it is asked for, it stays.
  mutating func survey(_ piece: Piece, at index: Int) -> [Effect] {
    guard pages.indices.contains(current), pages[current].targets.indices.contains(index) else { return [] }
    pages[current].take(piece, at: index, settings: settings)
    if pages[current].article.extent > State.keptBytes, !needsAll { pages[current].forget(index) }
    if pages[current].find != nil { pages[current].find?.isCounted = false }
    if pieceToSurvey == nil { rebuildPane() }
    return []
  }

  /// The pieces beside what is shown that are not read yet.
  package var wantedPieces: [Int] {
    guard let page, !page.window.isEmpty else { return [] }
    let pieces = page.article.pieces
    let shown = (page.window.first?.block.piece ?? 0) - 1...(page.window.last?.block.piece ?? 0) + 1
    return shown.filter { pieces.indices.contains($0) && pieces[$0] == nil }
  }

  /// The next piece of a short document of which nothing is known, so that it can be counted; where a pane lists it or
  /// hits are counted, also of a longer one the next that is not at hand.
  package var pieceToSurvey: Int? {
    let limit = needsAll ? State.surveyBytes : State.keptBytes
    guard let page, page.article.extent <= limit, !page.window.isEmpty else { return nil }
    return needsAll ? page.article.pieces.firstIndex { $0 == nil } : page.targets.firstIndex { $0 == nil }
  }

  /// All is known of the page, and was not counted yet.
  package var hasNewCounts: Bool {
    pieceToSurvey == nil && page.map { $0.counts == nil && $0.targets.allSatisfy { $0 != nil } } ?? false
  }

  /// A pane lists the whole document, or hits are counted in it.
  private var needsAll: Bool { pane != nil || page?.find != nil || page?.flow.only != nil }

  /// A document of up to so many bytes is looked through as a whole, where that is asked for.
  static let surveyBytes = 4 << 20
  /// One of up to so many is looked through when nobody types, so that counts are known, and kept as a whole.
  private static let keptBytes = 512 << 10

  /// The window has a line on each row, or the document is at its end.
  package var isWindowFull: Bool {
    guard let page else { return true }
    return page.window.count >= height || page.article.isComplete
  }

  mutating func elapsed(_ token: Int) -> [Effect] {
    guard token == self.token, !pending.isEmpty else { return [] }
    popup = whichKey()
    return []
  }
}

extension Page {
  mutating func grow(to size: DocumentSize) {
    isGrowing = size.isGrowing
    if let metadata = size.metadata { flow.setMetadata(metadata) }
    guard size.pieces != article.pieces.count || size.extent != article.extent else { return }
    flow.grow(pieces: size.pieces, extent: size.extent, pieceSize: size.pieceSize ?? article.pieceSize)
    targets.grow(to: article.pieces.count)
    counts = nil
  }

  mutating func take(_ piece: Piece, at index: Int, settings: Settings) {
    flow.setPiece(piece, at: index)
    refold(index, settings: settings)
  }

  /// Lets go of a piece's blocks; what was learned of it stays.
  mutating func forget(_ index: Int) {
    let known = targets[index]
    flow.setPiece(nil, at: index)
    targets[index] = known
  }

  /// The window shows lines of these pieces already.
  func windowTouches(_ pieces: [Int: Piece]) -> Bool {
    window.contains { pieces[$0.block.piece] != nil }
  }

  package var focusTarget: Target? { focus.flatMap(target) }
}
