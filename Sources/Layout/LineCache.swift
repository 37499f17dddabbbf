import Document

/// The lines of blocks that were laid out, as many as make scrolling to and fro free. Each block has one place in it,
/// which it shares with others: what stands there last stays. No hashing, for every frame asks for each of its blocks.
struct LineCache: Sendable {
  /// Places; a screen shows at most some 60 blocks. A power of two.
  private static let size = 512

  private var entries: [(id: BlockID, lines: [FlowLine])?] = []

  subscript(id: BlockID) -> [FlowLine]? {
    get {
      guard !entries.isEmpty, let found = entries[Self.place(of: id)], found.id == id else { return nil }
      return found.lines
    }
    set {
      if entries.isEmpty { entries = Array(repeating: nil, count: Self.size) }
      entries[Self.place(of: id)] = newValue.map { (id, $0) }
    }
  }

  mutating func removeAll() {
    entries = []
  }

  /// Those of a piece and of the pieces beside it.
  mutating func removeAll(near piece: Int) {
    for place in entries.indices {
      if let found = entries[place], abs(found.id.piece - piece) <= 1 { entries[place] = nil }
    }
  }

  /// Neighbours of a piece, and the beginnings of neighbouring pieces, are apart.
  private static func place(of id: BlockID) -> Int { (id.index &+ id.piece &* 67) & (size - 1) }
}
