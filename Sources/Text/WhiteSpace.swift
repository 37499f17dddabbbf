/// Bytes of UTF-8 without white space at their ends, and with one blank for each run of it.
package func oneLine(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var line: [UInt8] = []
  line.reserveCapacity(bytes.count)
  var at = bytes.startIndex
  while at < bytes.endIndex {
    let blank = whiteSpaceLength(in: bytes, at: at)
    if blank == 0 {
      line.append(bytes[at])
      at += 1
    } else {
      if let last = line.last, last != 0x20 { line.append(0x20) }
      at += blank
    }
  }
  if line.last == 0x20 { line.removeLast() }
  return line
}

/// Bytes of the white space at `at`: controls and blanks, U+0085, U+00A0, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F,
/// U+3000; 0: there is none.
package func whiteSpaceLength(in bytes: ArraySlice<UInt8>, at: Int) -> Int {
  if bytes[at] <= 0x20 { return 1 }
  if bytes[at] == 0xC2, at + 1 < bytes.endIndex, bytes[at + 1] == 0xA0 || bytes[at + 1] == 0x85 { return 2 }
  guard at + 2 < bytes.endIndex else { return 0 }
  switch (bytes[at], bytes[at + 1], bytes[at + 2]) {
  case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
    (0xE3, 0x80, 0x80):
    return 3
  case _: return 0
  }
}

/// Whether there is nothing in it but white space and what has no width: U+00AD, U+200B to U+200F, U+2060, U+FEFF.
package func showsNothing(_ bytes: ArraySlice<UInt8>) -> Bool {
  var at = bytes.startIndex
  while at < bytes.endIndex {
    var length = whiteSpaceLength(in: bytes, at: at)
    if length == 0 { length = zeroWidthLength(in: bytes, at: at) }
    if length == 0 { return false }
    at += length
  }
  return true
}

private func zeroWidthLength(in bytes: ArraySlice<UInt8>, at: Int) -> Int {
  let rest = bytes[at...].prefix(3)
  if rest.starts(with: [0xC2, 0xAD]) { return 2 }
  if rest.starts(with: [0xE2, 0x80]), let last = rest.dropFirst(2).first, (0x8B...0x8F).contains(last) { return 3 }
  return rest.elementsEqual([0xE2, 0x81, 0xA0]) || rest.elementsEqual([0xEF, 0xBB, 0xBF]) ? 3 : 0
}
