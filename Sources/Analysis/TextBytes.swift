/// The bytes of a text, with what the scanner asks of single places in it. Two words, so that asking copies nothing.
struct TextBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  @inline(__always) var count: Int { bytes.count }
  @inline(__always) subscript(index: Int) -> UInt8 { bytes[index] }

  /// The ASCII letters and digits from `index`, eight at most, in lower case, and how many there are.
  @inline(__always)
  func letters(_ index: Int) -> (chunk: UInt64, length: Int) {
    guard index + 8 <= bytes.count, let base = bytes.baseAddress else { return fewLetters(index) }
    let raw = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
    let word = UInt64(littleEndian: raw)
    let lower = (word | 0x2020_2020_2020_2020) & 0x7f7f_7f7f_7f7f_7f7f
    let digit = word & 0x7f7f_7f7f_7f7f_7f7f
    // The high bit of each byte says: at least "a", beyond "z", at least "0", beyond "9", outside of ASCII.
    let isLetter = (lower &+ 0x1f1f_1f1f_1f1f_1f1f) & ~(lower &+ 0x0505_0505_0505_0505)
    let isDigit = (digit &+ 0x5050_5050_5050_5050) & ~(digit &+ 0x4646_4646_4646_4646)
    let isOther = ~((isLetter | isDigit) & ~word) & 0x8080_8080_8080_8080
    if isOther == 0 { return (lower, 8) }
    let bits = isOther.trailingZeroBitCount & ~7
    return (lower & ((1 << UInt64(bits)) &- 1), bits >> 3)
  }

  /// The same near the end of the text, byte by byte.
  func fewLetters(_ index: Int) -> (chunk: UInt64, length: Int) {
    var chunk: UInt64 = 0
    var length = 0
    while length < 8, index + length < bytes.count, isWord(bytes[index + length]) {
      chunk |= UInt64(bytes[index + length] | 0x20) << UInt64(length * 8)
      length += 1
    }
    return (chunk, length)
  }

  /// Whether the word may go on behind the byte at `index`, which is no letter: an apostrophe, a dot, a comma inside.
  @inline(__always)
  func mayGoOn(_ index: Int) -> Bool {
    let byte = bytes[index]
    if byte == 0x20 { return false }
    if byte >= 0x80 { return true }
    guard byte == 0x2e || byte == 0x2c || byte == 0x3a || byte == 0x27, index + 1 < bytes.count else { return false }
    return bytes[index + 1] >= 0x80 || isWord(bytes[index + 1])
  }

  /// The shape of a word of ASCII letters and digits.
  @inline(__always)
  func shape(_ start: Int, _ end: Int) -> Shape {
    var shape = Shape()
    let first = bytes[start]
    if first < 0x61 { shape = capital(start, end) }
    if end - start > 3 { endings(end, &shape) }
    return shape
  }

  func capital(_ start: Int, _ end: Int) -> Shape {
    var shape = Shape()
    if isUpper(bytes[start]) {
      shape.insert(.capital)
      if end - start > 1, isUpper(bytes[start + 1]), isUpper(bytes[end - 1]) { shape.insert(.capitals) }
    } else if isDigit(bytes[start]) {
      shape.insert(.number)
      if end - start == 4 { year(start, &shape) }
    }
    return shape
  }

  @inline(__always) func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  @inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always) func isWord(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  /// The hash of bytes as they stand, lower-cased, curly apostrophes as straight ones.
  func hash(_ start: Int, _ end: Int) -> UInt64 {
    var hash = WordHash()
    var index = start
    while index < end {
      if bytes[index] == 0xe2, index + 2 < end, bytes[index + 1] == 0x80, bytes[index + 2] & 0xfe == 0x98 {
        hash.feed(UInt8(ascii: "'"))
        index += 3
      } else {
        hash.feed(isUpper(bytes[index]) ? bytes[index] | 0x20 : bytes[index])
        index += 1
      }
    }
    return hash.value
  }

  func isAcronym(_ start: Int) -> Bool {
    isUpper(bytes[start]) && start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: ".")
  }

  /// No letter or digit stands at `index`.
  func ends(_ index: Int) -> Bool {
    guard index < bytes.count else { return true }
    return bytes[index] >= 0x80 ? !isLetter(at: index) : !isWord(bytes[index])
  }

  /// The bytes outside ASCII at `index` are a letter, not punctuation.
  func isLetter(at index: Int) -> Bool {
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

  func isCapital(_ index: Int) -> Bool {
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

  /// Of a word of at least four letters.
  @inline(__always)
  func endings(_ end: Int, _ shape: inout Shape) {
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
  func year(_ start: Int, _ shape: inout Shape) {
    guard isDigit(bytes[start + 1]), isDigit(bytes[start + 2]), isDigit(bytes[start + 3]) else { return }
    let century = (bytes[start] &- 48) &* 10 &+ (bytes[start + 1] &- 48)
    if (15...20).contains(century) { shape.insert(.year) }
  }

  /// 1 or 3 where an apostrophe stands at `at`: U+2019, U+02BC is left to words; 0 otherwise.
  func apostrophe(at: Int) -> Int {
    guard at + 2 < bytes.count, bytes[at] == 0xe2, bytes[at + 1] == 0x80 else { return 0 }
    return bytes[at + 2] == 0x99 || bytes[at + 2] == 0x98 ? 3 : 0
  }
}
