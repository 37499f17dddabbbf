/// The sentences of a source as vectors of their terms, each of length 1: a term weighs by how often it comes and by
/// its rarity in the source. Sparse, so that all of it is linear in the source.
struct TermVectors {
  private struct Term {
    let id: Int
    var value: Double
  }

  private var ids: [UInt64: Int] = [:]
  /// By term, how many sentences have it.
  private var frequencies: [Int] = []
  /// By term: words of grammar and single letters tell nothing.
  private var tells: [Bool] = []
  private var vectors: [[Term]] = []
  private var center: [Double] = []
  /// By term, its place in the vector of the sentence that had it last, and that sentence.
  private var places: [(sentence: Int, at: Int)] = []
  private let sentenceCount: Int

  /// Of the sentences that are most like a claim, so many say which other words belong to it.
  private static let leaders = 10

  init(_ sentences: [[EvidenceWord]]) {
    sentenceCount = sentences.count
    for (index, sentence) in sentences.enumerated() { vectors.append(count(sentence, index)) }
    for index in vectors.indices {
      var squares = 0.0
      for at in vectors[index].indices {
        let term = vectors[index][at]
        let value = tells[term.id] ? (1 + naturalLogarithm(term.value)) * weight(term.id) : 0
        vectors[index][at].value = value
        squares += value * value
      }
      let length = max(1e-9, squares.squareRoot())
      for at in vectors[index].indices { vectors[index][at].value /= length }
    }
    center = sum(of: vectors.indices.map { ($0, 1) })
    let length = max(1e-9, center.reduce(0) { $0 + $1 * $1 }.squareRoot())
    for id in center.indices { center[id] /= length }
  }

  /// The terms of a sentence, in its order, with how often they come.
  private mutating func count(_ sentence: [EvidenceWord], _ index: Int) -> [Term] {
    var terms: [Term] = []
    for word in sentence {
      var id = ids[word.stem] ?? -1
      if id < 0 {
        id = frequencies.count
        ids[word.stem] = id
        frequencies.append(0)
        places.append((-1, 0))
        tells.append(!word.isCommon && word.range.count > 1)
      }
      if places[id].sentence == index {
        terms[places[id].at].value += 1
      } else {
        places[id] = (index, terms.count)
        terms.append(Term(id: id, value: 1))
        frequencies[id] += 1
      }
    }
    return terms
  }

  func frequency(of stem: UInt64) -> Int { ids[stem].map { frequencies[$0] } ?? 0 }

  /// The inverse document frequency, as of BM25.
  func weight(of stem: UInt64) -> Double { ids[stem].map { weight($0) } ?? 0 }

  private func weight(_ id: Int) -> Double { Okapi.rarity(Double(frequencies[id]), of: Double(sentenceCount)) }

  /// How like a sentence is to all of them together, 0…1.
  func centrality(_ index: Int) -> Double { product(vectors[index], center) }

  /// By sentence: how like it is to those that are most like the claim, itself left out (pseudo-relevance feedback).
  func feedback(_ claim: Set<UInt64>) -> [Double] { feedback(likeness(to: claim)) }

  /// By sentence: the cosine with a claim.
  func likeness(to claim: some Collection<UInt64>) -> [Double] {
    var wanted = [Double](repeating: 0, count: frequencies.count)
    var squares = 0.0
    for stem in claim.sorted() {
      guard let id = ids[stem] else { continue }
      wanted[id] = weight(id)
      squares += weight(id) * weight(id)
    }
    let length = max(1e-9, squares.squareRoot())
    return vectors.map { product($0, wanted) / length }
  }

  /// The same as for a claim, of how like it each sentence is.
  func feedback(_ likeness: [Double]) -> [Double] {
    let order = likeness.indices.sorted { (-likeness[$0], $0) < (-likeness[$1], $1) }.prefix(Self.leaders)
    let all = max(1e-9, order.reduce(0) { $0 + likeness[$1] })
    let leaders = order.map { ($0, likeness[$0] / all) }
    let profile = sum(of: leaders)
    var found = vectors.map { product($0, profile) }
    for (index, share) in leaders { found[index] -= share }
    return found
  }

  private func sum(of parts: [(index: Int, share: Double)]) -> [Double] {
    var sum = [Double](repeating: 0, count: frequencies.count)
    for (index, share) in parts { for term in vectors[index] { sum[term.id] += share * term.value } }
    return sum
  }

  private func product(_ terms: [Term], _ dense: [Double]) -> Double {
    terms.reduce(0) { $0 + $1.value * dense[$1.id] }
  }
}
