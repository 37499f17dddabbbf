import Screen

/// The default theme as its file has it (a test compares them): reading TOML would cost the first frame half a
/// millisecond.
enum DefaultPalette {
  static func make() -> Palette {
    var palette = Palette(name: Themes.standard)
    for (face, style) in styles { palette[face] = style }
    return palette
  }

  private static let styles: [(Face, Style)] = [
    (.title, Style(attributes: .bold)),
    (.subtitle, Style(attributes: .dim)),
    (.byline, Style(attributes: .italic)),
    (.dateline, Style(attributes: .italic)),
    (.heading, Style(attributes: .bold)),
    (.quote, Style(attributes: .italic)),
    (.code, Style(foreground: .ansi(6))),
    (.tableHead, Style(attributes: .bold)),
    (.caption, Style(attributes: .italic)),
    (.math, Style(attributes: .italic)),
    (.embed, Style(attributes: .dim)),
    (.rule, Style(attributes: .dim)),
    (.listMarker, Style(attributes: .bold)),
    (.strong, Style(attributes: .bold)),
    (.emphasis, Style(attributes: .italic)),
    (.codeSpan, Style(foreground: .ansi(6))),
    (.inserted, Style(attributes: .underline)),
    (.deleted, Style(attributes: Attributes.dim.union(.strikethrough))),
    (.fold, Style(attributes: .dim)),
    (.foldOpen, Style(attributes: .dim)),
    (.boilerplate, Style(attributes: .dim)),
    (.uncertain, Style(attributes: .dim)),
    (.standIn, Style(attributes: .reverse)),
    (.link, Style(foreground: .ansi(4), attributes: .underline)),
    (.linkBlocked, Style(foreground: .ansi(1), attributes: .dim)),
    (.source, Style(foreground: .ansi(5), attributes: Attributes.bold.union(.underline))),
    (.sourceLost, Style(foreground: .ansi(1), attributes: .bold)),
    (.claimLinked, Style(attributes: .underline)),
    (.claimAttributed, Style(attributes: .underline)),
    (.claimSelf, Style(attributes: .underline)),
    (.claimNone, Style(attributes: .underline)),
    (.signLinked, Style(foreground: .ansi(2))),
    (.signAttributed, Style(foreground: .ansi(4))),
    (.signSelf, Style(foreground: .ansi(5))),
    (.signNone, Style(foreground: .ansi(1), attributes: .bold)),
    (.signChecked, Style(foreground: .ansi(2), attributes: .bold)),
    (.signDoubtful, Style(foreground: .ansi(5), attributes: .bold)),
    (.signFalse, Style(foreground: .ansi(1), attributes: .bold)),
    (.passage, Style(attributes: .bold)),
    (.hit, Style(foreground: .ansi(0), background: .ansi(3))),
    (.hitCurrent, Style(foreground: .ansi(0), background: .ansi(11), attributes: Attributes.bold.union(.underline))),
    (.selection, Style(foreground: .ansi(15), background: .ansi(4))),
    (.focus, Style(attributes: Attributes.bold.union(.reverse))),
    (.hint, Style(foreground: .ansi(0), background: .ansi(14), attributes: .bold)),
    (.separator, Style(attributes: .dim)),
    (.paneTitle, Style(attributes: .bold)),
    (.paneDim, Style(attributes: .dim)),
    (.paneRow, Style(attributes: Attributes.bold.union(.underline))),
    (.status, Style(attributes: .reverse)),
    (.statusDim, Style(attributes: .reverse)),
    (.statusKey, Style(attributes: Attributes.bold.union(.reverse))),
    (.message, Style(attributes: .bold)),
    (.error, Style(foreground: .ansi(1), attributes: .bold)),
    (.popupTitle, Style(attributes: .bold)),
    (.popupKey, Style(foreground: .ansi(4), attributes: .bold)),
    (.popupDim, Style(attributes: .dim)),
  ]
}
