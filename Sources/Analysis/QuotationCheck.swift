import Document
import Text

/// How a quotation of a claim stands in a source, word by word; case, marks, and the shapes of quotes and dashes are
/// not compared.
package struct QuotationCheck: Sendable, Equatable {
  /// Words in which the two differ; one side may have none.
  package struct Difference: Sendable, Equatable {
    package var quoted: String
    package var source: String
  }

  /// The words between the quotation marks.
  package let quotation: String
  /// Its words.
  let count: Int
  /// The first sentence, by index, in which it stands.
  let sentence: Int
  /// The sentences in which it begins and stands word for word.
  let places: [Int]
  package let differences: [Difference]

  /// How it stands there, with the first difference: "the quotation in other words (“stay”, here “remain”)".
  var words: String {
    guard let first = differences.first else { return "the quotation word for word" }
    let (quoted, source) = (Self.shortened(first.quoted), Self.shortened(first.source))
    let pair =
      quoted.isEmpty ? "here also \(source)" : source.isEmpty ? "not here: \(quoted)" : "\(quoted), here \(source)"
    return "the quotation in other words (\(pair)\(differences.count > 1 ? ", …" : ""))"
  }

  /// Characters of a difference that have room in a line with others.
  private static let shownLength = 24

  private static func shortened(_ words: String) -> String {
    words.isEmpty ? "" : words.count <= shownLength ? "“\(words)”" : "“\(words.prefix(shownLength))…”"
  }

  /// Fewer words are found anywhere.
  static let leastWords = 4
  private static let mostWords = 120
  /// A quotation is found where at least two of three of its words stand in order.
  private static let leastShare = 2.0 / 3

  /// The longest quotation of a claim that a source holds, as it is or nearly; nil: it holds none.
  static func longest(of claim: String, in sentences: [[UInt8]], _ reader: EvidenceReader) -> QuotationCheck? {
    let quoted = quotations(in: claim).map { QuotedWords($0, reader) }.filter { $0.keys.count >= leastWords }
    guard !quoted.isEmpty else { return nil }
    let source = SourceWords(sentences, reader)
    let longest = quoted.enumerated().sorted {
      (-$0.element.keys.count, $0.offset) < (-$1.element.keys.count, $1.offset)
    }
    return longest.lazy.compactMap { check($0.element, source) }.first
  }

  /// What stands between quotation marks, without what an ellipsis leaves out.
  static func quotations(in claim: String) -> [String] {
    let pairs: [Character: Character] = ["\u{201C}": "\u{201D}", "\u{201E}": "\u{201C}", "\"": "\"", "«": "»"]
    var found: [String] = []
    var open: (end: Character, words: String)?
    for character in claim.replacing("...", with: "…") {
      if let current = open {
        if character == current.end || character == "…" {
          found.append(current.words)
          open = character == "…" ? (current.end, "") : nil
        } else {
          open?.words.append(character)
        }
      } else if let end = pairs[character] {
        open = (end, "")
      }
    }
    return found
  }

  private static func check(_ quoted: QuotedWords, _ source: SourceWords) -> QuotationCheck? {
    let count = quoted.keys.count
    guard count <= mostWords, let end = source.bestEnd(of: quoted.keys), end.cost * 2 <= count else { return nil }
    let window = max(0, end.index - 2 * count)..<end.index
    let steps = alignment(of: quoted.keys, with: Array(source.keys[window]))
    let matches = steps.compactMap { step -> Int? in if case .same(_, let word) = step { word } else { nil } }
    guard let first = matches.first, Double(matches.count) >= leastShare * Double(count) else { return nil }
    return QuotationCheck(
      quotation: quoted.text, count: count, sentence: source.sentence[window.lowerBound + first],
      places: source.places(of: quoted.keys),
      differences: differences(steps, quoted, source, from: window.lowerBound))
  }

  // MARK: Alignment

  private enum Step { case same(Int, Int), quoted(Int), source(Int) }

  /// The steps of the cheapest alignment that takes all of `a` and ends with the end of `b` (Sellers 1980): each word
  /// that only one of them has costs 1.
  private static func alignment(of a: [UInt64], with b: [UInt64]) -> [Step] {
    let width = b.count + 1
    var costs = [Int32](repeating: 0, count: (a.count + 1) * width)
    for i in 1...a.count {
      costs[i * width] = Int32(i)
      for j in 1..<width {
        let beside = min(costs[(i - 1) * width + j], costs[i * width + j - 1]) + 1
        costs[i * width + j] = a[i - 1] == b[j - 1] ? min(beside, costs[(i - 1) * width + j - 1]) : beside
      }
    }
    var steps: [Step] = []
    var (i, j) = (a.count, b.count)
    while i > 0 {
      let cost = costs[i * width + j]
      if j > 0, a[i - 1] == b[j - 1], cost == costs[(i - 1) * width + j - 1] {
        (i, j) = (i - 1, j - 1)
        steps.append(.same(i, j))
      } else if j > 0, cost == costs[i * width + j - 1] + 1 {
        j -= 1
        steps.append(.source(j))
      } else {
        i -= 1
        steps.append(.quoted(i))
      }
    }
    return steps.reversed()
  }

  private static func differences(
    _ steps: [Step], _ quoted: QuotedWords, _ source: SourceWords, from start: Int
  ) -> [Difference] {
    var found: [Difference] = []
    var isOpen = false
    for step in steps {
      if case .same = step {
        isOpen = false
        continue
      }
      if !isOpen { found.append(Difference(quoted: "", source: "")) }
      isOpen = true
      switch step {
      case .same: break
      case .quoted(let index): found[found.count - 1].quoted += quoted.word(index) + " "
      case .source(let index): found[found.count - 1].source += source.word(start + index) + " "
      }
    }
    return found.map { Difference(quoted: String($0.quoted.dropLast()), source: String($0.source.dropLast())) }
  }
}

