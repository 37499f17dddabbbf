/// What a sentence asserts besides whom it credits: features that the words of the credit itself do not speak for.
struct ClaimContent {
  let tokens: Tokens
  let bounds: Range<Int>
  let phrases: [SourcePhrase]

  func read(into vector: inout ClaimVector) {
    var names: Float = 0
    var pasts: Float = 0
    var opinions = false
    var isCopular = false
    var isJudged = false
    var next = bounds.lowerBound
    let isCredit = credits
    for index in bounds {
      let token = tokens[index]
      if token.isPlain { continue }
      if !isCredit.isEmpty, isCredit[index - bounds.lowerBound] { continue }
      if token.looks(.capital), index > bounds.lowerBound, !token.has(.function) { names += 1 }
      if token.looks(.past) || token.has(.event), !token.has([.be, .have, .says]), !token.looks(.capital) {
        pasts += 1
      }
      if token.has([.opinion, .judgement, .mind, .modal, .intensifier]) { opinions = true }
      if token.has(.be) { isCopular = true }
      if token.has(.judgement) { isJudged = true }
      if token.looks(.quoted) { quoted(token, &vector) }
      if index >= next, token.has([.modal, .future]) || token.hash == CommonHash.would {
        next = index + 2
        if perfect(after: index) { vector[.counterfactual] = 1 }
      }
      if token.hash == CommonHash.most
        || token.has(.comparison) && index > bounds.lowerBound
          && tokens[index - 1].hash == CommonHash.the
      {
        vector[.superlative] = 1
      }
    }
    vector[.contentNames] = min(4, names) / 2
    vector[.contentPast] = min(2, pasts)
    credit(&vector, isBare: names == 0 && pasts == 0, hasOpinion: opinions)
    whole(&vector, hasOpinion: opinions)
    // "The betrayal was no accident": nothing is told to have happened, and what is said of it is a judgement.
    if isCopular, isJudged, pasts == 0, vector[.figure] == 0, vector[.year] == 0 { vector[.judgedCopula] = 1 }
  }

  /// Of each word whether it names a source or credits it; empty where nobody is credited.
  private var credits: [Bool] {
    guard !phrases.isEmpty else { return [] }
    var credits = [Bool](repeating: false, count: bounds.count)
    for phrase in phrases {
      for range in [phrase.tokens, phrase.cue] {
        for index in range.clamped(to: bounds) { credits[index - bounds.lowerBound] = true }
      }
    }
    return credits
  }

  private func quoted(_ token: Token, _ vector: inout ClaimVector) {
    if token.has([.judgement, .opinion]) { vector[.quotedJudgement] = 1 }
    if token.has(.modal) { vector[.quotedModal] = 1 }
    if token.hash == CommonHash.isWord || token.hash == CommonHash.are { vector[.quotedPresent] = 1 }
  }

  /// "would have been", "could not have known".
  private func perfect(after index: Int) -> Bool {
    (index + 1..<min(bounds.upperBound, index + 4)).contains { tokens[$0].has(.have) && !tokens[$0].after(.phrase) }
  }

  private func credit(_ vector: inout ClaimVector, isBare: Bool, hasOpinion: Bool) {
    guard !phrases.isEmpty else { return }
    let hasFigure = vector[.figure] > 0 || vector[.numeral] > 0 || vector[.calendar] > 0 || vector[.year] > 0
    if hasOpinion, !hasFigure { vector[.creditedOpinion] = 1 }
    if isBare, !hasFigure { vector[.creditedBare] = 1 }
  }

  private func whole(_ vector: inout ClaimVector, hasOpinion: Bool) {
    if vector[.noVerb] > 0, vector[.figure] > 0 { vector[.verblessFigure] = 1 }
    let speaks = vector[.first] + vector[.we] + vector[.you] > 0
    if vector[.present] > 0, !hasOpinion, !speaks, vector[.question] == 0 { vector[.plainPresent] = 1 }
    guard let first = bounds.first else { return }
    if vector[.imperative] > 0, tokens[first].looks(.capitals) { vector[.imperativeCapitals] = 1 }
    // "HP is a severe reaction", "Feathers are …": what something is.
    let isSaid = (first + 1..<min(bounds.upperBound, first + 7)).contains {
      (tokens[$0].hash == CommonHash.isWord || tokens[$0].hash == CommonHash.are) && !tokens[$0].after(.phrase)
    }
    if isSaid, !speaks, !tokens[first].has([.asks, .pronoun]) { vector[.definition] = 1 }
  }
}
