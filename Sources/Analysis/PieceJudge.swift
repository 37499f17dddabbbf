import Document

/// The blocks of a piece, judged together: what is not the article, of which kind, and why.
package struct PieceJudge {
  private let sight: BlockSight
  private let piece: Piece
  /// Of each block the probability that it is the article.
  private let article: [Float]
  private let words: WordOdds?
  /// Below which probabilities a block is folded.
  private let thresholds: FoldingThresholds
  private var kinds: [Boilerplate.Kind?] = []
  /// Of each block, whether it is one of several that break off.
  private let teasers: [Bool]
  /// In text a name stands under the title, or is none.
  private let names: ArticleNames?

  /// `words`: what its words and names alone say of each block, for the reasons; nil: nothing.
  package init(_ piece: Piece, _ sight: BlockSight, article: [Float], words: WordOdds? = nil) {
    self.piece = piece
    self.sight = sight
    self.words = words
    self.article = piece.elements.isEmpty ? Self.withCopies(article, sight) : article
    thresholds = FoldingThresholds(
      self.article, isPage: !piece.elements.isEmpty, isKnownLanguage: sight.isKnownLanguage)
    teasers = Self.teasers(sight.features)
    names = piece.elements.isEmpty ? nil : ArticleNames(piece.blocks, namesAuthor: sight.namesAuthor)
    kinds = article.indices.map { isFolded($0) ? kind(of: $0) : nil }
    kinds = article.indices.map { headsArticle($0) ? nil : kinds[$0] }
    if piece.elements.isEmpty {
      foldBeside()
      kinds = article.indices.map { kinds[$0] == nil ? nil : settled($0) }
      joinEnclosed()
    } else {
      openAlone()
      let isHead = article.indices.map { piece.blocks[$0].role == .heading || sight.features[$0].isLine && !isLink($0) }
      kinds = FoldRuns(kinds, words: sight.words, isHead: isHead).kinds
    }
    openLoneRules()
  }

  /// Blocks on each side among which such stand that break off, how many these are with it, and the words of one that counts.
  private static let teaserReach = 4
  private static let teaserCount = 3
  private static let teaserWords = 8

  /// Beginnings of other articles stand together, and each breaks off; of an article's own blocks one in forty does so.
  private static func teasers(_ features: [BlockFeatures]) -> [Bool] {
    features.indices.map { index in
      guard features[index].breaksOff, features[index].words >= teaserWords else { return false }
      let around = max(0, index - teaserReach)...min(features.count - 1, index + teaserReach)
      return features[around].count { $0.breaksOff } >= teaserCount
    }
  }

  /// In text the whole article once more is as much the article as the prose above it.
  private static func withCopies(_ article: [Float], _ sight: BlockSight) -> [Float] {
    var article = article
    var (words, sum): (Float, Float) = (0, 0)
    for (index, block) in sight.features.enumerated() where block.isProse {
      if block.isCopyOfArticle, words > 0 {
        article[index] = max(article[index], sum / words)
      } else {
        words += Float(block.words)
        sum += Float(block.words) * article[index]
      }
    }
    return article
  }

  /// nil: it is the article.
  package func boilerplate(of index: Int) -> Boilerplate? {
    let score = score(of: index)
    if let kind = kinds[index] {
      return Boilerplate(kind: kind, score: max(score, Boilerplate.foldingThreshold), reasons: reasons(of: index, kind))
    }
    guard score >= Self.uncertainty, !isKept(index), sight.features[index].words > 0 else { return nil }
    let kind = kind(of: index)
    return Boilerplate(
      kind: kind, score: min(score, Boilerplate.foldingThreshold - 0.01), reasons: reasons(of: index, kind))
  }

  /// The least score that is worth a mark; the eager reader folds from here.
  private static let uncertainty = 0.3

  /// How sure, so that the threshold of folding is at `Boilerplate.foldingThreshold`.
  private func score(of index: Int) -> Double {
    let (other, edge) = (Double(1 - article[index]), Double(1 - thresholds.block))
    let half = Boilerplate.foldingThreshold
    return other >= edge ? half + (1 - half) * (other - edge) / (1 - edge) : half * other / edge
  }

  // MARK: Whether

  private func isFolded(_ index: Int) -> Bool {
    let least = isPlainInside(index) ? thresholds.inside : thresholds.block
    guard teasers[index] || article[index] < least else { return false }
    return !isKept(index) || isSurrounded(index)
  }

  /// Below this probability a heading is none of the article, whatever stands below it. By cross-validation: of what is
  /// put into articles and looks like them 1.6 % more stay open, and pages lose nothing.
  private static let headingOdds: Float = 0.1

  /// A heading goes with the prose that it stands above, unless the page or its own words say what else it heads.
  private func headsArticle(_ index: Int) -> Bool {
    guard piece.blocks[index].role == .heading, article[index] >= Self.headingOdds, sight.kinds[index] == nil,
      group(of: index)?.kind == nil,
      let next = piece.blocks.indices[(index + 1)...].prefix(2).first(where: { piece.blocks[$0].role != .heading })
    else { return false }
    return kinds[next] == nil && sight.features[next].isProse && article[next] >= 0.5
  }

  /// Where there is no markup to go by, what stands in the article and says nothing that boilerplate says is the
  /// article's; so is a label with a figure, though appeals have sums of money too.
  private func isPlainInside(_ index: Int) -> Bool {
    let block = sight.features[index]
    let isPlain = sight.kinds[index] == nil && sight.odds[index].highest <= 0
    guard piece.elements.isEmpty, isPlain || block.statesFigure && block.cues.highest < Self.titleCue else {
      return false
    }
    let scene = sight.scene
    return scene.isArticle && index >= scene.firstProse && index <= scene.lastProse
  }

  /// So many names, dates and captions may stand together.
  private static let namesAndDates = 6

  /// What matters to a reader, whatever stands beside it.
  private func isKept(_ index: Int) -> Bool {
    switch piece.blocks[index].role {
    case .title: return !isOddTitle(index)
    case .byline, .dateline: return isOwnName(index) || !sight.features[index].isAllCue
    case .footnote: return !sight.features[index].isAllCue
    case .caption: return sight.kinds[index] != .credit
    case .heading, .paragraph, .listItem, .quote, .code, .table, .figure, .math, .embed, .rule: return false
    }
  }

  private func isOwnName(_ index: Int) -> Bool { names?.contains(index) ?? false }

  /// Text has its first line for a title: where that says what only boilerplate says, it is none.
  private func isOddTitle(_ index: Int) -> Bool {
    guard piece.elements.isEmpty, article[index] < thresholds.block else { return false }
    return sight.features[index].cues.highest >= Self.titleCue
      || (sight.kinds[index] != nil && sight.odds[index].highest > 0)
  }

  /// The weight of a cue that needs no help from its neighbours to carry a line.
  private static let titleCue: Float = 3

  /// It belongs to something else: the names and dates in a list of other articles.
  private func isSurrounded(_ index: Int) -> Bool {
    guard piece.blocks[index].role != .title, !isOwnName(index) else { return false }
    func isOther(_ way: Int) -> Bool {
      var at = index + way
      while article.indices.contains(at), abs(at - index) <= Self.namesAndDates {
        // What stands under the title is of the article.
        if piece.blocks[at].role == .title { return false }
        if !isKept(at), sight.features[at].words > 0 { return article[at] < thresholds.block }
        at += way
      }
      return false
    }
    return isOther(-1) && isOther(1)
  }

  /// In text what stands beside a fold is likelier to go with it than what stands alone: from a fold on, downwards and then
  /// upwards.
  private mutating func foldBeside() {
    func mayGo(_ index: Int) -> Bool {
      kinds[index] == nil && article[index] < thresholds.beside && !isKept(index) && isPlainInside(index)
    }
    for index in kinds.indices.dropFirst() where kinds[index - 1] != nil && mayGo(index) {
      kinds[index] = kind(of: index)
    }
    for index in kinds.indices.dropLast().reversed() where kinds[index + 1] != nil && mayGo(index) {
      kinds[index] = kind(of: index)
    }
  }

  // MARK: Which kind

  private func kind(of index: Int) -> Boilerplate.Kind {
    if let known = sight.kinds[index] { return known }
    let odds = sight.odds[index]
    if let found = sight.features[index].found.max(by: { $0.weight < $1.weight }), odds[found.kind] > 0,
      !isMenuEntry(index, found)
    {
      return found.kind
    }
    if teasers[index] { return .related }
    if isBracketedCredit(index) { return .credit }
    if let group = group(of: index), let kind = group.kind { return kind }
    let block = sight.features[index]
    if isLink(index) {
      return block.words <= BlockWeights.entryWords ? .navigation : .related
    }
    return .other
  }

  /// "(Ann Lee / The Courier)"
  private func isBracketedCredit(_ index: Int) -> Bool {
    let text = piece.blocks[index].text
    return sight.features[index].isShort && text.first == 0x28 && text.last == 0x29 && text.contains(0x2F)
  }

  private func isLink(_ index: Int) -> Bool { sight.features[index].linked > BlockWeights.linkedShare }

  /// "Photos" that is a link, and "Video editing", lead to such, and credit nobody.
  private func isMenuEntry(_ index: Int, _ found: BlockFeatures.Found) -> Bool {
    guard found.kind == .credit, isLink(index) else { return false }
    return !piece.blocks[index].text[found.range].contains(0x20)
  }

  /// A block that says nothing of itself goes with the run that it stands in.
  private func settled(_ index: Int) -> Boilerplate.Kind {
    guard let own = kinds[index] else { return .other }
    guard own == .other else { return own }
    let before = index > 0 ? kinds[index - 1] : nil
    let after = index + 1 < kinds.count ? kinds[index + 1] : nil
    return [before, after].compactMap { $0 }.first { $0 != .other } ?? .other
  }

  /// In text a block between two that are folded for one reason goes with them where the sequence of cues takes it for the
  /// same: the fact in the middle of an appeal belongs to the appeal.
  private mutating func joinEnclosed() {
    guard kinds.count > 2 else { return }
    for index in 1..<kinds.count - 1 where kinds[index] == nil && !isKept(index) {
      guard let kind = kinds[index - 1], kinds[index + 1] == kind, sight.kinds[index] == kind else { continue }
      if sight.features[index].words <= Self.enclosedWords, article[index] < Self.sure { kinds[index] = kind }
    }
  }

  /// A paragraph of an appeal is not longer.
  private static let enclosedWords = 60
  /// From this probability on a block is the article, whatever stands around it.
  private static let sure: Float = 0.9

  /// Below these probabilities a block between two open ones is folded all the same. By cross-validation, of the words of
  /// code, tables and entries of lists that stand so nine in ten are the article's, of those of headings two in three.
  private static let aloneOdds: Float = 0.1
  private static let aloneHeadingOdds: Float = 0.25

  /// On pages what is set as code, a table or an entry of a list stands between two open blocks for a reason.
  private mutating func openAlone() {
    for index in kinds.indices where kinds[index] != nil && !isBesideFold(index) {
      let least =
        switch piece.blocks[index].role {
        case .code, .table, .math: Self.aloneOdds
        case .listItem: sight.kinds[index] == nil ? Self.aloneOdds : 1
        case .heading: sight.kinds[index] == nil ? Self.aloneHeadingOdds : 1
        case .title, .byline, .dateline, .paragraph, .quote, .figure, .caption, .footnote, .embed, .rule: Float(1)
        }
      if article[index] >= least { kinds[index] = nil }
    }
  }

  /// A line between two open blocks hides nothing that would be worth a row.
  private mutating func openLoneRules() {
    for index in kinds.indices where piece.blocks[index].role == .rule && kinds[index] != nil {
      if !isBesideFold(index) { kinds[index] = nil }
    }
  }

  /// What the page calls the nearest part that holds the block and says of what kind it is.
  private func group(of index: Int) -> ElementGroup? {
    var element = piece.blocks[index].element
    var steps = 0
    while let holder = element, steps < Self.reach {
      // What holds the most of the page is no part of it, whatever it is called.
      if sight.outline.sums[holder].prose > sight.outline.whole.prose * Self.partShare { return nil }
      for word in piece.elements[holder].words {
        if let group = ElementGroup.named(word), group.kind != nil, may(group, hold: index, steps) {
          return group
        }
      }
      if piece.elements[holder].tag == Self.nav { return .navigation }
      if piece.elements[holder].tag == Self.footer { return .footer }
      element = piece.elements[holder].parent
      steps += 1
    }
    return nil
  }

  /// A part of a page holds no more of its prose.
  private static let partShare: Float = 0.5

  /// Many things are called labels and topics, or featured and top; tags are short links, and lists of other articles links.
  private func may(_ group: ElementGroup, hold index: Int, _ steps: Int) -> Bool {
    let isEntry = isLink(index) || piece.blocks[index].role == .listItem
    if group == .tags { return steps <= Self.tagReach && sight.features[index].isShort && isEntry }
    return group != .popular || isEntry || piece.blocks[index].role == .heading
  }
  private static let tagReach = 2

  /// Elements above a block whose names say of what kind it is.
  private static let reach = 6
  private static let nav = nameHash("nav".utf8)
  private static let footer = nameHash("footer".utf8)

  // MARK: Why

  /// What weighed most first; at least one.
  private func reasons(of index: Int, _ kind: Boilerplate.Kind) -> [Reason] {
    let block = sight.features[index]
    let groups = BoilerplateCues.groups
    var reasons: [Reason] = []
    for found in block.found.sorted(by: { $0.weight > $1.weight })
    where found.kind == kind {
      let words = groups[Int(found.group)].reason
      if !reasons.contains(where: { $0.words == words }) { reasons.append(Reason(words, evidence: found.range)) }
    }
    if kind == .appeal, block.we > 1, block.quoted * 2 < block.words {
      reasons.append(Reason("speaks as the publication (we, our)"))
    }
    if kind == .appeal, block.you > 1, block.quoted * 2 < block.words {
      reasons.append(Reason("speaks to the reader (you, your)"))
    }
    if block.hasCopyright, kind == .legal { reasons.append(Reason("holds a sign of copyright")) }
    if let words = Self.repeated(block.repeats) {
      reasons.append(Reason(words))
    } else if block.echo >= Echo.whole {
      reasons.append(Reason("stands above on the page already"))
    }
    if teasers[index] { reasons.append(Reason("breaks off, as others beside it do")) }
    if let group = group(of: index), group.kind == kind { reasons.append(Reason(group.reason)) }
    if isLink(index) { reasons.append(Reason("is nothing but a link")) }
    if reasons.isEmpty { reasons.append(Reason(worded(index) ?? placed(index, kind))) }
    return reasons
  }

  /// From these log-odds on the words of a block, or the names of what holds it, are a reason: cross-validated, of a
  /// hundred such blocks four are the article's.
  private static let telling: Float = -2.2

  /// Why a block is folded in which no cue stands, where its words or what the page calls its place say it.
  private func worded(_ index: Int) -> String? {
    guard let words else { return nil }
    if words.words[index] <= Self.telling { return "is worded as what stands around articles" }
    if words.names[index] <= Self.telling { return "stands in a part that pages call what is not the article" }
    return nil
  }

  /// Why a block that says nothing of itself is folded.
  private func placed(_ index: Int, _ kind: Boilerplate.Kind) -> String {
    let block = sight.features[index]
    if block.role == .listItem, index > 0, kinds[index - 1] != nil { return "belongs to the list that begins above it" }
    if block.role == .heading, index + 1 < kinds.count, kinds[index + 1] != nil {
      return "heads what is folded below it"
    }
    if index > 0, kinds[index - 1] == kind, index + 1 < kinds.count, kinds[index + 1] == kind {
      return "stands in the middle of what is folded"
    }
    if block.isLine, isBesideFold(index) { return "is one of several short lines outside of the article's text" }
    if !isBesideFold(index) { return "is placed and worded as what stands around articles" }
    return piece.elements.isEmpty
      ? "goes with what is folded beside it" : "stands apart from the part of the page that holds the article"
  }

  private func isBesideFold(_ index: Int) -> Bool {
    index > 0 && kinds[index - 1] != nil || index + 1 < kinds.count && kinds[index + 1] != nil
  }

  private static func repeated(_ count: Int) -> String? {
    switch count {
    case ...1: nil
    case 2: "repeats a line that stands twice on the page"
    case 3: "repeats a line that stands 3 times on the page"
    case 4: "repeats a line that stands 4 times on the page"
    case 5: "repeats a line that stands 5 times on the page"
    case _: "repeats a line that stands more than 5 times on the page"
    }
  }
}
