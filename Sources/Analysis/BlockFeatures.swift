import Document

/// What one block shows of itself: counts over its words, and the cues that stand in it.
struct BlockFeatures: Sendable {
  /// A cue that was found, for the reasons.
  struct Found: Sendable {
    var group: UInt16
    var kind: Boilerplate.Kind
    var weight: Float
    var range: Range<Int>
  }

  var words = 0
  /// Sentences that end inside the block or with it.
  var ends = 0
  var endsSentence = false
  var endsWithColon = false
  /// It ends in an ellipsis: the beginning of something that stands elsewhere.
  var breaksOff = false
  /// A single question.
  var asks = false
  var startsQuoted = false
  /// All of it stands between single quotation marks.
  var isQuotation = false
  /// One cue is all that it says.
  var isAllCue = false
  /// "— Name (@handle) date", "3 hours ago", "Name says:".
  var signature = Signature.none
  var quoted = 0
  var we = 0
  var you = 0
  var i = 0
  var third = 0
  var function = 0
  var capitals = 0
  var numbers = 0
  var says = 0
  var past = 0
  var press = 0
  var giving = 0
  var interface = 0
  var symbols = 0
  var allCapitals = 0
  var names = 0
  var questions = 0
  var exclamations = 0
  var money = 0
  var opensWithImperative = false
  var hasCopyright = false
  var hasAt = false
  /// Bytes of the text that stand in links, of all its bytes.
  var linked: Float = 0
  /// A link of some length stands at its beginning, and other text behind it: as teasers of other articles do.
  var opensWithLink = false
  /// How often a block of the same words stands in what is known of the document.
  var repeats = 1
  /// The share of it that stands above it on the page already.
  var echo: Float = 0
  /// "Rent: $900 a month": a label and a figure, and nobody spoken to.
  var statesFigure = false
  /// One of several lines of one form with a number in it, as dates and results are.
  var isEntry = false
  /// Of the words, to find repeated lines.
  var fingerprint: UInt64 = WordHash.seed
  var role = Role.paragraph
  /// A cue's weight, summed a kind; in the order of `Boilerplate.Kind.allCases`.
  var cues = KindScores()
  var found: [Found] = []

  /// Prose: at least one whole sentence of some length.
  var isProse: Bool { words >= 12 && endsSentence || words >= 30 }
  var isShort: Bool { words <= CueTable.shortLine }
}

/// A short line that only tells who wrote what stands beside it, and when.
enum Signature: Sendable {
  case none
  /// Of an embedded post: a dash, a name, a handle.
  case post
  /// Of a reader's comment: "Name says:", "3 hours ago", "@handle".
  case comment

  init(_ tokens: Tokens) {
    self = .none
    guard tokens.count > 0 else { return }
    let first = tokens[0]
    let hasHandle = (0..<tokens.count).contains { tokens[$0].after(.at) }
    if first.after(.dash), hasHandle, tokens.count > 2 { self = .post }
    let isSaying = tokens.trailing.contains(.colon) && tokens[tokens.count - 1].hash == SignatureWords.says
    if isSaying, tokens.count <= SignatureWords.longestName { self = .comment }
    if first.after(.at), tokens.count <= 3 { self = .comment }
    for index in 1..<max(1, tokens.count) where tokens[index].hash == SignatureWords.ago {
      if tokens[index - 1].has(.timeUnit), !tokens.trailing.contains(.stop) { self = .comment }
    }
  }
}

/// Words of a comment's signature.
enum SignatureWords {
  static let says = hash(of: "says")
  static let ago = hash(of: "ago")
  /// "Maria at The Corner Bakery says:" is as long as a name with a place gets.
  static let longestName = 8
}

/// A number for each kind of boilerplate.
struct KindScores: Sendable {
  private var values = SIMD16<Float>(repeating: 0)

  subscript(kind: Boilerplate.Kind) -> Float {
    get { values[kind.index] }
    set { values[kind.index] = newValue }
  }

