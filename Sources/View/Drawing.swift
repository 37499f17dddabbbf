import Document
import Layout
import Screen
import Session
import Text

/// What the reader sees in this state. Pure: no clock, no file, no terminal.
package func frame(of state: State) -> Frame {
  var canvas = Canvas(size: state.size, signs: state.settings.isASCII ? .ascii : .unicode)
  guard canvas.width > 0, canvas.height > 0 else { return canvas.frame }
  if let popup = state.popup, popup.isModal {
    canvas.drawWholeScreen(popup, state)
  } else {
    let geometry = state.geometry
    if let page = state.page { canvas.draw(page, in: geometry.focused, hasKeys: true, state) }
    if let other = geometry.other, let page = state.otherPage { canvas.draw(page, in: other, hasKeys: false, state) }
    if let separator = geometry.separator { canvas.drawSeparator(separator) }
    if let pane = state.pane { canvas.draw(pane, state) }
    if let popup = state.popup { canvas.drawOverText(popup, state) }
  }
  canvas.drawLastLine(state)
  return canvas.frame
}
