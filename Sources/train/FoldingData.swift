import Analysis
import Document
import Fetch
import Foundation
import Reading

/// A document whose blocks are labelled: 1 the article, 0 not; nil where the labels do not say.
struct LabelledPiece {
  let id: String
  /// Documents of one host are fitted on together, or not at all.
  let host: String
  let piece: Piece
  let metadata: Metadata
  let labels: [Float?]
  /// How much a word of each block weighs.
  let weights: [Float]
  /// What a block must not be told by: its host, or the snippet that was put in there, which stands in other pages too.
  let groups: [String]
  /// Snippets were put into it for this project.
  var isComposed = false

  /// So begins the group of a snippet.
  static let snippet = "snippet "
}

/// Words as the measures count them: `\w+`, in small letters.
func measuredWords(_ text: some StringProtocol) -> [String] {
  text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
}

/// All bytes of a file, plain or gzip.
func wholeFile(_ path: String) throws -> [UInt8] { try ByteSource.whole(path, limit: 1 << 30) }

/// The lines of a file of JSON, plain or gzip.
func jsonLines(_ path: String) throws -> [[String: Any]] {
  let data = Data(try wholeFile(path))
  return data.split(separator: 10).compactMap { try? JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] }
}

/// Words of a gold text that is one.
private let leastGold = 20

/// Pages of HTML with the gold text beside them.
func labelledPages(_ folder: String) throws -> [LabelledPiece] {
  try jsonLines(folder + "/gold.jsonl").compactMap { row in
    guard let id = row["id"] as? String, let host = row["host"] as? String, let gold = row["text"] as? String else {
      return nil
    }
    let bytes = try wholeFile(folder + "/html/\(id).html.gz")
    let text = transcoded(bytes, from: HTMLPage.charset(of: bytes, declared: nil)).text
    let (page, metadata) = HTMLPage.read(text, base: LinkBase(location: id + ".html"))
    let piece = page.judged()
    let alignment = GoldAlignment(gold)
    // Where the gold is doubtful, or there is none, the page is only run on.
    let isDoubtful = row["doubtful"] as? Bool ?? false || alignment.wordCount < leastGold
    let labels = isDoubtful ? piece.blocks.map { _ in nil } : alignment.labels(of: piece)
    let weight = 300 / Float(max(150, alignment.wordCount))
    return LabelledPiece(
      id: id, host: host, piece: piece, metadata: metadata, labels: labels, weights: piece.blocks.map { _ in weight },
      groups: piece.blocks.map { _ in host })
  }
}

/// Which blocks of a page stand in its gold text.
struct GoldAlignment {
  private let words: [String]
  private let shingles: Set<[String]>
  private let lines: Set<String>
  private let short: Set<String>
  let wordCount: Int
  /// Words that are told by their order.
  private static let shingle = 4
  /// A line of so many words stands on a page once.
  private static let repeated = 8

  init(_ gold: String) {
    words = measuredWords(gold)
    wordCount = words.count
    var found: Set<[String]> = []
    var runs: Set<String> = []
    for at in words.indices {
      if at + Self.shingle <= words.count { found.insert(Array(words[at..<at + Self.shingle])) }
      for length in 1..<Self.shingle where at + length <= words.count {
        runs.insert(words[at..<at + length].joined(separator: " "))
      }
    }
    shingles = found
    short = runs
    lines = Set(gold.split(separator: "\n").map { measuredWords($0).joined(separator: " ") })
  }

  func labels(of piece: Piece) -> [Float?] {
    let words = piece.blocks.map { measuredWords(String(decoding: $0.text, as: UTF8.self)) }
    var labels: [Float?] = words.map { words in
      guard words.count >= Self.shingle else { return nil }
      var covered = [Bool](repeating: false, count: words.count)
      for at in 0...words.count - Self.shingle where shingles.contains(Array(words[at..<at + Self.shingle])) {
        for inside in at..<at + Self.shingle { covered[inside] = true }
      }
      return covered.count { $0 } * 2 >= words.count ? 1 : 0
    }
    chooseCopies(words, &labels)
    // What stands on the page a second time, by and large, is not read twice.
    var seen: Set<[String]> = []
    for index in labels.indices where words[index].count >= Self.repeated && labels[index] == 1 {
      let all = words[index].count - Self.shingle + 1
      let runs = (0..<all).map { Array(words[index][$0..<$0 + Self.shingle]) }
      if runs.count(where: seen.contains) * 10 >= all * 9 { labels[index] = 0 }
      seen.formUnion(runs)
    }
    let long = labels
    for index in labels.indices where words[index].count < Self.shingle && !words[index].isEmpty {
      let text = words[index].joined(separator: " ")
      let before = long[..<index].last { $0 != nil } ?? nil
      let after = long[(index + 1)...].first { $0 != nil } ?? nil
      let isBetween = before == 1 && after == 1
      labels[index] =
        (lines.contains(text) && (before == 1 || after == 1)) || (isBetween && short.contains(text)) ? 1 : 0
    }
    return labels
  }

