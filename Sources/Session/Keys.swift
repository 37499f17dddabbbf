import Document
import Layout
import Screen

extension State {
  /// After so long a prefix shows what can follow it.
  private static let whichKeyDelay = 500
  private static let countLimit = 1_000_000_000

  mutating func take(_ key: Key) -> [Effect] {
    bindKeys()
    if prompt != nil { return takeInPrompt(key) }
    notice = nil
    if hints != nil { return takeInHints(key) }
    if let popup {
      if popup.isModal { return takeInPopup(key) }
      self.popup = nil
      if key.isCancel { return drop() }
      if popup.kind != .keys, key == Key(.character("q")) { return [] }
    }
    if let command = awaitsLetter { return takeLetter(key, for: command) }
    if takeDigit(key) { return [] }
    pending.append(key)
    switch keymap.match(pending, in: keyContext) {
    case .command(let command):
      // A longer sequence may begin with these keys ('' and 'a): a command that takes a letter waits for it.
      let count = count
      pending = []
      self.count = nil
      return perform(command, count: count)
    case .prefix:
      token += 1
      return [.wait(milliseconds: Self.whichKeyDelay, token: token)]
    case .nothing:
      let typed = pending
      let hadCount = count != nil
      _ = drop()
      if typed.last?.isCancel == true { return typed.count > 1 || hadCount ? [] : perform(.cancel, count: nil) }
      complain("\(typed.map(\.label).joined()) does nothing here. ? shows the keys.")
      return []
    }
  }

  /// The key that waits for the letter of a mark.
  package var awaitedAfter: [Key] {
    awaitsLetter.flatMap { CommandRow.row($0)?.keys.first }.flatMap { Key.parse($0) } ?? []
  }

  /// Forgets an unfinished sequence.
  private mutating func drop() -> [Effect] {
    pending = []
    count = nil
    token += 1
    return []
  }

  private mutating func takeDigit(_ key: Key) -> Bool {
    guard pending.isEmpty, case .character(let scalar) = key.code, !key.alt, !key.control,
      ("0"..."9").contains(scalar), scalar != "0" || count != nil
    else { return false }
    count = min(Self.countLimit, (count ?? 0) * 10 + Int(scalar.value - 48))
    return true
  }

  private mutating func takeLetter(_ key: Key, for command: Command) -> [Effect] {
    awaitsLetter = nil
    if command == .goToMark, key == Key(.character("'")) { return perform(.lastPlace, count: nil) }
    if key.isCancel { return [] }
    guard case .character(let scalar) = key.code, !key.control, !key.alt else { return takeLetter("", for: command) }
    return takeLetter(String(Character(scalar)), for: command)
  }

  /// m and ' with what was typed behind them.
  mutating func takeLetter(_ text: String, for command: Command) -> [Effect] {
    guard let letter = text.first, text.count == 1, ("a"..."z").contains(letter) else {
      complain("A mark is a letter from a to z.")
      return []
    }
    return command == .setMark ? setMark(letter) : goToMark(letter)
  }

  mutating func takePaste(_ text: String) -> [Effect] {
    guard prompt != nil else {
      say("Pasted text is not taken for keys. / or : open a line for it.")
      return []
    }
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return insertInPrompt(line)
  }

  /// What can follow the keys typed so far.
  func whichKey() -> Popup {
    let rows = keymap.continuations(of: pending, in: keyContext == .selection ? .article : keyContext)
    let lines = rows.map { row in
      StyledLine([
        .init(row.keys.map(\.label).joined(), .popupKey),
        .init("  " + (CommandRow.row(row.command)?.help ?? row.command.rawValue)),
      ])
    }
    return Popup(kind: .keys, title: pending.map(\.label).joined(), lines: lines)
  }

  // MARK: Popups that take keys

