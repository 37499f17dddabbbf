import Document

/// Finds whom a sentence credits: subjects of reporting verbs, "according to", "via", documents that say something.
struct Attribution {
  let tokens: Tokens
  let bounds: Range<Int>
  let cutter: PhraseCutter
  /// Of the publication, to know when it speaks of itself.
  let publication: [UInt64]

  private(set) var found: [SourcePhrase] = []

  init(tokens: Tokens, bounds: Range<Int>, publication: [UInt64]) {
    self.tokens = tokens
    self.bounds = bounds
    self.publication = publication
    cutter = PhraseCutter(tokens: tokens, bounds: bounds)
  }

  mutating func run() {
    for index in bounds {
      let token = tokens[index]
      if token.after(.dash) { signature(index) }
      if token.has([.says, .shows, .accuses]) || Cues.reports(token),
        !token.looks([.quoted, .capital]) || index == bounds.lowerBound
      {
        verb(index)
      }
      if token.hash == CommonHash.to, index > bounds.lowerBound, tokens[index - 1].hash == CommonHash.according {
        after(index, cue: index - 1..<index + 1)
      } else if token.hash == CommonHash.via, index + 1 < bounds.upperBound {
        after(index, cue: index..<index + 1)
      } else if token.hash == CommonHash.by, index > bounds.lowerBound, tokens[index - 1].has(.makes) {
        maker(index)
      } else if token.hash == CommonHash.inside || token.hash == CommonHash.on {
        document(index)
      }
    }
  }

  /// Phrases are found from left to right: only the last few can overlap.
  private func isTaken(_ range: Range<Int>) -> Bool { found.suffix(8).contains { $0.tokens.overlaps(range) } }

  private mutating func add(_ range: Range<Int>, cue: Range<Int>, kind: Source.Kind? = nil) {
    guard !range.isEmpty, !isTaken(range) else { return }
    found.append(phrase(cutter.core(range), cue: cue, kind: kind))
  }

  /// What the words of a span tell of the source that they name.
  func phrase(_ span: Range<Int>, cue: Range<Int>, kind: Source.Kind? = nil) -> SourcePhrase {
    let isSelf = isPublication(span) || isWe(span)
    let kind = isSelf ? .self : kind ?? cutter.kind(of: span)
    let isShort = span.count == 1 && tokens[span.lowerBound].has(.pronoun) || isDefinite(span)
    var phrase = SourcePhrase(tokens: span, cue: cue, kind: kind, isShort: isShort)
    phrase.isSelf = isSelf
    return phrase
  }

  /// "the cable", "the source": names nothing by itself.
  private func isDefinite(_ range: Range<Int>) -> Bool {
    range.count == 2 && tokens[range.lowerBound].hash == CommonHash.the
      && !tokens[range.lowerBound + 1].looks(.capital)
  }

  private func isPublication(_ range: Range<Int>) -> Bool {
    guard !publication.isEmpty else { return false }
    let words = range.filter { tokens[$0].hash != CommonHash.the }.map { tokens[$0].hash }
    return words == publication
  }

  private func isWe(_ range: Range<Int>) -> Bool { range.count == 1 && tokens[range.lowerBound].has(.we) }

  /// A reporting verb: its subject stands before it, or behind it where a quotation or a clause ends before it.
  private mutating func verb(_ index: Int) {
    let token = tokens[index]
    guard isVerb(index) else { return }
    if isPassive(index) || isParticiple(index) || Cues.addsThings(tokens, bounds, index) { return }
    if token.hash == CommonHash.citing { return cited(index) }
    if token.looks(.gerund), index > bounds.lowerBound + 1, tokens[index - 1].has(.be), !token.after(.phrase) {
      let subject = cutter.subject(before: index - 1)
      if !subject.isEmpty, mayCredit(subject, index) { add(subject, cue: index..<index + 1) }
      return
    }
    let isInverted = !token.after(.comma) || closes(index) || cutter.subject(before: index).isEmpty
    if isInverted, inverted(index) { return }
    if token.looks(.gerund) { return gerund(index) }
    let isCoordinated = index > bounds.lowerBound && isJoined(index)
    let subject = isCoordinated ? leading(before: index) : cutter.subject(before: index)
    guard !subject.isEmpty, mayCredit(subject, index) else { return }
    add(subject, cue: index..<index + 1)
  }

  /// "— Maren Holt (@marenholt)", and behind a closing quotation mark "—Maren Holt": who said what stands before.
  private mutating func signature(_ index: Int) {
    let name = NameRun.run(tokens, from: index)
    guard !name.isEmpty, name.lowerBound == index, name.count <= 4, name.upperBound <= bounds.upperBound else { return }
    let next = tokens[name.upperBound]
    let isHandle = next.after(.at) && next.after(.opens)
    let endsQuote = tokens[index].after(.quoteCloses) && (name.upperBound == bounds.upperBound || next.after(.comma))
    if isHandle || endsQuote { add(name, cue: name) }
  }

