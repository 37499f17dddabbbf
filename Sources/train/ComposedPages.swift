import Foundation

/// A snippet written for the training of folding, with slots in braces.
private struct Snippet {
  /// The kind of boilerplate, or what belongs to an article: "decoy", which only looks like it, and "list".
  let kind: String
  /// "start", "mid", "end"; "any": wherever.
  let place: String
  let blocks: [String]
  let number: Int

  /// `line`: the kind and the place, a colon, then the blocks.
  init?(_ line: Substring, kind: String?, number: Int) {
    let parts = line.split(separator: ": ", maxSplits: 1)
    guard parts.count == 2, !line.hasPrefix("#") else { return nil }
    let head = parts[0].split(separator: " ")
    guard let place = head.last, let own = kind ?? head.first.map(String.init) else { return nil }
    self.kind = own
    self.place = String(place)
    blocks = parts[1].components(separatedBy: " ¶ ")
    self.number = number
  }

  var isArticle: Bool { kind == "decoy" || kind == "list" }
}

/// Puts the snippets that were written for this project into the gold text of articles: rows as `labelledTexts` reads them.
/// Deterministic.
struct PageComposer {
  /// Numbers of snippets begin here, so that they are no others'.
  private static let firstNumber = 100_000
  /// Paragraphs of an article into which something is put, and its least words.
  private static let paragraphs = 8...60
  private static let leastWords = 250

  private let snippets: [Snippet]
  private let names: [String: [String]]
  private var random = SeededRandom(state: 11)
  /// What is still to be drawn, a place.
  private var bags: [String: [Snippet]] = [:]

  /// Reads the tables of `Sources/train/Labels`.
  init() throws {
    var snippets: [Snippet] = []
    for (file, kind) in [("appeals", "appeal"), ("boxes", nil), ("decoys", "decoy"), ("lists", "list")] {
      let text = try String(contentsOfFile: "Sources/train/Labels/snippets-\(file).txt", encoding: .utf8)
      for line in text.split(separator: "\n") {
        Snippet(line, kind: kind, number: Self.firstNumber + snippets.count).map { snippets.append($0) }
      }
    }
    self.snippets = snippets
    let text = try String(contentsOfFile: "Sources/train/Labels/names.txt", encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ": ", maxSplits: 1) }
    names = Dictionary(
      lines.filter { $0.count == 2 }.map { (String($0[0]), $0[1].components(separatedBy: " | ")) },
      uniquingKeysWith: { first, _ in first })
  }

  /// One row for each article of `gold` that is long enough and not doubtful.
  mutating func rows(_ gold: [[String: Any]]) -> [[String: Any]] { gold.compactMap { row($0) } }

  private mutating func row(_ gold: [String: Any]) -> [String: Any]? {
    guard let id = gold["id"] as? String, let text = gold["text"] as? String, gold["doubtful"] as? Bool != true else {
      return nil
    }
    let paragraphs = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    guard Self.paragraphs.contains(paragraphs.count), measuredWords(text).count >= Self.leastWords else { return nil }
    var blocks: [(text: String, of: Snippet?)] = []
    let spots = (0..<3 + random.next(below: 3)).map { _ in 1 + random.next(below: paragraphs.count - 1) }
    if random.next(below: 5) < 2 { blocks += draw("start") }
    let listSpot = random.next(below: 3) == 0 ? 1 + random.next(below: paragraphs.count - 1) : nil
    for (index, paragraph) in paragraphs.enumerated() {
      // The first two spots are for what only looks like boilerplate.
      for (place, spot) in spots.enumerated() where spot == index { blocks += draw(place < 2 ? "decoy" : "mid") }
      if listSpot == index { blocks += draw("list") }
      blocks.append((paragraph, nil))
    }
    for _ in 0...random.next(below: 3) { blocks += draw("end") }
    return [
      "id": id, "blocks": blocks.map(\.text),
      "labels": blocks.map { NSNumber(value: $0.of?.isArticle ?? true ? 1 : 0) as Any },
      "kinds": blocks.map { $0.of?.kind ?? NSNull() as Any },
      "snippet": blocks.map { $0.of.map { NSNumber(value: $0.number) } ?? NSNull() as Any },
    ]
  }

  /// Each snippet in turn, in another order when all were drawn.
  private mutating func draw(_ place: String) -> [(text: String, of: Snippet?)] {
    if bags[place]?.isEmpty ?? true {
      var bag = snippets.filter {
        ["decoy", "list"].contains(place)
          ? $0.kind == place : !$0.isArticle && ($0.place == place || $0.place == "any")
      }
      for index in bag.indices.dropFirst() { bag.swapAt(index, random.next(below: index + 1)) }
      bags[place] = bag
    }
    guard let snippet = bags[place]?.popLast() else { return [] }
    return snippet.blocks.map { (filled($0), snippet) }
  }

  /// With a name in each slot.
  private mutating func filled(_ block: String) -> String {
    var result = ""
    for (index, part) in block.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let end = part.firstIndex(of: "}"), let all = names[String(part[..<end])] else {
        result += index == 0 ? String(part) : "{" + part
        continue
      }
      result += all[random.next(below: all.count)] + part[part.index(after: end)...]
    }
    return result
  }
}
