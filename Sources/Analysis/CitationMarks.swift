import Text

/// The marks by which scholarly texts cite: "(Name, 2004)", "Name and Name (2004a)", "[12]". What stands in them is in the
/// list of references, not in the source.
enum CitationMarks {
  private static let parenthesisLimit = 200
  private static let bracketLimit = 60

  /// The text with blanks in their place.
  static func blanked(_ text: [UInt8]) -> [UInt8] { blanked(text, ranges(in: text)) }

  /// The same where a scholar writes: there names before a year cite without parentheses as well, "Name et al., 2004".
  static func blankedOfScholar(_ text: [UInt8]) -> [UInt8] {
    let rest = blanked(text)
    return blanked(rest, bareRanges(in: rest))
  }

  private static func blanked(_ text: [UInt8], _ ranges: [Range<Int>]) -> [UInt8] {
    var result = text
    for range in ranges { for index in range { result[index] = 0x20 } }
    return result
  }

  private static func bareRanges(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while at + 4 <= text.count {
      guard isYear(text[at..<at + 4]), at == 0 || !isDigit(text[at - 1]), at + 4 == text.count || !isDigit(text[at + 4])
      else {
        at += 1
        continue
      }
      var open = at
      while open > 0, text[open - 1] == 0x28 { open -= 1 }
      let start = authors(text, before: open)
      if start < open, open < at || isCited(text[start..<open]) { found.append(start..<at + 4) }
      at += 4
    }
    return found
  }

  /// Names before a year: with a comma, or more than one; "CoNLL 2003" and "In 2003" cite nobody.
  private static func isCited(_ names: ArraySlice<UInt8>) -> Bool {
    if names.last(where: { $0 != 0x20 }) == 0x2C { return true }
    return names.split(separator: 0x20).contains { joins.contains(Array($0.filter { $0 != 0x2C })) }
  }

  static func stand(in text: [UInt8]) -> Bool { !ranges(in: text).isEmpty }

  private static func ranges(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while at < text.count {
      let isBracket = text[at] == 0x5B
      guard isBracket || text[at] == 0x28, let end = closing(text, at, isBracket) else {
        at += 1
        continue
      }
      let inner = text[at + 1..<end - 1]
      if isBracket ? inner.contains(where: isDigit) : endsInYear(inner) {
        found.append((inner.count <= 5 && !isBracket ? authors(text, before: at) : at)..<end)
        at = end
      } else {
        // What stands in parentheses in it may cite.
        at += 1
      }
    }
    return found
  }

  /// Behind the bracket that closes what opens at `start`; nil: none does, nearby.
  private static func closing(_ text: [UInt8], _ start: Int, _ isBracket: Bool) -> Int? {
    let limit = min(text.count, start + (isBracket ? bracketLimit : parenthesisLimit))
    return text[start..<limit].firstIndex(of: isBracket ? 0x5D : 0x29).map { $0 + 1 }
  }

  /// "2004", "Name et al., 2004b": a year of the last two centuries at the end, with or without a letter.
  private static func endsInYear(_ inner: ArraySlice<UInt8>) -> Bool {
    var end = inner.endIndex
    if let last = inner.last, (0x61...0x7A).contains(last) { end -= 1 }
    guard end - inner.startIndex >= 4 else { return false }
    guard isYear(inner[end - 4..<end]) else { return false }
    guard end - 4 > inner.startIndex else { return true }
    return inner[end - 5] == 0x20
  }

  /// Of the last two centuries.
  static func isYear(_ text: ArraySlice<UInt8>) -> Bool {
    text.count == 4 && text.allSatisfy(isDigit)
      && (text.starts(with: [0x31, 0x39]) || text.starts(with: [0x32, 0x30]))
  }

  /// Where the names begin that stand before a year in parentheses: capitalised words, "and", "et al.".
  private static func authors(_ text: [UInt8], before open: Int) -> Int {
    var start = open
    var words = 0
    var at = open
    while words < 6 {
      var end = at
      while end > 0, text[end - 1] == 0x20 || text[end - 1] == 0x2C { end -= 1 }
      var first = end
      while first > 0, end - first < longestName, text[first - 1] != 0x20, text[first - 1] != 0x28 { first -= 1 }
      let word = text[first..<end]
      guard let letter = word.first else { break }
      let isName = isUpper(letter) || letter >= 0xC3
      guard isName || joins.contains(Array(word)) else { break }
      if isName { start = first }
      at = first
      words += 1
    }
    return start
  }

  /// Bytes.
  private static let longestName = 40
  private static let joins = ["and", "&", "et", "et.", "al.", "al"].map { Array($0.utf8) }
}
