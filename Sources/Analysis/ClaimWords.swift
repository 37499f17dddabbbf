/// The words of a sentence, and pairs of them, as places in a table of weights: what the features of meaning do not see.
enum ClaimWords {
  /// Places in the table; two words may share one.
  static let size = 1 << 13
  /// Places in the table of what single words mean, of which few are taken.
  static let vocabularySize = 1 << 17

  /// Calls `body` with the place of each word, of each pair of words, and of each pair of what words are.
  @inline(__always)
  static func each(_ tokens: Tokens, _ bounds: Range<Int>, _ body: (Int) -> Void) {
    var before: UInt64 = 1
    var kindBefore: UInt64 = 1
    for index in bounds {
      let token = tokens[index]
      let word = identity(token)
      let kind = token.classes.rawValue &* 31 &+ UInt64(token.shape.rawValue) &+ 7
      body(place(word, 1))
      body(place(before &* 0x100_0000_01B3 ^ word, 2))
      body(place(kindBefore &* 0x100_0000_01B3 ^ kind, 3))
      before = word
      kindBefore = kind
    }
  }

  /// The same for all numbers, and for all names.
  @inline(__always)
  private static func identity(_ token: Token) -> UInt64 {
    token.looks(.number) ? 2 : token.looks(.capital) && token.classes.isEmpty ? 3 : token.hash
  }

  /// A word's place among those whose company is known.
  @inline(__always)
  static func meaning(_ token: Token) -> Int {
    Int(truncatingIfNeeded: (identity(token) &* 0x9E37_79B9_7F4A_7C15) >> 47)
  }

  private static func place(_ hash: UInt64, _ sort: UInt64) -> Int {
    Int(truncatingIfNeeded: ((hash &+ sort) &* 0x9E37_79B9_7F4A_7C15) >> 51)
  }
}

/// The numbers by which sentences are judged, out of bytes that are built into the program: `IBC2`, a weight (f32) for
/// each of `ClaimVector.room` features, what words are multiplied with (f32), what meanings are multiplied with (f32), a
/// weight (i8) for each place of `ClaimWords`, and one (i8) for each place of its vocabulary.
package struct ClaimModel: Sendable {
  let features: [Float]
  private let wordScale: Float
  private let meaningScale: Float
  private let words: StaticList<Int8>
  /// What a word speaks for by the company that it keeps in many texts: known of more words than were ever labelled.
  private let meanings: StaticList<Int8>

  private static let magic: [UInt8] = [0x49, 0x42, 0x43, 0x32]
  private static let headLength = 4 + 4 * (ClaimVector.room + 2)
  static let length = headLength + ClaimWords.size + ClaimWords.vocabularySize

  /// nil: the bytes are no such model. They must stay where they are.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.length, bytes.starts(with: Self.magic), let base = bytes.baseAddress else { return nil }
    func number(_ place: Int) -> Float { base.loadUnaligned(fromByteOffset: 4 + 4 * place, as: Float.self) }
    features = (0..<ClaimVector.room).map(number)
    wordScale = number(ClaimVector.room)
    meaningScale = number(ClaimVector.room + 1)
    let start = (base + Self.headLength).assumingMemoryBound(to: Int8.self)
    words = StaticList(UnsafeBufferPointer(start: start, count: ClaimWords.size))
    meanings = StaticList(UnsafeBufferPointer(start: start + ClaimWords.size, count: ClaimWords.vocabularySize))
  }

  /// A model that knows nothing, for those who fit one of another size than what ships.
  static let blank = ClaimModel(.blank(magic, length: length))

  /// What the words of a sentence speak for, as log-odds: their sum over the root of their number.
  func logit(_ tokens: Tokens, _ bounds: Range<Int>) -> Float {
    guard !bounds.isEmpty else { return 0 }
    var sum: Int32 = 0
    ClaimWords.each(tokens, bounds) { sum += Int32(words[$0]) }
    var meaning: Int32 = 0
    for index in bounds { meaning += Int32(meanings[ClaimWords.meaning(tokens[index])]) }
    return (Float(sum) * wordScale + Float(meaning) * meaningScale) / Float(bounds.count).squareRoot()
  }
}
