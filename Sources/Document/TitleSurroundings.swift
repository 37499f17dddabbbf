/// The blocks around a title among which stand the names and dates of its article.
package struct TitleSurroundings {
  package let title: Int
  package let blocks: Range<Int>

  private static let reach = (below: 15, above: 3)

  /// nil: no block is a title.
  package init?(_ all: [Block]) {
    guard let title = all.firstIndex(where: { $0.role == .title }) else { return nil }
    self.title = title
    blocks = max(0, title - Self.reach.above)..<min(all.count, title + Self.reach.below + 1)
  }
}
