import Document
import Layout
import Screen
import Session
import Text

extension Canvas {
  /// An article: its window's lines, with everything that lies over the text.
  mutating func draw(_ page: Page, in area: ArticleArea, hasKeys: Bool, _ state: State) {
    if let claim = area.claim, let jump = page.jump { draw(jump, of: page, in: claim, state) }
    for (row, line) in page.window.prefix(area.rect.height).enumerated() {
      draw(line, y: area.rect.y + row, page, area, hasKeys: hasKeys)
    }
    if page.window.isEmpty {
      let words = page.isGrowing ? "Waiting for \(sanitised(page.name))\(signs.ellipsis)" : "This document is empty."
      put(words, x: area.textX, y: area.rect.y, face: .subtitle)
    }
    guard hasKeys else { return }
    if let hints = state.hints { draw(hints, page, state) }
    if state.count != nil, state.pane == nil || !state.paneHasFocus { drawLinkNumbers(page, state) }
  }

  /// What stands between two articles.
  mutating func drawSeparator(_ line: Rect) {
    for y in line.y..<line.y + line.height {
      for x in line.x..<line.x + line.width {
        put(line.width > 1 ? signs.rule : signs.column, x: x, y: y, face: .separator)
      }
    }
  }

  private mutating func draw(_ line: FlowLine, y: Int, _ page: Page, _ area: ArticleArea, hasKeys: Bool) {
    switch line.content {
    case .blank: break
    case .underline(let columns):
      for x in area.textX..<area.textX + columns { put(signs.rule, x: x, y: y, face: .rule) }
    case .summary:
      let words = fitted(page.summary(signs, width: area.textWidth), to: area.textWidth)
      put(words, x: area.textX, y: y, face: .subtitle)
    case .fold(let fold, let isOpen):
      let end = draw(fold, isOpen: isOpen, y: y, area)
      if hasKeys, page.focus == .fold(line.block) { lay(.focus, y: y, from: area.textX, to: end) }
    case .row(let row):
      guard let block = page.article.block(line.block) else { return }
      draw(row, of: block, line.block, y: y, page, area, hasKeys: hasKeys)
    }
  }

  /// The row that stands for a fold: its kind, how much it hides, how it begins. Answers where it ends.
  private mutating func draw(_ fold: Fold, isOpen: Bool, y: Int, _ area: ArticleArea) -> Int {
    let face: Face = isOpen ? .foldOpen : .fold
    put(isOpen ? signs.open : signs.closed, x: area.gutterX, y: y, face: face)
    let limit = area.textX + area.textWidth
    let end = put("\(fold.kind.words) \(signs.dot) \(fold.size)", x: area.textX, y: y, face: face, limit: limit)
    let room = limit - end - 5
    guard room > 8, !isOpen, !area.isNarrow, !fold.label.isEmpty else { return end }
    let label = fitted(fold.label, to: room)
    return put(
      " \(signs.dot) \(signs.opening)\(label)\(signs.closing)", x: end, y: y, face: face, limit: limit)
  }

  /// Lays a face over cells of a row.
  mutating func lay(_ face: Face, y: Int, from: Int, to: Int) {
    guard (0..<height).contains(y) else { return }
    for x in max(0, from)..<max(max(0, from), min(to, width)) { frame[x, y].over = face }
  }

  // MARK: Rows of text

  private mutating func draw(
    _ row: Row, of block: Block, _ id: BlockID, y: Int, _ page: Page, _ area: ArticleArea, hasKeys: Bool
  ) {
    let isFolded = page.flow.fold(at: id).map { $0.fold.kind != .details } ?? false
    let face = isFolded ? .boilerplate : block.face
    let isWide = row.columns > area.textWidth
    let sideways = isWide ? page.sideways : 0
    let edge = isWide ? area.rect.x + area.rect.width : area.textX + area.textWidth + 1
    let goesOn = isWide && row.columns - sideways > edge - area.textX
    let ground = RowGround(
      row: row, x: area.textX, left: area.textX, right: goesOn ? edge - 1 : edge, sideways: sideways, y: y)
    // There is more of the row than the window shows: h and l go there.
    if goesOn { put(signs.separator, x: edge - 1, y: y, face: .uncertain) }
    if sideways > 0, area.gutterX < area.textX - 1 { put(signs.before, x: area.textX - 1, y: y, face: .uncertain) }
    let cells = drawText(block.text, on: ground, face: face, page.flow.metrics)
    for span in page.overlays(of: id, block, row: row.range, isFolded: isFolded, hasKeys: hasKeys) {
      lay(span, on: ground, cells)
    }
    if !isFolded, let sign = page.gutterSign(of: id, block, row: row, signs) {
      put(sign.text, x: area.gutterX, y: y, face: sign.face)
    }
  }

  /// Where a row stands on the screen.
  struct RowGround {
    let row: Row
    let x: Int
    let left: Int
    let right: Int
    let sideways: Int
    let y: Int
  }

