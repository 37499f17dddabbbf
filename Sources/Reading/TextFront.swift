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
  var words = tokens(of: text)
  let lower = text.lowercased()
  let cue = TextCues.dated.first { lower.hasPrefix($0) && !(lower.dropFirst($0.count).first?.isLetter ?? false) }
  if let cue { words.removeFirst(min(words.count, tokens(of: cue).count)) }
  guard firstDate(in: words) != nil else { return false }
  let others = words.count { !isDateWord($0) }
  return others <= (cue == nil ? 0 : datedWords)
}

private func isDateWord(_ word: String) -> Bool {
  if TextCues.months[word] != nil || TextCues.dateWords.contains(word) || word.count == 1 { return true }
  let rest = word.drop { $0.isASCII && $0.isNumber }
  return rest.isEmpty || rest.count < word.count && (rest.first == "t" || TextCues.dateWords.contains(String(rest)))
}

/// `LONDON (AP) —`: a place in capitals, an agency, a dash.
func isPlaceLine(_ text: String) -> Bool {
  guard let last = text.last, last == "—" || last == "–" || text.hasSuffix("--") else { return false }
  let place = text.prefix { $0 != "(" && $0 != "—" && $0 != "–" }
  return place.contains { $0.isLetter } && !place.contains { $0.isLowercase }
}

/// Whether a line names who wrote the text: `By Ann Smith and Bo Li, Reuters`.
func isByline(_ text: String) -> Bool { !names(inByline: text).isEmpty }

/// The names in a byline, without what they are; empty: it is no byline.
func names(inByline text: String) -> [String] {
  let words = text.split { $0.isWhitespace }
  guard let first = words.first, words.count <= bylineWords else { return [] }
  let cue = first.lowercased().filter { $0 != ":" }
  if TextCues.byline.contains(cue), words.count > 1, isNameStart(words[1]) {
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
  var parts: [[Substring]] = [[]]
  for word in rest.split(whereSeparator: \.isWhitespace) {
    if ["and", "und", "et", "y", "e", "och", "og", "en", "&", "-", "–", "—", "for"].contains(word.lowercased()) {
      parts.append([])
      continue
    }
    parts[parts.count - 1].append(word.hasSuffix(",") ? word.dropLast() : word)
    if word.hasSuffix(",") { parts.append([]) }
  }
  let names = parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  guard let first = names.first, isName(first) else { return [] }
  return names.filter { isName($0) && !isOffice($0) }
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

/// `Photo: …`, `(Image: …)`, `[Figure: …]`: a word of the table before a colon or, of a figure, before its number.
func captionCue(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
  var at = range.lowerBound
  if bytes[at] == 0x28 || bytes[at] == 0x5B { at += 1 }
  let start = at
  // Most paragraphs are told apart here, before any String is made.
  while at < range.upperBound, at - start < longestCue, isCueByte(bytes[at]) { at += 1 }
  guard at < range.upperBound, at > start, bytes[at] == 0x3A else { return false }
  var cue = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
  while let last = cue.last, last.isNumber || last == " " || last == "." { cue.removeLast() }
  return TextCues.caption.contains(cue)
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
