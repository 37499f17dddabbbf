import Text

/// How like a claim each sentence of a paper is: by words, by what other words stand beside them, by runs of characters.
struct ScholarlyLikeness {
  private let query: ScholarlyQuery
  private let sentences: [[UInt8]]
  private let words: [[EvidenceWord]]
  private let vectors: TermVectors
  private let scholarly: StemRarity
  /// BM25, a term weighed by its rarity in the paper alone, and by that in papers: its root, and as it is.
  private var plain: [Double] = []
  private var halfRare: [Double] = []
  private var rare: [Double] = []
  private var grams: [Double] = []
  private var gramRanks: [Double] = []
  private var gramsAround: [Double] = []
  private var feedback: [Double] = []
  private var pairs: [Double] = []
  private var claimWeight = 0.0
  private var most = (rare: 1.0, grams: 1.0)
  private var gramDeviations: [Double] = []

  init(
    _ query: ScholarlyQuery, _ sentences: [[UInt8]], _ words: [[EvidenceWord]], _ vectors: TermVectors,
    _ scholarly: StemRarity
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
    most = (Series.most(rare), Series.most(grams))
    pairs = Series.shares(words.map(pairWeight))
    gramRanks = Series.ranks(grams)
    gramDeviations = Series.deviations(grams)
    gramsAround = Series.shares(Series.smoothed(grams))
    feedback = Series.shares(vectors.feedback(query.stems))
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
      grams[index] / most.grams, grams[index] / 100, gramRanks[index],
      gramDeviations[index], covered / claimWeight, feedback[index],
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
    plain = Series.shares(plain)
    halfRare = Series.shares(halfRare)
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
    let found = sentence.filter { !$0.isCommon }.enumerated().compactMap { place, word in
      query.stems.contains(word.stem) ? (place: place, word: word) : nil
    }
    return Nearness.sum(found) { a, b in a.stem == b.stem ? 0 : together(a, b) }
  }
}
