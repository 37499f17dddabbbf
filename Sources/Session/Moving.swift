import Document
import Layout
import Text

extension State {
  var height: Int { geometry.focused.rect.height }

  mutating func scroll(by rows: Int) -> [Effect] {
    guard pages.indices.contains(current) else { return [] }
    let left = pages[current].scroll(by: rows, height: height)
    guard let piece = left.unread else { return [] }
    // At a gap: go on when the piece behind it is read.
    let command: Command = rows > 0 ? .lineDown : .lineUp
    return [.read(pieces: [piece], then: left.rest == 0 ? nil : .command(command, count: abs(left.rest)))]
  }

  mutating func goToTop() -> [Effect] {
    guard pages.indices.contains(current) else { return [] }
    if pages[current].article.pieces.first == .some(nil) {
      return [.read(pieces: [0], then: .command(.top, count: nil))]
    }
    rememberPlace()
    pages[current].setTop(Place(block: pages[current].flow.firstShownBlock))
    pages[current].fill(height: height)
    pages[current].focus = nil
    return []
  }

  mutating func goToEnd() -> [Effect] {
    guard pages.indices.contains(current) else { return [] }
    let last = pages[current].flow.lastTop(height: height)
    if let piece = last.unread { return [.read(pieces: [piece], then: .command(.end, count: nil))] }
    rememberPlace()
    pages[current].setTop(last.place)
    pages[current].fill(height: height)
    pages[current].focus = nil
    return []
  }

  mutating func goTo(percent: Int) -> [Effect] {
    guard let page else { return [] }
    if percent >= 100 { return goToEnd() }
    let extent = page.article.extent / 100 * max(0, percent) + page.article.extent % 100 * max(0, percent) / 100
    return goTo(extent: extent, then: .command(.percent, count: percent))
  }

  /// To the block that stands at this point of the document's measure.
  mutating func goTo(extent: Int, then again: Action) -> [Effect] {
    guard let page else { return [] }
    switch page.block(atExtent: extent) {
    case .unread(let piece): return [.read(pieces: [piece], then: again)]
    case .end: return []
    case .block(let block):
      rememberPlace()
      let offset = max(0, extent - (page.article.block(block)?.extent.lowerBound ?? 0))
      pages[current].show(Anchor(block: block, offset: offset), atRow: 0, height: height)
      return []
    }
  }

  mutating func scrollSideways(by steps: Int) -> [Effect] {
    guard pages.indices.contains(current) else { return [] }
    let columns = 8
    let widest = pages[current].window.map(\.columns).max() ?? 0
    let limit = max(0, widest - geometry.focused.textWidth)
    if limit == 0, pages[current].sideways == 0 {
      say("Nothing here is wider than the window.")
      return []
    }
    pages[current].sideways = min(max(0, pages[current].sideways + steps * columns), limit)
    return []
  }

  mutating func putFocus(atRow row: Int) -> [Effect] {
    settleFocus()
    guard let target = page?.focusTarget else { return [] }
    pages[current].show(target.anchor, atRow: row, height: height)
    return []
  }

  // MARK: The focus

  /// The focus stands on something that is shown; where it was scrolled out, the nearest that is. Claims go first.
  package mutating func settleFocus() {
    guard pages.indices.contains(current) else { return }
    let old = pages[current].focusTarget
    if let old, pages[current].row(of: old.anchor) != nil { return }
    let shown = pages[current].shownTargets
    let claims = shown.filter { $0.focus.kind == .claim }
    let choice = claims.isEmpty ? shown : claims
    let isBelow = old.map { target in pages[current].window.last.map { $0.block < target.block } ?? false } ?? false
    pages[current].focus = (isBelow ? choice.last : choice.first)?.focus
  }

