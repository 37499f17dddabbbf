/// Whether a full stop ends a sentence: abbreviations, initials, ordinals and list markers.
extension SentenceSplitter {
  /// Whether the full stop at `index` ends a sentence, with something that can begin one at `next`.
  func stopEnds(at index: Int, next: Int) -> Bool {
    let from = tokenStart(before: index)
    if from == index { return true }
    if isNumber(from..<index) {
      return from != start && !wordsAfterOrdinal.contains(word(at: next))
    }
    if isSingleLetter(from..<index) { return initialEnds(from: from, at: index, next: next) }
    var key: UInt64 = 0
    var hasStop = false
    for place in from..<index {
      key = pack(key, text[place])
      hasStop = hasStop || text[place] == 0x2E
    }
    guard let kind = Abbreviation[key] else {
      return !(hasStop && isAcronym(from..<index)) || usualFirstWords.contains(word(at: next))
    }
    return abbreviationEnds(kind, from: from, next: next)
  }

  private func abbreviationEnds(_ kind: Abbreviation, from: Int, next: Int) -> Bool {
    switch kind {
    case .inside: return false
    case .title: return !isUpper(text[from]) || usualFirstWords.contains(word(at: next))
    case .numbered: return !isDigit(text[next])
    case .either: return usualFirstWords.contains(word(at: next))
    case .name: return !isUpper(text[from]) || usualFirstWords.contains(word(at: next))
    case .time: return !wordsAfterTime.contains(word(at: next)) && !isDigit(text[next])
    }
  }

  /// An initial, a list marker, or a letter that ends a sentence ("Plan B. The").
  private func initialEnds(from: Int, at index: Int, next: Int) -> Bool {
    if from == start { return false }
    // "p. 12", "n. 3"
    if !isUpper(text[from]) { return !isDigit(text[next]) }
    let follows = usualFirstWords.contains(word(at: next))
    if text[from] == 0x49, from >= 2, text[from - 1] == 0x20, isLetter(text[from - 2]) {
      return follows || !isUpper(text[wordStart(before: from - 1)])
    }
    return follows
  }

  private func wordStart(before index: Int) -> Int {
    var from = index
    while from > 0, isLetter(text[from - 1]) { from -= 1 }
    return min(from, text.count - 1)
  }

  /// Where the word that ends before `index` begins; it may hold full stops ("U.S").
  private func tokenStart(before index: Int) -> Int {
    // Longer than the longest abbreviation.
    let limit = max(0, index - 16)
    var from = index
    while from > limit {
      let byte = text[from - 1]
      guard byte >= 0x80 || isLetter(byte) || isDigit(byte) || byte == 0x2E else { break }
      // Quotes and dashes are no letters, but are three bytes from E2.
      if byte >= 0x80, from >= 3, text[from - 3] == 0xE2 { break }
      from -= 1
    }
    return from
  }

  /// The word at `index`, as the tables know it, after quotes that open before it.
  private func word(at index: Int) -> UInt64 {
    var from = index
    while from < text.count, !(isLetter(text[from]) || isDigit(text[from])) {
      if text[from] <= 0x20 || from - index > 6 { return 0 }
      from += 1
    }
    var key: UInt64 = 0
    var end = from
    while end < text.count, end - from < 16 {
      let byte = text[end]
      guard isLetter(byte) || isDigit(byte) || byte >= 0x80 || byte == 0x27 else { break }
      key = pack(key, byte)
      end += 1
    }
    return key
  }

  private func isNumber(_ range: Range<Int>) -> Bool {
    range.count <= 3 && range.allSatisfy { isDigit(text[$0]) }
  }

  private func isSingleLetter(_ range: Range<Int>) -> Bool {
    range.count == 1 && isLetter(text[range.lowerBound])
  }

  /// Single letters with full stops between: U.S, J.R.R.
  private func isAcronym(_ range: Range<Int>) -> Bool {
    range.allSatisfy { place in
      (place - range.lowerBound) % 2 == 0 ? isLetter(text[place]) : text[place] == 0x2E
    }
  }
}
