import Analysis
import Document
import Foundation
import Reading

/// A sentence with what is seen of it: 1 a claim, 0 none; nil: weak, which is fitted on in neither way.
private struct ClaimExample {
  let features: [Float]
  let places: [Int]
  /// Of all words together, by the company that they keep.
  let meaning: [Float]
  let label: Float?
}

/// What has been fitted.
private struct ClaimWeights {
  var features = [Float](repeating: 0, count: ClaimSight.featureCount)
  var words = [Float](repeating: 0, count: ClaimSight.placeCount)
  var meaning = [Float](repeating: 0, count: WordVectors.dimensions)
}

private let partCount = 10
private let featureRidge: Float = 2
private let wordRidge: Float = 3
private let meaningRidge: Float = 50

/// Fits the model of claims on news sentences, and writes it.
func trainClaims(data: String, output: String?, writes: Bool) throws {
  let pages = try jsonLines(data + "/claims/news.dev.jsonl").map(LabelledClaims.init)
  let more = try ownClaims(data) + writtenClaims()
  let credited = try newsSourcePages(data) + labelledSourcePages(data) + writtenSourcePages()
  // A page's sources are told by a model that was not fitted on it, as those of other pages are.
  let models = (0..<partCount).map { part in
    sourceModel(credited.enumerated().filter { $0.offset % partCount != part }.map(\.element))
  }
  // Of texts that are no news pages of the labelled set.
  let texts = try goldTexts(data).sorted { $0.key < $1.key }.map { ClaimSight.words(of: Array($0.value.utf8)) }
  let vectors = WordVectors(texts, size: ClaimSight.vocabularySize)
  let examples = pages.enumerated().map { $0.element.examples(sources: models[$0.offset % partCount], vectors) }
  let others = more.enumerated().map { $0.element.examples(sources: models[$0.offset % partCount], vectors) }
  var lines = Data()
  var scored: [(score: Double, label: Float)] = []
  for part in 0..<partCount {
    let weights = fit(
      (examples + others).enumerated().filter { $0.offset % partCount != part }.flatMap(\.element))
    for (number, page) in examples.enumerated() where number % partCount == part {
      let scores = ClaimSight.scores(page.map { logit($0, weights) })
      for (score, example) in zip(scores, page) {
        if let label = example.label { scored.append((score, label)) }
      }
      lines += try pages[number].line(claims: bytes(weights, vectors), sources: models[part])
    }
  }
  print(measures(scored))
  if let output { try lines.write(to: URL(filePath: output)) }
  guard writes else { return }
  let weights = fit((examples + others).flatMap { $0 })
  try Data(bytes(weights, vectors)).write(to: URL(filePath: "Sources/Analysis/Models/claims.bin"))
}

/// Labels made for this project: of each page a line with its set and its name, then of each sentence that was read a
/// line with its byte range in the page's gold text, and what it is.
private func ownClaims(_ folder: String) throws -> [LabelledClaims] {
  let texts = try goldTexts(folder)
  var pages: [(name: String, sentences: [(range: Range<Int>, label: Float?)])] = []
  let lines = try String(contentsOfFile: "Sources/train/Labels/claims.txt", encoding: .utf8).split(separator: "\n")
  for line in lines {
    let parts = line.split(separator: " ")
    let ends = parts[0].split(separator: "-").compactMap { Int($0) }
    if ends.count == 2, ends[0] < ends[1], !pages.isEmpty {
      pages[pages.count - 1].sentences.append(
        (ends[0]..<ends[1], parts[1] == "strong" ? 1 : parts[1] == "no" ? 0 : nil))
    } else {
      pages.append((String(line), []))
    }
  }
  return pages.compactMap { page in
    texts[page.name].map { LabelledClaims(id: page.name, text: $0, sentences: page.sentences) }
  }
}

/// Sentences that were written for this project, a paragraph a page: `+` before a claim, `-` before what is none.
private func writtenClaims() throws -> [LabelledClaims] {
  let text = try String(contentsOfFile: "Sources/train/Labels/written-claims.txt", encoding: .utf8)
  return text.components(separatedBy: "\n\n").enumerated().map { number, paragraph in
    var text = ""
    var sentences: [(range: Range<Int>, label: Float?)] = []
    for line in paragraph.split(separator: "\n") {
      let start = text.utf8.count
      text += line.dropFirst(2) + " "
      sentences.append((start..<text.utf8.count - 1, line.hasPrefix("+") ? 1 : 0))
    }
    return LabelledClaims(id: "written \(number + 1)", text: text, sentences: sentences)
  }
}

