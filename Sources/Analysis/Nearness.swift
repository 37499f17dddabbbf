/// Words of a claim that stand near each other in a sentence, words of grammar left out, belong together.
enum Nearness {
  private static let reach = 4

  /// The sum of what pairs of them weigh; `found` in order of their places.
  static func sum<Word>(_ found: [(place: Int, word: Word)], _ weight: (Word, Word) -> Double) -> Double {
    var sum = 0.0
    for (at, a) in found.enumerated() {
      for b in found[(at + 1)...] {
        guard b.place - a.place <= reach else { break }
        sum += weight(a.word, b.word)
      }
    }
    return sum
  }
}
