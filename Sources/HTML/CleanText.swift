/// Bytes as the tokenizer wants them.
enum CleanText {
  /// Valid UTF-8 with newlines normalised; the very same array where it is so already.
  static func clean(_ bytes: [UInt8]) -> [UInt8] {
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let end = min(bytes.count, Markup.maxLength)
    let firstFault = firstFault(in: bytes.span.extracting(0..<end), from: start)
    if start == 0, firstFault == bytes.count { return bytes }
    return repaired(bytes.span.extracting(0..<end), from: start, firstFault: firstFault)
  }

  /// Whether it is UTF-8 throughout.
  static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
    var index = firstFault(in: bytes, from: 0)
    while index < bytes.count, bytes[index] == Ascii.carriageReturn { index = firstFault(in: bytes, from: index + 1) }
    return index == bytes.count
  }

  /// The first byte that is a carriage return or no UTF-8, or the end.
  static func firstFault(in bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    let raw = bytes.bytes
    let high: UInt64 = 0x8080_8080_8080_8080
    while index < bytes.count {
      while index &+ 32 <= bytes.count {
        let marks =
          returnsAndHigh(raw, index) | returnsAndHigh(raw, index &+ 8)
          | returnsAndHigh(raw, index &+ 16) | returnsAndHigh(raw, index &+ 24)
        if marks & high != 0 { break }
        index &+= 32
      }
      while index &+ 8 <= bytes.count, returnsAndHigh(raw, index) & high == 0 { index &+= 8 }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte == Ascii.carriageReturn { return index }
      if byte < 0x80 {
        index &+= 1
      } else {
        let length = sequenceLength(bytes, at: index)
        if length.isValid { index &+= length.count } else { return index }
      }
    }
    return bytes.count
  }

  /// Eight bytes with their high bits set where they are no ASCII, or may be a carriage return.
  @inline(__always)
  private static func returnsAndHigh(_ raw: RawSpan, _ index: Int) -> UInt64 {
    let word = raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    let folded = word ^ 0x0D0D_0D0D_0D0D_0D0D
    return word | (folded &- 0x0101_0101_0101_0101) & ~folded
  }

  /// How long the UTF-8 sequence is, or how many bytes of a wrong one stand for one U+FFFD (the maximal subpart).
  static func sequenceLength(_ bytes: Span<UInt8>, at start: Int) -> (count: Int, isValid: Bool) {
    let lead = bytes[start]
    let needed: Int
    var (low, high): (UInt8, UInt8) = (0x80, 0xBF)
    switch lead {
    case 0xC2...0xDF: needed = 2
    case 0xE0...0xEF:
      needed = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      needed = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return (1, false)
    }
    for offset in 1..<needed {
      guard start + offset < bytes.count, bytes[start + offset] >= low, bytes[start + offset] <= high else {
        return (offset, false)
      }
      (low, high) = (0x80, 0xBF)
    }
    return (needed, true)
  }

  private static func repaired(_ bytes: Span<UInt8>, from start: Int, firstFault: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count - start)
    var copied = start
    var index = firstFault
    while index < bytes.count {
      bytes.extracting(copied..<index).withUnsafeBufferPointer { result.append(contentsOf: $0) }
      if bytes[index] == Ascii.carriageReturn {
        result.append(Ascii.newline)
        index += index + 1 < bytes.count && bytes[index + 1] == Ascii.newline ? 2 : 1
      } else {
        result.append(contentsOf: replacementBytes)
        index += sequenceLength(bytes, at: index).count
      }
      copied = index
      index = self.firstFault(in: bytes, from: index)
    }
    bytes.extracting(copied..<bytes.count).withUnsafeBufferPointer { result.append(contentsOf: $0) }
    return result
  }
}