  /// Of blocks that say the same, as many are the article as the gold text has: those among most of it. A heading is, and
  /// not its entry in the table of contents.
  private func chooseCopies(_ words: [[String]], _ labels: inout [Float?]) {
    var copies: [[String]: [Int]] = [:]
    for index in labels.indices where labels[index] == 1 { copies[words[index], default: []].append(index) }
    let alone = labels.indices.map { labels[$0] != nil && copies[words[$0]]?.count ?? 1 == 1 ? labels[$0] : nil }
    for (text, places) in copies where places.count > 1 {
      let count = max(1, occurrences(of: text))
      guard places.count > count else { continue }
      let ranked = places.map { (company: company(of: $0, alone), place: $0) }
        .sorted { ($1.company, $0.place) < ($0.company, $1.place) }
      for copy in ranked[count...] { labels[copy.place] = 0 }
    }
  }

  /// How often the gold text has these words in their order.
  private func occurrences(of text: [String]) -> Int {
    guard text.count <= words.count else { return 0 }
    return (0...words.count - text.count).count {
      words[$0] == text[0] && words[$0..<$0 + text.count].elementsEqual(text)
    }
  }

  /// How many of the nearest blocks with a label are the article, of so many on each side.
  private func company(of index: Int, _ labels: [Float?]) -> Float {
    labels[..<index].lazy.reversed().compactMap { $0 }.prefix(Self.near).reduce(0, +)
      + labels[(index + 1)...].lazy.compactMap { $0 }.prefix(Self.near).reduce(0, +)
  }
  private static let near = 3
}

/// Where a text of labelled blocks comes from.
enum TextOrigin: String {
  case page = ""
  /// An article into which a snippet of the measures was put.
  case interrupted = "interrupted-"
  /// One into which what was written for fitting was put.
  case written = "written-"

  /// What a word weighs, outside of snippets.
  var weight: Float {
    switch self {
    case .page: 0.3
    case .interrupted: 0.6
    case .written: 0.1
    }
  }

  /// A snippet of more blocks than these weighs no more.
  static let mostBlocks = 8

  /// What a block of a snippet weighs as a whole, however short it is.
  var snippetWeight: Float {
    switch self {
    case .page, .interrupted: 18
    case .written: 8
    }
  }
}

/// Flattened pages, whose blocks are labelled one by one.
func labelledTexts(_ rows: [[String: Any]], host: (String) -> String, origin: TextOrigin) -> [LabelledPiece] {
  rows.compactMap { row in
    guard let id = row["id"] as? String, let blocks = row["blocks"] as? [String], let labels = row["labels"] as? [Any]
    else { return nil }
    var starts: [Int] = []
    var bytes: [UInt8] = []
    for block in blocks {
      starts.append(bytes.count)
      bytes += Array(block.utf8) + [10, 10]
    }
    let piece = PlainText.piece(ofText: bytes, extent: 0..<bytes.count, isFirst: true, shape: TextShape(of: bytes))
    let kinds = row["kinds"] as? [Any]
    let snippets = row["snippet"] as? [Any]
    let sources = piece.blocks.map { block in starts.lastIndex { $0 <= block.extent.lowerBound } ?? 0 }
    let found = sources.map { (labels[$0] as? NSNumber)?.floatValue }
    let numbers = (snippets ?? []).compactMap { $0 as? NSNumber }
    let sizes = Dictionary(grouping: numbers) { $0 }.mapValues {
      max(1, Float($0.count) / Float(TextOrigin.mostBlocks))
    }
    let weights = zip(sources, piece.blocks).map { source, block -> Float in
      guard kinds?[source] is String else { return origin.weight }
      let words = Float(max(1, measuredWords(String(decoding: block.text, as: UTF8.self)).count))
      let size = (snippets?[source] as? NSNumber).flatMap { sizes[$0] } ?? 1
      return origin.snippetWeight / words / size
    }
    let groups = sources.map { (snippets?[$0] as? NSNumber).map { LabelledPiece.snippet + "\($0)" } ?? host(id) }
    return LabelledPiece(
      id: origin.rawValue + id, host: host(id), piece: piece, metadata: PlainText.metadata(of: piece), labels: found,
      weights: weights, groups: groups, isComposed: origin != .page)
  }
}
