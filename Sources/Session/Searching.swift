import Document
import Layout
import Search

extension State {
  /// Hits that are listed; beyond, the count says "more than".
  static let hitLimit = 10_000

  /// Starts a search from the prompt.
  mutating func search(_ text: String, isForward: Bool) -> [Effect] {
    guard pages.indices.contains(current) else { return [] }
    let origin = prompt?.origin
    prompt = nil
    if let origin { pages[current].setTop(origin) }
    guard !text.isEmpty else { return repeatSearch(isReversed: false, times: 1) }
    let query = Query(text)
    guard setFind(query, isForward: isForward) else { return [] }
    rememberPlace()
    return jump(isForward: isForward, from: pages[current].searchStart(isForward: isForward))
  }

  /// false: the pattern is wrong, and the reader was told.
  mutating func setFind(_ query: Query, isForward: Bool) -> Bool {
    do throws(PatternError) {
      let pattern = try Pattern(query)
      repeatsPassages = false
      pages[current].find = Find(query: query, pattern: pattern, isForward: isForward, hits: [], isCounted: false)
      return true
    } catch {
      complain(error.sentence)
      return false
    }
  }

  /// Counts the hits of a page that is wholly read; put off until nothing else is to be done.
  package mutating func countHits() {
    guard let page, var find = page.find, !find.isCounted, page.article.isComplete, !page.isGrowing else { return }
    find.hits = page.hits(of: find.pattern, limit: Self.hitLimit)
    find.isCounted = true
    pages[current].find = find
  }

  package var hasUncountedHits: Bool {
    guard let page, let find = page.find else { return false }
    return !find.isCounted && page.article.isComplete && !page.isGrowing
  }

  mutating func repeatSearch(isReversed: Bool, times: Int) -> [Effect] {
    guard let page, let find = page.find else {
      say("Nothing was searched for yet. / searches.")
      return []
    }
    let isForward = find.isForward != isReversed
    var effects: [Effect] = []
    rememberPlace()
    for _ in 0..<times where effects.isEmpty {
      let from = pages[current].find?.current.map {
        Anchor(block: $0.block, offset: isForward ? $0.range.upperBound : $0.range.lowerBound)
      }
      effects = jump(isForward: isForward, from: from ?? page.searchStart(isForward: isForward))
    }
    return effects
  }

  /// To the next hit: in what is read, else by a scan of the source.
  private mutating func jump(isForward: Bool, from start: Anchor) -> [Effect] {
    guard let page, let find = page.find else { return [] }
    switch page.hit(of: find.pattern, from: start, isForward: isForward) {
    case .hit(let hit): land(on: hit, wrapped: false)
    case .unread(let extent):
      isLoading = "searching"
      return [.scan(query: find.query, from: extent, forward: isForward)]
    case .none:
      let edge = isForward ? Anchor(block: .first, offset: -1) : page.afterEnd
      if case .hit(let hit) = page.hit(of: find.pattern, from: edge, isForward: isForward) {
        land(on: hit, wrapped: true)
      } else {
        complain("Not found: \(find.query.text)")
      }
    }
    return []
  }

  mutating func land(on hit: Hit, wrapped: Bool) {
    pages[current].find?.current = hit
    pages[current].cursor = Anchor(block: hit.block, offset: hit.range.lowerBound)
    pages[current].uncover(hit.block)
    pages[current].reveal(Anchor(block: hit.block, offset: hit.range.lowerBound), height: height)
    if pages[current].row(of: Anchor(block: hit.block, offset: hit.range.lowerBound)) == nil {
      pages[current].show(Anchor(block: hit.block, offset: hit.range.lowerBound), atRow: height / 3, height: height)
    }
    if wrapped { say("The search went round the \(pages[current].find?.isForward == true ? "end" : "beginning").") }
  }

  /// The answer to a scan.
  mutating func land(onExtent extent: Int?, wrapped: Bool) -> [Effect] {
    isLoading = nil
    guard let page, let find = page.find else { return [] }
    guard let extent else {
      complain("Not found: \(find.query.text)")
      return []
    }
    switch page.block(atExtent: extent) {
    case .unread(let piece): return [.read(pieces: [piece], then: .found(at: extent, wrapped: wrapped))]
    case .end: complain("Not found: \(find.query.text)")
    case .block(let block):
      let offset = extent - (page.article.block(block)?.extent.lowerBound ?? 0)
      // The source and the text may differ by a few bytes where lines end.
      let slack = 8
      let start = Anchor(block: block, offset: max(-1, offset - slack))
      if case .hit(let hit) = page.hit(of: find.pattern, from: start, isForward: true) {
        land(on: hit, wrapped: wrapped)
      } else {
        pages[current].show(Anchor(block: block, offset: max(0, offset)), atRow: height / 3, height: height)
      }
    }
    return []
  }

  /// While the reader types a pattern: show where it would land, from where the search began.
  mutating func searchIncrementally() {
    guard pages.indices.contains(current), let prompt, prompt.kind == .search || prompt.kind == .searchBack else {
      return
    }
    if let origin = prompt.origin {
      pages[current].setTop(origin)
      pages[current].fill(height: height)
    }
    let isForward = prompt.kind == .search
    guard !prompt.text.isEmpty, let pattern = try? Pattern(Query(prompt.line)) else {
      pages[current].find = nil
      return
    }
    pages[current].find = Find(
      query: Query(prompt.line), pattern: pattern, isForward: isForward, hits: [], isCounted: false)
    let start = pages[current].searchStart(isForward: isForward)
    guard case .hit(let hit) = pages[current].hit(of: pattern, from: start, isForward: isForward),
      pages[current].flow.hidingFold(of: hit.block) == nil
    else { return }
    pages[current].find?.current = hit
    pages[current].reveal(Anchor(block: hit.block, offset: hit.range.lowerBound), height: height)
  }

