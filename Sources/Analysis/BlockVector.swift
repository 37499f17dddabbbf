import Document
import Text

/// The features by which the models tell the article from what is not: numbers, in an order that the models know.
///
/// Unknown is -1 where 0 would say something.
struct BlockVectors {
  /// Neighbours before and behind a block whose own features count.
  static let neighbours = [-3, -2, -1, 1, 2, 3]
  /// Elements above a block whose sums count.
  static let ancestors = 5
  private static let farthest: Float = 20

  private let piece: Piece
  private let features: [BlockFeatures]
  private let odds: [KindScores]
  private let kinds: [Boilerplate.Kind?]
  private let outline: PageOutline
  private let scene: PageScene
  private let vocabulary: Vocabulary
  private let names: ElementNames
  private let title: Int?
  /// How often the words of each block came before it, and come on the page.
  private var earlier: [Float] = []
  /// The last block so far, and the next one, that was taken for some kind of boilerplate.
  private var lastFound: [Int] = []
  private var foundBefore: [Float] = [0]
  private var fingerprints = CountTable(capacity: 256)
  private var wordsBefore: [Float] = [0]
  private var proseBefore: [Float] = [0]
  private var linkedBefore: [Float] = [0]
  /// Of each block, what the page's prose speaks of too.
  private let likeness: [[Float]]
  private let company: BlockCompany

  init(_ sight: BlockSight, _ piece: Piece, _ tokens: PieceTokens, words: WordOdds) {
    self.piece = piece
    features = sight.features
    odds = sight.odds
    kinds = sight.kinds
    outline = sight.outline
    scene = sight.scene
    let vocabulary = Vocabulary(tokens, features)
    let likeness = sight.features.indices.map {
      vocabulary.likeness(of: tokens[$0], isProse: sight.features[$0].isProse)
    }
    self.vocabulary = vocabulary
    self.likeness = likeness
    company = BlockCompany(sight, piece, words: words, likeness: likeness.map { $0[1] })
    names = ElementNames(piece.elements)
    title = piece.blocks.firstIndex { $0.role == .title }
    for index in features.indices {
      let isFound = sight.kinds[index] != nil
      lastFound.append(isFound ? index : lastFound.last ?? -1)
      foundBefore.append(foundBefore[index] + (isFound && index > sight.scene.firstProse ? 1 : 0))
    }
    for block in features {
      earlier.append(Float(fingerprints[block.fingerprint]))
      fingerprints.add(block.fingerprint)
      wordsBefore.append(wordsBefore[wordsBefore.count - 1] + Float(block.words))
      proseBefore.append(proseBefore[proseBefore.count - 1] + (block.isProse ? Float(block.words) : 0))
      linkedBefore.append(linkedBefore[linkedBefore.count - 1] + Float(block.words) * block.linked)
    }
  }

  /// All features of a block.
  func vector(of index: Int, _ tokens: Tokens) -> [Float] {
    var vector: [Float] = []
    vector.reserveCapacity(280)
    own(index, &vector)
    place(index, &vector)
    for offset in Self.neighbours { neighbour(index + offset, &vector) }
    windows(index, &vector)
    vector.append(contentsOf: likeness[index])
    vector.append(contentsOf: vocabulary.likeness(of: tokens, toTitle: title))
    markup(index, &vector)
    let isCopy = piece.elements.isEmpty && features[index].isCopyOfArticle
    vector.add([isCopy ? 0 : features[index].echo, features[index].opensWithLink ? 1 : 0])
    trail(index, &vector)
    company.append(index, to: &vector)
    return vector
  }

  // MARK: The block itself

