import HTML
import Text

/// Short texts of a page, as one line each.
enum PageText {
  /// White space folded, character references and tags resolved where they stand in what should have neither; nil:
  /// nothing is left.
  static func line(_ text: String) -> String? {
    var bytes = Array(text.utf8)
    if bytes.contains(0x26) || bytes.contains(0x3C) {
      let markup = Markup(parsing: bytes)
      bytes.removeAll(keepingCapacity: true)
      markup.appendTextContent(of: .document, to: &bytes)
    }
    return line(bytes)
  }

  static func line(_ bytes: [UInt8]) -> String? { line(bytes[...]) }

  static func line(_ bytes: ArraySlice<UInt8>) -> String? {
    let line = oneLine(bytes)
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  /// There is nothing but white space in it.
  static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let blank = whiteSpaceLength(in: bytes, at: at)
      if blank == 0 { return false }
      at += blank
    }
    return true
  }

  /// Whether two lines differ in case, quotes, dashes and blanks at the most, and hold anything else.
  static func isAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    var (i, j) = (0, 0)
    var isEmpty = true
    while true {
      while i < a.count, let skip = signLength(a, i) { i += skip }
      while j < b.count, let skip = signLength(b, j) { j += skip }
      guard i < a.count, j < b.count else { return i >= a.count && j >= b.count && !isEmpty }
      guard lowered(a[i]) == lowered(b[j]) else { return false }
      isEmpty = false
      i += 1
      j += 1
    }
  }

  /// Bytes of what is no letter and no digit at `at`: ASCII, Latin-1's signs, general punctuation; nil: it is one.
  private static func signLength(_ bytes: [UInt8], _ at: Int) -> Int? {
    let byte = bytes[at]
    if byte < 0x80 { return isLetter(byte) || isDigit(byte) ? nil : 1 }
    if byte == 0xC2 { return 2 }
    return byte == 0xE2 && at + 2 < bytes.count && bytes[at + 1] < 0xB0 ? 3 : nil
  }

  /// The words of a line in lower case: for likeness only.
  static func words(of text: String) -> [String] {
    guard let bytes = loweredASCII(text) else {
      return text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }
    return bytes.split { !(isLetter($0) || isDigit($0)) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Letters and digits in lower case: equal for lines that differ in case, quotes and spaces only.
  static func squashed(_ text: String) -> String {
    guard let bytes = loweredASCII(text) else {
      return String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
    return String(decoding: bytes.filter { isLetter($0) || isDigit($0) }, as: UTF8.self)
  }

  /// Its bytes in lower case; nil: it holds more than ASCII. What most lines are needs none of Unicode's tables.
  private static func loweredASCII(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      guard byte < 0x80 else { return nil }
      bytes.append(lowered(byte))
    }
    return bytes
  }
}

/// A date as ISO 8601 has it, as precise as it is written, with its zone; nil: it is none.
func isoDate(_ text: String) -> String? {
  guard let line = PageText.line(text), line.utf8.count <= dateLength else { return nil }
  let bytes = Array(line.utf8)
  if let day = isoDay(bytes) {
    let time = isoTime(bytes[day.length...])
    return day.text + time
  }
  return mayHoldYear(bytes) ? firstDate(in: tokens(of: line))?.iso : nil
}

/// Bytes of a line that holds a date.
let dateLength = 80

/// `2017-03-21`, `2017/3/21`, `20170321` at the beginning.
private func isoDay(_ bytes: [UInt8]) -> (text: String, length: Int)? {
  func digits(_ from: Int) -> Int {
    var end = from
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    return end - from
  }
  func number(_ from: Int, _ count: Int) -> Int {
    bytes[from..<from + count].reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }
  func made(_ year: Int, _ month: Int, _ day: Int, _ length: Int) -> (text: String, length: Int)? {
    guard (1600...2199).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    return (TextDate(year: year, month: month, day: day).iso, length)
  }
  let first = digits(0)
  if first == 8 || first == 14 { return made(number(0, 4), number(4, 2), number(6, 2), 8) }
  guard first == 4, bytes.count > 7, bytes[4] == 0x2D || bytes[4] == 0x2F || bytes[4] == 0x2E else { return nil }
  let months = digits(5)
  guard (1...2).contains(months), 5 + months < bytes.count, bytes[5 + months] == bytes[4] else { return nil }
  let days = digits(6 + months)
  guard (1...2).contains(days) else { return nil }
  return made(number(0, 4), number(5, months), number(6 + months, days), 6 + months + days)
}

/// What follows a day: `T05:00:00-05:00`, ` 05:00 UTC`; empty: no time.
private func isoTime(_ rest: ArraySlice<UInt8>) -> String {
  let bytes = Array(rest)
  guard bytes.count >= 6, bytes[0] | 0x20 == 0x74 || bytes[0] == 0x20, isDigit(bytes[1]), isDigit(bytes[2]),
    bytes[3] == 0x3A, isDigit(bytes[4]), isDigit(bytes[5])
  else { return "" }
  var end = 6
  if end + 2 < bytes.count, bytes[end] == 0x3A, isDigit(bytes[end + 1]), isDigit(bytes[end + 2]) { end += 3 }
  let time = "T" + String(decoding: bytes[1..<end], as: UTF8.self)
  if end < bytes.count, bytes[end] == 0x2E {
    end += 1
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
  }
  return time + isoZone(String(decoding: bytes[end...], as: UTF8.self).filter { $0 != " " })
}

private func isoZone(_ text: String) -> String {
  if text.uppercased() == "Z" || text.uppercased() == "UTC" || text.uppercased() == "GMT" { return "Z" }
  guard let sign = text.first, sign == "+" || sign == "-" else { return "" }
  let digits = text.dropFirst().filter { $0.isASCII && $0.isNumber }
  guard digits.count == 4, text.dropFirst().allSatisfy({ $0.isNumber || $0 == ":" }) else { return "" }
  return "\(sign)\(digits.prefix(2)):\(digits.suffix(2))"
}
