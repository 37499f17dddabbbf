import Document
import Text

/// What is seen of a paper's sentence for a claim that cites the paper, in the order of its row. Of likenesses, `best`
/// is the share of the best sentence's.
enum ScholarlyFeature: Int, CaseIterable {
  case halfRareBest, rare, rareBest, plainBest, gramsBest, grams, gramsRank, gramsDeviation, coverage, feedback, figures
  case pairsBest, near, acronyms, title, beyondTitle, gramsAround
  case first, second, fourth, seventh, twelfth, laterIntroduction, place, end
  case saysThisPaper, announces, beginsWithUs, result, numbered, goesOn, example, negation, ourselves
  case announcing, ofEarlierWork, capital, acronymCount, wholeSentence, centrality, digits, length
}

/// The features of all sentences of a paper for one claim. Linear in its length but for the sorting.
struct ScholarlyFeatures {
  /// By sentence.
  private(set) var rows: [[Float]] = []

  private let query: ScholarlyQuery
  private let sentences: [[UInt8]]
  private let words: [[EvidenceWord]]
  private let vectors: TermVectors
  private let scholarly: StemRarity
  private var title: Set<UInt64> = []

  init(_ query: ScholarlyQuery, sentences: [[UInt8]], words: [[EvidenceWord]], _ scholarly: StemRarity) {
    self.query = query
    self.sentences = sentences
    self.words = words
    self.scholarly = scholarly
    vectors = TermVectors(words)
    guard let first = words.first else { return }
    title = Set(first.lazy.filter { !$0.isCommon }.map(\.stem))
    let likeness = ScholarlyLikeness(query, sentences, words, vectors, scholarly)
    let titleWeight = title.sorted().reduce(1) { $0 + scholarly.rarity(of: $1) }
    rows = sentences.indices.map { index in
      let likenesses = likeness.row(index) + topics(index, titleWeight) + [likeness.aroundGrams(index)]
      return (likenesses + places(index) + phrases(index) + shape(index)).map { Float($0) }
    }
  }

  /// How much of the title a sentence has, and how much of the claim that the title has not.
  private func topics(_ index: Int, _ titleWeight: Double) -> [Double] {
    var seen = Set<UInt64>()
    var (ofTitle, beyond) = (0.0, 0.0)
    for word in words[index] where seen.insert(word.stem).inserted {
      if title.contains(word.stem) {
        ofTitle += scholarly.rarity(of: word.stem)
      } else if query.stems.contains(word.stem) {
        beyond += scholarly.rarity(of: word.stem)
      }
    }
    return [ofTitle / titleWeight, beyond]
  }

  /// The title, the abstract, the introduction and the end by the number of the sentence: papers as they come have no
  /// headings that are told from prose.
  private static let bounds = [0..<1, 1..<3, 3..<6, 6..<11, 11..<21, 21..<41]
  private static let endLength = 3

  private func places(_ index: Int) -> [Double] {
    Self.bounds.map { $0.contains(index) ? 1 : 0 }
      + [Double(index) / Double(sentences.count), sentences.count - index <= Self.endLength ? 1 : 0]
  }

  private func phrases(_ index: Int) -> [Double] {
    let stems = words[index].map(\.stem)
    let first = stems.first ?? 0
    let ours = stems.count { EvidenceReader.ourselves.contains($0) }
    let isEarlier = stems.contains { ScholarlyCues.earlier.contains($0) }
    return [
      ScholarlyCues.follows(ScholarlyCues.this, ScholarlyCues.papers, in: stems) ? 1 : 0,
      ScholarlyCues.announce(stems) ? 1 : 0, EvidenceReader.ourselves.contains(first) ? 1 : 0,
      ScholarlyCues.isResult(sentences[index]) ? 1 : 0, stems.contains { ScholarlyCues.ordinals.contains($0) } ? 1 : 0,
      ScholarlyCues.anaphora.contains(first) ? 1 : 0, ScholarlyCues.isExample(stems) ? 1 : 0,
      stems.contains { ScholarlyCues.negations.contains($0) } ? 1 : 0, Double(ours),
      query.announces ? Double(stems.count { EvidenceReader.announcing.contains($0) }) : 0,
      query.isOfEarlierWork && isEarlier ? 1 : 0,
    ]
  }

  private func shape(_ index: Int) -> [Double] {
    let bytes = sentences[index]
    let last = bytes.last { $0 > 0x20 } ?? 0
    let acronyms = words[index].count { AcronymWords.isAcronym(bytes[$0.range]) }
    return [
      bytes.first.map(isUpper) ?? false ? 1 : 0, Double(acronyms),
      last == 0x2E || last == 0x21 || last == 0x3F ? 1 : 0, vectors.centrality(index),
      Double(bytes.count(where: isDigit)) / Double(bytes.count + 1), naturalLogarithm(1 + Double(words[index].count)),
    ]
  }
}

