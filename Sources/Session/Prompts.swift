import Document
import Layout
import Screen

extension State {
  private static let historyLimit = 50

  mutating func openPrompt(_ kind: Prompt.Kind) -> [Effect] {
    var new = Prompt(kind)
    if kind == .search || kind == .searchBack, let page { new.origin = page.top }
    if kind == .save, let page {
      let name = page.name.split(separator: ".").first.map(String.init) ?? "article"
      new = Prompt(kind, text: name + ".md")
    }
    prompt = new
    return []
  }

  mutating func takeInPrompt(_ key: Key) -> [Effect] {
    guard var line = prompt else { return [] }
    if key.code != .tab { line.completions = []; line.completion = nil }
    if key.isCancel { return cancelPrompt() }
    switch key.code {
    case .enter: return finishPrompt()
    case .backspace:
      if line.text.isEmpty { return cancelPrompt() }
      if line.cursor > 0 {
        line.cursor -= 1
        line.text.remove(at: line.cursor)
      }
    case .character("h") where key.control:
      if line.cursor > 0 {
        line.cursor -= 1
        line.text.remove(at: line.cursor)
      }
    case .delete: if line.cursor < line.text.count { line.text.remove(at: line.cursor) }
    case .left: line.cursor = max(0, line.cursor - 1)
    case .right: line.cursor = min(line.text.count, line.cursor + 1)
    case .home: line.cursor = 0
    case .end: line.cursor = line.text.count
    case .up: recall(&line, by: -1)
    case .down: recall(&line, by: 1)
    case .tab: complete(&line, backwards: key.shift)
    case .character(let scalar) where key.control: edit(&line, control: scalar)
    case .character(let scalar) where !key.alt:
      line.text.insert(Character(scalar), at: line.cursor)
      line.cursor += 1
    case .character, .escape, .insert, .pageUp, .pageDown, .function: break
    }
    prompt = line
    return promptChanged()
  }

  /// The keys of readline that everybody's fingers know.
  private func edit(_ line: inout Prompt, control: Unicode.Scalar) {
    switch control {
    case "a": line.cursor = 0
    case "e": line.cursor = line.text.count
    case "u":
      line.text.removeSubrange(0..<line.cursor)
      line.cursor = 0
    case "k": line.text.removeSubrange(line.cursor...)
    case "w":
      var start = line.cursor
      while start > 0, line.text[start - 1] == " " { start -= 1 }
      while start > 0, line.text[start - 1] != " " { start -= 1 }
      line.text.removeSubrange(start..<line.cursor)
      line.cursor = start
    case "b": line.cursor = max(0, line.cursor - 1)
    case "f": line.cursor = min(line.text.count, line.cursor + 1)
    default: break
    }
  }

  mutating func insertInPrompt(_ text: String) -> [Effect] {
    guard var line = prompt else { return [] }
    line.text.insert(contentsOf: text, at: line.cursor)
    line.cursor += text.count
    prompt = line
    return promptChanged()
  }

  private mutating func promptChanged() -> [Effect] {
    guard let prompt else { return [] }
    switch prompt.kind {
    case .filter:
      pane?.filter = prompt.line
      pane?.selected = 0
      pane?.scroll = 0
    case .helpFilter:
      popup?.filter = prompt.line
      popup?.scroll = 0
    case .search, .searchBack: isSearchStale = true
    case .only, .command, .save, .pipe: break
    }
    return []
  }

  private mutating func cancelPrompt() -> [Effect] {
    guard let line = prompt else { return [] }
    prompt = nil
    switch line.kind {
    case .search, .searchBack:
      if let origin = line.origin, pages.indices.contains(current) {
        pages[current].find = nil
        pages[current].setTop(origin)
        pages[current].fill(height: height)
      }
    case .filter: pane?.filter = ""
    case .helpFilter: popup?.filter = ""
    case .only, .command, .save, .pipe: break
    }
    return []
  }

  private mutating func finishPrompt() -> [Effect] {
    guard let line = prompt else { return [] }
    if !line.text.isEmpty {
      promptHistory[line.kind, default: []].removeAll { $0 == line.line }
      promptHistory[line.kind, default: []].append(line.line)
      if promptHistory[line.kind, default: []].count > Self.historyLimit { promptHistory[line.kind]?.removeFirst() }
    }
    switch line.kind {
    case .search: return search(line.line, isForward: true)
    case .searchBack: return search(line.line, isForward: false)
    case .only, .command, .filter, .helpFilter, .save, .pipe: prompt = nil
    }
    switch line.kind {
    case .only: return showOnly(line.line)
    case .command: return execute(line.line)
    case .save: return line.text.isEmpty ? [] : execute("save " + line.line)
    case .pipe: return line.text.isEmpty ? [] : execute("pipe " + line.line)
    case .filter, .helpFilter, .search, .searchBack: return []
    }
  }