  private func own(_ index: Int, _ vector: inout [Float]) {
    let block = features[index]
    let words = Float(max(1, block.words))
    vector.add([
      log(block.words), Float(piece.blocks[index].text.count) / words, Float(block.ends), block.endsSentence ? 1 : 0,
      block.endsWithColon ? 1 : 0, block.asks ? 1 : 0, block.startsQuoted ? 1 : 0, block.isQuotation ? 1 : 0,
      block.isAllCue ? 1 : 0, block.isProse ? 1 : 0, Float(block.role.order), Float(piece.blocks[index].level),
      block.linked, Float(block.repeats), earlier[index], Float(fingerprints[block.fingerprint]),
    ])
    for count in [
      block.quoted, block.we, block.you, block.i, block.third, block.function, block.capitals, block.numbers,
      block.says, block.past, block.press, block.giving, block.interface, block.symbols, block.allCapitals,
      block.names,
    ] { vector.append(Float(count) / words) }
    vector.add([
      Float(block.questions), Float(block.exclamations), Float(block.money), block.opensWithImperative ? 1 : 0,
      block.hasCopyright ? 1 : 0, block.hasAt ? 1 : 0, Float(block.found.count),
      block.signature == .none ? 0 : block.signature == .post ? 1 : 2, words / Float(max(1, block.ends)),
      kinds[index] == nil ? 0 : 1, kinds[index].map { odds[index][$0] } ?? odds[index].highest,
    ])
    for kind in 0..<Boilerplate.Kind.count { vector.append(block.cues[kind]) }
  }

  private func place(_ index: Int, _ vector: inout [Float]) {
    let count = Float(features.count)
    let all = max(1, wordsBefore[features.count])
    vector.add([
      Float(index) / count, min(Float(index), 60), min(count - Float(index), 60), wordsBefore[index] / all,
      proseBefore[index] / max(1, proseBefore[features.count]), log(Int(all)), log(Int(proseBefore[features.count])),
      proseBefore[features.count] / all, count, title.map { Float(index - $0) } ?? -1000,
      Float(index - scene.firstProse), Float(scene.lastProse - index), Float(scene.rows[index]),
    ])
  }

  private func neighbour(_ index: Int, _ vector: inout [Float]) {
    guard features.indices.contains(index) else { return vector.add([-1, -1, -1, -1, -1, -1]) }
    let block = features[index]
    vector.add([
      log(block.words), block.linked, block.isProse ? 1 : 0, block.endsSentence ? 1 : 0, Float(block.role.order),
      odds[index].highest,
    ])
  }

  private func windows(_ index: Int, _ vector: inout [Float]) {
    for width in [3, 6, 12] {
      let (from, to) = (max(0, index - width), min(features.count, index + width + 1))
      let words = max(1, wordsBefore[to] - wordsBefore[from])
      vector.add([
        log(Int(words)), (proseBefore[to] - proseBefore[from]) / words, (linkedBefore[to] - linkedBefore[from]) / words,
        (proseBefore[index] - proseBefore[from]), (proseBefore[to] - proseBefore[index]),
      ])
    }
  }

  /// How far the boilerplate before a block is, and how much of it came since the prose began.
  private func trail(_ index: Int, _ vector: inout [Float]) {
    let last = index > 0 ? lastFound[index - 1] : -1
    vector.add([
      last < 0 ? -1 : min(Float(index - last), 60), foundBefore[index],
      foundBefore[features.count] - foundBefore[index + 1],
    ])
  }

  // MARK: What holds it

  private func markup(_ index: Int, _ vector: inout [Float]) {
    let element = piece.blocks[index].element
    var groups = [Float](repeating: Self.farthest, count: ElementGroup.count)
    var tags = [Float](repeating: Self.farthest, count: 40)
    var steps: Float = 0
    var sums: [Float] = []
    let whole = outline.whole
    for above in outline.path(from: element) {
      for group in names.groups(of: above) where groups[group] > steps { groups[group] = steps }
      if let tag = names.tag(of: above), tags[tag] > steps { tags[tag] = steps }
      if steps < Float(Self.ancestors) {
        let sum = outline.sums[above]
        sums += [
          sum.prose / max(1, whole.prose), sum.linked / max(1, sum.words), log(Int(sum.words)), log(Int(sum.blocks)),
          sum.prose / max(1, sum.words), sum.openers / max(1, sum.blocks),
        ]
      }
      steps += 1
    }
    while sums.count < Self.ancestors * 6 { sums.append(-1) }
    let main = outline.distanceToMain(from: element)
    let innermost = element.flatMap { names.tag(of: $0) } ?? 0
    vector += sums
    vector.add([
      element == nil ? -1 : steps, Float(main.steps), main.isInside ? 1 : 0, Float(innermost),
      Float(outline.depths[outline.main]),
    ])
    vector += groups
    for tag in Self.tagsThatCount { vector.append(tags[tag]) }
  }

