import Document
import Text

/// What a claim and its context ask of a page's sentence, by number: the claim's telling stems first, then those of its
/// context.
struct PassageQuery {
  /// By number.
  private(set) var stems: [UInt64] = []
  private(set) var rarities: [Double] = []
  /// The claim's.
  private(set) var claimCount = 0
  /// Those of the context's end, and its names, by number.
  private(set) var last: Set<Int> = []
  private(set) var names: Set<Int> = []
  /// Of the claim: years, other figures.
  private(set) var years: [Int] = []
  private(set) var figures: [Int] = []
  /// By pair of the claim's neighbouring telling words, its place in `pairWeights`, from 1.
  private(set) var pairs = CountTable(capacity: 64)
  private(set) var pairWeights: [Double] = []
  private(set) var grams: [UInt64] = []
  private var numbers = CountTable(capacity: 256)

  /// Bytes of context that count, and those of its end.
  private static let contextLength = 600
  private static let endLength = 200

  init(claim: [UInt8], context: [UInt8], _ reader: EvidenceReader, _ rarity: StemRarity) {
    let claim = CitationMarks.blanked(claim)
    let telling = reader.words(of: claim).filter(Self.tells)
    for word in telling where number(of: word.stem) == nil {
      if word.isFigure {
        if CitationMarks.isYear(claim[word.range]) { years.append(stems.count) } else { figures.append(stems.count) }
      }
      add(word.stem, rarity)
    }
    claimCount = stems.count
    let around = CitationMarks.blanked(Array(context.suffix(Self.contextLength)))
    for word in reader.words(of: around) where Self.tells(word) {
      if number(of: word.stem) == nil { add(word.stem, rarity) }
      guard let number = number(of: word.stem), number >= claimCount else { continue }
      if word.isCapital { names.insert(number) }
      if word.range.lowerBound + Self.endLength >= around.count { last.insert(number) }
    }
    for (a, b) in zip(telling, telling.dropFirst()) where pairs[EvidenceQuery.pair(a, b)] == 0 {
      pairWeights.append((rarity.rarity(of: a.stem) * rarity.rarity(of: b.stem)).squareRoot())
      pairs[EvidenceQuery.pair(a, b)] = pairWeights.count
    }
    var grams = Set<UInt64>()
    GramLikeness.each(claim) { grams.insert($0) }
    self.grams = grams.sorted()
  }

  private static func tells(_ word: EvidenceWord) -> Bool { !word.isCommon && word.range.count > 1 }

  private mutating func add(_ stem: UInt64, _ rarity: StemRarity) {
    stems.append(stem)
    rarities.append(rarity.rarity(of: stem))
    numbers[stem] = stems.count
  }

  /// nil: neither the claim nor its context has the stem.
  func number(of stem: UInt64) -> Int? {
    let number = numbers[stem]
    return number > 0 ? number - 1 : nil
  }
}

/// How like a claim and its context each sentence of a page is.
struct PassageLikeness {
  private struct Found {
    let number: Int
    var count: Double
  }

  private let query: PassageQuery
  /// By sentence, what it has of the claim and of its context, and its length for BM25.
  private var found: [[Found]] = []
  private var lengths: [Double] = []
  /// By number, how many sentences have a stem, and how rare that makes it in the page.
  private var frequencies: [Int]
  private var inverse: [Double] = []
  private var claimWeight = 0.0

  /// The weight of the context's words beside the claim's own.
  private static let contextShare = 0.3

  init(_ query: PassageQuery, _ words: [[EvidenceWord]]) {
    self.query = query
    frequencies = [Int](repeating: 0, count: query.stems.count)
    let mean = max(1, Double(words.reduce(0) { $0 + $1.count }) / Double(max(1, words.count)))
    var places = [Int](repeating: -1, count: query.stems.count)
    for sentence in words {
      var there: [Found] = []
      for word in sentence {
        guard let number = query.number(of: word.stem) else { continue }
        if places[number] < 0 {
          places[number] = there.count
          there.append(Found(number: number, count: 1))
          frequencies[number] += 1
        } else {
          there[places[number]].count += 1
        }
      }
      for one in there { places[one.number] = -1 }
      found.append(there)
      lengths.append(Okapi.length(sentence.count, mean: mean))
    }
    inverse = frequencies.map { Okapi.rarity(Double($0), of: Double(words.count)) }
    claimWeight = max(1e-9, query.rarities[..<query.claimCount].reduce(0, +))
  }

