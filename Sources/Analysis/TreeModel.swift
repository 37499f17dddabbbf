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

  /// The log-odds of what the model was fitted to tell; `features` are as many as it knows.
  func sum(of features: UnsafeBufferPointer<Float>) -> Float {
    guard features.count == featureCount, let values = features.baseAddress else { return start }
    let inner = 1 << depth - 1
    let length = Self.treeLength(depth: depth)
    var tree = trees
    var sum = start
    for _ in 0..<count {
      let thresholds = tree.assumingMemoryBound(to: Float.self)
      let places = (tree + inner * 4 + 4 << depth).assumingMemoryBound(to: UInt16.self)
      var node = 0
      while node < inner { node = 2 * node + (values[Int(places[node])] > thresholds[node] ? 2 : 1) }
      sum += thresholds[node]
      tree += length
    }
    return sum
  }

  /// The same as probabilities, of each row of features.
  func probabilities(of rows: [[Float]]) -> [Float] {
    rows.map { row in row.withUnsafeBufferPointer { probability(sum(of: $0)) } }
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
