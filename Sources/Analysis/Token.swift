/// What stands between two words: punctuation that carries meaning here.
struct Gap: OptionSet, Sendable {
  let rawValue: UInt32

  static let stop = Gap(rawValue: 1)
  static let question = Gap(rawValue: 1 << 1)
  static let exclamation = Gap(rawValue: 1 << 2)
  static let colon = Gap(rawValue: 1 << 3)
  static let semicolon = Gap(rawValue: 1 << 4)
  static let comma = Gap(rawValue: 1 << 5)
  /// An opening double quotation mark, or a straight one that opens.
  static let quoteOpens = Gap(rawValue: 1 << 6)
  static let quoteCloses = Gap(rawValue: 1 << 7)
  /// A single mark that is no apostrophe.
  static let singleQuote = Gap(rawValue: 1 << 8)
  static let dash = Gap(rawValue: 1 << 9)
  static let opens = Gap(rawValue: 1 << 10)
  static let closes = Gap(rawValue: 1 << 11)
  static let newline = Gap(rawValue: 1 << 12)
  static let currency = Gap(rawValue: 1 << 13)
  static let percent = Gap(rawValue: 1 << 14)
  /// A sign that prose rarely has: `|`, `·`, `•`, `*`, `#`, `>`.
  static let symbol = Gap(rawValue: 1 << 15)
  static let ellipsis = Gap(rawValue: 1 << 16)
  static let at = Gap(rawValue: 1 << 17)
  static let slash = Gap(rawValue: 1 << 18)
  static let copyright = Gap(rawValue: 1 << 19)
  /// `[` and not `(`.
  static let square = Gap(rawValue: 1 << 20)
  /// Nothing, or only a hyphen: the words are parts of one.
  static let joined = Gap(rawValue: 1 << 21)

  /// A sentence or clause ends here: no cue reaches over it.
  static let hard: Gap = [.stop, .question, .exclamation, .newline, .ellipsis]
  /// What a name or a noun phrase does not reach over.
  static let phrase: Gap = [
    .stop, .question, .exclamation, .newline, .ellipsis, .colon, .semicolon, .comma, .quoteOpens, .quoteCloses, .dash,
    .opens, .closes,
  ]
}

/// What is seen of a word without knowing it.
struct Shape: OptionSet, Sendable {
  let rawValue: UInt16

  static let capital = Shape(rawValue: 1)
  /// At least two letters, all capitals.
  static let capitals = Shape(rawValue: 1 << 1)
  /// Begins with a digit.
  static let number = Shape(rawValue: 1 << 2)
  static let possessive = Shape(rawValue: 1 << 3)
  /// Ends in `'re`, `'ve`, `'ll`, `'d`, `'m`, `'s`.
  static let contraction = Shape(rawValue: 1 << 4)
  static let money = Shape(rawValue: 1 << 5)
  static let percent = Shape(rawValue: 1 << 6)
  /// Inside double quotation marks.
  static let quoted = Shape(rawValue: 1 << 7)
  /// Four digits, 1500 to 2099.
  static let year = Shape(rawValue: 1 << 8)
  static let past = Shape(rawValue: 1 << 9)
  static let adverb = Shape(rawValue: 1 << 10)
  static let gerund = Shape(rawValue: 1 << 11)
  static let foreign = Shape(rawValue: 1 << 12)
  static let acronym = Shape(rawValue: 1 << 13)
  /// A dot stands inside: a host, a file.
  static let dotted = Shape(rawValue: 1 << 14)
  static let plural = Shape(rawValue: 1 << 15)
}

/// A word of a block: lower-cased and hashed, with its shape and what stands before it.
struct Token: Sendable {
  var hash: UInt64
  var classes: WordClass
  var start: Int32
  var end: Int32
  var shape: Shape
  /// First entry of the cue table's chain for this word; 0: none.
  var cue: UInt16
  /// Between the word before and this one.
  var gap: Gap

  var range: Range<Int> { Int(start)..<Int(end) }
  func has(_ kind: WordClass) -> Bool { !classes.isDisjoint(with: kind) }
  func looks(_ kind: Shape) -> Bool { !shape.isDisjoint(with: kind) }
  func after(_ kind: Gap) -> Bool { !gap.isDisjoint(with: kind) }
}

/// The words of one block. The last token is an empty one at the end, which carries the last gap.
struct Tokens: Sendable {
  var list: [Token] = []

  /// Words, the closing sentinel left out.
  var count: Int { max(0, list.count - 1) }
  var trailing: Gap { list.last?.gap ?? [] }

  subscript(index: Int) -> Token { list[index] }

  /// Reads `text` anew; linear, never fails, whatever the bytes are.
  mutating func read(_ text: [UInt8], lexicon: Lexicon) {
    list.removeAll(keepingCapacity: true)
    list.reserveCapacity(text.count / 5 + 2)
    text.withUnsafeBufferPointer { TokenScanner.scan($0, into: &list, lexicon: lexicon) }
  }

  /// The first token that begins at or after `offset`, by bisection.
  func index(at offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(list[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
