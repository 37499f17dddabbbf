import Document

/// Where in a block a cue has to stand to count.
enum CuePlace: UInt8, Sendable, BitwiseCopyable {
  case anywhere
  /// At the beginning of a sentence, or after "please".
  case sentence
  /// At the beginning of a block of at most `CueTable.line` words.
  case block
  /// At the beginning of the block, with a colon, a dash or a sign behind it.
  case label
  /// It is the whole block.
  case whole
  /// Anywhere in a block of at most `CueTable.shortLine` words.
  case short
}

/// Phrases that speak for one kind of boilerplate, with the reason that a reader is given.
///
/// A phrase is lower-case words; `a/b` either of them, `..` up to three words of any sort, `_` any one word, `#` a number,
/// `$` a sum of money, `@` the publication's name.
struct CueGroup: Sendable {
  var kind: Boilerplate.Kind
  var weight: Float
  var place: CuePlace
  var reason: String
  /// One a line.
  var phrases: StaticString

  init(
    _ kind: Boilerplate.Kind, _ weight: Float, _ place: CuePlace = .anywhere, _ reason: String, _ phrases: StaticString
  ) {
    self.kind = kind
    self.weight = weight
    self.place = place
    self.reason = reason
    self.phrases = phrases
  }
}

/// All cues, compiled: a chain of phrases for each first word.
struct CueTable: Sendable {
  /// A line of at most so many words is a button, a heading or a lead-in, not prose: the longest seen on pages of the
  /// development set that invite to something.
  static let shortLine = 12
  /// A block of at most so many words is a line that announces something; longer ones are prose, whatever they begin with.
  static let line = 24
  /// How many words `..` may stand for.
  static let reach = 3

  /// Elements that are no word; a word's hash is never so small.
  enum Element {
    static let stretch: UInt64 = 1
    static let number: UInt64 = 2
    static let money: UInt64 = 3
    static let any: UInt64 = 4
    static let publication: UInt64 = 5
  }

  /// 24 bytes, none of them padding: it is read where it lies.
  struct Phrase: Sendable, BitwiseCopyable, Equatable {
    /// The second word's hash, where it is a word: most phrases fail there. 0: look closer.
    var second: UInt64 = 0
    var from: UInt32
    var weight: Float
    var group: UInt16
    /// The next one of the chain; 0: none.
    var next: UInt16
    var length: UInt16
    var place: CuePlace
    var kind: Boilerplate.Kind
  }

  /// The first is a placeholder, so that 0 ends a chain.
  let phrases: StaticList<Phrase>
  let elements: StaticList<UInt64>
  /// Chains for phrases that begin with a number or a sum.
  let numberChain: UInt16
  let moneyChain: UInt16

  /// The end of the phrase where it stands at `start`; nil where it does not.
  func match(_ phrase: Phrase, in tokens: Tokens, at start: Int, publication: [UInt64]) -> Int? {
    let from = Int(phrase.from)
    return match(from, from + Int(phrase.length), tokens, start, start, publication)
  }

  private func match(
    _ element: Int, _ end: Int, _ tokens: Tokens, _ index: Int, _ start: Int, _ publication: [UInt64]
  ) -> Int? {
    if element == end { return index }
    let wanted = elements[element]
    if wanted == Element.stretch {
      for step in 0...CueTable.reach {
        guard index + step <= tokens.count else { return nil }
        if let result = match(element + 1, end, tokens, index + step, start, publication) { return result }
        if index + step < tokens.count, tokens[index + step].after(Gap.hard) { return nil }
      }
      return nil
    }
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    if index > start, token.after(Gap.hard) { return nil }
    switch wanted {
    case Element.number:
      guard token.looks(.number) || token.has(.numeral) else { return nil }
    case Element.money:
      guard token.looks(.money) else { return nil }
    case Element.any:
      break
    case Element.publication:
      guard let after = name(publication, in: tokens, at: index) else { return nil }
      return match(element + 1, end, tokens, after, start, publication)
    case _:
      guard token.hash == wanted else { return nil }
    }
    return match(element + 1, end, tokens, index + 1, start, publication)
  }

  /// The index behind the publication's name where it stands at `index`, a leading "the" allowed.
  func name(_ publication: [UInt64], in tokens: Tokens, at index: Int) -> Int? {
    guard !publication.isEmpty else { return nil }
    var at = index
    if tokens[at].hash == CommonHash.the, publication.first != CommonHash.the { at += 1 }
    for word in publication {
      guard at < tokens.count, tokens[at].hash == word, tokens[at].looks([.capital, .number]) else { return nil }
      at += 1
    }
    return at
  }
}
