import Document
import Text

/// What blocks of a page are for, beyond what their elements say: the title among the headings, who wrote it and when,
/// captions, notes.
struct PageRoles {
  var blocks: [Block]
  let elements: [PageElement]

  /// Bytes of a line that may be a title, and of one that names who wrote the text or when.
  private static let titleLength = 400
  private static let lineLength = 160
  /// Words of a line with a name in an element that is called a byline.
  private static let bylineWords = 8

  private static let caption = NameSet(["caption", "captions", "figcaption"])
  private static let byline = NameSet(["byline", "bylines", "author", "authors"])

  /// `holdsTitle`: the title may stand among them.
  mutating func settle(_ metadata: Metadata, holdsTitle: Bool = true) {
    if holdsTitle, let title = metadata.title { settleTitle(Array(title.utf8)) }
    for index in blocks.indices where blocks[index].role == .paragraph || blocks[index].role == .listItem {
      if let role = role(of: blocks[index]) { (blocks[index].role, blocks[index].level) = (role, 0) }
    }
    if holdsTitle { AuthorLines(metadata).settle(&blocks) }
  }

  /// The heading, or else the line, that says what the page is called is its title, and no other.
  private mutating func settleTitle(_ title: [UInt8]) {
    let found = blocks.indices.filter { index in
      blocks[index].text.count <= Self.titleLength && PageText.isAlike(blocks[index].text, title)
    }
    func rank(_ index: Int) -> Int {
      switch blocks[index].role {
      case .title: 0
      case .heading: blocks[index].level
      default: 9
      }
    }
    guard let best = found.min(by: { (rank($0), $0) < (rank($1), $1) }) else { return }
    for index in blocks.indices where blocks[index].role == .title {
      (blocks[index].role, blocks[index].level) = (.heading, 1)
    }
    (blocks[best].role, blocks[best].level) = (.title, 0)
  }

  private func role(of block: Block) -> Role? {
    if has(Self.caption, block) { return .caption }
    guard block.text.count <= Self.lineLength, block.role == .paragraph else { return nil }
    let range = 0..<block.text.count
    let isDated = mayBeDated(block.text, range)
    let isNamed = has(Self.byline, block)
    guard isDated || isNamed || mayBeByline(block.text, range) else { return nil }
    let text = String(decoding: block.text, as: UTF8.self)
    if isDated, isDateLine(text) { return .dateline }
    if isByline(text) || isDated && isDatedByline(text) { return .byline }
    guard isNamed, PageText.words(of: text).count <= Self.bylineWords else { return nil }
    return PageNames(publications: []).names(inByline: [text]).isEmpty ? nil : .byline
  }

  /// The block's element, or the one that holds it, is called so.
  private func has(_ words: NameSet, _ block: Block) -> Bool {
    guard let element = block.element else { return false }
    let parent = elements[element].parent
    return elements[element].words.contains(where: words.contains)
      || parent.map { elements[$0].words.contains(where: words.contains) } ?? false
  }
}
