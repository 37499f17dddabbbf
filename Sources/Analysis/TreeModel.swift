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
    let names = inner * 4 + 4 << depth
    // Every node was looked at when the model was read: nothing can overflow.
    func next(_ node: Int, in tree: UnsafeRawPointer) -> Int {
      let place = Int(truncatingIfNeeded: (tree + names).assumingMemoryBound(to: UInt16.self)[node])
      let isRight = values[place] > tree.assumingMemoryBound(to: Float.self)[node]
      return node &+ node &+ 1 &+ (isRight ? 1 : 0)
    }
    func leaf(_ node: Int, of tree: UnsafeRawPointer) -> Float { tree.load(fromByteOffset: node * 4, as: Float.self) }
    var sum = start
    var index = 0
    // Four trees at a time: a walk down one waits for memory at each step.
    while index + 4 <= count {
      let (a, b) = (trees + index * length, trees + (index + 1) * length)
      let (c, d) = (b + length, b + 2 * length)
      var nodes = (0, 0, 0, 0)
      for _ in 0..<depth {
        nodes = (next(nodes.0, in: a), next(nodes.1, in: b), next(nodes.2, in: c), next(nodes.3, in: d))
      }
      sum += leaf(nodes.0, of: a)
      sum += leaf(nodes.1, of: b)
      sum += leaf(nodes.2, of: c)
      sum += leaf(nodes.3, of: d)
      index += 4
    }
    while index < count {
      let tree = trees + index * length
      var node = 0
      while node < inner { node = next(node, in: tree) }
      sum += leaf(node, of: tree)
      index += 1
    }
    return sum
  }

  /// The same as a probability.
  func probability(of features: [Float]) -> Float {
    features.withUnsafeBufferPointer { Analysis.probability(sum(of: $0)) }
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