  /// Draws a row's fragments; answers the column of each byte of the row, -1 where it is not drawn.
  private mutating func drawText(_ text: [UInt8], on ground: RowGround, face: Face, _ metrics: Metrics) -> [Int] {
    let row = ground.row
    var cells = [Int](repeating: -1, count: row.range.count)
    for fragment in row.fragments {
      if let sign = fragment.sign {
        let face: Face = sign.allSatisfy { "─-│|".contains($0) } ? .rule : .listMarker
        let x = ground.x + fragment.column - ground.sideways
        if x >= ground.left { put(sign, x: x, y: ground.y, face: face, limit: ground.right) }
        continue
      }
      if drawASCII(text, fragment, on: ground, face: face, &cells) { continue }
      for placed in placedGlyphs(of: fragment, in: text, metrics) {
        let x = ground.x + placed.column - ground.sideways
        guard x >= ground.left, x + placed.columns <= ground.right, placed.columns > 0 else { continue }
        if placed.glyph.isTab {
          fill(y: ground.y, from: x, to: x + placed.columns, face: face)
        } else {
          put(placed.glyph, x: x, y: ground.y, face: face)
        }
        for byte in placed.range.clamped(to: row.range) { cells[byte - row.range.lowerBound] = x }
      }
    }
    return cells
  }

  /// Draws a fragment that is printable ASCII, a byte a cell. false: it is not, and nothing was drawn.
  private mutating func drawASCII(
    _ text: [UInt8], _ fragment: Fragment, on ground: RowGround, face: Face, _ cells: inout [Int]
  ) -> Bool {
    let range = fragment.range
    guard range.lowerBound >= ground.row.range.lowerBound, range.upperBound <= ground.row.range.upperBound,
      range.upperBound <= text.count
    else { return false }
    // What follows may combine with the last byte.
    if range.upperBound < text.count, text[range.upperBound] >= 0x80 { return false }
    for index in range where text[index] < 0x20 || text[index] > 0x7E { return false }
    let start = ground.x + fragment.column - ground.sideways
    let first = range.lowerBound + max(0, ground.left - start)
    let last = min(range.upperBound, range.lowerBound + min(ground.right, width) - start)
    guard first < last, start + first - range.lowerBound >= 0 else { return true }
    let row = ground.y * width + start - range.lowerBound
    let shift = start - range.lowerBound
    for index in first..<last {
      frame.cells[row + index] = Cell(base: UInt32(text[index]), face: face)
      cells[index - ground.row.range.lowerBound] = shift + index
    }
    return true
  }

  private mutating func lay(_ overlay: Overlay, on ground: RowGround, _ cells: [Int]) {
    let row = ground.row.range
    let part = overlay.range.clamped(to: row)
    guard !part.isEmpty else { return }
    for byte in part {
      let x = cells[byte - row.lowerBound]
      guard x >= 0 else { continue }
      frame[x, ground.y].set(overlay.face, layer: overlay.layer)
      if frame[x, ground.y].width == 2, x + 1 < width { frame[x + 1, ground.y].set(overlay.face, layer: overlay.layer) }
    }
  }

  // MARK: Labels over links

  private mutating func draw(_ hints: Hints, _ page: Page, _ state: State) {
    for (index, target) in hints.targets.enumerated() where hints.isPossible(index, in: state) {
      guard let place = state.position(of: target.anchor) else { continue }
      put(hints.labels[index], x: place.x, y: place.y, face: .hint)
    }
  }

  private mutating func drawLinkNumbers(_ page: Page, _ state: State) {
    for target in page.shownTargets where target.focus.kind == .link {
      guard let place = state.position(of: target.anchor), let number = page.number(of: target) else { continue }
      put("\(number)", x: place.x, y: place.y, face: .hint)
    }
  }
}

extension Cell {
  mutating func set(_ face: Face, layer: Overlay.Layer) {
    switch layer {
    case .text: self.face = face
    case .mark: mark = face
    case .over: over = face
    }
  }
}

/// A face that lies over a range of a block's text.
struct Overlay {
  enum Layer { case text, mark, over }
  let range: Range<Int>
  let face: Face
  let layer: Layer
}