  /// To the next or previous target of a kind, `count` of them on.
  mutating func walk(_ kind: Focus.Kind, by count: Int, _ command: Command) -> [Effect] {
    guard let page else { return [] }
    let position = page.walkingAnchor(isForward: count > 0, kind: kind)
    var steps = abs(count)
    var place = position
    var found: Target?
    while steps > 0 {
      switch page.next(kind, from: place, isForward: count > 0) {
      case .target(let target):
        found = target
        place = target.anchor
        steps -= 1
      case .unread(let piece):
        return [.read(pieces: [piece], then: .command(command, count: abs(count)))]
      case .none: steps = 0
      }
    }
    guard let found else {
      let name = kind.words
      say(
        page.count(of: kind) == 0
          ? "No \(name) on this page." : "No \(name) \(count > 0 ? "after" : "before") this one.")
      return []
    }
    if page.article.block(found.block) == nil {
      return [.read(pieces: [found.block.piece], then: .command(command, count: abs(count)))]
    }
    focus(on: found)
    sayWhich(found)
    return []
  }

  mutating func focus(on target: Target) {
    pages[current].focus = target.focus
    pages[current].cursor = nil
    pages[current].reveal(target.anchor, height: height)
    followInPane(target)
  }

  private mutating func sayWhich(_ target: Target) {
    guard let page, target.focus.kind != .claim, let number = page.number(of: target) else { return }
    let all = page.count(of: target.focus.kind).map(String.init) ?? "…"
    say("\(target.focus.kind.words) \(number) of \(all)")
  }

  mutating func walkParagraph(by count: Int) -> [Effect] {
    guard let page else { return [] }
    if page.selection != nil { return extendSelection(by: count, unit: .paragraph) }
    var block = page.top.block
    if count < 0, page.top.line > pages[current].flow.leadCount(of: block) {
      pages[current].setTop(Place(block: block))
      pages[current].fill(height: height)
      return count == -1 ? [] : walkParagraph(by: count + 1)
    }
    for _ in 0..<abs(count) {
      switch count > 0 ? page.flow.next(after: block) : page.flow.previous(before: block) {
      case .block(let other): block = other
      case .unread(let piece):
        return [
          .read(pieces: [piece], then: .command(count > 0 ? .nextParagraph : .previousParagraph, count: abs(count)))
        ]
      case .end: break
      }
    }
    let lead = pages[current].flow.leadCount(of: block)
    pages[current].setTop(Place(block: block, line: lead))
    pages[current].fill(height: height)
    return []
  }

  mutating func walkSentence(by count: Int) -> [Effect] {
    guard let page else { return [] }
    if page.selection != nil { return extendSelection(by: count, unit: .sentence) }
    var anchor = page.firstShown
    for _ in 0..<abs(count) {
      switch page.sentence(from: anchor, isForward: count > 0) {
      case .anchor(let next): anchor = next
      case .unread(let piece):
        return [
          .read(pieces: [piece], then: .command(count > 0 ? .nextSentence : .previousSentence, count: abs(count)))
        ]
      case .none: break
      }
    }
    pages[current].show(anchor, atRow: 0, height: height)
    pages[current].cursor = anchor
    return []
  }
}

extension Focus.Kind {
  package var words: String {
    switch self {
    case .claim: "claim"
    case .citation: "citation"
    case .link: "link"
    case .fold: "fold"
    case .heading: "heading"
    }
  }
}

extension FlowLine {
  var columns: Int {
    if case .row(let row) = content { return row.columns }
    return 0
  }
}

extension Flow {
  var firstShownBlock: BlockID {
    if case .block(let block) = firstBlock() { return block }
    return .first
  }

  /// Lines of a block that stand before its text.
  mutating func leadCount(of block: BlockID) -> Int {
    let all = lines(of: block)
    return all.firstIndex { if case .blank = $0.content { false } else { true } } ?? 0
  }
}

extension Page {
  enum Walked: Equatable {
    case target(Target)
    case unread(piece: Int)
    case none
  }

  enum Sentenced: Equatable {
    case anchor(Anchor)
    case unread(piece: Int)
    case none
  }

