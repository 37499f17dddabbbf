import Document

/// Finds whom a sentence credits: subjects of reporting verbs, "according to", "via", documents that say something.
struct Attribution {
  let tokens: Tokens
  let bounds: Range<Int>
  let names: NameTable
  let cutter: PhraseCutter
  /// Of the publication, to know when it speaks of itself.
  let publication: [UInt64]

  private(set) var found: [SourcePhrase] = []

  init(tokens: Tokens, bounds: Range<Int>, names: NameTable, publication: [UInt64]) {
    self.tokens = tokens
    self.bounds = bounds
    self.names = names
    self.publication = publication
    cutter = PhraseCutter(tokens: tokens, bounds: bounds)
  }

  mutating func run() {
    for index in bounds {
      let token = tokens[index]
      guard !token.classes.isEmpty else { continue }
      if token.has([.says, .shows, .accuses]), !token.looks([.quoted, .capital]) || index == bounds.lowerBound {
        verb(index)
      }
      if token.hash == CommonHash.to, index > bounds.lowerBound, tokens[index - 1].hash == Cues.according {
        after(index, cue: index - 1..<index + 1)
      } else if token.hash == CommonHash.via, index + 1 < bounds.upperBound {
        after(index, cue: index..<index + 1)
      } else if token.hash == CommonHash.by, index > bounds.lowerBound, Cues.by.contains(tokens[index - 1].hash) {
        maker(index)
      } else if token.hash == CommonHash.in_ || token.hash == CommonHash.on_ {
        document(index)
      }
    }
  }

  private func isTaken(_ range: Range<Int>) -> Bool { found.contains { $0.tokens.overlaps(range) } }

  private mutating func add(_ range: Range<Int>, cue: Range<Int>, kind: Source.Kind? = nil) {
    guard !range.isEmpty, !isTaken(range) else { return }
    let core = cutter.core(range, names: names)
    let isSelf = isPublication(core) || isWe(core)
    let kind = isSelf ? .self : kind ?? cutter.kind(of: core)
    let isShort = core.count == 1 && tokens[core.lowerBound].has(.pronoun) || isDefinite(core)
    var phrase = SourcePhrase(tokens: core, cue: cue, kind: kind, isShort: isShort)
    phrase.isSelf = isSelf
    found.append(phrase)
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
    if inverted(index) { return }
    if isPassive(index) { return }
    if token.looks(.gerund) {
      gerund(index)
      return
    }
    var subject = cutter.subject(before: index)
    if let first = subject.first, subject.count == 1, tokens[first].has(.relative) {
      subject = cutter.phrase(endingAt: first - 1)
    }
    guard !subject.isEmpty, mayCredit(subject, index) else { return }
    add(subject, cue: index..<index + 1)
  }

  /// A past participle after "was" reports nobody's words, and one right after a determiner is an adjective.
  private func isPassive(_ index: Int) -> Bool {
    guard index > bounds.lowerBound, tokens[index].looks(.past) || Cues.participles.contains(tokens[index].hash) else {
      return false
    }
    var at = index - 1
    while at > bounds.lowerBound, tokens[at].looks(.adverb) || tokens[at].has([.adverbOfTime, .negation]) { at -= 1 }
    return tokens[at].has(.be) && !tokens[at].after(.phrase)
  }

  /// Words that are nouns as often: a verb only after a name or a pronoun, or a plural noun.
  private func isVerb(_ index: Int) -> Bool {
    let token = tokens[index]
    guard index > bounds.lowerBound, !token.after(.joined) else {
      return index == bounds.lowerBound && token.looks(.gerund)
    }
    let before = tokens[index - 1]
    if token.looks(.past), before.has(.determiner), !token.after(.phrase) { return false }
    guard Cues.ambiguous.contains(token.hash) else { return !before.has(.preposition) && before.hash != CommonHash.to }
    if token.after(.phrase) { return false }
    if before.has(.pronoun) { return true }
    if token.looks(.plural) {
      return before.looks(.capital) && !before.looks(.possessive) || before.has([.office, .document, .organisation])
    }
    return before.looks(.plural) && before.has([.unnamed, .document, .person])
  }

