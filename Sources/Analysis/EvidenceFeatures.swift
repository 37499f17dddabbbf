import Document
import Text

/// What a claim and its context ask of a sentence.
struct EvidenceQuery {
  let words: [EvidenceWord]
  /// The claim's stems that tell something; those of its context that the claim has not.
  let stems: Set<UInt64>
  let contextStems: Set<UInt64>
  let names: Set<UInt64>
  let figures: Set<UInt64>
  let pairs: Set<UInt64>
  /// Of words that tell something, with nothing but grammar between them.
  let tellingPairs: Set<UInt64>
  let grams: CountTable
  let gramNorm: Double

  /// Bytes of context that count, its last.
  private static let contextLength = 600

  init(claim: [UInt8], context: [UInt8], _ reader: EvidenceReader) {
    let claim = CitationMarks.blanked(claim)
    words = reader.words(of: claim)
    stems = Set(words.lazy.filter { !$0.isCommon }.map(\.stem))
    let around = reader.words(of: CitationMarks.blanked(Array(context.suffix(Self.contextLength))))
    contextStems = Set(around.lazy.filter { !$0.isCommon }.map(\.stem)).subtracting(stems)
    names = Set(words.lazy.filter { $0.isCapital && !$0.isCommon }.map(\.stem))
    figures = Set(words.lazy.filter(\.isFigure).map(\.stem))
    pairs = Set(zip(words, words.dropFirst()).lazy.map { Self.pair($0, $1) })
    tellingPairs = Self.tellingPairs(words)
    (grams, gramNorm) = CharacterGrams.count(claim)
  }

  static func tellingPairs(_ words: [EvidenceWord]) -> Set<UInt64> {
    let telling = words.filter { !$0.isCommon }
    return Set(zip(telling, telling.dropFirst()).lazy.map { pair($0, $1) })
  }

  static func pair(_ a: EvidenceWord, _ b: EvidenceWord) -> UInt64 { a.stem &* 31 &+ b.stem }
}

/// Runs of characters, for likeness beyond stems: letters in small and digits, anything else one blank.
enum CharacterGrams {

  /// How often each comes, and the square root of the sum of their squares.
  static func count(_ text: [UInt8]) -> (CountTable, norm: Double) {
    var table = CountTable(capacity: text.count)
    var squares = 0.0
    each(text) { gram in
      squares += 2 * Double(table[gram]) + 1
      table.add(gram)
    }
    return (table, squares.squareRoot())
  }

  /// `hasEdges`: a blank stands before the first word and behind the last.
  static func each(_ text: [UInt8], length: Int = 4, hasEdges: Bool = false, _ body: (UInt64) -> Void) {
    var gram: UInt64 = hasEdges ? 0x20 : 0
    var filled = hasEdges ? 1 : 0
    func feed(_ byte: UInt64) {
      if byte == 0x20, gram & 0xFF == 0x20 { return }
      gram = (gram << 8 | byte) & (1 << (8 * UInt64(length)) - 1)
      filled += 1
      if filled >= length { body(gram &* 0x9E37_79B9_7F4A_7C15) }
    }
    for byte in text { feed(isLetter(byte) || isDigit(byte) || byte >= 0x80 ? UInt64(lowered(byte)) : 0x20) }
    if hasEdges { feed(0x20) }
  }
}

/// What is seen of a sentence for a claim, in the order of its row.
enum EvidenceFeature: Int, CaseIterable {
  case bm25, coverage, context, pairs, names, figures, otherFigures, characters, order, heading, saysOfItself
  case headingAbove, before, behind, twoBefore, twoBehind, rank, length, fragment, place, first, precision
  case coverageSquared, wholeSentence, question, logBM25
  case pairRarity, lead, announces, ofOurselves, common, topics, topicWeight, cites, digits, count
}

extension [Float] {
  subscript(feature: EvidenceFeature) -> Float { self[feature.rawValue] }
}

/// The features of all sentences of a source for one claim.
struct EvidenceFeatures {
  /// Longer texts are compared by their beginnings.
  private static let orderLimit = (claim: 60, sentence: 120)

  private let query: EvidenceQuery
  private let sentences: [[UInt8]]
  private let words: [[EvidenceWord]]
  private var frequencies = CountTable(capacity: 1024)
  private var scores: [Double] = []
  private var most = 1.0
  private var ranks: [Int] = []
  /// What the words of the claim and of its context weigh together.
  private var claimWeight = 1.0
  private var contextWeight = 1.0
  /// By sentence, the score of the last heading above it.
  private var above: [Double] = []
  /// By sentence, the claim's telling pairs that it has, in one order: a sum of fractions depends on it.
  private var tellingPairs: [[UInt64]] = []
  /// By telling pair of the claim, how many sentences have it.
  private var pairFrequencies: [UInt64: Int] = [:]
  /// By stem, how many of the first sentences have it.
  private var leads = CountTable(capacity: 256)
  /// By sentence, its words without those whose stem it had before.
  private var distinct: [[EvidenceWord]] = []
  /// The same of the words that are not of grammar.
  private var telling: [[EvidenceWord]] = []
  /// The claim's stems that are topics of the source.
  private var topics: Set<UInt64> = []

