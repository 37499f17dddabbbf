import Document

/// What the elements of a page hold, summed over their subtrees; of a text without markup, one element that holds all.
struct PageOutline {
  /// What an element holds.
  struct Sums {
    var blocks: Float = 0
    var words: Float = 0
    var prose: Float = 0
    var linked: Float = 0
    /// Blocks that open with a link.
    var openers: Float = 0
  }

  /// By the element's index; behind the last one, the whole piece.
  private(set) var sums: [Sums]
  /// The lowest element that holds most of the page's prose.
  private(set) var main: Int
  private let elements: [PageElement]
  private(set) var depths: [Int]
  /// Whether an element is, or holds, the main one.
  private var holdsMain: [Bool]

  /// An element that holds so much of the prose may be the article.
  private static let mainShare: Float = 0.6

  init(_ piece: Piece, _ features: [BlockFeatures]) {
    elements = piece.elements
    sums = [Sums](repeating: Sums(), count: elements.count + 1)
    depths = [Int](repeating: 0, count: elements.count + 1)
    holdsMain = [Bool](repeating: false, count: elements.count)
    main = elements.count
    for index in elements.indices { depths[index] = (elements[index].parent.map { depths[$0] } ?? 0) + 1 }
    for (index, block) in features.enumerated() {
      let place = piece.blocks[index].element ?? elements.count
      sums[place].blocks += 1
      sums[place].words += Float(block.words)
      sums[place].linked += Float(block.words) * block.linked
      if block.isProse { sums[place].prose += Float(block.words) }
      if block.opensWithLink { sums[place].openers += 1 }
    }
    for index in elements.indices.reversed() { add(sums[index], to: elements[index].parent ?? elements.count) }
    let all = sums[elements.count].prose
    guard all > 0 else { return }
    for index in elements.indices where sums[index].prose >= all * Self.mainShare && depths[index] >= depths[main] {
      main = index
    }
    for index in path(from: main < elements.count ? main : nil) { holdsMain[index] = true }
  }

  private mutating func add(_ part: Sums, to place: Int) {
    sums[place].blocks += part.blocks
    sums[place].words += part.words
    sums[place].prose += part.prose
    sums[place].linked += part.linked
    sums[place].openers += part.openers
  }

  var whole: Sums { sums[elements.count] }

  /// The element itself and those that hold it, innermost first.
  func path(from element: Int?) -> ElementPath { ElementPath(elements: elements, following: element) }

  /// How many steps up from `element` to one that holds `main` too; and whether that is `main` itself.
  func distanceToMain(from element: Int?) -> (steps: Int, isInside: Bool) {
    guard main < elements.count else { return (0, true) }
    var steps = 0
    for index in path(from: element) {
      if holdsMain[index] { return (steps, index == main) }
      steps += 1
    }
    return (steps, false)
  }
}

struct ElementPath: Sequence, IteratorProtocol {
  fileprivate let elements: [PageElement]
  fileprivate var following: Int?

  mutating func next() -> Int? {
    guard let index = following else { return nil }
    following = elements[index].parent
    return index
  }
}
