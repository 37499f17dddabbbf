import Text

/// The title of a page, among what the page calls it: the heading that the reader sees, where what the head says of the
/// page speaks for it; else what the head says, without the site's name.
struct PageTitle {
  /// The site's name, where it is known.
  let site: String?

  /// A heading shares at least this much of its words with what the head calls the page.
  private static let likeness = 0.3
  /// A heading of fewer words counts for less: "Football".
  private static let wordsOfHeading = 3
  /// A heading of so many words may stand alone.
  private static let wordsOfTitle = 4
  /// What stands before a headline and is not part of it has at most so many words: "Opinion".
  private static let wordsOfLabel = 3
  /// So many words behind a dash or a bar may be a site's name.
  private static let wordsOfSite = 5

  /// The heading that is the title; nil: none is.
  func heading(of headings: [String], heads: [String]) -> String? {
    let names = heads.map(withoutSite)
    var best: (text: String, likeness: Double)?
    for heading in headings where !isSite(heading) {
      let likeness = names.map { Self.likeness(heading, $0) }.max() ?? 0
      if likeness > best?.likeness ?? 0 { best = (heading, likeness) }
    }
    if let best, best.likeness >= Self.likeness { return withoutLabel(best.text, names) }
    guard headings.count == 1, let only = headings.first, !isSite(only),
      PageText.words(of: only).count >= Self.wordsOfTitle
    else { return nil }
    return only
  }

  private func isSite(_ text: String) -> Bool {
    site.map { PageText.squashed($0) == PageText.squashed(text) } ?? false
  }

  private static func likeness(_ a: String, _ b: String) -> Double {
    let (a, b) = (PageText.words(of: a).sorted().withoutRepeats, PageText.words(of: b).sorted().withoutRepeats)
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    let short = min(1, Double(a.count) / Double(wordsOfHeading))
    return Double(Self.shared(a, b)) / Double(min(a.count, b.count)) * short
  }

  /// How many both lists hold: sorted ones without repeats.
  private static func shared(_ a: [String], _ b: [String]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] { count += 1 }
      let isBehind = a[i] < b[j]
      if isBehind || a[i] == b[j] { i += 1 }
      if !isBehind { j += 1 }
    }
    return count
  }

  /// "Opinion | Ice in harbours", "Opinion Ice in harbours" where the head says "Ice in harbours".
  private func withoutLabel(_ heading: String, _ names: [String]) -> String {
    if let bar = heading.firstRange(of: " | ") {
      let label = PageText.words(of: String(heading[..<bar.lowerBound]))
      let rest = String(heading[bar.upperBound...])
      if label.count <= Self.wordsOfLabel, PageText.words(of: rest).count >= Self.wordsOfTitle { return rest }
    }
    let squashed = PageText.squashed(heading)
    for name in names where PageText.words(of: name).count >= Self.wordsOfTitle {
      let end = PageText.squashed(name)
      guard squashed.count > end.count, squashed.hasSuffix(end) else { continue }
      let label = PageText.words(of: heading).count - PageText.words(of: name).count
      if label <= Self.wordsOfLabel { return name }
    }
    return heading
  }

  /// A title without the name of the site behind it: "Ice in harbours | The Courier".
  func withoutSite(_ title: String) -> String {
    var title = title
    while let (head, tail) = Self.lastPart(of: title) {
      let isSite = site.map { PageText.squashed($0).holds(PageText.squashed(tail)) } ?? false
      let words = (PageText.words(of: head).count, PageText.words(of: tail).count)
      guard isSite || words.1 <= Self.wordsOfSite && words.0 >= words.1 else { break }
      title = head
    }
    return title
  }

  /// What stands between a title and a site's name.
  private static func separates(_ sign: Character) -> Bool {
    switch sign {
    case "|", "–", "—", "-", "·", "•", "»", ":", "‹", "«": true
    case _: false
    }
  }

  private static func lastPart(of title: String) -> (head: String, tail: String)? {
    var index = title.endIndex
    while index > title.startIndex {
      index = title.index(before: index)
      guard separates(title[index]), index > title.startIndex else { continue }
      let after = title.index(after: index)
      guard after < title.endIndex else { continue }
      let isSet = title[after] == " " && title[title.index(before: index)] == " "
      guard isSet || title[index] == "|" else { continue }
      let head = title[..<index].trimmingBlanks
      let tail = title[after...].trimmingBlanks
      if !head.isEmpty, !tail.isEmpty { return (head, tail) }
    }
    return nil
  }
}

extension StringProtocol {
  /// Without blanks at its ends.
  var trimmingBlanks: String {
    var text = Substring(drop(while: \.isWhitespace))
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

extension String {
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) { return index..<self.index(index, offsetBy: text.count) }
      index = self.index(after: index)
    }
    return nil
  }
}
