import Text

/// How like a claim each sentence of a paper is: by words, by what other words stand beside them, by runs of characters.
struct ScholarlyLikeness {
  /// Words of the claim that stand so near to each other, words of grammar left out, belong together.
  private static let nearness = 4
  /// What the neighbours' likeness counts beside a sentence's own, the next and the next but one.
  private static let around = [0.5, 0.25]

  private let query: ScholarlyQuery
  private let sentences: [[UInt8]]
  private let words: [[EvidenceWord]]
  private let vectors: TermVectors
  private let scholarly: ScholarlyWords
  /// BM25, a term weighed by its rarity in the paper alone, and by that in papers: its root, and as it is.
  private var plain: [Double] = []
  private var halfRare: [Double] = []
  private var rare: [Double] = []
  private var grams: [Double] = []
  private var gramRanks: [Int] = []
  private var gramsAround: [Double] = []
  private var feedback: [Double] = []
  private var pairs: [Double] = []
  private var claimWeight = 0.0
  private var most = (rare: 1.0, grams: 1.0)
  private var gramMoments = (mean: 0.0, deviation: 1.0)

  init(
    _ query: ScholarlyQuery, _ sentences: [[UInt8]], _ words: [[EvidenceWord]], _ vectors: TermVectors,
    _ scholarly: ScholarlyWords
  ) {
    self.query = query
    self.sentences = sentences
    self.words = words
    self.vectors = vectors
    self.scholarly = scholarly
    claimWeight = query.stems.sorted().reduce(1e-9) {
      $0 + (vectors.frequency(of: $1) > 0 ? scholarly.rarity(of: $1) : 0)
    }
    weighWords()
    grams = GramLikeness.scores(query.grams, sentences)
    most = (Self.most(rare), Self.most(grams))
    pairs = Self.shares(words.map(pairWeight))
    let order = grams.indices.sorted { (-grams[$0], $0) < (-grams[$1], $1) }
    gramRanks = grams.map { _ in 0 }
    for (rank, index) in order.enumerated() { gramRanks[index] = rank }
    let mean = grams.reduce(0, +) / Double(max(1, grams.count))
    let squares = grams.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, grams.count))
    gramMoments = (mean, squares.squareRoot() + 1e-9)
    gramsAround = Self.shares(Self.smoothed(grams))
    feedback = Self.shares(vectors.feedback(query.stems))
  }

  func row(_ index: Int) -> [Double] {
    let sentence = words[index]
    var seen = Set<UInt64>()
    var (covered, figures) = (0.0, 0)
    for word in sentence where seen.insert(word.stem).inserted {
      if query.stems.contains(word.stem) { covered += scholarly.rarity(of: word.stem) }
      if query.figures.contains(word.stem) { figures += 1 }
    }
    let initials = query.acronyms.isEmpty ? [] : AcronymWords.initials(sentence, sentences[index])
    let acronyms = query.acronyms.count { AcronymWords.stands(for: $0, initials, sentence, sentences[index]) }
    return [
      halfRare[index], naturalLogarithm(1 + rare[index]), rare[index] / most.rare, plain[index],
      grams[index] / most.grams, grams[index] / 100, naturalLogarithm(1 + Double(gramRanks[index])),
      (grams[index] - gramMoments.mean) / gramMoments.deviation, covered / claimWeight, feedback[index],
      Double(figures), pairs[index], naturalLogarithm(1 + nearWeight(sentence)), Double(acronyms),
    ]
  }

  func aroundGrams(_ index: Int) -> Double { gramsAround[index] }

  // MARK: Words

  private mutating func weighWords() {
    let mean = Double(words.reduce(0) { $0 + $1.count }) / Double(max(1, words.count))
    for sentence in words {
      var sums = (plain: 0.0, half: 0.0, rare: 0.0)
      Okapi.each(query.stems, in: sentence, mean: mean, rarity: vectors.weight) { stem, score in
        let rarity = scholarly.rarity(of: stem)
        sums = (sums.plain + score, sums.half + score * rarity.squareRoot(), sums.rare + score * rarity)
      }
      plain.append(sums.plain)
      halfRare.append(sums.half)
      rare.append(sums.rare)
    }
    plain = Self.shares(plain)
    halfRare = Self.shares(halfRare)
  }

  private func together(_ a: EvidenceWord, _ b: EvidenceWord) -> Double {
    (scholarly.rarity(of: a.stem) * scholarly.rarity(of: b.stem)).squareRoot()
  }

  /// Of the claim's pairs of telling words that a sentence has.
  private func pairWeight(_ sentence: [EvidenceWord]) -> Double {
    let telling = sentence.filter { !$0.isCommon }
    var seen = Set<UInt64>()
    var sum = 0.0
    for (a, b) in zip(telling, telling.dropFirst()) {
      let pair = EvidenceQuery.pair(a, b)
      if query.pairs.contains(pair), seen.insert(pair).inserted { sum += together(a, b) }
    }
    return sum
  }

  /// Of the claim's words that stand near each other in a sentence, in any order.
  private func nearWeight(_ sentence: [EvidenceWord]) -> Double {
    let telling = sentence.filter { !$0.isCommon }.enumerated()
    let found = telling.filter { query.stems.contains($0.element.stem) }
    var sum = 0.0
    for (place, a) in found.enumerated() {
      for b in found[(place + 1)...] {
        guard b.offset - a.offset <= Self.nearness else { break }
        if a.element.stem != b.element.stem { sum += together(a.element, b.element) }
      }
    }
    return sum
  }

  // MARK: Numbers

  private static func most(_ numbers: [Double]) -> Double { max(numbers.max() ?? 0, 1e-9) }

  private static func shares(_ numbers: [Double]) -> [Double] {
    let most = most(numbers)
    return numbers.map { $0 / most }
  }

  private static func smoothed(_ numbers: [Double]) -> [Double] {
    numbers.indices.map { index in
      around.enumerated().reduce(numbers[index]) { sum, weight in
        let (before, behind) = (index - weight.offset - 1, index + weight.offset + 1)
        let both = (before >= 0 ? numbers[before] : 0) + (behind < numbers.count ? numbers[behind] : 0)
        return sum + weight.element * both
      }
    }
  }
}

