import Analysis
import Foundation

/// A sentence as features of its words, and the label of each word.
struct Chain {
  /// For each feature the word that it belongs to, and its place in the table of weights.
  var owners: [Int]
  var places: [Int]
  let labels: [Int]

  /// With only those features whose place is wanted.
  func keeping(_ isWanted: (Int) -> Bool) -> Chain {
    let kept = places.indices.filter { isWanted(places[$0]) }
    return Chain(owners: kept.map { owners[$0] }, places: kept.map { places[$0] }, labels: labels)
  }
}

/// A linear-chain conditional random field: which label each word has, given what is seen of it and the label before.
struct ChainField {
  static let labels = SourceLabel.allCases.count
  private(set) var weights: [Float]
  private(set) var starts = [Float](repeating: 0, count: labels)
  private(set) var steps = [Float](repeating: 0, count: labels * labels)

  init(placeCount: Int) { weights = [Float](repeating: 0, count: placeCount * Self.labels) }

  /// Climbs the likelihood of `chains`, less the ridge.
  mutating func fit(_ chains: [Chain], steps stepCount: Int, ridge: Float) {
    let used = Set(chains.flatMap(\.places)).sorted()
    var number = [Int](repeating: 0, count: weights.count / Self.labels)
    for (index, place) in used.enumerated() { number[place] = index }
    // All numbers in one array: those of the places that are used, of the starts and of the steps.
    let own = used.count * Self.labels
    var values = [Float](repeating: 0, count: own + Self.labels + Self.labels * Self.labels)
    var adam = Adam(count: values.count, rate: 0.05)
    let compact = chains.map { chain in
      Chain(owners: chain.owners, places: chain.places.map { number[$0] * Self.labels }, labels: chain.labels)
    }
    let count = Float(chains.count)
    for _ in 0..<stepCount {
      var gradient = values.map { $0 * ridge / count }
      for chain in compact {
        push(&gradient, chain, values, own, weight: 1 / count)
      }
      adam.move(&values, against: gradient)
    }
    for (index, place) in used.enumerated() {
      for label in 0..<Self.labels { weights[place * Self.labels + label] = values[index * Self.labels + label] }
    }
    starts = Array(values[own..<own + Self.labels])
    steps = Array(values[(own + Self.labels)...])
  }

  /// Adds what one chain pulls at the numbers; those of starts and steps begin at `own`.
  private func push(_ gradient: inout [Float], _ chain: Chain, _ values: [Float], _ own: Int, weight: Float) {
    let count = chain.labels.count
    guard count > 0 else { return }
    let labels = Self.labels
    let steps = own + labels
    var sums = [Float](repeating: 0, count: count * labels)
    for index in chain.places.indices {
      let (word, place) = (chain.owners[index] * labels, chain.places[index])
      for label in 0..<labels { sums[word + label] += values[place + label] }
    }
    let ways = Ways(sums: sums, starts: Array(values[own..<steps]), steps: Array(values[steps...]), count: count)
    var miss = ways.shares
    for word in 0..<count { miss[word * labels + chain.labels[word]] -= 1 }
    for index in chain.places.indices {
      let (word, place) = (chain.owners[index] * labels, chain.places[index])
      for label in 0..<labels { gradient[place + label] += weight * miss[word + label] }
    }
    for label in 0..<labels { gradient[own + label] += weight * miss[label] }
    for step in 0..<labels * labels { gradient[steps + step] += weight * ways.stepShares[step] }
    for word in 1..<max(1, count) {
      gradient[steps + chain.labels[word - 1] * labels + chain.labels[word]] -= weight
    }
  }
}

/// All ways to label a sentence, and the share that each label and each step has of them.
private struct Ways {
  private(set) var shares: [Float]
  /// Of each step, summed over the sentence.
  private(set) var stepShares: [Float]

  /// Forward and backward, with sums that are scaled at each word.
  init(sums: [Float], starts: [Float], steps: [Float], count: Int) {
    let labels = ChainField.labels
    shares = [Float](repeating: 0, count: count * labels)
    stepShares = [Float](repeating: 0, count: labels * labels)
    let stepPowers = steps.map(expf)
    var powers = sums
    for word in 0..<count {
      let most = (0..<labels).map { sums[word * labels + $0] }.max() ?? 0
      for label in 0..<labels { powers[word * labels + label] = expf(sums[word * labels + label] - most) }
    }
    var forward = powers
    var total: Float = 0
    for label in 0..<labels {
      forward[label] = powers[label] * expf(starts[label])
      total += forward[label]
    }
    for label in 0..<labels { forward[label] /= total }
    for word in 1..<max(1, count) {
      total = 0
      for label in 0..<labels {
        var sum: Float = 0
        for last in 0..<labels { sum += forward[(word - 1) * labels + last] * stepPowers[last * labels + label] }
        forward[word * labels + label] = sum * powers[word * labels + label]
        total += forward[word * labels + label]
      }
      for label in 0..<labels { forward[word * labels + label] /= total }
    }
    var backward = [Float](repeating: 1, count: labels)
    for word in (0..<count).reversed() {
      total = 0
      for label in 0..<labels { total += forward[word * labels + label] * backward[label] }
      for label in 0..<labels {
        shares[word * labels + label] = forward[word * labels + label] * backward[label] / total
      }
      guard word > 0 else { break }
      var before = [Float](repeating: 0, count: labels)
      var all: Float = 0
      var pairs = [Float](repeating: 0, count: labels * labels)
      for last in 0..<labels {
        for label in 0..<labels {
          let way = stepPowers[last * labels + label] * powers[word * labels + label] * backward[label]
          before[last] += way
          pairs[last * labels + label] = forward[(word - 1) * labels + last] * way
          all += pairs[last * labels + label]
        }
      }
      for step in pairs.indices { stepShares[step] += pairs[step] / all }
      let scale = before.max() ?? 1
      backward = before.map { $0 / scale }
    }
  }
}
