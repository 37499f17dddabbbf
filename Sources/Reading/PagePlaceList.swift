import Text

/// Where the elements of a page begin that links may lead to, by their ids: the index of the first block in or after them,
/// of equal ids the first. Sorted when all are there; a Dictionary of bytes would cost the first frame more, for the
/// look-up of its type alone.
struct PagePlaceList {
  private var entries: [(id: [UInt8], block: Int)] = []

  mutating func add(_ id: [UInt8], block: Int) { entries.append((id, block)) }

  /// To be called before the first look-up: all that was added is found from then on.
  mutating func sort() { entries.sort { Self.isBefore($0, $1) } }

  subscript(id: [UInt8]) -> Int? {
    let index = entries.partitioningIndex { !Self.isBefore(($0.id, $0.block), (id, -1)) }
    return entries.indices.contains(index) && entries[index].id == id ? entries[index].block : nil
  }

  private static func isBefore(_ a: (id: [UInt8], block: Int), _ b: (id: [UInt8], block: Int)) -> Bool {
    a.id == b.id ? a.block < b.block : a.id.lexicographicallyPrecedes(b.id)
  }
}
