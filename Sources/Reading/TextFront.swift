/// Columns of a line that is a name and nothing else.
let nameColumns = 48
/// Columns that a caption known by its credit alone takes at most.
let captionColumns = 600
/// Words of a byline with all that may follow the names.
private let bylineWords = 14
/// Words beside the date in a line that begins with "Published".
private let datedWords = 6

/// Whether a line says when the text was written, and no more.
func isDateLine(_ text: String) -> Bool {
  guard mayHoldYear(text.utf8) else { return false }
  var words = tokens(of: text)
  let lower = text.lowercased()
  let cue = TextCues.dated.first { lower.hasPrefix($0) && !(lower.dropFirst($0.count).first?.isLetter ?? false) }
  if let cue { words.removeFirst(min(words.count, tokens(of: cue).count)) }
  guard firstDate(in: words) != nil else { return false }
  let others = words.count { !isDateWord($0) }
  return others <= (cue == nil ? 0 : datedWords)
}

/// Whether a word of small letters stands in dates.
func isDateWord(_ word: String) -> Bool {
  if TextCues.month(word) != nil || TextCues.dateWords.contains(word) || word.count == 1 { return true }
  let rest = word.drop { $0.isASCII && $0.isNumber }
  return rest.isEmpty || rest.count < word.count && (rest.first == "t" || TextCues.dateWords.contains(String(rest)))
}

/// Whether there are digits enough for a year: most lines are told apart here, before any String is made.
func mayBeDated(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
  var digits = 0
  for at in range where (0x30...0x39).contains(bytes[at]) { digits += 1 }
  return digits >= 4
}

/// Whether the first letters are those of a word that bylines begin with.
func mayBeByline(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
  guard range.count > 4 else { return false }
  switch (bytes[range.lowerBound] | 0x20, bytes[range.lowerBound + 1] | 0x20) {
  case (0x62, 0x79), (0x76, 0x6F), (0x70, 0x61), (0x70, 0x6F), (0x64, 0x69), (0x64, 0x61), (0x64, 0x6F), (0x61, 0x76),
    (0x61, 0x66), (0x61, 0x75), (0x74, 0x65), (0x77, 0x72), (0x77, 0x6F), (0x73, 0x74), (0x72, 0x65):
    return true
  default: return false
  }
}

/// `LONDON (AP) —`: a place in capitals, an agency, a dash.
func isPlaceLine(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
  let last = scalarBefore(bytes, range.upperBound, range.lowerBound).0
  guard last == "—" || last == "–" || bytes[range].suffix(2).elementsEqual([0x2D, 0x2D]) else { return false }
  let place = String(decoding: bytes[range], as: UTF8.self).prefix { $0 != "(" && $0 != "—" && $0 != "–" }
  return place.contains { $0.isLetter } && !place.contains { $0.isLowercase }
}

/// Whether a line names who wrote the text: `By Ann Smith and Bo Li, Reuters`.
func isByline(_ text: String) -> Bool { !names(inByline: text).isEmpty }

/// Whether a line parted by bars or dots says who wrote the text and when, and no more: `12 May 2020 | By Ann Lee`.
func isDatedByline(_ text: String) -> Bool {
  let parts = text.split { $0 == "|" || $0 == "·" || $0 == "•" || $0.isNewline }.map(\.trimmingBlanks)
  return parts.count > 1 && parts.contains(where: isByline) && parts.allSatisfy { isByline($0) || isShortDate($0) }
}

/// A date and at most a few words beside it: "Oct 24, 2019 at2:56 pm".
private func isShortDate(_ text: String) -> Bool {
  let words = tokens(of: text)
  return isDateLine(text) || words.count { !isDateWord($0) } <= datedWords && firstDate(in: words) != nil
}

/// The names in a byline, without what they are; empty: it is no byline.
func names(inByline text: String) -> [String] {
  var words = text.split { $0.isWhitespace }
  guard words.count <= bylineWords else { return [] }
  if words.count > 2, TextCues.bylineLeads.contains(words[0].lowercased()) { words.removeFirst() }
  guard let first = words.first else { return [] }
  if TextCues.byline.contains(first.lowercased()), words.count > 1, isNameStart(words[1]) {
    return splitNames(words.dropFirst().joined(separator: " "))
  }
  // "ByThe Associated Press", as a page's markup leaves it.
  guard first.hasPrefix("By"), let third = first.dropFirst(2).first, third.isUppercase else { return [] }
  return splitNames(String(words.joined(separator: " ").dropFirst(2)))
}

private func isNameStart(_ word: Substring) -> Bool {
  guard let letter = word.first else { return false }
  return letter.isUppercase || letter.isLetter && !letter.isLowercase
}

private func splitNames(_ text: String) -> [String] {
  var rest = Substring(text)
  if let end = rest.firstIndex(where: { $0 == "|" || $0 == "·" || $0 == "•" || $0.isNumber }) { rest = rest[..<end] }
  var words = rest.split(whereSeparator: \.isWhitespace).map(withoutCue)
  while let last = words.popLast() {
    let name = withoutMonth(last)
    if !name.isEmpty {
      words.append(name)
      break
    }
  }
  var parts: [[Substring]] = [[]]
  for word in words {
    if ["and", "und", "et", "y", "e", "och", "og", "en", "&", "-", "–", "—", "for"].contains(word.lowercased()) {
      parts.append([])
      continue
    }
    parts[parts.count - 1].append(word.hasSuffix(",") ? word.dropLast() : word)
    if word.hasSuffix(",") { parts.append([]) }
  }
  let names = parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  guard let first = names.first, isName(first), isFullName(first) else { return [] }
  return names.filter { isName($0) && !isOffice($0) }
}

