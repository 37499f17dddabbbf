/// A number for each of many hashes: open addressing, for counts over a page's words. A Dictionary would cost the first
/// frame more, for the look-up of its type alone.
struct CountTable: Sendable {
  private var keys: [UInt64]
  private var counts: [UInt32]
  private var used = 0

  /// With room for about `capacity` different hashes before it grows.
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    counts = [UInt32](repeating: 0, count: size)
  }

  mutating func add(_ hash: UInt64) { self[hash] += 1 }

  /// 0 where nothing was set.
  subscript(hash: UInt64) -> Int {
    get {
      let place = place(of: hash | 1)
      return keys[place] == 0 ? 0 : Int(counts[place])
    }
    set {
      // The key 0 stands for an empty place.
      let key = hash | 1
      if used * 2 >= keys.count { grow() }
      let place = place(of: key)
      if keys[place] == 0 {
        keys[place] = key
        used += 1
      }
      counts[place] = UInt32(truncatingIfNeeded: newValue)
    }
  }

  /// The sum of the numbers above 1.
  var repeated: Int { counts.reduce(0) { $0 + ($1 > 1 ? Int($1) : 0) } }

  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[place] != key, keys[place] != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let (oldKeys, oldCounts) = (keys, counts)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    counts = [UInt32](repeating: 0, count: oldKeys.count * 2)
    for index in oldKeys.indices where oldKeys[index] != 0 {
      let place = place(of: oldKeys[index])
      keys[place] = oldKeys[index]
      counts[place] = oldCounts[index]
    }
  }
}
