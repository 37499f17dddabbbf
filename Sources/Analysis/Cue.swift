import Document

/// Where in a block a cue has to stand to count.
enum CuePlace: UInt8, Sendable {
  case anywhere
  /// At the beginning of a sentence, or after "please".
  case sentence
  /// At the beginning of a block of at most `CueTable.line` words.
  case block
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

  struct Phrase: Sendable {
    var group: UInt16
    var next: UInt16
    var from: UInt32
    var length: UInt16
  }

  /// The first is a placeholder, so that 0 ends a chain.
  private(set) var phrases: [Phrase] = [Phrase(group: 0, next: 0, from: 0, length: 0)]
  private(set) var elements: [UInt64] = []
  /// Chains for phrases that begin with a number or a sum.
  private(set) var numberChain: UInt16 = 0
  private(set) var moneyChain: UInt16 = 0
  let groups: [CueGroup]

  init(groups: [CueGroup], lexicon: inout Lexicon) {
    self.groups = groups
    for (index, group) in groups.enumerated() {
      compile(group.phrases, group: UInt16(truncatingIfNeeded: index), lexicon: &lexicon)
    }
  }

  /// Reads the phrases of a group: a line each.
  private mutating func compile(_ text: StaticString, group: UInt16, lexicon: inout Lexicon) {
    var words: [[UInt64]] = []
    var index = 0
    let count = text.utf8CodeUnitCount
    while index <= count {
      let byte = index < count ? text.utf8Start[index] : UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") {
        add(words, group: group, lexicon: &lexicon)
        words.removeAll(keepingCapacity: true)
        index += 1
      } else if byte == UInt8(ascii: " ") {
        index += 1
      } else {
        words.append(alternatives(text, &index))
      }
    }
  }

  /// The hashes of the alternatives of the word at `index`, which is moved behind it.
  private func alternatives(_ text: StaticString, _ index: inout Int) -> [UInt64] {
    var result: [UInt64] = []
    var hash = FNV.offset
    var length = 0
    var first: UInt8 = 0
    let count = text.utf8CodeUnitCount
    while true {
      let byte = index < count ? text.utf8Start[index] : UInt8(ascii: "\n")
      if byte <= 0x20 || byte == UInt8(ascii: "/") {
        result.append(length == 1 ? special(first) ?? hash : length == 2 && first == UInt8(ascii: ".") ? 1 : hash)
        hash = FNV.offset
        length = 0
        if byte <= 0x20 { return result }
      } else if byte == UInt8(ascii: "'"), index + 1 < count, text.utf8Start[index + 1] != UInt8(ascii: "t") {
        // The scanner leaves `'s`, `'ve` and the like out of a word's hash.
        while index + 1 < count, text.utf8Start[index + 1] > 0x20 { index += 1 }
      } else {
        if length == 0 { first = byte }
        hash = (hash ^ UInt64(byte)) &* FNV.prime
        length += 1
      }
      index += 1
    }
  }

  private func special(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "#"): Element.number
    case UInt8(ascii: "$"): Element.money
    case UInt8(ascii: "_"): Element.any
    case UInt8(ascii: "@"): Element.publication
    case _: nil
    }
  }

  /// Adds every combination of the alternatives.
  private mutating func add(_ words: [[UInt64]], group: UInt16, lexicon: inout Lexicon) {
    guard !words.isEmpty else { return }
    var choice = Array(repeating: 0, count: words.count)
    while true {
      let from = elements.count
      for (position, word) in words.enumerated() { elements.append(word[choice[position]]) }
      link(from, length: words.count, group: group, lexicon: &lexicon)
      var position = words.count - 1
      while position >= 0 {
        choice[position] += 1
        if choice[position] < words[position].count { break }
        choice[position] = 0
        position -= 1
      }
      if position < 0 { return }
    }
  }

  private mutating func link(_ from: Int, length: Int, group: UInt16, lexicon: inout Lexicon) {
    let index = UInt16(truncatingIfNeeded: phrases.count)
    var next: UInt16 = 0
    switch elements[from] {
    case Element.number:
      next = numberChain
      numberChain = index
    case Element.money:
      next = moneyChain
      moneyChain = index
    case let word:
      next = lexicon.chain(word, cue: index)
    }
    phrases.append(
      Phrase(group: group, next: next, from: UInt32(clamping: from), length: UInt16(clamping: length)))
  }

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

/// Hashes of single words that code asks for by name.
enum CommonHash {
  static let the = hash(of: "the")
  static let to = hash(of: "to")
  static let by = hash(of: "by")
  static let via = hash(of: "via")
  static let of = hash(of: "of")
  static let and = hash(of: "and")
  static let as_ = hash(of: "as")
  static let it = hash(of: "it")
  static let please = hash(of: "please")
  static let with = hash(of: "with")
  static let in_ = hash(of: "in")
  static let on_ = hash(of: "on")
  static let from = hash(of: "from")
  static let that = hash(of: "that")
  static let relativeWho = hash(of: "who")
}

/// The tables that the analysis reads with: built once, when they are first asked for.
struct Tables: Sendable {
  let lexicon: Lexicon
  let cues: CueTable

  static let shared = Tables()

  init() {
    var lexicon = Lexicon()
    for row in WordTables.rows { lexicon.insert(words: row.words, classes: row.classes) }
    cues = CueTable(groups: BoilerplateCues.groups, lexicon: &lexicon)
    self.lexicon = lexicon
  }
}