  /// Whether such a subject makes such a verb a credit.
  private func mayCredit(_ subject: Range<Int>, _ verb: Int) -> Bool {
    guard let last = subject.last else { return false }
    let token = tokens[last]
    if subject.count == 1, token.has([.i, .you, .relative, .asks]), !token.looks(.capital) { return false }
    if subject.count == 1, token.has([.i, .you]) { return false }
    if subject.count == 1, token.has(.we) { return Cues.selfReports.contains(tokens[verb].hash) }
    if subject.count == 1, token.hash == CommonHash.it, !tokens[verb].has(.says) { return false }
    if tokens[verb].has([.says, .accuses]) { return true }
    let head = cutter.head(of: subject)
    let document: WordClass = [.document, .publication, .unnamed, .office]
    return tokens[head].has(document) || subject.contains { tokens[$0].has([.document]) }
      || subject.count == 1 && token.has(.pronoun) && Cues.finds.contains(tokens[verb].hash)
  }

  /// `…," said planetary geologist Rosaly Lopes of NASA`.
  private mutating func inverted(_ index: Int) -> Bool {
    let token = tokens[index]
    let next = index + 1
    guard token.has(.says), next < bounds.upperBound, !tokens[next].after(.phrase), !token.looks(.gerund) else {
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
    var end = bounds.lowerBound
    while end < index, !isFinite(tokens[end]), !tokens[end].after(.phrase) || end == bounds.lowerBound { end += 1 }
    guard end > bounds.lowerBound, end < index, !tokens[end].after(.phrase) else { return }
    let subject = cutter.subject(before: end)
    guard let last = subject.last,
      tokens[last].looks(.capital) || tokens[last].has([.pronoun, .organisation, .unnamed])
    else { return }
    add(subject, cue: index..<index + 1)
  }

  private func isFinite(_ token: Token) -> Bool {
    !token.looks(.capital) && (token.has([.be, .have, .modal, .event, .says, .accuses]) || token.looks(.past))
  }

  /// "according to", "via": what follows.
  private mutating func after(_ index: Int, cue: Range<Int>) {
    let first = index + 1
    guard first < bounds.upperBound, !tokens[first].after([.comma, .stop]) else { return }
    let isVia = tokens[index].hash == CommonHash.via
    if isVia, !tokens[first].looks(.capital), tokens[first].hash != CommonHash.the { return }
    if isVia, !tokens[index].after([.opens, .comma]), !Cues.around(tokens, bounds, index) { return }
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
      add(phrase, cue: verb..<index + 1)
    }
  }

  private func end(of phrase: Range<Int>) -> Int {
    for index in phrase where tokens[index].has(.shows) && !tokens[index].looks(.capital) { return index }
    return phrase.upperBound
  }

  /// "said in a statement", "wrote in a blog post", "In a letter, …".
  private mutating func document(_ index: Int) {
    let first = index + 1
    guard first + 1 < bounds.upperBound, tokens[first].has(.determiner), !tokens[first].after(.phrase) else { return }
    let isOpening = index == bounds.lowerBound && tokens[index].hash == CommonHash.in_
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
  static let according = hash(of: "according")
  static let by = hashes(
    """
    published released reported obtained cited quoted seen reviewed compiled conducted issued identified described told
    revealed confirmed corroborated written authored commissioned produced prepared leaked
    """)
  static let participles = hashes("told said shown found written quoted known seen")
  static let ambiguous = hashes(
    """
    reports report claims claim notes details records documents document estimates estimate shows show rules cites states
    lists list calls posts posted warns warning reporting stresses promises pledges quotes reads refers tells say argue
    insists found highlights identifies finds provides
    """)
  static let selfReports = hashes("reported revealed noted wrote found confirmed")
  static let finds = hashes("found discovered concluded showed estimated calculated demonstrated")
  static let reported = hashes("reported reports said again quoted citing according told")

  /// A word that may begin an inverted subject.
  static func inverts(_ token: Token) -> Bool {
    if token.has([.be, .modal, .conjunction, .i, .you, .we, .preposition]) { return false }
    if token.looks(.capital) || token.has([.determiner, .pronoun, .office, .honorific, .unnamed]) { return true }
    return !token.has(.function) && !token.looks([.number, .gerund, .past, .adverb]) && token.hash != that
  }

  private static let that = hash(of: "that")

  /// Whether a word of reporting stands in the six words before.
  static func around(_ tokens: Tokens, _ bounds: Range<Int>, _ index: Int) -> Bool {
    for at in max(bounds.lowerBound, index - 6)..<index where reported.contains(tokens[at].hash) { return true }
    return false
  }
}
