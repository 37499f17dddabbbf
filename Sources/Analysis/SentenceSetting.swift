/// What is told around a sentence, in its block: names, things that happened, and whether the reader is spoken to. Prose
/// that teaches or explains has few names and little past.
struct SentenceSetting: Sendable {
  /// Whether the reader is spoken to, outside quotations: 0 nowhere near, 1 in the words around the sentence, 2 in it;
  /// 4 more where the sentence asks.
  private(set) var address: UInt64 = 0
  private var names = 0
  private var past = 0

  /// How far around a sentence it is looked, in words.
  static let vicinity = 40
  /// What still explains may have one verb in the past, and no name.
  static let leastPast = 2

  init() {}

  init(_ tokens: Tokens, _ bounds: Range<Int>) {
    let around = max(0, bounds.lowerBound - Self.vicinity)..<min(tokens.count, bounds.upperBound + Self.vicinity)
    for index in around {
      let token = tokens[index]
      if token.has(.you), !token.looks(.quoted) { address = max(address, bounds.contains(index) ? 2 : 1) }
      if token.looks(.capital), !token.has([.function, .i]), index > 0, !token.after(.hard) { names += 1 }
      if token.looks(.past) { past += 1 }
    }
    if tokens[bounds.upperBound].after(.question) { address += 4 }
  }

  /// Of names and of verbs in the past each 0 none, 1 one or two, 2 more.
  var story: UInt64 { UInt64(min(2, (names + 1) / 2)) &* 3 &+ UInt64(min(2, (past + 1) / 2)) }

  /// Somebody is named, or something is told that happened.
  var tells: Bool { names > 0 || past >= Self.leastPast }
}

/// Statements that credit nobody: "a caption says who stands where", "if somebody says so", "the lamp tells you that".
/// What they speak of is any caption, anybody, a thing in front of the reader.
struct GenericStatement {
  let tokens: Tokens
  /// Of the sentence.
  let bounds: Range<Int>
  let setting: SentenceSetting

  /// Whether a span, taken for a source, is no source. A name is always one, and so is who spoke in the past, but for
  /// "somebody", whom only a quotation makes one.
  func holds(_ span: Range<Int>, cue: Range<Int>) -> Bool {
    guard let first = span.first, !span.contains(where: isName) else { return false }
    let verb = tokens[cue.lowerBound]
    let lead = tokens[first].hash
    if span.count == 1, Generic.anybody.contains(lead) { return !isQuoting }
    guard cue.lowerBound >= span.upperBound, verb.known.cue != .accords, !verb.looks([.past, .gerund]),
      !Generic.past.contains(verb.hash)
    else { return false }
    let isAny = Generic.leads.contains(lead) || Generic.anybody.contains(lead)
    if isSupposed(first), isAny || !setting.tells { return true }
    if setting.tells { return false }
    return isAny || isPointing(cue.upperBound)
  }

  private func isName(_ index: Int) -> Bool { tokens[index].looks(.capital) && index > bounds.lowerBound }

  private var isQuoting: Bool { bounds.contains { tokens[$0].looks(.quoted) } }

  /// "If a pupil", "suppose somebody".
  private func isSupposed(_ first: Int) -> Bool {
    let opener = Generic.suppositions
    if opener.contains(tokens[first].hash) { return true }
    return first > bounds.lowerBound && !tokens[first].after(.phrase) && opener.contains(tokens[first - 1].hash)
  }

  /// What is said is not told, but where to find it: "says what", "tells you".
  private func isPointing(_ index: Int) -> Bool {
    index < bounds.upperBound && !tokens[index].after(.phrase)
      && (Generic.pointers.contains(tokens[index].hash) || tokens[index].has(.you))
  }
}

private enum Generic {
  static let leads = WordSet("a an any every each no")
  static let anybody = WordSet("somebody someone anybody anyone nobody everybody everyone whoever one")
  static let suppositions = WordSet("if suppose imagine unless whenever when should whoever whether")
  static let pointers = WordSet("what which how where whether why when who whose nothing little much")
  /// Forms that look like the present.
  static let past = WordSet("said told found wrote held thought spoke went saw knew read put set")
}
