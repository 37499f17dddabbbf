import Document

/// The blocks of a piece, judged together.
struct PieceJudge {
  private let features: [BlockFeatures]
  private let odds: [KindScores]
  private let kinds: [Boilerplate.Kind?]

  init(piece: Piece, tokens: PieceTokens, context: Context) {
    var reader = BlockReader(tables: Tables.shared, publication: context.publication)
    var features = piece.blocks.indices.map { reader.features(of: piece.blocks[$0], tokens[$0]) }
    for index in features.indices where features[index].words <= ContextReader.longestLine {
      features[index].repeats = context.lines[features[index].fingerprint] ?? 1
    }
    let sequence = BlockSequence(features: features)
    self.features = features
    odds = sequence.odds
    kinds = sequence.kinds()
  }

  /// nil: it is the article.
  func boilerplate(of index: Int) -> Boilerplate? {
    guard let kind = kinds[index] else { return uncertain(index) }
    return Boilerplate(kind: kind, score: score(of: index, kind), reasons: reasons(of: index, kind))
  }

  /// What a block of the article has against it: its own words speak for a kind, and its neighbours outvoted them. The
  /// score stays below the threshold: the block stands open, with a mark.
  private func uncertain(_ index: Int) -> Boilerplate? {
    let own = features[index].found.max { $0.weight < $1.weight }
    guard let kind = own?.kind, odds[index][kind] > 0 else { return nil }
    let sum = Double(odds[index][kind])
    let range = Boilerplate.foldingThreshold - Self.uncertainty
    return Boilerplate(kind: kind, score: Self.uncertainty + range * sum / (sum + 2), reasons: reasons(of: index, kind))
  }

  /// The least score that is worth a mark; the eager reader folds from here.
  private static let uncertainty = 0.3

  /// Its own odds and those of its run's neighbours, as a probability not below the threshold: the run was decided.
  private func score(of index: Int, _ kind: Boilerplate.Kind) -> Double {
    let own = odds[index][kind]
    var around: Float = 0
    if index > 0, kinds[index - 1] == kind { around += max(0, odds[index - 1][kind]) }
    if index + 1 < kinds.count, kinds[index + 1] == kind { around += max(0, odds[index + 1][kind]) }
    let sum = max(0, Double(own) + Double(min(around, 3)))
    return Boilerplate.foldingThreshold + (1 - Boilerplate.foldingThreshold) * sum / (sum + 2)
  }

  /// What weighed most first; at least one.
  private func reasons(of index: Int, _ kind: Boilerplate.Kind) -> [Reason] {
    let block = features[index]
    let groups = Tables.shared.cues.groups
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
    if let words = Self.repeated(block.repeats) { reasons.append(Reason(words)) }
    if block.linked > BlockWeights.linkedShare { reasons.append(Reason("is nothing but a link")) }
    if reasons.isEmpty { reasons.append(Reason(placed(index, kind))) }
    return reasons
  }

  /// Why a block that says nothing of itself is folded.
  private func placed(_ index: Int, _ kind: Boilerplate.Kind) -> String {
    let block = features[index]
    if block.role == .listItem, index > 0, kinds[index - 1] != nil { return "belongs to the list that begins above it" }
    if block.role == .heading, index + 1 < kinds.count, kinds[index + 1] != nil {
      return "heads what is folded below it"
    }
    if index > 0, kinds[index - 1] == kind, index + 1 < kinds.count, kinds[index + 1] == kind {
      return "stands in the middle of what is folded"
    }
    if block.isLine { return "is one of several short lines outside of the article's text" }
    return "goes with what is folded beside it"
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
