import Document

/// What a block stands among: how the blocks around it speak, what was said of comments and other articles before it, and
/// which other parts of the page are called as it is.
struct BlockCompany {
  /// Blocks on each side that are looked at, for their words and for their mood.
  private static let windows = [3, 8]
  private static let moodWindow = 6
  /// Blocks beyond which it makes no difference how far away something was said.
  private static let farthest: Float = 60

  private let features: [BlockFeatures]
  private let odds: [KindScores]
  private let words: WordOdds
  private let isKnown: Float
  private let piece: Piece
  private let likeness: [Float]
  private let shapes: BlockShapes
  /// Sums over the blocks before each.
  private var sums = [Sums()]
  /// Sums of what the vocabulary found in them, by weight.
  private var likened: [Float] = [0]
  /// The last block before each that belongs to comments, and to a list of other articles; how many there are.
  private var trails: [Trail]
  /// The heading over each block; -1: none.
  private var headings: [Int] = []
  /// Blocks directly in elements of a name, and such elements.
  private var blocksByName = CountTable(capacity: 64)
  private var elementsByName = CountTable(capacity: 64)
  private var elementNames: [UInt64] = []
  private var holdsTitle: [Bool]

  private struct Sums {
    var weight: Float = 0
    /// Weight times log-odds of the words.
    var odds: Float = 0
    var i: Float = 0
    var you: Float = 0
    var we: Float = 0
    var words: Float = 0
    /// Blocks that repeat another, and that break off.
    var repeated: Float = 0
    var broken: Float = 0

    static func + (a: Sums, b: Sums) -> Sums {
      Sums(
        weight: a.weight + b.weight, odds: a.odds + b.odds, i: a.i + b.i, you: a.you + b.you, we: a.we + b.we,
        words: a.words + b.words, repeated: a.repeated + b.repeated, broken: a.broken + b.broken)
    }

    static func - (a: Sums, b: Sums) -> Sums {
      Sums(
        weight: a.weight - b.weight, odds: a.odds - b.odds, i: a.i - b.i, you: a.you - b.you, we: a.we - b.we,
        words: a.words - b.words, repeated: a.repeated - b.repeated, broken: a.broken - b.broken)
    }
  }

  private struct Trail {
    var last: [Int] = []
    var before: [Float] = [0]
  }

  /// `likeness`: of each block the share of its words that the page's prose speaks of.
  init(_ sight: BlockSight, _ piece: Piece, words: WordOdds, likeness: [Float]) {
    shapes = sight.shapes
    features = sight.features
    odds = sight.odds
    self.words = words
    self.piece = piece
    self.likeness = likeness
    isKnown = sight.grammarShare
    trails = Array(repeating: Trail(), count: 3)
    holdsTitle = [Bool](repeating: false, count: piece.elements.count)
    sums.reserveCapacity(features.count + 1)
    var heading = -1
    for (index, block) in features.enumerated() {
      let weight = Float(min(block.words, 60) + 1)
      sums.append(
        sums[index]
          + Sums(
            weight: weight, odds: weight * words.words[index], i: Float(block.i), you: Float(block.you),
            we: Float(block.we), words: Float(block.words), repeated: block.repeats > 1 ? 1 : 0,
            broken: block.breaksOff ? 1 : 0))
      likened.append(likened[index] + weight * max(0, likeness[index]))
      add(block.signature == .comment || block.cues[.comments] > 1, index, to: 0)
      add(block.cues[.related] > 1, index, to: 1)
      add(block.cues[.newsletter] > 1 || block.cues[.cookies] > 1 || block.cues[.legal] > 1, index, to: 2)
      headings.append(heading)
      if block.role == .heading { heading = index }
    }
    nameElements()
  }

  private mutating func add(_ isFound: Bool, _ index: Int, to trail: Int) {
    trails[trail].last.append(isFound ? index : trails[trail].last.last ?? -1)
    trails[trail].before.append(trails[trail].before[index] + (isFound ? 1 : 0))
  }

  private mutating func nameElements() {
    elementNames = piece.elements.map(\.fullName)
    for name in elementNames { elementsByName.add(name) }
    for block in piece.blocks {
      if let element = block.element { blocksByName.add(elementNames[element]) }
    }
    var element = piece.blocks.first { $0.role == .title }?.element
    while let at = element {
      holdsTitle[at] = true
      element = piece.elements[at].parent
    }
  }

  func append(_ index: Int, to vector: inout [Float]) {
    vector.add([words.words[index], words.names[index], isKnown])
    for width in Self.windows {
      let (from, to) = (max(0, index - width), min(features.count, index + width + 1))
      vector.add([odds(from, index), odds(index + 1, to), likeness(from, to)])
    }
    for other in [index - 1, index + 1] { vector.append(features.indices.contains(other) ? words.words[other] : 0) }
    mood(index, &vector)
    for trail in trails {
      let last = index > 0 ? trail.last[index - 1] : -1
      vector.add([
        last < 0 ? -1 : min(Float(index - last), Self.farthest), trail.before[index],
        trail.before[features.count] - trail.before[index + 1],
      ])
    }
    let heading = headings[index]
    vector.add([
      heading < 0 ? -1 : min(Float(index - heading), Self.farthest), heading < 0 ? 0 : words.words[heading],
      heading < 0 ? 0 : odds[heading].highest,
    ])
    names(index, &vector)
    shapes.append(index, to: &vector)
  }

  /// How those around a block speak.
  private func mood(_ index: Int, _ vector: inout [Float]) {
    let (from, to) = (max(0, index - Self.moodWindow), min(features.count, index + Self.moodWindow + 1))
    let sum = sums[to] - sums[from]
    let all = max(1, sum.words)
    let own = sums[index + 1] - sums[index]
    vector.add([
      sum.i / all, sum.you / all, sum.we / all, sum.repeated / Float(to - from), own.broken, sum.broken,
    ])
  }

  /// Elements that are called as those that hold it, and how far the title is.
  private func names(_ index: Int, _ vector: inout [Float]) {
    guard let element = piece.blocks[index].element else { return vector.add([-1, -1, -1, -1]) }
    let parent = piece.elements[element].parent
    var steps: Float = 0
    var above: Int? = element
    while let at = above, !holdsTitle[at] {
      steps += 1
      above = piece.elements[at].parent
    }
    vector.add([
      binaryLogarithm(blocksByName[elementNames[element]]), binaryLogarithm(elementsByName[elementNames[element]]),
      parent.map { binaryLogarithm(elementsByName[elementNames[$0]]) } ?? -1, above == nil ? -1 : steps,
    ])
  }

  private func odds(_ from: Int, _ to: Int) -> Float {
    let sum = sums[to] - sums[from]
    return sum.weight == 0 ? 0 : sum.odds / sum.weight
  }

  private func likeness(_ from: Int, _ to: Int) -> Float {
    let weight = sums[to].weight - sums[from].weight
    return weight == 0 ? 0 : (likened[to] - likened[from]) / weight
  }
}
