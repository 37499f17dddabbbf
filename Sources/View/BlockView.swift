import Document
import Layout
import Screen
import Session
import Text

/// A block that stands on the screen, with all that lies over its text there: found once for all of its rows.
struct ShownBlock {
  let id: BlockID
  let text: [UInt8]
  let face: Face
  /// From below to above.
  let overlays: [Overlay]
  /// Of the claims, in order.
  let signs: [Sign]
  /// It may be none of the article, and is shown.
  let isUncertain: Bool
  /// The passage of a source that bears on the claim; its sign goes before all others.
  let passage: Range<Int>?

  /// A sign for the gutter, beside the row that holds the byte.
  struct Sign {
    let offset: Int
    let text: String
    let face: Face
  }
}

/// A face that lies over a range of a block's text.
struct Overlay {
  enum Layer { case text, mark, over }
  let range: Range<Int>
  let face: Face
  let layer: Layer
}

extension Cell {
  fileprivate mutating func set(_ face: Face, layer: Overlay.Layer) {
    switch layer {
    case .text: self.face = face
    case .mark: mark = face
    case .over: over = face
    }
  }
}

/// Where the bytes of a row stand on the screen.
private struct RowPlaces {
  /// Bytes a cell each from `x` on; of a glyph all its bytes stand at `x`.
  struct Run {
    var bytes: Range<Int>
    let x: Int
    let isGlyph: Bool
  }

  private(set) var runs: [Run] = []

  mutating func add(_ bytes: Range<Int>, x: Int, isGlyph: Bool) {
    if !bytes.isEmpty { runs.append(Run(bytes: bytes, x: x, isGlyph: isGlyph)) }
  }
}

extension Canvas {
  /// A row of a block's text.
  mutating func draw(_ row: Row, of block: ShownBlock, y: Int, _ page: Page, _ area: ArticleArea) {
    let isWide = row.columns > area.textWidth
    let sideways = isWide ? page.sideways : 0
    let edge = isWide ? area.rect.x + area.rect.width : area.textX + area.textWidth + 1
    let goesOn = isWide && row.columns - sideways > edge - area.textX
    let ground = RowGround(
      row: row, x: area.textX - sideways, left: area.textX, right: goesOn ? edge - 1 : edge, y: y)
    // There is more of the row than the window shows: h and l go there.
    if goesOn { put(signs.separator, x: edge - 1, y: y, face: .uncertain) }
    if sideways > 0, area.gutterX < area.textX - 1 { put(signs.before, x: area.textX - 1, y: y, face: .uncertain) }
    let places = drawText(block.text, on: ground, face: block.face, page.flow.metrics)
    for overlay in block.overlays where overlay.range.overlaps(row.range) { lay(overlay, y: y, places) }
    if let passage = block.passage, passage.overlaps(row.range) {
      put(signs.passage, x: area.gutterX, y: y, face: .passage)
    } else if let sign = block.signs.first(where: { row.range.contains($0.offset) }) {
      put(sign.text, x: area.gutterX, y: y, face: sign.face)
    } else if block.isUncertain, row.range.lowerBound == 0 {
      put(signs.uncertain, x: area.gutterX, y: y, face: .uncertain)
    }
  }

  /// Where a row stands on the screen.
  private struct RowGround {
    let row: Row
    /// Of the row's first column, also where that is scrolled out of sight.
    let x: Int
    let left: Int
    let right: Int
    let y: Int
  }

  /// Draws a row's fragments, and tells where their bytes stand.
  private mutating func drawText(_ text: [UInt8], on ground: RowGround, face: Face, _ metrics: Metrics) -> RowPlaces {
    var places = RowPlaces()
    for fragment in ground.row.fragments {
      let start = ground.x + fragment.column
      if let sign = fragment.sign {
        let face: Face = sign.allSatisfy { "─-│|".contains($0) } ? .rule : .listMarker
        if start >= ground.left { put(sign, x: start, y: ground.y, face: face, limit: ground.right) }
        continue
      }
      var glyphs = placedGlyphs(of: fragment, in: text, metrics)
      while true {
        if let run = glyphs.nextASCII() {
          let x = ground.x + run.column
          let first = run.range.lowerBound + max(0, ground.left - x)
          let last = min(run.range.upperBound, run.range.lowerBound + min(ground.right, width) - x)
          guard first < last else { continue }
          let part = (first..<last).clamped(to: ground.row.range)
          putASCII(text, first..<last, x: x + first - run.range.lowerBound, y: ground.y, face: face)
          places.add(part, x: x + part.lowerBound - run.range.lowerBound, isGlyph: false)
          continue
        }
        guard let placed = glyphs.next() else { break }
        let x = ground.x + placed.column
        guard x >= ground.left, x + placed.columns <= ground.right, placed.columns > 0 else { continue }
        if placed.glyph.isTab {
          fill(y: ground.y, from: x, to: x + placed.columns, face: face)
        } else {
          put(placed.glyph, x: x, y: ground.y, face: face)
        }
        places.add(placed.range.clamped(to: ground.row.range), x: x, isGlyph: true)
      }
    }
    return places
  }

