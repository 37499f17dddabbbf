import Screen
import TOMLKit

/// A theme file, read as TOML but not yet understood.
struct ThemeFile {
  private let theme: ThemeText
  private let root: TOMLTable

  init(_ theme: ThemeText) throws(ThemeError) {
    self.theme = theme
    do {
      root = try TOMLTable(string: theme.text)
    } catch {
      let place = (error as? TOMLParseError)?.source.begin
      let message = (error as? TOMLParseError)?.description ?? "this is not TOML"
      throw .invalid(file: theme.file, line: place?.line, message: message)
    }
  }

  var description: String { root["description"]?.string ?? "" }

  /// The theme that this one changes; a reader's theme changes the default one.
  var parent: String? {
    get throws(ThemeError) {
      guard let value = root["inherits"] else { return theme.isBuiltIn ? nil : Themes.standard }
      guard let name = value.string else { throw error("inherits", nil, "is the name of a theme, in quotes") }
      return name
    }
  }

  /// Lays the file's styles over what it inherits.
  func apply(to palette: inout Palette) throws(ThemeError) {
    let colors = try ownColors()
    for (name, value) in root where !ThemeFile.others.contains(name) {
      guard let table = ThemeTable(rawValue: name), let styles = value.table else {
        throw error(
          name, nil,
          "is not known; a theme has description, inherits, and the tables [colors], [text], [marks], [screen]")
      }
      for (key, value) in styles {
        let style = try style(value, colors, key, table)
        if table == .screen, key == ThemeFile.ground {
          palette.ground = style
        } else if let face = FaceName.byPath["\(name).\(key)"] {
          palette[face] = style
        } else {
          throw unknown(key, table)
        }
      }
    }
  }

  private static let others = ["description", "inherits", "colors"]
  private static let ground = "ground"

  private func unknown(_ key: String, _ table: ThemeTable) -> ThemeError {
    if let right = FaceName.all.first(where: { $0.key == key }) {
      return error(key, table.rawValue, "stands in the table [\(right.table.rawValue)]")
    }
    let keys = FaceName.all.filter { $0.table == table }.map(\.key) + (table == .screen ? [ThemeFile.ground] : [])
    return error(key, table.rawValue, "is not known; [\(table.rawValue)] has \(keys.joined(separator: ", "))")
  }

  /// The theme's own names of colours.
  private func ownColors() throws(ThemeError) -> [String: Color] {
    guard let value = root["colors"] else { return [:] }
    guard let table = value.table else { throw error("colors", nil, "is a table of names and colours") }
    var colors: [String: Color] = [:]
    for (name, value) in table {
      colors[name] = try color(value, [:], name, "colors")
    }
    return colors
  }

  private func style(
    _ value: TOMLValueConvertible, _ colors: [String: Color], _ key: String, _ table: ThemeTable
  ) throws(ThemeError) -> Style {
    guard let fields = value.table else {
      throw error(key, table.rawValue, #"is a style in braces, such as { fg = "blue", bold = true }"#)
    }
    var style = Style()
    for (name, value) in fields {
      if name == "fg" {
        style.foreground = try color(value, colors, key, table.rawValue)
      } else if name == "bg" {
        style.background = try color(value, colors, key, table.rawValue)
      } else if let attribute = ThemeFile.attributes[name] {
        guard let isOn = value.bool else { throw error(key, table.rawValue, "has \(name), which is true or false") }
        if isOn { style.attributes.insert(attribute) }
      } else {
        let known = ["fg", "bg"] + ThemeFile.attributes.keys.sorted()
        throw error(
          key, table.rawValue, "has \(name), which is not known; a style has \(known.joined(separator: ", "))")
      }
    }
    return style
  }

  private static let attributes: [String: Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    "strikethrough": .strikethrough,
  ]

  private func color(
    _ value: TOMLValueConvertible, _ own: [String: Color], _ key: String, _ table: String
  ) throws(ThemeError) -> Color {
    if let number = value.int, let index = UInt8(exactly: number) { return .indexed(index) }
    if let name = value.string, let color = own[name] ?? ColorNames.all[name] ?? Color(hexadecimal: name) {
      return color
    }
    let given = value.string.map { "“\($0)”" } ?? "a value"
    let mine = own.isEmpty ? "" : ", \(own.keys.sorted().joined(separator: ", "))"
    throw error(
      key, table,
      "has \(given) for a colour; colours are \"#rrggbb\", 0 to 255, default, black, red, green, yellow, blue, magenta, "
        + "cyan, white, these with bright- before them\(mine)")
  }

  private func error(_ key: String, _ table: String?, _ message: String) -> ThemeError {
    .invalid(file: theme.file, line: line(of: key, in: table), message: "\(key) \(message)")
  }

  /// The line where a key of a table stands, counted from 1.
  func line(of key: String, in table: String?) -> Int? {
    var current: Substring?
    for (index, line) in theme.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.drop { $0 == " " || $0 == "\t" }
      if words.first == "[" {
        current = words.dropFirst().prefix { $0 != "]" }
        if table == nil, current.map(String.init) == key { return index + 1 }
      } else if current.map(String.init) == table, ThemeFile.key(of: words) == key {
        return index + 1
      }
    }
    return nil
  }

  private static func key(of line: Substring) -> String {
    String(line.prefix { $0 != "=" && $0 != " " && $0 != "\t" }.filter { $0 != "\"" && $0 != "'" })
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
