import Document
import Layout

extension Page {
  /// Sets the top line, and remembers the anchor that it stands for.
  mutating func setTop(_ place: Place) {
    top = place
    topAnchor = flow.anchor(of: place)
    topLead = flow.lead(of: place)
  }

  /// Puts the top line back to its anchor after the layout changed.
  mutating func restoreTop(height: Int) {
    var place = flow.place(of: topAnchor)
    if topLead > 0 {
      let lead = flow.lines(of: place.block).firstIndex { $0.start != nil } ?? 0
      place = Place(block: place.block, line: max(0, lead - topLead))
    }
    top = place
    fill(height: height)
  }

  /// Takes the window's lines anew. Never leaves space under the end of the document when there is more above.
  mutating func fill(height: Int) {
    if case .block(let first) = flow.firstBlock(), flow.lines(of: top.block).isEmpty { top = Place(block: first) }
    var shown = flow.window(from: top, height: height)
    if shown.lines.count < height, shown.unread == nil {
      let back = flow.moved(from: top, by: shown.lines.count - height)
      if back.place != top {
        setTop(back.place)
        shown = flow.window(from: top, height: height)
      }
    }
    window = shown.lines
  }

  /// Scrolls by rows. Answers what is left to scroll and the piece that it waits for.
  mutating func scroll(by rows: Int, height: Int) -> (rest: Int, unread: Int?) {
    var moved = flow.moved(from: top, by: rows)
    var unread = moved.unread
    if rows > 0 {
      // The last window is full: do not scroll beyond it.
      let shown = flow.window(from: moved.place, height: height)
      if shown.lines.count < height {
        if let piece = shown.unread {
          unread = unread ?? piece
        } else {
          moved.place = flow.moved(from: moved.place, by: shown.lines.count - height).place
          moved.rest = 0
          if flow.isBefore(moved.place, top) { moved.place = top }
        }
      }
    }
    setTop(moved.place)
    fill(height: height)
    return (unread == nil ? 0 : moved.rest, unread)
  }

  /// The row of the window on which an anchor stands; nil: it is not shown.
  package func row(of anchor: Anchor) -> Int? {
    let block = flow.hidingFold(of: anchor.block)?.first ?? anchor.block
    let isHidden = block != anchor.block || flow.hidingFold(of: anchor.block) != nil
    let end = article.block(block)?.text.count ?? 0
    for (row, line) in window.enumerated() where line.block == block {
      switch line.content {
      case .fold where isHidden: return row
      case .row(let text) where !isHidden:
        if text.range.contains(anchor.offset) { return row }
        if text.range.upperBound >= end, anchor.offset >= end { return row }
      case .fold, .row, .blank, .underline, .summary: continue
      }
    }
    return nil
  }

  /// Scrolls so that the anchor stands on this row of the window.
  mutating func show(_ anchor: Anchor, atRow row: Int, height: Int) {
    let place = flow.place(of: anchor)
    setTop(flow.moved(from: place, by: -row).place)
    fill(height: height)
  }

  /// Makes sure that the anchor is shown, moving as little as is comfortable.
  mutating func reveal(_ anchor: Anchor, height: Int) {
    let margin = min(3, height / 4)
    if let row = row(of: anchor) {
      if row < margin, top != Place(block: .first) {
        show(anchor, atRow: margin, height: height)
      } else if row >= height - margin {
        show(anchor, atRow: max(0, height - 1 - margin), height: height)
      }
      return
    }
    show(anchor, atRow: height / 3, height: height)
  }

  /// The anchor of the first text that the window shows.
  var firstShown: Anchor {
    for line in window {
      if let start = line.start, start != Int.max { return Anchor(block: line.block, offset: start) }
    }
    return Anchor(block: top.block)
  }

  /// How far the window's last line is through the document, 0…1.
  package var progress: Double {
    guard article.extent > 0, let last = window.last(where: { article.block($0.block) != nil }),
      let block = article.block(last.block)
    else { return 1 }
    if case .end = flow.next(after: last.block), isLastLine(last) { return 1 }
    var end = block.extent.lowerBound
    if case .row(let row) = last.content {
      end += min(block.extent.count, row.range.upperBound)
    }
    return min(1, Double(end) / Double(article.extent))
  }

  private func isLastLine(_ line: FlowLine) -> Bool {
    guard case .row(let row) = line.content, let block = article.block(line.block) else { return true }
    return row.range.upperBound >= block.text.count
  }
}
