/// What the reader needs to know of a Unicode scalar, packed in one word.
package struct ScalarTraits: Sendable, Equatable {
  /// How it joins its neighbours in a grapheme cluster (UAX #29).
  package enum Cluster: UInt32, Sendable {
    case other, control, extend, joiner, regional, spacing, leadingJamo, vowelJamo, trailingJamo, syllable
    case closedSyllable, pictographic, modifier, tag
  }

  /// Where a line may break beside it (UAX #14, the classes that the reader tells apart).
  package enum Line: UInt32, Sendable {
    case letter, digit, ideograph, opening, closing, closingWide, quote, openingQuote, closingQuote, glue, dash, hyphen
    case zeroSpace, attached, space, softHyphen
  }

  /// Which way it is written (UAX #9).
  package enum Direction: UInt32, Sendable {
    case neutral, leftToRight, rightToLeft, number
  }

  /// Columns 0…1, cluster 2…5, line 6…9, direction 10…11, then flags from 12 on.
  package var bits: UInt32

  @inlinable package init(bits: UInt32) { self.bits = bits }

  package init(columns: Int, cluster: Cluster, line: Line, direction: Direction) {
    bits =
      UInt32(truncatingIfNeeded: columns) & 3 | cluster.rawValue << 2 | line.rawValue << 6 | direction.rawValue << 10
  }

  /// 0…2, as glibc's `wcwidth` counts.
  @inlinable package var columns: Int {
    get { Int(bits & 3) }
    set { bits = bits & ~3 | UInt32(truncatingIfNeeded: newValue) & 3 }
  }
  @inlinable package var cluster: Cluster { Cluster(rawValue: bits >> 2 & 15) ?? .other }
  /// Neither extends a cluster nor begins one but by what extends it: other, syllables, pictographs.
  @inlinable package var isSimple: Bool { 0b1110_0000_0001 >> (bits >> 2 & 15) & 1 == 1 as UInt32 }
  /// The number of `line`, for tables.
  @inlinable package var lineCode: UInt8 { UInt8(truncatingIfNeeded: bits >> 6 & 15) }
  /// A letter of a script that runs from right to left.
  @inlinable package var isRightToLeft: Bool { bits >> 10 & 3 == 2 }
  @inlinable package var line: Line { Line(rawValue: bits >> 6 & 15) ?? .letter }
  @inlinable package var direction: Direction { Direction(rawValue: bits >> 10 & 3) ?? .neutral }
  /// Part of a word: `\w`.
  package var isWord: Bool {
    @inlinable get { flag(12) }
    set { setFlag(12, newValue) }
  }
  package var isLower: Bool {
    get { flag(13) }
    set { setFlag(13, newValue) }
  }
  package var isUpper: Bool {
    get { flag(14) }
    set { setFlag(14, newValue) }
  }
  /// Not to be sent to a terminal: a visible sign is drawn in its place.
  package var isStandIn: Bool {
    get { flag(15) }
    set { setFlag(15, newValue) }
  }
  /// Drawn as nothing: soft hyphen, joiners, zero-width space, variation selectors.
  package var isInvisible: Bool {
    get { flag(16) }
    set { setFlag(16, newValue) }
  }
  package var isSpace: Bool {
    @inlinable get { flag(17) }
    set { setFlag(17, newValue) }
  }

  /// Ideographs, kana and their marks: written without spaces between words.
  package var isUnspaced: Bool {
    @inlinable get { flag(18) }
    set { setFlag(18, newValue) }
  }

  @inlinable package func flag(_ bit: UInt32) -> Bool { bits >> bit & 1 == 1 }

  private mutating func setFlag(_ bit: UInt32, _ value: Bool) {
    bits = bits & ~(1 << bit) | (value ? 1 << bit : 0)
  }
}

/// The traits of a scalar; of what is no scalar those of a stand-in.
package func traits(of scalar: UInt32) -> ScalarTraits {
  if scalar >= 0x20000 { return traitsAboveTable(scalar) }
  let slot = Int(scalar >> 7)
  let block = ScalarTable.index[slot >> 2] >> UInt64((slot & 3) * 16) & 0xFFFF
  let place = Int(block) << 7 | Int(scalar & 127)
  let kind = ScalarTable.blocks[place >> 3] >> UInt64((place & 7) * 8) & 0xFF
  return ScalarTraits(bits: ScalarTable.kinds[Int(kind)])
}

/// Supplementary ideographs, tags, variation selectors, private use; the rest is not assigned.
private func traitsAboveTable(_ scalar: UInt32) -> ScalarTraits {
  var result: ScalarTraits
  switch scalar {
  case 0x20000...0x2FFFD, 0x30000...0x3FFFD:
    result = ScalarTraits(columns: 2, cluster: .other, line: .ideograph, direction: .leftToRight)
    result.isWord = true
    result.isUnspaced = true
  case 0xE0020...0xE007F:
    result = ScalarTraits(columns: 1, cluster: .tag, line: .letter, direction: .neutral)
    result.isStandIn = true
  case 0xE0100...0xE01EF:
    result = ScalarTraits(columns: 0, cluster: .extend, line: .attached, direction: .neutral)
    result.isInvisible = true
  case 0xF0000...0xFFFFD, 0x100000...0x10FFFD:
    result = ScalarTraits(columns: 1, cluster: .other, line: .letter, direction: .leftToRight)
  default:
    result = ScalarTraits(columns: 1, cluster: .control, line: .letter, direction: .neutral)
    result.isStandIn = true
  }
  return result
}