/// A page with labelled sentences.
private struct LabelledClaims {
  let id: String
  let piece: Piece
  let metadata: Metadata
  /// Where the labelled sentences begin, in the text, in order; what is no label stands behind the last of a run.
  let labels: [(start: Int, label: Float?)]

  /// Sentences of another page, labelled for this project.
  init(id: String, text: String, sentences: [(range: Range<Int>, label: Float?)]) {
    let text = Array(text.utf8)
    self.id = id
    piece = PlainText.piece(ofText: text, extent: 0..<text.count, isFirst: true, shape: TextShape(of: text))
    metadata = PlainText.metadata(of: piece)
    labels = sentences.flatMap { [($0.range.lowerBound, $0.label), ($0.range.upperBound, nil)] }
  }

  init(_ page: [String: Any]) {
    let paragraphs = page["paragraphs"] as? [[[String: Any]]] ?? []
    let texts = paragraphs.map { $0.compactMap { $0["text"] as? String }.joined(separator: " ") }
    let text = Array(texts.joined(separator: "\n\n").utf8)
    id = page["id"] as? String ?? ""
    piece = PlainText.piece(ofText: text, extent: 0..<text.count, isFirst: true, shape: TextShape(of: text))
    metadata = PlainText.metadata(of: piece)
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
    self.labels = labels
  }

  func examples(sources: [UInt8], _ vectors: WordVectors) -> [ClaimExample] {
    let sight = sources.withUnsafeBytes { ClaimSight(piece, metadata: metadata, sources: $0) }
    return sight.sentences.map { sentence in
      let start = piece.blocks[sentence.block].extent.lowerBound + sentence.range.lowerBound
      let found = labels.last { $0.start <= start + 1 }
      let root = sqrtf(Float(max(1, sentence.meanings.count)))
      return ClaimExample(
        features: sentence.features, places: sentence.places,
        meaning: vectors.sum(sentence.meanings).map { $0 / root }, label: found?.label)
    }
  }

  func line(claims: [UInt8], sources: [UInt8]) throws -> Data {
    let marked = claims.withUnsafeBytes { claims in
      sources.withUnsafeBytes { ClaimSight.marked(piece, metadata: metadata, claims: claims, sources: $0) }
    }
    return try DumpedPage.line(marked, id: id)
  }
}

private func logit(_ example: ClaimExample, _ weights: ClaimWeights) -> Float {
  var sum: Float = 0
  for (index, value) in example.features.enumerated() where value != 0 { sum += value * weights.features[index] }
  for (index, value) in example.meaning.enumerated() { sum += value * weights.meaning[index] }
  return sum + example.places.reduce(Float(0)) { $0 + weights.words[$1] } / root(example)
}

/// Of the number of its words, each of which has three places.
private func root(_ example: ClaimExample) -> Float { sqrtf(Float(max(1, example.places.count / 3))) }

/// Logistic regression with L2 on features, words and meaning together, by Adam.
private func fit(_ examples: [ClaimExample]) -> ClaimWeights {
  let used = examples.filter { $0.label != nil }
  var weights = ClaimWeights()
  var ofFeatures = Adam(count: weights.features.count, rate: 0.03)
  var ofWords = Adam(count: weights.words.count, rate: 0.03)
  var ofMeaning = Adam(count: weights.meaning.count, rate: 0.03)
  let count = Float(used.count)
  for _ in 1...250 {
    var gradient = weights.features.map { $0 * featureRidge / count }
    var wordGradient = weights.words.map { $0 * wordRidge / count }
    var meaningGradient = weights.meaning.map { $0 * meaningRidge / count }
    for example in used {
      let miss = (sigmoid(logit(example, weights)) - (example.label ?? 0)) / count
      for (index, value) in example.features.enumerated() where value != 0 { gradient[index] += miss * value }
      for (index, value) in example.meaning.enumerated() { meaningGradient[index] += miss * value }
      let push = miss / root(example)
      for place in example.places { wordGradient[place] += push }
    }
    ofFeatures.move(&weights.features, against: gradient)
    ofWords.move(&weights.words, against: wordGradient)
    ofMeaning.move(&weights.meaning, against: meaningGradient)
  }
  return weights
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

private func bytes(_ weights: ClaimWeights, _ vectors: WordVectors) -> [UInt8] {
  let tables = [weights.words, vectors.weights(weights.meaning)]
  let scales = tables.map { max(1e-6, $0.map(abs).max() ?? 0) / 127 }
  var bytes = Array("IBC2".utf8)
  for value in weights.features + scales { bytes += littleEndian(value.bitPattern) }
  for (table, scale) in zip(tables, scales) {
    bytes += table.map { UInt8(bitPattern: Int8(($0 / scale).rounded())) }
  }
  return bytes
}