/// The words of a quotation.
private struct QuotedWords {
  let text: String
  let keys: [UInt64]
  private let bytes: [UInt8]
  private let ranges: [Range<Int>]

  init(_ text: String, _ reader: EvidenceReader) {
    self.text = text
    bytes = Array(text.utf8)
    let words = reader.words(of: bytes)
    ranges = words.map(\.range)
    keys = ranges.map { [bytes] in wordKey($0, of: bytes) }
  }

  func word(_ index: Int) -> String { String(decoding: bytes[ranges[index]], as: UTF8.self) }
}

/// The words of a source, in order, with the sentence of each.
private struct SourceWords {
  private(set) var keys: [UInt64] = []
  private(set) var sentence: [Int] = []
  private var ranges: [Range<Int>] = []
  private let sentences: [[UInt8]]

  init(_ sentences: [[UInt8]], _ reader: EvidenceReader) {
    self.sentences = sentences
    for (index, text) in sentences.enumerated() {
      for word in reader.words(of: text) {
        keys.append(wordKey(word.range, of: text))
        sentence.append(index)
        ranges.append(word.range)
      }
    }
  }

  func word(_ index: Int) -> String { String(decoding: sentences[sentence[index]][ranges[index]], as: UTF8.self) }

  /// The sentences in which these words begin and follow each other.
  func places(of quoted: [UInt64]) -> [Int] {
    guard let first = quoted.first, keys.count >= quoted.count else { return [] }
    var found: [Int] = []
    for start in 0...keys.count - quoted.count where keys[start] == first && found.last != sentence[start] {
      if keys[start..<start + quoted.count].elementsEqual(quoted) { found.append(sentence[start]) }
    }
    return found
  }

  /// Behind which word the cheapest stretch ends that stands for all these words, and what it costs; of several rather
  /// one that ends with their last word.
  func bestEnd(of quoted: [UInt64]) -> (index: Int, cost: Int)? {
    var column = Array(0...quoted.count)
    var best: (index: Int, cost: Int)?
    for (index, key) in keys.enumerated() {
      var diagonal = column[0]
      for i in 1...quoted.count {
        let beside = min(column[i], column[i - 1]) + 1
        let cost = quoted[i - 1] == key ? min(beside, diagonal) : beside
        diagonal = column[i]
        column[i] = cost
      }
      let (cost, least) = (column[quoted.count], best?.cost ?? Int.max)
      if cost < least || cost == least && key == quoted.last { best = (index + 1, cost) }
    }
    return best
  }
}

/// A word as it is compared: in small letters.
private func wordKey(_ range: Range<Int>, of text: [UInt8]) -> UInt64 {
  nameHash(EvidenceReader.lowercase(text[range]))
}
