/// FNV-1a's constants (Fowler, Noll, Vo).
enum FNV {
  static let offset: UInt64 = 0xcbf2_9ce4_8422_2325
  static let prime: UInt64 = 0x0000_0100_0000_01b3
}

/// What a byte is to the scanner; letters and digits, then everything else.
private enum ByteClass {
  static let other: UInt8 = 0
  static let lower: UInt8 = 1
  static let upper: UInt8 = 2
  static let digit: UInt8 = 3
  static let high: UInt8 = 4

  /// A table of 256, so that a word's bytes cost one load each.
  static let table: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
    case 0x80...0xff: high
    default: other
    }
  }
}

/// Walks over a block's bytes, a word at a time.
struct TokenScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var inQuotes = false
  private var gap: Gap = []
  private let classes: [UInt8]

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    classes = ByteClass.table
  }

  /// Appends the next word, or the sentinel and false at the end.
  mutating func next(into list: inout [Token], lexicon: Lexicon) -> Bool {
    gap = []
    let from = at
    skipGap()
    if at - from == 0 || (at - from == 1 && bytes[from] == UInt8(ascii: "-")) { gap.insert(.joined) }
    guard at < bytes.count else {
      let end = Int32(clamping: at)
      list.append(Token(hash: 0, classes: [], start: end, end: end, shape: [], cue: 0, gap: gap))
      return false
    }
    quiet(after: list.last)
    var token = word()
    if gap.contains(.currency) { token.shape.insert(.money) }
    if inQuotes { token.shape.insert(.quoted) }
    if at < bytes.count, bytes[at] == UInt8(ascii: "%") { token.shape.insert(.percent) }
    let entry = lexicon.entry(token.hash)
    token.classes = entry.classes
    token.cue = entry.cue
    list.append(token)
    return true
  }

  /// A stop after an initial, an acronym or a title ends no sentence.
  private mutating func quiet(after last: Token?) {
    guard let last, gap.contains(.stop) else { return }
    let isInitial = last.end - last.start == 1 && last.looks(.capital)
    if isInitial || last.looks(.acronym) || last.has(.abbreviation) { gap.remove(.stop) }
  }

  private mutating func skipGap() {
    while at < bytes.count {
      let byte = bytes[at]
      switch classes[Int(byte)] {
      case ByteClass.other:
        ascii(byte)
        at += 1
      case ByteClass.high:
        guard skipHigh() else { return }
      case _:
        return
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
    var lowers = 0
    var uppers = 0
    var digits = 0
    var isForeign = false
    var dots = 0
    var segment = start
    var suffix = 0
    scan: while at < bytes.count {
      let byte = bytes[at]
      switch classes[Int(byte)] {
      case ByteClass.lower:
        lowers += 1
        hash = (hash ^ UInt64(byte)) &* FNV.prime
      case ByteClass.upper:
        uppers += 1
        hash = (hash ^ UInt64(byte | 0x20)) &* FNV.prime
      case ByteClass.digit:
        digits += 1
        hash = (hash ^ UInt64(byte)) &* FNV.prime
      case ByteClass.high:
        let width = apostrophe()
        if width > 0 {
          guard let step = elide(width, &hash, &suffix) else { break scan }
          at += step
          if suffix > 0 { break scan }
          continue scan
        }
        guard isWordByte() else { break scan }
        isForeign = true
        hash = (hash ^ UInt64(byte)) &* FNV.prime
        at += 1
        while at < bytes.count, bytes[at] & 0xc0 == 0x80 {
          hash = (hash ^ UInt64(bytes[at])) &* FNV.prime
          at += 1
        }
        continue scan
      case _:
        if byte == UInt8(ascii: "'") {
          guard let step = elide(1, &hash, &suffix) else { break scan }
          at += step
          if suffix > 0 { break scan }
          continue scan
        }
        guard joins(byte, segment: segment) else { break scan }
        hash = (hash ^ UInt64(byte)) &* FNV.prime
        dots += 1
        segment = at + 1
      }
      at += 1
    }
    var shape = Shape()
    if digits > 0, classes[Int(bytes[start])] == ByteClass.digit { shape.insert(.number) }
    if isCapital(start) { shape.insert(.capital) }
    if isForeign { shape.insert(.foreign) }
    if uppers > 1, lowers == 0 { shape.insert(.capitals) }
    if dots > 0, digits == 0 { shape.insert(uppers > 1 && lowers == 0 ? .acronym : .dotted) }
    if suffix == 1 { shape.insert(.possessive) } else if suffix > 1 { shape.insert(.contraction) }
    let end = at - (suffix == 0 ? 0 : suffixLength)
    endings(start, end, &shape)
    if digits == 4, end - start == 4 { year(start, &shape) }
    return Token(
      hash: hash, classes: [], start: Int32(clamping: start), end: Int32(clamping: end), shape: shape, cue: 0,
      gap: gap)
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
    let second = next + 1 < bytes.count ? classes[Int(bytes[next + 1])] : ByteClass.other
    let isShort = second == ByteClass.other || (second == ByteClass.high && !isLetter(at: next + 1))
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
      let third = next + 2 < bytes.count ? classes[Int(bytes[next + 2])] : ByteClass.other
      let ends = third == ByteClass.other || (third == ByteClass.high && !isLetter(at: next + 2))
      let known =
        pair == (UInt8(ascii: "r"), UInt8(ascii: "e")) || pair == (UInt8(ascii: "v"), UInt8(ascii: "e"))
        || pair == (UInt8(ascii: "l"), UInt8(ascii: "l"))
      if ends, known {
        suffix = 2
        suffixLength = width + 2
        return width + 2
      }
    }
    hash = (hash ^ UInt64(UInt8(ascii: "'"))) &* FNV.prime
    return width
  }

  /// Whether a dot, a comma or a slash at `at` stands inside a word: `2,000`, `U.S.`, `polygraph.info`.
  private func joins(_ byte: UInt8, segment: Int) -> Bool {
    guard at + 1 < bytes.count, at > segment else { return false }
    let next = classes[Int(bytes[at + 1])]
    let last = classes[Int(bytes[at - 1])]
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      return last == ByteClass.digit && next == ByteClass.digit
    case UInt8(ascii: "."):
      if last == ByteClass.digit { return next == ByteClass.digit }
      if at - segment == 1, last == ByteClass.upper, next == ByteClass.upper {
        return at + 2 >= bytes.count || classes[Int(bytes[at + 2])] == ByteClass.other
      }
      return next == ByteClass.lower
    case _:
      return false
    }
  }

  /// The non-ASCII bytes at `at` are a letter, not punctuation.
  private func isWordByte() -> Bool { isLetter(at: at) }

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
    if first < 0x80 { return classes[Int(first)] == ByteClass.upper }
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
    let century = (bytes[start] &- 48) &* 10 &+ (bytes[start + 1] &- 48)
    if (15...20).contains(century) { shape.insert(.year) }
  }
}
