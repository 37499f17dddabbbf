/// How many Unicode scalars stand before a byte of a text. Built in one pass; asked in a few steps.
struct ScalarIndex {
  private static let stride = 64

  private let text: [UInt8]
  /// Scalars before byte k·stride; empty: the text is ASCII, and a byte is a scalar.
  private let counts: [Int32]

  init(_ text: [UInt8]) {
    self.text = text
    counts = Self.counted(text)
  }

  func callAsFunction(_ range: Range<Int>) -> Range<Int> {
    let start = scalars(before: range.lowerBound)
    return start..<max(start, scalars(before: range.upperBound))
  }

  /// Of a byte beyond the text: the scalars of the text.
  func scalars(before byte: Int) -> Int {
    let byte = min(max(0, byte), text.count)
    guard !counts.isEmpty else { return byte }
    let step = byte / Self.stride
    var count = Int(counts[step])
    for index in (step * Self.stride)..<byte where text[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private static func counted(_ text: [UInt8]) -> [Int32] {
    guard text.contains(where: { $0 >= 0x80 }) else { return [] }
    var counts: [Int32] = []
    counts.reserveCapacity(text.count / stride + 1)
    var count: Int32 = 0
    for index in text.indices {
      if index % stride == 0 { counts.append(count) }
      if text[index] & 0xC0 != 0x80 { count += 1 }
    }
    if text.count % stride == 0 { counts.append(count) }
    return counts
  }
}