  /// A past participle after "was" reports nobody's words, and one right after a determiner is an adjective.
  private func isPassive(_ index: Int) -> Bool {
    guard index > bounds.lowerBound, tokens[index].looks(.past) || Cues.participles.contains(tokens[index].hash) else {
      return false
    }
    var at = index - 1
    while at > bounds.lowerBound, tokens[at].looks(.adverb) || tokens[at].has([.adverbOfTime, .negation]) { at -= 1 }
    if tokens[at].has(.determiner), !tokens[at].has(.pronoun), !tokens[at].looks(.capital) || at < index - 1 {
      return true
    }
    return tokens[at].has(.be) && !tokens[at].after(.phrase)
  }

  /// A clause closes right behind the phrase that stands after the verb: ", say experts."
  private func closes(_ index: Int) -> Bool {
    guard index + 1 < bounds.upperBound, !tokens[index + 1].has([.day, .month]) else { return false }
    let end = cutter.phrase(from: index + 1).upperBound
    return end == bounds.upperBound || tokens[end].after([.comma, .stop])
  }

  /// "… and said", "… but has denied": its subject is the sentence's.
  private func isJoined(_ index: Int) -> Bool {
    var at = index - 1
    while at > bounds.lowerBound, tokens[at].has([.have, .adverbOfTime]) || tokens[at].looks(.adverb) { at -= 1 }
    return tokens[at].has(.conjunction) && !tokens[at].looks(.capital)
  }

  /// The sentence's subject: the noun phrase before its first finite verb.
  private func leading(before index: Int) -> Range<Int> {
    var end = bounds.lowerBound
    let last = min(index, end + PhraseCutter.longest)
    while end < last, !isFinite(tokens[end]), !tokens[end].after(.phrase) || end == bounds.lowerBound { end += 1 }
    guard end > bounds.lowerBound, end < index, !tokens[end].after(.phrase) else { return index..<index }
    return cutter.subject(before: end)
  }

  /// "published by": who comes behind it, and is found from there.
  private func isParticiple(_ index: Int) -> Bool {
    guard index + 1 < bounds.upperBound, tokens[index].has(.makes) else { return false }
    return tokens[index + 1].hash == CommonHash.by
      || Cues.made.contains(tokens[index].hash) && tokens[index + 1].has(.preposition)
  }

  /// Words that are nouns as often: a verb only after a name or a pronoun, or a plural noun.
  private func isVerb(_ index: Int) -> Bool {
    let token = tokens[index]
    guard index > bounds.lowerBound, !token.after(.joined) else {
      return index == bounds.lowerBound && token.looks(.gerund)
    }
    let before = tokens[index - 1]
    if Cues.plain.contains(token.hash) {
      return before.hash != CommonHash.to && !before.has([.modal, .i, .you, .we, .preposition, .asks])
    }
    guard Cues.ambiguous.contains(token.hash) else { return !before.has(.preposition) && before.hash != CommonHash.to }
    if token.after(.phrase) || isNoun(index) { return false }
    if before.has(.pronoun) { return true }
    if token.looks(.plural) {
      return before.looks(.capital) && !before.looks(.possessive) || before.has([.office, .document, .organisation])
    }
    return before.looks(.plural) && before.has([.unnamed, .document, .person])
  }

  /// A word that is a noun as often is one where a verb, a preposition or the end of a phrase follows.
  private func isNoun(_ index: Int) -> Bool {
    guard index + 1 < bounds.upperBound else { return true }
    let next = tokens[index + 1]
    return next.after(.phrase) || next.has([.be, .have, .modal, .conjunction, .says])
      || next.has(.preposition) && next.hash != CommonHash.on && next.hash != CommonHash.to
  }

  /// Whether such a subject makes such a verb a credit.
  private func mayCredit(_ subject: Range<Int>, _ verb: Int) -> Bool {
    guard let last = subject.last else { return false }
    let token = tokens[last]
    if subject.count == 1, token.has([.i, .you, .relative, .asks]), !token.looks(.capital) { return false }
    if subject.count == 1, token.has([.i, .you]) || token.hash == CommonHash.that { return false }
    if subject.count == 1, token.has(.we) { return Cues.selfReports.contains(tokens[verb].hash) }
    if subject.count == 1, token.hash == CommonHash.it { return Cues.speaks.contains(tokens[verb].hash) }
    if Cues.speaks.contains(tokens[verb].hash) { return true }
    let head = cutter.head(of: subject)
    let isSource =
      tokens[head].has([.document, .publication, .unnamed, .office]) || subject.contains { tokens[$0].has(.document) }
    if isSource { return true }
    let isSomebody =
      tokens[head].has([.organisation, .person, .groupOfPeople])
      || subject.contains { tokens[$0].looks(.capital) && $0 > bounds.lowerBound }
      || token.looks(.capital) && token.classes.isEmpty || subject.count == 1 && token.has(.pronoun)
    return isSomebody
      && (tokens[verb].has([.says, .accuses]) || Cues.reports(tokens[verb])
        || Cues.speechLike.contains(tokens[verb].hash))
  }

