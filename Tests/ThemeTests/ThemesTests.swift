import Foundation
import Screen
import Testing

@testable import Theme

private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Themes").standardized

/// A theme of the reader's own.
private func palette(_ text: String, name: String = "mine", more: [ThemeText] = []) throws -> Palette {
  let theme = ThemeText(name: name, file: "mine.toml", text: text)
  return try Themes(own: more + [theme]).palette(named: name)
}

private func message(_ text: String) -> String {
  do {
    _ = try palette(text)
    return "no error"
  } catch {
    return (error as? ThemeError)?.sentence ?? "another error"
  }
}

@Suite struct ThemesTests {
  @Test func theBinaryHoldsTheFolder() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".toml") }
    #expect(Set(files) == Set(Themes().names.map { $0 + ".toml" }))
    for name in Themes().names {
      let text = try String(contentsOf: folder.appending(path: name + ".toml"), encoding: .utf8)
      #expect(Themes().text(named: name)?.text == text)
    }
  }

  @Test func everyFaceHasOneName() {
    let faces = FaceName.all.map(\.face)
    #expect(Set(faces).count == faces.count)
    #expect(Set(faces) == Set(Face.allCases).subtracting([.none]))
    #expect(Set(FaceName.all.map(\.key)).count == FaceName.all.count)
  }

  @Test(arguments: Themes().names) func everyFaceHasAStyle(_ name: String) throws {
    var given: Set<String> = []
    var next: String? = name
    while let current = next {
      let theme = try #require(Themes().text(named: current))
      var table = ""
      for line in theme.text.split(separator: "\n") {
        if line.hasPrefix("[") { table = String(line.dropFirst().prefix { $0 != "]" }) }
        given.insert("\(table).\(line.prefix { $0 != " " && $0 != "=" })")
      }
      next = try ThemeFile(theme).parent
    }
    for face in FaceName.all { #expect(given.contains("\(face.table.rawValue).\(face.key)"), "\(face.key)") }
    #expect(given.contains("screen.ground"))
    #expect(try !Themes().description(of: name).isEmpty)
  }

  @Test func stylesAreReadAsTheyStand() throws {
    let palette = try palette(
      """
      [colors]
      paper = "#fdf6e3"
      [text]
      title = { fg = "bright-blue", bg = "paper", bold = true, underline = true, italic = false }
      code = { fg = 208, bg = "#abc" }
      [screen]
      ground = { fg = "default" }
      """)
    #expect(palette.name == "mine")
    #expect(
      palette[.title]
        == Style(foreground: .ansi(12), background: .rgb(0xFD, 0xF6, 0xE3), attributes: [.bold, .underline]))
    #expect(palette[.code] == Style(foreground: .indexed(208), background: .rgb(0xAA, 0xBB, 0xCC)))
    #expect(palette.ground == Style(foreground: .standard))
    #expect(try palette[.heading] == Themes().palette(named: "default")[.heading])
    let cell = palette.style(face: .prose, mark: .none, over: .none)
    #expect(cell.foreground == .standard)
  }

  @Test func inheritance() throws {
    let dark = try Themes().palette(named: "dark")
    let changed = try palette("inherits = \"dark\"\n[marks]\nlink = { fg = \"red\" }")
    #expect(changed.ground == dark.ground && changed[.link].foreground == .ansi(1) && changed[.title] == dark[.title])
    let own = try palette("inherits = \"dark\"\n[marks]\nhit = {}", name: "dark")
    #expect(own[.hit] == Style() && own[.title] == dark[.title])
    let circle = ThemeText(name: "other", file: "other.toml", text: "inherits = \"mine\"")
    #expect(throws: ThemeError.self) { try palette("inherits = \"other\"", more: [circle]) }
  }

  @Test func mistakesAreNamedWithTheirPlaceAndWhatIsAllowed() throws {
    #expect(
      message("[text]\n\ntitle = { fg = \"blu\" }").hasPrefix(
        "mine.toml:3: title has “blu” for a colour; colours are \"#rrggbb\""))
    #expect(message("[colors]\nx = \"#12345\"").hasPrefix("mine.toml:2: x has “#12345” for a colour"))
    #expect(message("[text]\ntitle = { fg = 256 }").hasPrefix("mine.toml:2: title has “256” for a colour"))
    #expect(message("[text]\nlink = {}") == "mine.toml:2: link stands in the table [marks].")
    #expect(message("[marks]\ncolour = {}").hasPrefix("mine.toml:2: colour is not known; [marks] has link, "))
    #expect(message("[text]\ntitle = \"bold\"").hasPrefix("mine.toml:2: title is a style in braces"))
    #expect(
      message("[text]\ntitle = { blink = true }").hasPrefix(
        "mine.toml:2: title has blink, which is not known; a style has fg, bg, bold"))
    #expect(message("[text]\ntitle = { bold = 1 }") == "mine.toml:2: title has bold, which is true or false.")
    #expect(message("[extra]\na = 1").hasPrefix("mine.toml:2: a is not known"))
    #expect(message("inherits = 3").hasPrefix("mine.toml:1: inherits is the name"))
    #expect(
      message("\ninherits = \"nowhere\"").hasPrefix(
        "mine.toml:2: inherits from “nowhere”, which is not a theme; there are: default, "))
    #expect(message("[text]\ntitle = {\n").hasPrefix("mine.toml:2: "))
    #expect(
      message("text = 1").hasPrefix("mine.toml:1: text is not known")
        || message("text = 1").hasPrefix("mine.toml:1: text"))
    #expect(message("\"\" = 1\n[text]\n\"\" = 1").hasPrefix("mine.toml:3: text is not known"))
    #expect(try palette("") == palette("[text]\n[marks]\n"))
    #expect(throws: ThemeError.unknown("x", known: Themes().names)) { try Themes().palette(named: "x") }
  }

  @Test func theCompiledDefaultIsTheFile() throws {
    let file = try #require(Themes().text(named: Themes.standard))
    #expect(try Themes().palette(from: file) == Themes().palette(named: Themes.standard))
  }

  @Test func monoHasNoColour() throws {
    let mono = try Themes().palette(named: Themes.colorless)
    for face in Face.allCases { #expect(mono[face].foreground == nil && mono[face].background == nil, "\(face)") }
  }

  @Test func theDefaultThemeUsesTheTerminalsColoursOnly() throws {
    let palette = try Themes().palette(named: Themes.standard)
    for face in Face.allCases {
      for case .some(let color) in [palette[face].foreground, palette[face].background] {
        guard case .ansi = color else { Issue.record("\(face): \(color)"); continue }
      }
    }
  }
}
