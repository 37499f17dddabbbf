/// Short words, each with a small number: open addressing over packed keys, built at first use by a plain loop. A
/// Dictionary would cost the first frame more, for the look-up of its type alone.
struct ShortWords: Sendable {
  /// Packed word and its number; the key 0 stands for an empty place, as it does for no word.
  private var keys: [UInt64]
  private var values: [UInt8]

  /// With room for `capacity` words, at half load at the most.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [UInt8](repeating: 0, count: size)
  }

  init(_ words: StaticString) {
    self.init(capacity: words.utf8CodeUnitCount / 3)
    add(words, 0)
  }

  /// Words with blanks between them; of a word that is there already the new number counts.
  mutating func add(_ words: StaticString, _ value: UInt8) {
    let bytes = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    var key: UInt64 = 0
    for byte in bytes {
      if byte == 0x20 || byte == 0x0A {
        if key != 0 { set(key, value) }
        key = 0
      } else {
        key = pack(key, byte)
      }
    }
    if key != 0 { set(key, value) }
  }

  func contains(_ key: UInt64) -> Bool { self[key] != nil }

  subscript(key: UInt64) -> UInt8? {
    let place = place(of: key)
    return key != 0 && keys[place] == key ? values[place] : nil
  }

  private mutating func set(_ key: UInt64, _ value: UInt8) {
    let place = place(of: key)
    keys[place] = key
    values[place] = value
  }

  /// Where the key stands, or where it would.
  private func place(of key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
    while keys[place] != key, keys[place] != 0 { place = (place + 1) & (keys.count - 1) }
    return place
  }
}

/// A word as a number, its last bytes mattering most: a key for short words. 0 is no word's.
func pack(_ word: UInt64, _ byte: UInt8) -> UInt64 {
  (word &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(lowered(byte))) &+ (word >> 29)
}
