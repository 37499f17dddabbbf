import Document
import Layout
import Screen

/// A line of text with faces, for popups and panes.
package struct StyledLine: Sendable, Equatable {
  package struct Part: Sendable, Equatable {
    package var text: String
    package var face: Face

    package init(_ text: String, _ face: Face = .popup) {
      self.text = text
      self.face = face
    }
  }

  package var parts: [Part]

  package init(_ parts: [Part]) { self.parts = parts }
  package init(_ text: String, _ face: Face = .popup) { parts = [Part(text, face)] }

  package var text: String { parts.map(\.text).joined() }
}

/// A box over the text: help, which-key, a preview, an explanation.
package struct Popup: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case help, keys, preview, explanation, properties, output
  }

  package var kind: Kind
  package var title: String
  package var lines: [StyledLine]
  /// The first line shown.
  package var scroll = 0
  /// Only lines that hold these words are shown.
  package var filter = ""

  package init(kind: Kind, title: String, lines: [StyledLine]) {
    self.kind = kind
    self.title = title
    self.lines = lines
  }

  /// The lines that the filter leaves; headings of the help stay where something under them does.
  package var shown: [StyledLine] {
    guard !filter.isEmpty else { return lines }
    let words = filter.lowercased().split(separator: " ")
    return lines.filter { line in
      let text = line.text.lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// The same as they stand on a screen of so many columns.
  package func rows(width: Int) -> [StyledLine] { Self.rows(of: shown, width: width) }

  package static func rows(of lines: [StyledLine], width: Int) -> [StyledLine] {
    lines.flatMap { $0.wrapped(to: max(8, width - 3)) }
  }

  /// It takes the whole screen and is scrolled by keys; the others go at the next key.
  package var isModal: Bool {
    switch kind {
    case .help, .properties, .output: true
    case .keys, .preview, .explanation: false
    }
  }
}

/// A line that the reader types.
package struct Prompt: Sendable, Equatable {
  package enum Kind: String, Sendable, Hashable {
    case search, searchBack, only, command, filter, helpFilter, save, pipe

    /// What stands before the line.
    package var label: String {
      switch self {
      case .search: "/"
      case .searchBack: "?"
      case .only: "&"
      case .command: ":"
      case .filter, .helpFilter: "filter: "
      case .save: "save as: "
      case .pipe: "| "
      }
    }
  }

  package var kind: Kind
  package var text: [Character]
  package var cursor: Int
  /// What can complete the word before the cursor, and which of it is in the line.
  package var completions: [String] = []
  package var completion: Int?
  /// Where the reader was before a search moved the page.
  var origin: Place?
  var historyIndex: Int?

  init(_ kind: Kind, text: String = "") {
    self.kind = kind
    self.text = Array(text)
    cursor = self.text.count
  }

  package var line: String { String(text) }
}

/// Labels over the links on the screen.
package struct Hints: Sendable, Equatable {
  package var targets: [Target]
  package var labels: [String]
  package var typed = ""
}

/// A list beside the text.
package struct Pane: Sendable, Equatable {
  package enum Kind: String, CaseIterable, Sendable {
    case links = "Links"
    case sources = "Sources"
    case claims = "Claims"
    case contents = "Contents"
    case articles = "Articles"
    case verdicts = "Verdicts"
    case ways = "Ways to the source"
  }

  package var kind: Kind
  package var items: [PaneItem]
  package var filter = ""
  package var selected = 0
  package var scroll = 0
  /// Only places that cite this source (`gr`).
  var onlySource: String?

  init(kind: Kind, items: [PaneItem]) {
    self.kind = kind
    self.items = items
  }

  /// The rows that the filter leaves.
  package var shown: [PaneItem] {
    guard !filter.isEmpty else { return items }
    let words = filter.lowercased().split(separator: " ")
    return items.filter { item in
      let text = (item.text + " " + item.note).lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }
}

/// A row of a pane.
package struct PaneItem: Sendable, Equatable {
  package enum Destination: Sendable, Equatable {
    case target(Target)
    case page(Int)
    /// A verdict of the reader: its key, and where it holds on this page.
    case verdict(String, at: Anchor?)
    case way(Way)
  }

  package enum Sign: Sendable, Equatable {
    case linked, attributed, own, none, lost, fold
    case checked, doubtful, `false`
  }

  package var text: String
  /// At the right edge.
  package var note: String
  package var sign: Sign?
  package var indent: Int
  package var isDim: Bool
  package var destination: Destination?

  init(
    _ text: String, note: String = "", sign: Sign? = nil, indent: Int = 0, isDim: Bool = false,
    destination: Destination? = nil
  ) {
    self.text = text
    self.note = note
    self.sign = sign
    self.indent = indent
    self.isDim = isDim
    self.destination = destination
  }
}