  subscript(index: Int) -> Float {
    get { values[index] }
    set { values[index] = newValue }
  }

  var highest: Float { values.max() }
}

extension Boilerplate.Kind {
  static let count = 12

  /// Its place among all kinds.
  var index: Int {
    switch self {
    case .appeal: 0
    case .newsletter: 1
    case .share: 2
    case .related: 3
    case .comments: 4
    case .navigation: 5
    case .advertisement: 6
    case .cookies: 7
    case .legal: 8
    case .credit: 9
    case .embedRemnant: 10
    case .other: 11
    }
  }
}

/// Reads the features of blocks, one after the other, with the same buffers.
struct BlockReader {
  private var tokens = Tokens()
  private let tables: Tables
  private let publication: [UInt64]

  init(tables: Tables, publication: [UInt64]) {
    self.tables = tables
    self.publication = publication
  }

  mutating func features(of block: Block, _ tokens: Tokens) -> BlockFeatures {
    var features = BlockFeatures()
    features.role = block.role
    self.tokens = tokens
    count(&features)
    features.linked = linkShare(of: block)
    features.opensWithLink = opensWithLink(block)
    cues(&features)
    return features
  }

  private func linkShare(of block: Block) -> Float {
    guard !block.inlines.isEmpty, !block.text.isEmpty else { return 0 }
    let bytes = block.inlines.reduce(0) { $0 + ($1.link == nil ? 0 : $1.range.count) }
    return min(1, Float(bytes) / Float(block.text.count))
  }

  /// Bytes of a link that is a headline at least.
  private static let headlineLength = 16

  private func opensWithLink(_ block: Block) -> Bool {
    guard let link = block.inlines.first(where: { $0.link != nil })?.range else { return false }
    let start = block.marker?.upperBound ?? 0
    return link.lowerBound <= start + 1 && link.count >= Self.headlineLength && link.count * 4 <= block.text.count * 3
  }

  private func count(_ features: inout BlockFeatures) {
    var hash = WordHash.seed
    let last = tokens.count
    for index in 0..<last {
      let token = tokens[index]
      hash = WordHash.mix(hash, token.hash)
      tally(token, &features)
      if index > 0, token.after([.stop, .question, .exclamation]) { features.ends += 1 }
      gaps(token.gap, &features)
    }
    features.fingerprint = hash
    guard last > 0 else { return }
    let trailing = tokens.trailing
    gaps(trailing, &features)
    features.endsSentence = !trailing.isDisjoint(with: [.stop, .question, .exclamation])
    features.endsWithColon = trailing.contains(.colon) && !features.endsSentence
    if features.endsSentence { features.ends += 1 }
    features.breaksOff = last > 2 && trailing.contains(.ellipsis)
    features.asks = trailing.contains(.question) && features.ends == 1
    let first = tokens[0]
    features.startsQuoted = first.after([.quoteOpens, .singleQuote])
    features.isQuotation = first.after(.singleQuote) && trailing.contains(.singleQuote)
    if last <= CueTable.shortLine { features.signature = Signature(tokens) }
    features.opensWithImperative = first.has(.imperative)
    features.statesFigure = features.isShort && features.we + features.you == 0 && !features.endsSentence && isLabelled
  }

  /// Words of a label.
  private static let labelWords = 4

  /// A number stands behind the first colon, and none before it.
  private var isLabelled: Bool {
    for index in 0...Self.labelWords where index < tokens.count {
      let isNumber = tokens[index].looks([.number, .money])
      if tokens[index].after(.colon) { return isNumber }
      if isNumber { return false }
    }
    return false
  }

