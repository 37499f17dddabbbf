import CAssets
import Document

/// How surely a sentence bears on a claim.
package enum EvidenceMatch: String, CaseIterable, Sendable {
  /// The claim's figures, or its words in their order, stand there.
  case exact
  case near
  case none
}

/// The sentences of a source, ranked as evidence for a claim.
package struct EvidenceRanking: Sendable, Equatable {
  /// Indexes of sentences, best first.
  package let order: [Int]
  /// By rank: how likely the sentence bears on the claim, 0…1.
  package let scores: [Double]
  /// By rank; of all but the first, `exact` is near.
  package let matches: [EvidenceMatch]
  /// Of the first: how much of the claim stands there.
  package let findings: EvidenceFindings
}

/// What of a claim stands in a sentence, as shares 0…1; nil: the claim has none of it.
package struct EvidenceFindings: Sendable, Equatable {
  package var words = 0.0
  package var names: Double?
  package var figures: Double?
  /// The claim's quotation, where the source holds it.
  package var quotation: QuotationCheck?

  /// For a reader, what stands there and what does not: "some figures, names, 71% of words; quotation differs".
  package var sentence: String {
    var found: [String] = []
    var missing: [String] = []
    if let quotation {
      found.append(quotation.words)
    }
    for (share, name) in [(figures, "figures"), (names, "names"), (words, "words")] {
      guard let share else { continue }
      switch share {
      case ...Self.noShare: missing.append(name)
      case Self.fullShare...: found.append(name == "words" ? "all its words" : name)
      default: found.append(name == "words" ? "\(Int(share * 100 + 0.5))% of its words" : "some \(name)")
      }
    }
    return [found, missing.isEmpty ? [] : ["no " + missing.joined(separator: ", no ")]].filter { !$0.isEmpty }
      .map { $0.joined(separator: ", ") }.joined(separator: "; ")
  }

  /// Shares that are said as none and as all.
  private static let noShare = 0.005
  private static let fullShare = 0.995
}

