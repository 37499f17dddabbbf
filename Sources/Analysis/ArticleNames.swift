import Document

/// Which names and dates of a page are the article's own, and not those in lists of other articles.
struct ArticleNames {
  private let isOwn: [Bool]

  /// The first name and the first date under the title, and each name near it that the page's head knows; where there is
  /// none, the first such on the page.
  init(_ blocks: [Block], namesAuthor: [Bool]) {
    isOwn = Self.own(blocks, namesAuthor)
  }

  private static func own(_ blocks: [Block], _ namesAuthor: [Bool]) -> [Bool] {
    var isOwn = [Bool](repeating: false, count: blocks.count)
    guard let near = TitleSurroundings(blocks) else { return isOwn }
    let below = near.title..<near.blocks.upperBound
    for role in [Role.byline, .dateline] {
      if let first = below.first(where: { blocks[$0].role == role }) { isOwn[first] = true }
    }
    for index in near.blocks where namesAuthor[index] { isOwn[index] = true }
    if !below.contains(where: { blocks[$0].role == .byline }), let first = namesAuthor.firstIndex(of: true) {
      isOwn[first] = true
    }
    return isOwn
  }

  func contains(_ index: Int) -> Bool { isOwn[index] }
}
