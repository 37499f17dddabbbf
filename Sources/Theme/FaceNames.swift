import Screen

/// The tables of a theme file.
enum ThemeTable: String, CaseIterable {
  case text, marks, screen
}

/// What a face is called in a theme file, and in which table it stands.
struct FaceName {
  let table: ThemeTable
  let key: String
  let face: Face

  private init(_ table: ThemeTable, _ key: String, _ face: Face) {
    self.table = table
    self.key = key
    self.face = face
  }

  /// By table and key, `table.key`.
  static let byPath = Dictionary(uniqueKeysWithValues: all.map { ("\($0.table.rawValue).\($0.key)", $0.face) })

  static let all: [FaceName] = [
    FaceName(.text, "prose", .prose), FaceName(.text, "title", .title), FaceName(.text, "subtitle", .subtitle),
    FaceName(.text, "byline", .byline), FaceName(.text, "dateline", .dateline), FaceName(.text, "heading", .heading),
    FaceName(.text, "quote", .quote), FaceName(.text, "code", .code), FaceName(.text, "table", .table),
    FaceName(.text, "table-head", .tableHead), FaceName(.text, "caption", .caption), FaceName(.text, "math", .math),
    FaceName(.text, "footnote", .footnote), FaceName(.text, "embed", .embed), FaceName(.text, "rule", .rule),
    FaceName(.text, "list-marker", .listMarker), FaceName(.text, "strong", .strong),
    FaceName(.text, "emphasis", .emphasis), FaceName(.text, "code-span", .codeSpan),
    FaceName(.text, "superscript", .superscript), FaceName(.text, "subscript", .subscript),
    FaceName(.text, "inserted", .inserted), FaceName(.text, "deleted", .deleted),
    FaceName(.text, "abbreviation", .abbreviation), FaceName(.text, "fold", .fold),
    FaceName(.text, "fold-open", .foldOpen), FaceName(.text, "boilerplate", .boilerplate),
    FaceName(.text, "uncertain", .uncertain), FaceName(.text, "stand-in", .standIn),

    FaceName(.marks, "link", .link), FaceName(.marks, "link-blocked", .linkBlocked),
    FaceName(.marks, "source", .source), FaceName(.marks, "source-lost", .sourceLost),
    FaceName(.marks, "claim-linked", .claimLinked), FaceName(.marks, "claim-attributed", .claimAttributed),
    FaceName(.marks, "claim-self", .claimSelf), FaceName(.marks, "claim-none", .claimNone),
    FaceName(.marks, "sign-linked", .signLinked), FaceName(.marks, "sign-attributed", .signAttributed),
    FaceName(.marks, "sign-self", .signSelf), FaceName(.marks, "sign-none", .signNone),
    FaceName(.marks, "sign-checked", .signChecked), FaceName(.marks, "sign-doubtful", .signDoubtful),
    FaceName(.marks, "sign-false", .signFalse), FaceName(.marks, "passage", .passage),
    FaceName(.marks, "hit", .hit), FaceName(.marks, "hit-current", .hitCurrent),
    FaceName(.marks, "selection", .selection), FaceName(.marks, "focus", .focus), FaceName(.marks, "hint", .hint),

    FaceName(.screen, "gutter", .gutter), FaceName(.screen, "separator", .separator),
    FaceName(.screen, "pane-title", .paneTitle), FaceName(.screen, "pane-text", .paneText),
    FaceName(.screen, "pane-dim", .paneDim), FaceName(.screen, "pane-row", .paneRow),
    FaceName(.screen, "status", .status), FaceName(.screen, "status-dim", .statusDim),
    FaceName(.screen, "status-key", .statusKey), FaceName(.screen, "message", .message),
    FaceName(.screen, "error", .error), FaceName(.screen, "prompt", .prompt), FaceName(.screen, "popup", .popup),
    FaceName(.screen, "popup-title", .popupTitle), FaceName(.screen, "popup-key", .popupKey),
    FaceName(.screen, "popup-dim", .popupDim),
  ]
}

/// Colours that every theme may name: the 16 of the terminal, and its own foreground or background.
enum ColorNames {
  static let all: [String: Color] = {
    var names: [String: Color] = ["default": .standard]
    for (index, name) in plain.enumerated() {
      names[name] = .ansi(UInt8(index))
      names["bright-" + name] = .ansi(UInt8(index + 8))
    }
    return names
  }()

  private static let plain = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
}
