import Text

/// A day that a line of text names.
struct TextDate: Equatable {
  var year: Int
  var month: Int
  var day: Int?

  /// As ISO 8601 has it, as precise as known.
  var iso: String {
    let head = Self.padded(year, 4) + "-" + Self.padded(month, 2)
    guard let day else { return head }
    return head + "-" + Self.padded(day, 2)
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// Whether four digits stand together that may be a year in which articles were written; no date goes without.
func mayHoldYear(_ bytes: some Sequence<UInt8>) -> Bool {
  var (digits, isCentury) = (0, false)
  for byte in bytes {
    guard isDigit(byte) else {
      if digits == 4, isCentury { return true }
      digits = 0
      continue
    }
    digits += 1
    if digits == 1 { isCentury = byte == 0x31 || byte == 0x32 }
  }
  return digits == 4 && isCentury
}

/// Words and numbers of a short line, in lower case.
func tokens(of text: String) -> [String] {
  text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
}

/// The first date in `words`: `3 march 2017`, `march 3 2017`, `march 2017`, `2017 03 21`, `21 03 2017`. A day and a
/// month that could be either are read in that order.
func firstDate(in words: [String]) -> TextDate? {
  for at in words.indices {
    if let month = TextCues.month(words[at]), let date = namedDate(words, at, month) { return date }
    if let date = numericDate(words[at...].prefix(3).map { number($0) }) { return date }
  }
  return nil
}

/// The month's name stands at `at`.
private func namedDate(_ words: [String], _ at: Int, _ month: Int) -> TextDate? {
  let before = words[..<at].last { $0 != "de" && $0 != "of" }.flatMap { number($0) }
  let after = words[(at + 1)...].filter { $0 != "de" && $0 != "del" && $0 != "of" }.prefix(2).map { number($0) }
  if let day = before, isDay(day), let year = after.first ?? nil, isYear(year) {
    return TextDate(year: year, month: month, day: day)
  }
  if after.count == 2, let day = after[0], isDay(day), let year = after[1], isYear(year) {
    return TextDate(year: year, month: month, day: day)
  }
  if let year = after.first ?? nil, isYear(year) { return TextDate(year: year, month: month) }
  return nil
}

private func numericDate(_ numbers: [Int?]) -> TextDate? {
  guard numbers.count == 3, let a = numbers[0], let b = numbers[1], let c = numbers[2] else { return nil }
  if isYear(a), (1...12).contains(b), isDay(c) { return TextDate(year: a, month: b, day: c) }
  guard isYear(c) else { return nil }
  if isDay(a), (1...12).contains(b) { return TextDate(year: c, month: b, day: a) }
  if isDay(b), (1...12).contains(a) { return TextDate(year: c, month: a, day: b) }
  return nil
}

/// `3`, `3rd`, `03`.
private func number(_ word: String) -> Int? {
  let digits = Substring(word.utf8.prefix(while: isDigit))
  guard (1...4).contains(digits.utf8.count) else { return nil }
  let rest = word[digits.endIndex...]
  guard
    rest.isEmpty || rest.first == "t" || TextCues.dateWords.contains(String(rest))
  else { return nil }
  return Int(digits)
}

private func isDay(_ value: Int) -> Bool { (1...31).contains(value) }
/// Years in which articles were written.
private func isYear(_ value: Int) -> Bool { (1600...2199).contains(value) }

/// Minutes from an arbitrary beginning to a moment that is written in full, its zone taken off:
/// `2017-03-21T19:05:00-08:00`; nil: it has no time or no zone.
func minutes(ofISO text: String) -> Int? {
  let bytes = Array(text.utf8)
  func number(_ start: Int, _ count: Int) -> Int? {
    guard start >= 0, start + count <= bytes.count, bytes[start..<start + count].allSatisfy(isDigit) else { return nil }
    return bytes[start..<start + count].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
  guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2), let hour = number(11, 2),
    let minute = number(14, 2)
  else { return nil }
  var zone = 0
  if bytes.last != 0x5A {
    guard bytes.count > 6, bytes[bytes.count - 3] == 0x3A, let hours = number(bytes.count - 5, 2),
      let minutes = number(bytes.count - 2, 2), [0x2B, 0x2D].contains(bytes[bytes.count - 6])
    else { return nil }
    zone = (hours * 60 + minutes) * (bytes[bytes.count - 6] == 0x2D ? -1 : 1)
  }
  // Days as in the Julian day number (Fliegel and Van Flandern 1968).
  let shift = (month - 14) / 12
  let days =
    1461 * (year + 4800 + shift) / 4 + 367 * (month - 2 - 12 * shift) / 12 - 3 * ((year + 4900 + shift) / 100) / 4 + day
  return days * 1440 + hour * 60 + minute - zone
}
