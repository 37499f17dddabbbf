import Analysis
import Document
import Foundation
import Reading

/// A sentence with what is seen of it: 1 a claim, 0 none; nil: weak, which is fitted on in neither way.
private struct ClaimExample {
  let features: [Float]
  let places: [Int]
  let label: Float?
  let page: Int
}

private let partCount = 10
private let featureRidge: Float = 2
private let wordRidge: Float = 3

/// Fits the model of claims on news sentences, and writes it.
func trainClaims(data: String, output: String?, writes: Bool) throws {
  let pages = try jsonLines(data + "/claims/news.dev.jsonl")
  let examples = pages.enumerated().map { number, page in pageExamples(page, number) }
  var scored: [(score: Double, label: Float)] = []
  for part in 0..<partCount {
    let (features, words) = fit(examples.enumerated().filter { $0.offset % partCount != part }.flatMap(\.element))
    for (number, page) in examples.enumerated() where number % partCount == part {
      let scores = ClaimSight.scores(page.map { logit($0, features, words) })
      for (score, example) in zip(scores, page) {
        if let label = example.label { scored.append((score, label)) }
      }
    }
  }
  print(measures(scored))
  guard writes else { return }
  let (features, words) = fit(examples.flatMap { $0 })
  try Data(bytes(features, words)).write(to: URL(filePath: "Sources/Analysis/Models/claims.bin"))
}

private func pageExamples(_ page: [String: Any], _ number: Int) -> [ClaimExample] {
  let paragraphs = page["paragraphs"] as? [[[String: Any]]] ?? []
  let texts = paragraphs.map { $0.compactMap { $0["text"] as? String }.joined(separator: " ") }
  let text = Array(texts.joined(separator: "\n\n").utf8)
  let piece = PlainText.piece(ofText: text, extent: 0..<text.count, isFirst: true, shape: TextShape(of: text))
  let sight = ClaimSight(piece, metadata: PlainText.metadata(of: piece))
  // Where the labelled sentences begin, in the text.
  var labels: [(start: Int, label: Float?)] = []
  var at = 0
  for paragraph in paragraphs {
    for sentence in paragraph {
      let label = sentence["claim"] as? String
      labels.append((at, label == "strong" ? 1 : label == "no" ? 0 : nil))
      at += (sentence["text"] as? String ?? "").utf8.count + 1
    }
    at += 1
  }
  return sight.sentences.map { sentence in
    let start = piece.blocks[sentence.block].extent.lowerBound + sentence.range.lowerBound
    let found = labels.last { $0.start <= start + 1 }
    return ClaimExample(features: sentence.features, places: sentence.places, label: found?.label, page: number)
  }
}

private func logit(_ example: ClaimExample, _ features: [Float], _ words: [Float]) -> Float {
  var sum: Float = 0
  for (index, value) in example.features.enumerated() where value != 0 { sum += value * features[index] }
  let root = sqrtf(Float(max(1, example.places.count / 3)))
  return sum + example.places.reduce(Float(0)) { $0 + words[$1] } / root
}

/// Logistic regression with L2 on features and words together, by Adam.
private func fit(_ examples: [ClaimExample]) -> (features: [Float], words: [Float]) {
  let used = examples.filter { $0.label != nil }
  var features = [Float](repeating: 0, count: ClaimSight.featureCount)
  var words = [Float](repeating: 0, count: ClaimSight.placeCount)
  var (m, v) = (
    [Float](repeating: 0, count: features.count + words.count),
    [Float](repeating: 0, count: features.count + words.count)
  )
  let count = Float(used.count)
  for step in 1...250 {
    var gradient = features.map { $0 * featureRidge / count } + words.map { $0 * wordRidge / count }
    for example in used {
      let miss = (1 / (1 + expf(-logit(example, features, words))) - (example.label ?? 0)) / count
      for (index, value) in example.features.enumerated() where value != 0 { gradient[index] += miss * value }
      let root = sqrtf(Float(max(1, example.places.count / 3)))
      for place in example.places { gradient[features.count + place] += miss / root }
    }
    let (a, b) = (1 - powf(0.9, Float(step)), 1 - powf(0.999, Float(step)))
    for index in gradient.indices {
      m[index] = 0.9 * m[index] + 0.1 * gradient[index]
      v[index] = 0.999 * v[index] + 0.001 * gradient[index] * gradient[index]
      let move = 0.03 * (m[index] / a) / (sqrtf(v[index] / b) + 1e-8)
      if index < features.count { features[index] -= move } else { words[index - features.count] -= move }
    }
  }
  return (features, words)
}

private func measures(_ scored: [(score: Double, label: Float)]) -> String {
  let order = scored.sorted { $0.score > $1.score }
  let positives = order.reduce(0) { $0 + ($1.label > 0 ? 1 : 0) }
  var (hits, precision, below) = (0, 0.0, 0.0)
  for (rank, row) in order.enumerated() {
    if row.label > 0 {
      hits += 1
      precision += Double(hits) / Double(rank + 1)
    } else {
      below += Double(hits)
    }
  }
  let marked = scored.filter { $0.score >= 0.5 }
  let right = marked.count { $0.label > 0 }
  let f1 = 2 * Double(right) / Double(marked.count + positives)
  let area = below / Double(positives * (scored.count - positives))
  return "sentences \(scored.count) AP \(precision / Double(positives)) AUC \(area) F1 \(f1)"
}

private func bytes(_ features: [Float], _ words: [Float]) -> [UInt8] {
  var bytes = Array("IBC1".utf8)
  func add(_ value: Float) { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 } }
  features.forEach(add)
  let scale = max(1e-6, words.map(abs).max() ?? 0) / 127
  add(scale)
  for word in words { bytes.append(UInt8(bitPattern: Int8((word / scale).rounded()))) }
  return bytes
}
