import Text

/// Where a line may break beside a character: the classes of `ScalarTraits.Line`, as this room's own values, since what
/// is compared for each character must be compiled here.
struct BreakClass: Equatable, Sendable {
  var code: UInt8

  static let letter = BreakClass(code: 0)
  static let digit = BreakClass(code: 1)
  static let ideograph = BreakClass(code: 2)
  static let opening = BreakClass(code: 3)
  static let closing = BreakClass(code: 4)
  static let closingWide = BreakClass(code: 5)
  static let quote = BreakClass(code: 6)
  static let openingQuote = BreakClass(code: 7)
  static let closingQuote = BreakClass(code: 8)
  static let glue = BreakClass(code: 9)
  static let dash = BreakClass(code: 10)
  static let hyphen = BreakClass(code: 11)
  static let zeroSpace = BreakClass(code: 12)
  static let attached = BreakClass(code: 13)
  static let space = BreakClass(code: 14)
  static let softHyphen = BreakClass(code: 15)

  init(code: UInt8) { self.code = code & 15 }

  /// Of an ASCII byte that is drawn.
  init(ascii byte: UInt8) { code = asciiClasses[Int(byte & 0x7F)] }
}

/// Whether a row may end between two characters that no white space parts (UAX #14, as far as reading needs it).
/// After a hyphen: see `hyphenAllowsBreak`.
@inline(__always)
func mayBreak(after a: BreakClass, before b: BreakClass) -> Bool {
  breaksAfter[Int(a.code & 15)] >> UInt16(b.code) & 1 == 1
}

/// Of each class, in the order of their codes, the classes before which a row may end after it: a bit each.
private let breaksAfter: [UInt16] = [
  // Letters and digits: before ideographs.
  0b0000_0000_0000_0100, 0b0000_0000_0000_0100,
  // Ideographs: before letters, digits, ideographs, and what opens.
  0b0000_0000_1000_1111,
  // Opening brackets: never. Closing ones: before ideographs; wide ones as ideographs.
  0b0000_0000_0000_0000, 0b0000_0000_0000_0100, 0b0000_0000_1000_1111,
  // Quotes: after a closing one, before ideographs.
  0b0000_0000_0000_0000, 0b0000_0000_0000_0000, 0b0000_0000_0000_0100,
  // Glue: never. Dashes: but before digits, a range of numbers stays together. Hyphens: by their neighbours.
  0b0000_0000_0000_0000, 0b0000_0000_1000_1101, 0b0000_0000_0000_0000,
  // Zero-width space: always, but before space.
  0b1010_1111_1111_1111,
  // Attached marks: as letters. Space and soft hyphen: elsewhere.
  0b0000_0000_0000_0100, 0b0000_0000_0000_0000, 0b0000_0000_0000_0000,
]

/// The class of each ASCII byte.
private let asciiClasses: [UInt8] = [
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  14, 4, 6, 0, 0, 0, 0, 6, 3, 4, 0, 0, 4, 11, 4, 0,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 4, 0, 0, 0, 4,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 4, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 4, 0, 0,
]

func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

/// Whether a row may end after the hyphen at `index`, where a letter follows: not after a single letter (e-mail), not
/// after an option's dashes.
func hyphenAllowsBreak(_ bytes: Span<UInt8>, at index: Int) -> Bool {
  guard index >= 2 else { return false }
  let before = bytes[index - 1]
  let further = bytes[index - 2]
  return (before == 0x2D || before >= 0x80 || isAlphanumeric(before)) && (further >= 0x80 || isAlphanumeric(further))
}

/// After these an overlong word may be broken where a letter or digit follows; between two slashes never.
@inline(__always)
func isAddressPunctuation(_ bytes: Span<UInt8>, at index: Int) -> Bool {
  let byte = bytes[index]
  if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A { return false }
  return switch byte {
  case 0x2F: index == 0 || bytes[index - 1] != 0x2F
  case 0x23, 0x25, 0x26, 0x2B, 0x2C, 0x2D, 0x2E, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5C, 0x5F, 0x7C, 0x7E: true
  case _: false
  }
}

/// A mark that stands alone between spaces, as French sets it, and must not begin a row.
func isLoneMark(_ bytes: Span<UInt8>, at index: Int) -> Bool {
  var next = index + 1
  switch bytes[index] {
  case 0x21, 0x3A, 0x3B, 0x3F: break
  case 0xC2 where next < bytes.count && bytes[next] == 0xBB: next += 1
  case _: return false
  }
  return next >= bytes.count || bytes[next] <= 0x20
}

/// An opening guillemet alone before the space at `index`: it must not end a row.
func endsWithLoneOpener(_ bytes: Span<UInt8>, before index: Int) -> Bool {
  guard index >= 2, bytes[index - 1] == 0xAB, bytes[index - 2] == 0xC2 else { return false }
  return index == 2 || bytes[index - 3] <= 0x20
}

/// The first byte in `from..<to` that is not printable ASCII, or `to`.
@inline(__always)
func endOfPlain(_ bytes: Span<UInt8>, from: Int, to: Int) -> Int {
  let raw = bytes.bytes
  var index = from
  while index + 8 <= to {
    // Eight bytes at once: the high bit is set in those below 0x20 or above 0x7E; the lowest set one is right.
    let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    let small = (word &- 0x2020_2020_2020_2020) & ~word
    let large = (word &+ 0x0101_0101_0101_0101) | word
    let hits = (small | large) & 0x8080_8080_8080_8080
    if hits != 0 { return index + hits.trailingZeroBitCount >> 3 }
    index += 8
  }
  while index < to, bytes[index] >= 0x20, bytes[index] < 0x7F { index += 1 }
  return index
}