  mutating func searchFocus() -> [Effect] {
    settleFocus()
    guard let page, let target = page.focusTarget, !target.range.isEmpty else {
      say("Nothing has the focus. ]c and ]l set it.")
      return []
    }
    let text = page.text(target.block, target.range)
    guard setFind(Query(text).literal, isForward: true) else { return [] }
    return jump(isForward: true, from: Anchor(block: target.block, offset: target.range.upperBound))
  }

  /// Only the blocks that match are shown; an empty pattern shows all again.
  mutating func showOnly(_ text: String) -> [Effect] {
    guard let page else { return [] }
    guard !text.isEmpty else {
      keepingRow { $0.flow.setOnly(nil) }
      return []
    }
    guard setFind(Query(text), isForward: true), let find = pages[current].find else { return [] }
    let blocks = Set(page.hits(of: find.pattern, limit: Self.hitLimit).map(\.block))
    guard !blocks.isEmpty else {
      complain("No block matches \(text).")
      return []
    }
    pages[current].flow.setOnly(blocks)
    pages[current].setTop(Place(block: pages[current].flow.firstShownBlock))
    pages[current].fill(height: height)
    say("\(blocks.count) \(blocks.count == 1 ? "block matches" : "blocks match"). Esc shows all again.")
    return []
  }
}

extension Page {
  enum Searched: Equatable {
    case hit(Hit)
    /// What is read holds none, and the document goes on unread from this point of its measure.
    case unread(extent: Int)
    case none
  }

  /// Where a search begins: at the last hit if it is shown, else at the window's edge.
  func searchStart(isForward: Bool) -> Anchor {
    if let hit = find?.current, row(of: Anchor(block: hit.block, offset: hit.range.lowerBound)) != nil {
      return Anchor(block: hit.block, offset: isForward ? hit.range.upperBound : hit.range.lowerBound)
    }
    return Anchor(block: firstShown.block, offset: isForward ? firstShown.offset : firstShown.offset)
  }

  var afterEnd: Anchor {
    let last = article.pieces.last.flatMap { $0 }
    return Anchor(block: BlockID(piece: max(0, article.pieces.count - 1), index: last?.blocks.count ?? 0))
  }

  func hit(of pattern: Pattern, from start: Anchor, isForward: Bool) -> Searched {
    var piece = start.block.piece
    while article.pieces.indices.contains(piece) {
      guard let blocks = article.pieces[piece]?.blocks else {
        let known = piece - (isForward ? 1 : -1)
        let extent = article.pieces.indices.contains(known) ? article.pieces[known]?.extent : nil
        return .unread(extent: isForward ? extent?.upperBound ?? 0 : extent?.lowerBound ?? article.extent)
      }
      let isFirst = piece == start.block.piece
      if let hit = hit(of: pattern, in: blocks, piece: piece, from: isFirst ? start : nil, isForward: isForward) {
        return .hit(hit)
      }
      piece += isForward ? 1 : -1
    }
    return .none
  }

  private func hit(of pattern: Pattern, in blocks: [Block], piece: Int, from start: Anchor?, isForward: Bool) -> Hit? {
    let first = start?.block.index ?? (isForward ? 0 : blocks.count - 1)
    for index in stride(from: first, through: isForward ? blocks.count - 1 : 0, by: isForward ? 1 : -1)
    where blocks.indices.contains(index) {
      let text = blocks[index].text
      let isStart = index == start?.block.index
      let offset = start?.offset ?? 0
      let range =
        isForward
        ? pattern.first(in: text, from: isStart ? min(max(0, offset), text.count) : 0)
        : pattern.last(in: text, before: isStart ? min(max(0, offset), text.count) : text.count)
      if let range { return Hit(block: BlockID(piece: piece, index: index), range: range) }
    }
    return nil
  }

  /// All hits in what is read.
  func hits(of pattern: Pattern, limit: Int) -> [Hit] {
    var hits: [Hit] = []
    for (number, piece) in article.pieces.enumerated() {
      for (index, block) in (piece?.blocks ?? []).enumerated() {
        for range in pattern.ranges(in: block.text, limit: limit - hits.count) {
          hits.append(Hit(block: BlockID(piece: number, index: index), range: range))
        }
        if hits.count >= limit { return hits }
      }
    }
    return hits
  }

  /// "hit 3 of 7, 2 in folds".
  package var searchWords: String? {
    guard let find, let current = find.current else { return nil }
    guard find.isCounted, let index = find.hits.firstIndex(of: current) else { return "hit … of …" }
    let folded = find.hits.count { flow.hidingFold(of: $0.block) != nil }
    let all = find.hits.count >= State.hitLimit ? "more than \(State.hitLimit)" : String(find.hits.count)
    return "hit \(index + 1) of \(all)" + (folded > 0 ? ", \(folded) \(folded == 1 ? "is" : "are") folded" : "")
  }
}
