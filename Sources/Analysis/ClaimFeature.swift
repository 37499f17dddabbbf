/// What of a sentence is weighed to tell how check-worthy it is.
enum ClaimFeature: Int, CaseIterable, Sendable {
  case bias, fragment, brief, length, noVerb
  case figure, figures, measure, money, percent, year, calendar, relativeTime, numeral
  case names, manyNames, acronym, honorific, organisation, place, happening, document
  case past, pastAgain, present, perfect, passive, reported
  case modal, future, hedge, mind, opinion, judgement, intensifier, adverbs, negation
  case first, we, you, pronoun, opensWithPronoun, opensWithConjunction
  case question, exclamation, imperative, opensWithQuestionWord, noStop, colon, ellipsis, lowerCase
  case comparison, cause, accusation, prediction
  case credited, creditedDocument, creditedUnnamed, creditedPronoun, lost
  case quoted, allQuoted, quotedFirst, quotedMind, contractions, parenthesis, listItem
  case titleCase, relativeClause, symbols, unknownShare, contrast
  case conditional, ability, quotedSpecific, figureShare, nameShare, specifics, pastQuoted
  case contentNames, contentPast, creditedOpinion, creditedBare, counterfactual, verblessFigure, plainPresent
  case imperativeCapitals, quotedJudgement, quotedModal, quotedPresent, definition, superlative, judgedCopula
}

/// The values of the features of one sentence.
struct ClaimVector: Sendable {
  /// Room for all features, a little more than there are.
  static let room = 96
  private(set) var values = InlineArray<96, Float>(repeating: 0)

  subscript(feature: ClaimFeature) -> Float {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }

  mutating func clear() {
    values = InlineArray(repeating: 0)
  }

  /// Log-odds of being check-worthy: four sums at once, which do not wait for each other. `weights` are `room` many.
  mutating func logit(_ weights: [Float]) -> Float {
    var first: Float = 0
    var second: Float = 0
    var third: Float = 0
    var fourth: Float = 0
    var index = 0
    while index + 3 < min(weights.count, Self.room) {
      first += values[index] * weights[index]
      second += values[index + 1] * weights[index + 1]
      third += values[index + 2] * weights[index + 2]
      fourth += values[index + 3] * weights[index + 3]
      index += 4
    }
    return first + second + third + fourth
  }
}

/// Counts the features of a sentence from its words.
struct SentenceReader {
  let tokens: Tokens
  let bounds: Range<Int>
  let phrases: [SourcePhrase]
  let hasLostTrace: Bool
  let isListItem: Bool

  func read(into vector: inout ClaimVector) {
    vector.clear()
    words(&vector)
    edges(&vector)
    credits(&vector)
    ClaimContent(tokens: tokens, bounds: bounds, phrases: phrases).read(into: &vector)
    if hasLostTrace { vector[.lost] = 1 }
    if isListItem { vector[.listItem] = 1 }
  }

  /// Counts up to a limit: more of the same says little.
  private func bump(_ vector: inout ClaimVector, _ feature: ClaimFeature, most: Float = 2) {
    vector[feature] = min(most, vector[feature] + 1)
  }