  /// Sentences at the beginning that say what a source is about, at least; of a long one a twentieth.
  private static let leadLength = 8
  /// A stem of so many sentences is a topic of the source.
  private static let topicFrequency = 3
  /// Natural logarithm of the sentences of the longest sources that were fitted on, some 600.
  private static let longestSource = 6.4

  init(_ query: EvidenceQuery, sentences: [[UInt8]], words: [[EvidenceWord]]) {
    self.query = query
    self.sentences = sentences
    self.words = words
    (distinct, telling) = Self.distinct(words)
    for sentence in distinct { for word in sentence { frequencies.add(word.stem) } }
    tellingPairs = words.map { EvidenceQuery.tellingPairs($0).intersection(query.tellingPairs).sorted() }
    for pair in tellingPairs.joined() { pairFrequencies[pair, default: 0] += 1 }
    for sentence in telling.prefix(leadCount) { for word in sentence { leads.add(word.stem) } }
    topics = query.stems.filter { frequencies[$0] >= Self.topicFrequency }
    let mean = Double(words.reduce(0) { $0 + $1.count }) / Double(max(1, words.count))
    scores = words.map { bm25($0, mean: mean) }
    most = scores.max().flatMap { $0 > 0 ? $0 : nil } ?? 1
    let order = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    ranks = [Int](repeating: 0, count: scores.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    // In one order: a sum of fractions depends on it.
    claimWeight = max(1e-9, query.stems.sorted().reduce(0) { $0 + weight($1) })
    contextWeight = max(1e-9, query.contextStems.sorted().reduce(0) { $0 + weight($1) })
    var last = 0.0
    for index in words.indices {
      if isHeading(index) { last = scores[index] / most }
      above.append(last)
    }
  }

  private static func distinct(_ words: [[EvidenceWord]]) -> (all: [[EvidenceWord]], telling: [[EvidenceWord]]) {
    // By stem, the last sentence that had it, from 1.
    var (all, telling) = (CountTable(capacity: 1024), CountTable(capacity: 1024))
    func first(_ word: EvidenceWord, _ index: Int, _ last: inout CountTable) -> Bool {
      guard last[word.stem] != index + 1 else { return false }
      last[word.stem] = index + 1
      return true
    }
    return (
      words.enumerated().map { index, sentence in sentence.filter { first($0, index, &all) } },
      words.enumerated().map { index, sentence in sentence.filter { !$0.isCommon && first($0, index, &telling) } }
    )
  }

  /// Of all sentences.
  var rows: [[Float]] { words.indices.map { row($0) } }

  private func isHeading(_ index: Int) -> Bool {
    sentences[index].first == 0x23 || sentences[index].starts(with: Self.selfDescription)
  }

  /// How a page's metadata are marked among its sentences.
  private static let selfDescription = Array("(meta".utf8)

  private func weight(_ stem: UInt64) -> Double {
    Okapi.rarity(Double(frequencies[stem]), of: Double(words.count))
  }

  private func bm25(_ sentence: [EvidenceWord], mean: Double) -> Double {
    var sum = 0.0
    Okapi.each(query.stems, in: sentence, mean: mean, rarity: weight) { sum += $1 }
    return sum
  }

  func row(_ index: Int) -> [Float] {
    let around = [-1, 1, -2, 2].map { scores.indices.contains(index + $0) ? scores[index + $0] / most : 0 }
    let sentence = words[index]
    var (found, foundAround, all, names) = (0.0, 0.0, 0.0, 0)
    for word in distinct[index] {
      if query.stems.contains(word.stem) { found += weight(word.stem) }
      if query.contextStems.contains(word.stem) { foundAround += weight(word.stem) }
      if !word.isCommon { all += weight(word.stem) }
      if query.names.contains(word.stem) { names += 1 }
    }
    let pairs = Set(
      zip(sentence, sentence.dropFirst()).lazy.map { EvidenceQuery.pair($0, $1) }.filter(query.pairs.contains))
    let figures = Set(sentence.lazy.filter(\.isFigure).map(\.stem))
    let last = sentences[index].last { $0 > 0x20 } ?? 0
    let score = scores[index] / most
    let coverage = found / claimWeight
    let features: [Double] = [
      score, coverage, foundAround / contextWeight, share(pairs.count, of: query.pairs) ?? 0,
      share(names, of: query.names) ?? -0.1,
      share(figures.intersection(query.figures).count, of: query.figures) ?? -0.1,
      figures.subtracting(query.figures).isEmpty ? 0 : 1, likeness(index),
      order(sentence), isHeading(index) ? 1 : 0, sentences[index].starts(with: Self.selfDescription) ? 1 : 0,
      above[index],
      around[0], around[1], around[2], around[3], 1 / Double(1 + ranks[index]),
      naturalLogarithm(1 + Double(sentence.count)),
      sentence.count < 4 ? 1 : 0, Double(index) / Double(max(1, words.count)), 1 / Double(1 + index),
      all > 0 ? found / all : 0, coverage * coverage, Self.ends.contains(last) ? 1 : 0, last == 0x3F ? 1 : 0,
      naturalLogarithm(1 + scores[index]),
    ]
    return (features + sourceFeatures(index)).map { Float($0) }
  }

  private var leadCount: Int { min(words.count, max(Self.leadLength, words.count / 20)) }

  /// How a sentence stands to its source as a whole: to its beginning, to its topics, to what it announces.
  private func sourceFeatures(_ index: Int) -> [Double] {
    let sentence = words[index]
    let count = Double(telling[index].count + 1)
    // As shares of what is possible, so that a longer source than was fitted on is no other kind of source.
    let all = naturalLogarithm(1 + Double(words.count))
    let leadCount = Double(max(1, leadCount))
    var (rarity, lead, common, topic) = (0.0, 0.0, 0.0, 0.0)
    for pair in tellingPairs[index] {
      rarity += 1 / Double(max(1, pairFrequencies[pair] ?? 1))
    }
    var topicCount = 0
    // In the order of the sentence: a sum of fractions depends on it.
    for word in telling[index] {
      let share = naturalLogarithm(1 + Double(frequencies[word.stem])) / all
      lead += Double(leads[word.stem]) / leadCount
      common += share
      if query.stems.contains(word.stem) { topic += share }
      if topics.contains(word.stem) { topicCount += 1 }
    }
    let bytes = sentences[index]
    return [
      rarity, lead / count, sentence.contains { EvidenceReader.announcing.contains($0.stem) } ? 1 : 0,
      sentence.contains { EvidenceReader.ourselves.contains($0.stem) } ? 1 : 0, common / count,
      share(topicCount, of: topics) ?? -0.1, topic, CitationMarks.stand(in: bytes) ? 1 : 0,
      Double(bytes.count(where: isDigit)) / Double(bytes.count + 1), min(all, Self.longestSource),
    ]
  }

  /// A full stop, an exclamation mark, a question mark, a quotation mark (or the end of a typographic one).
  private static let ends: Set<UInt8> = [0x2E, 0x21, 0x3F, 0x22, 0x9D]

  /// nil: nothing is wanted.
  private func share(_ count: Int, of wanted: Set<UInt64>) -> Double? {
    wanted.isEmpty ? nil : Double(count) / Double(wanted.count)
  }

  /// The cosine of the counts of characters' runs.
  private func likeness(_ index: Int) -> Double {
    guard scores[index] > 0 else { return 0 }
    let norm = CharacterGrams.count(sentences[index]).norm
    guard norm > 0, query.gramNorm > 0 else { return 0 }
    // Over each gram as often as it stands in the sentence: the sum of the counts' products.
    var product = 0.0
    CharacterGrams.each(sentences[index]) { product += Double(query.grams[$0]) }
    return product / (norm * query.gramNorm)
  }

  /// The longest common subsequence of stems, as a share of the claim.
  private func order(_ sentence: [EvidenceWord]) -> Double {
    let a = query.words.prefix(Self.orderLimit.claim)
    let b = sentence.prefix(Self.orderLimit.sentence)
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (j, y) in b.enumerated() {
        let old = row[j + 1]
        row[j + 1] = x.stem == y.stem ? diagonal + 1 : max(old, row[j])
        diagonal = old
      }
    }
    return Double(row[b.count]) / Double(query.words.count)
  }
}

/// ln x for x > 0, to 1 part in 10⁹: by the exponent, and the series of the inverse hyperbolic tangent for the rest.
func naturalLogarithm(_ x: Double) -> Double {
  guard x > 0 else { return -745 }
  let t = (x.significand - 1.5) / (x.significand + 1.5)
  let square = t * t
  var sum = 0.0
  for term in stride(from: 15.0, to: 0, by: -2) { sum = sum * square + 1 / term }
  return Double(x.exponent) * 0.693_147_180_559_945_3 + 0.405_465_108_108_164_4 + 2 * t * sum
}