/// Ranks sentences as evidence. Linear in the length of the source but for the sorting of its sentences.
package struct Evidence {
  private let reader = EvidenceReader()

  package init() {}

  /// At or above these probabilities, found by cross-validation, that many of a hundred first sentences hold: 85 of those
  /// called near, of papers' eight of the nine.
  private static let near = 0.57
  private static let nearInPaper = 0.7
  /// How likely a sentence is taken to hold in which a quotation stands word for word, at least.
  private static let quoted = 0.945

  package func rank(claim: String, context: String = "", sentences: [[UInt8]]) -> EvidenceRanking {
    guard !sentences.isEmpty else {
      return EvidenceRanking(order: [], scores: [], matches: [], findings: EvidenceFindings())
    }
    let words = sentences.map(reader.words)
    let features = features(claim: claim, context: context, sentences: sentences, words)
    let paper = StemRarity.papers.flatMap { paperRows(claim: claim, sentences: sentences, words, $0) }
    let weights = paper == nil ? EvidenceWeights.page : EvidenceWeights.paper
    let seen = paper ?? pageRows(features, claim: claim, context: context, sentences: sentences, words)
    var (order, sums) = Self.ranked(seen, weights.ranking)
    let first = Self.firstLook(features.row(order[0]), sums, order)
    let holds = Double(probability(Self.sum(first, weights.holding, from: weights.start)))
    let best = sums[order[0]]
    let near = paper == nil ? Self.near : Self.nearInPaper
    let quotation = QuotationCheck.longest(of: claim, in: sentences, reader)
    let isQuoted = Self.lead(quotation, &order, isNear: holds >= near)
    let top = features.row(order[0])
    var scores = order.map { index in holds * Double(probability(sums[index] - best)) * 2 }
    if isQuoted { scores[0] = max(holds, Self.quoted) }
    let matches = scores.enumerated().map { rank, score -> EvidenceMatch in
      if score < near || top[.coverage] <= 0 { return .none }
      return rank == 0 && (isQuoted || Self.isFull(top, score)) ? .exact : .near
    }
    let (names, figures) = (top[.names], top[.figures])
    let findings = EvidenceFindings(
      words: Double(top[.coverage]), names: names < 0 ? nil : Double(names),
      figures: figures < 0 ? nil : Double(figures),
      quotation: quotation.flatMap { $0.sentence == order[0] || $0.places.contains(order[0]) ? $0 : nil })
    return EvidenceRanking(order: order, scores: scores, matches: matches, findings: findings)
  }

  /// Words of a quotation that stand together by no chance; titles and names have fewer.
  private static let tellingQuotation = 8

  /// Whether the claim's quotation stands in the first sentence word for word. A long one puts its sentence first: what is
  /// quoted is there, and no weighing of words says more. A short one must stand nowhere else, where the rest agrees.
  private static func lead(_ quotation: QuotationCheck?, _ order: inout [Int], isNear: Bool) -> Bool {
    guard let quotation, let rank = order.firstIndex(where: quotation.places.contains) else { return false }
    guard quotation.count >= tellingQuotation else { return rank == 0 && isNear && quotation.places.count == 1 }
    order.insert(order.remove(at: rank), at: 0)
    return true
  }

  /// The share of a claim's words, by their weight, that an exact sentence has at least: with all names and figures of the
  /// claim; with these where it holds almost surely; where the claim has neither. Of the first sentences of WiCE's claims
  /// that come up to these nearly all hold, of those that come short of them nine in ten.
  private static let fullCoverage: Float = 0.6
  private static let sureCoverage: Float = 0.5
  private static let bareCoverage: Float = 0.8
  private static let sure = 0.85

  /// Whether a claim's names and figures stand in a sentence, with enough of its other words.
  private static func isFull(_ row: [Float], _ holds: Double) -> Bool {
    let shares = [row[.names], row[.figures]].filter { $0 >= 0 }
    guard shares.allSatisfy({ $0 >= 1 }) else { return false }
    if shares.isEmpty { return row[.coverage] >= bareCoverage }
    return row[.coverage] >= (holds >= sure ? sureCoverage : fullCoverage)
  }

  package static func sum(_ row: [Float], _ weights: [Float], from start: Float = 0) -> Float {
    zip(row, weights).reduce(start) { $0 + $1.0 * $1.1 }
  }

  /// The sums of rows, and their indexes, the highest sum first.
  package static func ranked(_ rows: [[Float]], _ weights: [Float]) -> (order: [Int], sums: [Float]) {
    let sums = rows.map { sum($0, weights) }
    return (sums.indices.sorted { (-sums[$0], $0) < (-sums[$1], $1) }, sums)
  }

  /// The features of the sentences of a page, for ranking and for those who fit its weights: of `EvidenceFeature`, then
  /// of `PassageFeature`.
  package func rows(claim: String, context: String, sentences: [[UInt8]], _ rarity: StemRarity) -> [[Float]] {
    let words = sentences.map(reader.words)
    let features = features(claim: claim, context: context, sentences: sentences, words)
    return rows(features, claim: claim, context: context, sentences: sentences, words, rarity)
  }

  private func pageRows(
    _ features: EvidenceFeatures, claim: String, context: String, sentences: [[UInt8]], _ words: [[EvidenceWord]]
  ) -> [[Float]] {
    guard let rarity = StemRarity.pages else { return features.rows }
    return rows(features, claim: claim, context: context, sentences: sentences, words, rarity)
  }

  private func rows(
    _ features: EvidenceFeatures, claim: String, context: String, sentences: [[UInt8]], _ words: [[EvidenceWord]],
    _ rarity: StemRarity
  ) -> [[Float]] {
    let query = PassageQuery(claim: Array(claim.utf8), context: Array(context.utf8), reader, rarity)
    let passages = PassageFeatures(query, sentences: sentences, words: words)
    return zip(features.rows, passages.rows).map { $0 + $1 }
  }

  private func features(
    claim: String, context: String, sentences: [[UInt8]], _ words: [[EvidenceWord]]
  ) -> EvidenceFeatures {
    let query = EvidenceQuery(claim: Array(claim.utf8), context: Array(context.utf8), reader)
    return EvidenceFeatures(query, sentences: sentences, words: words)
  }

  /// The same for a source that is a paper; nil: it is none.
  package func paperRows(claim: String, sentences: [[UInt8]], _ scholarly: StemRarity) -> [[Float]]? {
    paperRows(claim: claim, sentences: sentences, sentences.map(reader.words), scholarly)
  }

  private func paperRows(
    claim: String, sentences: [[UInt8]], _ words: [[EvidenceWord]], _ scholarly: StemRarity
  ) -> [[Float]]? {
    let claim = Array(claim.utf8)
    guard ScholarlyLook.isSeen(claim: claim, sentences: sentences, words: words) else { return nil }
    let query = ScholarlyQuery(claim: claim, reader)
    return ScholarlyFeatures(query, sentences: sentences, words: words, scholarly).rows
  }

  /// The stems that a text has, for counting in how many texts each comes.
  package func stems(of sentences: [[UInt8]]) -> Set<UInt64> {
    Set(sentences.lazy.flatMap { reader.words(of: $0) }.map(\.stem))
  }

  /// What tells whether the first sentence holds: how far it stands before the others, and what of the claim it has.
  package static func firstLook(_ top: [Float], _ sums: [Float], _ order: [Int]) -> [Float] {
    let best = sums[order[0]]
    let share = 1 / sums.reduce(Float(0)) { $0 + probabilityRatio($1 - best) }
    let second = order.count > 1 ? sums[order[1]] : best
    return [
      Float(naturalLogarithm(Double(share))), share, best, best - second, top[.coverage], top[.pairs], top[.names],
      top[.figures], top[.order], top[.characters], Float(naturalLogarithm(Double(order.count))), top[.precision],
    ]
  }

}

/// e^x for x ≤ 0.
private func probabilityRatio(_ x: Float) -> Float {
  let p = probability(x)
  return p / max(1e-9, 1 - p)
}