  /// `…," said planetary geologist Rosaly Lopes of NASA`.
  private mutating func inverted(_ index: Int) -> Bool {
    let token = tokens[index]
    let next = index + 1
    guard token.has(.says) || Cues.reports(token), next < bounds.upperBound, !tokens[next].after(.phrase),
      !token.looks(.gerund),
      !Cues.addressed.contains(token.hash)
    else {
      return false
    }
    let follows = token.after([.quoteCloses, .comma]) || index == bounds.lowerBound
    guard follows, Cues.inverts(tokens[next]) else { return false }
    let phrase = cutter.phrase(from: next)
    guard !phrase.isEmpty else { return false }
    // After a comma without a quotation, what follows could as well be the object: only a name or a role inverts.
    let isNamed = phrase.contains { tokens[$0].looks(.capital) || tokens[$0].has([.office, .unnamed]) }
    guard token.after(.quoteCloses) || isNamed else { return false }
    add(phrase, cue: index..<next)
    return true
  }

  /// ", saying the hostages had suffered": credited to the sentence's subject, where nothing else is.
  private mutating func gerund(_ index: Int) {
    guard found.isEmpty, tokens[index].after([.comma, .quoteCloses]) || index == bounds.lowerBound else { return }
    if index == bounds.lowerBound { return }
    let subject = leading(before: index)
    guard let last = subject.last,
      tokens[last].looks(.capital) || tokens[last].has([.pronoun, .organisation, .unnamed])
    else { return }
    add(subject, cue: index..<index + 1)
  }

  private func isFinite(_ token: Token) -> Bool {
    !token.looks(.capital) && (token.has([.be, .have, .modal, .event, .says, .accuses]) || token.looks(.past))
  }

  /// "citing the health commission": what follows, where it is a source.
  private mutating func cited(_ index: Int) {
    guard index + 1 < bounds.upperBound, !tokens[index + 1].after(.phrase) else { return }
    let phrase = cutter.phrase(from: index + 1)
    let kinds: WordClass = [.organisation, .publication, .document, .unnamed, .office]
    guard tokens[cutter.head(of: phrase)].has(kinds) else { return }
    add(phrase, cue: index..<index + 1)
  }

  /// "according to", "via": what follows.
  private mutating func after(_ index: Int, cue: Range<Int>) {
    let first = index + 1
    guard first < bounds.upperBound, !tokens[first].after([.comma, .stop]) else { return }
    let isVia = tokens[index].hash == CommonHash.via
    if isVia, !tokens[first].looks(.capital), tokens[first].hash != CommonHash.the { return }
    if isVia, !tokens[index].after(.comma), !Cues.around(tokens, bounds, index) { return }
    add(cutter.phrase(from: first), cue: cue)
  }

  /// "published by WikiLeaks", "identified by MOTIE".
  private mutating func maker(_ index: Int) {
    let first = index + 1
    guard first < bounds.upperBound, !tokens[first].after(.phrase) else { return }
    let phrase = cutter.phrase(from: first, longest: 8)
    let isNamed = phrase.contains { tokens[$0].looks(.capital) || tokens[$0].has([.unnamed, .document, .publication]) }
    guard isNamed else { return }
    // "A cable published by WikiLeaks" is one source: the document, with who published it.
    let document = cutter.phrase(endingAt: index - 2)
    let verb = index - 1
    if verb > bounds.lowerBound, !document.isEmpty, !tokens[verb].after(.phrase),
      tokens[cutter.head(of: document)].has(.document)
    {
      let kind: Source.Kind = .document
      add(document.lowerBound..<end(of: phrase), cue: verb..<index + 1, kind: kind)
    } else {
      add(phrase.lowerBound..<end(of: phrase), cue: verb..<index + 1)
    }
  }

