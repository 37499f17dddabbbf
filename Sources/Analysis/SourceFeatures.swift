import Document

/// How surely a cue credits: a bit for each grade.
private enum CueGrade {
  static func of(_ kind: CueKind) -> UInt64 {
    switch kind {
    case .none: 0
    case .says, .tells, .accords: 1
    case .adds, .announces, .claims, .writes, .urges: 2
    case .shows, .describes, .thinks, .stands: 4
    case .makes, .noun, .speaks, .unknown: 8
    }
  }
}

/// What is seen of a sentence's words by the model of sources: for each word places in its table of weights.
struct SourceFeatures: Sendable {
  /// Places in the table; two features may share one.
  static let size = 1 << 16

  /// The words that features belong to, counted from the sentence's first, and beside each the feature's place.
  private(set) var words: [Int32] = []
  private(set) var places: [UInt16] = []

  private var sorts: [WordSort] = []
  private var identities: [UInt64] = []
  private var kinds: [CueKind] = []
  private(set) var setting = SentenceSetting()

  /// Reads a sentence; `rules` is whom the rules take it to credit.
  mutating func read(_ tokens: Tokens, _ bounds: Range<Int>, cutter: PhraseCutter, rules: [SourcePhrase]) -> [SourceCue]
  {
    words.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    kinds = SourceCueFinder.kinds(tokens, bounds)
    let finder = SourceCueFinder(tokens: tokens, bounds: bounds, kinds: kinds, cutter: cutter)
    let cues = finder.cues()
    note(tokens, bounds)
    setting = SentenceSetting(tokens, bounds)
    for index in bounds { word(tokens, bounds, index) }
    surroundings(tokens, bounds)
    for cue in cues { credit(tokens, bounds, cue) }
    coverage(bounds, cues)
    for phrase in rules { rule(bounds, phrase) }
    if rules.isEmpty { for at in sorts.indices { add(at, 56, sort(at)) } }
    return cues
  }

  private mutating func add(_ word: Int, _ sort: UInt64, _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0) {
    var hash = (first &+ sort &* 0xA24B_AED4_963E_E407) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    hash = (hash &+ second) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
    hash = (hash &+ third) &* 0x9E37_79B9_7F4A_7C15
    words.append(Int32(truncatingIfNeeded: word))
    places.append(UInt16(truncatingIfNeeded: hash >> 48))
  }

  /// Sorts and identities of all words; a name is no word that is known again.
  private mutating func note(_ tokens: Tokens, _ bounds: Range<Int>) {
    sorts.removeAll(keepingCapacity: true)
    identities.removeAll(keepingCapacity: true)
    for index in bounds {
      let token = tokens[index]
      let isFirst = index == bounds.lowerBound
      sorts.append(WordSort.of(token, isFirst: isFirst, cue: kinds[index - bounds.lowerBound]))
      let isName = token.looks(.capital) && (!isFirst || token.classes.isEmpty)
      identities.append(token.looks(.number) ? 1 : isName ? 2 : token.hash)
    }
  }

  private func sort(_ word: Int) -> UInt64 { sorts.indices.contains(word) ? UInt64(sorts[word].rawValue) : 99 }
  private func identity(_ word: Int) -> UInt64 { identities.indices.contains(word) ? identities[word] : 3 }
  private func kind(_ word: Int) -> UInt64 { kinds.indices.contains(word) ? UInt64(kinds[word].rawValue) : 99 }

  /// Punctuation before a word, as far as it matters here.
  private func gap(_ token: Token) -> UInt64 {
    if token.gap.isEmpty { return 0 }
    if token.after(.quoteCloses) { return 1 }
    if token.after(.quoteOpens) { return 2 }
    if token.after(.comma) { return 3 }
    if token.after([.dash]) { return 4 }
    if token.after([.opens, .closes]) { return 5 }
    if token.after([.colon, .semicolon]) { return 6 }
    if token.after([.stop, .question, .exclamation, .ellipsis, .newline]) { return 7 }
    if token.after(.joined) { return 8 }
    return 9
  }