  private mutating func lay(_ overlay: Overlay, y: Int, _ places: RowPlaces) {
    for run in places.runs {
      let part = overlay.range.clamped(to: run.bytes)
      guard !part.isEmpty else { continue }
      let first = run.isGlyph ? run.x : run.x + part.lowerBound - run.bytes.lowerBound
      var end = run.isGlyph ? first + 1 : first + part.count
      if run.isGlyph, end < width, frame[first, y].width == 2 { end += 1 }
      for x in (first..<end).clamped(to: 0..<width) { frame[x, y].set(overlay.face, layer: overlay.layer) }
    }
  }
}

extension Page {
  /// What the screen shows of a block, whose first row there is the first of `lines`; nil: there is no such block.
  func shown(_ id: BlockID, lines: ArraySlice<FlowLine>, hasKeys: Bool, _ signs: Signs) -> ShownBlock? {
    guard let block = article.block(id) else { return nil }
    let isFolded = flow.fold(at: id).map { $0.fold.kind != .details } ?? false
    var (start, end) = (Int.max, 0)
    for line in lines {
      guard line.block == id else { break }
      guard case .row(let row) = line.content else { continue }
      (start, end) = (min(start, row.range.lowerBound), max(end, row.range.upperBound))
    }
    let rows = min(start, end)..<end
    let known = targets.indices.contains(id.piece) ? targets[id.piece] : nil
    var overlays = block.faces(in: rows)
    func add(_ range: Range<Int>, _ face: Face, _ layer: Overlay.Layer) {
      if range.overlaps(rows) { overlays.append(Overlay(range: range, face: face, layer: layer)) }
    }
    var found: [ShownBlock.Sign] = []
    for target in isFolded ? [] : known?.all(.claim, in: id) ?? [] where target.range.overlaps(rows) {
      guard case .claim(_, let sentence) = target.focus, let claim = block.sentences[sentence].claim else { continue }
      add(target.range, claim.support.face, .mark)
      let mark = claimMarks.isEmpty ? nil : claimMarks[text(id, target.range)]
      let sign = (mark?.sign ?? claim.support.sign).drawn(signs)
      found.append(ShownBlock.Sign(offset: target.range.lowerBound, text: sign.text, face: sign.face))
    }
    for target in isFolded ? [] : known?.all(.citation, in: id) ?? [] {
      if case .citation(let piece, let index) = target.focus, let citation = citation(piece: piece, index: index) {
        add(target.range, citation.status == .lost ? .sourceLost : .source, .mark)
      }
    }
    for target in known?.all(.link, in: id) ?? [] {
      if case .link(let piece, let index) = target.focus, let link = link(piece: piece, index: index) {
        add(target.range, link.kind == .blocked ? .linkBlocked : .link, .mark)
      }
    }
    addStates(of: id, block, hasKeys: hasKeys, add)
    let passage = isFolded ? nil : jump?.passage.flatMap { $0.block == id ? $0.range : nil }
    return ShownBlock(
      id: id, text: block.text, face: isFolded ? .boilerplate : block.face, overlays: overlays, signs: found,
      isUncertain: !isFolded && block.boilerplate != nil, passage: passage)
  }

  /// What changes while one reads: hits, the passage, the selection, the focus.
  private func addStates(
    of id: BlockID, _ block: Block, hasKeys: Bool, _ add: (Range<Int>, Face, Overlay.Layer) -> Void
  ) {
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
  }
}

extension Block {
  /// The faces of its header cells and of styled parts, as far as they reach into these bytes.
  fileprivate func faces(in rows: Range<Int>) -> [Overlay] {
    var found: [Overlay] = []
    if let cells = table?.rows.joined() {
      for cell in cells where cell.isHeader && cell.range.overlaps(rows) {
        found.append(Overlay(range: cell.range, face: .tableHead, layer: .text))
      }
    }
    for inline in inlines where inline.style != .link && inline.range.overlaps(rows) {
      found.append(Overlay(range: inline.range, face: inline.style.face, layer: .text))
    }
    return found
  }
}