  private func words(_ vector: inout ClaimVector) {
    var quoted = 0
    var capitals = 0
    var unknown = 0
    var verbs = 0
    var figures = 0
    var isBehind = false
    for index in bounds {
      let token = tokens[index]
      if token.isPlain {
        unknown += 1
        continue
      }
      if token.isGrammar, token.hash != CommonHash.that { continue }
      // What a clause before a comma supposes does not make the event behind it a supposition.
      if token.after(.comma), vector[.conditional] > 0 { isBehind = true }
      if isBehind, token.looks(.past) || token.has(.event), !token.has(.be) { vector[.conditional] = 0 }
      if token.looks(.quoted) { quoted += 1 }
      if token.looks(.capital) { capitals += 1 }
      if token.classes.isEmpty, !token.looks([.capital, .number]) { unknown += 1 }
      if isVerb(token) { verbs += 1 }
      if token.looks(.number) { figures += 1 }
      if token.looks(.quoted) { quotation(token, &vector) }
      self.figures(token, index, &vector)
      names(token, index, &vector)
      doings(token, index, &vector)
      attitude(token, index, &vector)
    }
    let count = Float(bounds.count)
    vector[.bias] = 1
    vector[.fragment] = bounds.count < 5 ? 1 : 0
    vector[.brief] = bounds.count < 9 ? 1 : 0
    vector[.length] = min(40, count) / 20
    vector[.noVerb] = verbs == 0 ? 1 : 0
    guard count > 0 else { return }
    vector[.quoted] = Float(quoted) / count
    vector[.allQuoted] = quoted * 10 >= bounds.count * 9 ? 1 : 0
    vector[.titleCase] = Float(capitals) / count
    vector[.unknownShare] = Float(unknown) / count
    vector[.figureShare] = min(1, Float(figures) * 4 / count)
    vector[.nameShare] = vector[.names] * 4 / max(8, count)
    let specifics = vector[.names] + vector[.figure] + vector[.calendar] + vector[.year] + vector[.numeral]
    vector[.specifics] = min(1, specifics / 4)
  }

  /// What is specific inside of a quotation.
  private func quotation(_ token: Token, _ vector: inout ClaimVector) {
    if token.looks([.number, .capitals]) { vector[.quotedSpecific] = 1 }
    if token.looks(.past) || token.has(.event) { vector[.pastQuoted] = 1 }
  }

  private func isVerb(_ token: Token) -> Bool {
    token.has([.be, .have, .modal, .event, .says, .shows, .future, .mind, .accuses]) || token.looks(.past)
      || token.looks(.contraction)
  }

  private func figures(_ token: Token, _ index: Int, _ vector: inout ClaimVector) {
    if token.looks(.year) {
      bump(&vector, .year)
    } else if token.looks(.number) {
      bump(&vector, .figure)
      if index + 1 < bounds.upperBound, tokens[index + 1].has([.unit, .scale, .timeUnit]) { bump(&vector, .measure) }
      if vector[.figure] > 1 { vector[.figures] = 1 }
    }
    if token.looks(.money) { vector[.money] = 1 }
    if token.looks(.percent) || token.hash == CommonHash.percent { vector[.percent] = 1 }
    if token.has([.month, .day]), token.looks(.capital) || !token.has(.month) { bump(&vector, .calendar) }
    if token.has(.since) || (token.has(.timeUnit) && index > bounds.lowerBound && tokens[index - 1].has(.since)) {
      bump(&vector, .relativeTime)
    }
    if token.has(.numeral), !token.looks(.number) { bump(&vector, .numeral) }
  }

  private func names(_ token: Token, _ index: Int, _ vector: inout ClaimVector) {
    if token.looks(.capital), index > bounds.lowerBound, !token.has(.function), !token.has([.month, .day]),
      !token.after([.quoteOpens, .colon])
    {
      bump(&vector, .names, most: 4)
      if vector[.names] >= 4 { vector[.manyNames] = 1 }
    }
    if token.looks([.capitals, .acronym]), token.end - token.start < 7 { vector[.acronym] = 1 }
    guard !token.classes.isEmpty else { return }
    if token.has(.honorific), token.looks(.capital) { vector[.honorific] = 1 }
    if token.has(.organisation) { bump(&vector, .organisation) }
    if token.has(.place), token.looks(.capital) { bump(&vector, .place) }
    if token.has(.happening) { vector[.happening] = 1 }
    if token.has(.document) { vector[.document] = 1 }
  }

