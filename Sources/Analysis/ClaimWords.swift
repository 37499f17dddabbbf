/// The words of a sentence, and pairs of them, as places in a table of weights: what the features of meaning do not see.
enum ClaimWords {
  /// Places in the table; two words may share one.
  static let size = 1 << 13

  /// Calls `body` with the place of each word, of each pair of words, and of each pair of what words are.
  @inline(__always)
  static func each(_ tokens: Tokens, _ bounds: Range<Int>, _ body: (Int) -> Void) {
    var before: UInt64 = 1
    var kindBefore: UInt64 = 1
    for index in bounds {
      let token = tokens[index]
      let word = token.looks(.number) ? 2 : token.looks(.capital) && token.classes.isEmpty ? 3 : token.hash
      let kind = token.classes.rawValue &* 31 &+ UInt64(token.shape.rawValue) &+ 7
      body(place(word, 1))
      body(place(before &* 0x100_0000_01B3 ^ word, 2))
      body(place(kindBefore &* 0x100_0000_01B3 ^ kind, 3))
      before = word
      kindBefore = kind
    }
  }

  private static func place(_ hash: UInt64, _ sort: UInt64) -> Int {
    Int(truncatingIfNeeded: ((hash &+ sort) &* 0x9E37_79B9_7F4A_7C15) >> 51)
  }
}

/// The numbers by which sentences are judged, out of bytes that are built into the program: `IBC1`, a weight (f32) for
/// each of `ClaimVector.room` features, what words are multiplied with (f32), and a weight (i8) for each place of
/// `ClaimWords`.
package struct ClaimModel: Sendable {
  let features: [Float]
  private let scale: Float
  private let words: StaticList<Int8>

  static let length = 4 + 4 * ClaimVector.room + 4 + ClaimWords.size

  /// nil: the bytes are no such model. They must stay where they are.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.length, bytes.starts(with: [0x49, 0x42, 0x43, 0x31]), let base = bytes.baseAddress else {
      return nil
    }
    features = (0..<ClaimVector.room).map { base.loadUnaligned(fromByteOffset: 4 + 4 * $0, as: Float.self) }
    scale = base.loadUnaligned(fromByteOffset: 4 + 4 * ClaimVector.room, as: Float.self)
    let start = (base + 8 + 4 * ClaimVector.room).assumingMemoryBound(to: Int8.self)
    words = StaticList(UnsafeBufferPointer(start: start, count: ClaimWords.size))
  }

  /// A model that knows nothing, for those who fit one of another size than what ships.
  static let blank = ClaimModel(.blank([0x49, 0x42, 0x43, 0x31], length: length))

  /// What the words of a sentence speak for, as log-odds: their sum over the root of their number.
  func logit(_ tokens: Tokens, _ bounds: Range<Int>) -> Float {
    guard !bounds.isEmpty else { return 0 }
    var sum: Int32 = 0
    ClaimWords.each(tokens, bounds) { sum += Int32(words[$0]) }
    return Float(sum) * scale / Float(bounds.count).squareRoot()
  }
}
