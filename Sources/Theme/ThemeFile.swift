import Screen

/// A theme file, read as TOML but not yet understood.
struct ThemeFile {
  private let theme: ThemeText
  private let values: [TomlValue]

  init(_ theme: ThemeText) throws(ThemeError) {
    self.theme = theme
    do throws(TomlError) {
      values = try tomlValues(of: theme.text)
    } catch {
      throw .invalid(file: theme.file, line: error.line, message: error.words)
    }
  }

  var description: String { values.first { $0.key == ["description"] }?.text ?? "" }

  /// The theme that this one changes; a reader's theme changes the default one.
  var parent: String? {
    get throws(ThemeError) {
      guard let value = inherits else { return theme.isBuiltIn ? nil : Themes.standard }
      guard value.kind == .string else { throw error(value, "inherits is the name of a theme, in quotes") }
      return value.text
    }
  }

  /// Where it says what it inherits.
  var lineOfParent: Int? { inherits?.line }

  private var inherits: TomlValue? { values.first { $0.key.first == "inherits" } }

  /// Lays the file's styles over what it inherits.
  func apply(to palette: inout Palette) throws(ThemeError) {
    let colors = try ownColors()
    for value in values where !ThemeFile.others.contains(value.key.first ?? "") {
      guard let name = value.key.first, let table = ThemeTable(rawValue: name), let key = value.key.dropFirst().first
      else {
        throw error(
          value,
          "\(value.key.first ?? "") is not known; a theme has description, inherits, and the tables [colors], [text], "
            + "[marks], [screen]")
      }
      if table == .screen, key == ThemeFile.ground {
        try lay(value, colors, over: &palette.ground)
      } else if let face = FaceName.byPath["\(name).\(key)"] {
        try lay(value, colors, over: &palette[face], isFirst: isFirst(value))
      } else {
        throw unknown(value, key, table)
      }
    }
  }

  private static let others = ["description", "inherits", "colors"]
  private static let ground = "ground"

  /// A style that is given replaces the inherited one: its first field begins it.
  private func isFirst(_ value: TomlValue) -> Bool {
    values.first { $0.key.prefix(2) == value.key.prefix(2) } == value
  }

  private func unknown(_ value: TomlValue, _ key: String, _ table: ThemeTable) -> ThemeError {
    if let right = FaceName.all.first(where: { $0.key == key }) {
      return error(value, "\(key) stands in the table [\(right.table.rawValue)]")
    }
    let keys = FaceName.all.filter { $0.table == table }.map(\.key) + (table == .screen ? [ThemeFile.ground] : [])
    return error(value, "\(key) is not known; [\(table.rawValue)] has \(keys.joined(separator: ", "))")
  }

  /// The theme's own names of colours.
  private func ownColors() throws(ThemeError) -> [String: Color] {
    var colors: [String: Color] = [:]
    for value in values where value.key.first == "colors" {
      guard value.key.count == 2 else { throw error(value, "colors is a table of names and colours") }
      colors[value.key[1]] = try color(value, [:])
    }
    return colors
  }

  /// Lays one field of a style over the style.
  private func lay(
    _ value: TomlValue, _ colors: [String: Color], over style: inout Style, isFirst: Bool = false
  ) throws(ThemeError) {
    if isFirst { style = Style() }
    if value.key.count == 2, value.kind == .empty { return }
    guard value.key.count == 3 else {
      throw error(value, #"\#(value.key[1]) is a style in braces, such as { fg = "blue", bold = true }"#)
    }
    let field = value.key[2]
    if field == "fg" {
      style.foreground = try color(value, colors)
    } else if field == "bg" {
      style.background = try color(value, colors)
    } else if let attribute = ThemeFile.attributes[field] {
      guard value.kind == .bool else { throw error(value, "\(value.key[1]) has \(field), which is true or false") }
      if value.text == "true" { style.attributes.insert(attribute) }
    } else {
      let known = ["fg", "bg"] + ThemeFile.attributes.keys.sorted()
      throw error(
        value,
        "\(value.key[1]) has \(field), which is not known; a style has \(known.joined(separator: ", "))")
    }
  }

  private static let attributes: [String: Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    "strikethrough": .strikethrough,
  ]

  private func color(_ value: TomlValue, _ own: [String: Color]) throws(ThemeError) -> Color {
    if value.kind == .integer, let index = UInt8(value.text) { return .indexed(index) }
    if value.kind == .string,
      let color = own[value.text] ?? ColorNames.all[value.text] ?? Color(hexadecimal: value.text)
    {
      return color
    }
    let mine = own.isEmpty ? "" : ", \(own.keys.sorted().joined(separator: ", "))"
    throw error(
      value,
      "\(value.key[1]) has “\(value.text)” for a colour; colours are \"#rrggbb\", 0 to 255, default, black, red, green, "
        + "yellow, blue, magenta, cyan, white, these with bright- before them\(mine)")
  }

  private func error(_ value: TomlValue, _ message: String) -> ThemeError {
    .invalid(file: theme.file, line: value.line, message: message)
  }
}

extension Color {
  /// `#rrggbb` or `#rgb`.
  init?(hexadecimal text: String) {
    let digits = Array(text.utf8.dropFirst())
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6 || digits.count == 3 else { return nil }
    let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue.map(UInt8.init) }
    guard values.count == digits.count else { return nil }
    let pairs = values.count == 3 ? values.map { ($0, $0) } : [0, 2, 4].map { (values[$0], values[$0 + 1]) }
    self = .rgb(pairs[0].0 << 4 | pairs[0].1, pairs[1].0 << 4 | pairs[1].1, pairs[2].0 << 4 | pairs[2].1)
  }
}
