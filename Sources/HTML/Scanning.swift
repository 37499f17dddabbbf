/// The ASCII that HTML's syntax is made of.
enum Ascii {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0A
  static let formFeed: UInt8 = 0x0C
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let bang: UInt8 = 0x21
  static let quote: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let ampersand: UInt8 = 0x26
  static let apostrophe: UInt8 = 0x27
  static let dash: UInt8 = 0x2D
  static let slash: UInt8 = 0x2F
  static let zero: UInt8 = 0x30
  static let semicolon: UInt8 = 0x3B
  static let less: UInt8 = 0x3C
  static let equals: UInt8 = 0x3D
  static let greater: UInt8 = 0x3E
  static let question: UInt8 = 0x3F
  static let bracket: UInt8 = 0x5D
  static let tilde: UInt8 = 0x7E

  /// Tab, newline, form feed, space: the standard's white space once newlines are normalised.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte <= space && (spaces >> UInt64(byte)) & 1 != 0
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }

  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// A set of bytes below 64, a bit each.
  static func set(_ bytes: UInt8...) -> UInt64 {
    var bits: UInt64 = 0
    for byte in bytes { bits |= 1 << UInt64(byte) }
    return bits
  }

  static let spaces: UInt64 = 1 << 0x09 | 1 << 0x0A | 1 << 0x0C | 1 << 0x20
  /// What ends a tag's name, NUL among it.
  static let tagStops: UInt64 = spaces | 1 << 0x2F | 1 << 0x3E | 1
  /// What ends an attribute's name, NUL among it.
  static let attributeStops: UInt64 = tagStops | 1 << 0x3D
  /// What ends an attribute's value without quotes, `&` and NUL among it.
  static let valueStops: UInt64 = spaces | 1 << 0x3E | 1 << 0x26 | 1
}

private let eachByte: UInt64 = 0x0101_0101_0101_0101
private let highBits: UInt64 = 0x8080_8080_8080_8080

/// A mark at every zero byte of a word; marks above the lowest may be false.
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 { (word &- eachByte) & ~word & highBits }

/// The first position from `start` on that holds one of three bytes, or the end; eight bytes a step.
@inline(__always)
func firstIndex(of a: UInt8, _ b: UInt8, _ c: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
  var index = start
  let count = bytes.count
  let raw = bytes.bytes
  let (first, second, third) = (UInt64(a) &* eachByte, UInt64(b) &* eachByte, UInt64(c) &* eachByte)
  while index &+ 8 <= count {
    let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    let marks = zeroBytes(word ^ first) | zeroBytes(word ^ second) | zeroBytes(word ^ third)
    if marks != 0 { return index &+ marks.trailingZeroBitCount >> 3 }
    index &+= 8
  }
  while index < count {
    let byte = bytes[index]
    if byte == a || byte == b || byte == c { return index }
    index &+= 1
  }
  return count
}

/// The first position from `start` on that holds the byte, or the end.
@inline(__always)
func firstIndex(of a: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
  firstIndex(of: a, a, a, in: bytes, from: start)
}

/// Whether the bytes at `start` are this lower-case word, in any case of theirs.
func hasWord(_ word: [UInt8], at start: Int, in bytes: Span<UInt8>) -> Bool {
  guard start <= bytes.count - word.count else { return false }
  for offset in 0..<word.count where Ascii.lower(bytes[start + offset]) != word[offset] { return false }
  return true
}

/// Words of the syntax.
enum Keyword {
  static let script = [UInt8]("script".utf8)
  static let doctype = [UInt8]("doctype".utf8)
  static let cdata = [UInt8]("[CDATA[".utf8)
  static let hidden = [UInt8]("hidden".utf8)
  /// The encodings that make an `annotation-xml` hold HTML.
  static let htmlTypes = [[UInt8]("text/html".utf8), [UInt8]("application/xhtml+xml".utf8)]
  static let isPublic = [UInt8]("public".utf8)
  static let isSystem = [UInt8]("system".utf8)
}

/// The first position from `start` to `end` that is no white space, or `end`.
@inline(__always)
func skipSpace(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
  var index = start
  while index < end, Ascii.isSpace(bytes[index]) { index &+= 1 }
  return index
}

/// Appends a scalar value in UTF-8.
func appendScalar(_ value: UInt32, to bytes: inout [UInt8]) {
  func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: value >> shift) & 0x3F }
  switch value {
  case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: value))
  case ..<0x800:
    bytes.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
    bytes.append(tail(0))
  case ..<0x10000:
    bytes.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
    bytes.append(tail(6))
    bytes.append(tail(0))
  default:
    bytes.append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
    bytes.append(tail(12))
    bytes.append(tail(6))
    bytes.append(tail(0))
  }
}

/// U+FFFD in UTF-8.
let replacementBytes: [UInt8] = [0xEF, 0xBF, 0xBD]
