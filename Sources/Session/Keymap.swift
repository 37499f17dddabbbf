import Screen

extension Key {
  /// The keys that `notation` writes: "gg" is two keys, "<C-d>" one. nil: not a key.
  package static func parse(_ notation: String) -> [Key]? {
    var keys: [Key] = []
    var rest = Substring(notation)
    while let first = rest.unicodeScalars.first {
      if first == "<", rest.count > 1, let close = rest.firstIndex(of: ">") {
        guard let key = named(rest[rest.index(after: rest.startIndex)..<close]) else { return nil }
        keys.append(key)
        rest = rest[rest.index(after: close)...]
      } else {
        keys.append(Key(.character(first)))
        rest = Substring(rest.unicodeScalars.dropFirst())
      }
    }
    return keys
  }

  private static let names: [(String, Code)] = [
    ("Space", .character(" ")), ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Backspace", .backspace),
    ("Delete", .delete), ("Insert", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("Home", .home), ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown),
  ]

  private static func named(_ name: Substring) -> Key? {
    var key = Key(.escape)
    var rest = name
    while rest.count > 2, rest.dropFirst().first == "-", let letter = rest.first {
      switch letter {
      case "C": key.control = true
      case "A": key.alt = true
      case "S": key.shift = true
      default: return nil
      }
      rest = rest.dropFirst(2)
    }
    if let found = names.first(where: { $0.0 == rest }) {
      key.code = found.1
    } else if rest.first == "F", let number = Int(rest.dropFirst()), (1...24).contains(number) {
      key.code = .function(number)
    } else if let scalar = rest.unicodeScalars.first, rest.unicodeScalars.count == 1 {
      key.code = .character(scalar)
    } else {
      return nil
    }
    return key
  }

  /// As a configuration writes it: what `parse` makes the key of.
  package var notation: String {
    let name: String
    if let known = Self.names.first(where: { $0.1 == code }) {
      name = known.0
    } else {
      switch code {
      case .character(let scalar): name = String(Character(scalar))
      case .function(let number): name = "F\(number)"
      case .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
        .pageDown:
        name = ""
      }
    }
    let prefix = (control ? "C-" : "") + (alt ? "A-" : "") + (shift ? "S-" : "")
    return prefix.isEmpty && name.unicodeScalars.count == 1 ? name : "<\(prefix)\(name)>"
  }

  /// As the help writes it: `j`, `^D`, `Space`, `Alt-←`.
  package var label: String {
    var name: String
    switch code {
    case .character(" "): name = "Space"
    case .character(let scalar):
      name = String(Character(scalar))
      if control { return (alt ? "Alt-" : "") + "^" + name.uppercased() }
    case .enter: name = "Enter"
    case .escape: name = "Esc"
    case .tab: name = "Tab"
    case .backspace: name = "Backspace"
    case .delete: name = "Del"
    case .insert: name = "Ins"
    case .up: name = "↑"
    case .down: name = "↓"
    case .left: name = "←"
    case .right: name = "→"
    case .home: name = "Home"
    case .end: name = "End"
    case .pageUp: name = "PgUp"
    case .pageDown: name = "PgDn"
    case .function(let number): name = "F\(number)"
    }
    if shift { name = "S-" + name }
    if control { name = "^" + name }
    return alt ? "Alt-" + name : name
  }
}

/// Which keys mean which command, by context. Sequences are followed key by key.
package struct Keymap: Sendable {
  package enum Match: Equatable, Sendable {
    case command(Command)
    /// The beginning of one or several sequences.
    case prefix
    case nothing
  }

  private var commands: [KeyContext: [[Key]: Command]] = [:]
  private var prefixes: [KeyContext: Set<[Key]>] = [:]

  package init(rows: [CommandRow] = CommandRow.all) {
    for row in rows {
      for notation in row.keys {
        guard let keys = Key.parse(notation) else { continue }
        for context in row.contexts { bind(keys, to: row.command, in: context) }
      }
    }
  }

  package mutating func bind(_ keys: [Key], to command: Command, in context: KeyContext) {
    commands[context, default: [:]][keys] = command
    for length in 1..<max(1, keys.count) { prefixes[context, default: []].insert(Array(keys.prefix(length))) }
  }

  package mutating func unbind(_ command: Command) {
    for context in KeyContext.allCases {
      commands[context] = commands[context]?.filter { $0.value != command }
    }
  }

  /// In a pane or a selection, what these do not bind means what it means in the article.
  package func match(_ keys: [Key], in context: KeyContext) -> Match {
    for context in context == .article ? [.article] : [context, .article] {
      if let command = commands[context]?[keys] { return .command(command) }
      if prefixes[context]?.contains(keys) == true { return .prefix }
    }
    return .nothing
  }

  /// What can follow these keys: the rest of each sequence and its command, for the which-key popup.
  package func continuations(of keys: [Key], in context: KeyContext) -> [(keys: [Key], command: Command)] {
    let all = (commands[context] ?? [:]).filter {
      $0.key.count > keys.count && Array($0.key.prefix(keys.count)) == keys
    }
    return all.map { (Array($0.key.dropFirst(keys.count)), $0.value) }
      .sorted { $0.keys.map(\.label).joined() < $1.keys.map(\.label).joined() }
  }

  /// The keys of a command, in the order of the table.
  package func labels(of command: Command, in context: KeyContext = .article) -> [String] {
    keys(of: command, in: context).map { $0.map(\.label).joined() }
  }

  /// The keys of a command as a configuration writes them, in the order of the table.
  func notations(of command: Command, in context: KeyContext) -> [String] {
    keys(of: command, in: context).map { $0.map(\.notation).joined() }
  }

  private func keys(of command: Command, in context: KeyContext) -> [[Key]] {
    let bound = (commands[context] ?? [:]).filter { $0.value == command }.map(\.key)
    let order = CommandRow.row(command)?.keys.compactMap(Key.parse) ?? []
    let known = order.filter { bound.contains($0) }
    let others = bound.filter { !order.contains($0) }.sorted {
      $0.map(\.label).joined() < $1.map(\.label).joined()
    }
    return known + others
  }
}

extension CommandRow {
  /// The row with the keys that lead to its command.
  package func bound(by keymap: Keymap) -> CommandRow {
    var found: [String] = []
    for context in KeyContext.allCases where contexts.contains(context) {
      for keys in keymap.notations(of: command, in: context) where !found.contains(keys) { found.append(keys) }
    }
    return CommandRow(command, name, found.joined(separator: " "), area, help, in: contexts)
  }
}
