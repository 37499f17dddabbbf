import Document

/// What kinds of claim a sentence makes, each found by its own rule, with the words that it rests on.
struct ClaimKinds {
  let tokens: Tokens
  let bounds: Range<Int>
  let phrases: [SourcePhrase]

  private(set) var kinds: [Claim.Kind] = []
  private(set) var reasons: [Reason] = []

  init(tokens: Tokens, bounds: Range<Int>, phrases: [SourcePhrase]) {
    self.tokens = tokens
    self.bounds = bounds
    self.phrases = phrases
  }

  mutating func run() {
    var classes = WordClass()
    var shapes = Shape()
    for index in bounds {
      classes.formUnion(tokens[index].classes)
      shapes.formUnion(tokens[index].shape)
    }
    let has = { (kind: WordClass) in !classes.isDisjoint(with: kind) }
    if shapes.contains(.number) || has(.scale) { quantity() }
    if shapes.contains(.year) || has([.month, .day, .timeUnit]) { date() }
    if has([.accusation, .accuses]) { accusation() }
    attribution()
    if shapes.contains(.quoted) { quotation() }
    if has(.comparison) { word(.comparison, .comparison, "a comparison") }
    if has(.cause) { word(.cause, .causal, "a cause or an effect") }
    if has(.prediction) { prediction() }
    if shapes.contains(.past) || has(.event) { event() }
    if kinds.isEmpty { assertion() }
  }

  private mutating func add(_ kind: Claim.Kind, _ words: String, _ from: Int, _ to: Int) {
    guard !kinds.contains(kind) else { return }
    kinds.append(kind)
    reasons.append(Reason(words, evidence: Int(tokens[from].start)..<Int(tokens[to].end)))
  }

  private mutating func quantity() {
    for index in bounds {
      let token = tokens[index]
      let next = index + 1 < bounds.upperBound ? tokens[index + 1] : nil
      let isScaled = next.map { $0.has([.scale, .numeral]) && !$0.after(.phrase) } ?? false
      if token.looks(.money) { return add(.quantity, "a sum of money", index, isScaled ? index + 1 : index) }
      if token.looks(.percent) { return add(.quantity, "a share", index, index) }
      let isNumber = token.looks(.number) && !token.looks(.year) || token.has(.scale) && token.has(.numeral)
      guard isNumber, !isDate(index) else { continue }
      if let next, next.has([.unit, .scale]) { return add(.quantity, "a figure with a unit", index, index + 1) }
      let end = next != nil && !(next?.after(.phrase) ?? true) ? index + 1 : index
      return add(.quantity, "a figure", index, end)
    }
  }

  private func isDate(_ index: Int) -> Bool {
    let before = index > bounds.lowerBound && tokens[index - 1].has(.month)
    let after = index + 1 < bounds.upperBound && tokens[index + 1].has(.month) && !tokens[index + 1].after(.phrase)
    return before || after
  }

  private mutating func date() {
    for index in bounds {
      let token = tokens[index]
      if token.looks(.year) {
        let from = index > bounds.lowerBound && tokens[index - 1].has(.month) ? index - 1 : index
        return add(.date, "a stated time", from, index)
      }
      if token.has(.month), token.looks(.capital), isDate(index, beside: .number) {
        let ends = index + 1 < bounds.upperBound && tokens[index + 1].looks(.number)
        return add(.date, "a stated time", ends ? index : max(bounds.lowerBound, index - 1), ends ? index + 1 : index)
      }
      if token.has(.day) || token.has(.month) && token.looks(.capital) && index > bounds.lowerBound {
        return add(.date, "a stated time", index, index)
      }
      if token.has(.timeUnit), index > bounds.lowerBound, tokens[index - 1].has([.since, .numeral, .comparison]) {
        return add(.date, "a stated time", index - 1, index)
      }
    }
  }

  private func isDate(_ index: Int, beside shape: Shape) -> Bool {
    index > bounds.lowerBound && tokens[index - 1].looks(shape)
      || index + 1 < bounds.upperBound && tokens[index + 1].looks(shape)
  }

  private mutating func accusation() {
    for index in bounds where tokens[index].has([.accusation, .accuses]) && !tokens[index].looks(.quoted) {
      return add(.accusation, "says that somebody did wrong", index, index)
    }
  }

  private mutating func attribution() {
    guard let phrase = phrases.first, let last = phrase.tokens.last else { return }
    switch phrase.kind {
    case .unnamed: add(.attribution, "credited to somebody unnamed", phrase.tokens.lowerBound, last)
    case .`self`: add(.attribution, "credited to the publication itself", phrase.tokens.lowerBound, last)
    case .document, .organisation, .person, .publication, .website:
      add(.attribution, "credited", phrase.tokens.lowerBound, last)
    }
  }

  private mutating func quotation() {
    guard let first = bounds.first(where: { tokens[$0].looks(.quoted) }) else { return }
    var last = first
    while last + 1 < bounds.upperBound, tokens[last + 1].looks(.quoted) { last += 1 }
    if last > first { add(.quotation, "somebody's own words", first, last) }
  }

  private mutating func word(_ kind: WordClass, _ claim: Claim.Kind, _ words: String) {
    for index in bounds where tokens[index].has(kind) && !tokens[index].looks(.quoted) {
      return add(claim, words, index, index)
    }
  }

  private mutating func prediction() {
    for index in bounds where tokens[index].has([.prediction]) && !tokens[index].looks(.quoted) {
      return add(.prediction, "says what is to come", index, index)
    }
  }

  private mutating func event() {
    for index in bounds {
      let token = tokens[index]
      guard token.looks(.past) || token.has(.event) && !token.has(.be), !token.looks([.capital, .quoted]) else {
        continue
      }
      guard !token.has([.says, .shows, .mind, .hedge]), !token.has(.have) else { continue }
      return add(.event, "something that happened", index, index)
    }
  }

  /// A sentence that is check-worthy as a whole: its verb stands for it.
  private mutating func assertion() {
    guard let first = bounds.first, let last = bounds.last else { return }
    let verb = bounds.first { tokens[$0].has([.be, .have]) || tokens[$0].looks(.past) } ?? first
    add(.event, "states a fact", verb, min(last, verb))
  }
}
