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

  private var names = MarkupNames.known
  private let offset = UInt32(MarkupNames.knownCount)
  private var values: [(first: UInt32, second: UInt32, isBare: Bool)] = []

  private init() {
    let words = namedReferences.withUTF8Buffer { [UInt8]($0) }.split { $0 == Ascii.space || $0 == Ascii.newline }
    // Names begin with a space here, which no known name does: each gets a number of its own, in order.
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      let isBare = words[index].last == Ascii.bang
      _ = names.number(of: [Ascii.space] + (isBare ? words[index].dropLast() : words[index]))
      var parts: (UInt32, UInt32) = (0, 0)
      for byte in words[index + 1] {
        if byte == 0x2B {
          parts = (parts.1, 0)
        } else {
          parts.1 = parts.1 << 4 | UInt32(Ascii.isDigit(byte) ? byte - Ascii.zero : byte - 0x57)
        }
      }
      values.append(parts.0 == 0 ? (parts.1, 0, isBare) : (parts.0, parts.1, isBare))
    }
  }

  /// The reference of this name, `name` with a space before it.
  func find(_ name: [UInt8]) -> (first: UInt32, second: UInt32, isBare: Bool)? {
    guard let number = names.find(name), number.rawValue >= offset else { return nil }
    return values[Int(number.rawValue - offset)]
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
  var name: [UInt8] = [Ascii.space]
  let limit = min(bytes.count, start + NamedReferences.longestName + 1)
  while end < limit, Ascii.isAlphanumeric(bytes[end]) {
    name.append(bytes[end])
    end += 1
  }
  if end < bytes.count, bytes[end] == Ascii.semicolon, let found = NamedReferences.table.find(name) {
    return CharacterReference(end: end + 1, first: found.first, second: found.second)
  }
  if name.count - 1 > NamedReferences.longestBareName {
    name.removeLast(name.count - 1 - NamedReferences.longestBareName)
  }
  while name.count > 2 {
    if let found = NamedReferences.table.find(name), found.isBare {
      let after = start + name.count - 1
      // In an attribute `&copy=1` and `&copyright` are not references.
      if isAttribute, after < bytes.count, bytes[after] == Ascii.equals || Ascii.isAlphanumeric(bytes[after]) {
        return nil
      }
      return CharacterReference(end: after, first: found.first, second: found.second)
    }
    name.removeLast()
  }
  return nil
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
