import Analysis
import Foundation

/// A claim with the features of its source's sentences, and which of these support it.
private struct EvidenceExample {
  var rows: [[Float]]
  /// By which the sentences are ranked: of a paper its own.
  var ranked: [[Float]]
  let isPaper: Bool
  let support: Set<Int>
  /// Claims of one source are fitted on together, or not at all.
  let part: Int
  /// How much it counts while fitting.
  var weight: Float = 1
  /// It was put together of others, and is only fitted on.
  var isJoined = false
}

/// What is fitted for one kind of source.
private struct FittedEvidence {
  var ranking: [Float]
  var start: Float
  var holding: [Float]
}

private let partCount = 5

/// WiCE's train half has parts of sentences only; whole ones make up so much for being few.
private let joinedWeight: Float = 2
/// What a citing sentence of a paper tells of pages beside a claim of one.
private let citingWeight: Float = 0.2

/// Fits a few numbers that weigh the features of sentences: for papers on the citing sentences of CL-SciSumm's train half,
/// for pages on the claims of WiCE's and on those. What is printed are results of sources that nothing was fitted on.
func trainEvidence(data: String, output: String?, writes: Bool) throws {
  let stems = try paperStems(data + "/evidence/scisumm.train")
  let pages = StemRarity.bytes(of: try pageStems(data + "/extraction"), as: StemRarity.pageCount)
  let wice = try examples(data + "/evidence/wice.train", pages: pages)
  let scholarly = try examples(data + "/evidence/scisumm.train", pages: pages, papers: stems)
  let citing = scholarly.map { example in
    var example = example
    example.ranked = example.rows
    example.weight = citingWeight
    return example
  }
  print("taken for papers: wice \(wice.count(where: \.isPaper)) scisumm \(scholarly.count(where: \.isPaper))")
  let claims = wice.filter { !$0.isPaper }
  let papers = scholarly.filter(\.isPaper)
  let page = fit("wice", claims + citing, judging: claims.filter { !$0.isJoined }, ridge: pageRidge)
  let paper = fit("scisumm", papers, judging: papers, ridge: paperRidge)
  guard writes else { return }
  let table = StemRarity.bytes(of: stems.sorted { $0.key < $1.key }.map(\.value))
  try Data(table + pages).write(to: URL(filePath: "Sources/Analysis/Models/evidence.bin"))
  try weightTable(page, paper).write(
    toFile: "Sources/Analysis/EvidenceWeights.swift", atomically: true, encoding: .utf8)
}

/// Fits on a set, and prints how those that are judged came out where they were not fitted on.
private func fit(
  _ name: String, _ set: [EvidenceExample], judging judged: [EvidenceExample], ridge: Float
) -> FittedEvidence {
  let weights = (0..<partCount).map { part in fitLinear(set.filter { $0.part != part }, ridge) }
  let (holding, start) = fitHolding(set, weights)
  printHits(name, judged, weights)
  printLimits(name, judged, weights, holding, start)
  return FittedEvidence(ranking: fitLinear(set, ridge), start: start, holding: holding)
}

private func printHits(_ name: String, _ set: [EvidenceExample], _ weights: [[Float]]) {
  var hits = (one: 0, three: 0, all: 0, reciprocal: 0.0)
  for example in set where !example.support.isEmpty {
    let order = Evidence.ranked(example.ranked, weights[example.part]).order
    let place = order.firstIndex { example.support.contains($0) } ?? order.count
    hits.all += 1
    hits.one += place < 1 ? 1 : 0
    hits.three += place < 3 ? 1 : 0
    hits.reciprocal += 1 / Double(place + 1)
  }
  let all = Double(max(1, hits.all))
  print("\(name): hit@1 \(Double(hits.one) / all) hit@3 \(Double(hits.three) / all) MRR \(hits.reciprocal / all)")
}

/// What a limit on the probability that the first sentence holds gives: how often it is passed, and how often it holds then.
private func printLimits(
  _ name: String, _ set: [EvidenceExample], _ weights: [[Float]], _ holding: [Float], _ start: Float
) {
  for limit in stride(from: Float(0.3), through: 0.9, by: 0.05) {
    var (passed, held, supported) = (0, 0, 0)
    for example in set where !example.rows.isEmpty {
      let (order, sums) = Evidence.ranked(example.ranked, weights[example.part])
      let p = sigmoid(Evidence.sum(Evidence.firstLook(example.rows[order[0]], sums, order), holding, from: start))
      guard p >= limit else { continue }
      passed += 1
      held += example.support.contains(order[0]) ? 1 : 0
      supported += example.support.isEmpty ? 0 : 1
    }
    let all = set.count { !$0.support.isEmpty }
    let shares = [Float(supported) / Float(max(1, all)), Float(held) / Float(max(1, passed))]
    print(name, "limit", limit, "said of the supported", shares[0], "holds", shares[1])
  }
}

