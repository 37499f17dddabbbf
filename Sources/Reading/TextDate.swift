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