  /// Where the maker's name ends: with its capitals, "of" and "for" between them; else with the phrase, or its verb.
  private func end(of phrase: Range<Int>) -> Int {
    guard let first = phrase.first else { return phrase.upperBound }
    let start = tokens[first].has(.determiner) && first + 1 < phrase.upperBound ? first + 1 : first
    guard tokens[start].looks(.capital) else {
      return phrase.first { tokens[$0].has(.shows) && !tokens[$0].looks(.capital) } ?? phrase.upperBound
    }
    var end = start
    while end < phrase.upperBound {
      let links = tokens[end].has(.link) && end + 1 < phrase.upperBound && tokens[end + 1].looks(.capital)
      guard tokens[end].looks(.capital) || links else { break }
      end += 1
    }
    return end
  }

  /// "said in a statement", "wrote in a blog post", "In a letter, …".
  private mutating func document(_ index: Int) {
    let first = index + 1
    guard first + 1 < bounds.upperBound, tokens[first].has(.determiner), !tokens[first].after(.phrase) else { return }
    if let last = found.last, last.kind == .document, last.tokens.upperBound == index { return }
    let isOpening = index == bounds.lowerBound && tokens[index].hash == CommonHash.inside
    guard isOpening || followsSpeech(index) else { return }
    var end = first + 1
    while end < bounds.upperBound, end - first < 6, !tokens[end].after(.phrase), !tokens[end].has([.preposition, .be]) {
      if tokens[end].has(.document), !(end + 1 < bounds.upperBound && tokens[end + 1].has(.document)) {
        add(first..<end + 1, cue: index..<first, kind: .document)
        return
      }
      end += 1
    }
  }

  /// A verb of saying within the four words before.
  private func followsSpeech(_ index: Int) -> Bool {
    var at = index - 1
    while at >= bounds.lowerBound, index - at <= 4 {
      if tokens[at].has(.says) { return true }
      at -= 1
    }
    return false
  }
}

/// Words that credit.
enum Cues {
  static let made = WordSet("published released issued obtained produced prepared")
  static let participles = WordSet("told said shown found written quoted known seen")
  static let ambiguous = WordSet(
    """
    reports report claims claim notes details records documents document estimates estimate shows show rules cites states
    lists list calls posts warning reporting stresses promises pledges quotes reads claim charges
    """)
  /// Base forms, which after "to" or "would" report nothing.
  static let plain = WordSet("say tell argue deny")
  /// Whoever stands before them said something.
  static let speaks = WordSet("said says say told tells wrote writes added adds tweeted testified")
  /// Of a person or an organisation they report a statement.
  static let speechLike = WordSet(
    """
    described describes called calls questioned attributed rejected highlighted raised quoted cited estimated estimates
    established indicated indicates identified detailed posted issued ruled determined concluded
    """)
  /// Verbs that name whom they speak to: what stands behind them is no speaker.
  static let addressed = WordSet(
    """
    told tells tell accused urged warned reports report claims notes promised informed briefed reminded assured
    """)
  static let adding = WordSet("added adds adding")
  static let added = WordSet("a an another its his their more some new")
  static let selfReports = WordSet("reported revealed noted wrote found confirmed")
  static let reported = WordSet("reported reports said again quoted citing according told")

  /// "added two goals", "adds a terminal": no words are added.
  static func addsThings(_ tokens: Tokens, _ bounds: Range<Int>, _ index: Int) -> Bool {
    guard adding.contains(tokens[index].hash), index + 1 < bounds.upperBound else { return false }
    let next = tokens[index + 1]
    return !next.after(.phrase)
      && (next.looks(.number) || next.has(.numeral) || added.contains(next.hash) || next.hash == CommonHash.to)
  }

  /// A verb in the past that reports what somebody said.
  static func reports(_ token: Token) -> Bool {
    guard token.looks(.past) else { return false }
    switch token.known.cue {
    case .says, .tells, .adds, .claims: return true
    case .none, .announces, .thinks, .urges, .shows, .describes, .writes, .makes, .noun, .accords, .speaks, .stands,
      .unknown:
      return false
    }
  }

  /// A word that may begin an inverted subject.
  static func inverts(_ token: Token) -> Bool {
    if token.has([.be, .modal, .conjunction, .i, .you, .we, .preposition]) { return false }
    if noSubject.contains(token.hash) { return false }
    if token.looks(.capital) || token.has([.determiner, .pronoun, .office, .honorific, .unnamed]) { return true }
    return !token.has(.function) && !token.looks([.number, .gerund, .past, .adverb]) && token.hash != CommonHash.that
  }

  private static let noSubject = WordSet("whether if it its his her their there no not what how why this that these")

  /// Whether a word of reporting stands in the six words before.
  static func around(_ tokens: Tokens, _ bounds: Range<Int>, _ index: Int) -> Bool {
    for at in max(bounds.lowerBound, index - 6)..<index where reported.contains(tokens[at].hash) { return true }
    return false
  }
}