/// A claim, or several of one source taken together, and what supports it.
private struct EvidenceCase {
  let source: String
  var claim: String
  let context: String
  let sentences: [[UInt8]]
  var support: Set<Int>
  var isJoined = false
}

/// The claims of a set, and behind them those of one source taken together as one.
private func cases(_ stem: String, joins: Bool) throws -> [EvidenceCase] {
  var gold: [String: Set<Int>] = [:]
  for row in try jsonLines(stem + ".gold.jsonl.gz") {
    let sets = row["support"] as? [[Int]] ?? []
    gold["\(row["id"] ?? "")"] = Set(sets.joined())
  }
  let all = try jsonLines(stem + ".in.jsonl.gz").map { row in
    let id = "\(row["id"] ?? "")"
    return EvidenceCase(
      source: source(of: id), claim: PredefinedEntities.resolved(row["claim"] as? String ?? ""),
      context: PredefinedEntities.resolved(row["context"] as? String ?? ""),
      sentences: sentences(of: row), support: gold[id] ?? [])
  }
  guard joins else { return all }
  let joined = Dictionary(grouping: all, by: \.source).sorted { $0.key < $1.key }.compactMap { _, cases in
    cases.count < 2
      ? nil
      : cases.dropFirst().reduce(into: cases[0]) { sum, next in
        sum.isJoined = true
        sum.claim += " " + next.claim
        sum.support.formUnion(next.support)
      }
  }
  return all + joined
}

/// `papers`: the stems of each, where the set cites papers. A paper's own words are not counted when it is read, as
/// those of a paper are not that a reader opens.
private func examples(
  _ stem: String, pages: [UInt8], papers: [String: Set<UInt64>] = [:]
) throws -> [EvidenceExample] {
  let evidence = Evidence()
  let tables = Dictionary(
    uniqueKeysWithValues: papers.keys.map { paper in
      (paper, StemRarity.bytes(of: papers.filter { $0.key != paper }.map(\.value)))
    })
  let none = StemRarity.bytes(of: [])
  var parts: [String: Int] = [:]
  return try cases(stem, joins: papers.isEmpty).map { one in
    let part = parts[one.source] ?? parts.count % partCount
    parts[one.source] = part
    let rows = pages.withUnsafeBytes { bytes in
      StemRarity(bytes, of: StemRarity.pageCount).map {
        evidence.rows(claim: one.claim, context: one.context, sentences: one.sentences, $0)
      } ?? []
    }
    let paper = (tables[one.source] ?? none).withUnsafeBytes { bytes in
      StemRarity(bytes).flatMap { evidence.paperRows(claim: one.claim, sentences: one.sentences, $0) }
    }
    return EvidenceExample(
      rows: rows, ranked: paper ?? rows, isPaper: paper != nil, support: one.support, part: part,
      weight: one.isJoined ? joinedWeight : 1, isJoined: one.isJoined)
  }
}

private func sentences(of row: [String: Any]) -> [[UInt8]] {
  (row["sentences"] as? [String] ?? []).map { PredefinedEntities.resolved(Array($0.utf8)) }
}

/// A source that is cited often has many ids: "P05-1053#19", "train312-2".
private func source(of id: String) -> String {
  String(id[..<(id.lastIndex(of: "#") ?? id.lastIndex(of: "-") ?? id.endIndex)])
}

/// By paper, the stems it has.
private func paperStems(_ stem: String) throws -> [String: Set<UInt64>] {
  let evidence = Evidence()
  var papers: [String: Set<UInt64>] = [:]
  for row in try jsonLines(stem + ".in.jsonl.gz") {
    let source = source(of: "\(row["id"] ?? "")")
    if papers[source] == nil { papers[source] = evidence.stems(of: sentences(of: row)) }
  }
  return papers
}

/// The stems of each gold text of the pages that folding is fitted on.
private func pageStems(_ folder: String) throws -> [Set<UInt64>] {
  let evidence = Evidence()
  return try ["aed", "scrapinghub", "wcxb"].flatMap { set in
    try jsonLines(folder + "/\(set)/gold.jsonl").compactMap { row in
      (row["text"] as? String).map { evidence.stems(of: [Array($0.utf8)]) }
    }
  }
}

