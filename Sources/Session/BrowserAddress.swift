import Document
import Text

extension Page {
  /// Words at the beginning and at the end of a passage that find it.
  private static let fragmentWords = (start: 6, end: 4)

  /// The page's address with a text fragment, which takes a browser to the passage (WICG, URL Fragment Text Directives).
  func passageURL(_ url: String?, _ passage: Passage) -> String? {
    guard let url, URLParts(url)?.isWeb == true else { return nil }
    let words = text(passage.block, passage.range).split(separator: " ").map(String.init)
    guard !words.isEmpty else { return nil }
    let (first, last) = Self.fragmentWords
    var fragment = percentEncoded(words.prefix(words.count > first + last ? first : words.count).joined(separator: " "))
    if words.count > first + last { fragment += "," + percentEncoded(words.suffix(last).joined(separator: " ")) }
    return url.prefix { $0 != "#" } + "#:~:text=" + fragment
  }

  /// A search for the names and figures of the claim or the citation that has the focus; nil: it has none of either.
  func searchURL(_ template: String) -> String? {
    guard let target = focusTarget, target.focus.kind == .claim || target.focus.kind == .citation else { return nil }
    let sentence = text(target.block, sentence(holding: target))
    let words = sentence.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "$" || $0 == "%") }
    let telling = words.enumerated().filter { index, word in
      word.contains { $0.isNumber } || index > 0 && (word.first?.isUppercase ?? false)
    }
    let chosen = telling.count >= Self.leastWords ? telling.map(\.element) : words
    return template.replacing("%s", with: percentEncoded(chosen.prefix(Self.mostWords).joined(separator: " ")))
  }

  /// Fewer names and figures find nothing; more find only this page.
  private static let leastWords = 2
  private static let mostWords = 12
}

/// All but letters and digits of ASCII as %XX, so that no sign of it means anything where it stands.
private func percentEncoded(_ text: String) -> String { percentEncoded(text) { isLetter($0) || isDigit($0) } }
