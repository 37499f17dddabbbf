import Document

/// Which block of a text is its title: the first line, or of a page that was flattened into text the line that stands
/// before names, dates and prose.
extension TextRoles {
  /// Columns that a title takes at most: three rows.
  private static let titleColumns = 220
  private static let titleWords = 36
  /// Prose after so few blocks: the text begins with its title, not with a menu.
  private static let soonProse = 3
  /// Blocks after a title in which its byline and date stand, and its prose begins.
  private static let nearNames = 5
  private static let nearProse = 12
  /// What a line needs to be a title further down: two words are a menu's.
  private static let fewestWords = 3
  private static let manyWords = 5
  /// What speaks for a line, fitted on pages whose title is known: right on half of them, the first line on one in
  /// forty.
  private static let weights = (words: 1.0, byline: 3.0, date: 3.0, prose: 2.0, moreProse: 1.0, position: 0.005)

  /// nil: the text has none.
  func titleIndex() -> Int? {
    guard drafts.count > 1 else { return nil }
    if drafts[0].role == .heading && drafts[0].level == 1 { return 0 }
    if beginsWithTitle() { return isTitle(0) ? 0 : nil }
    let front = drafts.indices.prefix(Self.frontBlocks)
    var best: (at: Int, score: Double)?
    for at in front where isTitle(at) && words(at) >= Self.fewestWords {
      let score = titleScore(at)
      if score > best?.score ?? 0 { best = (at, score) }
    }
    return best?.at ?? (isTitle(0) ? 0 : nil)
  }

  /// The first lines are a title and what belongs to it, as prose follows soon.
  private func beginsWithTitle() -> Bool {
    guard let prose = drafts.indices.prefix(Self.soonProse + 1).first(where: { isProse($0) }) else {
      return drafts.count <= Self.soonProse
    }
    let isBetweenFront = drafts[1..<max(prose, 1)].allSatisfy { $0.role != .paragraph }
    return prose <= 1 || isBetweenFront || words(0) >= Self.fewestWords
  }

  private func isTitle(_ at: Int) -> Bool {
    guard drafts[at].role == .paragraph, isShort(at, columns: Self.titleColumns), words(at) <= Self.titleWords
    else { return false }
    switch ends(at) {
    case .stop, .colon, .comma: return false
    case .question, .other: break
    }
    return begins(at) != .lower && begins(at) != .other
  }

  private func titleScore(_ at: Int) -> Double {
    let near = drafts[(at + 1)...].prefix(Self.nearNames)
    let prose = (at + 1..<min(at + 1 + Self.nearProse, drafts.count)).count { isLongProse($0) }
    var score = -Self.weights.position * Double(at)
    if words(at) >= Self.manyWords { score += Self.weights.words }
    if near.contains(where: { $0.role == .byline }) { score += Self.weights.byline }
    if near.contains(where: { $0.role == .dateline }) { score += Self.weights.date }
    if prose > 0 { score += Self.weights.prose }
    if prose > 2 { score += Self.weights.moreProse }
    return score
  }
}
