import Document

/// A source that a sentence names, before it is known who that is.
struct SourcePhrase: Sendable {
  /// Tokens of the span that names it.
  var tokens: Range<Int>
  /// Tokens of the words that credit it.
  var cue: Range<Int>
  var kind: Source.Kind
  /// A pronoun or a short form, to be led back to what was named before.
  var isShort: Bool
  var isSelf = false
}

/// Cuts noun phrases out of a sentence's words, as far as words and punctuation tell.
struct PhraseCutter {
  let tokens: Tokens
  /// Of the sentence.
  let bounds: Range<Int>

  /// A subject of more words is a clause that was not understood.
  static let longest = 14
  /// A phrase after "according to" may name a publication and a journal.
  static let longestAfter = 18

  /// The noun phrase that ends before `end`, where a verb stands; empty where none is.
  func subject(before end: Int) -> Range<Int> {
    var last = end - 1
    while last >= bounds.lowerBound, isBetween(tokens[last]), !tokens[last + 1].after(.phrase) { last -= 1 }
    guard last >= bounds.lowerBound else { return end..<end }
    // "the waitress, who said": who stands for the one before.
    if tokens[last].hash == CommonHash.who, last > bounds.lowerBound { return phrase(endingAt: last - 1) }
    if tokens[last + 1].after([.comma, .closes, .dash]) { return apposition(before: last + 1) }
    if tokens[last + 1].after(.phrase) { return end..<end }
    let subject = phrase(endingAt: last)
    guard let first = subject.first else { return end..<end }
    let isInfinitive =
      tokens[max(bounds.lowerBound, first - 1)].hash == CommonHash.to || tokens[first].hash == CommonHash.to
    return isInfinitive ? end..<end : subject
  }

  /// Adverbs and auxiliaries between a subject and its verb.
  private func isBetween(_ token: Token) -> Bool {
    token.has([.have, .adverbOfTime]) || (token.looks(.adverb) && !token.looks(.capital))
      || Between.words.contains(token.hash)
  }

  /// Back over ", a senior analyst at Stratfor," to the name before it: of the phrases that end at a comma the
  /// leftmost, a bare name before any other.
  private func apposition(before comma: Int) -> Range<Int> {
    var index = comma - 1
    var best = comma..<comma
    var isNamed = false
    while index > bounds.lowerBound, comma - index < 40 {
      if tokens[index].after([.stop, .quoteCloses, .quoteOpens, .semicolon, .question, .colon]) { break }
      if tokens[index].after([.comma, .opens, .dash]), explains(index) {
        let phrase = phrase(endingAt: index - 1)
        let isName = !phrase.isEmpty && phrase.allSatisfy { tokens[$0].looks(.capital) }
        if !phrase.isEmpty, !isIntroduction(phrase), isName || !isNamed, opensClause(phrase) {
          best = phrase
          isNamed = isName
        }
      }
      index -= 1
    }
    return best
  }

  /// A word that begins an apposition: a determiner, a role, who, a name, an age.
  private func explains(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.has([.determiner, .office, .relative, .honorific]) || token.looks([.capital, .number])
      || token.classes.isEmpty
  }

  /// "In Kentucky," leads to no subject.
  private func isIntroduction(_ phrase: Range<Int>) -> Bool {
    phrase.lowerBound > bounds.lowerBound && tokens[phrase.lowerBound - 1].has(.preposition)
      && !tokens[phrase.lowerBound].after(.phrase)
  }

  /// A clause begins with the phrase, but for what joins clauses.
  private func opensClause(_ phrase: Range<Int>) -> Bool {
    let first = phrase.lowerBound
    return first == bounds.lowerBound || tokens[first].after(.phrase)
      || tokens[first - 1].has(.conjunction)
      || tokens[first - 1].has(.adverbOfTime) || tokens[first - 1].has(.office)
  }

  /// The noun phrase whose last word stands at `last`.
  func phrase(endingAt last: Int) -> Range<Int> {
    guard last >= bounds.lowerBound, isNominal(tokens[last]) else { return last..<last }
    var first = last
    while first > bounds.lowerBound, last - first < Self.longest {
      if tokens[first].after(.phrase) { break }
      let token = tokens[first - 1]
      if ends(token, at: first - 1) { break }
      first -= 1
    }
    return trimmed(first..<last + 1)
  }

