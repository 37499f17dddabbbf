import CAssets
import Document

/// In how many papers the stems of scholarly prose come: what every paper says tells little of any one. Read in place.
///
/// The bytes: `IBP1`, then for each place that a stem's hash may fall on the number of papers (u8). Their number is a power
/// of two.
package struct ScholarlyWords {
  private let counts: UnsafeRawBufferPointer

  package static let magic: [UInt8] = [0x49, 0x42, 0x50, 0x31]
  package static let placeCount = 1 << 14
  /// Papers that were counted; a stem of fewer than `least` of them counts as one of one.
  package static let paperCount = 30
  package static let least = 2

  /// nil: the bytes are no table.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.magic.count + Self.placeCount, bytes.starts(with: Self.magic) else { return nil }
    counts = UnsafeRawBufferPointer(rebasing: bytes[Self.magic.count...])
  }

  static var builtIn: ScholarlyWords? { ScholarlyWords(ibid_model_evidence().buffer) }

  package static func place(of stem: UInt64) -> Int {
    Int(truncatingIfNeeded: stem &* 0x9E37_79B9_7F4A_7C15 >> 40) & (placeCount - 1)
  }

  /// By the number of papers: how much a stem tells, as a logarithm, above 0.
  static let rarities = (0...paperCount).map { count in
    rarityFloor + max(0, naturalLogarithm(Double(paperCount) / (Double(max(1, count)) + 0.5)))
  }
  private static let rarityFloor = 0.1

  /// The bytes of a table, by papers' stems.
  package static func bytes(of papers: [Set<UInt64>]) -> [UInt8] {
    var counts: [UInt64: Int] = [:]
    for stems in papers { for stem in stems { counts[stem, default: 0] += 1 } }
    var places = [UInt8](repeating: 0, count: placeCount)
    for (stem, count) in counts where count >= least {
      places[place(of: stem)] = max(places[place(of: stem)], UInt8(min(paperCount, count)))
    }
    return magic + places
  }

  func rarity(of stem: UInt64) -> Double { Self.rarities[min(Self.paperCount, Int(counts[Self.place(of: stem)]))] }
}

/// Whether a source is a paper: it cites, and its authors speak of themselves.
enum ScholarlyLook {
  /// Of a hundred sentences, how many speak as "we" at least, and how many cite where the claim does not show by its own
  /// citations that it is one of a paper: papers cite in 3 to 17, other pages seldom in more than 2.
  private static let ourShare = 2
  private static let citingShare = 3
  /// Fewer sentences tell nothing.
  private static let leastCiting = 3

  static func isSeen(claim: [UInt8], sentences: [[UInt8]], words: [[EvidenceWord]]) -> Bool {
    let ours = words.count { sentence in sentence.contains { EvidenceReader.ourselves.contains($0.stem) } }
    guard ours > 0, ours * 100 >= sentences.count * ourShare else { return false }
    if CitationMarks.stand(in: claim) { return sentences.contains { CitationMarks.stand(in: $0) } }
    let citing = sentences.count { CitationMarks.stand(in: $0) }
    return citing >= leastCiting && citing * 100 >= sentences.count * citingShare
  }
}
