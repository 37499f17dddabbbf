/// Numbers of all sentences of a source.
enum Series {
  /// What the neighbours count beside a sentence, the next and the next but one.
  private static let around = [0.5, 0.25]

  static func most(_ numbers: [Double]) -> Double { max(numbers.max() ?? 0, 1e-9) }

  /// Of the greatest.
  static func shares(_ numbers: [Double]) -> [Double] {
    let most = most(numbers)
    return numbers.map { $0 / most }
  }

  /// With the neighbours' added.
  static func smoothed(_ numbers: [Double]) -> [Double] {
    numbers.indices.map { index in
      around.enumerated().reduce(numbers[index]) { sum, weight in
        let (before, behind) = (index - weight.offset - 1, index + weight.offset + 1)
        let both = (before >= 0 ? numbers[before] : 0) + (behind < numbers.count ? numbers[behind] : 0)
        return sum + weight.element * both
      }
    }
  }

  /// ln(1 + rank), the greatest first.
  static func ranks(_ numbers: [Double]) -> [Double] {
    let order = numbers.indices.sorted { (-numbers[$0], $0) < (-numbers[$1], $1) }
    var ranks = numbers
    for (rank, index) in order.enumerated() { ranks[index] = naturalLogarithm(1 + Double(rank)) }
    return ranks
  }

  /// From the mean, in standard deviations.
  static func deviations(_ numbers: [Double]) -> [Double] {
    let count = Double(max(1, numbers.count))
    let mean = numbers.reduce(0, +) / count
    let deviation = (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot() + 1e-9
    return numbers.map { ($0 - mean) / deviation }
  }
}
