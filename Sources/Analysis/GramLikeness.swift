import Text

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
