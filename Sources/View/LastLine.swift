import Document
import Layout
import Screen
import Session
import Text

extension Canvas {
  /// The last line of the screen: the prompt, a message, or where the reader is.
  mutating func drawLastLine(_ state: State) {
    let y = state.geometry.statusY
    if let prompt = state.prompt {
      draw(prompt, y: y, state)
    } else if let notice = state.notice {
      draw(notice, y: y)
      placeCursor(state)
    } else {
      drawStatus(state, y: y)
      placeCursor(state)
    }
  }

  private mutating func draw(_ prompt: Prompt, y: Int, _ state: State) {
    fill(y: y, face: .prompt)
    let label = prompt.kind.label
    let room = max(1, width - columns(of: label) - 1)
    // A line longer than the screen shows the part around the cursor.
    let before = String(prompt.text[..<prompt.cursor])
    var first = 0
    while columns(of: String(before.dropFirst(first))) > room, first < prompt.cursor { first += 1 }
    let x = put(label, x: 0, y: y, face: .statusKey)
    put(String(prompt.text[first...]), x: x, y: y, face: .prompt)
    let cursor = min(width - 1, x + columns(of: String(before.dropFirst(first))))
    frame.cursor = (cursor, y)
    frame.cursorIsVisible = true
    if let completion = prompt.completion, prompt.completions.count > 1 {
      drawCompletions(prompt.completions, selected: completion, y: y - 1)
    } else if let page = state.page, let words = page.searchWords, prompt.kind == .search || prompt.kind == .searchBack
    {
      let start = width - columns(of: words) - 1
      if start > cursor + 2 { put(words, x: start, y: y, face: .statusDim) }
    }
  }

  private mutating func drawCompletions(_ all: [String], selected: Int, y: Int) {
    fill(y: y, face: .popup)
    var x = 1
    let room = max(1, width / 16)
    for index in max(0, selected - room / 2)..<all.count {
      guard x + columns(of: all[index]) < width else { break }
      let end = put(all[index], x: x, y: y, face: .popup)
      if index == selected { lay(.focus, y: y, from: x, to: end) }
      x = end + 2
    }
  }

  /// A message; one that is longer than the line takes the rows above it, too.
  private mutating func draw(_ notice: Notice, y: Int) {
    let face: Face = notice.isError ? .error : .message
    let lines = wrappedLines(sanitised(notice.text), width: max(1, width - 2))
    for (index, line) in lines.enumerated() {
      let row = y - (lines.count - 1 - index)
      fill(y: row, face: face)
      put(line, x: 1, y: row, face: face)
    }
  }

  // MARK: Where the reader is

  private mutating func drawStatus(_ state: State, y: Int) {
    fill(y: y, face: .status)
    guard let page = state.page else {
      put((state.isLoading ?? state.fetching).map { " waiting for \(sanitised($0))" } ?? "", x: 0, y: y, face: .status)
      return
    }
    let typed = (state.count.map(String.init) ?? "") + (state.pending + state.awaitedAfter).map(\.label).joined(by: "")
    let isNarrow = width < 60
    var right = state.statusParts(signs, isNarrow: isNarrow).joined(by: isNarrow ? "   " : " \(signs.dot) ")
    if state.isWaiting { right = "" }
    if !typed.isEmpty { right = typed + "   " + right }
    let help = isNarrow || page.jump != nil ? "" : "    ? help"
    let start = max(0, width - columns(of: right) - columns(of: help) - 1)
    let name = state.pages.count > 1 ? "\(state.current + 1)/\(state.pages.count) \(page.name)" : page.name
    let heading = page.currentHeading
    let isShort = start < columns(of: name) + 12
    var left = sanitised(name)
    if let heading { left = isShort ? heading : left + " \(signs.separator) " + heading }
    if let jump = page.jump { left = jump.verdict }
    if let waiting = state.isLoading ?? state.fetching { left = "waiting for \(sanitised(waiting))" }
    if state.isWaiting { left = "waiting for \(sanitised(name)), \(state.secondsWaited) s \(signs.dot) q gives up" }
    put(fitted(left, to: max(0, start - 3)), x: 1, y: y, face: .status)
    let end = put(right, x: start, y: y, face: .statusDim)
    put(help, x: end, y: y, face: .statusDim)
    if page.focusTarget?.focus.kind == .claim, typed.isEmpty { tintSign(from: start, y: y, state) }
  }