  /// By sentence, BM25 of stems of these weights; of weight 0 they are left out.
  private func scores(_ weight: (Int) -> Double) -> [Double] {
    let weights = query.stems.indices.map { inverse[$0] * weight($0) }
    return found.indices.map { index in
      found[index].reduce(0) {
        $0 + Okapi.score(weights[$1.number], count: $1.count, length: lengths[index])
      }
    }
  }

  private func isClaim(_ number: Int) -> Bool { number < query.claimCount }

  /// In the order of `PassageFeature`: of the words of the claim.
  func words() -> [[Double]] {
    let plain = scores { isClaim($0) ? 1 : 0 }
    let half = scores { isClaim($0) ? query.rarities[$0].squareRoot() : 0 }
    let rare = scores { isClaim($0) ? query.rarities[$0] : 0 }
    let share = found.map { there in weight(of: there.lazy.map(\.number)) / claimWeight }
    let present = max(1e-9, (0..<query.claimCount).reduce(0) { $0 + (frequencies[$1] > 0 ? query.rarities[$1] : 0) })
    return [
      Series.shares(rare), rare.map { naturalLogarithm(1 + $0) }, Series.shares(half), Series.ranks(rare),
      Series.ranks(plain), Series.shares(Series.smoothed(rare)), Series.deviations(rare), Series.deviations(plain),
      share, share.map { $0 * claimWeight / present }, share.map { $0 * $0 }, near(1), near(2),
    ]
  }

  /// Of numbers of the claim, each once.
  private func weight(of numbers: some Sequence<Int>) -> Double {
    numbers.reduce(0) { $0 + (isClaim($1) ? query.rarities[$1] : 0) }
  }

  /// How much of the claim a sentence has together with so many neighbours on each side.
  private func near(_ reach: Int) -> [Double] {
    var seen = [Int](repeating: -1, count: query.stems.count)
    return found.indices.map { index in
      var sum = 0.0
      for there in found[max(0, index - reach)...min(found.count - 1, index + reach)] {
        for one in there where isClaim(one.number) && seen[one.number] != index {
          seen[one.number] = index
          sum += query.rarities[one.number]
        }
      }
      return sum / claimWeight
    }
  }

  /// Of its context.
  func context() -> [[Double]] {
    let around = scores { isClaim($0) ? 0 : query.rarities[$0] }
    let both = scores { (isClaim($0) ? 1 : Self.contextShare) * query.rarities[$0] }
    let numbers = Array(query.claimCount..<query.stems.count)
    return [
      Series.shares(around), around.map { naturalLogarithm(1 + $0) }, Series.shares(Series.smoothed(around)),
      shares(numbers), shares(query.last.sorted()), shares(query.names.sorted()),
      Series.shares(both), Series.ranks(both), Series.shares(Series.smoothed(both)),
    ]
  }

  private func shares(_ numbers: [Int]) -> [Double] {
    let wanted = Set(numbers)
    let all = max(1e-9, numbers.reduce(0) { $0 + query.rarities[$1] })
    return found.map { there in
      there.reduce(0) { $0 + (wanted.contains($1.number) ? query.rarities[$1.number] : 0) } / all
    }
  }

  /// Of its years and other figures; -0.1: it has none.
  func figures(_ hasYear: [Bool]) -> [[Double]] {
    let years = portions(query.years)
    let figures = portions(query.figures)
    let clash = zip(years, hasYear).map { $0 == 0 && $1 ? 1.0 : 0 }
    return [years, figures, clash]
  }

  private func portions(_ numbers: [Int]) -> [Double] {
    guard !numbers.isEmpty else { return found.map { _ in -0.1 } }
    return found.map { there in
      Double(there.count { numbers.contains($0.number) }) / Double(numbers.count)
    }
  }
}
