/// What `scalar(in:at:)` gives for a byte that belongs to no scalar.
package let invalidScalar: UInt32 = 0x110000

/// The scalar that begins at `index`, and the index after it. A byte that begins no well-formed sequence stands for
/// itself: `invalidScalar`, one byte. `index` must be inside `text`.
package func scalar(in text: [UInt8], at index: Int) -> (value: UInt32, end: Int) {
  let first = UInt32(text[index])
  let left = text.count - index
  if first < 0x80 { return (first, index + 1) }
  if first < 0xC2 || first > 0xF4 || left < 2 { return (invalidScalar, index + 1) }
  let second = UInt32(text[index + 1])
  guard second & 0xC0 == 0x80 else { return (invalidScalar, index + 1) }
  if first < 0xE0 { return ((first & 0x1F) << 6 | second & 0x3F, index + 2) }
  guard left >= 3, text[index + 2] & 0xC0 == 0x80 else { return (invalidScalar, index + 1) }
  let third = UInt32(text[index + 2])
  if first < 0xF0 {
    let value = (first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
    return value < 0x800 || (0xD800...0xDFFF).contains(value) ? (invalidScalar, index + 1) : (value, index + 3)
  }
  guard left >= 4, text[index + 3] & 0xC0 == 0x80 else { return (invalidScalar, index + 1) }
  let value = (first & 7) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | UInt32(text[index + 3]) & 0x3F
  return value < 0x10000 || value > 0x10FFFF ? (invalidScalar, index + 1) : (value, index + 4)
}

/// The scalar that ends before `index`, and where it begins; nil at the beginning of `text` or outside it.
package func scalar(in text: [UInt8], before index: Int) -> (value: UInt32, start: Int)? {
  guard index > 0, index <= text.count else { return nil }
  var start = index - 1
  while start > 0, index - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
  let found = scalar(in: text, at: start)
  return found.end == index ? (found.value, start) : (invalidScalar, index - 1)
}
