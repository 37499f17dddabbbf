import Screen
import Session
import Text

extension Canvas {
  /// Above a source: for which claim it is read, whose it is and how old, and how one got there.
  mutating func draw(_ jump: Jump, of page: Page, in area: Rect, _ state: State) {
    let right = area.x + area.width
    for x in area.x..<right { frame[x, area.y] = Cell(base: 0x20, face: .popup) }
    let x = put(" claim  ", x: area.x, y: area.y, face: .popupKey, limit: right)
    put(fitted(sanitised(jump.claimant.claim), to: max(0, right - 1 - x)), x: x, y: area.y, face: .popup, limit: right)
    guard area.height > 1 else { return }
    let y = area.y + 1
    for x in area.x..<right { put(signs.rule, x: x, y: y, face: .separator, limit: right) }
    let trail = sanitised(state.trail(to: page).joined(separator: " \(signs.separator) "))
    let notes = state.notes(on: page).joined(separator: " \(signs.dot) ")
    let start = max(area.x + 1, right - columns(of: trail) - 4)
    let room = area.width - 6
    if !notes.isEmpty {
      put(" \(fitted(sanitised(notes), to: room)) ", x: area.x + 1, y: y, face: .popupDim, limit: right)
    }
    let end = notes.isEmpty ? area.x + 1 : area.x + 4 + columns(of: notes)
    if start > end { put(" \(fitted(trail, to: room)) ", x: start, y: y, face: .popupDim, limit: right) }
  }
}
