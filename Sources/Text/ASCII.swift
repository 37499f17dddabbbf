/// Letters and digits of ASCII, by their bytes.
@inlinable package func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
@inlinable package func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
@inlinable package func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

/// A letter of ASCII in lower case, any other byte as it is.
@inlinable package func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

/// A text with every byte as `%XX` (RFC 3986 §2.1) that `isKept` does not keep as it is.
package func percentEncoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    if isKept(byte) {
      bytes.append(byte)
    } else {
      bytes += [0x25, hexadecimal(byte >> 4), hexadecimal(byte & 15)]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }

/// The end of the printable ASCII with which `range` begins, a column a byte: what may combine with what follows is left
/// out.
package func printableASCIIEnd(in text: [UInt8], _ range: Range<Int>) -> Int {
  let bytes = text.span
  let end = min(range.upperBound, bytes.count)
  var index = range.lowerBound
  while index < end, bytes[index] >= 0x20, bytes[index] < 0x7F { index += 1 }
  return index > range.lowerBound && index < bytes.count && bytes[index] >= 0x80 ? index - 1 : index
}
