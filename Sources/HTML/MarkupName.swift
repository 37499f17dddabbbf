/// A tag's or an attribute's name as a small number: a known one of `MarkupNameTable`, or one that this page brought.
@frozen package struct MarkupName: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt32

  @inlinable package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  // In words of their own: the generic ones are not specialised across modules.
  @inlinable package static func == (a: MarkupName, b: MarkupName) -> Bool { a.rawValue == b.rawValue }
  @inlinable package static func ~= (pattern: MarkupName, value: MarkupName) -> Bool {
    pattern.rawValue == value.rawValue
  }
}

/// Gives each name its number: one open-addressed table over all names of a page. Names of up to eight bytes are
/// their own key; longer ones are found by a hash. Both are seeded, so a page cannot choose names that collide.
struct MarkupNames: Sendable {
  /// What every page begins with.
  static let known = MarkupNames()
  /// How many of the numbers are the known ones.
  static let knownCount = known.count
  /// The longest name that is its own key.
  static let packedLength = 8

  private let seed = UInt64.random(in: .min ... .max) | 1
  private static let initialSlots = 2048

  /// All names, one after the other.
  private var text: [UInt8] = []
  /// Where each name ends in `text`.
  private var ends: [UInt32] = []
  private var keys: [UInt64]
  /// The name's number plus one; 0 is a free slot.
  private var owners: [UInt32]

  private init() {
    keys = [UInt64](repeating: 0, count: Self.initialSlots)
    owners = [UInt32](repeating: 0, count: Self.initialSlots)
    let all = knownNames.withUTF8Buffer { [UInt8]($0) }
    text.reserveCapacity(2 * all.count)
    ends.reserveCapacity(Self.initialSlots / 2)
    var name: [UInt8] = []
    for index in 0...all.count {
      let byte = index < all.count ? all[index] : Ascii.space
      if byte != Ascii.space, byte != Ascii.newline {
        name.append(byte == Ascii.tilde ? Ascii.space : byte)
      } else if !name.isEmpty {
        _ = number(of: name)
        name.removeAll(keepingCapacity: true)
      }
    }
  }

  var count: Int { ends.count }

  /// Where the name's bytes lie in `allBytes`.
  func range(of name: MarkupName) -> Range<Int> {
    let index = Int(name.rawValue)
    guard index < ends.count else { return 0..<0 }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// The bytes of all names, in the order of their numbers.
  var allBytes: [UInt8] { text }

  func bytes(of name: MarkupName) -> [UInt8] { [UInt8](text[range(of: name)]) }

  /// The number of a name, a new one when it was not met before.
  mutating func number(of name: [UInt8]) -> MarkupName {
    if name.count <= Self.packedLength { return packed(Self.pack(name), length: name.count) }
    let hash = self.hash(name)
    var slot = self.slot(of: hash)
    while owners[slot] != 0 {
      if keys[slot] == hash, hasText(owners[slot] &- 1, name) { return MarkupName(rawValue: owners[slot] &- 1) }
      slot = (slot &+ 1) & (owners.count &- 1)
    }
    text.append(contentsOf: name)
    return add(key: hash, slot: slot)
  }

  /// The number of a name of up to eight bytes, given as `pack` makes it.
  mutating func packed(_ key: UInt64, length: Int) -> MarkupName {
    var slot = self.slot(of: key)
    while owners[slot] != 0 {
      if keys[slot] == key, self.length(owners[slot] &- 1) == length { return MarkupName(rawValue: owners[slot] &- 1) }
      slot = (slot &+ 1) & (owners.count &- 1)
    }
    var shift = 8 * length
    while shift > 0 {
      shift -= 8
      text.append(UInt8(truncatingIfNeeded: key >> UInt64(shift)))
    }
    return add(key: key, slot: slot)
  }

  /// The number of a name that was met before.
  func find(_ name: [UInt8]) -> MarkupName? {
    let key = name.count <= Self.packedLength ? Self.pack(name) : hash(name)
    var slot = self.slot(of: key)
    while owners[slot] != 0 {
      if keys[slot] == key, hasText(owners[slot] - 1, name) { return MarkupName(rawValue: owners[slot] - 1) }
      slot = (slot + 1) & (owners.count - 1)
    }
    return nil
  }

  @inline(__always)
  private func length(_ number: UInt32) -> Int {
    let index = Int(number)
    return Int(ends[index]) &- (index == 0 ? 0 : Int(ends[index &- 1]))
  }

  private func hasText(_ number: UInt32, _ name: [UInt8]) -> Bool {
    guard length(number) == name.count else { return false }
    let start = Int(ends[Int(number)]) - name.count
    for index in name.indices where text[start + index] != name[index] { return false }
    return true
  }

  static func pack(_ name: [UInt8]) -> UInt64 {
    var key: UInt64 = 0
    for byte in name { key = key << 8 | UInt64(byte) }
    return key
  }

  private func hash(_ name: [UInt8]) -> UInt64 {
    var hash = seed ^ UInt64(name.count)
    var index = 0
    while index < name.count {
      var chunk: UInt64 = 0
      let end = min(index &+ 8, name.count)
      while index < end {
        chunk = chunk << 8 | UInt64(name[index])
        index &+= 1
      }
      let product = (hash ^ chunk).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = (product.high ^ product.low) &+ seed
    }
    return hash
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mixed = (key &* seed)
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 32)) & UInt64(owners.count &- 1))
  }

  /// Makes what was appended to `text` a name.
  private mutating func add(key: UInt64, slot: Int) -> MarkupName {
    let number = UInt32(ends.count)
    ends.append(UInt32(text.count))
    keys[slot] = key
    owners[slot] = number + 1
    if ends.count * 2 > owners.count { grow() }
    return MarkupName(rawValue: number)
  }

  private mutating func grow() {
    let old = (keys, owners)
    keys = [UInt64](repeating: 0, count: old.0.count * 2)
    owners = [UInt32](repeating: 0, count: old.1.count * 2)
    for index in old.0.indices where old.1[index] != 0 {
      var slot = self.slot(of: old.0[index])
      while owners[slot] != 0 { slot = (slot + 1) & (owners.count - 1) }
      keys[slot] = old.0[index]
      owners[slot] = old.1[index]
    }
  }
}
