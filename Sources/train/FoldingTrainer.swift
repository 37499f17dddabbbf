import Analysis
import Document
import Foundation

/// Fits the models of folding; `only` "page" or "text" those of one sort. Pages of one host are always on one side.
func trainFolding(data: String, output: String?, only: String?, writes: Bool) throws {
  let sets = ["scrapinghub", "aed", "wcxb"].map { data + "/extraction/" + $0 }
  if only != "text" {
    let pages = try sets.flatMap(labelledPages)
    try fit(FoldingSet(pages, hasNames: true), name: "page", ending: ".html", output: output, writes: writes)
  }
  guard only != "page" else { return }
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
    return labelledTexts(rows, host: { hosts[$0] ?? $0 }, origin: .page)
  }
  let composed = try jsonLines(data + "/interrupted/dev.jsonl")
  texts += labelledTexts(composed, host: { hosts[$0] ?? $0 }, origin: .interrupted)
  var composer = try PageComposer()
  let written = try composer.rows(sets.flatMap { try jsonLines($0 + "/gold.jsonl") })
  texts += labelledTexts(written, host: { hosts[$0] ?? $0 }, origin: .written)
  try fit(FoldingSet(texts, hasNames: false), name: "text", ending: ".txt", output: output, writes: writes)
}

private func fit(_ set: FoldingSet, name: String, ending: String, output: String?, writes: Bool) throws {
  let boosting = Boosting()
  var second = Boosting()
  second.trees = 80
  second.depth = 4
  second.featureShare = 0.6
  let parts = 0..<FoldingSet.partCount
  let tables = set.tables()
  let odds = set.odds(tables.parts)
  let vectors = zip(set.sights, odds).map { $0.firstVectors($1) }
  print("\(name): tables of weights")
  let looks = set.unseen(vectors, parts.map { boosting.fit(set.rows(vectors, without: $0)) })
  print("\(name): first look")
  let seen = set.pieces.indices.map { set.sights[$0].secondVectors(after: looks[$0], odds[$0]) }
  if let output {
    let results = set.unseen(seen, parts.map { second.fit(set.rows(seen, without: $0)) })
    try write(set, results, to: output + "-" + name + ".jsonl", ending: ending)
  }
  guard writes else { return }
  func store(_ bytes: [UInt8], _ table: String) throws {
    try Data(bytes).write(to: URL(filePath: "Sources/Analysis/Models/\(name)-\(table).bin"))
  }
  try store(tables.all.words, "words")
  if set.hasNames { try store(tables.all.names, "names") }
  try store(boosting.fit(set.rows(vectors, without: nil)), "first")
  try store(second.fit(set.rows(seen, without: nil)), "second")
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
