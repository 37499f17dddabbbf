import Document

/// Which names and dates of a page are the article's own, and not those in lists of other articles.
struct ArticleNames {
  private let isOwn: [Bool]

  /// Blocks under the title, and above it, among which they stand.
  private static let reach = (below: 15, above: 3)

  /// The first name and the first date under the title, and each name near it that the page's head knows; where there is
  /// none, the first such on the page.
  init(_ blocks: [Block], namesAuthor: [Bool]) {
    isOwn = Self.own(blocks, namesAuthor)
  }

  private static func own(_ blocks: [Block], _ namesAuthor: [Bool]) -> [Bool] {
    var isOwn = [Bool](repeating: false, count: blocks.count)
    guard let title = blocks.firstIndex(where: { $0.role == .title }) else { return isOwn }
    let below = title..<min(blocks.count, title + reach.below + 1)
    for role in [Role.byline, .dateline] {
      if let first = below.first(where: { blocks[$0].role == role }) { isOwn[first] = true }
    }
    for index in max(0, title - reach.above)..<below.upperBound where namesAuthor[index] { isOwn[index] = true }
    if !below.contains(where: { blocks[$0].role == .byline }), let first = namesAuthor.firstIndex(of: true) {
      isOwn[first] = true
    }
    return isOwn
  }

  func contains(_ index: Int) -> Bool { isOwn[index] }
}
