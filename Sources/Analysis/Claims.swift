import Document
import Text

/// Finds sentences, claims and citations of a piece whose boilerplate is known. Linear in the piece's length.
package func claims(_ piece: inout Piece, context: Context) {
  claims(&piece, PieceTokens(piece, lexicon: Tables.shared.lexicon), context: context)
}

func claims(
  _ piece: inout Piece, _ tokens: PieceTokens, context: Context, model: ClaimModel = .shared,
  sources: SourceModel = .shared
) {
  var reader = PieceReader(context: context, model: model, sources: sources)
  for index in piece.blocks.indices { reader.read(piece, block: index, tokens) }
  reader.finish(&piece)
  if !piece.elements.isEmpty { dropRepeatedClaims(&piece, tokens) }
}

/// Reads the article's sentences one after the other.
struct PieceReader {
  /// A sentence as read, before the page's mood is known.
  private struct Draft {
    var block: Int
    var range: Range<Int>
    var kinds: [Claim.Kind]
    var reasons: [Reason]
    var citations: Range<Int>
  }

  private let context: Context
  private var tokens = Tokens()
  private var vector = ClaimVector()
  private let model: ClaimModel
  private var tagger: SourceTagger
  private var drafts: [Draft] = []
  /// Of the drafts, in order.
  private var logits: [Float] = []
  /// Where not nil, the features of all sentences are kept, in order: weights are fitted on them.
  var vectors: [ClaimVector]?
  /// The same of their words' places.
  var words: [[Int]] = []
  var meanings: [[Int]] = []
  /// Where not nil, what the model of sources sees is kept, of sentences that may credit somebody.
  var credits: [SourceSight.SentenceSight]?
  /// Where the sentences stand that may claim something, in order.
  var places: [(block: Int, range: Range<Int>)] { drafts.map { ($0.block, $0.range) } }
  private var sources: SourceBook
  private var citations: [Citation] = []
  /// Sentences of blocks that make no claims, a block.
  private var silent: [(block: Int, sentences: [Sentence])] = []

  init(context: Context, model: ClaimModel = .shared, sources sourceModel: SourceModel = .shared) {
    self.context = context
    self.model = model
    tagger = SourceTagger(model: sourceModel)
    sources = SourceBook(context: context)
  }

  mutating func read(_ piece: Piece, block index: Int, _ words: PieceTokens) {
    guard let claims = ClaimRole.claims(piece.blocks[index]) else { return }
    let ranges = Text.sentences(in: piece.blocks[index].text)
    tokens = words[index]
    guard claims else {
      silent.append((index, ranges.map { Sentence(range: $0) }))
      credit(piece.blocks[index], index)
      return
    }
    sources.collect(tokens, in: piece.blocks[index].text)
    var traces = LostTrace.traces(in: tokens, piece: piece, block: index)[...]
    var linked = piece.blocks[index].inlines.filter { $0.link != nil }[...]
    linked.sort { $0.range.lowerBound < $1.range.lowerBound }
    var from = 0
    for range in ranges {
      var to = from
      while to < tokens.count, Int(tokens[to].start) < range.upperBound { to += 1 }
      sentence(from..<to, range, piece, index, &traces, &linked)
      from = to
    }
  }

  private mutating func sentence(
    _ bounds: Range<Int>, _ range: Range<Int>, _ piece: Piece, _ block: Int, _ traces: inout ArraySlice<Range<Int>>,
    _ linked: inout ArraySlice<Inline>
  ) {
    let phrases = phrases(bounds, block)
    let first = citations.count
    for phrase in phrases {
      citations.append(sources.citation(phrase, tokens, piece.blocks[block].text, block: block))
    }
    var hasLost = false
    while let trace = traces.first, trace.lowerBound < range.upperBound {
      citations.append(Citation(block: block, range: trace, status: .lost))
      hasLost = true
      traces = traces.dropFirst()
    }
    links(piece, block, range, first, &linked)
    if citations.count > first + 1 { citations[first...].sort { $0.range.lowerBound < $1.range.lowerBound } }
    let isItem = piece.blocks[block].role == .listItem
    SentenceReader(
      tokens: tokens, bounds: bounds, phrases: phrases, hasLostTrace: hasLost, isListItem: isItem
    ).read(into: &vector)
    let logit = vector.logit(model.features) + model.logit(tokens, bounds)
    if vectors != nil {
      vectors?.append(vector)
      var places: [Int] = []
      ClaimWords.each(tokens, bounds) { places.append($0) }
      words.append(places)
      meanings.append(bounds.map { ClaimWords.meaning(tokens[$0]) })
    }
    var draft = Draft(
      block: block, range: range, kinds: [], reasons: [], citations: first..<citations.count)
    if logit > ClaimPage.hopeless {
      var kinds = ClaimKinds(tokens: tokens, bounds: bounds, phrases: phrases)
      kinds.run()
      draft.kinds = kinds.kinds
      draft.reasons = kinds.reasons
    }
    drafts.append(draft)
    logits.append(logit)
  }

