import Document

/// What a reader can set: by `:set NAME=VALUE`, in the configuration, by a key.
package struct Settings: Sendable, Equatable {
  package enum Folding: String, CaseIterable, Sendable {
    case cautious, normal, eager

    /// A block is folded when it is boilerplate at least this surely.
    package var threshold: Double {
      switch self {
      case .cautious: 0.8
      case .normal: Boilerplate.foldingThreshold
      case .eager: 0.3
      }
    }
  }

  package var claims: ClaimDensity = .normal
  package var folding: Folding = .normal
  /// Columns of the text column at most.
  package var textWidth = 72
  package var theme = "default"
  /// Signs and rules in ASCII.
  package var isASCII = false
  /// The terminal reorders right-to-left text by itself.
  package var terminalReorders = true
  package var tabWidth = 8
  /// The terminal's cursor is shown where the focus is; it stands there in any case.
  package var showsCursor = false
  /// Where the browser looks for a claim that has no link; %s stands for its names and figures.
  package var search = "https://duckduckgo.com/?q=%s"

  /// Where an archived copy of a page is; %s stands for its address.
  package var archive = "https://web.archive.org/web/%s"

  package init() {}

  package static let textWidths = 20...200
}

/// A row of the table of options: its name, what it may be, words for the help.
package struct Option: Sendable {
  package let name: String
  package let values: [String]
  package let help: String
  /// What it can be, where `values` are only those that are used most.
  var range: String?
  let get: @Sendable (Settings) -> String
  /// false: that value cannot be.
  let set: @Sendable (inout Settings, String) -> Bool

  package static let all: [Option] = [
    Option(
      name: "claims", values: ClaimDensity.allCases.map(\.rawValue), help: "how many claims are marked",
      get: { $0.claims.rawValue },
      set: { settings, value in
        guard let density = ClaimDensity(rawValue: value) else { return false }
        settings.claims = density
        return true
      }),
    Option(
      name: "folding", values: Settings.Folding.allCases.map(\.rawValue),
      help: "how sure it must be that something is not the article before it is folded", get: { $0.folding.rawValue },
      set: { settings, value in
        guard let folding = Settings.Folding(rawValue: value) else { return false }
        settings.folding = folding
        return true
      }),
    Option(
      name: "width", values: ["60", "72", "80", "100"], help: "columns of the text at most",
      range: "a number from \(Settings.textWidths.lowerBound) to \(Settings.textWidths.upperBound)",
      get: { String($0.textWidth) },
      set: { settings, value in
        guard let width = Int(value), Settings.textWidths.contains(width) else { return false }
        settings.textWidth = width
        return true
      }),
    Option(
      name: "theme", values: [], help: "the theme", range: "the name of a theme", get: { $0.theme },
      set: { settings, value in
        settings.theme = value
        return !value.isEmpty
      }),
    Option(
      name: "ascii", values: ["on", "off"], help: "signs and rules in ASCII", get: { $0.isASCII ? "on" : "off" },
      set: { settings, value in assign(value, to: &settings.isASCII) }),
    Option(
      name: "rtl", values: ["terminal", "ibid"], help: "who puts right-to-left text in order",
      get: { $0.terminalReorders ? "terminal" : "ibid" },
      set: { settings, value in
        guard value == "terminal" || value == "ibid" else { return false }
        settings.terminalReorders = value == "terminal"
        return true
      }),
    Option(
      name: "cursor", values: ["on", "off"], help: "show the terminal's cursor on the focus",
      get: { $0.showsCursor ? "on" : "off" }, set: { settings, value in assign(value, to: &settings.showsCursor) }),
    Option(
      name: "search", values: [], help: "where gx looks for a claim without a link; %s: its names and figures",
      range: "an address of the web with %s in it",
      get: { $0.search },
      set: { settings, value in assignTemplate(value, to: &settings.search) }),
    Option(
      name: "archive", values: [], help: "where an archived copy of a source is; %s: its address",
      range: "an address of the web with %s in it", get: { $0.archive },
      set: { settings, value in assignTemplate(value, to: &settings.archive) }),
    Option(
      name: "tabs", values: ["2", "4", "8"], help: "columns of a tab stop",
      range: "a number from 1 to 16", get: { String($0.tabWidth) },
      set: { settings, value in
        guard let width = Int(value), (1...16).contains(width) else { return false }
        settings.tabWidth = width
        return true
      }),
  ]

  /// What it can be, in words.
  package var allowed: String { range ?? values.joined(separator: ", ") }

  package static func named(_ name: String) -> Option? { all.first { $0.name == name } }

  package func value(in settings: Settings) -> String { get(settings) }

  /// Sets it. false: that value cannot be, and nothing changed.
  package func accepts(_ value: String, in settings: inout Settings) -> Bool { set(&settings, value) }

  private static func assignTemplate(_ value: String, to template: inout String) -> Bool {
    guard URLParts(value)?.isWeb == true, value.contains("%s") else { return false }
    template = value
    return true
  }

  private static func assign(_ value: String, to flag: inout Bool) -> Bool {
    guard value == "on" || value == "off" else { return false }
    flag = value == "on"
    return true
  }
}
