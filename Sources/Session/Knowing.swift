import Document
import Layout
import Text

/// What is known of the page and of ibid itself: properties, options, help, the views of a page.
extension State {
  mutating func showProperties() -> [Effect] {
    guard let page else { return [] }
    let data = page.article.metadata
    var rows: [(String, String, String?)] = [
      ("title", data.title ?? "", data.origins["title"]),
      ("by", data.bylines.joined(separator: ", "), data.origins["bylines"]),
      ("publisher", data.publisher ?? "", data.origins["publisher"]),
      ("published", data.published ?? "", data.origins["published"]),
      ("modified", data.modified ?? "", data.origins["modified"]),
      ("language", data.language ?? "", data.origins["language"]),
      ("URL", data.url ?? "", data.origins["url"]),
      ("description", data.description ?? "", data.origins["description"]),
      ("text", data.origins["text"] == nil ? "" : "not what the page shows without scripts", data.origins["text"]),
      ("source", page.article.origin.location, nil),
      ("type", "\(page.article.origin.mediaType), \(page.article.origin.charset)", nil),
      ("size", "\(page.article.origin.bytes) bytes", nil),
    ]
    if let words = page.wordCounts {
      rows.append(("words", "\(words.article), \(minutes(words.article)) min", nil))
      rows.append(("folded", "\(words.folded) words, \(share(words)) %", nil))
    } else {
      rows.append(("words", "… (not all of it is read yet)", nil))
    }
    if let claims = page.count(of: .claim) { rows.append(("claims", "\(claims)", nil)) }
    rows += page.article.notices.map { ("note", $0, nil) }
    let lines = rows.filter { !$0.1.isEmpty }.map { row in
      StyledLine(
        [.init(row.0 + String(repeating: " ", count: max(1, 13 - row.0.count)), .popupDim), .init(sanitised(row.1))]
          + (row.2.map { [.init("  (\($0))", .popupDim)] } ?? []))
    }
    popup = Popup(kind: .properties, title: "What is known of this page", lines: lines)
    return []
  }

  mutating func showOptions() -> [Effect] {
    let lines = Option.all.map { option in
      StyledLine([
        .init("\(option.name)=\(option.value(in: settings))", .popupKey),
        .init("  \(option.help)"),
        .init("  (\(option.allowed))", .popupDim),
      ])
    }
    popup = Popup(kind: .properties, title: "Options  (:set NAME=VALUE)", lines: lines)
    return []
  }

  /// What stands in the gutter, and in its place where only ASCII can be shown.
  private static let signs = [
    (sign: "●", ascii: "*", help: "the claim links to its source"),
    (sign: "◐", ascii: "+", help: "it names a source, without a link"),
    (sign: "◌", ascii: "s", help: "it rests on the publication itself"),
    (sign: "○", ascii: "o", help: "it names nobody"),
    (sign: "⊘", ascii: "x", help: "a link stood here, and is lost"),
    (sign: "~", ascii: "~", help: "this may not be the article"),
    (sign: "▌", ascii: "|", help: "the passage that bears on the claim"),
  ]

  mutating func showHelp() -> [Effect] {
    var lines: [StyledLine] = []
    for area in CommandRow.Area.allCases {
      let rows = CommandRow.all.filter { $0.area == area }
      guard !rows.isEmpty else { continue }
      if !lines.isEmpty { lines.append(StyledLine("")) }
      lines.append(StyledLine(area.rawValue, .popupTitle))
      for row in rows { lines.append(helpLine(row)) }
    }
    lines += [
      StyledLine(""), StyledLine("Signs", .popupTitle),
    ]
    lines += Self.signs.map { sign in
      StyledLine([.init((settings.isASCII ? sign.ascii : sign.sign).padding(to: 16), .popupKey), .init(sign.help)])
    }
    popup = Popup(kind: .help, title: "Keys and commands", lines: lines)
    return []
  }

  private func helpLine(_ row: CommandRow) -> StyledLine {
    let context: KeyContext = row.contexts.contains(.article) ? .article : row.contexts.first ?? .article
    let keys = keymap.labels(of: row.command, in: context).joined(separator: " ")
    return StyledLine([.init(keys.padding(to: 16), .popupKey), .init(row.help), .init("  :\(row.name)", .popupDim)])
  }

  // MARK: Views

  /// Article → whole page → the page's code → article.
  mutating func switchView() -> [Effect] {
    guard let page else { return [] }
    switch page.view {
    case .article: return toggleFolding()
    case .whole:
      isLoading = "the page's code"
      return [.readCode(location: page.article.origin.location)]
    case .code:
      guard let index = pages[current].codeOf, pages.indices.contains(index) else { return [] }
      let code = current
      pages[index].view = .article
      pages[index].flow.setFoldsAreOff(false)
      pages.remove(at: code)
      trail = trail.filter { $0 != code }.map { $0 > code ? $0 - 1 : $0 }
      trailIndex = max(0, min(trailIndex, trail.count - 1))
      if let other = split?.other, other > code { split?.other -= 1 }
      say("The article.")
      return show(page: index > code ? index - 1 : index, recording: false)
    }
  }

  mutating func showCode(_ article: Article) -> [Effect] {
    isLoading = nil
    var code = Page(article: article, metrics: metrics, settings: settings)
    code.view = .code
    code.codeOf = current
    pages.append(code)
    say("The page's code. \\ or q goes back to the article.")
    return show(page: pages.count - 1, recording: false)
  }
}

/// Words a minute of silent reading of English non-fiction (Brysbaert 2019, a meta-analysis of 190 studies).
package let readingSpeed = 238

/// Minutes it takes to read so many words, at least 1.
package func minutes(_ words: Int) -> Int { max(1, (words + readingSpeed / 2) / readingSpeed) }

/// Percent of the page's words that is folded.
package func share(_ words: (article: Int, folded: Int)) -> Int {
  let all = words.article + words.folded
  return all == 0 ? 0 : (words.folded * 100 + all / 2) / all
}

extension String {
  /// With blanks up to a column, at least one.
  fileprivate func padding(to column: Int) -> String {
    self + String(repeating: " ", count: max(1, column - columns(of: self)))
  }
}
