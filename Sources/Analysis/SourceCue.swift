/// What sort of word a token is, coarsely: one for each, the most telling first.
enum WordSort: UInt8, Sendable {
  case none, pronoun, speaker, determiner, being, having, modal, negation, that, relative, conjunction, of, to, by
  case preposition, honorific, office, document, publication, organisation, unnamed, place, day, number, cue, past
  case gerund, adverb, acronym, possessive, capital, plural, person, function, plain

  /// Words of grammar, which tell by themselves; nil: another word.
  private static func grammar(_ token: Token) -> WordSort? {
    if token.has(.pronoun) { return .pronoun }
    if token.has([.i, .you, .we]) { return .speaker }
    if token.hash == CommonHash.that { return .that }
    if token.has(.be) { return .being }
    if token.has(.have) { return .having }
    if token.has([.modal, .future]), !token.has(.relative) { return .modal }
    if token.hash == CommonHash.of { return .of }
    if token.hash == CommonHash.to { return .to }
    if token.hash == CommonHash.by { return .by }
    if token.has(.relative) { return .relative }
    if token.has(.determiner) { return .determiner }
    if token.has(.negation) { return .negation }
    if token.known.noun == .opener { return .adverb }
    if token.has(.conjunction) || token.hash == CommonHash.and { return .conjunction }
    if token.has(.preposition) { return .preposition }
    return nil
  }

  /// A noun of the table of sources, in small letters.
  private static func credited(_ token: Token, isCapital: Bool) -> WordSort? {
    guard !isCapital else { return nil }
    return switch token.known.noun {
    case .none: nil
    case .role: .office
    case .group: .unnamed
    case .paper: .document
    case .body: .organisation
    case .opener: .adverb
    }
  }

  static func of(_ token: Token, isFirst: Bool, cue: CueKind) -> WordSort {
    let isCapital = token.looks(.capital) && !isFirst
    if !isCapital, let grammar = grammar(token) { return grammar }
    if token.looks(.number) { return .number }
    if cue != .none, !isCapital, !token.has([.document, .office, .unnamed]) { return .cue }
    if token.has([.day, .month]) { return .day }
    if token.has(.honorific), isCapital { return .honorific }
    if token.has(.office) { return .office }
    if token.has(.document) { return .document }
    if token.has(.publication) { return .publication }
    if token.has(.unnamed) { return .unnamed }
    if token.has(.organisation) { return .organisation }
    if token.has(.place), token.looks(.capital) { return .place }
    if let noun = credited(token, isCapital: isCapital) { return noun }
    if token.looks([.acronym, .capitals]) { return .acronym }
    if token.looks(.possessive) { return .possessive }
    if isCapital { return .capital }
    if token.looks(.gerund) { return .gerund }
    if token.looks(.past) || token.has(.event) { return .past }
    if token.looks(.adverb) || token.has(.adverbOfTime) { return .adverb }
    if token.has([.person, .groupOfPeople]) { return .person }
    if token.has(.function) { return .function }
    if token.looks(.plural) { return .plural }
    return token.looks(.capital) && token.classes.isEmpty ? .capital : .plain
  }
}

/// A word that may credit somebody, and the phrases beside it that it may credit.
struct SourceCue: Sendable {
  var kind: CueKind
  var tokens: Range<Int>
  /// Before it, as the rules cut it; whole and its core.
  var subject: Range<Int>
  var subjectCore: Range<Int>
  /// Behind it.
  var object: Range<Int>
  var objectCore: Range<Int>
  /// The sentence's first noun phrase, where the cue is a gerund or joined by "and".
  var leading: Range<Int>
  /// The subject with what "and" joins to its front.
  var joined: Range<Int>
  /// Behind a comma, an apposition: the phrase right before the cue.
  var nearest: Range<Int>
  /// Behind the object and a comma, an apposition that may name it: "said a neighbour, Maren Holt".
  var beyond: Range<Int>

  /// All phrases that it may credit, in the order of the ways that `SourceFeatures` counts; some are empty.
  var phrases: [Range<Int>] { [subject, subjectCore, object, objectCore, leading, joined, nearest, beyond] }
}

/// Finds the cues of a sentence.
struct SourceCueFinder {
  let tokens: Tokens
  let bounds: Range<Int>
  /// Of each word of the sentence.
  let kinds: [CueKind]
  let cutter: PhraseCutter

  /// What a verb may stand behind a closing quotation mark by, or behind its subject, in words.
  static let reach = 6

  /// Whether a word stands there that could credit anybody.
  static func mayStand(in tokens: Tokens, _ bounds: Range<Int>) -> Bool {
    guard let first = bounds.first else { return false }
    if tokens[first].hash == CommonHash.inside || tokens[first].after(.dash) { return true }
    return bounds.contains { tokens[$0].after(.quoteCloses) || tokens[$0].known.cue != .none }
      || tokens[bounds.upperBound].after(.quoteCloses)
  }

