/// A query as PCRE2 takes it: what texts write in several ways matches in all of them.
struct Expression {
  private(set) var bytes: [UInt8] = []
  /// For each of `bytes` the offset in the query that it comes from.
  private var origins: [Int] = []
  /// Two letters of ASCII, s and k, have a third case beyond it, in another number of bytes, which would keep PCRE2
  /// from searching by vector instructions (500 instead of 3000 MB/s); here they have two.
  private var isNarrow = false

  /// White space matches any run of it; where a line ends, also the quote signs and indents before the text goes on.
  static let space = Array(#"(?:\s*\n[\s>]*|\s+)"#.utf8)
  /// Between two letters of a word, where the text may be hyphenated.
  static let hyphenation = Array(#"(?:\x{AD}|-\r?\n[\s>]*)?+"#.utf8)

  /// A query's text that stands for itself. `isLenient`: it also matches where a text hyphenates its words.
  init(literal text: String, isLenient: Bool, _ ignoresCase: Bool) {
    isNarrow = ignoresCase && !isLenient
    var previous: Unicode.Scalar?
    var offset = 0
    for scalar in text.unicodeScalars {
      if isLenient, let previous, Expression.isLetter(previous), Expression.isLetter(scalar) {
        add(Expression.hyphenation, from: offset)
      }
      addLiteral(scalar, after: previous, at: offset)
      previous = scalar
      offset += UTF8.width(scalar)
    }
  }

  /// A regular expression: as typed, but for white space and quotes outside of classes.
  init(regex text: String) {
    let given = Array(text.utf8)
    // In an expression with comments (?x) white space means nothing.
    let isFree = Expression.setsExtended(given)
    var index = 0
    while index < given.count {
      let length = isFree ? 1 : Expression.length(of: given, at: index)
      addPart(given, index..<index + length, isFree: isFree)
      index += length
    }
  }

  /// The offset in the query that an offset in `bytes` comes from.
  func origin(of offset: Int) -> Int {
    offset < origins.count ? origins[max(0, offset)] : (origins.last ?? -1) + 1
  }

  private mutating func add(_ more: some Collection<UInt8>, from offset: Int) {
    bytes += more
    origins += Array(repeating: offset, count: more.count)
  }

  private mutating func addLiteral(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, at offset: Int) {
    if Expression.isSpace(scalar) {
      if previous.map(Expression.isSpace) != true { add(Expression.space, from: offset) }
      return
    }
    if isNarrow, let cases = Expression.narrowCases[scalar] { return add(Array(cases.utf8), from: offset) }
    if let variants = Expression.variants(of: scalar) { return add(variants, from: offset) }
    if scalar.isASCII, !Expression.isLetter(scalar) { add([UInt8(ascii: "\\")], from: offset) }
    add(Array(String(Character(scalar)).utf8), from: offset)
  }

  private mutating func addPart(_ given: [UInt8], _ range: Range<Int>, isFree: Bool) {
    let byte = given[range.lowerBound]
    let scalar = Unicode.Scalar(byte)
    if isFree || range.count > 1 && byte != 0x20 || !scalar.isASCII {
      add(given[range], from: range.lowerBound)
    } else if byte == 0x20 {
      let isRepeated = range.upperBound < given.count && Expression.repeats.contains(given[range.upperBound])
      add(isRepeated ? Array(#"\s"#.utf8) : Expression.space, from: range.lowerBound)
    } else if Expression.quotes.contains(scalar), let variants = Expression.variants(of: scalar) {
      add(variants, from: range.lowerBound)
    } else {
      add([byte], from: range.lowerBound)
    }
  }

  private static let repeats = Array("*+?{".utf8)
  private static let quotes: [Unicode.Scalar] = ["'", "\""]

  /// How much at `index` belongs together: an escape, a class, a run of blanks, or one byte.
  private static func length(of given: [UInt8], at index: Int) -> Int {
    switch given[index] {
    case UInt8(ascii: "\\"): return escape(given, index)
    case UInt8(ascii: "["): return characterClass(given, index)
    case UInt8(ascii: "("):
      // What follows `(?` and `(*` are names and flags, up to the next sign that ends them.
      guard index + 1 < given.count, [UInt8(ascii: "?"), UInt8(ascii: "*")].contains(given[index + 1]) else { return 1 }
      let end = given[(index + 2)...].firstIndex { groupEnds.contains($0) } ?? given.count - 1
      return end - index + 1
    case 0x20: return given[index...].prefix { $0 == 0x20 }.count
    default: return 1
    }
  }

  private static let groupEnds = Array(":)>=!|".utf8)

  private static func escape(_ given: [UInt8], _ index: Int) -> Int {
    guard index + 1 < given.count else { return 1 }
    guard given[index + 1] == UInt8(ascii: "Q") else { return 2 }
    let end = Array(#"\E"#.utf8)
    var i = index + 2
    while i < given.count, !given[i...].starts(with: end) { i += 1 }
    return min(given.count, i + 2) - index
  }

  /// A class: its first `]` may stand for itself, and it may hold `[:names:]` and escapes.
  private static func characterClass(_ given: [UInt8], _ index: Int) -> Int {
    var i = index + 1
    if i < given.count, given[i] == UInt8(ascii: "^") { i += 1 }
    if i < given.count, given[i] == UInt8(ascii: "]") { i += 1 }
    while i < given.count, given[i] != UInt8(ascii: "]") {
      if given[i...].starts(with: Array("[:".utf8)) {
        i = given[i...].firstIndex(of: UInt8(ascii: "]")) ?? given.count - 1
      } else if given[i] == UInt8(ascii: "\\") {
        i += 1
      }
      i += 1
    }
    return min(given.count, i + 1) - index
  }

  /// `(?x)` or one of its kin stands somewhere.
  private static func setsExtended(_ given: [UInt8]) -> Bool {
    for index in given.indices where given[index...].starts(with: Array("(?".utf8)) {
      let flags = given[(index + 2)...].prefix {
        $0 == 0x5E || (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0)
      }
      let after = index + 2 + flags.count
      let ends = after < given.count && (given[after] == UInt8(ascii: ")") || given[after] == UInt8(ascii: ":"))
      if ends, flags.contains(UInt8(ascii: "x")) { return true }
    }
    return false
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? (0x61...0x7A).contains(scalar.value | 0x20) || (0x30...0x39).contains(scalar.value)
      : scalar.properties.isAlphabetic
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// Quotes and hyphens that are typed in one way and printed in another; nil: there are no others.
  private static func variants(of scalar: Unicode.Scalar) -> [UInt8]? {
    variantClasses.first { $0.unicodeScalars.contains(scalar) }.map { members in
      Array("[".utf8) + Array((members == hyphens ? #"\-"# + members.dropFirst() : members).utf8) + Array("]".utf8)
    }
  }

  private static let narrowCases: [Unicode.Scalar: String] = [
    "s": "(?-i:[sS])", "S": "(?-i:[sS])", "k": "(?-i:[kK])", "K": "(?-i:[kK])",
  ]
  private static let hyphens = "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2212}"
  private static let variantClasses = ["'‘’‚‛ʼ′`", "\"“”„‟«»″", hyphens]
}