  /// What stands before a noun phrase and is no part of it.
  private func ends(_ token: Token, at index: Int) -> Bool {
    if token.looks(.capital), index > bounds.lowerBound, !token.has([.function, .says]) { return false }
    if token.has([.be, .modal, .says, .pronoun, .you, .i, .we, .mind]) { return !token.has(.office) }
    if token.has(.event), !token.has(.happening) { return true }
    if token.hash == CommonHash.and { return !joinsNames(index) }
    return Before.words.contains(token.hash)
  }

  private func joinsNames(_ index: Int) -> Bool {
    index > bounds.lowerBound && index + 1 < bounds.upperBound && tokens[index - 1].looks(.capital)
      && tokens[index + 1].looks(.capital)
  }

  private func isNominal(_ token: Token) -> Bool {
    !token.has([.be, .modal, .relative, .conjunction, .preposition, .you]) || token.looks(.capital)
  }

  /// Without the adverbs and prepositions at its front: "In a statement the company" ends up with "the company".
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var first = range.lowerBound
    if tokens[first].has(.preposition), tokens[first].hash != CommonHash.of {
      var at = range.upperBound - 1
      while at > first, !tokens[at].has(.determiner) || tokens[at].looks(.capital) { at -= 1 }
      first = at > first ? at : range.upperBound - 1
      if tokens[range.upperBound - 1].looks(.capital) {
        while first < range.upperBound, !tokens[first].looks(.capital), !tokens[first].has(.determiner) { first += 1 }
      }
    }
    while first + 1 < range.upperBound,
      tokens[first].has([.conjunction, .adverbOfTime]) || tokens[first].looks(.adverb)
        || tokens[first].known.noun == .opener,
      !tokens[first].has(.determiner)
    { first += 1 }
    return first..<range.upperBound
  }

  /// The noun phrase that begins at `first`, to the next boundary.
  func phrase(from first: Int, longest: Int = longestAfter) -> Range<Int> {
    var end = first
    while end < bounds.upperBound, end - first < longest {
      let token = tokens[end]
      if end > first {
        if token.after(.phrase) { break }
        if token.has([.relative, .be, .modal, .have]), !token.looks(.capital) { break }
        if token.has(.says), !token.has([.document, .office]), !token.looks(.past) { break }
        if After.words.contains(token.hash) { break }
      }
      end += 1
    }
    return first..<end
  }

  /// The name that explains a phrase behind a comma, with what it says of the name left out; empty where none does.
  func name(behind phrase: Range<Int>) -> Range<Int> {
    let first = phrase.upperBound
    guard !phrase.isEmpty, first < bounds.upperBound, tokens[first].after(.comma) else { return first..<first }
    let name = core(self.phrase(from: first))
    let isName = name.allSatisfy { tokens[$0].looks(.capital) && !tokens[$0].has([.day, .month, .function]) }
    return isName ? name : first..<first
  }

  /// Of a phrase with a person's name the name alone, with its title where nothing else names the person; of any
  /// other phrase all of it.
  func core(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return range }
    let head = tokens[head(of: range)]
    if head.has(.document), !head.looks(.capital) { return range }
    let run = lastNameRun(in: range)
    guard !run.isEmpty, run.upperBound == range.upperBound || tokens[run.upperBound].has(.preposition) else {
      return range
    }
    let name = untitled(run, in: range)
    let isTitled = name.lowerBound > run.lowerBound || tokens[run.lowerBound].has(.honorific)
    if isOrganisation(name) || tokens[name.upperBound - 1].has([.organisation, .document]) { return range }
    let isDescribed =
      run.lowerBound > range.lowerBound && tokens[run.lowerBound - 1].has([.office, .honorific, .unnamed])
    if isTitled || isDescribed { return name }
    if run.lowerBound == range.lowerBound {
      return name.count > 1 || tokens[run.lowerBound].classes.isEmpty ? name : range
    }
    // "quarterback Sean Clifford", "financial firm JP Morgan".
    let before = tokens[run.lowerBound - 1]
    let isNoun = !before.has([.function, .preposition, .determiner]) && !before.looks([.capital, .possessive])
    return run.count > 1 && run.upperBound == range.upperBound && isNoun ? name : range
  }

  /// The last run of capitalised words in `range`, up to where a preposition leads on.
  private func lastNameRun(in range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    for index in range.dropFirst() where tokens[index].has(.preposition) && tokens[index - 1].looks(.capital) {
      if tokens[index].hash == CommonHash.of || tokens[index].hash == CommonHash.forWord,
        index + 1 < range.upperBound, tokens[index + 1].looks(.capital), !isDescribed(range.lowerBound..<index)
      {
        continue
      }
      end = index
      break
    }
    guard tokens[end - 1].looks(.capital), !tokens[end - 1].has(.function) else { return end..<end }
    var first = end - 1
    while first > range.lowerBound, tokens[first - 1].looks(.capital), !tokens[first].after(.phrase),
      !tokens[first - 1].has([.function, .determiner])
    { first -= 1 }
    return first..<end
  }

  /// A role in small letters stands before the name that ends there: "geologist Rosaly Lopes of".
  private func isDescribed(_ range: Range<Int>) -> Bool {
    range.contains { tokens[$0].has(.office) && !tokens[$0].looks(.capital) }
  }

  func isOrganisation(_ run: Range<Int>) -> Bool {
    run.contains { index in
      let token = tokens[index]
      if token.has([.organisation, .publication]) { return !tokens[run.upperBound - 1].has(.office) }
      return token.looks(.acronym) && index + 1 == run.upperBound
    }
  }

  /// The name behind "Australian Prime Minister" or "NASA's Administrator": what follows the last title; a surname
  /// keeps the title before it.
  private func untitled(_ run: Range<Int>, in range: Range<Int>) -> Range<Int> {
    var first = run.lowerBound
    for index in run where index + 1 < run.upperBound {
      if tokens[index].has([.honorific, .office]) { first = index + 1 }
    }
    // "Secretary of State Mike Pompeo", "ambassador to Britain Liu Xiaoming".
    if first == run.lowerBound, run.count > 2, first - 1 > range.lowerBound, tokens[first - 1].has(.preposition),
      tokens[first - 2].has([.office, .honorific])
    {
      first = run.upperBound - 2
    }
    while first > run.lowerBound, tokens[first - 1].has(.abbreviation) { first -= 1 }
    if run.upperBound - first == 1, first > run.lowerBound, !tokens[first - 1].looks(.possessive) { first -= 1 }
    return first..<run.upperBound
  }

  /// What kind of source a phrase names.
  func kind(of range: Range<Int>) -> Source.Kind {
    guard let last = range.last else { return .unnamed }
    if range.count == 1, tokens[last].has(.pronoun) {
      return tokens[last].hash == CommonHash.it ? .organisation : .person
    }
    let head = head(of: range)
    if tokens[head].has(.document), !tokens[head].looks(.capital) || range.count == 1 { return .document }
    if tokens[head].looks(.dotted) { return .website }
    if range.contains(where: { tokens[$0].has(.publication) && tokens[$0].looks(.capital) }) { return .publication }
    let isNamed = range.contains {
      tokens[$0].looks(.capital) && ($0 > bounds.lowerBound || tokens[$0].classes.isEmpty)
    }
    if tokens[head].has(.unnamed), !tokens[head].looks(.capital) || head == bounds.lowerBound { return .unnamed }
    if tokens[head].has(.organisation) { return .organisation }
    if !isNamed { return tokens[head].has([.office, .person]) ? .unnamed : .unnamed }
    if tokens[range.lowerBound].has(.determiner) || tokens[last].looks([.capitals, .acronym]) { return .organisation }
    return tokens[last].has(.place) ? .organisation : .person
  }

  /// The noun that a phrase is about: the last one before "of", "by", "published".
  func head(of range: Range<Int>) -> Int {
    for index in range where index > range.lowerBound {
      let token = tokens[index]
      if token.has(.preposition) || (token.looks(.past) && !token.looks(.capital)) || token.has(.relative) {
        return index - 1
      }
    }
    return range.upperBound - 1
  }
}

/// Words between a subject and its verb.
private enum Between {
  static let words = WordSet(
    """
    also first later then further had has have just now not never did does even only both all since twice repeatedly
    """)
}

/// Words that end a noun phrase on its left.
private enum Before {
  static let words = WordSet(
    """
    that but so because although though while when whenever where as if unless until or nor yet than what how why which
    who whom whose say says said like including there then here not after before since whether once has have had
    """)
}

/// Words that end a noun phrase on its right.
private enum After {
  static let words = WordSet(
    "but because although though while when where as if unless until so than that after before since")
}
