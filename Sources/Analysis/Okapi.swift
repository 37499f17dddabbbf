import Text

/// BM25 with its usual constants (Robertson and Zaragoza 2009).
enum Okapi {
  private static let saturation = 1.2
  private static let normalization = 0.75

  /// The inverse document frequency of what `count` of `all` sentences have.
  static func rarity(_ count: Double, of all: Double) -> Double {
    naturalLogarithm(1 + (all - count + 0.5) / (count + 0.5))
  }

  /// What a sentence's length does to its scores; 1: it has the mean one.
  static func length(_ own: Int, mean: Double) -> Double { 1 - normalization + normalization * Double(own) / mean }

  /// Of a term of that rarity that comes `count` times.
  static func score(_ rarity: Double, count: Double, length: Double) -> Double {
    rarity * count * (saturation + 1) / (count + saturation * length)
  }

  /// Of each of the claim's stems that a sentence has its score, once, in the order of the sentence: a sum of fractions
  /// depends on it.
  static func each(
    _ stems: Set<UInt64>, in sentence: [EvidenceWord], mean: Double, rarity: (UInt64) -> Double,
    _ body: (_ stem: UInt64, _ score: Double) -> Void
  ) {
    var counts: [UInt64: Double] = [:]
    for word in sentence where stems.contains(word.stem) { counts[word.stem, default: 0] += 1 }
    let length = length(sentence.count, mean: max(1, mean))
    for word in sentence {
      guard let count = counts.removeValue(forKey: word.stem) else { continue }
      body(word.stem, score(rarity(word.stem), count: count, length: length))
    }
  }
}
