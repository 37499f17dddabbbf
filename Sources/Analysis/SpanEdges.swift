/// Where the words that name a source begin and end, by what may stand at their edges: no time, no verb, no half of a
/// word, of a person no more than the name.
struct SpanEdges {
  let tokens: Tokens
  /// Of the sentence.
  let bounds: Range<Int>
  let cutter: PhraseCutter

  /// Spans in order, none of which overlaps another, as they name their sources.
  func settled(_ spans: [Range<Int>]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for span in spans {
      let settled = named(settled(span))
      if let last = found.last, settled.lowerBound < last.upperBound { continue }
      // "Chief Minister Maren Holt" is one source, and her title is not another.
      if let last = found.last, last.upperBound == settled.lowerBound, !tokens[settled.lowerBound].after(.phrase),
        tokens[last.upperBound - 1].looks(.capital), tokens[settled.lowerBound].looks(.capital)
      {
        found.removeLast()
      }
      found.append(settled)
    }
    return found
  }

  /// "Another neighbour, Maren Holt," and at a sentence's end "said a neighbour, Maren Holt." are Maren Holt.
  private func named(_ span: Range<Int>) -> Range<Int> {
    let last = span.upperBound - 1
    let isName = tokens[last].looks([.capital, .capitals]) && last > bounds.lowerBound
    guard !isName, !span.contains(where: { tokens[$0].has([.document, .pronoun]) }) else { return span }
    let name = cutter.name(behind: span)
    guard !name.isEmpty, name.upperBound == bounds.upperBound || tokens[name.upperBound].after([.comma, .stop, .dash])
    else { return span }
    // "the company, Reuters reported" is another's word; a list goes on.
    let isFollowed = name.upperBound < bounds.upperBound && !tokens[name.upperBound].after(.dash)
    if isFollowed, name.count < 2, !tokens[name.upperBound].has([.be, .have, .says]) { return span }
    return name
  }

  /// The span as it names its source; never empty where `span` is not.
  func settled(_ span: Range<Int>) -> Range<Int> {
    var span = untimed(unspoken(closed(unbroken(span))))
    span = withoutClause(span)
    span = whole(span)
    let core = cutter.core(span)
    // "Maren Holt of the county office", "Secretary of State Maren Holt": the name is enough.
    let mayBegin = core.lowerBound == span.lowerBound || core.count > 1 && !tokens[span.lowerBound].has(.determiner)
    return !core.isEmpty && mayBegin ? core : span
  }

  /// To where a clause or a parenthesis ends that began before: "Reuters): Maren Holt".
  private func unbroken(_ span: Range<Int>) -> Range<Int> {
    var isOpen = tokens[span.lowerBound].after(.opens)
    for index in span.dropFirst() {
      let token = tokens[index]
      if token.after([.colon, .semicolon, .question, .newline]) || token.after(.closes) && !isOpen {
        return span.lowerBound..<index
      }
      if token.after(.closes) { isOpen = false }
      if token.after(.opens) { isOpen = true }
    }
    return span
  }

  /// "Maren Holt, a founder of Brack", "Maren Holt (D-": the name alone; lists go on to their "and" or "or".
  private func closed(_ span: Range<Int>) -> Range<Int> {
    guard let edge = span.dropFirst().first(where: { tokens[$0].after([.comma, .opens]) }),
      edge - span.lowerBound > 1, (span.lowerBound..<edge).allSatisfy({ tokens[$0].looks(.capital) }),
      !(edge..<span.upperBound).contains(where: { tokens[$0].has(.conjunction) || tokens[$0].hash == CommonHash.and })
    else { return span }
    return span.lowerBound..<edge
  }

  /// "Station Six reports", "a new study reports": the verb is no part of the name.
  private func unspoken(_ span: Range<Int>) -> Range<Int> {
    let last = span.upperBound - 1
    guard span.count > 1, Edges.verbs.contains(tokens[last].hash), !tokens[last].looks(.capital) else { return span }
    let before = span.lowerBound..<last
    let isNamed = before.allSatisfy {
      tokens[$0].looks([.capital, .number]) && !tokens[$0].has([.function, .determiner])
    }
    return isNamed || Edges.one.contains(tokens[span.lowerBound].hash) ? before : span
  }

  /// "A report Friday", "an analysis this month", "a notice by the council on Monday"; but not Theresa May, USA Today or The
  /// Mail on Sunday.
  private func untimed(_ span: Range<Int>) -> Range<Int> {
    let times = span.dropFirst()
    let day = times.first { tokens[$0].has(.day) && isTime($0, in: span) && !tokens[$0 - 1].has(.preposition) }
    let end = day ?? span.upperBound
    var edge = end
    while edge > span.lowerBound + 1, isTime(edge - 1, in: span) { edge -= 1 }
    guard edge < end || end < span.upperBound else { return span }
    while edge > span.lowerBound + 1, Edges.before.contains(tokens[edge - 1].hash) { edge -= 1 }
    let rest = span.lowerBound..<edge
    let isName = rest.contains { !tokens[$0].has([.function, .determiner]) }
    let isTitle = edge < end && tokens[edge - 1].has([.press, .publication]) && tokens[edge - 1].looks(.capital)
    return isTitle || !isName || tokens[edge - 1].has(.preposition) ? span : rest
  }

  /// A day or a month behind a capital is a name's, unless its date follows; a time of the day in capitals is a title's.
  private func isTime(_ index: Int, in span: Range<Int>) -> Bool {
    let token = tokens[index]
    guard index > span.lowerBound else { return false }
    let before = tokens[index - 1]
    if token.looks(.number) { return before.has(.month) || token.looks(.year) && isTime(index - 1, in: span) }
    if Edges.times.contains(token.hash) { return !token.looks(.capital) }
    guard token.has([.day, .month]), token.looks(.capital) else { return false }
    if token.has(.month), index + 1 < span.upperBound, tokens[index + 1].looks(.number) { return true }
    return !before.looks(.capital) && !before.has(.determiner)
  }

  /// "The change they", where "they say" stands in a clause of its own; "Holt herself".
  private func withoutClause(_ span: Range<Int>) -> Range<Int> {
    let last = tokens[span.upperBound - 1]
    guard span.count > 1 else { return span }
    if Edges.selves.contains(last.hash) { return span.lowerBound..<span.upperBound - 1 }
    let isClause = last.has(.pronoun) && !tokens[span.upperBound - 2].has([.conjunction, .preposition])
    return isClause ? span.upperBound - 1..<span.upperBound : span
  }

  /// To the end of a word with hyphens: "the 26-year-old".
  private func whole(_ span: Range<Int>) -> Range<Int> {
    var end = span.upperBound
    while end < bounds.upperBound, tokens[end].after(.joined), !tokens[end].after(.phrase) { end += 1 }
    return span.lowerBound..<end
  }
}

private enum Edges {
  static let verbs = WordSet("reports says notes writes claims explains adds states tells gives shows finds")
  static let one = WordSet("a an")
  static let times = WordSet("week month year today yesterday tonight tomorrow morning evening afternoon night")
  /// What stands before a time.
  static let before = WordSet("on late early this last next posted earlier again")
  static let selves = WordSet("himself herself itself themselves")
}
