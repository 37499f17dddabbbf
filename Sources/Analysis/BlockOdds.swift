import Document

/// What is seen of a page only from all of its blocks.
struct PageScene {
  /// Blocks of prose that no strong cue speaks against: the first and the last of the article.
  let firstProse: Int
  let lastProse: Int
  /// How many lines without a sentence stand together, a block.
  let rows: [Int]
  /// There is enough prose to tell an article's inside from its edges.
  let isArticle: Bool
  /// Words of the prose.
  let proseWords: Int

  /// Prose blocks that make a page an article with edges, and their words.
  static let leastProse = 3
  static let leastWords = 100

  init(_ features: [BlockFeatures]) {
    var first = features.count
    var last = -1
    var blocks = 0
    var words = 0
    for (index, block) in features.enumerated() where block.isProse && block.cues.highest < BlockWeights.article {
      first = min(first, index)
      last = index
      blocks += 1
      words += block.words
    }
    firstProse = first
    lastProse = last
    proseWords = words
    isArticle = blocks >= Self.leastProse && words >= Self.leastWords
    rows = Self.rows(features)
  }

  private static func rows(_ features: [BlockFeatures]) -> [Int] {
    var rows = [Int](repeating: 0, count: features.count)
    var from = 0
    for index in 0...features.count {
      if index < features.count, features[index].isLine, mayStandInRow(features[index].role) { continue }
      for inside in from..<index { rows[inside] = index - from }
      from = index + 1
    }
    return rows
  }

  private static func mayStandInRow(_ role: Role) -> Bool {
    switch role {
    case .heading, .paragraph, .quote, .embed, .rule: true
    case .title, .byline, .dateline, .listItem, .code, .table, .figure, .caption, .math, .footnote: false
    }
  }

  func isEdge(_ index: Int) -> Bool { isArticle && (index < firstProse || index > lastProse) }
}

/// The log-odds of a block for each kind, neighbours left out.
struct BlockOdds {
  let features: [BlockFeatures]
  let scene: PageScene

  func odds(of index: Int) -> KindScores {
    let block = features[index]
    var scores = block.cues
    let mood = mood(of: block)
    scores[.appeal] += mood
    structure(block, index, &scores)
    let article = article(block, index)
    for kind in 0..<Boilerplate.Kind.count {
      scores[kind] = max(scores[kind] - article, -most(block))
    }
    if block.cues.highest < BlockWeights.article { scores[.appeal] = min(scores[.appeal], BlockWeights.moodAlone) }
    return scores
  }

  private func most(_ block: BlockFeatures) -> Float {
    BlockWeights.articleMost + Float(min(block.words, 200)) / BlockWeights.wordsMost
      + (isKept(block) ? BlockWeights.keptRole : 0)
  }

  private func article(_ block: BlockFeatures, _ index: Int) -> Float {
    var article = BlockWeights.article
    if block.role == .listItem, index > 0, features[index - 1].role == .listItem || features[index - 1].endsWithColon {
      article = BlockWeights.listItem
    }
    if block.isProse {
      article += min(BlockWeights.proseMost, Float(block.words) / BlockWeights.proseWords)
    }
    if block.says > 0, block.third > 0 || block.names > 0 { article += BlockWeights.reports }
    if isKept(block) { article += BlockWeights.keptRole }
    return article
  }

  /// Titles, bylines, captions and what is no prose at all stay, unless much speaks against them.
  private func isKept(_ block: BlockFeatures) -> Bool {
    switch block.role {
    case .title, .byline, .dateline: !block.isAllCue
    case .code, .table, .figure, .math, .footnote: true
    case .caption: block.cues[.credit] < BlockWeights.keptRole
    case .heading, .paragraph, .listItem, .quote, .embed, .rule: false
    }
  }

  /// A publication that speaks of itself to its reader.
  private func mood(of block: BlockFeatures) -> Float {
    guard block.quoted * 2 <= block.words else { return 0 }
    let pronouns = Float(block.we) * BlockWeights.we + Float(block.you) * BlockWeights.you
    let words = Float(block.press) * BlockWeights.press + Float(block.giving) * BlockWeights.giving
    let sum = pronouns > 0 ? pronouns + words : words / 2
    return min(BlockWeights.moodMost, sum)
  }

  private func structure(_ block: BlockFeatures, _ index: Int, _ scores: inout KindScores) {
    switch block.signature {
    case .none: break
    case .post: scores[.embedRemnant] += BlockWeights.signature
    case .comment: scores[.comments] += BlockWeights.signature
    }
    if Float(index) > Float(features.count) * BlockWeights.lastShare {
      if scores[.credit] > 0 { scores[.credit] += BlockWeights.last }
      if scores[.legal] > 0 { scores[.legal] += BlockWeights.last }
    }
    if block.hasCopyright { scores[.legal] += BlockWeights.copyright }
    if block.linked > BlockWeights.linkedShare, !block.endsSentence {
      scores[block.words <= 4 ? .navigation : .related] += BlockWeights.linked * block.linked
    }
    if block.repeats > 1, (block.isLine && block.words > 1) || block.cues.highest > 0 {
      let weight = block.repeats > 2 ? BlockWeights.repeatedOften : BlockWeights.repeatedOnce
      for kind in 0..<Boilerplate.Kind.count where scores[kind] > 0 || kind == Boilerplate.Kind.other.index {
        scores[kind] += weight
      }
    }
    if block.isLine, block.role != .listItem { line(block, index, &scores) }
  }

  /// Lines in rows, and lines outside of the article's prose.
  private func line(_ block: BlockFeatures, _ index: Int, _ scores: inout KindScores) {
    let isRow = scene.isArticle && scene.rows[index] >= BlockWeights.rowLength && !block.isEntry
    let isEdge = scene.isEdge(index) && scene.rows[index] >= BlockWeights.edgeRow
    guard isEdge || isRow else { return }
    let weight = isEdge ? BlockWeights.edgeLine : BlockWeights.rowLine
    let isEntry = block.words <= BlockWeights.entryWords
    scores[.navigation] += isEntry ? weight : weight * BlockWeights.second
    scores[.related] += isEntry ? weight * BlockWeights.second : weight
  }
}