  private func recall(_ line: inout Prompt, by step: Int) {
    let history = promptHistory[line.kind] ?? []
    guard !history.isEmpty else { return }
    let index = (line.historyIndex ?? history.count) + step
    guard index >= 0 else { return }
    line.historyIndex = min(index, history.count)
    line.text = index < history.count ? Array(history[index]) : []
    line.cursor = line.text.count
  }

  // MARK: Commands by name

  /// Does what stands behind `:`: a command by its name, a number (percent with %), `set`, `open`.
  mutating func execute(_ line: String) -> [Effect] {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = words.first else { return [] }
    let argument = words.count > 1 ? words[1] : ""
    if let number = Int(name.hasSuffix("%") ? String(name.dropLast()) : name) { return goTo(percent: number) }
    switch name {
    case "set" where !argument.isEmpty: return set(argument)
    case "open" where !argument.isEmpty:
      if argument.hasPrefix("http://") || argument.hasPrefix("https://") { return open(address: argument) }
      isLoading = argument
      return [.open(location: argument, base: nil)]
    case "q": return perform(.quit, count: nil)
    case "save" where !argument.isEmpty, "w" where !argument.isEmpty:
      return handOn(again: .execute(line)) { .save(path: argument, text: $0) }
    case "pipe" where !argument.isEmpty:
      return handOn(again: .execute(line)) { .pipe(command: argument, text: $0) }
    case "only-matching" where !argument.isEmpty: return showOnly(argument)
    case "search" where !argument.isEmpty: return search(argument, isForward: true)
    case "search-back" where !argument.isEmpty: return search(argument, isForward: false)
    case "set-mark" where !argument.isEmpty: return takeLetter(argument, for: .setMark)
    case "go-to-mark" where !argument.isEmpty: return takeLetter(argument, for: .goToMark)
    default:
      let matches = CommandRow.all.filter { $0.name == name }
      let near = matches.isEmpty ? CommandRow.all.filter { $0.name.hasPrefix(name) } : matches
      guard near.count == 1, let row = near.first else {
        complain(
          near.isEmpty
            ? "No command :\(name). :help lists them, Tab completes."
            : ":\(name) could be \(near.prefix(3).map(\.name).joined(separator: ", ")).")
        return []
      }
      if row.contexts == [.pane] { return performInPane(row.command, count: nil) ?? [] }
      return perform(row.command, count: Int(argument))
    }
  }

  private mutating func set(_ argument: String) -> [Effect] {
    let parts = argument.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
    guard let name = parts.first, let option = Option.named(name) else {
      complain(wordsOnUnknown(argument))
      return []
    }
    guard parts.count == 2 else {
      say("\(option.name)=\(option.value(in: settings))  (\(option.help))")
      return []
    }
    if name == "theme", !themes.contains(parts[1]) {
      complain("No theme \(parts[1]). There are \(themes.joined(separator: ", ")).")
      return []
    }
    let old = settings
    guard option.set(&settings, parts[1]) else {
      complain("\(name) cannot be \(parts[1]). It can be \(option.allowed): \(option.help).")
      return []
    }
    if old.claims != settings.claims || old.folding != settings.folding { refold() }
    relayout()
    say("\(name)=\(option.value(in: settings))")
    return name == "theme" ? [.setTheme(settings.theme)] : []
  }

  private func wordsOnUnknown(_ argument: String) -> String {
    let words = argument.split(whereSeparator: { $0 == " " || $0 == "=" }).map(String.init)
    guard let name = words.first, Option.named(name) != nil, words.count > 1 else {
      return "No option \(words.first ?? argument). :set shows them all."
    }
    return "Write :set \(name)=\(words[1])."
  }

  /// Tab: what the word before the cursor can become.
  private func complete(_ line: inout Prompt, backwards: Bool) {
    guard line.kind == .command else { return }
    if line.completions.isEmpty {
      line.completions = completions(of: line.line)
      line.completion = nil
    }
    guard !line.completions.isEmpty else { return }
    let count = line.completions.count
    let next = line.completion.map { ($0 + (backwards ? count - 1 : 1)) % count } ?? 0
    line.completion = next
    line.text = Array(line.completions[next])
    line.cursor = line.text.count
  }

  private func completions(of line: String) -> [String] {
    if line.hasPrefix("set ") {
      let argument = String(line.dropFirst(4))
      if let equals = argument.firstIndex(of: "="), let option = Option.named(String(argument[..<equals])) {
        let values = option.name == "theme" ? themes : option.values
        let typed = String(argument[argument.index(after: equals)...])
        return values.filter { $0.hasPrefix(typed) }.map { "set \(option.name)=\($0)" }
      }
      return Option.all.map(\.name).filter { $0.hasPrefix(argument) }.map { "set \($0)=" }
    }
    return CommandRow.all.map(\.name).filter { $0.hasPrefix(line) }.sorted()
  }
}
