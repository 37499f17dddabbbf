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

/// Whether a source is a paper: it cites, its authors speak of themselves, and of its sections, tables and figures.
enum ScholarlyLook {
  /// Of a hundred sentences, at least so many. Papers cite in 3 to 17 and speak of themselves in 6 to 20; of other pages
  /// one in a hundred comes up to all three.
  private static let leastCiting = 2
  private static let leastOurs = 2
  private static let leastSelf = 1
  /// Where the claim cites as scholars do, sentences in which the authors speak, of themselves or of the paper.
  private static let leastSpeaking = 2

  static func isSeen(claim: [UInt8], sentences: [[UInt8]], words: [[EvidenceWord]]) -> Bool {
    func isShare(_ count: Int, _ least: Int) -> Bool { count > 0 && count * 100 >= sentences.count * least }
    let ours = words.count { sentence in sentence.contains { EvidenceReader.ourselves.contains($0.stem) } }
    let ofItself = words.count(where: ScholarlyCues.isOfItself)
    guard isShare(ours + ofItself, leastSpeaking) else { return false }
    let citing = sentences.count { CitationMarks.stand(in: $0) }
    if citing > 0, CitationMarks.stand(in: claim) { return true }
    return isShare(citing, leastCiting) && isShare(ours, leastOurs) && isShare(ofItself, leastSelf)
  }
}