extension Page {
  /// What lies over a row of text, from below to above.
  func overlays(of id: BlockID, _ block: Block, row: Range<Int>, isFolded: Bool, hasKeys: Bool) -> [Overlay] {
    var found: [Overlay] = []
    func add(_ range: Range<Int>, _ face: Face, _ layer: Overlay.Layer) {
      if range.overlaps(row) { found.append(Overlay(range: range, face: face, layer: layer)) }
    }
    if let cells = block.table?.rows.joined() {
      for cell in cells where cell.isHeader { add(cell.range, .tableHead, .text) }
    }
    for inline in block.inlines where inline.style != .link { add(inline.range, inline.style.face, .text) }
    let known = targets.indices.contains(id.piece) ? targets[id.piece] : nil
    if !isFolded, let known {
      for target in known.all(.claim, in: id) {
        if case .claim(_, let sentence) = target.focus, let claim = block.sentences[sentence].claim {
          add(target.range, claim.support.face, .mark)
        }
      }
      for target in known.all(.citation, in: id) {
        if case .citation(let piece, let index) = target.focus, let citation = citation(piece: piece, index: index) {
          add(target.range, citation.status == .lost ? .sourceLost : .source, .mark)
        }
      }
    }
    for target in known?.all(.link, in: id) ?? [] {
      if case .link(let piece, let index) = target.focus, let link = link(piece: piece, index: index) {
        add(target.range, link.kind == .blocked ? .linkBlocked : .link, .mark)
      }
    }
    if let find {
      for range in find.pattern.ranges(in: block.text, limit: 200) { add(range, .hit, .over) }
      if let current = find.current, current.block == id { add(current.range, .hitCurrent, .over) }
    }
    if let passage = jump?.passage, passage.block == id { add(passage.range, .passage, .over) }
    if let selection, selection.start.block <= id, id <= selection.end.block {
      let start = id == selection.start.block ? selection.start.offset : 0
      let end = id == selection.end.block ? selection.end.offset : block.text.count
      if start < end { add(start..<end, .selection, .over) }
    }
    if hasKeys, let focus, focus.kind == .link || focus.kind == .citation, let target = focusTarget, target.block == id
    {
      add(target.range, .focus, .over)
    }
    return found
  }

  /// The sign beside a row: of the first claim that begins on it, or that the block may be boilerplate.
  func gutterSign(of id: BlockID, _ block: Block, row: Row, _ signs: Signs) -> (text: String, face: Face)? {
    if let passage = jump?.passage, passage.block == id, passage.range.overlaps(row.range) {
      return (signs.passage, .passage)
    }
    guard targets.indices.contains(id.piece), let known = targets[id.piece] else { return nil }
    let first = known.all(.claim, in: id).first { row.range.contains($0.range.lowerBound) }
    if let first, case .claim(_, let sentence) = first.focus, let claim = block.sentences[sentence].claim {
      if !claimMarks.isEmpty, let mark = claimMarks[text(id, first.range)] { return mark.sign.drawn(signs) }
      return claim.support.sign.drawn(signs)
    }
    if row.range.lowerBound == 0, block.boilerplate != nil { return (signs.uncertain, .uncertain) }
    return nil
  }

  /// "16 claims · 8 sources · 3 links lost in this copy · 44% folded".
  func summary(_ signs: Signs, width: Int) -> String {
    guard let counts else {
      return signs.ellipsis + " claims \(signs.dot) " + signs.ellipsis + " sources"
    }
    var parts = [plural(counts.claims, "claim"), plural(counts.sources, "source")]
    if counts.lost > 0 { parts.append(plural(counts.lost, "link") + " lost in this copy") }
    if counts.words.folded > 0 { parts.append("\(share(counts.words))% folded") }
    parts.append("\(minutes(counts.words.article)) min")
    var words = parts.removeFirst()
    for part in parts {
      let longer = words + " \(signs.dot) " + part
      if columns(of: longer) > width { break }
      words = longer
    }
    return words
  }
}

func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

extension PaneItem.Sign {
  func drawn(_ signs: Signs) -> (text: String, face: Face) {
    switch self {
    case .linked: (signs.linked, .signLinked)
    case .attributed: (signs.attributed, .signAttributed)
    case .own: (signs.own, .signSelf)
    case .none: (signs.none, .signNone)
    case .lost: (signs.lost, .sourceLost)
    case .fold: (signs.closed, .fold)
    case .checked: (signs.checked, .signChecked)
    case .doubtful: (signs.doubtful, .signDoubtful)
    case .false: (signs.wrong, .signFalse)
    }
  }
}

extension Claim.Support {
  var face: Face {
    switch self {
    case .linked: .claimLinked
    case .attributed: .claimAttributed
    case .self: .claimSelf
    case .none: .claimNone
    }
  }
}

extension Block {
  var face: Face {
    switch role {
    case .title: .title
    case .byline: .byline
    case .dateline: .dateline
    case .heading: .heading
    case .paragraph, .listItem: .prose
    case .quote: .quote
    case .code: .code
    case .table: .table
    case .figure, .caption: .caption
    case .math: .math
    case .footnote: .footnote
    case .embed: .embed
    case .rule: .rule
    }
  }
}

extension Inline.Style {
  var face: Face {
    switch self {
    case .strong: .strong
    case .emphasis: .emphasis
    case .code: .codeSpan
    case .link: .link
    case .superscript: .superscript
    case .subscript: .subscript
    case .inserted: .inserted
    case .deleted: .deleted
    case .abbreviation: .abbreviation
    }
  }
}
