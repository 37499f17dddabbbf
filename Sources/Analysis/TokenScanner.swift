/// Walks over a block's bytes, a word at a time.
struct TokenScanner {
  private let bytes: TextBytes
  private var at = 0
  private var inQuotes = false
  private var gap: Gap = []
  private var suffixLength = 0
  /// The sentinel was written.
  private(set) var isDone = false

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = TextBytes(bytes: bytes)
  }

  /// Writes words from `out[first]` on, as many as there is room for and the sentinel behind the last; how many were
  /// written. The word before `first`, if any, stands in `out`.
  mutating func fill(_ out: UnsafeMutableBufferPointer<Token>, from first: Int, lexicon: Lexicon.View) -> Int {
    var index = first
    while index < out.count, !isDone {
      step()
      if gap.contains(.stop), index > 0 { quiet(after: out[index - 1]) }
      out[index] = at < bytes.count ? word(lexicon) : sentinel()
      index += 1
    }
    return index - first
  }

  private mutating func sentinel() -> Token {
    isDone = true
    return token(at, at, 0, [])
  }

  /// Over what stands between two words.
  @inline(__always)
  private mutating func step() {
    gap = []
    // Most gaps are one blank.
    if at + 1 < bytes.count, bytes[at] == 0x20, bytes.isWord(bytes[at + 1]) {
      at += 1
      return
    }
    let from = at
    skipGap()
    if at - from == 0 || (at - from == 1 && bytes[from] == UInt8(ascii: "-")) { gap.insert(.joined) }
  }

  /// The word that begins at `at`, with what is known of it.
  @inline(__always)
  private mutating func word(_ lexicon: Lexicon.View) -> Token {
    var token = word()
    if !gap.isEmpty, gap.contains(.currency) { token.shape.insert(.money) }
    if inQuotes { token.shape.insert(.quoted) }
    if at < bytes.count, bytes[at] == UInt8(ascii: "%") { token.shape.insert(.percent) }
    lexicon.look(up: &token)
    if token.shape.contains(.capitals), token.end - token.start <= 3 { token.known = acronym(token.known) }
    return token
  }

  /// US is no pronoun, and WHO asks nothing.
  private func acronym(_ classes: WordClass) -> WordClass {
    if classes.contains(.we) { return [.place, .organisation] }
    return classes.contains(.relative) ? .organisation : classes
  }

  /// A stop after an initial, an acronym or a title ends no sentence.
  private mutating func quiet(after last: Token) {
    let isInitial = last.end - last.start == 1 && last.looks(.capital)
    if isInitial || last.looks(.acronym) || last.has(.abbreviation) { gap.remove(.stop) }
  }

  private mutating func skipGap() {
    while at < bytes.count {
      let byte = bytes[at]
      if byte >= 0x80 {
        guard skipHigh() else { return }
      } else {
        guard !bytes.isWord(byte) else { return }
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
  @inline(__always)
  private mutating func word() -> Token {
    let start = at
    var hash = WordHash.seed
    var end = start
    while true {
      let (chunk, length) = bytes.letters(end)
      end += length
      if length > 0 { hash = WordHash.mix(hash, chunk) }
      if length < 8 { break }
    }
    at = end
    if end < bytes.count, end == start || bytes.mayGoOn(end) { return longWord(start) }
    return token(start, end, hash, bytes.shape(start, end))
  }

  @inline(__always)
  private func token(_ start: Int, _ end: Int, _ hash: UInt64, _ shape: Shape) -> Token {
    Token(
      hash: hash, known: [], start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
      shape: shape, cue: 0, gap: gap)
  }

  /// A word that holds more than ASCII letters and digits; its first letters are behind `at`.
  private mutating func longWord(_ start: Int) -> Token {
    var isForeign = false
    var dots = 0
    var segment = start
    var suffix = 0
    while at < bytes.count, suffix == 0 {
      let byte = bytes[at]
      let width = byte == UInt8(ascii: "'") ? 1 : byte >= 0x80 ? bytes.apostrophe(at: at) : 0
      if width > 0 {
        guard let step = elide(width, &suffix) else { break }
        at += step
      } else if byte >= 0x80 {
        guard bytes.isLetter(at: at) else { break }
        isForeign = true
        repeat { at += 1 } while at < bytes.count && bytes[at] & 0xc0 == 0x80
      } else if bytes.isWord(byte) {
        at += 1
      } else {
        guard joins(byte, segment: segment) else { break }
        dots += 1
        at += 1
        segment = at
      }
    }
    if at == start {
      // Bytes that are neither a sign nor a letter, as in broken UTF-8.
      isForeign = true
      at += 1
    }
    let end = at - (suffix == 0 ? 0 : suffixLength)
    var shape = bytes.shape(start, end)
    if bytes.isCapital(start) { shape.insert(.capital) }
    if isForeign { shape.insert(.foreign) }
    if dots > 0, !shape.contains(.number) {
      shape.insert(shape.contains(.capitals) || bytes.isAcronym(start) ? .acronym : .dotted)
    }
    if suffix == 1 { shape.insert(.possessive) } else if suffix > 1 { shape.insert(.contraction) }
    return token(start, end, bytes.hash(start, end), shape)
  }

  /// At an apostrophe inside or after a word: the step over it and what belongs to it, nil where the word ends before it.
  /// `'s` and the like are left out of the word's hash and set `suffix`; `n't` and names (O'Neill) belong to the word.
  private mutating func elide(_ width: Int, _ suffix: inout Int) -> Int? {
    let next = at + width
    guard next < bytes.count else { return nil }
    let first = bytes[next] | 0x20
    guard first &- 0x61 < 26, bytes[next] < 0x80 else { return nil }
    if bytes.ends(next + 1) {
      switch first {
      case UInt8(ascii: "s"): suffix = 1
      case UInt8(ascii: "d"), UInt8(ascii: "m"): suffix = 2
      case _: break
      }
      suffixLength = width + 1
      return suffix > 0 ? width + 1 : width
    }
    guard next + 1 < bytes.count, bytes.ends(next + 2) else { return width }
    switch (first, bytes[next + 1] | 0x20) {
    case (UInt8(ascii: "r"), UInt8(ascii: "e")), (UInt8(ascii: "v"), UInt8(ascii: "e")),
      (UInt8(ascii: "l"), UInt8(ascii: "l")):
      suffix = 2
      suffixLength = width + 2
      return width + 2
    case _:
      return width
    }
  }

  /// Whether a dot, a comma or a colon at `at` stands inside a word: `2,000`, `U.S.`, `polygraph.info`.
  private func joins(_ byte: UInt8, segment: Int) -> Bool {
    guard at + 1 < bytes.count, at > segment else { return false }
    let next = bytes[at + 1]
    let last = bytes[at - 1]
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      return bytes.isDigit(last) && bytes.isDigit(next)
    case UInt8(ascii: "."):
      if bytes.isDigit(last) { return bytes.isDigit(next) }
      if at - segment == 1, bytes.isUpper(last), bytes.isUpper(next) {
        return bytes.ends(at + 2) || bytes[at + 2] == byte
      }
      return next &- 0x61 < 26
    case _:
      return false
    }
  }

}
