import Screen
import Session
import Text

extension Canvas {
  /// For which claim a source is being read, and where that stands.
  mutating func draw(_ jump: Jump, y: Int) {
    fill(y: y, face: .popup)
    let article = sanitised(jump.claimant.article)
    let start = max(0, width - columns(of: article) - 2)
    let x = put(" claim  ", x: 0, y: y, face: .popupKey)
    let hasRoom = start > width / 2
    let room = max(0, (hasRoom ? start - 2 : width - 1) - x)
    put(fitted(sanitised(jump.claimant.claim), to: room), x: x, y: y, face: .popup)
    if hasRoom { put(article, x: start, y: y, face: .popupDim) }
  }
}
