import Document
import Screen
import Session
import Text

extension Canvas {
  /// A pane: a title with counts, then its rows.
  mutating func draw(_ pane: Pane, _ state: State) {
    guard let area = state.geometry.pane else { return }
    if state.geometry.paneIsBeside {
      for y in area.y..<area.y + area.height { put(signs.column, x: area.x - 1, y: y, face: .separator) }
    }
    drawTitle(pane, area, state)
    let shown = pane.shown
    for row in 0..<max(0, area.height - 1) {
      let index = pane.scroll + row
      guard shown.indices.contains(index) else { break }
      draw(shown[index], isSelected: index == pane.selected, area: area, y: area.y + 1 + row, state)
    }
    if shown.isEmpty {
      put(
        pane.filter.isEmpty ? pane.kind.emptyWords : "Nothing matches. Esc clears the filter.", x: area.x + 1,
        y: area.y + 1, face: .paneDim, limit: area.x + area.width)
    }
  }

  private mutating func drawTitle(_ pane: Pane, _ area: Rect, _ state: State) {
    let y = area.y
    let right = area.x + area.width
    if !state.geometry.paneIsBeside {
      for x in area.x..<right { put(signs.rule, x: x, y: y, face: .separator) }
    }
    let shown = pane.shown.filter { $0.indent == 0 || pane.kind == .contents }.count
    let all = pane.items.filter { $0.indent == 0 || pane.kind == .contents }.count
    var count = pane.filter.isEmpty ? "\(all)" : "\(shown) of \(all)"
    if !pane.filter.isEmpty { count = "“\(sanitised(pane.filter))” " + count }
    if pane.kind == .claims, pane.filter.isEmpty, let page = state.page {
      let words = page.claimWords(all)
      let room = area.width - columns(of: pane.kind.rawValue) - 5
      count = columns(of: words) <= room ? words : page.claimSigns(all, signs)
    }
    let start = max(area.x + columns(of: pane.kind.rawValue) + 3, right - columns(of: count) - 2)
    put(" \(pane.kind.rawValue) ", x: area.x, y: y, face: .paneTitle, limit: right)
    put(" \(fitted(count, to: right - start - 2)) ", x: start, y: y, face: .paneDim, limit: right)
  }

  private mutating func draw(_ item: PaneItem, isSelected: Bool, area: Rect, y: Int, _ state: State) {
    let right = area.x + area.width
    var x = area.x + 1 + item.indent
    if let sign = item.sign?.drawn(signs) {
      put(sign.text, x: x, y: y, face: sign.face, limit: right)
      x += 2
    }
    let note = fitted(item.note, to: area.width / 2)
    let noteWidth = note.isEmpty ? 0 : columns(of: note) + 2
    put(
      fitted(item.text, to: right - x - noteWidth - 1), x: x, y: y, face: item.isDim ? .paneDim : .paneText,
      limit: right)
    if !note.isEmpty { put(note, x: right - columns(of: note) - 1, y: y, face: .paneDim, limit: right) }
    if isSelected {
      for column in area.x..<right { frame[column, y].over = state.paneHasFocus ? .focus : .paneRow }
    }
  }
}

extension Pane.Kind {
  var emptyWords: String {
    switch self {
    case .links: "This page has no links."
    case .sources: "No source is cited here."
    case .claims: "No claim is marked here."
    case .contents: "This page has no headings."
    case .verdicts: "No verdict of yours on this site. zx gives one."
    case .articles: "No article is open."
    case .ways: "What has the focus cites nothing."
    }
  }
}

extension Page {
  /// "31: 9 linked, 12 attributed, 10 unsourced".
  func claimWords(_ all: Int) -> String {
    let counts = claimCounts
    let parts = [
      (counts[.linked] ?? 0, "linked"), (counts[.attributed] ?? 0, "attributed"), (counts[.self] ?? 0, "self"),
      (counts[.none] ?? 0, "unsourced"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return words.isEmpty ? "\(all)" : "\(all): \(words)"
  }

  /// The same in a narrow pane: "31: ● 9 ◐ 12 ○ 10".
  func claimSigns(_ all: Int, _ signs: Signs) -> String {
    let counts = claimCounts
    let parts = [Claim.Support.linked, .attributed, .self, .none].compactMap { support in
      counts[support].map { "\(support.sign.drawn(signs).text) \($0)" }
    }
    return "\(all): " + parts.joined(separator: " ")
  }
}