  private func tally(_ token: Token, _ features: inout BlockFeatures) {
    if token.isPlain {
      features.words += 1
      return
    }
    if token.isGrammar {
      features.words += 1
      if token.has(.function) { features.function += 1 }
      return
    }
    // Scripts without spaces: about two characters of three bytes make a word.
    features.words += token.looks(.foreign) ? max(1, Int(token.end - token.start) / 12) : 1
    let classes = token.classes
    if classes.contains(.function) { features.function += 1 }
    if token.looks(.capital) {
      features.capitals += 1
      if classes.isEmpty { features.names += 1 }
    }
    if token.looks(.capitals) { features.allCapitals += 1 }
    if token.looks(.number) { features.numbers += 1 }
    if token.looks(.money) { features.money += 1 }
    if token.looks(.quoted) {
      features.quoted += 1
      return
    }
    if token.looks(.past) || classes.contains(.event) { features.past += 1 }
    guard !classes.isEmpty else { return }
    if classes.contains(.we) { features.we += 1 }
    if classes.contains(.you) { features.you += 1 }
    if classes.contains(.i) { features.i += 1 }
    if classes.contains(.pronoun) { features.third += 1 }
    if classes.contains(.says) { features.says += 1 }
    if classes.contains(.press) { features.press += 1 }
    if classes.contains(.giving) { features.giving += 1 }
    if classes.contains(.interface) { features.interface += 1 }
  }

  private func gaps(_ gap: Gap, _ features: inout BlockFeatures) {
    guard !gap.isDisjoint(with: [.symbol, .question, .exclamation, .copyright, .at]) else { return }
    if gap.contains(.symbol) { features.symbols += 1 }
    if gap.contains(.question) { features.questions += 1 }
    if gap.contains(.exclamation) { features.exclamations += 1 }
    if gap.contains(.copyright) { features.hasCopyright = true }
    if gap.contains(.at) { features.hasAt = true }
  }

  private func cues(_ features: inout BlockFeatures) {
    for index in 0..<tokens.count {
      let token = tokens[index]
      if token.cue != 0 { walk(token.cue, at: index, &features) }
      if token.looks(.money) {
        walk(tables.cues.moneyChain, at: index, &features)
      } else if token.looks(.number) {
        walk(tables.cues.numberChain, at: index, &features)
      }
    }
  }

  /// Of the phrases in the chain that stand at `index`, the heaviest of each kind counts.
  private func walk(_ chain: UInt16, at index: Int, _ features: inout BlockFeatures) {
    var next = chain
    while next != 0 {
      let phrase = tables.cues.phrases[Int(next)]
      next = phrase.next
      guard phrase.second == 0 || phrase.second == tokens[index + 1].hash, mayStand(phrase.place, at: index) else {
        continue
      }
      guard let end = tables.cues.match(phrase, in: tokens, at: index, publication: publication) else { continue }
      if phrase.place == .whole, end != tokens.count { continue }
      if phrase.place == .label, !tokens[end].after([.colon, .dash, .symbol]) { continue }
      if index == 0, end == tokens.count { features.isAllCue = true }
      let range = Int(tokens[index].start)..<Int(tokens[end - 1].end)
      let weight =
        tokens[index].looks(.quoted) || features.isQuotation ? phrase.weight * BlockWeights.quotedCue : phrase.weight
      add(BlockFeatures.Found(group: phrase.group, kind: phrase.kind, weight: weight, range: range), &features)
    }
  }

  private func mayStand(_ place: CuePlace, at index: Int) -> Bool {
    switch place {
    case .anywhere: true
    case .block: index == 0 && tokens.count <= CueTable.line
    case .whole, .label: index == 0
    case .short: tokens.count <= CueTable.shortLine
    case .sentence:
      index == 0 || tokens[index].after([.stop, .question, .exclamation, .newline, .colon, .semicolon, .dash])
        || tokens[index - 1].hash == CommonHash.please
    }
  }

  /// A cue inside a longer or heavier one of the same kind says nothing new.
  private func add(_ new: BlockFeatures.Found, _ features: inout BlockFeatures) {
    for index in features.found.indices.suffix(8) {
      let old = features.found[index]
      guard old.kind == new.kind, old.range.overlaps(new.range) else { continue }
      if new.weight > old.weight {
        features.cues[new.kind] += new.weight - old.weight
        features.found[index] = new
      }
      return
    }
    features.cues[new.kind] += new.weight
    features.found.append(new)
  }
}