  /// Where a walk through the targets of a kind begins: at the hit or the sentence that the reader was led to last, or at
  /// the focus, if it is shown; else at the window's edge.
  func walkingAnchor(isForward: Bool, kind: Focus.Kind) -> Anchor {
    if let cursor, row(of: cursor) != nil {
      return isForward ? Anchor(block: cursor.block, offset: cursor.offset - 1) : cursor
    }
    if let target = focusTarget, row(of: target.anchor) != nil {
      // Standing on another kind at the same place counts as before it.
      return target.focus.kind == kind || !isForward
        ? target.anchor : Anchor(block: target.block, offset: target.range.lowerBound - 1)
    }
    return isForward ? Anchor(block: firstShown.block, offset: firstShown.offset - 1) : firstShown
  }

  func next(_ kind: Focus.Kind, from anchor: Anchor, isForward: Bool) -> Walked {
    var piece = anchor.block.piece
    while targets.indices.contains(piece) {
      guard let known = targets[piece] else { return .unread(piece: piece) }
      let all = known[kind]
      let found =
        isForward
        ? all.first { $0.anchor > anchor && isWalkable($0) } : all.last { $0.anchor < anchor && isWalkable($0) }
      if let found { return .target(found) }
      piece += isForward ? 1 : -1
    }
    return .none
  }

  /// A link that a closed fold hides is not walked to.
  private func isWalkable(_ target: Target) -> Bool {
    target.focus.kind == .fold ? true : flow.hidingFold(of: target.block) == nil
  }

  /// The targets that stand on rows of the window, in order.
  package var shownTargets: [Target] {
    guard let first = window.first?.block, let last = window.last?.block, first.piece <= last.piece else { return [] }
    var found: [Target] = []
    for piece in first.piece...last.piece where targets.indices.contains(piece) {
      guard let known = targets[piece] else { continue }
      for kind in Focus.Kind.allCases {
        let all = known[kind]
        let begin = all.partitioningIndex { $0.block >= first }
        for target in all[begin...] {
          if target.block > last { break }
          if isWalkable(target), row(of: target.anchor) != nil { found.append(target) }
        }
      }
    }
    return found.sorted { $0.anchor < $1.anchor }
  }

  /// The block that holds a point of the document's measure.
  func block(atExtent extent: Int) -> Flow.Step {
    var piece = article.pieceSize.map { min(max(0, extent / $0), max(0, article.pieces.count - 1)) } ?? 0
    while article.pieces.indices.contains(piece) {
      guard let known = article.pieces[piece] else { return .unread(piece: piece) }
      if known.extent.lowerBound > extent, piece > 0 {
        piece -= 1
        continue
      }
      if known.extent.upperBound <= extent, piece + 1 < article.pieces.count {
        piece += 1
        continue
      }
      let index = known.blocks.partitioningIndex { $0.extent.lowerBound > extent }
      return known.blocks.isEmpty ? .end : .block(BlockID(piece: piece, index: max(0, index - 1)))
    }
    return .end
  }

  /// The beginning of the next or previous sentence of the article.
  func sentence(from anchor: Anchor, isForward: Bool) -> Sentenced {
    var block = anchor.block
    var offset = anchor.offset
    while true {
      let found = article.block(block)?.sentenceRanges ?? []
      if let next = isForward
        ? found.first(where: { $0.lowerBound > offset }) : found.last(where: { $0.lowerBound < offset })
      {
        return .anchor(Anchor(block: block, offset: next.lowerBound))
      }
      switch isForward ? flow.next(after: block) : flow.previous(before: block) {
      case .block(let other): block = other
      case .unread(let piece): return .unread(piece: piece)
      case .end: return .none
      }
      if flow.hidingFold(of: block) != nil { continue }
      offset = isForward ? -1 : Int.max
    }
  }
}

extension Block {
  /// Its sentences; of a block without any (a heading, code) all of its text.
  package var sentenceRanges: [Range<Int>] {
    sentences.isEmpty ? [0..<text.count] : sentences.map(\.range)
  }
}