  /// The claim's sign in the status line has the colour that it has in the gutter.
  private mutating func tintSign(from start: Int, y: Int, _ state: State) {
    guard let sign = state.focusedClaimSign?.drawn(signs), let scalar = sign.text.unicodeScalars.first else { return }
    for x in start..<width where frame[x, y].base == scalar.value {
      frame[x, y].mark = sign.face
      break
    }
  }

  /// The terminal's cursor stands on the pane's row, on what the reader was led to, or on the focus.
  private mutating func placeCursor(_ state: State) {
    frame.cursorIsVisible = state.settings.showsCursor
    if state.paneHasFocus, let pane = state.pane, let area = state.geometry.pane {
      frame.cursor = (area.x + 1, min(area.y + area.height - 1, area.y + 1 + pane.selected - pane.scroll))
    } else if let place = state.page?.cursor.flatMap({ state.position(of: $0) }) {
      frame.cursor = place
    } else if let target = state.page?.focusTarget, let place = state.position(of: target.anchor) {
      frame.cursor = place
    } else {
      frame.cursor = (0, state.geometry.statusY)
    }
  }
}

extension State {
  /// Which of how many, how much is folded, how far: what stands at the right of the status line.
  func statusParts(_ signs: Signs, isNarrow: Bool) -> [String] {
    guard let page else { return [] }
    if let jump = page.jump {
      let keys = isNarrow ? [] : ["^O back"]
      let hasMore = (jump.findings?.passages.count ?? 0) > 1 && jump.passage != nil
      return [jump.number, hasMore && !isNarrow ? "n next" : nil].compactMap { $0 } + keys
    }
    var parts: [String] = []
    if let words = page.searchWords { parts.append(words) }
    if let target = page.focusTarget, target.focus.kind != .heading {
      let number = page.number(of: target)
      let all = page.count(of: target.focus.kind)
      let sign = focusedClaimSign.map { " " + $0.drawn(signs).text } ?? ""
      // What was a fold until the reader said that it is the article is none of them.
      if number != nil || all == nil {
        let place = "\(number.map(String.init) ?? signs.ellipsis)/\(all.map(String.init) ?? signs.ellipsis)"
        parts.append("\(target.focus.kind.words) \(place)\(sign)")
      }
    }
    if !isNarrow {
      if let counts = page.counts {
        if counts.words.folded > 0 { parts.append("\(share(counts.words))% folded") }
      } else {
        parts.append("\(signs.ellipsis) folded")
      }
    }
    parts.append("\(Int(page.progress * 100))%")
    return parts
  }

  var focusedClaimSign: PaneItem.Sign? {
    guard let page, case .claim(let id, let sentence) = page.focus, let sentences = page.article.block(id)?.sentences,
      sentences.indices.contains(sentence)
    else { return nil }
    return sentences[sentence].claim?.support.sign
  }
}

extension State {
  /// Where on the screen a place of the text stands.
  package func position(of anchor: Anchor) -> (x: Int, y: Int)? {
    guard let page, let row = page.row(of: anchor) else { return nil }
    let area = geometry.focused
    guard case .row(let text) = page.window[row].content, let block = page.article.block(anchor.block) else {
      return (area.textX, area.rect.y + row)
    }
    let column = column(of: anchor.offset, in: text, text: block.text, metrics: page.flow.metrics) ?? 0
    let sideways = text.columns > area.textWidth ? page.sideways : 0
    return (min(max(area.textX, area.textX + column - sideways), size.width - 1), area.rect.y + row)
  }
}