  /// A word and its neighbours.
  private mutating func word(_ tokens: Tokens, _ bounds: Range<Int>, _ index: Int) {
    let at = index - bounds.lowerBound
    let token = tokens[index]
    let (before, after) = (gap(token), gap(tokens[index + 1]))
    let quoted: UInt64 = token.looks(.quoted) ? 1 : 0
    let shape = UInt64(token.shape.rawValue)
    add(at, 1, quoted)
    add(at, 2, identity(at))
    add(at, 3, identity(at + 1))
    add(at, 4, identity(at - 1))
    add(at, 5, sort(at), sort(at - 1), before)
    add(at, 6, sort(at), sort(at + 1), after)
    add(at, 7, sort(at - 2), sort(at - 1), sort(at))
    add(at, 8, sort(at), sort(at + 1), sort(at + 2))
    add(at, 9, sort(at - 1), sort(at), sort(at + 1))
    add(at, 10, shape, quoted)
    add(at, 11, kind(at), kind(at - 1), kind(at + 1))
    add(at, 12, identity(at - 1), sort(at))
    add(at, 13, identity(at + 1), sort(at))
    add(at, 14, kind(at), sort(at + 1), after)
    add(at, 15, kind(at), sort(at - 1), before)
    add(at, 16, before, after, at == 0 ? 1 : 0)
    add(at, 17, sort(at), at == 0 ? 1 : 0)
  }

  /// The nearest cue on either side, and how far it is.
  private mutating func surroundings(_ tokens: Tokens, _ bounds: Range<Int>) {
    var last = -1
    var crossed: UInt64 = 0
    for at in sorts.indices {
      if at > 0, tokens[bounds.lowerBound + at].after(.phrase) { crossed = min(3, crossed + 1) }
      if last >= 0 { add(at, 20, UInt64(kinds[last].rawValue), UInt64(min(5, at - last)), crossed) }
      if last >= 0 { add(at, 21, UInt64(kinds[last].rawValue), sort(at), crossed) }
      if kinds[at] != .none {
        last = at
        crossed = 0
      }
    }
    last = -1
    crossed = 0
    for at in sorts.indices.reversed() {
      if last >= 0 { add(at, 22, UInt64(kinds[last].rawValue), UInt64(min(5, last - at)), crossed) }
      if last >= 0 { add(at, 23, UInt64(kinds[last].rawValue), sort(at), crossed) }
      if kinds[at] != .none {
        last = at
        crossed = 0
      }
      if tokens[bounds.lowerBound + at].after(.phrase) { crossed = min(3, crossed + 1) }
    }
  }

  /// A cue with each phrase that it may credit.
  private mutating func credit(_ tokens: Tokens, _ bounds: Range<Int>, _ cue: SourceCue) {
    let at = cue.tokens.lowerBound - bounds.lowerBound
    let token = tokens[cue.tokens.lowerBound]
    let kind = UInt64(cue.kind.rawValue)
    let quoted: UInt64 = token.looks(.quoted) ? 1 : 0
    let follow = gap(tokens[cue.tokens.upperBound]) &* 64 &+ sort(at + 1)
    let mood = mood(tokens, bounds, cue.tokens.lowerBound)
    add(at, 30, kind, mood, follow)
    let next = cue.tokens.upperBound - bounds.lowerBound
    let phrases = cue.phrases
    for (way, phrase) in phrases.enumerated() where !phrase.isEmpty {
      // A phrase that is all core is seen once.
      let isCore = way == 1 || way == 3
      if isCore, phrase == phrases[way - 1] { continue }
      if way == 6, phrase == cue.subject || phrase == cue.subjectCore { continue }
      let noun = PhraseCutter(tokens: tokens, bounds: phrase).head(of: phrase)
      let head = UInt64(WordSort.of(tokens[noun], isFirst: false, cue: .none).rawValue)
      let edge = gap(tokens[phrase.lowerBound]) &* 2 &+ (phrase.lowerBound == bounds.lowerBound ? 1 : 0)
      let way = UInt64(way)
      let far = UInt64(min(7, phrase.distance(to: cue.tokens)))
      let close = gap(tokens[phrase.upperBound]) &* 8 &+ far
      add(at, 31, way, kind, head)
      let lead = lead(tokens, bounds, phrase)
      let opener = phrase.lowerBound - 1 - bounds.lowerBound
      let before = opener >= 0 ? identity(opener) : 4
      for index in phrase {
        let part: UInt64 =
          (index == phrase.lowerBound ? 1 : 0) + (index + 1 == phrase.upperBound ? 2 : 0) + way &* 4
        let word = index - bounds.lowerBound
        add(word, 32, part, kind, mood)
        add(word, 33, part, kind, follow)
        add(word, 34, part, kind, head)
        add(word, 35, part, identity(at), quoted)
        add(word, 36, part, follow, head)
        add(word, 37, part, edge &* 64 &+ kind, quoted)
        add(word, 38, part, sort(word), kind)
        add(word, 41, part, close, kind)
        add(word, 39, part, mood, follow &* 64 &+ head)
        add(word, 60, part, lead, head &* 64 &+ mood)
        add(word, 61, part, lead, kind &* 64 &+ mood)
        add(word, 62, part, lead, identity(at))
        add(word, 63, part, identity(next), kind)
        add(word, 64, part, before, kind)
        add(word, 65, part, lead, setting.address &* 64 &+ kind)
        add(word, 67, part, lead, setting.story &* 1024 &+ kind &* 64 &+ mood)
        add(word, 68, part, head, setting.story &* 1024 &+ kind &* 64 &+ mood)
        add(word, 66, part, identity(noun - bounds.lowerBound), mood & 7)
      }
      add(phrase.lowerBound - bounds.lowerBound, 40, way, UInt64(min(9, phrase.count)), head)
    }
  }