/// BM25 over the runs of five characters that a claim has: likeness of words that are misspelled, run together or
/// otherwise bent.
enum GramLikeness {
  private static let length = 5

  static func each(_ text: [UInt8], _ body: (UInt64) -> Void) {
    CharacterGrams.each(text, length: length, hasEdges: true, body)
  }

  /// By sentence.
  static func scores(_ grams: [UInt64], _ sentences: [[UInt8]]) -> [Double] {
    var ids = CountTable(capacity: grams.count)
    for (id, gram) in grams.enumerated() { ids[gram] = id + 1 }
    var frequencies = [Int](repeating: 0, count: grams.count)
    // Of each sentence, the claim's runs it has, each with how often.
    var found: [[(id: Int, count: Int)]] = []
    var lengths: [Int] = []
    var counts = [Int](repeating: 0, count: grams.count)
    for sentence in sentences {
      var (there, length) = ([Int](), 0)
      each(sentence) { gram in
        length += 1
        let id = ids[gram] - 1
        guard id >= 0 else { return }
        if counts[id] == 0 { there.append(id) }
        counts[id] += 1
      }
      found.append(there.map { ($0, counts[$0]) })
      lengths.append(length)
      for id in there {
        frequencies[id] += 1
        counts[id] = 0
      }
    }
    let all = Double(sentences.count)
    let weights = frequencies.map { Okapi.rarity(Double($0), of: all) }
    let mean = max(1, Double(lengths.reduce(0, +)) / max(1, all))
    return zip(found, lengths).map { grams, length in
      let length = Okapi.length(length, mean: mean)
      return grams.reduce(0) { $0 + Okapi.score(weights[$1.id], count: Double($1.count), length: length) }
    }
  }
}
