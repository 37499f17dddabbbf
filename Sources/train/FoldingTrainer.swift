import Analysis
import Document
import Foundation

/// Pages of one kind, as rows of features: what a pair of models is fitted on.
private struct FoldingSet {
  static let foldCount = 5

  let pieces: [LabelledPiece]
  let sights: [BlockSight]
  let vectors: [[[Float]]]
  /// Of each piece the part of a cross-validation that it is in.
  let parts: [Int]

  init(_ pieces: [LabelledPiece]) {
    self.pieces = pieces
    sights = pieces.map { BlockSight($0.piece, metadata: $0.metadata) }
    vectors = sights.map(\.firstVectors)
    parts = pieces.map { Int(nameHash($0.host.utf8) % UInt64(Self.foldCount)) }
  }

  /// Rows of the pieces in `which` that have a label.
  func rows(_ vectors: [[[Float]]], _ which: (Int) -> Bool) -> BinnedRows {
    var rows: [[Float]] = []
    var labels: [Float] = []
    var weights: [Float] = []
    for index in pieces.indices where which(index) {
      for block in vectors[index].indices {
        guard let label = pieces[index].labels[block] else { continue }
        rows.append(vectors[index][block])
        labels.append(label)
        weights.append(min(20, max(0.1, Float(sights[index].words[block]) * pieces[index].weights[block])))
      }
    }
    return BinnedRows(rows, labels: labels, weights: weights)
  }
}

/// Fits the models of folding. Pages of one host are always on one side.
func trainFolding(data: String, output: String?, writes: Bool) throws {
  let sets = ["scrapinghub", "aed", "wcxb"].map { data + "/extraction/" + $0 }
  let pages = try sets.flatMap(labelledPages)
  try fit(FoldingSet(pages), name: "page", ending: ".html", output: output, writes: writes)
  var hosts: [String: String] = [:]
  var doubtful: Set<String> = []
  for set in sets {
    for row in try jsonLines(set + "/gold.jsonl") {
      let id = row["id"] as? String ?? ""
      hosts[id] = row["host"] as? String ?? ""
      if row["doubtful"] as? Bool ?? false { doubtful.insert(id) }
    }
  }
  var texts = try sets.flatMap { set in
    let rows = try jsonLines(set + "/flat.jsonl.gz").filter { !doubtful.contains($0["id"] as? String ?? "") }
    return labelledTexts(rows, host: { hosts[$0] ?? $0 }, prefix: "", isComposed: false)
  }
  let composed = try jsonLines(data + "/interrupted/dev.jsonl")
  texts += labelledTexts(composed, host: { hosts[$0] ?? $0 }, prefix: "interrupted-", isComposed: true)
  try fit(FoldingSet(texts), name: "text", ending: ".txt", output: output, writes: writes)
}

private func fit(_ set: FoldingSet, name: String, ending: String, output: String?, writes: Bool) throws {
  let boosting = Boosting()
  var second = Boosting()
  second.trees = 80
  second.depth = 4
  second.featureShare = 0.6
  var looks = [[Float]](repeating: [], count: set.pieces.count)
  for part in 0..<FoldingSet.foldCount {
    let model = boosting.fit(set.rows(set.vectors) { set.parts[$0] != part })
    for index in set.pieces.indices where set.parts[index] == part { looks[index] = run(model, set.vectors[index]) }
    print("\(name): first look, part \(part), \(model.count) bytes")
  }
  let seen = set.pieces.indices.map { set.sights[$0].secondVectors(after: looks[$0]) }
  if let output {
    var results = looks
    for part in 0..<FoldingSet.foldCount {
      let model = second.fit(set.rows(seen) { set.parts[$0] != part })
      for index in set.pieces.indices where set.parts[index] == part { results[index] = run(model, seen[index]) }
    }
    try write(set, results, to: output + "-" + name + ".jsonl", ending: ending)
  }
  guard writes else { return }
  let folder = "Sources/Analysis/Models/"
  try Data(boosting.fit(set.rows(set.vectors) { _ in true })).write(to: URL(filePath: folder + name + "-first.bin"))
  try Data(second.fit(set.rows(seen) { _ in true })).write(to: URL(filePath: folder + name + "-second.bin"))
}

private func run(_ model: [UInt8], _ vectors: [[Float]]) -> [Float] {
  model.withUnsafeBytes { bytes in FoldingModel.look(bytes, vectors) }
}

/// Out-of-fold results, as far as the measures read them.
private func write(_ set: FoldingSet, _ article: [[Float]], to path: String, ending: String) throws {
  var lines = Data()
  for index in set.pieces.indices {
    let piece = set.pieces[index].piece
    let judge = PieceJudge(piece, set.sights[index], article: article[index])
    let blocks = piece.blocks.indices.map { block -> [String: Any] in
      let found = judge.boilerplate(of: block).flatMap { $0.score < Boilerplate.foldingThreshold ? nil : $0 }
      let boilerplate = found.map { ["kind": $0.kind.rawValue, "score": $0.score, "reasons": $0.reasons.map(\.words)] }
      return [
        "role": piece.blocks[block].role.rawValue, "text": String(decoding: piece.blocks[block].text, as: UTF8.self),
        "boilerplate": boilerplate as Any? ?? NSNull(), "article": article[index][block],
      ]
    }
    let line: [String: Any] = ["source": ["location": set.pieces[index].id + ending], "blocks": blocks]
    lines += try JSONSerialization.data(withJSONObject: line) + [10]
  }
  try lines.write(to: URL(filePath: path))
}