  static func kinds(_ tokens: Tokens, _ bounds: Range<Int>) -> [CueKind] {
    var quoteAt = -100
    return bounds.map { index in
      let token = tokens[index]
      if token.after(.quoteCloses) { quoteAt = index }
      if token.looks(.capital), index > bounds.lowerBound { return .none }
      let known = token.known.cue
      if known != .none, index > bounds.lowerBound {
        // "the reports": a noun.
        let before = tokens[index - 1]
        let isNoun = token.has(.document) && before.has(.determiner) && !before.has(.pronoun) && !token.after(.phrase)
        if token.after(.joined) || isNoun || Cues.addsThings(tokens, bounds, index) { return .none }
        // "Holt's claims": what somebody said, as a noun.
        return isOwned(token, by: before) ? .noun : known
      }
      if known != .none { return known }
      guard token.looks(.past) || token.has(.event), !token.has([.be, .have]) else { return .none }
      let isBeforeThat = index + 1 < bounds.upperBound && tokens[index + 1].hash == CommonHash.that
      let isBehindQuote = index - quoteAt < reach && !token.looks(.quoted)
      let opensQuote = index + 1 < bounds.upperBound && tokens[index + 1].after(.quoteOpens)
      return isBeforeThat || isBehindQuote || opensQuote ? .unknown : .none
    }
  }

  private static func isOwned(_ token: Token, by owner: Token) -> Bool {
    guard !token.after(.phrase), !token.looks([.past, .gerund]) else { return false }
    return owner.looks(.possessive) || CommonHash.owns(owner.hash)
  }

  func cues() -> [SourceCue] {
    var cues: [SourceCue] = []
    for index in bounds where kinds[index - bounds.lowerBound] != .none {
      cues.append(cue(at: index, kinds[index - bounds.lowerBound]))
    }
    return cues
  }

  private func cue(at index: Int, _ kind: CueKind) -> SourceCue {
    let none = index..<index
    var cue = SourceCue(
      kind: kind, tokens: index..<index + 1, subject: none, subjectCore: none, object: none, objectCore: none,
      leading: none, joined: none, nearest: none, beyond: none)
    var next = index + 1
    if kind == .accords, next < bounds.upperBound, tokens[next].hash == CommonHash.to { next += 1 }
    if next < bounds.upperBound, tokens[next].hash == CommonHash.by { next += 1 }
    if index > bounds.lowerBound, kind != .accords {
      cue.subject = subject(of: index)
      cue.subjectCore = cutter.core(cue.subject)
      cue.joined = joined(cue.subject)
      if tokens[index].after([.comma, .closes, .dash]) {
        cue.nearest = cutter.core(cutter.phrase(endingAt: index - 1))
      }
    }
    let mayFollow = next < bounds.upperBound && !tokens[next].after(.phrase)
    if mayFollow, kind != .noun {
      cue.object = cutter.phrase(from: next)
      cue.objectCore = cutter.core(cue.object)
      cue.beyond = cutter.name(behind: cue.object)
    }
    let isCoordinated = index > bounds.lowerBound && tokens[index - 1].has([.conjunction, .have, .adverbOfTime])
    if tokens[index].looks(.gerund) || cue.subject.isEmpty || isCoordinated { cue.leading = leading(before: index) }
    return cue
  }

  /// The noun phrase before a verb and what helps it: "is calling", "would not say"; before "that" or "which" the one
  /// they stand for.
  private func subject(of index: Int) -> Range<Int> {
    var end = index
    while end > bounds.lowerBound + 1, index - end < Self.reach, !tokens[end].after(.phrase), helps(tokens[end - 1]) {
      end -= 1
    }
    let before = tokens[end - 1]
    if end > bounds.lowerBound + 1, before.has(.relative), before.hash != CommonHash.who, !tokens[end].after(.phrase) {
      return cutter.phrase(endingAt: end - 2)
    }
    return cutter.subject(before: end)
  }

  private func helps(_ token: Token) -> Bool {
    token.has([.be, .have, .modal, .negation, .adverbOfTime]) && !token.has([.relative, .determiner])
      || token.looks(.adverb) && !token.looks(.capital)
  }

  /// "Businesses and residents say": both; empty where nothing is joined.
  private func joined(_ subject: Range<Int>) -> Range<Int> {
    let none = subject.upperBound..<subject.upperBound
    guard subject.lowerBound > bounds.lowerBound + 1, tokens[subject.lowerBound - 1].hash == CommonHash.and else {
      return none
    }
    let before = cutter.phrase(endingAt: subject.lowerBound - 2)
    return before.isEmpty ? none : before.lowerBound..<subject.upperBound
  }

  /// The noun phrase before the sentence's first finite verb.
  private func leading(before index: Int) -> Range<Int> {
    var end = bounds.lowerBound
    let last = min(index, end + PhraseCutter.longest)
    while end < last, !isFinite(tokens[end]), !tokens[end].after(.phrase) || end == bounds.lowerBound { end += 1 }
    guard end > bounds.lowerBound, end < index else { return index..<index }
    let subject = cutter.subject(before: end)
    return subject.isEmpty ? subject : cutter.core(subject)
  }

  private func isFinite(_ token: Token) -> Bool {
    !token.looks(.capital) && (token.has([.be, .have, .modal, .event, .says, .accuses]) || token.looks(.past))
  }
}
