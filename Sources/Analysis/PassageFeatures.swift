import Document
import Text

/// What is seen of a page's sentence for a claim beside `EvidenceFeature`, in the order of its row. Of likenesses, `best`
/// is the share of the best sentence's.
enum PassageFeature: Int, CaseIterable {
  case rareBest, rare, halfRareBest, rareRank, wordRank, rareAround, rareDeviation, wordDeviation
  case coverage, presentCoverage, coverageSquared, coverageBeside, coverageNear
  case contextBest, context, contextAround, contextCoverage, contextEnd, contextNames, bothBest, bothRank, bothAround
  case years, figures, otherYear
  case gramsBest, grams, gramsRank, gramsDeviation, gramsAround, gramsBefore, gramsBehind
  case pairsBest, pairs, near
  case likeness, likenessBest, feedback, centrality
  case words5, words10, words16, words24, words34, words50, wordsMore
  case beginsCapital, goesOn, reports, speaks, names
}

/// These features of all sentences of a page for one claim. Linear in its length but for the sorting.
struct PassageFeatures {
  /// By sentence.
  private(set) var rows: [[Float]] = []

  private let query: PassageQuery
  private let sentences: [[UInt8]]
  private let words: [[EvidenceWord]]

  init(_ query: PassageQuery, sentences: [[UInt8]], words: [[EvidenceWord]]) {
    self.query = query
    self.sentences = sentences
    self.words = words
    guard !sentences.isEmpty else { return }
    let likeness = PassageLikeness(query, words)
    let hasYear = zip(sentences, words).map { sentence, words in
      words.contains { $0.isFigure && CitationMarks.isYear(sentence[$0.range]) }
    }
    let columns = likeness.words() + likeness.context() + likeness.figures(hasYear) + grams() + pairs() + vectors()
    rows = sentences.indices.map { index in
      (columns.map { $0[index] } + SentenceShape.features(sentences[index], words[index])).map { Float($0) }
    }
  }

  private func grams() -> [[Double]] {
    let grams = GramLikeness.scores(query.grams, sentences)
    let shares = Series.shares(grams)
    return [
      shares, grams.map { $0 / 100 }, Series.ranks(grams), Series.deviations(grams),
      Series.shares(Series.smoothed(grams)), [0] + shares.dropLast(), shares.dropFirst() + [0],
    ]
  }

  /// Of the claim's pairs of telling words that a sentence has, and of its words that stand near each other.
  private func pairs() -> [[Double]] {
    let all = max(1e-9, query.pairWeights.reduce(0, +))
    var seen = [Int](repeating: -1, count: query.pairWeights.count + 1)
    var (pairs, near) = ([Double](), [Double]())
    for (index, sentence) in words.enumerated() {
      let telling = sentence.filter { !$0.isCommon && $0.range.count > 1 }
      var sum = 0.0
      for (a, b) in zip(telling, telling.dropFirst()) {
        let pair = query.pairs[EvidenceQuery.pair(a, b)]
        guard pair > 0, seen[pair] != index else { continue }
        seen[pair] = index
        sum += query.pairWeights[pair - 1]
      }
      pairs.append(sum)
      near.append(naturalLogarithm(1 + nearWeight(telling)))
    }
    return [Series.shares(pairs), pairs.map { $0 / all }, near]
  }

  private func nearWeight(_ telling: [EvidenceWord]) -> Double {
    let found = telling.enumerated().compactMap { place, word in
      query.number(of: word.stem).flatMap { $0 < query.claimCount ? (place: place, word: $0) : nil }
    }
    return Nearness.sum(found) { a, b in
      a == b ? 0 : (query.rarities[a] * query.rarities[b]).squareRoot()
    }
  }

  private func vectors() -> [[Double]] {
    let vectors = TermVectors(words)
    let likeness = vectors.likeness(to: query.stems[..<query.claimCount])
    return [
      likeness, Series.shares(likeness), Series.shares(vectors.feedback(likeness)),
      sentences.indices.map(vectors.centrality),
    ]
  }
}

/// What a sentence looks like, whatever is claimed.
enum SentenceShape {
  /// In words.
  private static let lengths = [0...5, 6...10, 11...16, 17...24, 25...34, 35...50, 51...Int.max]

  private static func stems(_ words: String) -> Set<UInt64> {
    Set(words.utf8.split { $0 == 0x20 }.map { nameHash($0) })
  }

  private static let anaphora = stems("he she it they his her their this the")
  private static let reporting = stems("said say accord told")
  private static let persons = stems("i my me we you your")

  static func features(_ text: [UInt8], _ words: [EvidenceWord]) -> [Double] {
    let flags = [
      text.first.map(isUpper) ?? false, words.first.map { anaphora.contains($0.stem) } ?? false,
      words.contains { reporting.contains($0.stem) }, words.contains { persons.contains($0.stem) },
    ]
    return lengths.map { $0.contains(words.count) ? 1 : 0 } + flags.map { $0 ? 1 : 0 }
      + [Double(words.count(where: \.isCapital)) / Double(1 + words.count)]
  }
}
