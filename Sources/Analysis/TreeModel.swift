/// A sum of small decision trees, fitted by boosting: read in place, out of the bytes that are built into the program.
///
/// The bytes, little-endian: `IBT1`, the number of features (u16), of trees (u16), their depth (u16), 0 (u16), the sum to
/// begin with (f32). Then, of each tree in turn, for the 2^depth - 1 inner nodes in breadth-first order the threshold (f32:
/// above it goes right), the 2^depth leaves (f32), for the inner nodes the feature (u16), and two bytes of nothing.
struct TreeModel: Sendable {
  private nonisolated(unsafe) let trees: UnsafeRawPointer
  private let count: Int
  private let depth: Int
  let featureCount: Int
  private let start: Float

  static let headLength = 16

  /// nil: the bytes are no model, or not all of one. They must stay where they are, on a multiple of 4.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headLength, let base = bytes.baseAddress, bytes.starts(with: [0x49, 0x42, 0x54, 0x31])
    else { return nil }
    featureCount = Int(base.loadUnaligned(fromByteOffset: 4, as: UInt16.self))
    count = Int(base.loadUnaligned(fromByteOffset: 6, as: UInt16.self))
    depth = Int(base.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
    start = base.loadUnaligned(fromByteOffset: 12, as: Float.self)
    guard (1...10).contains(depth), bytes.count == Self.headLength + count * Self.treeLength(depth: depth) else {
      return nil
    }
    trees = base + Self.headLength
    guard Int(bitPattern: base) % 4 == 0, isSound else { return nil }
  }

  static func treeLength(depth: Int) -> Int { (1 << depth - 1) * 4 + 4 << depth + 2 << depth }

  /// The probability of what the model was fitted to tell, for each of some rows of features, none of which is
  /// NaN. Tree by tree, four rows at a time: a tree stays in the cache, and a walk down it waits at each step.
  func probabilities(of rows: [Float]) -> [Float] {
    precondition(featureCount > 0 && rows.count.isMultiple(of: featureCount), "rows of as many features as it knows")
    let number = rows.count / featureCount
    var sums = [Float](repeating: start, count: number)
    rows.withUnsafeBufferPointer { buffer in
      guard let values = buffer.baseAddress else { return }
      let inner = 1 << depth - 1
      for index in 0..<count {
        let tree = trees + index * Self.treeLength(depth: depth)
        let cuts = tree.assumingMemoryBound(to: Float.self)
        let names = (tree + (inner * 4 + 4 << depth)).assumingMemoryBound(to: UInt16.self)
        // Every node was looked at when the model was read: nothing is looked up beyond it. Without a branch, for nobody
        // could foretell it: the sign of the difference says where to go.
        func next(_ node: Int, _ values: UnsafePointer<Float>) -> Int {
          let difference = cuts[node] - values[Int(truncatingIfNeeded: names[node])]
          return node &+ node &+ 1 &+ Int(truncatingIfNeeded: difference.bitPattern &>> 31)
        }
        var row = 0
        while row < number {
          let others = (min(row + 1, number - 1), min(row + 2, number - 1), min(row + 3, number - 1))
          let (a, b) = (values + row * featureCount, values + others.0 * featureCount)
          let (c, d) = (values + others.1 * featureCount, values + others.2 * featureCount)
          var nodes = (0, 0, 0, 0)
          for _ in 0..<depth {
            nodes = (next(nodes.0, a), next(nodes.1, b), next(nodes.2, c), next(nodes.3, d))
          }
          // The leaves stand behind the inner nodes.
          sums[row] += cuts[nodes.0]
          if row + 1 < number { sums[row + 1] += cuts[nodes.1] }
          if row + 2 < number { sums[row + 2] += cuts[nodes.2] }
          if row + 3 < number { sums[row + 3] += cuts[nodes.3] }
          row += 4
        }
      }
    }
    return sums.map(probability)
  }

  /// Whether every node asks for a feature that there is: then nothing is looked up beyond them.
  private var isSound: Bool {
    let inner = 1 << depth - 1
    for tree in 0..<count {
      let places = trees + tree * Self.treeLength(depth: depth) + inner * 4 + 4 << depth
      for node in 0..<inner where Int(places.load(fromByteOffset: node * 2, as: UInt16.self)) >= featureCount {
        return false
      }
    }
    return true
  }
}
