import Analysis
import Foundation

/// A claim with the features of its source's sentences, and which of these support it.
private struct EvidenceExample {
  let rows: [[Float]]
  let support: Set<Int>
  /// Sources of one name are fitted on together, or not at all.
  let part: Int
}

private let partCount = 5

/// Fits the weights of evidence on the claims of WiCE's train half, and writes them as a table.
func trainEvidence(data: String, output: String?, writes: Bool) throws {
  let wice = try examples(data + "/evidence/wice.train")
  let scholarly = try examples(data + "/evidence/scisumm.train")
  for (name, set) in [("wice", wice), ("scisumm", scholarly)] {
    var hits = (one: 0, three: 0, all: 0, reciprocal: 0.0)
    for part in 0..<partCount {
      let weights = fitRanking(wice.filter { name != "wice" || $0.part != part })
      for example in set where example.part == part && !example.support.isEmpty {
        let order = Evidence.ranked(example.rows, weights).order
        let place = order.firstIndex { example.support.contains($0) } ?? order.count
        hits.all += 1
        hits.one += place < 1 ? 1 : 0
        hits.three += place < 3 ? 1 : 0
        hits.reciprocal += 1 / Double(place + 1)
      }
    }
    let all = Double(max(1, hits.all))
    print("\(name): hit@1 \(Double(hits.one) / all) hit@3 \(Double(hits.three) / all) MRR \(hits.reciprocal / all)")
  }
  let weights = fitRanking(wice)
  let (holding, start) = fitHolding(wice)
  guard writes else { return }
  try table(weights, holding, start).write(
    toFile: "Sources/Analysis/EvidenceWeights.swift", atomically: true, encoding: .utf8)
}

private func examples(_ stem: String) throws -> [EvidenceExample] {
  let evidence = Evidence()
  var gold: [String: Set<Int>] = [:]
  for row in try jsonLines(stem + ".gold.jsonl.gz") {
    let sets = row["support"] as? [[Int]] ?? []
    gold["\(row["id"] ?? "")"] = Set(sets.joined())
  }
  return try jsonLines(stem + ".in.jsonl.gz").enumerated().map { number, row in
    let id = "\(row["id"] ?? "")"
    let sentences = (row["sentences"] as? [String] ?? []).map { Array($0.utf8) }
    let rows = evidence.rows(
      claim: row["claim"] as? String ?? "", context: row["context"] as? String ?? "", sentences: sentences)
    return EvidenceExample(rows: rows, support: gold[id] ?? [], part: number % partCount)
  }
}

/// Maximises the probability of the supporting sentences under a softmax over the source's, with L2, by Adam.
private func fitRanking(_ examples: [EvidenceExample]) -> [Float] {
  let used = examples.filter { !$0.support.isEmpty && $0.support.allSatisfy($0.rows.indices.contains) }
  let count = Evidence.featureCount
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
      let held = example.support.reduce(Float(0)) { $0 + powers[$1] }
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

/// Logistic regression of whether the first sentence holds, on rankings that were not fitted on their claims.
private func fitHolding(_ examples: [EvidenceExample]) -> ([Float], Float) {
  var rows: [[Float]] = []
  var labels: [Float] = []
  for part in 0..<partCount {
    let weights = fitRanking(examples.filter { $0.part != part })
    for example in examples where example.part == part && !example.rows.isEmpty {
      let (order, sums) = Evidence.ranked(example.rows, weights)
      rows.append(Evidence.firstLook(example.rows, sums, order))
      labels.append(example.support.contains(order[0]) ? 1 : 0)
    }
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

    /// The numbers by which sentences are ranked as evidence, in the order of `EvidenceFeature`, and by which it is
    /// told whether the first holds.
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
