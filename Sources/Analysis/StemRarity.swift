import CAssets
import Document

/// In how many papers, or pages, the stems of words come: what all of them say tells little of any one. Read in place.
///
/// The bytes: `IBP1`, then for each place that a stem's hash may fall on the number of texts (u8), as if there were
/// `textCount` of them. Their number is a power of two.
package struct StemRarity {
  private let counts: UnsafeRawBufferPointer
  /// By the number of texts: how much a stem tells, as a logarithm, above 0.
  private let rarities: [Double]

  package static let magic: [UInt8] = [0x49, 0x42, 0x50, 0x31]
  package static let placeCount = 1 << 14
  package static let byteCount = magic.count + placeCount
  /// Papers that were counted, and the number of pages that stands for all of them.
  package static let paperCount = 30
  package static let pageCount = 255
  /// A stem of fewer texts than these counts as one of one.
  package static let least = 2

  /// nil: the bytes are no table.
  package init?(_ bytes: UnsafeRawBufferPointer, of textCount: Int = paperCount) {
    guard bytes.count == Self.byteCount, bytes.starts(with: Self.magic) else { return nil }
    counts = UnsafeRawBufferPointer(rebasing: bytes[Self.magic.count...])
    rarities = (0...textCount).map { count in
      Self.floor + max(0, naturalLogarithm(Double(textCount) / (Double(max(1, count)) + 0.5)))
    }
  }

  private static let floor = 0.1

  static var papers: StemRarity? { builtIn(0, of: paperCount) }
  static var pages: StemRarity? { builtIn(1, of: pageCount) }

  /// The tables stand one behind the other.
  private static func builtIn(_ index: Int, of textCount: Int) -> StemRarity? {
    let bytes = ibid_model_evidence().buffer
    guard bytes.count >= (index + 1) * byteCount else { return nil }
    return StemRarity(
      UnsafeRawBufferPointer(rebasing: bytes[index * byteCount..<(index + 1) * byteCount]), of: textCount)
  }

  package static func place(of stem: UInt64) -> Int {
    Int(truncatingIfNeeded: stem &* 0x9E37_79B9_7F4A_7C15 >> 40) & (placeCount - 1)
  }

  /// The bytes of a table, by texts' stems, their number brought to `textCount` where there are more.
  package static func bytes(of texts: [Set<UInt64>], as textCount: Int = paperCount) -> [UInt8] {
    var counts: [UInt64: Int] = [:]
    for stems in texts { for stem in stems { counts[stem, default: 0] += 1 } }
    let share = min(1, Double(textCount) / Double(max(1, texts.count)))
    var places = [UInt8](repeating: 0, count: placeCount)
    for (stem, count) in counts where count >= least {
      let scaled = max(1, Int((Double(count) * share).rounded()))
      places[place(of: stem)] = max(places[place(of: stem)], UInt8(min(textCount, scaled)))
    }
    return magic + places
  }

  func rarity(of stem: UInt64) -> Double { rarities[min(rarities.count - 1, Int(counts[Self.place(of: stem)]))] }
}
