import Screen

/// A theme file, read as TOML but not yet understood.
struct ThemeFile {
  private let theme: ThemeText
  private let values: [TomlValue]

  init(_ theme: ThemeText) throws(ThemeError) {
    self.theme = theme
    do {
      // A key of no characters names nothing.
      values = try tomlValues(of: theme.text).filter { !$0.key.isEmpty }
    } catch {
      throw .invalid(file: theme.file, line: error.line, message: "column \(error.column): \(error.words)")
    }
  }

  var description: String { values.first { $0.key == ["description"] }?.text ?? "" }

  /// The theme that this one changes; a reader's theme changes the default one.
  var parent: String? {
    get throws(ThemeError) {
      guard let value = values.first(where: { $0.key.first == ThemeFile.inherits }) else {
        return theme.isBuiltIn ? nil : Themes.standard
      }
      guard value.kind == .string, value.key.count == 1 else { throw error(value, "is the name of a theme, in quotes") }
      return value.text
    }
  }

  /// The line that names the parent.
  var parentLine: Int? { values.first { $0.key.first == ThemeFile.inherits }?.line }

  /// Lays the file's styles over what it inherits.
  func apply(to palette: inout Palette) throws(ThemeError) {
    let colors = try ownColors()
    var styles: [[String]: Style] = [:]
    for value in values where !ThemeFile.others.contains(value.key[0]) {
      guard let table = ThemeTable(rawValue: value.key[0]), value.key.count > 1 || value.kind == .empty else {
        let all = "a theme has description, inherits, and the tables [colors], [text], [marks], [screen]"
        throw error(value, "is not known; \(all)")
      }
      guard value.key.count > 1 else { continue }
      try check(value, table)
      let path = Array(value.key.prefix(2))
      var style = styles[path] ?? Style()
      if value.key.count == 3 { try set(value, of: &style, colors) }
      styles[path] = style
    }
    for (path, style) in styles { ThemeFile.set(path, style, in: &palette) }
  }

  private static let inherits = "inherits"
  private static let others = ["description", inherits, "colors"]
  private static let ground = "ground"

  private static func set(_ path: [String], _ style: Style, in palette: inout Palette) {
    if let face = FaceName.byPath[path.joined(separator: ".")] { palette[face] = style } else { palette.ground = style }
  }

  /// The key names a face of the table, and the value is a style or a part of one.
  private func check(_ value: TomlValue, _ table: ThemeTable) throws(ThemeError) {
    let key = value.key[1]
    if FaceName.byPath["\(table.rawValue).\(key)"] == nil, !(table == .screen && key == ThemeFile.ground) {
      throw unknown(value, table)
    }
    guard value.key.count == 3 || value.key.count == 2 && value.kind == .empty else {
      throw error(value, #"is a style in braces, such as { fg = "blue", bold = true }"#)
    }
  }

  private func unknown(_ value: TomlValue, _ table: ThemeTable) -> ThemeError {
    if let right = FaceName.all.first(where: { $0.key == value.key[1] }) {
      return error(value, "stands in the table [\(right.table.rawValue)]")
    }
    let keys = FaceName.all.filter { $0.table == table }.map(\.key) + (table == .screen ? [ThemeFile.ground] : [])
    return error(value, "is not known; [\(table.rawValue)] has \(keys.joined(separator: ", "))")
  }

  /// The theme's own names of colours.
  private func ownColors() throws(ThemeError) -> [String: Color] {
    var colors: [String: Color] = [:]
    for value in values where value.key[0] == "colors" {
      guard value.key.count == 2 else {
        if value.key.count == 1, value.kind == .empty { continue }
        throw error(value, "is a table of names and colours")
      }
      colors[value.key[1]] = try color(value, [:])
    }
    return colors
  }

  /// One field of a style.
  private func set(_ value: TomlValue, of style: inout Style, _ colors: [String: Color]) throws(ThemeError) {
    let name = value.key[2]
    if name == "fg" {
      style.foreground = try color(value, colors)
    } else if name == "bg" {
      style.background = try color(value, colors)
    } else if let attribute = ThemeFile.attributes[name] {
      guard value.kind == .bool else { throw error(value, "has \(name), which is true or false") }
      if value.text == "true" { style.attributes.insert(attribute) }
    } else {
      let known = ["fg", "bg"] + ThemeFile.attributes.keys.sorted()
      throw error(value, "has \(name), which is not known; a style has \(known.joined(separator: ", "))")
    }
  }

  private static let attributes: [String: Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    "strikethrough": .strikethrough,
  ]

  private func color(_ value: TomlValue, _ own: [String: Color]) throws(ThemeError) -> Color {
    if value.kind == .integer, let index = UInt8(value.text) { return .indexed(index) }
    let name = value.text
    if value.kind == .string, let color = own[name] ?? ColorNames.all[name] ?? Color(hexadecimal: name) { return color }
    let mine = own.isEmpty ? "" : ", \(own.keys.sorted().joined(separator: ", "))"
    throw error(
      value,
      "has “\(name)” for a colour; colours are \"#rrggbb\", 0 to 255, default, black, red, green, yellow, blue, magenta, "
        + "cyan, white, these with bright- before them\(mine)")
  }

  /// Said of the value's face, or where there is none of its first key.
  private func error(_ value: TomlValue, _ message: String) -> ThemeError {
    let key = value.key.count > 1 ? value.key[1] : value.key[0]
    return .invalid(file: theme.file, line: value.line, message: "\(key) \(message)")
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