  private mutating func takeInPopup(_ key: Key) -> [Effect] {
    guard var shown = popup else { return [] }
    let page = max(1, size.height - 4)
    let last = max(0, shown.rows(width: size.width).count - page)
    switch keymap.match([key], in: .article) {
    case .command(.lineDown): shown.scroll = min(last, shown.scroll + 1)
    case .command(.lineUp): shown.scroll = max(0, shown.scroll - 1)
    case .command(.pageDown): shown.scroll = min(last, shown.scroll + page)
    case .command(.pageUp): shown.scroll = max(0, shown.scroll - page)
    case .command(.halfPageDown): shown.scroll = min(last, shown.scroll + page / 2)
    case .command(.halfPageUp): shown.scroll = max(0, shown.scroll - page / 2)
    case .command(.top), .prefix: shown.scroll = 0
    case .command(.end): shown.scroll = last
    case .command(.search):
      prompt = Prompt(.helpFilter, text: shown.filter)
    case .command(.close), .command(.help), .command(.cancel), .command(.properties):
      popup = nil
      return []
    case .command(.redraw): return [.redraw]
    case .command(.quit): return [.quit]
    case .command(.suspend): return [.suspend]
    case .command, .nothing: break
    }
    popup = shown
    return []
  }

  // MARK: Hints

  private mutating func takeInHints(_ key: Key) -> [Effect] {
    guard var shown = hints else { return [] }
    switch key.code {
    case .character(let scalar) where !key.control && !key.alt:
      shown.typed.unicodeScalars.append(scalar)
    case .backspace:
      shown.typed = String(shown.typed.dropLast())
    case .enter:
      hints = nil
      guard let first = shown.matching(in: self).first else { return [] }
      return follow(shown.targets[first])
    case .character, .escape, .tab, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .function:
      hints = nil
      return []
    }
    let matching = shown.matching(in: self)
    if let exact = shown.labels.firstIndex(of: shown.typed) {
      hints = nil
      return follow(shown.targets[exact])
    }
    if matching.isEmpty {
      hints = nil
      complain("No link on the screen has that label or holds “\(shown.typed)”.")
      return []
    }
    if matching.count == 1, shown.typed.count > 1, !shown.labels.contains(where: { $0.hasPrefix(shown.typed) }) {
      hints = nil
      return follow(shown.targets[matching[0]])
    }
    hints = shown
    return []
  }

  // MARK: The mouse

  private static let wheelRows = 3

  mutating func take(_ mouse: Mouse) -> [Effect] {
    let isInPane = geometry.pane.map { $0.contains(x: mouse.x, y: mouse.y) } ?? false
    switch mouse.action {
    case .wheelDown, .wheelUp:
      let rows = mouse.action == .wheelDown ? Self.wheelRows : -Self.wheelRows
      if var shown = popup, shown.isModal {
        shown.scroll = max(0, min(shown.rows(width: size.width).count - 1, shown.scroll + rows))
        popup = shown
        return []
      }
      if isInPane {
        scrollPane(by: rows)
        return []
      }
      guard geometry.other?.contains(x: mouse.x, y: mouse.y) == true else { return scroll(by: rows) }
      swapHalves()
      let effects = scroll(by: rows)
      // What is to be read is read of the half with the keys.
      if effects.isEmpty { swapHalves() }
      return effects
    case .press, .doublePress:
      guard popup == nil, prompt == nil else {
        popup = nil
        return []
      }
      notice = nil
      return isInPane ? clickPane(y: mouse.y) : clickArticle(x: mouse.x, y: mouse.y)
    }
  }
}

extension Key {
  var isCancel: Bool { code == .escape || (code == .character("c") && control) }
}

extension Rect {
  package func contains(x: Int, y: Int) -> Bool {
    (self.x..<self.x + width).contains(x) && (self.y..<self.y + height).contains(y)
  }
}

extension Hints {
  /// Which labels are still possible: by label, or by the link's text.
  func matching(in state: State) -> [Int] {
    guard !typed.isEmpty, let page = state.page else { return Array(targets.indices) }
    return targets.indices.filter { index in
      labels[index].hasPrefix(typed)
        || page.text(targets[index].block, targets[index].range).lowercased().contains(typed.lowercased())
    }
  }

  package func isPossible(_ index: Int, in state: State) -> Bool { matching(in: state).contains(index) }
}