/// Maximises the probability of the supporting sentences under a softmax over the source's, with L2, by Adam.
private func fitLinear(_ examples: [EvidenceExample], _ ridge: Float) -> [Float] {
  let used = examples.filter { !$0.support.isEmpty && $0.support.allSatisfy($0.ranked.indices.contains) }
  let count = used.first?.ranked.first?.count ?? 0
  let (mean, deviation) = moments(used.flatMap(\.ranked))
  let scaled = used.map { example in
    example.ranked.map { row in (0..<count).map { (row[$0] - mean[$0]) / deviation[$0] } }
  }
  var weights = [Float](repeating: 0, count: count)
  let all = used.reduce(Float(0)) { $0 + $1.weight }
  var adam = Adam(count: count, rate: 0.05)
  for _ in 1...300 {
    var gradient = weights.map { $0 * ridge }
    for (example, rows) in zip(used, scaled) {
      let sums = rows.map { Evidence.sum($0, weights) }
      let most = sums.max() ?? 0
      let powers = sums.map { expf($0 - most) }
      let whole = powers.reduce(0, +)
      let held = example.support.sorted().reduce(Float(0)) { $0 + powers[$1] }
      for (index, row) in rows.enumerated() {
        let wanted = example.support.contains(index) ? powers[index] / held : 0
        let push = (powers[index] / whole - wanted) * example.weight / all
        guard push != 0 else { continue }
        for feature in 0..<count { gradient[feature] += push * row[feature] }
      }
    }
    adam.move(&weights, against: gradient)
  }
  return (0..<count).map { weights[$0] / deviation[$0] }
}

private let pageRidge: Float = 0.15
private let paperRidge: Float = 0.2

private func moments(_ rows: [[Float]]) -> (mean: [Float], deviation: [Float]) {
  let count = Float(max(1, rows.count))
  let width = rows.first?.count ?? 0
  let mean = (0..<width).map { feature in rows.reduce(Float(0)) { $0 + $1[feature] } / count }
  let deviation = (0..<width).map { feature in
    sqrtf(rows.reduce(Float(0)) { $0 + ($1[feature] - mean[feature]) * ($1[feature] - mean[feature]) } / count) + 1e-6
  }
  return (mean, deviation)
}

/// Logistic regression of whether the first sentence holds, by weights that were not fitted on the example's source.
private func fitHolding(_ examples: [EvidenceExample], _ ranking: [[Float]]) -> ([Float], Float) {
  var rows: [[Float]] = []
  var labels: [Float] = []
  for example in examples where !example.rows.isEmpty {
    let (order, sums) = Evidence.ranked(example.ranked, ranking[example.part])
    rows.append(Evidence.firstLook(example.rows[order[0]], sums, order))
    labels.append(example.support.contains(order[0]) ? 1 : 0)
  }
  let (mean, deviation) = moments(rows)
  var weights = [Float](repeating: 0, count: mean.count)
  var start: Float = 0
  for _ in 0..<3000 {
    var gradient = weights.map { $0 * holdingRidge / Float(rows.count) }
    var drift: Float = 0
    for (row, label) in zip(rows, labels) {
      var sum = start
      for feature in weights.indices { sum += weights[feature] * (row[feature] - mean[feature]) / deviation[feature] }
      let miss = (sigmoid(sum) - label) / Float(rows.count)
      drift += miss
      for feature in weights.indices { gradient[feature] += miss * (row[feature] - mean[feature]) / deviation[feature] }
    }
    start -= 0.3 * drift
    for feature in weights.indices { weights[feature] -= 0.3 * gradient[feature] }
  }
  let shift = weights.indices.reduce(Float(0)) { $0 + weights[$1] * mean[$1] / deviation[$1] }
  return (weights.indices.map { weights[$0] / deviation[$0] }, start - shift)
}

private let holdingRidge: Float = 3

private func weightTable(_ page: FittedEvidence, _ paper: FittedEvidence) -> String {
  func list(_ numbers: [Float]) -> String {
    stride(from: 0, to: numbers.count, by: 8).map { from in
      "      " + numbers[from..<min(from + 8, numbers.count)].map { String(format: "%.4f", $0) }.joined(separator: ", ")
    }.joined(separator: ",\n") + ","
  }
  func value(_ name: String, _ fitted: FittedEvidence) -> String {
    """
      static let \(name) = EvidenceWeights(
        ranking: [
    \(list(fitted.ranking))
        ],
        start: \(String(format: "%.4f", fitted.start)),
        holding: [
    \(list(fitted.holding))
        ])
    """
  }
  return """
    // A table: made by `train evidence --write`.

    /// The numbers by which the sentences of a source are ranked as evidence, and by which it is told whether the first holds.
    struct EvidenceWeights {
      /// In the order of `EvidenceFeature` and `PassageFeature`, or for papers of `ScholarlyFeature`.
      let ranking: [Float]
      let start: Float
      let holding: [Float]

    \(value("page", page))

    \(value("paper", paper))
    }

    """
}
