import Document

/// Judges a run of blocks together: the likeliest sequence of "article" and kinds of boilerplate (Viterbi, linear).
struct BlockSequence {
  /// 0: the article; else a kind's index and 1.
  private static let states = Boilerplate.Kind.count + 1

  let features: [BlockFeatures]
  /// Log-odds of each kind against the article, a block.
  let odds: [KindScores]

  init(features: [BlockFeatures], scene: PageScene) {
    self.features = features
    odds = features.indices.map { BlockOdds(features: features, scene: scene).odds(of: $0) }
  }

  /// The kind of each block, nil for the article.
  func kinds() -> [Boilerplate.Kind?] {
    guard !features.isEmpty else { return [] }
    let count = features.count
    var back = [UInt8](repeating: 0, count: count * Self.states)
    var score = SIMD16<Float>(repeating: 0)
    for kind in 0..<Boilerplate.Kind.count { score[kind + 1] = odds[0][kind] - BlockWeights.enter }
    for index in 1..<max(1, count) {
      score = step(index, from: score, &back)
    }
    return trace(back, last: score)
  }

  /// One block on: for each state the best way into it.
  private func step(_ index: Int, from old: SIMD16<Float>, _ back: inout [UInt8]) -> SIMD16<Float> {
    let cost = TransitionCost(features: features, odds: odds, at: index)
    var new = SIMD16<Float>(repeating: -.infinity)
    var best = 1
    var bestLeaving = 1
    for state in 1..<Self.states {
      if old[state] > old[best] { best = state }
      if old[state] - cost.leave(state - 1) > old[bestLeaving] - cost.leave(bestLeaving - 1) { bestLeaving = state }
    }
    let leaving = old[bestLeaving] - cost.leave(bestLeaving - 1)
    new[0] = max(old[0], leaving)
    back[index * Self.states] = leaving > old[0] ? UInt8(bestLeaving) : 0
    for state in 1..<Self.states {
      var value = old[state] + cost.stay(state - 1)
      var from = state
      if old[best] - cost.change > value {
        value = old[best] - cost.change
        from = best
      }
      if old[0] - cost.enter > value {
        value = old[0] - cost.enter
        from = 0
      }
      new[state] = value + odds[index][state - 1]
      back[index * Self.states + state] = UInt8(from)
    }
    return new
  }

  private func trace(_ back: [UInt8], last: SIMD16<Float>) -> [Boilerplate.Kind?] {
    var state = 0
    for other in 1..<Self.states where last[other] > last[state] { state = other }
    var result = [Boilerplate.Kind?](repeating: nil, count: features.count)
    for index in features.indices.reversed() {
      result[index] = state == 0 ? nil : Boilerplate.Kind.allCases[state - 1]
      if index > 0 { state = Int(back[index * Self.states + state]) }
    }
    return result
  }
}

/// What it costs to change between article and boilerplate before a block.
struct TransitionCost {
  let enter: Float
  let change: Float
  private let leaves: Float
  private let stays: Float
  private let own: KindScores
  private let isBound: Bool

  init(features: [BlockFeatures], odds: [KindScores], at index: Int) {
    let block = features[index]
    let before = features[index - 1]
    isBound = block.role == .listItem && (before.role == .listItem || before.endsWithColon)
    let closes = before.isShort && odds[index - 1].highest > BlockWeights.closing
    leaves = isBound ? BlockWeights.bond : closes ? BlockWeights.leaveAfterLine : BlockWeights.leave
    let headed = before.isLine && before.words > 0 && !block.isLine && odds[index - 1].highest < 0
    enter = isBound ? BlockWeights.bond : headed ? BlockWeights.enterAfterHeading : BlockWeights.enter
    change = isBound ? BlockWeights.bondChange : BlockWeights.change
    stays = block.isLine && !isBound && !features.heads(index) ? BlockWeights.lineStays : 0
    own = odds[index]
  }

  func leave(_ kind: Int) -> Float {
    if isBound { return leaves }
    switch kind {
    case Boilerplate.Kind.appeal.index: return leaves
    case Boilerplate.Kind.comments.index: return max(leaves, BlockWeights.leaveComments)
    case _: return min(leaves, BlockWeights.leaveOther)
    }
  }

  /// What a line gains by going on with what it stands in: as much as it lacks, so that nothing is never evidence.
  func stay(_ kind: Int) -> Float { min(stays, max(0, -own[kind])) }
}

extension [BlockFeatures] {
  /// A line that may be the heading of the prose behind it.
  func heads(_ index: Int) -> Bool {
    guard self[index].isLine, index + 1 < count, self[index + 1].isProse else { return false }
    return index == 0 || !self[index - 1].isLine || self[index - 1].cues.highest > BlockWeights.closing
  }
}

extension BlockFeatures {
  /// A line that ends no sentence: a heading, a headline, a button, an entry of a menu.
  var isLine: Bool {
    words <= CueTable.line && (!endsSentence || (asks && words <= CueTable.shortLine)) && !endsWithColon
  }
}
