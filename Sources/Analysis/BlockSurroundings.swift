import Document

/// The second look at a block: what the first one said of it, of its neighbours, and of what is held with it.
struct BlockSurroundings {
  static let neighbours = [-4, -3, -2, -1, 1, 2, 3, 4]
  static let windows = [3, 6, 12]

  private let features: [BlockFeatures]
  private let first: [Float]
  private let elements: [Int?]
  private let outline: PageOutline
  /// A mean by words; -1 of none.
  private struct Share {
    private var weight: Float = 0
    private var sum: Float = 0

    mutating func add(_ value: Float, _ more: Float) {
      weight += more
      sum += more * value
    }

    var mean: Float { weight == 0 ? -1 : sum / weight }
  }

  /// Words, and words times what the first look said, before each block.
  private var words: [Float] = [0]
  private var sums: [Float] = [0]
  /// The same by the element that holds a block, its parent, and by elements that are called alike.
  private var byElement: [Share]
  private var byName: [Share] = []
  /// What the first look said of the likeliest tenth of the page's prose: where it is unsure of a whole page, that is low.
  private var best: Float = -1
  /// Of each element the number of its name.
  private var names: [Int] = []
  private let kinds: [Boilerplate.Kind?]
  private let odds: [KindScores]
  private let wordOdds: WordOdds

  /// `first`: of each block the probability that it is the article.
  init(_ sight: BlockSight, _ piece: Piece, first: [Float], odds wordOdds: WordOdds) {
    features = sight.features
    odds = sight.odds
    self.wordOdds = wordOdds
    self.first = first
    kinds = sight.kinds
    elements = piece.blocks.map(\.element)
    outline = sight.outline
    byElement = [Share](repeating: Share(), count: piece.elements.count)
    number(piece.elements)
    for (index, block) in features.enumerated() {
      let weight = Float(block.words) + 1
      words.append(words[index] + weight)
      sums.append(sums[index] + weight * first[index])
      var steps = 0
      for above in outline.path(from: elements[index]) {
        if steps > 2 { break }
        byElement[above].add(first[index], weight)
        if steps < 2 { byName[names[above]].add(first[index], weight) }
        steps += 1
      }
    }
    findBest()
  }

  /// Numbers the names of elements, those that are called alike with one number.
  private mutating func number(_ elements: [PageElement]) {
    var numbers = CountTable(capacity: elements.count)
    names.reserveCapacity(elements.count)
    for element in elements {
      let name = element.fullName
      if numbers[name] == 0 {
        byName.append(Share())
        numbers[name] = byName.count
      }
      names.append(numbers[name] - 1)
    }
  }

  /// Of so many words in ten the first look said at least `best`.
  private static let bestShare: Float = 0.1

  private mutating func findBest() {
    let prose = features.indices.filter { features[$0].isProse }.sorted { (-first[$0], $0) < (-first[$1], $1) }
    let all = prose.reduce(Float(0)) { $0 + Float(features[$1].words) }
    var sum: Float = 0
    for index in prose {
      sum += Float(features[index].words)
      best = first[index]
      if sum >= all * Self.bestShare { return }
    }
  }

  func vector(of index: Int) -> [Float] {
    let block = features[index]
    var vector: [Float] = [
      first[index], binaryLogarithm(block.words), block.isProse ? 1 : 0, Float(block.role.order), block.linked,
      kinds[index] == nil ? 0 : 1, block.endsSentence ? 1 : 0, Float(block.repeats), block.cues.highest,
    ]
    for offset in Self.neighbours {
      let other = index + offset
      vector.append(features.indices.contains(other) ? first[other] : -1)
    }
    for width in Self.windows {
      let (from, to) = (max(0, index - width), min(features.count, index + width + 1))
      vector.add([mean(from, index), mean(index + 1, to), mean(from, to)])
    }
    vector.add([mean(0, index), mean(index + 1, features.count), mean(0, features.count)])
    vector.add([share(before: index), share(behind: index)])
    let path = Array(outline.path(from: elements[index]).prefix(3))
    for step in 0..<3 { vector.append(path.indices.contains(step) ? byElement[path[step]].mean : -1) }
    for step in 0..<2 { vector.append(path.indices.contains(step) ? byName[names[path[step]]].mean : -1) }
    let main = outline.distanceToMain(from: elements[index])
    vector.add([Float(main.steps), main.isInside ? 1 : 0, heading(over: index), section(under: index)])
    vector.add([best, first[index] - best])
    run(index, &vector)
    return vector
  }

  /// Blocks on each side that a run of boilerplate is told by.
  private static let runReach = 3
  private static let near = [-2, -1, 1, 2]

  /// Whether the block may belong to a run: what its cues and words say, and the least likely article on both sides.
  private func run(_ index: Int, _ vector: inout [Float]) {
    let block = features[index]
    let words = Float(max(1, block.words))
    vector.add([
      wordOdds.words[index], wordOdds.names[index], odds[index].highest, odds[index][.appeal],
      Float(block.we + block.you) / words, block.endsWithColon ? 1 : 0, Float(block.found.count),
    ])
    for offset in Self.near {
      let other = index + offset
      guard features.indices.contains(other) else {
        vector.add([-9, 0])
        continue
      }
      vector.add([odds[other].highest, kinds[other] == nil ? 0 : kinds[other] == kinds[index] ? 2 : 1])
    }
    let before = least(max(0, index - Self.runReach), index)
    let behind = least(index + 1, min(features.count, index + 1 + Self.runReach))
    vector.add([before, behind, max(before, behind)])
  }

  private func least(_ from: Int, _ to: Int) -> Float { from < to ? first[from..<to].min() ?? 1 : 1 }

  /// Of what the first look said, by words.
  private func mean(_ from: Int, _ to: Int) -> Float {
    guard to > from, words[to] > words[from] else { return -1 }
    return (sums[to] - sums[from]) / (words[to] - words[from])
  }

  /// Of what the first look took for the article, the share that stands before, and behind.
  private func share(before index: Int) -> Float { sums[index] / max(1, sums[features.count]) }
  private func share(behind index: Int) -> Float { 1 - sums[index + 1] / max(1, sums[features.count]) }

  /// What the first look said of the heading over a block.
  private func heading(over index: Int) -> Float {
    for above in stride(from: index - 1, to: max(-1, index - 30), by: -1) where features[above].role == .heading {
      return first[above]
    }
    return -1
  }

  /// What it said of what stands under a heading.
  private func section(under index: Int) -> Float {
    guard features[index].role == .heading else { return -1 }
    var end = index + 1
    while end < features.count, features[end].role != .heading, end < index + 30 { end += 1 }
    return mean(index + 1, end)
  }
}
