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
    if let page = state.page { canvas.draw(page, state) }
    if let jump = state.page?.jump, let y = state.geometry.claimY { canvas.draw(jump, y: y) }
    if let pane = state.pane { canvas.draw(pane, state) }
    if let popup = state.popup { canvas.drawOverText(popup, state) }
  }
  canvas.drawLastLine(state)
  return canvas.frame
}
