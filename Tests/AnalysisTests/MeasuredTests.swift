import Document
import Foundation
import Testing

@testable import Analysis

/// Sample data that is not part of the project; its folder stands in the environment.
private let data = ProcessInfo.processInfo.environment["IBID_DATA"].map { URL(fileURLWithPath: $0) }
private let noData: Comment = "IBID_DATA is not set: the sample data is not here"

/// Numbers on sample data, with bounds a little below what was measured.
@Suite("Measured on sample data", .enabled(if: data != nil, noData))
struct MeasuredTests {
  private func lines(_ path: String) throws -> [[String: Any]] {
    let url = try #require(data).appendingPathComponent(path)
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  /// Bytes of a range of Unicode scalars.
  private func bytes(_ object: [String: Any], in text: String) -> Range<Int> {
    let scalars = Array(text.unicodeScalars)
    func offset(_ key: String) -> Int {
      scalars.prefix(object[key] as? Int ?? 0).reduce(0) { $0 + String($1).utf8.count }
    }
    return offset("start")..<offset("end")
  }

  @Test("The sample article: folds, claims and citations")
  func sample() throws {
    let folder = try #require(data).appendingPathComponent("samples")
    let text = try String(contentsOf: folder.appendingPathComponent("canary.txt"), encoding: .utf8)
    let gold = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent("canary.gold.json")))
        as? [String: Any])
    let piece = marked(text)
    let source = text.components(separatedBy: "\n")
    var right = (folds: 0, strong: 0, no: 0, cites: 0)
    var extra = 0
    let entries = try #require(gold["lines"] as? [[String: Any]])
    try #require(entries.count == piece.blocks.count)
    for (index, entry) in entries.enumerated() {
      let line = source[(entry["line"] as? Int ?? 1) - 1]
      let block = piece.blocks[index]
      let isBoilerplate = entry["role"] as? String == "boilerplate"
      right.folds += isFolded(block) == isBoilerplate ? 1 : 0
      #expect(!isBoilerplate || block.sentences.allSatisfy { $0.claim == nil }, "a claim in boilerplate: \(line)")
      guard !isBoilerplate else { continue }
      var open = piece.citations.filter { $0.block == index }.map(\.range)
      for citation in entry["citations"] as? [[String: Any]] ?? [] {
        let range = bytes(citation, in: line)
        right.cites += open.contains { $0.overlaps(range) } ? 1 : 0
        open.removeAll { $0.overlaps(range) }
      }
      extra += open.count
      for sentence in entry["sentences"] as? [[String: Any]] ?? [] {
        let range = bytes(sentence, in: line)
        let marked = block.sentences.contains {
          $0.range.clamped(to: range).count * 2 > range.count && $0.score >= ClaimDensity.normal.threshold
        }
        right.strong += sentence["claim"] as? String == "strong" && marked ? 1 : 0
        right.no += sentence["claim"] as? String == "no" && !marked ? 1 : 0
      }
    }
    #expect(right.folds >= 48, "of 48 lines")
    #expect(right.strong >= 12, "of 13 claims")
    #expect(right.no == 5, "of 5 that are none")
    #expect(right.cites >= 7, "of 8 citations")
    #expect(extra <= 2, "citations that are none")
  }

  @Test("Real articles with boilerplate put in: folded, kept, and its kind")
  func interrupted() throws {
    var snippets: [String: (whole: Bool, kind: Bool)] = [:]
    var decoys = (all: 0, kept: 0)
    var words = (all: 0, lost: 0)
    for page in try lines("data/interrupted/dev.jsonl") {
      let blocks = page["blocks"] as? [String] ?? []
      let kinds = page["kinds"] as? [Any] ?? []
      let piece = marked(blocks: blocks.map { ($0.hasPrefix("* ") || $0.hasPrefix("– ") ? .listItem : .paragraph, $0) })
      let folded = piece.foldedKinds
      for (index, block) in blocks.enumerated() {
        let kind = kinds[index] as? String
        let count = block.split(separator: " ").count
        if kind == nil || kind == "decoy" {
          words.all += count
          words.lost += folded[index] == nil ? 0 : count
        }
        if kind == "decoy" {
          decoys.all += 1
          decoys.kept += folded[index] == nil ? 1 : 0
        } else if let kind, let number = (page["snippet"] as? [Any])?[index] as? Int {
          let key = "\(page["id"] ?? "") \(number)"
          let old = snippets[key] ?? (true, false)
          snippets[key] = (old.whole && folded[index] != nil, old.kind || folded[index] == kind)
        }
      }
    }
    let whole = Double(snippets.values.filter(\.whole).count) / Double(snippets.count)
    let kind = Double(snippets.values.filter(\.kind).count) / Double(snippets.count)
    #expect(whole > 0.78)
    #expect(kind > 0.85)
    #expect(Double(decoys.kept) / Double(decoys.all) > 0.96)
    #expect(Double(words.lost) / Double(words.all) < 0.012)
  }

  @Test("Labelled news: claims told from what is none, and sentences that name a source")
  func news() throws {
    var scores: [(score: Double, isStrong: Bool)] = []
    var holds = (gold: 0, found: 0, both: 0)
    for page in try lines("data/claims/news.dev.jsonl") {
      let paragraphs = page["paragraphs"] as? [[[String: Any]]] ?? []
      let texts = paragraphs.map { $0.compactMap { $0["text"] as? String }.joined(separator: " ") }
      let piece = marked(blocks: texts.map { (.paragraph, $0) })
      for (index, paragraph) in paragraphs.enumerated() {
        var at = 0
        for sentence in paragraph {
          let count = (sentence["text"] as? String ?? "").utf8.count
          let range = at..<at + count
          at += count + 1
          let own = piece.blocks[index].sentences.max {
            $0.range.clamped(to: range).count < $1.range.clamped(to: range).count
          }
          let isCited = piece.citations.contains { $0.block == index && $0.range.overlaps(range) }
          let isGold = (sentence["cites"] as? [Any])?.isEmpty == false
          holds.gold += isGold ? 1 : 0
          holds.found += isCited ? 1 : 0
          holds.both += isGold && isCited ? 1 : 0
          let label = sentence["claim"] as? String
          if label != "weak" { scores.append((own?.score ?? 0, label == "strong")) }
        }
      }
    }
    let strong = scores.filter(\.isStrong).map(\.score)
    let none = scores.filter { !$0.isStrong }.map(\.score)
    let hits = strong.filter { $0 >= 0.5 }.count
    let f1 = 2 * Double(hits) / Double(strong.count + scores.filter { $0.score >= 0.5 }.count)
    var pairs = 0.0
    for score in strong { pairs += none.reduce(0) { $0 + ($1 < score ? 1 : $1 == score ? 0.5 : 0) } }
    #expect(pairs / Double(strong.count * none.count) > 0.96, "AUC")
    #expect(f1 > 0.91, "F1 of marked claims")
    #expect(2 * Double(holds.both) / Double(holds.gold + holds.found) > 0.86, "F1 of sentences that hold a source")
  }
}
