/// The hash of a word: eight bytes at a time, each step a multiplication and a shift, so that a short word costs one.
struct WordHash {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  /// An odd constant without pattern: the golden ratio's first 64 bits.
  private static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15

  private var state = WordHash.seed
  private var chunk: UInt64 = 0
  private var filled: UInt64 = 0

  @inline(__always)
  static func mix(_ state: UInt64, _ chunk: UInt64) -> UInt64 {
    let product = (state ^ chunk) &* factor
    return product ^ (product >> 32)
  }

  mutating func feed(_ byte: UInt8) {
    chunk |= UInt64(byte) << (filled * 8)
    filled += 1
    guard filled == 8 else { return }
    state = WordHash.mix(state, chunk)
    chunk = 0
    filled = 0
  }

  var value: UInt64 { filled > 0 ? WordHash.mix(state, chunk) : state }
}

/// The hash that a word of a text gets, lower case given.
func hash(of word: StaticString) -> UInt64 {
  var result = WordHash.seed
  word.eachWord { result = $0 }
  return result
}

extension StaticString {
  /// The hashes of the words in it, separated by blanks or line feeds.
  func eachWord(_ body: (UInt64) -> Void) {
    var hash = WordHash()
    var isInside = false
    for index in 0..<utf8CodeUnitCount {
      let byte = utf8Start[index]
      if byte > 0x20 {
        hash.feed(byte)
        isInside = true
      } else if isInside {
        body(hash.value)
        hash = WordHash()
        isInside = false
      }
    }
    if isInside { body(hash.value) }
  }
}
