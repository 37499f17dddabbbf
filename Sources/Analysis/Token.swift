import Document

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
  /// All that is known of its word.
  var known: WordClass
  var start: Int32
  var end: Int32
  var shape: Shape
  /// First entry of the cue table's chain for this word; 0: none.
  var cue: UInt16
  /// Between the word before and this one.
  var gap: Gap

  var range: Range<Int> { Int(start)..<Int(end) }
  var classes: WordClass { known.intersection(.all) }
  func has(_ kind: WordClass) -> Bool { !known.isDisjoint(with: kind) }
  func looks(_ kind: Shape) -> Bool { !shape.isDisjoint(with: kind) }
  func after(_ kind: Gap) -> Bool { !gap.isDisjoint(with: kind) }
  /// A word of grammar in small letters, with nothing but a blank before it.
  var isGrammar: Bool {
    classes.isSubset(of: [.function, .determiner, .preposition, .link]) && shape.isEmpty && gap.isEmpty
      && !classes.isEmpty
  }
  /// An unknown word in small letters, with nothing but a blank before it.
  var isPlain: Bool { classes.isEmpty && shape.isSubset(of: [.gerund, .plural]) && gap.isEmpty }
}

/// The words of one block, and behind them an empty one that carries the last gap.
struct Tokens: Sendable {
  private var list: [Token]
  private var from = 0
  /// Words, the closing sentinel left out.
  private(set) var count = 0

  /// No words.
  init() {
    list = [Token(hash: 0, known: [], start: 0, end: 0, shape: [], cue: 0, gap: [])]
  }

  fileprivate init(list: [Token], from: Int, count: Int) {
    self.list = list
    self.from = from
    self.count = count
  }

  var trailing: Gap { self[count].gap }

  /// The sentinel stands at `count`.
  subscript(index: Int) -> Token {
    @inline(__always) get { list[from + index] }
  }

  /// Reads `text` in place of what was held; linear, never fails, whatever the bytes are.
  mutating func read(_ text: [UInt8], lexicon: Lexicon) {
    from = 0
    count = TokenList.append(text, to: &list, at: 0, lexicon: lexicon) - 1
  }

  /// Whether these words stand in it, one after the other.
  func hold(_ words: [UInt64]) -> Bool {
    guard count >= words.count else { return false }
    return (0...count - words.count).contains { start in words.indices.allSatisfy { self[start + $0].hash == words[$0] }
    }
  }

  /// Of all words in order, to find the same line again.
  var fingerprint: UInt64 {
    var hash = WordHash.seed
    for index in 0..<count { hash = WordHash.mix(hash, self[index].hash) }
    return hash
  }
}

/// The words of all blocks of a piece, read once for all who ask.
struct PieceTokens: Sendable {
  private var list: [Token] = []
  /// Where each block's words lie, with the sentinel behind them.
  private var ranges: [Range<Int>] = []

  init(_ piece: Piece, lexicon: Lexicon) {
    var bytes = 0
    for index in piece.blocks.indices { bytes += piece.blocks[index].text.count }
    list = TokenList.room(bytes / 5 + piece.blocks.count)
    ranges.reserveCapacity(piece.blocks.count)
    var at = 0
    for index in piece.blocks.indices {
      let count = TokenList.append(piece.blocks[index].text, to: &list, at: at, lexicon: lexicon)
      ranges.append(at..<at + count)
      at += count
    }
  }

  /// Those of some blocks only.
  func of(_ blocks: [Int]) -> PieceTokens {
    var part = self
    part.ranges = blocks.map { ranges[$0] }
    return part
  }

  subscript(block: Int) -> Tokens {
    Tokens(list: list, from: ranges[block].lowerBound, count: ranges[block].count - 1)
  }
}

/// A growing list that the scanner writes into by pointer.
private enum TokenList {
  static func room(_ count: Int) -> [Token] {
    Array(repeating: Token(hash: 0, known: [], start: 0, end: 0, shape: [], cue: 0, gap: []), count: count)
  }

  /// Writes the words of `text` and the sentinel from `list[start]` on; how many tokens these are.
  static func append(_ text: [UInt8], to list: inout [Token], at start: Int, lexicon: Lexicon) -> Int {
    text.withUnsafeBufferPointer { bytes in
      lexicon.withView { view in
        var scanner = TokenScanner(bytes: bytes)
        var at = start
        while !scanner.isDone {
          if at == list.count { list += room(max(256, text.count / 5 + 1)) }
          let first = start
          at += list.withUnsafeMutableBufferPointer {
            scanner.fill(UnsafeMutableBufferPointer(rebasing: $0[first...]), from: at - first, lexicon: view)
          }
        }
        return at - start
      }
    }
  }
}
