import Analysis
import Document
import Foundation
import Reading
import Text

/// A page whose sources are labelled, with what is seen of its sentences and what their words are.
struct SourcePage {
  let id: String
  let piece: Piece
  let metadata: Metadata
  let chains: [Chain]
  /// Byte ranges in the text.
  let sources: [Range<Int>]
  /// The sentences that are labelled; nil: all are.
  let sentences: [Range<Int>]?
  /// Written for this project, text and all.
  var isWritten = false

  init(id: String, text: String, sources: [Range<Int>], sentences: [Range<Int>]?) {
    let text = Array(text.utf8)
    let piece = PlainText.piece(ofText: text, extent: 0..<text.count, isFirst: true, shape: TextShape(of: text))
    metadata = PlainText.metadata(of: piece)
    self.id = id
    self.sources = sources
    self.sentences = sentences
    self.piece = piece
    chains = SourceSight(piece, metadata: metadata).sentences.compactMap { sentence in
      let offset = piece.blocks[sentence.block].extent.lowerBound
      let words = sentence.words.map { $0.lowerBound + offset..<$0.upperBound + offset }
      if let sentences {
        guard let first = words.first, let last = words.last,
          sentences.contains(where: { $0.contains(first.lowerBound) && $0.contains(last.upperBound - 1) })
        else { return nil }
      }
      return Chain(owners: sentence.owners, places: sentence.places, labels: SourcePage.labels(words, sources))
    }
  }

  private static func labels(_ words: [Range<Int>], _ sources: [Range<Int>]) -> [Int] {
    words.enumerated().map { index, word in
      guard let source = sources.first(where: { $0.overlaps(word) }) else { return SourceLabel.outside.rawValue }
      let goesOn = index > 0 && source.overlaps(words[index - 1])
      return goesOn ? SourceLabel.goesOn.rawValue : SourceLabel.begins.rawValue
    }
  }
}

/// The labelled news sentences: every sentence of a page is labelled.
func newsSourcePages(_ folder: String) throws -> [SourcePage] {
  try jsonLines(folder + "/claims/news.dev.jsonl").map { page in
    let paragraphs = page["paragraphs"] as? [[[String: Any]]] ?? []
    var sources: [Range<Int>] = []
    var at = 0
    for paragraph in paragraphs {
      for sentence in paragraph {
        let words = Array((sentence["text"] as? String ?? "").utf8)
        for cite in sentence["cites"] as? [[String: Any]] ?? [] {
          guard let place = SourcePlace.find(cite["source"] as? String, credited: cite["cue"] as? String, in: words)
          else {
            continue
          }
          sources.append(place.lowerBound + at..<place.upperBound + at)
        }
        at += words.count + 1
      }
      at += 1
    }
    let texts = paragraphs.map { $0.compactMap { $0["text"] as? String }.joined(separator: " ") }
    return SourcePage(
      id: page["id"] as? String ?? "", text: texts.joined(separator: "\n\n"), sources: sources, sentences: nil)
  }
}

/// The gold texts of pages that are labelled for this project, by the page's set and name.
func goldTexts(_ folder: String) throws -> [String: String] {
  var texts: [String: String] = [:]
  for set in ["aed", "wcxb"] {
    for row in try jsonLines(folder + "/extraction/\(set)/gold.jsonl") {
      texts["\(set) " + (row["id"] as? String ?? "")] = row["text"] as? String
    }
  }
  return texts
}

/// Pages whose labels were made for this project: of each page a line with its set and its name, then of each sentence
/// that was read a line with its byte range in the page's gold text, and the ranges of its sources.
func labelledSourcePages(_ folder: String) throws -> [SourcePage] {
  let texts = try goldTexts(folder)
  var names: [String] = []
  var labels: [String: (sources: [Range<Int>], sentences: [Range<Int>])] = [:]
  let lines = try String(contentsOfFile: "Sources/train/Labels/sources.txt", encoding: .utf8).split(separator: "\n")
  for line in lines {
    let ranges = line.split(separator: " ").compactMap { part -> Range<Int>? in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : nil
    }
    if let sentence = ranges.first, let name = names.last {
      labels[name]?.sentences.append(sentence)
      labels[name]?.sources += ranges.dropFirst()
    } else {
      names.append(String(line))
      labels[String(line)] = ([], [])
    }
  }
  return names.compactMap { name in
    guard let text = texts[name], let label = labels[name] else { return nil }
    return SourcePage(id: name, text: text, sources: label.sources, sentences: label.sentences)
  }
}

/// Prose that was written for this project, much of which teaches or explains: a page a line, sources in brackets.
func writtenSourcePages() throws -> [SourcePage] {
  let lines = try String(contentsOfFile: "Sources/train/Labels/written-sources.txt", encoding: .utf8).split(
    separator: "\n")
  return lines.enumerated().map { number, line in
    var text = ""
    var starts: [Int] = []
    var sources: [Range<Int>] = []
    for letter in line {
      switch letter {
      case "[": starts.append(text.utf8.count)
      case "]": if let start = starts.popLast() { sources.append(start..<text.utf8.count) }
      case _: text.append(letter)
      }
    }
    var page = SourcePage(id: "written \(number + 1)", text: text, sources: sources, sentences: nil)
    page.isWritten = true
    return page
  }
}

/// Where in a sentence a labelled source stands.
private enum SourcePlace {
  /// Of the places of `source` as whole words the one nearest to its cue.
  static func find(_ source: String?, credited cue: String?, in text: [UInt8]) -> Range<Int>? {
    let found = places(of: source, in: text)
    let cues = places(of: cue, in: text)
    return found.min { away($0, cues) < away($1, cues) }
  }

  private static func away(_ place: Range<Int>, _ cues: [Range<Int>]) -> Int {
    cues.map { max(0, $0.lowerBound - place.upperBound, place.lowerBound - $0.upperBound) }.min() ?? 0
  }

  private static func places(of phrase: String?, in text: [UInt8]) -> [Range<Int>] {
    guard let phrase = phrase.map({ Array($0.utf8) }), let first = phrase.first, let last = phrase.last,
      phrase.count <= text.count
    else { return [] }
    return (0...(text.count - phrase.count)).map { $0..<$0 + phrase.count }.filter { place in
      let (from, to) = (place.lowerBound, place.upperBound)
      return text[place].elementsEqual(phrase) && !(from > 0 && isInWord(text[from - 1]) && isInWord(first))
        && !(to < text.count && isInWord(text[to]) && isInWord(last))
    }
  }

  /// ASCII's letters and digits, and what begins one outside ASCII.
  private static func isInWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || (0xc3..<0xe0).contains(byte)
  }
}
