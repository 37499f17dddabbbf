import Document
import Text

/// Where the links inside a page lead, and which of them are notes.
struct PageNotes {
  /// Where the elements with an id begin: the index of the first block in or after them.
  let places: [[UInt8]: Int]

  /// Bytes of what a note is called by: "1", "[12]", "*", "a".
  private static let signLength = 6

  /// Sets the links' targets, and for each note the block that refers to it and the other way round. A note is what a short
  /// sign leads to from above; what leads back from it is none.
  func settle(_ blocks: inout [Block], _ links: inout [Link]) {
    for index in links.indices where links[index].kind == .fragment {
      guard let place = places[Array(links[index].href.utf8.dropFirst())], blocks.indices.contains(place) else {
        continue
      }
      links[index].target = place
      let link = links[index]
      guard blocks.indices.contains(link.block), link.block < place, link.range.count <= Self.signLength,
        isSign(blocks[link.block].text[link.range.clamped(to: 0..<blocks[link.block].text.count)]),
        blocks[place].role == .listItem || blocks[place].role == .paragraph || blocks[place].role == .footnote
      else { continue }
      (blocks[place].role, blocks[place].level) = (.footnote, 0)
      blocks[place].note = BlockID(piece: 0, index: link.block)
      if blocks[link.block].note == nil { blocks[link.block].note = BlockID(piece: 0, index: place) }
    }
  }

  /// A number in brackets or none, a letter, a sign.
  private func isSign(_ text: ArraySlice<UInt8>) -> Bool {
    let inner = text.filter { $0 != 0x5B && $0 != 0x5D && $0 != 0x28 && $0 != 0x29 && $0 != 0x20 }
    guard !inner.isEmpty else { return false }
    return inner.allSatisfy(isDigit) || inner.count == 1 || inner.count <= 3 && inner[0] >= 0x80
  }
}
