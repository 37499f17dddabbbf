import CAssets
import Screen

/// The text of a theme, and where it comes from.
package struct ThemeText: Sendable, Equatable {
  package var name: String
  /// For messages.
  package var file: String
  package var text: String
  package var isBuiltIn: Bool

  /// A theme of the reader's own folder; its name is the file's, without the ending.
  package init(name: String, file: String, text: String) {
    self.init(name: name, file: file, text: text, isBuiltIn: false)
  }

  init(name: String, file: String, text: String, isBuiltIn: Bool) {
    self.name = name
    self.file = file
    self.text = text
    self.isBuiltIn = isBuiltIn
  }
}

/// All themes that can be named: the reader's own, and those in the binary. Of two with one name the reader's is meant.
package struct Themes: Sendable {
  package var own: [ThemeText]

  package init(own: [ThemeText] = []) {
    self.own = own
  }

  /// The theme for a terminal of which nothing else is known, and the one for a terminal without colours.
  package static let standard = "default"
  package static let colorless = "mono"

  /// In the order in which they are offered.
  package var names: [String] {
    let builtIn = Themes.builtInNames
    return builtIn + own.map(\.name).filter { !builtIn.contains($0) }.sorted()
  }

  package func text(named name: String) -> ThemeText? {
    own.first { $0.name == name } ?? Themes.builtIn(name)
  }

  package func palette(named name: String) throws(ThemeError) -> Palette {
    if name == Themes.standard, !own.contains(where: { $0.name == name }) { return DefaultPalette.make() }
    guard let text = text(named: name) else { throw .unknown(name, known: names) }
    return try palette(from: text)
  }

  package func palette(from theme: ThemeText) throws(ThemeError) -> Palette {
    try palette(from: theme, descendants: [])
  }

  /// One sentence on a theme, as its file has it.
  package func description(of name: String) throws(ThemeError) -> String {
    guard let text = text(named: name) else { throw .unknown(name, known: names) }
    return try ThemeFile(text).description
  }

  private func palette(from theme: ThemeText, descendants: [String]) throws(ThemeError) -> Palette {
    let file = try ThemeFile(theme)
    var palette = Palette(name: theme.name)
    if let parent = try file.parent {
      palette = try inherited(parent, by: theme, descendants, at: file.parentLine)
      palette.name = theme.name
    }
    try file.apply(to: &palette)
    return palette
  }

  /// The palette that a theme starts from. A theme of the reader's that is named like one in the binary may inherit that.
  private func inherited(
    _ parent: String, by theme: ThemeText, _ descendants: [String], at line: Int?
  ) throws(ThemeError) -> Palette {
    let own = parent == theme.name ? nil : own.first { $0.name == parent }
    guard let text = own ?? (theme.isBuiltIn && parent == theme.name ? nil : Themes.builtIn(parent)) else {
      let message = "inherits from “\(parent)”, which is not a theme; there are: \(names.joined(separator: ", "))"
      throw .invalid(file: theme.file, line: line, message: message)
    }
    guard !descendants.contains(text.file) else {
      throw .invalid(file: theme.file, line: line, message: "inherits from itself by way of “\(parent)”")
    }
    return try palette(from: text, descendants: descendants + [theme.file])
  }

  private static let builtInNames = (0..<ibid_theme_count()).map { String(cString: ibid_theme($0).name) }

  private static func builtIn(_ name: String) -> ThemeText? {
    guard let index = builtInNames.firstIndex(of: name) else { return nil }
    let asset = ibid_theme(index)
    let text = String(decoding: UnsafeBufferPointer(start: asset.bytes, count: asset.count), as: UTF8.self)
    return ThemeText(name: name, file: "the built-in theme \(name)", text: text, isBuiltIn: true)
  }
}