/// What a claim asks of a paper's sentence, beside what it asks of any.
struct ScholarlyQuery {
  let stems: Set<UInt64>
  let figures: Set<UInt64>
  let pairs: Set<UInt64>
  let acronyms: [[UInt8]]
  let grams: [UInt64]
  let announces: Bool
  let isOfEarlierWork: Bool

  init(claim: [UInt8], _ reader: EvidenceReader) {
    let claim = CitationMarks.blankedOfScholar(claim)
    let query = EvidenceQuery(claim: claim, context: [], reader)
    stems = Set(query.words.lazy.filter { !$0.isCommon && $0.range.count > 1 }.map(\.stem))
    figures = query.figures
    pairs = query.tellingPairs
    acronyms = Set(query.words.lazy.map { Array(claim[$0.range]) }.filter { AcronymWords.isAcronym($0[...]) })
      .map { $0.map(lowered) }
    var grams = Set<UInt64>()
    GramLikeness.each(claim) { grams.insert($0) }
    self.grams = grams.sorted()
    announces = !EvidenceReader.announcing.isDisjoint(with: stems)
    isOfEarlierWork = !ScholarlyCues.earlier.isDisjoint(with: stems)
  }
}

/// Words of capitals, and the words they stand for.
enum AcronymWords {
  private static let lengths = 2...5

  static func isAcronym(_ word: ArraySlice<UInt8>) -> Bool { lengths.contains(word.count) && word.allSatisfy(isUpper) }

  /// The first letters of words, in small.
  static func initials(_ words: [EvidenceWord], _ text: [UInt8]) -> [UInt8] {
    words.map { lowered(text[$0.range.lowerBound]) }
  }

  /// Whether an acronym's words stand in a sentence, and it itself does not.
  static func stands(for acronym: [UInt8], _ initials: [UInt8], _ words: [EvidenceWord], _ text: [UInt8]) -> Bool {
    guard initials.count >= acronym.count else { return false }
    let isSpelled = (0...initials.count - acronym.count).contains { start in
      initials[start..<start + acronym.count].elementsEqual(acronym)
    }
    return isSpelled && !words.contains { word in text[word.range].lazy.map(lowered).elementsEqual(acronym) }
  }
}

/// Stems and phrases by which papers say what a sentence does.
enum ScholarlyCues {
  private static func hashes(_ stems: String) -> Set<UInt64> {
    Set(stems.utf8.split { $0 == 0x20 }.map { nameHash($0) })
  }

  static let this = hashes("this")
  static let papers = hashes("paper work articl")
  static let earlier = hashes("previous earlier recent exist et al")
  static let ordinals = hashes("first second third final")
  static let anaphora = hashes("this these such it they")
  static let negations = hashes("not cannot howev but")
  private static let we = hashes("we")
  private static let have = hashes("have")
  private static let our = hashes("our")
  private static let the = hashes("the")
  private static let offered = hashes("present propos introduc describ show develop demonstr")
  private static let offers = hashes("approach method system model algorithm goal")
  private static let aims = hashes("goal aim focus")
  private static let instances = [("for", "exampl"), ("such", "as"), ("e", "g")].map { (hashes($0.0), hashes($0.1)) }

  static func follows(_ first: Set<UInt64>, _ second: Set<UInt64>, in stems: [UInt64]) -> Bool {
    zip(stems, stems.dropFirst()).contains { first.contains($0) && second.contains($1) }
  }

  /// "We (have) present", "our approach", "the goal".
  static func announce(_ stems: [UInt64]) -> Bool {
    follows(we, offered, in: stems) || follows(our, offers, in: stems) || follows(the, aims, in: stems)
      || follows(we, have, in: stems) && follows(have, offered, in: stems)
  }

  private static let et = hashes("et")
  private static let al = hashes("al")
  private static let writings = hashes("paper work articl studi")
  private static let parts = hashes("section tabl figur")

  /// "Et al.", "this study", "Table 3".
  static func isOfItself(_ words: [EvidenceWord]) -> Bool {
    let stems = words.map(\.stem)
    return follows(et, al, in: stems) || follows(this, writings, in: stems)
      || zip(words, words.dropFirst()).contains { parts.contains($0.stem) && $1.isFigure }
  }

  static func isExample(_ stems: [UInt64]) -> Bool { instances.contains { follows($0.0, $0.1, in: stems) } }

  /// "97%", "97.5": a number in per cent, or of two digits with decimals.
  static func isResult(_ text: [UInt8]) -> Bool {
    text.indices.dropLast().contains { at in
      guard isDigit(text[at]) else { return false }
      if text[at + 1] == 0x25 { return true }
      guard at + 2 < text.count else { return false }
      if text[at + 1] == 0x20 && text[at + 2] == 0x25 { return true }
      return at > 0 && isDigit(text[at - 1]) && text[at + 1] == 0x2E && isDigit(text[at + 2])
    }
  }
}
