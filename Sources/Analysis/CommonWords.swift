/// Hashes of single words that code asks for by name: literals, so that asking costs nothing. A test holds them against
/// the words.
enum CommonHash {
  static let the: UInt64 = 0x6d18_e053_3ba6_89f6
  static let to: UInt64 = 0x0cc3_340e_bef2_4aab
  static let by: UInt64 = 0xe740_97c5_2b51_5c16
  static let via: UInt64 = 0x8b28_1d1d_91ab_51d2
  static let of: UInt64 = 0x34ea_cd81_1929_4a93
  static let and: UInt64 = 0x5981_a59b_a158_e30f
  static let asWord: UInt64 = 0xe1d8_eba0_8481_6e34
  static let it: UInt64 = 0x57e8_cbe7_3ef9_32db
  static let please: UInt64 = 0xd2c5_34e9_a01d_9910
  static let inside: UInt64 = 0x2d27_8cee_ad1e_abd2
  static let on: UInt64 = 0xf0b8_997b_711c_b669
  static let that: UInt64 = 0xc7e6_4f82_858c_2627
  static let who: UInt64 = 0xe5a9_55cb_5b2f_b071
  static let percent: UInt64 = 0x475a_8138_1c62_71c1
  static let isWord: UInt64 = 0xd394_b96c_8c39_df50
  static let are: UInt64 = 0xb122_0ae3_2ffc_9077
  static let but: UInt64 = 0xc307_8ce9_1562_fb3a
  static let according: UInt64 = 0xffe0_7001_327a_ce15
  static let citing: UInt64 = 0x842d_19bb_f264_e605
  static let forWord: UInt64 = 0x450f_6b4c_42eb_de33
  static let would: UInt64 = 0x9b02_a878_8ed6_52c2
  static let couldWord: UInt64 = 0x3068_f3c6_2e3f_da78
  static let can: UInt64 = 0x0e0e_9c55_a299_cbeb
  static let most: UInt64 = 0x1791_b78e_cbff_9666
  static let his: UInt64 = 0x7e00_38d6_99ea_5c87
  static let her: UInt64 = 0x265f_d38f_67ba_c3de
  static let their: UInt64 = 0xb99c_9ed1_4a22_f774
  static let its: UInt64 = 0xb0f7_2a94_801b_d3a8

  /// "His claim", "their report".
  @inline(__always)
  static func owns(_ hash: UInt64) -> Bool { hash == his || hash == her || hash == their || hash == its }

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
    (most, "most"),
    (his, "his"),
    (her, "her"),
    (their, "their"),
    (its, "its"),
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
