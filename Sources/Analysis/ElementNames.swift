import Document

/// What the names of a page's elements say, looked up once for each: many blocks stand in the same ones.
struct ElementNames {
  /// Groups of all elements, one after the other; where those of each begin, and where the last ones end.
  private var groups: [UInt8] = []
  private var starts: [Int] = []
  /// The number of each element's tag; 0: a tag without one.
  private var tags: [UInt8] = []

  init(_ elements: [PageElement]) {
    starts.reserveCapacity(elements.count + 1)
    tags.reserveCapacity(elements.count)
    for element in elements {
      starts.append(groups.count)
      for word in element.words {
        if let group = ElementGroup.named(word) { groups.append(UInt8(group.rawValue)) }
      }
      tags.append(UInt8(ElementGroup.tagNumbers[element.tag]))
    }
    starts.append(groups.count)
  }

  /// Raw values of `ElementGroup`.
  func groups(of element: Int) -> some Sequence<Int> {
    groups[starts[element]..<starts[element + 1]].lazy.map(Int.init)
  }

  /// As `ElementGroup.tagNumbers` has it.
  func tag(of element: Int) -> Int? { tags[element] == 0 ? nil : Int(tags[element]) }
}

extension PageElement {
  /// Its tag and all that its class and id call it, as one number: equal for elements that are called alike.
  var fullName: UInt64 { words.reduce(tag) { $0 &* 31 &+ $1 } }
}
