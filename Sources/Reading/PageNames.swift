import Text

/// The names of those who wrote a page, from what the page says of them in its many ways.
struct PageNames {
  /// The publication's and the site's names, squashed: no person's.
  let publications: [String]

  /// A line of names is no longer.
  private static let lineLength = 200
  /// More names than these are a list of all who write for the site.
  private static let nameLimit = 12

  /// "By Ann Lee and Bo Park" → two names. `isList`: commas part names; else what follows one is what the person is.
  func names(in texts: [String], isList: Bool) -> [String] {
    var names: [String] = []
    for text in texts where text.utf8.count <= Self.lineLength && !text.holds("://") {
      for name in Self.parts(of: text, isList: isList) {
        let cleaned = Self.cleaned(name)
        if !cleaned.isEmpty, !names.contains(where: { PageText.squashed($0) == PageText.squashed(cleaned) }) {
          names.append(cleaned)
        }
      }
    }
    let people = names.filter(isPerson)
    let kept = people.isEmpty ? names : people
    return kept.count > Self.nameLimit ? [] : kept
  }

  /// The names that stand in the pieces of text of a byline: "By", "Ann Lee", "and", "Bo Park", "12 May".
  func names(inByline pieces: [String]) -> [String] {
    var names: [String] = []
    var isExpected = false
    for piece in pieces {
      let lower = piece.lowercased().trimmingBlanks
      if Self.joins.contains(lower) || lower.allSatisfy({ !$0.isLetter }) && names.isEmpty { continue }
      if Self.openings.contains(lower.filter { $0 != ":" && $0 != "—" }.trimmingBlanks) {
        isExpected = true
        continue
      }
      let opening = Self.openings.first { lower.hasPrefix($0 + " ") || lower.hasPrefix($0 + ":") }
      let text =
        opening == nil ? piece : piece.dropFirst(opening?.count ?? 0).drop { $0 == ":" || $0 == " " }.description
      let found = self.names(in: [text], isList: true).filter { isPerson($0) }
      if found.isEmpty {
        if isExpected || !names.isEmpty { break }
        continue
      }
      names += found.filter { !names.contains($0) }
      isExpected = false
    }
    return names.count > Self.nameLimit ? [] : names
  }

  /// Two to five words that begin with capitals, and none that an office or a publication has.
  func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (2...5).contains(words.count), isName(name) || name.hasSuffix(".") && isName(String(name.dropLast())) else {
      return false
    }
    guard !words.contains(where: { Self.collective.contains($0.lowercased()) }) else { return false }
    let squashed = PageText.squashed(name)
    return !publications.contains { $0 == squashed }
  }

  // MARK: Words

  private static let openings = [
    "written by", "words by", "story by", "reported by", "posted by", "published by", "by", "author", "authors", "von",
    "par", "por", "di", "door", "av", "af",
  ]
  private static let joins = [
    ",", "and", "&", "|", "/", "·", "•", "-", "—", "–", "und", "et", "y", "with",
  ]

  /// Words that people's names do not have, and offices and publications do.
  private static let collective = [
    "press", "times", "news", "post", "journal", "tribune", "media", "network", "magazine", "report", "reporter",
    "enquirer", "herald", "gazette", "reuters", "bloomberg", "afp", "today", "team", "staff", "editors", "editor",
    "desk", "sponsored", "contributor", "contributors", "correspondent", "writer", "editorial", "agency", "daily",
    "weekly", "university", "institute", "association", "foundation", "group", "company", "inc", "ltd", "llc", "admin",
    "administrator", "content", "marketing", "posts", "articles", "about", "author", "authors", "more", "read", "view",
    "all", "guest", "published", "updated", "redaktion", "redacción", "redazione", "rédaction", "online", "studio",
    "health", "business", "politics", "sports", "opinion", "world", "research", "senior", "manager", "director",
    "officer", "founder", "chief", "head", "dr", "professor", "president", "share", "follow", "comments", "min",
    "minutes", "fact", "checked", "reviewed", "medically", "text", "size", "font",
  ]

  /// Before and after a name, and not of it.
  private static func cleaned(_ name: String) -> String {
    var words = name.split(separator: " ").map(String.init)
    while let first = words.first, ["by", "by:", "-", "–", "—", "dr", "dr."].contains(first.lowercased()) {
      words.removeFirst()
    }
    while let last = words.last, ["-", "–", "—", ",", ";", ":"].contains(last) || last.hasPrefix("(") {
      words.removeLast()
    }
    return words.joined(by: " ")
  }

  private static func parts(of text: String, isList: Bool) -> [String] {
    var parts: [String] = []
    var current: [String] = []
    func end() -> String? {
      defer { current = [] }
      let part = current.joined(by: " ")
      return part.isEmpty ? nil : part
    }
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      for word in piece.split(whereSeparator: \.isWhitespace) {
        if ["and", "&", "und", "et", "with", "|", "/", "·", "•"].contains(word.lowercased()) {
          if let part = end() { parts.append(part) }
          // What stands behind a bar is where the person writes.
          if word == "|" { return parts }
        } else {
          current.append(String(word))
        }
      }
      if let part = end() { parts.append(part) }
      if !isList, !parts.isEmpty { break }
    }
    return parts
  }
}