  private func doings(_ token: Token, _ index: Int, _ vector: inout ClaimVector) {
    if token.looks(.past) || token.has(.event), !token.looks(.capital), !token.looks(.quoted) {
      if vector[.past] > 0 { vector[.pastAgain] = 1 }
      vector[.past] = 1
      if index > bounds.lowerBound, tokens[index - 1].has(.be) { vector[.passive] = 1 }
      if index > bounds.lowerBound, tokens[index - 1].has(.have) { vector[.perfect] = 1 }
    }
    if token.hash == CommonHash.isWord || token.hash == CommonHash.are { vector[.present] = 1 }
    if token.has([.says, .shows, .accuses]) { vector[.reported] = 1 }
    if token.hash == CommonHash.who || token.has(.relative) { vector[.relativeClause] = 1 }
  }

  private func attitude(_ token: Token, _ index: Int, _ vector: inout ClaimVector) {
    if token.looks(.adverb) { bump(&vector, .adverbs) }
    if token.looks(.contraction) { bump(&vector, .contractions) }
    if token.after(.opens) { vector[.parenthesis] = 1 }
    if token.after(.symbol) { vector[.symbols] = 1 }
    guard !token.classes.isEmpty else { return }
    if token.has(.modal) { modal(token, &vector) }
    if token.has(.future) { vector[.future] = 1 }
    if token.has(.hedge) { bump(&vector, .hedge) }
    if token.has(.mind) { bump(&vector, token.looks(.quoted) ? .quotedMind : .mind) }
    if token.has(.opinion) { bump(&vector, .opinion) }
    if token.has(.judgement) { bump(&vector, .judgement) }
    if token.has(.intensifier) { bump(&vector, .intensifier) }
    if token.has(.negation) { vector[.negation] = 1 }
    if token.has(.i) { bump(&vector, .first) }
    if token.has(.we), !token.looks(.capitals) { bump(&vector, .we) }
    if token.has(.you) { bump(&vector, .you) }
    if token.has(.pronoun) { bump(&vector, .pronoun) }
    if token.has(.comparison) { bump(&vector, .comparison) }
    if token.has(.cause) { vector[.cause] = 1 }
    if token.has(.accusation) { bump(&vector, .accusation) }
    if token.has(.prediction) { vector[.prediction] = 1 }
    if token.hash == CommonHash.but, index > bounds.lowerBound { vector[.contrast] = 1 }
  }

  private func modal(_ token: Token, _ vector: inout ClaimVector) {
    switch token.hash {
    case CommonHash.would: bump(&vector, .conditional)
    case CommonHash.can, CommonHash.couldWord: bump(&vector, .ability)
    case _: bump(&vector, .modal)
    }
  }

  private func edges(_ vector: inout ClaimVector) {
    guard let first = bounds.first else { return }
    let end = tokens[bounds.upperBound].gap
    if end.contains(.question) { vector[.question] = 1 }
    if end.contains(.exclamation) { vector[.exclamation] = 1 }
    if end.contains(.colon) { vector[.colon] = 1 }
    if end.contains(.ellipsis) { vector[.ellipsis] = 1 }
    if end.isDisjoint(with: [.stop, .question, .exclamation, .colon, .ellipsis]) { vector[.noStop] = 1 }
    let token = tokens[first]
    if token.after(.quoteOpens) { vector[.quotedFirst] = 1 }
    if token.has(.imperative), !token.has(.pronoun) { vector[.imperative] = 1 }
    if token.has(.asks), !token.has(.pronoun) { vector[.opensWithQuestionWord] = 1 }
    if token.has(.pronoun) || Demonstratives.words.contains(token.hash) { vector[.opensWithPronoun] = 1 }
    if token.has(.conjunction) { vector[.opensWithConjunction] = 1 }
    if !token.looks([.capital, .number]) { vector[.lowerCase] = 1 }
  }

  private func credits(_ vector: inout ClaimVector) {
    for phrase in phrases {
      switch phrase.kind {
      case .document: vector[.creditedDocument] = 1
      case .unnamed: vector[.creditedUnnamed] = 1
      case .person where phrase.isShort: vector[.creditedPronoun] = 1
      case .person, .organisation, .publication, .website, .`self`: vector[.credited] = 1
      }
    }
  }
}

/// Words that point back.
enum Demonstratives {
  static let words = WordSet("this that these those it there such here")
}