  /// Whom the sentence credits; most sentences have no word for it, and are not looked at.
  private mutating func phrases(_ bounds: Range<Int>, _ block: Int) -> [SourcePhrase] {
    guard SourceCueFinder.mayStand(in: tokens, bounds) else { return [] }
    let phrases = tagger.phrases(tokens, bounds, publication: context.publication)
    if credits != nil {
      let seen = tagger.features
      credits?.append(
        SourceSight.SentenceSight(
          block: block, words: bounds.map { tokens[$0].range }, owners: seen.words.map(Int.init),
          places: seen.places.map(Int.init)))
    }
    return phrases
  }

  /// Links inside the sentence: joined to the source that is named there, or citations of their own. `linked`: those of the
  /// block that were not passed yet, in order.
  private mutating func links(
    _ piece: Piece, _ block: Int, _ range: Range<Int>, _ first: Int, _ linked: inout ArraySlice<Inline>
  ) {
    let named = first..<citations.count
    while let inline = linked.first, inline.range.lowerBound < range.upperBound {
      linked = linked.dropFirst()
      guard let id = inline.link, piece.links.indices.contains(id), range.contains(inline.range.lowerBound) else {
        continue
      }
      let link = piece.links[id]
      guard !link.isBoilerplate, !link.range.isEmpty, link.kind == .external || link.kind == .internal else { continue }
      let status: Citation.Status = link.kind == .internal ? .`self` : .linked
      if let index = citations[named].firstIndex(where: { $0.range.overlaps(link.range) && $0.link == nil }) {
        citations[index].link = id
        citations[index].status = status
        citations[index].source?.href = link.href
      } else {
        citations.append(sources.citation(link, id: id, block: block, status: status))
      }
    }
  }

  /// A line that only names who made a picture.
  private mutating func credit(_ block: Block, _ index: Int) {
    guard block.boilerplate?.kind == .credit, isFolded(block) else { return }
    guard let range = CreditLine.name(in: tokens) else { return }
    let name = String(decoding: block.text[range], as: UTF8.self)
    citations.append(
      Citation(
        block: index, range: range, source: Source(name: name, kind: .organisation), status: .credit,
        isBoilerplate: true))
  }

  /// Writes everything into the piece; scores know now what the page is like.
  mutating func finish(_ piece: inout Piece) {
    piece.citations = citations
    for index in piece.blocks.indices { piece.blocks[index].sentences = [] }
    for (block, sentences) in silent { piece.blocks[block].sentences = sentences }
    let logits = ClaimPage.logits(self.logits)
    var from = 0
    while from < drafts.count {
      var to = from + 1
      while to < drafts.count, drafts[to].block == drafts[from].block { to += 1 }
      piece.blocks[drafts[from].block].sentences = (from..<to).map { sentence(drafts[$0], logits[$0]) }
      from = to
    }
  }

  private func sentence(_ draft: Draft, _ logit: Float) -> Sentence {
    let score = logistic(logit)
    var sentence = Sentence(range: draft.range, score: score)
    if score >= ClaimDensity.all.threshold, !draft.kinds.isEmpty {
      sentence.claim = Claim(
        kinds: draft.kinds, reasons: draft.reasons, support: support(draft.citations),
        citations: Array(draft.citations))
    }
    return sentence
  }

  /// The best of what its citations give.
  private func support(_ range: Range<Int>) -> Claim.Support {
    let cited = citations[range]
    if cited.contains(where: { $0.status == .linked }) { return .linked }
    if cited.contains(where: { $0.status == .named && $0.source != nil && $0.source?.kind != .unnamed }) {
      return .attributed
    }
    return cited.contains { $0.status == .`self` } ? .`self` : .none
  }
}

/// Which blocks have sentences, and which of them may claim something.
enum ClaimRole {
  /// nil: no sentences at all; false: sentences without claims.
  static func claims(_ block: Block) -> Bool? {
    switch block.role {
    case .paragraph, .listItem, .quote, .caption, .footnote: !isFolded(block)
    case .title, .byline, .dateline, .heading, .figure: false
    case .code, .table, .math, .embed, .rule: nil
    }
  }
}

/// What the page tells about its sentences, and the way from log-odds to a score.
enum ClaimPage {
  /// Below this no neighbour can lift a sentence to the lowest threshold.
  static let hopeless: Float = -4
  /// However sure a sentence is, it tells its neighbours no more than this.
  static let loudest: Float = 5
  /// What a sentence's own log-odds, the mean of the page's and the mean of its two neighbours' add up to, by
  /// cross-validation.
  static let bias: Float = 0.25
  static let own: Float = 0.87
  static let page: Float = 0.18
  static let neighbours: Float = 0.21

  static func logits(_ own: [Float]) -> [Float] {
    guard !own.isEmpty else { return [] }
    let clamped = own.map { min(loudest, max(-loudest, $0)) }
    let mean = clamped.reduce(0, +) / Float(own.count)
    return own.indices.map { index in
      let before = index > 0 ? clamped[index - 1] : mean
      let after = index + 1 < own.count ? clamped[index + 1] : mean
      return bias + self.own * own[index] + page * mean + neighbours * (before + after) / 2
    }
  }

}
