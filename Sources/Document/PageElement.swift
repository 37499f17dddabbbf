/// An element of a page that holds blocks, as far as it helps to tell what they are.
package struct PageElement: Sendable, Equatable {
  /// The element that holds it, by its index in the piece's `elements`; it comes before. nil: none.
  package var parent: Int?
  /// Its tag's name, as `nameHash` has it.
  package var tag: UInt64
  /// The words of its class, id, role and itemprop, as `nameHash` has them; `hidden`, where it shows on demand only.
  package var words: [UInt64]

  package init(parent: Int?, tag: UInt64, words: [UInt64]) {
    self.parent = parent
    self.tag = tag
    self.words = words
  }
}

/// A name of a page's markup as a number: FNV-1a, 64 bits, of its letters in lower case.
@inlinable package func nameHash(_ name: some Sequence<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in name { hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01b3 }
  return hash
}