/// A word without the "Published" that is glued to it: "LeePublished:".
private func withoutCue(_ word: Substring) -> Substring {
  let cue = ["Published:", "Updated:", "Posted:"].first { word.hasSuffix($0) }
  return cue.map { word.dropLast($0.count) } ?? word
}

/// A word without the month at its end, where a date stood after it or was glued to it: "HillDecember".
private func withoutMonth(_ word: Substring) -> Substring {
  let small = word.lowercased().filter { $0 != "." && $0 != "," }
  if TextCues.month(small) != nil || TextCues.dateWords.contains(small) { return "" }
  guard let start = word.dropFirst().lastIndex(where: { $0.isUppercase }) else { return word }
  return TextCues.month(word[start...].lowercased()) == nil ? word : word[..<start]
}

/// More than one word, or a word in capitals as agencies have: "By Industry" is a menu's.
private func isFullName(_ text: String) -> Bool {
  text.contains(" ") || text.dropFirst().contains { $0.isUppercase } || text == "Reuters" || text == "Bloomberg"
}

/// One to six words that begin with capitals, small particles between them aside, no digits, no full stop at the end.
func isName(_ text: String) -> Bool {
  let words = text.split(whereSeparator: \.isWhitespace)
  guard (1...6).contains(words.count), let first = words.first, isNameStart(first) || first == "the" else {
    return false
  }
  guard !text.contains(where: { $0.isNumber || "!?:;/@".contains($0) }) else { return false }
  return words.allSatisfy { isNameStart($0) || isParticle($0) } && !text.hasSuffix(".")
}

private func isParticle(_ word: Substring) -> Bool {
  [
    "de", "der", "den", "van", "von", "zu", "la", "le", "du", "da", "di", "del", "al", "el", "bin", "ibn", "af", "the",
    "of",
  ]
  .contains(word)
}

/// What somebody is, not who.
private func isOffice(_ text: String) -> Bool {
  let offices: Set<String> = [
    "editor", "correspondent", "reporter", "writer", "columnist", "staff", "contributor", "producer", "journalist",
    "chief", "bureau", "analyst", "redakteur", "redakteurin", "korrespondent", "journaliste", "redacción",
  ]
  return tokens(of: text).contains { offices.contains($0) }
}

/// `Photo: …`, `(Image: …)`, `[Figure 1: …]`, `Photo by …`
func captionCue(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
  var at = range.lowerBound
  if bytes[at] == 0x28 || bytes[at] == 0x5B { at += 1 }
  let start = at
  // Most paragraphs are told apart here, before any String is made.
  guard at < range.upperBound, isCueInitial(bytes[at] | 0x20) else { return false }
  while at < range.upperBound, at - start < longestCue, isCueByte(bytes[at]) { at += 1 }
  guard at > start + 2 else { return false }
  if at < range.upperBound, bytes[at] == 0x3A {
    // A number right after the colon is a time: "Video3:45".
    let isTime = at + 1 < range.upperBound && (0x30...0x39).contains(bytes[at + 1])
    return !isTime && TextCues.caption.contains(withoutNumber(bytes[start..<at]))
  }
  guard TextCues.captionCredits.contains(where: { isPrefix($0.utf8, of: bytes[start..<at]) }) else { return false }
  return range.count <= headingColumns
}

/// In small letters, without the number of a figure.
private func withoutNumber(_ bytes: ArraySlice<UInt8>) -> String {
  var cue = String(decoding: bytes, as: UTF8.self).lowercased()
  while let last = cue.last, last.isNumber || last == " " || last == "." { cue.removeLast() }
  return cue
}

/// Whether `text` begins with `cue`, which is in small letters.
private func isPrefix(_ cue: String.UTF8View, of text: ArraySlice<UInt8>) -> Bool {
  text.count >= cue.count && zip(cue, text).allSatisfy { $0 == $1 | 0x20 }
}

/// The first letters of the cues.
private func isCueInitial(_ letter: UInt8) -> Bool {
  switch letter {
  case 0x61, 0x62, 0x63, 0x66, 0x67, 0x69, 0x6D, 0x70, 0x72, 0x73, 0x76: true
  default: false
  }
}

private let longestCue = 24

private func isCueByte(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x20
    || byte == 0x2E
}

/// Whether the text ends with a bracket that says who took the picture: `(AP Photo/Jo Li)`.
func endsWithCredit(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
  guard bytes[range.upperBound - 1] == 0x29 else { return false }
  var at = range.upperBound - 1
  while at > range.lowerBound, range.upperBound - at < longestCredit, bytes[at] != 0x28 { at -= 1 }
  guard bytes[at] == 0x28 else { return false }
  let words = tokens(of: String(decoding: bytes[at..<range.upperBound], as: UTF8.self))
  return words.contains { TextCues.pictureCredit.contains($0) }
}

/// Bytes of a picture's credit.
private let longestCredit = 90
