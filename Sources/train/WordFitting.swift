import Foundation

/// Rows of places in a table of weights, with what they are and how much they weigh.
struct PlaceRows {
  private var places: [UInt16] = []
  private var starts = [0]
  private var labels: [Float] = []
  private var weights: [Float] = []
  private var pages: [Int] = []

  mutating func add(_ row: [UInt16], label: Float, weight: Float, page: Int) {
    places += row
    starts.append(places.count)
    labels.append(label)
    weights.append(weight)
    pages.append(page)
  }

  var indices: Range<Int> { labels.indices }
  func row(_ index: Int) -> ArraySlice<UInt16> { places[starts[index]..<starts[index + 1]] }

  fileprivate func label(_ index: Int) -> (label: Float, weight: Float) { (labels[index], weights[index]) }

  /// Whether each of `size` places stands on at least so many pages. The rows of a page stand together.
  fileprivate func common(size: Int, least: Int) -> [Bool] {
    var last = [Int](repeating: -1, count: size)
    var counts = [Int](repeating: 0, count: size)
    for index in indices {
      for place in row(index) where last[Int(place)] != pages[index] {
        last[Int(place)] = pages[index]
        counts[Int(place)] += 1
      }
    }
    return counts.map { $0 >= least }
  }
}

/// Fits a weight for each place: logistic regression with L2, by Adam. Deterministic.
struct PlaceFitting {
  let size: Int
  let ridge: Float
  let rate: Float
  /// The sum of a row's weights is divided by the root of their number.
  let isMean: Bool
  private static let steps = 100
  /// What stands on fewer pages says nothing.
  private static let leastPages = 5

  /// The bytes of a table, as `WordWeights` reads them.
  func fit(_ rows: PlaceRows) -> [UInt8] {
    let common = rows.common(size: size, least: Self.leastPages)
    var all: Float = 0
    var positive: Float = 0
    for index in rows.indices {
      let (label, weight) = rows.label(index)
      all += weight
      positive += weight * label
    }
    let start = logf(max(1e-3, positive) / max(1e-3, all - positive))
    var weights = [Float](repeating: 0, count: size)
    var adam = Adam(count: size, rate: rate)
    for _ in 0..<Self.steps {
      var gradient = weights.map { $0 * ridge / all }
      for index in rows.indices {
        let row = rows.row(index)
        guard !row.isEmpty else { continue }
        let factor = isMean ? 1 / sqrtf(Float(row.count)) : 1
        var sum: Float = 0
        for place in row { sum += weights[Int(place)] }
        let (label, weight) = rows.label(index)
        let push = (sigmoid(start + sum * factor) - label) * weight * factor / all
        for place in row { gradient[Int(place)] += push }
      }
      for place in gradient.indices where !common[place] { gradient[place] = 0 }
      adam.move(&weights, against: gradient)
    }
    return bytes(weights, start: start)
  }

  private func bytes(_ weights: [Float], start: Float) -> [UInt8] {
    let scale = max(1e-6, weights.map(abs).max() ?? 0) / 127
    var bytes = Array("IBW1".utf8) + littleEndian(scale.bitPattern) + littleEndian(start.bitPattern)
    for weight in weights { bytes.append(UInt8(bitPattern: Int8((weight / scale).rounded()))) }
    return bytes
  }
}
