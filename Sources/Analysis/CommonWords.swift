/// Hashes of single words that code asks for by name: literals, so that asking costs nothing. A test holds them against
/// the words.
enum CommonHash {
  static let the: UInt64 = 0x56f5_c919_4461_d57c
  static let to: UInt64 = 0x08c8_3907_b56a_c0a4
  static let by: UInt64 = 0x08a6_4b07_b54d_f8d4
  static let via: UInt64 = 0x68e8_f719_4eba_5d73
  static let of: UInt64 = 0x08b0_6007_b556_7108
  static let and: UInt64 = 0xe6f7_9719_051f_f286
  static let asWord: UInt64 = 0x089c_5507_b545_b54d
  static let it: UInt64 = 0x08b7_3e07_b55c_55f0
  static let please: UInt64 = 0xd4ff_9dd3_e132_7203
  static let inside: UInt64 = 0x08b7_3807_b55c_4bbe
  static let on: UInt64 = 0x08b0_5807_b556_6370
  static let that: UInt64 = 0x256c_adef_3232_570c
  static let who: UInt64 = 0x5ec5_fc19_4891_690f
  static let percent: UInt64 = 0x4253_14f7_20ae_7f7a
  static let isWord: UInt64 = 0x08b7_4507_b55c_61d5
  static let are: UInt64 = 0xe756_c819_0570_da4d
  static let but: UInt64 = 0x0061_1e19_135a_72cc
  static let according: UInt64 = 0x2206_9a7d_ca73_9b67
  static let citing: UInt64 = 0x3f83_c9a1_17b7_0ee9
  static let forWord: UInt64 = 0xdcb2_7818_fed9_da90
  static let would: UInt64 = 0x7aa8_ee5e_8b93_b862
  static let couldWord: UInt64 = 0xb1ec_d68e_447f_acbe
  static let can: UInt64 = 0xf5e2_f119_0ce4_7dc5

  static let all: [(UInt64, StaticString)] = [
    (the, "the"),
    (to, "to"),
    (by, "by"),
    (via, "via"),
    (of, "of"),
    (and, "and"),
    (asWord, "as"),
    (it, "it"),
    (please, "please"),
    (inside, "in"),
    (on, "on"),
    (that, "that"),
    (who, "who"),
    (percent, "percent"),
    (isWord, "is"),
    (are, "are"),
    (but, "but"),
    (according, "according"),
    (would, "would"),
    (citing, "citing"),
    (forWord, "for"),
    (couldWord, "could"),
    (can, "can"),
  ]
}

/// A small set of words by hash: open addressing, a quarter full at most.
struct WordSet: Sendable {
  private var slots: [UInt64]
  private let mask: Int

  init(_ words: StaticString) {
    var count = 0
    words.eachWord { _ in count += 1 }
    var size = 8
    while size < count * 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
    words.eachWord { insert($0) }
  }

  private mutating func insert(_ hash: UInt64) {
    var index = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[index] != 0, slots[index] != hash { index = (index + 1) & mask }
    slots[index] = hash
  }

  func contains(_ hash: UInt64) -> Bool {
    var index = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[index] != 0 {
      if slots[index] == hash { return true }
      index = (index + 1) & mask
    }
    return false
  }
}