  /// By how many phrases of cues a word is covered, and by phrases of how sure cues.
  private mutating func coverage(_ bounds: Range<Int>, _ cues: [SourceCue]) {
    var counts = [UInt64](repeating: 0, count: sorts.count)
    var kindsSeen = [UInt64](repeating: 0, count: sorts.count)
    for cue in cues {
      let group = CueGrade.of(cue.kind)
      for phrase in cue.phrases {
        for index in phrase {
          counts[index - bounds.lowerBound] += 1
          kindsSeen[index - bounds.lowerBound] |= group
        }
      }
    }
    for at in sorts.indices {
      add(at, 57, min(3, counts[at]), sort(at))
      add(at, 58, kindsSeen[at], kind(at))
      add(at, 59, kindsSeen[at], sort(at), sort(at + 1))
    }
  }

  /// What stands before a cue: "to say", "was said", "has said", "who said".
  private func mood(_ tokens: Tokens, _ bounds: Range<Int>, _ index: Int) -> UInt64 {
    var at = index - bounds.lowerBound - 1
    while at >= 0, sorts[at] == .adverb || sorts[at] == .negation { at -= 1 }
    let shape = tokens[index].shape.intersection([.past, .gerund, .plural])
    let before: UInt64 =
      switch at < 0 ? WordSort.none : sorts[at] {
      case .to: 1
      case .being: 2
      case .having: 3
      case .modal: 4
      case .relative, .that: 5
      case .preposition, .of, .by: 6
      case .determiner: 7
      case .conjunction: 8
      case .speaker: 9
      case .none: 10
      case _: 0
      }
    return before &* 8 &+ (shape.contains(.past) ? 1 : 0) &+ (shape.contains(.gerund) ? 2 : 0)
      &+ (tokens[index].after(.phrase) ? 4 : 0)
  }

  /// How a phrase points to what it names: the word of grammar that it begins with, or else what its first word is.
  private func lead(_ tokens: Tokens, _ bounds: Range<Int>, _ phrase: Range<Int>) -> UInt64 {
    let first = phrase.lowerBound - bounds.lowerBound
    let token = tokens[phrase.lowerBound]
    return token.has([.function, .determiner]) || token.has(.unnamed) ? token.hash : sort(first) &+ 1
  }

  /// Whom the rules take for a source.
  private mutating func rule(_ bounds: Range<Int>, _ phrase: SourcePhrase) {
    let kind = UInt64(Source.Kind.allCases.firstIndex(of: phrase.kind) ?? 0)
    for index in phrase.tokens {
      let part: UInt64 =
        (index == phrase.tokens.lowerBound ? 1 : 0) + (index + 1 == phrase.tokens.upperBound ? 2 : 0)
      let word = index - bounds.lowerBound
      add(word, 50, part)
      add(word, 51, part, sort(word))
      add(word, 55, part, self.kind(phrase.cue.lowerBound - bounds.lowerBound), kind)
      add(word, 52, part, kind, identity(phrase.cue.lowerBound - bounds.lowerBound))
    }
    for index in phrase.cue where bounds.contains(index) { add(index - bounds.lowerBound, 53, 1) }
    let before = phrase.tokens.lowerBound - 1 - bounds.lowerBound
    let after = phrase.tokens.upperBound - bounds.lowerBound
    if before >= 0 { add(before, 54, 1) }
    if after < bounds.count { add(after, 54, 2) }
  }
}
