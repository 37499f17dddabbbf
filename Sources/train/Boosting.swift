import Foundation

/// Rows of features, binned by quantiles, with what they are and how much they weigh.
struct BinnedRows {
  static let binCount = 64

  let featureCount: Int
  /// By feature, then row.
  private(set) var bins: [[UInt8]]
  /// By feature: above `edges[b]` begins bin b + 1.
  private(set) var edges: [[Float]]
  let labels: [Float]
  let weights: [Float]

  init(_ rows: [[Float]], labels: [Float], weights: [Float]) {
    featureCount = rows.first?.count ?? 0
    self.labels = labels
    self.weights = weights
    bins = []
    edges = []
    for feature in 0..<featureCount {
      let values = rows.map { $0[feature] }
      let edges = Self.edges(of: values)
      self.edges.append(edges)
      bins.append(values.map { Self.bin($0, edges) })
    }
  }

  private static func edges(of values: [Float]) -> [Float] {
    let sorted = values.sorted()
    guard let least = sorted.first, let most = sorted.last, least < most else { return [] }
    var edges: [Float] = []
    for bin in 1..<binCount {
      let at = sorted.count * bin / binCount
      // Between two values, so that a value on the edge falls on the same side when it is computed again.
      var above = at
      while above < sorted.count, sorted[above] <= sorted[at] { above += 1 }
      guard above < sorted.count else { break }
      let edge = (sorted[at] + sorted[above]) / 2
      if edges.last.map({ $0 < edge }) ?? true { edges.append(edge) }
    }
    return edges
  }

  private static func bin(_ value: Float, _ edges: [Float]) -> UInt8 {
    var (low, high) = (0, edges.count)
    while low < high {
      let middle = (low + high) / 2
      if value > edges[middle] { low = middle + 1 } else { high = middle }
    }
    return UInt8(low)
  }
}

/// Boosted trees of one depth (Friedman 2001), with Newton steps in the leaves. Deterministic.
struct Boosting {
  var trees = 240
  var depth = 5
  var rate: Float = 0.07
  var featureShare = 0.3
  var leastWeight: Float = 20
  var ridge: Float = 5
  var seed: UInt64 = 7

  struct Tree {
    var features: [UInt16]
    var thresholds: [Float]
    var leaves: [Float]
  }

  /// The bytes of a model that tells rows of label 1 from those of label 0, as `TreeModel` reads them.
  func fit(_ rows: BinnedRows) -> [UInt8] {
    let positive = zip(rows.labels, rows.weights).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    let all = rows.weights.reduce(0, +)
    let start = logf(max(1e-3, positive) / max(1e-3, all - positive))
    var random = SeededRandom(state: seed)
    var sums = [Float](repeating: start, count: rows.labels.count)
    var made: [Tree] = []
    for _ in 0..<trees {
      var (gradients, curvatures) = (rows.labels, rows.labels)
      for row in sums.indices {
        let p = sigmoid(sums[row])
        gradients[row] = (rows.labels[row] - p) * rows.weights[row]
        curvatures[row] = max(1e-6, p * (1 - p)) * rows.weights[row]
      }
      let chosen = (0..<rows.featureCount).filter { _ in random.next(below: 1000) < Int(featureShare * 1000) }
      made.append(grow(rows, gradients, curvatures, chosen, &sums))
    }
    return bytes(made, featureCount: rows.featureCount, start: start)
  }

  private struct Split {
    var gain: Float = 1e-4
    var feature = 0
    var bin = -1
  }

