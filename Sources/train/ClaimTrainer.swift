import Analysis
import Document
import Foundation
import Reading

/// A sentence with what is seen of it: 1 a claim, 0 none; nil: weak, which is fitted on in neither way.
private struct ClaimExample {
  let features: [Float]
  let places: [Int]
  let label: Float?
}

private let partCount = 10
private let featureRidge: Float = 2
private let wordRidge: Float = 3

/// Fits the model of claims on news sentences, and writes it.
func trainClaims(data: String, output: String?, writes: Bool) throws {
  let pages = try jsonLines(data + "/claims/news.dev.jsonl")
  let examples = pages.map(pageExamples)
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

private func pageExamples(_ page: [String: Any]) -> [ClaimExample] {
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
    return ClaimExample(features: sentence.features, places: sentence.places, label: found?.label)
  }
}

private func logit(_ example: ClaimExample, _ features: [Float], _ words: [Float]) -> Float {
  var sum: Float = 0
  for (index, value) in example.features.enumerated() where value != 0 { sum += value * features[index] }
  return sum + example.places.reduce(Float(0)) { $0 + words[$1] } / root(example)
}

/// Of the number of its words, each of which has three places.
private func root(_ example: ClaimExample) -> Float { sqrtf(Float(max(1, example.places.count / 3))) }

/// Logistic regression with L2 on features and words together, by Adam.
private func fit(_ examples: [ClaimExample]) -> (features: [Float], words: [Float]) {
  let used = examples.filter { $0.label != nil }
  var features = [Float](repeating: 0, count: ClaimSight.featureCount)
  var words = [Float](repeating: 0, count: ClaimSight.placeCount)
  var (ofFeatures, ofWords) = (Adam(count: features.count, rate: 0.03), Adam(count: words.count, rate: 0.03))
  let count = Float(used.count)
  for _ in 1...250 {
    var gradient = features.map { $0 * featureRidge / count }
    var wordGradient = words.map { $0 * wordRidge / count }
    for example in used {
      let miss = (sigmoid(logit(example, features, words)) - (example.label ?? 0)) / count
      for (index, value) in example.features.enumerated() where value != 0 { gradient[index] += miss * value }
      let push = miss / root(example)
      for place in example.places { wordGradient[place] += push }
    }
    ofFeatures.move(&features, against: gradient)
    ofWords.move(&words, against: wordGradient)
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
  for value in features { bytes += littleEndian(value.bitPattern) }
  let scale = max(1e-6, words.map(abs).max() ?? 0) / 127
  bytes += littleEndian(scale.bitPattern)
  for word in words { bytes.append(UInt8(bitPattern: Int8((word / scale).rounded()))) }
  return bytes
}
