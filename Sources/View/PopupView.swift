import Screen
import Session
import Text

extension Canvas {
  /// Help and properties: the whole screen above the last line.
  mutating func drawWholeScreen(_ popup: Popup, _ state: State) {
    let shown = popup.rows(width: width)
    let rows = max(0, height - 3)
    fill(y: 0, face: .popupTitle)
    put(" " + popup.title, x: 0, y: 0, face: .popupTitle)
    let hint = popup.kind == .help ? "/ searches, q closes " : "q closes "
    let start = width - columns(of: hint)
    if start > columns(of: popup.title) + 3 { put(hint, x: start, y: 0, face: .popupTitle) }
    let first = min(popup.scroll, max(0, shown.count - 1))
    for row in 0..<rows {
      let index = first + row
      guard shown.indices.contains(index) else { break }
      draw(shown[index], x: 2, y: row + 2, limit: width - 1)
    }
    if shown.isEmpty { put("Nothing matches.", x: 2, y: 2, face: .popupDim) }
  }

  /// Which-key, previews, explanations: the rows above the last line, under a rule. Where they would cover the focus,
  /// the rows at the top.
  mutating func drawOverText(_ popup: Popup, _ state: State) {
    var lines = Popup.rows(of: popup.kind == .keys ? inColumns(popup.lines) : popup.lines, width: width)
    let rows = min(lines.count, max(1, height - 3))
    if rows < lines.count, rows > 1 {
      let words = popup.kind == .keys ? "\(signs.ellipsis) more: ? shows all keys" : signs.ellipsis
      lines = lines.prefix(rows - 1) + [StyledLine(words, .popupDim)]
    }
    let top = height - 2 - rows
    guard top >= 0 else { return }
    let focus = state.page?.focusTarget.flatMap { state.position(of: $0.anchor) }
    let isAtTop = popup.kind != .keys && (focus?.y ?? 0) >= top && rows + 1 < (focus?.y ?? 0)
    let first = isAtTop ? 0 : top
    fill(y: first, face: .popup)
    for x in 0..<width { put(signs.rule, x: x, y: first, face: .separator) }
    put(" \(fitted(popup.title, to: width - 6)) ", x: 2, y: first, face: .popupTitle)
    for row in 0..<rows {
      fill(y: first + 1 + row, face: .popup)
      draw(lines[row], x: 2, y: first + 1 + row, limit: width - 1)
    }
    if isAtTop {
      fill(y: rows + 1, face: .popup)
      for x in 0..<width { put(signs.rule, x: x, y: rows + 1, face: .separator) }
    }
  }

  private mutating func draw(_ line: StyledLine, x: Int, y: Int, limit: Int) {
    var x = x
    for part in line.parts { x = put(part.text, x: x, y: y, face: part.face, limit: limit) }
  }

  /// Short lines side by side.
  private func inColumns(_ lines: [StyledLine]) -> [StyledLine] {
    let widest = (lines.map { columns(of: $0.text) }.max() ?? 0) + 3
    let count = max(1, (width - 4) / max(1, widest))
    guard count > 1 else { return lines }
    let rows = (lines.count + count - 1) / count
    return (0..<rows).map { row in
      let parts = stride(from: row, to: lines.count, by: rows).flatMap { index -> [StyledLine.Part] in
        let room = widest - columns(of: lines[index].text)
        return lines[index].parts + [.init(String(repeating: " ", count: room))]
      }
      return StyledLine(parts)
    }
  }
}