  private func grow(
    _ rows: BinnedRows, _ gradients: [Float], _ curvatures: [Float], _ chosen: [Int], _ sums: inout [Float]
  ) -> Tree {
    var nodes = [UInt16](repeating: 0, count: sums.count)
    var tree = Tree(features: [], thresholds: [], leaves: [])
    for level in 0..<depth {
      let count = 1 << level
      let splits = best(rows, gradients, curvatures, chosen, nodes, count)
      for split in splits {
        tree.features.append(UInt16(split.feature))
        tree.thresholds.append(split.bin < 0 ? .infinity : rows.edges[split.feature][split.bin])
      }
      for row in nodes.indices {
        let split = splits[Int(nodes[row])]
        let isRight = split.bin >= 0 && Int(rows.bins[split.feature][row]) > split.bin
        nodes[row] = nodes[row] * 2 + (isRight ? 1 : 0)
      }
    }
    var (g, h) = ([Float](repeating: 0, count: 1 << depth), [Float](repeating: ridge, count: 1 << depth))
    for row in nodes.indices {
      g[Int(nodes[row])] += gradients[row]
      h[Int(nodes[row])] += curvatures[row]
    }
    tree.leaves = zip(g, h).map { rate * max(-4, min(4, $0 / $1)) }
    for row in nodes.indices { sums[row] += tree.leaves[Int(nodes[row])] }
    return tree
  }

  /// The best split of each node: features are looked at on all processors.
  private func best(
    _ rows: BinnedRows, _ gradients: [Float], _ curvatures: [Float], _ chosen: [Int], _ nodes: [UInt16], _ count: Int
  ) -> [Split] {
    var results = [[Split]](repeating: [], count: chosen.count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Each worker writes into a place of its own.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: chosen.count) { at in
        let feature = chosen[at]
        guard !rows.edges[feature].isEmpty else { return }
        places[at] = splits(rows.bins[feature], feature, gradients, curvatures, nodes, count)
      }
    }
    var best = [Split](repeating: Split(), count: count)
    for found in results where !found.isEmpty {
      for node in 0..<count where found[node].gain > best[node].gain { best[node] = found[node] }
    }
    return best
  }

  private func splits(
    _ bins: [UInt8], _ feature: Int, _ gradients: [Float], _ curvatures: [Float], _ nodes: [UInt16], _ count: Int
  ) -> [Split] {
    let width = BinnedRows.binCount
    var g = [Float](repeating: 0, count: count * width)
    var h = g
    bins.withUnsafeBufferPointer { bins in
      nodes.withUnsafeBufferPointer { nodes in
        for row in 0..<bins.count {
          let place = Int(nodes[row]) * width + Int(bins[row])
          g[place] += gradients[row]
          h[place] += curvatures[row]
        }
      }
    }
    return (0..<count).map { node in
      let range = node * width..<(node + 1) * width
      let (allG, allH) = (g[range].reduce(0, +), h[range].reduce(0, +))
      var best = Split()
      var (leftG, leftH): (Float, Float) = (0, 0)
      for bin in 0..<width - 1 {
        leftG += g[range.lowerBound + bin]
        leftH += h[range.lowerBound + bin]
        guard leftH >= leastWeight * 0.1, allH - leftH >= leastWeight * 0.1 else { continue }
        let rightG = allG - leftG
        let gain =
          leftG * leftG / (leftH + ridge) + rightG * rightG / (allH - leftH + ridge) - allG * allG / (allH + ridge)
        if gain > best.gain { best = Split(gain: gain, feature: feature, bin: bin) }
      }
      return best
    }
  }

  private func bytes(_ trees: [Tree], featureCount: Int, start: Float) -> [UInt8] {
    var bytes: [UInt8] = Array("IBT1".utf8)
    func add(_ value: UInt16) { bytes += littleEndian(value) }
    func add(_ value: Float) { bytes += littleEndian(value.bitPattern) }
    for value in [featureCount, trees.count, depth, 0] { add(UInt16(value)) }
    add(start)
    for tree in trees {
      tree.thresholds.forEach(add)
      tree.leaves.forEach(add)
      tree.features.forEach(add)
      add(UInt16(0))
    }
    return bytes
  }
}

/// SplitMix64 (Steele and others, 2014): the same numbers on every run.
struct SeededRandom {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
