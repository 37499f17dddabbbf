import Document
import Text

/// Where the links inside a page lead, and which of them are notes.
struct PageNotes {
  /// Where the elements with an id begin: the index of the first block in or after them.
  let places: PagePlaceList
  /// The ids that are notes, whatever the links to them look like.
  let notes: Set<[UInt8]>
  /// The number of the piece that they stand in.
  var piece = 0
  /// The page's own addresses, without fragments.
  let addresses: [String]

  /// Bytes of what a note is called by: "1", "[12]", "*", "a"; and of what calls itself a link to one: "[Note 1]".
  private static let signLength = 6
  private static let nameLength = 16

  /// Images in a row that may stand before the text of a place.
  private static let reach = 64

  /// What stands behind the `#` of an address.
  static func fragment(of address: String) -> [UInt8] { Array(address.utf8.drop { $0 != 0x23 }.dropFirst()) }

  /// Sets the links' targets, and for each note the first block that refers to it and the other way round. A note is what a
  /// short sign leads to from above, or what is called one; what leads back from it is none.
  func settle(_ blocks: inout [Block], _ links: inout [Link]) {
    for index in links.indices where isInside(links[index]) {
      let id = Self.fragment(of: links[index].href)
      guard let place = place(of: id, in: blocks) else { continue }
      links[index].kind = .fragment
      links[index].target = BlockID(piece: piece, index: place)
      let link = links[index]
      guard blocks.indices.contains(link.block), link.block < place, isReference(link, to: id, in: blocks),
        [.listItem, .paragraph, .footnote].contains(blocks[place].role)
      else { continue }
      if blocks[place].note == nil { blocks[place].note = BlockID(piece: piece, index: link.block) }
      (blocks[place].role, blocks[place].level) = (.footnote, 0)
      if blocks[link.block].note == nil { blocks[link.block].note = BlockID(piece: piece, index: place) }
    }
    for id in notes {
      guard let place = place(of: id, in: blocks), blocks[place].role == .listItem || blocks[place].role == .paragraph
      else { continue }
      (blocks[place].role, blocks[place].level) = (.footnote, 0)
    }
  }

  /// It leads to a place of this page, by whatever address.
  private func isInside(_ link: Link) -> Bool {
    switch link.kind {
    case .fragment: return true
    case .internal, .external:
      guard let mark = link.href.utf8.firstIndex(of: 0x23) else { return false }
      return addresses.contains { $0 == link.href[..<mark] }
    case .mail, .blocked: return false
    }
  }

  /// The first block with text in or after the element of that id.
  private func place(of id: [UInt8], in blocks: [Block]) -> Int? {
    guard let start = places[id] ?? places[percentDecoded(id)], start < blocks.count else { return nil }
    return blocks[start...].prefix(Self.reach).firstIndex { !$0.isPicture }
  }

  private func isReference(_ link: Link, to id: [UInt8], in blocks: [Block]) -> Bool {
    let text = blocks[link.block].text
    if notes.contains(id), link.range.count <= Self.nameLength { return true }
    return link.range.count <= Self.signLength && isSign(text[link.range.clamped(to: 0..<text.count)])
  }

  /// A number in brackets or none, a letter, a sign.
  private func isSign(_ text: ArraySlice<UInt8>) -> Bool {
    let inner = text.filter { $0 != 0x5B && $0 != 0x5D && $0 != 0x28 && $0 != 0x29 && $0 != 0x20 }
    guard !inner.isEmpty else { return false }
    return inner.allSatisfy(isDigit) || inner.count == 1 || inner.count <= 3 && inner[0] >= 0x80
  }
}
