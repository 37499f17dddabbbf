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
    if tokens[last + 1].after([.comma, .closes, .dash]), last + 1 <= end {
      return apposition(before: last + 1)
    }
    if tokens[last + 1].after(.phrase) { return end..<end }
    return phrase(endingAt: last)
  }

  /// Adverbs and auxiliaries between a subject and its verb.
  private func isBetween(_ token: Token) -> Bool {
    token.has([.have, .adverbOfTime]) || (token.looks(.adverb) && !token.looks(.capital))
      || Between.words.contains(token.hash)
  }

  /// Back over ", a senior analyst at Stratfor," to the name before it.
  private func apposition(before comma: Int) -> Range<Int> {
    var index = comma - 1
    var best = comma..<comma
    while index > bounds.lowerBound, comma - index < 40 {
      if tokens[index].after([.stop, .quoteCloses, .quoteOpens, .semicolon, .question, .colon]) { break }
      if tokens[index].after([.comma, .opens, .dash]) {
        let phrase = phrase(endingAt: index - 1)
        if !phrase.isEmpty, tokens[index - 1].looks(.capital) || isNamed(tokens[index]) || tokens[index].has(.relative)
        {
          best = phrase
        }
      }
      index -= 1
    }
    return best
  }

  private func isNamed(_ token: Token) -> Bool { token.has([.determiner, .office]) }

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
    if token.has([.be, .modal, .says, .pronoun, .you, .i, .we]) { return !token.has(.office) }
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
      tokens[first].has([.conjunction, .adverbOfTime]) || tokens[first].looks(.adverb),
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

  /// Of a phrase with a person's name the name alone, with its title where nothing else names the person; of any
  /// other phrase all of it.
  func core(_ range: Range<Int>, names: NameTable) -> Range<Int> {
    guard !range.isEmpty else { return range }
    let run = lastNameRun(in: range)
    guard !run.isEmpty, run.upperBound == range.upperBound || followsOf(run.upperBound, range) else { return range }
    if isOrganisation(run) { return range.lowerBound..<max(run.upperBound, range.upperBound) }
    let isDescribed = run.lowerBound > range.lowerBound && isRole(tokens[run.lowerBound - 1])
    let name = untitled(run)
    let isTitled = name.lowerBound > run.lowerBound || tokens[run.lowerBound].has(.honorific)
    if range.lowerBound < run.lowerBound, !isDescribed, !isTitled, tokens[range.lowerBound].has(.determiner) {
      return range
    }
    if name.count == 1, !isTitled, !isDescribed, range.lowerBound < run.lowerBound { return range }
    return name
  }

  private func followsOf(_ index: Int, _ range: Range<Int>) -> Bool {
    index < range.upperBound && tokens[index].has(.preposition)
  }

  private func isRole(_ token: Token) -> Bool { token.has([.office, .honorific]) }

  /// The last run of capitalised words in `range`, up to where a preposition leads on.
  private func lastNameRun(in range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    for index in range where index > range.lowerBound {
      let token = tokens[index]
      if token.has(.preposition), tokens[index - 1].looks(.capital), index - 1 > range.lowerBound { end = index }
      if end < range.upperBound { break }
    }
    guard tokens[end - 1].looks(.capital) else { return end..<end }
    var first = end - 1
    while first > range.lowerBound, tokens[first - 1].looks(.capital), !tokens[first].after(.phrase) { first -= 1 }
    return first..<end
  }

  func isOrganisation(_ run: Range<Int>) -> Bool {
    run.contains { tokens[$0].has([.organisation, .publication]) || tokens[$0].looks(.acronym) }
      && !tokens[run.upperBound - 1].has(.office)
  }

  /// The name behind "Australian Prime Minister": what follows the last title; a surname keeps the title before it.
  private func untitled(_ run: Range<Int>) -> Range<Int> {
    var first = run.lowerBound
    for index in run where tokens[index].has([.honorific, .office]) && index + 1 < run.upperBound { first = index + 1 }
    while first > run.lowerBound, tokens[first - 1].has(.abbreviation) { first -= 1 }
    if run.upperBound - first == 1, first > run.lowerBound { first -= 1 }
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
  static let words = hashes(
    "also first later then further had has have just now not never did does even only both all since")
}

/// Words that end a noun phrase on its left.
private enum Before {
  static let words = hashes(
    """
    that but so because although though while when whenever where as if unless until or nor yet than what how why which
    who whom whose say says said like there then here not after before since whether once has have had
    """)
}

/// Words that end a noun phrase on its right.
private enum After {
  static let words = hashes(
    "but because although though while when where as if unless until so than that after before since")
}

/// The hashes of the words in a table.
func hashes(_ words: StaticString) -> Set<UInt64> {
  var result: Set<UInt64> = []
  words.eachWord { result.insert($0) }
  return result
}
