import Analysis
import Foundation

/// A claim with the features of its source's sentences, and which of these support it.
private struct EvidenceExample {
  var rows: [[Float]]
  let support: Set<Int>
  /// Claims of one source are fitted on together, or not at all.
  let part: Int
}

private let partCount = 5

/// Fits trees on the citing sentences of CL-SciSumm's train half, and a few numbers that weigh them and the features on
/// those and on the claims of WiCE's. What is printed are results of sources that nothing was fitted on.
func trainEvidence(data: String, output: String?, writes: Bool) throws {
  var wice = try examples(data + "/evidence/wice.train")
  var scholarly = try examples(data + "/evidence/scisumm.train")
  let trees = fitTrees(scholarly)
  let parts = (0..<partCount).map { part in fitTrees(scholarly.filter { $0.part != part }) }
  for index in wice.indices { wice[index].look(trees) }
  for index in scholarly.indices { scholarly[index].look(parts[scholarly[index].part]) }
  let all = wice + scholarly
  let weights = (0..<partCount).map { part in fitLinear(all.filter { $0.part != part }) }
  let (holding, start) = fitHolding(all, weights)
  for (name, set) in [("wice", wice), ("scisumm", scholarly)] {
    printHits(name, set, weights)
    printLimits(name, set, weights, holding, start)
  }
  guard writes else { return }
  try Data(trees).write(to: URL(filePath: "Sources/Analysis/Models/evidence.bin"))
  try table(fitLinear(all), holding, start).write(
    toFile: "Sources/Analysis/EvidenceWeights.swift", atomically: true, encoding: .utf8)
}

extension EvidenceExample {
  /// Adds what trees say of each sentence to its features.
  fileprivate mutating func look(_ trees: [UInt8]) {
    let sums = trees.withUnsafeBytes { Evidence.looks(rows, $0) }
    for index in rows.indices { rows[index].append(sums[index]) }
  }
}

private func printHits(_ name: String, _ set: [EvidenceExample], _ weights: [[Float]]) {
  var hits = (one: 0, three: 0, all: 0, reciprocal: 0.0)
  for example in set where !example.support.isEmpty {
    let order = Evidence.ranked(example.rows, weights[example.part]).order
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
  for limit in stride(from: Float(0.5), through: 0.9, by: 0.05) {
    var (passed, held, supported) = (0, 0, 0)
    for example in set where !example.rows.isEmpty {
      let (order, sums) = Evidence.ranked(example.rows, weights[example.part])
      let p = sigmoid(Evidence.sum(Evidence.firstLook(example.rows, sums, order), holding, from: start))
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

private func examples(_ stem: String) throws -> [EvidenceExample] {
  let evidence = Evidence()
  var gold: [String: Set<Int>] = [:]
  for row in try jsonLines(stem + ".gold.jsonl.gz") {
    let sets = row["support"] as? [[Int]] ?? []
    gold["\(row["id"] ?? "")"] = Set(sets.joined())
  }
  var parts: [String: Int] = [:]
  return try jsonLines(stem + ".in.jsonl.gz").map { row in
    let id = "\(row["id"] ?? "")"
    let sentences = (row["sentences"] as? [String] ?? []).map { Array($0.utf8) }
    let rows = evidence.rows(
      claim: row["claim"] as? String ?? "", context: row["context"] as? String ?? "", sentences: sentences)
    // A source that is cited often has many ids: "P05-1053#19", "train312-2".
    let end = id.lastIndex(of: "#") ?? id.lastIndex(of: "-") ?? id.endIndex
    let source = String(id[..<end])
    let part = parts[source] ?? parts.count % partCount
    parts[source] = part
    return EvidenceExample(rows: rows, support: gold[id] ?? [], part: part)
  }
}

/// Boosted trees that raise the probability of the supporting sentences under a softmax over the source's.
private func fitTrees(_ examples: [EvidenceExample]) -> [UInt8] {
  let used = examples.filter { !$0.support.isEmpty && $0.support.allSatisfy($0.rows.indices.contains) }
  let rows = used.flatMap(\.rows)
  let ones = [Float](repeating: 1, count: rows.count)
  var boosting = Boosting()
  boosting.trees = 300
  boosting.depth = 3
  boosting.rate = 0.05
  boosting.featureShare = 0.5
  return boosting.fit(BinnedRows(rows, labels: ones, weights: ones), start: 0) { sums in
    var slopes: Boosting.Slopes = (ones, ones)
    var start = 0
    for example in used {
      let range = start..<start + example.rows.count
      let most = sums[range].max() ?? 0
      let powers = sums[range].map { expf($0 - most) }
      let all = powers.reduce(0, +)
      let held = example.support.sorted().reduce(Float(0)) { $0 + powers[$1] }
      for (index, power) in powers.enumerated() {
        let share = power / all
        let wanted = example.support.contains(index) ? power / held : 0
        slopes.gradients[start + index] = wanted - share
        slopes.curvatures[start + index] = max(1e-6, share * (1 - share))
      }
      start = range.upperBound
    }
    return slopes
  }
}

/// Maximises the probability of the supporting sentences under a softmax over the source's, with L2, by Adam.
private func fitLinear(_ examples: [EvidenceExample]) -> [Float] {
  let used = examples.filter { !$0.support.isEmpty && $0.support.allSatisfy($0.rows.indices.contains) }
  let count = used.first?.rows.first?.count ?? 0
  let (mean, deviation) = moments(used.flatMap(\.rows))
  let scaled = used.map { example in
    example.rows.map { row in (0..<count).map { (row[$0] - mean[$0]) / deviation[$0] } }
  }
  var weights = [Float](repeating: 0, count: count)
  var adam = Adam(count: count, rate: 0.05)
  for _ in 1...300 {
    var gradient = weights.map { $0 * ridge }
    for (example, rows) in zip(used, scaled) {
      let sums = rows.map { Evidence.sum($0, weights) }
      let most = sums.max() ?? 0
      let powers = sums.map { expf($0 - most) }
      let all = powers.reduce(0, +)
      let held = example.support.sorted().reduce(Float(0)) { $0 + powers[$1] }
      for (index, row) in rows.enumerated() {
        let wanted = example.support.contains(index) ? powers[index] / held : 0
        let push = (powers[index] / all - wanted) / Float(used.count)
        guard push != 0 else { continue }
        for feature in 0..<count { gradient[feature] += push * row[feature] }
      }
    }
    adam.move(&weights, against: gradient)
  }
  return (0..<count).map { weights[$0] / deviation[$0] }
}

private let ridge: Float = 0.05

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
    let (order, sums) = Evidence.ranked(example.rows, ranking[example.part])
    rows.append(Evidence.firstLook(example.rows, sums, order))
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

private func table(_ ranking: [Float], _ holding: [Float], _ start: Float) -> String {
  func list(_ numbers: [Float]) -> String {
    stride(from: 0, to: numbers.count, by: 8).map { from in
      "    " + numbers[from..<min(from + 8, numbers.count)].map { String(format: "%.4f", $0) }.joined(separator: ", ")
    }.joined(separator: ",\n") + ","
  }
  return """
    // A table: made by `train evidence --write`.

    /// The numbers by which sentences are ranked as evidence, in the order of `EvidenceFeature` and then of what the trees
    /// say, and by which it is told whether the first holds.
    enum EvidenceWeights {
      static let ranking: [Float] = [
    \(list(ranking))
      ]
      static let holdingStart: Float = \(String(format: "%.4f", start))
      static let holding: [Float] = [
    \(list(holding))
      ]
    }

    """
}
