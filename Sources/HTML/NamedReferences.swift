/// What a character reference stands for: one or two scalar values, and where the reference ends in the source.
struct CharacterReference {
  var end: Int
  var first: UInt32
  var second: UInt32 = 0
}

/// The standard's named character references, found by name.
struct NamedReferences: Sendable {
  static let table = NamedReferences()
  /// `CounterClockwiseContourIntegral`.
  static let longestName = 31
  /// The longest name that also stands without its semicolon, `frac12` and its like.
  static let longestBareName = 6

  private let text: [UInt8]
  /// Where each name begins in `text`, in alphabetical order.
  private var starts: [UInt16] = []

  private init() {
    text = namedReferences.withUTF8Buffer { [UInt8]($0) } + [Ascii.space]
    starts.reserveCapacity(4096)
    var isName = true
    var wasSpace = true
    for index in text.indices {
      let isSpace = text[index] <= Ascii.space
      if wasSpace, !isSpace {
        if isName { starts.append(UInt16(truncatingIfNeeded: index)) }
        isName.toggle()
      }
      wasSpace = isSpace
    }
  }

  /// The reference whose name is the bytes from `start` to `end`; with `isBare` only one that needs no semicolon.
  func find(in bytes: Span<UInt8>, from start: Int, to end: Int, isBare: Bool) -> CharacterReference? {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low &+ high) / 2
      let order = compare(Int(starts[middle]), bytes, start, end)
      if order == 0 { return value(at: Int(starts[middle]) + end - start, isBare: isBare, end: end) }
      if order < 0 { low = middle &+ 1 } else { high = middle }
    }
    return nil
  }

  /// Below, at or above 0 as the table's name comes before, is or comes after that of the source.
  private func compare(_ entry: Int, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = 0
    while start &+ index < end {
      let byte = text[entry &+ index]
      guard Ascii.isAlphanumeric(byte) else { return -1 }
      if byte != bytes[start &+ index] { return byte < bytes[start &+ index] ? -1 : 1 }
      index &+= 1
    }
    return Ascii.isAlphanumeric(text[entry &+ index]) ? 1 : 0
  }

  /// Reads the code points after the name that ends at `index`.
  private func value(at index: Int, isBare: Bool, end: Int) -> CharacterReference? {
    var index = index
    if text[index] == Ascii.bang { index += 1 } else if isBare { return nil }
    var reference = CharacterReference(end: end, first: 0)
    while text[index] <= Ascii.space { index += 1 }
    while text[index] > Ascii.space {
      let byte = text[index]
      if byte == 0x2B {
        reference.first = reference.second
        reference.second = 0
      } else {
        reference.second = reference.second << 4 | UInt32(Ascii.isDigit(byte) ? byte - Ascii.zero : byte - 0x57)
      }
      index += 1
    }
    if reference.first == 0 { swap(&reference.first, &reference.second) }
    return reference
  }
}

/// The reference at `start`, where a `&` stands, or nil where there is none (WHATWG §13.2.5.72 to 80).
func characterReference(in bytes: Span<UInt8>, at start: Int, isAttribute: Bool) -> CharacterReference? {
  guard start + 1 < bytes.count else { return nil }
  let next = bytes[start + 1]
  if next == Ascii.hash { return numericReference(in: bytes, at: start + 2) }
  return Ascii.isAlphanumeric(next) ? namedReference(in: bytes, at: start + 1, isAttribute: isAttribute) : nil
}

private func namedReference(in bytes: Span<UInt8>, at start: Int, isAttribute: Bool) -> CharacterReference? {
  var end = start
  var key: UInt64 = 0
  let limit = min(bytes.count, start + NamedReferences.longestName + 1)
  while end < limit, Ascii.isAlphanumeric(bytes[end]) {
    key = key << 8 | UInt64(bytes[end])
    end += 1
  }
  if end < bytes.count, bytes[end] == Ascii.semicolon {
    if end - start <= MarkupNames.packedLength, let first = commonReference(key) {
      return CharacterReference(end: end + 1, first: first)
    }
    if var found = NamedReferences.table.find(in: bytes, from: start, to: end, isBare: false) {
      found.end = end + 1
      return found
    }
  }
  // In an attribute `&copy=1` and `&copyright` are not references.
  if isAttribute, end < bytes.count, bytes[end] == Ascii.equals || end == limit { return nil }
  let shortest = isAttribute ? end : start + 2
  end = min(end, start + NamedReferences.longestBareName)
  while end >= shortest {
    if let found = NamedReferences.table.find(in: bytes, from: start, to: end, isBare: true) { return found }
    end -= 1
  }
  return nil
}

/// What most references of most pages are, by `MarkupNames.pack`: amp, nbsp, lt, gt, quot, apos, dashes, quotation
/// marks, hellip.
private func commonReference(_ key: UInt64) -> UInt32? {
  switch key {
  case 0x616D70: 0x26
  case 0x6E627370: 0xA0
  case 0x6C74: 0x3C
  case 0x6774: 0x3E
  case 0x71756F74: 0x22
  case 0x61706F73: 0x27
  case 0x6D64617368: 0x2014
  case 0x6E64617368: 0x2013
  case 0x6C7371756F: 0x2018
  case 0x727371756F: 0x2019
  case 0x6C6471756F: 0x201C
  case 0x726471756F: 0x201D
  case 0x68656C6C6970: 0x2026
  default: nil
  }
}

private func numericReference(in bytes: Span<UInt8>, at start: Int) -> CharacterReference? {
  var index = start
  let isHexadecimal = index < bytes.count && bytes[index] | 0x20 == 0x78
  if isHexadecimal { index += 1 }
  let digits = index
  var value: UInt32 = 0
  while index < bytes.count, let digit = digit(bytes[index], isHexadecimal: isHexadecimal) {
    value = min(value * (isHexadecimal ? 16 : 10) + digit, lastScalar + 1)
    index += 1
  }
  guard index > digits else { return nil }
  if index < bytes.count, bytes[index] == Ascii.semicolon { index += 1 }
  return CharacterReference(end: index, first: scalar(forNumber: value))
}

private func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
  if Ascii.isDigit(byte) { return UInt32(byte - Ascii.zero) }
  let letter = byte | 0x20
  return isHexadecimal && letter >= 0x61 && letter <= 0x66 ? UInt32(letter - 0x57) : nil
}

private let lastScalar: UInt32 = 0x10FFFF

/// The scalar value that a number stands for (WHATWG §13.2.5.80).
private func scalar(forNumber value: UInt32) -> UInt32 {
  if value == 0 || value > lastScalar || (0xD800...0xDFFF).contains(value) { return 0xFFFD }
  if (0x80...0x9F).contains(value) { return windows1252Controls[Int(value - 0x80)] }
  return value
}

/// What windows-1252 has at 0x80 to 0x9F; the five bytes it leaves free stand for themselves.
let windows1252Controls: [UInt32] = [
  0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
  0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
  0x017E, 0x0178,
]