  /// Of the tags in `ElementGroup.tagNumbers`: article, main, section, aside, nav, header, footer, form, ul, ol, table, figure,
  /// blockquote, button, details.
  private static let tagsThatCount = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 23, 32]

  private func log(_ count: Int) -> Float { binaryLogarithm(count) }
}

extension [Float] {
  /// Appends them; `+=` would make an array of them first, some forty for a block.
  @inline(__always)
  mutating func add<let count: Int>(_ values: InlineArray<count, Float>) {
    for index in values.indices { append(values[index]) }
  }
}

/// log2(1 + n), by its highest bit and what follows: exact at powers of 2, monotonous between them.
func binaryLogarithm(_ count: Int) -> Float {
  let value = UInt(max(0, count)) + 1
  let high = UInt.bitWidth - 1 - value.leadingZeroBitCount
  return Float(high) + Float(value - (1 << high)) / Float(UInt(1) << high)
}

extension Role {
  /// A number for the models.
  var order: Int {
    switch self {
    case .title: 0
    case .byline: 1
    case .dateline: 2
    case .heading: 3
    case .paragraph: 4
    case .listItem: 5
    case .quote: 6
    case .code: 7
    case .table: 8
    case .figure: 9
    case .caption: 10
    case .math: 11
    case .footnote: 12
    case .embed: 13
    case .rule: 14
    }
  }
}

/// The words of the page's prose: what an article speaks of, it speaks of again.
struct Vocabulary {
  private var counts: CountTable
  private let tokens: PieceTokens

  init(_ tokens: PieceTokens, _ features: [BlockFeatures]) {
    self.tokens = tokens
    counts = CountTable(capacity: 256)
    for index in features.indices where features[index].isProse {
      let words = tokens[index]
      for at in 0..<words.count where Self.counts(words[at]) { counts.add(words[at].hash) }
    }
  }

  private static func counts(_ token: Token) -> Bool {
    !token.has([.function, .determiner, .preposition, .link]) && token.end - token.start > 3
  }

  /// Of the block's words of content: how many, the share that stands elsewhere in the page's prose, the same of those in
  /// capitals, and how often they stand there.
  func likeness(of words: Tokens, isProse: Bool) -> [Float] {
    let least = isProse ? 2 : 1
    var (all, found, names, foundNames, sum) = (0, 0, 0, 0, 0)
    for at in 0..<words.count where Self.counts(words[at]) {
      let count = counts[words[at].hash]
      all += 1
      sum += min(count, 20)
      if count >= least { found += 1 }
      guard words[at].looks(.capital) else { continue }
      names += 1
      if count >= least { foundNames += 1 }
    }
    return [
      Float(all), all == 0 ? -1 : Float(found) / Float(all), names == 0 ? -1 : Float(foundNames) / Float(names),
      all == 0 ? 0 : Float(sum) / Float(all),
    ]
  }

  /// The share of the title's words of content that stand in the block, and the share of the block's that are the title's.
  func likeness(of words: Tokens, toTitle title: Int?) -> [Float] {
    guard let title else { return [-1, -1] }
    let wanted = tokens[title]
    var (all, found) = (0, 0)
    for at in 0..<wanted.count where Self.counts(wanted[at]) {
      all += 1
      if (0..<words.count).contains(where: { words[$0].hash == wanted[at].hash }) { found += 1 }
    }
    return [all == 0 ? -1 : Float(found) / Float(all), words.count == 0 ? 0 : Float(found) / Float(words.count)]
  }
}
