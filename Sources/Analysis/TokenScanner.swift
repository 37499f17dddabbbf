/// FNV-1a's constants (Fowler, Noll, Vo).
enum FNV {
  static let offset: UInt64 = 0xcbf2_9ce4_8422_2325
  static let prime: UInt64 = 0x0000_0100_0000_01b3
}

/// What a byte is to the scanner: letters and digits, lower-cased, then everything else.
private enum ByteTable {
  /// The byte in lower case of a letter, itself of a digit, else 0.
  static let folded: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) | 0x20
    default: 0
    }
  }
}

/// Walks over a block's bytes, a word at a time.
struct TokenScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let folded: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var inQuotes = false
  private var gap: Gap = []

  /// Appends all words of `bytes` to `list`, and the sentinel.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, into list: inout [Token], lexicon: Lexicon) {
    ByteTable.folded.withUnsafeBufferPointer { folded in
      var scanner = TokenScanner(bytes: bytes, folded: folded)
      while scanner.next(into: &list, lexicon: lexicon) {}
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, folded: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    self.folded = folded
  }

  /// Appends the next word, or the sentinel and false at the end.
  private mutating func next(into list: inout [Token], lexicon: Lexicon) -> Bool {
    gap = []
    let from = at
    // Most gaps are one blank.
    if at + 1 < bytes.count, bytes[at] == 0x20, folded[Int(bytes[at + 1])] != 0 {
      at += 1
    } else {
      skipGap()
      if at - from == 0 || (at - from == 1 && bytes[from] == UInt8(ascii: "-")) { gap.insert(.joined) }
    }
    guard at < bytes.count else {
      let end = Int32(clamping: at)
      list.append(Token(hash: 0, classes: [], start: end, end: end, shape: [], cue: 0, gap: gap))
      return false
    }
    if gap.contains(.stop) { quiet(after: list.last) }
    var token = word()
    if gap.contains(.currency) { token.shape.insert(.money) }
    if inQuotes { token.shape.insert(.quoted) }
    if at < bytes.count, bytes[at] == UInt8(ascii: "%") { token.shape.insert(.percent) }
    lexicon.look(up: &token)
    if token.shape.contains(.capitals), token.end - token.start <= 3 { token.classes = acronym(token.classes) }
    list.append(token)
    return true
  }

  /// US is no pronoun, and WHO asks nothing.
  private func acronym(_ classes: WordClass) -> WordClass {
    if classes.contains(.we) { return [.place, .organisation] }
    return classes.contains(.relative) ? .organisation : classes
  }

  /// A stop after an initial, an acronym or a title ends no sentence.
  private mutating func quiet(after last: Token?) {
    guard let last else { return }
    let isInitial = last.end - last.start == 1 && last.looks(.capital)
    if isInitial || last.looks(.acronym) || last.has(.abbreviation) { gap.remove(.stop) }
  }

  private mutating func skipGap() {
    while at < bytes.count {
      let byte = bytes[at]
      if byte >= 0x80 {
        guard skipHigh() else { return }
      } else {
        guard folded[Int(byte)] == 0 else { return }
        ascii(byte)
        at += 1
      }
    }
  }

  private mutating func ascii(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "-"): break
    case UInt8(ascii: "."):
      gap.insert(at + 1 < bytes.count && bytes[at + 1] == byte ? .ellipsis : .stop)
    case UInt8(ascii: ","): gap.insert(.comma)
    case UInt8(ascii: "\""): quote(opens: !inQuotes)
    case UInt8(ascii: "'"), UInt8(ascii: "`"): gap.insert(.singleQuote)
    case UInt8(ascii: "("): gap.insert(.opens)
    case UInt8(ascii: ")"), UInt8(ascii: "]"): gap.insert(.closes)
    case UInt8(ascii: "["): gap.insert([.opens, .square])
    case UInt8(ascii: ":"): gap.insert(.colon)
    case UInt8(ascii: ";"): gap.insert(.semicolon)
    case UInt8(ascii: "?"): gap.insert(.question)
    case UInt8(ascii: "!"): gap.insert(.exclamation)
    case UInt8(ascii: "\n"): gap.insert(.newline)
    case UInt8(ascii: "$"): gap.insert(.currency)
    case UInt8(ascii: "%"): gap.insert(.percent)
    case UInt8(ascii: "@"): gap.insert(.at)
    case UInt8(ascii: "/"): gap.insert(.slash)
    case UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "<"),
      UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "\\"), UInt8(ascii: "^"):
      gap.insert(.symbol)
    case _: break
    }
  }

  private mutating func quote(opens: Bool) {
    gap.insert(opens ? .quoteOpens : .quoteCloses)
    inQuotes = opens
  }

  /// Punctuation and signs outside ASCII; false where a word begins.
  private mutating func skipHigh() -> Bool {
    let first = bytes[at]
    let second = at + 1 < bytes.count ? bytes[at + 1] : 0
    let third = at + 2 < bytes.count ? bytes[at + 2] : 0
    switch (first, second) {
    case (0xc2, 0x80...0xbf):
      return skipLatin(second)
    case (0xe2, 0x80), (0xe2, 0x81):
      general(second, third)
    case (0xe2, 0x82):
      gap.insert(.currency)
    case (0xe2, 0x83...0xaf):
      gap.insert(.symbol)
    case (0xe3, 0x80):
      ideographic(third)
    case (0xef, 0xbb), (0xef, 0xb8):
      break
    case (0xef, 0xbc):
      guard fullWidth(third) else { return false }
    case (0xf0, 0x9f):
      gap.insert(.symbol)
      at = min(bytes.count, at + 4)
      return true
    case _:
      return false
    }
    at = min(bytes.count, at + 3)
    return true
  }

  private mutating func skipLatin(_ second: UInt8) -> Bool {
    switch second {
    case 0xaa, 0xb5, 0xba: return false
    case 0xa2, 0xa3, 0xa4, 0xa5: gap.insert(.currency)
    case 0xa9, 0xae: gap.insert([.symbol, .copyright])
    case 0xab: quote(opens: true)
    case 0xbb: quote(opens: false)
    case 0xb7, 0xa6, 0xa7, 0xb6: gap.insert(.symbol)
    case _: break
    }
    at = min(bytes.count, at + 2)
    return true
  }

  /// U+2000 to U+207F.
  private mutating func general(_ second: UInt8, _ third: UInt8) {
    guard second == 0x80 else { return }
    switch third {
    case 0x90, 0x91: break
    case 0x92...0x95: gap.insert(.dash)
    case 0x98, 0x99, 0x9a, 0x9b, 0xb9, 0xba: gap.insert(.singleQuote)
    case 0x9c, 0x9e: quote(opens: true)
    case 0x9d: quote(opens: false)
    case 0xa2, 0xa3: gap.insert(.symbol)
    case 0xa6: gap.insert(.ellipsis)
    case 0xa8, 0xa9: gap.insert(.newline)
    case _: break
    }
  }

  /// U+3000 to U+303F.
  private mutating func ideographic(_ third: UInt8) {
    switch third {
    case 0x81: gap.insert(.comma)
    case 0x82: gap.insert(.stop)
    case 0x8c, 0x8e: quote(opens: true)
    case 0x8d, 0x8f: quote(opens: false)
    case _: break
    }
  }

  /// U+FF00 to U+FF3F; false for digits and letters.
  private mutating func fullWidth(_ third: UInt8) -> Bool {
    switch third {
    case 0x81: gap.insert(.exclamation)
    case 0x8c: gap.insert(.comma)
    case 0x8e: gap.insert(.stop)
    case 0x9a: gap.insert(.colon)
    case 0x9b: gap.insert(.semicolon)
    case 0x9f: gap.insert(.question)
    case 0x90...0x99, 0xa1...0xba: return false
    case _: break
    }
    return true
  }

  /// Reads one word from `at`, which stands on its first byte.
  private mutating func word() -> Token {
    let start = at
    var hash = FNV.offset
    let end = letters(&hash)
    at = end
    guard end < bytes.count, mayGoOn(end) || end == start else {
      return token(start, end, hash, shape(start, end))
    }
    return longWord(start, hash)
  }

  /// Hashes the ASCII letters and digits from `at` and answers where they end.
  @inline(__always)
  private func letters(_ hash: inout UInt64) -> Int {
    var index = at
    while index < bytes.count {
      let byte = folded[Int(bytes[index])]
      if byte == 0 { break }
      hash = (hash ^ UInt64(byte)) &* FNV.prime
      index += 1
    }
    return index
  }

  /// Whether the word may go on behind the byte at `index`, which is no letter: an apostrophe, a dot, a comma inside.
  private func mayGoOn(_ index: Int) -> Bool {
    let byte = bytes[index]
    if byte >= 0x80 { return true }
    guard byte == 0x2e || byte == 0x2c || byte == 0x3a || byte == 0x27, index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    return next >= 0x80 || folded[Int(next)] != 0
  }

  private func token(_ start: Int, _ end: Int, _ hash: UInt64, _ shape: Shape) -> Token {
    Token(
      hash: hash, classes: [], start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
      shape: shape, cue: 0, gap: gap)
  }

  /// The shape of a word of ASCII letters and digits.
  private func shape(_ start: Int, _ end: Int) -> Shape {
    var shape = Shape()
    let first = bytes[start]
    if isUpper(first) {
      shape.insert(.capital)
      if end - start > 1, isUpper(bytes[start + 1]), isUpper(bytes[end - 1]) { shape.insert(.capitals) }
    } else if isDigit(first) {
      shape.insert(.number)
      if end - start == 4 { year(start, &shape) }
    }
    endings(start, end, &shape)
    return shape
  }

  private func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The rest of a word that holds more than ASCII letters and digits; its first letters are hashed and `at` is behind
  /// them.
  private mutating func longWord(_ start: Int, _ begun: UInt64) -> Token {
    var hash = begun
    var isForeign = false
    var dots = 0
    var segment = start
    var suffix = 0
    while at < bytes.count, suffix == 0 {
      let byte = bytes[at]
      let width = byte == UInt8(ascii: "'") ? 1 : byte >= 0x80 ? apostrophe() : 0
      if width > 0 {
        guard let step = elide(width, &hash, &suffix) else { break }
        at += step
      } else if byte >= 0x80 {
        guard isLetter(at: at) else { break }
        isForeign = true
        foreign(&hash)
      } else if folded[Int(byte)] != 0 {
        at = letters(&hash)
      } else {
        guard joins(byte, segment: segment) else { break }
        hash = (hash ^ UInt64(byte)) &* FNV.prime
        dots += 1
        at += 1
        segment = at
      }
    }
    let end = at - (suffix == 0 ? 0 : suffixLength)
    var shape = shape(start, end)
    if isCapital(start) { shape.insert(.capital) }
    if isForeign { shape.insert(.foreign) }
    if dots > 0, !shape.contains(.number) {
      shape.insert(shape.contains(.capitals) || isAcronym(start) ? .acronym : .dotted)
    }
    if suffix == 1 { shape.insert(.possessive) } else if suffix > 1 { shape.insert(.contraction) }
    return token(start, end, hash, shape)
  }

  /// Hashes the bytes of one letter outside ASCII.
  private mutating func foreign(_ hash: inout UInt64) {
    repeat {
      hash = (hash ^ UInt64(bytes[at])) &* FNV.prime
      at += 1
    } while at < bytes.count && bytes[at] & 0xc0 == 0x80
  }

  private func isAcronym(_ start: Int) -> Bool {
    isUpper(bytes[start]) && start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: ".")
  }

  private var suffixLength = 0

  /// 1 or 3 where an apostrophe stands at `at`: U+2019, U+02BC is left to words; 0 otherwise.
  private func apostrophe() -> Int {
    guard at + 2 < bytes.count, bytes[at] == 0xe2, bytes[at + 1] == 0x80 else { return 0 }
    return bytes[at + 2] == 0x99 || bytes[at + 2] == 0x98 ? 3 : 0
  }

  /// At an apostrophe inside or after a word: the step over it and what belongs to it, nil where the word ends before it.
  /// `'s` and the like leave the word's hash alone and set `suffix`; `n't` and names (O'Neill) are hashed on.
  private mutating func elide(_ width: Int, _ hash: inout UInt64, _ suffix: inout Int) -> Int? {
    let next = at + width
    guard next < bytes.count else { return nil }
    let first = bytes[next] | 0x20
    guard first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z"), bytes[next] < 0x80 else { return nil }
    let isShort = ends(next + 1)
    if isShort {
      switch first {
      case UInt8(ascii: "s"): suffix = 1
      case UInt8(ascii: "d"), UInt8(ascii: "m"): suffix = 2
      case _: break
      }
      if suffix > 0 {
        suffixLength = width + 1
        return width + 1
      }
    } else if next + 1 < bytes.count {
      let pair = (first, bytes[next + 1] | 0x20)
      let known =
        pair == (UInt8(ascii: "r"), UInt8(ascii: "e")) || pair == (UInt8(ascii: "v"), UInt8(ascii: "e"))
        || pair == (UInt8(ascii: "l"), UInt8(ascii: "l"))
      if known, ends(next + 2) {
        suffix = 2
        suffixLength = width + 2
        return width + 2
      }
    }
    hash = (hash ^ UInt64(UInt8(ascii: "'"))) &* FNV.prime
    return width
  }

  /// No letter or digit stands at `index`.
  private func ends(_ index: Int) -> Bool {
    guard index < bytes.count else { return true }
    return bytes[index] >= 0x80 ? !isLetter(at: index) : folded[Int(bytes[index])] == 0
  }

  /// Whether a dot, a comma or a colon at `at` stands inside a word: `2,000`, `U.S.`, `polygraph.info`.
  private func joins(_ byte: UInt8, segment: Int) -> Bool {
    guard at + 1 < bytes.count, at > segment else { return false }
    let next = bytes[at + 1]
    let last = bytes[at - 1]
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      return isDigit(last) && isDigit(next)
    case UInt8(ascii: "."):
      if isDigit(last) { return isDigit(next) }
      if at - segment == 1, isUpper(last), isUpper(next) { return ends(at + 2) || bytes[at + 2] == byte }
      return next &- 0x61 < 26
    case _:
      return false
    }
  }

  /// The bytes outside ASCII at `index` are a letter, not punctuation.
  private func isLetter(at index: Int) -> Bool {
    let first = bytes[index]
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch (first, second) {
    case (0xc2, 0xad): return true
    case (0xc2, _): return second == 0xaa || second == 0xb5 || second == 0xba
    case (0xe2, 0x80): return third >= 0x8b && third <= 0x8d
    case (0xe2, 0x81...0xaf): return false
    case (0xe3, 0x80): return false
    case (0xef, 0xbc): return (0x90...0x99).contains(third) || (0xa1...0xba).contains(third)
    case (0xf0, 0x9f): return false
    case _: return true
    }
  }

  private func isCapital(_ index: Int) -> Bool {
    let first = bytes[index]
    if first < 0x80 { return isUpper(first) }
    guard index + 1 < bytes.count else { return false }
    let second = bytes[index + 1]
    switch first {
    case 0xc3: return second <= 0x9e && second != 0x97
    case 0xc4, 0xc5: return second & 1 == 0
    case 0xd0: return second >= 0x80 && second <= 0xaf
    case 0xce: return second >= 0x86 && second <= 0xab
    case _: return false
    }
  }

  private func endings(_ start: Int, _ end: Int, _ shape: inout Shape) {
    guard end - start > 3 else { return }
    let last = bytes[end - 1]
    let before = bytes[end - 2]
    switch (before, last) {
    case (UInt8(ascii: "e"), UInt8(ascii: "d")): shape.insert(.past)
    case (UInt8(ascii: "l"), UInt8(ascii: "y")): shape.insert(.adverb)
    case (UInt8(ascii: "n"), UInt8(ascii: "g")) where bytes[end - 3] == UInt8(ascii: "i"): shape.insert(.gerund)
    case (_, UInt8(ascii: "s")) where before != UInt8(ascii: "s"): shape.insert(.plural)
    case _: break
    }
  }

  /// 1500 to 2099: the years that news and history speak of.
  private func year(_ start: Int, _ shape: inout Shape) {
    guard isDigit(bytes[start + 1]), isDigit(bytes[start + 2]), isDigit(bytes[start + 3]) else { return }
    let century = (bytes[start] &- 48) &* 10 &+ (bytes[start + 1] &- 48)
    if (15...20).contains(century) { shape.insert(.year) }
  }
}
