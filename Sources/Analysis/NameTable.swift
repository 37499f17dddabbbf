/// Full names by their last word: "Barzani" leads to "Masoud Barzani". Holds the bytes of all names in one array.
struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each name ends in `bytes`; the first is a placeholder.
  private var ends = [0]
  /// A last word → the number of its name.
  private var numbers = CountTable(capacity: 32)

  /// As many names as a long article has; more are not kept, so that a page of names costs no memory without end.
  static let most = 4096

  /// Keeps the first full name that ends in a word.
  mutating func insert(_ name: ArraySlice<UInt8>, last: UInt64) {
    guard numbers[last] == 0, ends.count <= Self.most else { return }
    numbers[last] = ends.count
    bytes.append(contentsOf: name)
    ends.append(bytes.count)
  }

  /// The full name that ends in the word.
  func name(last: UInt64) -> String? {
    let number = numbers[last]
    return number == 0 ? nil : String(decoding: bytes[ends[number - 1]..<ends[number]], as: UTF8.self)
  }

  /// Collects the names of two to four words in `tokens`, titles left out.
  mutating func collect(_ tokens: Tokens, in text: [UInt8]) {
    var index = 0
    while index < tokens.count {
      guard tokens[index].looks(.capital) else {
        index += 1
        continue
      }
      let run = NameRun.run(tokens, from: index)
      guard run.count >= 2 else {
        index += 1
        continue
      }
      var first = run.lowerBound
      for at in run
      where at + 1 < run.upperBound && (tokens[at].has([.honorific, .office]) || tokens[at].looks(.possessive)) {
        first = at + 1
      }
      let name = first..<run.upperBound
      if (2...4).contains(name.count), isPerson(name, tokens) {
        let last = tokens[name.upperBound - 1]
        insert(text[Int(tokens[first].start)..<Int(last.end)], last: last.hash)
      }
      index = run.upperBound
    }
  }

  private func isPerson(_ run: Range<Int>, _ tokens: Tokens) -> Bool {
    let foreign: WordClass = [.organisation, .publication, .month, .day, .unit, .document, .happening, .function]
    return run.allSatisfy { !tokens[$0].has(foreign) && !tokens[$0].looks([.capitals, .number, .plural]) }
      || (run.count == 2 && run.allSatisfy { !tokens[$0].has(foreign) && !tokens[$0].looks([.capitals, .number]) })
  }
}

/// Runs of capitalised words.
enum NameRun {
  /// The capitalised words that stand together from `index`, honorifics at the front left out; empty where none is.
  static func run(_ tokens: Tokens, from index: Int) -> Range<Int> {
    var start = index
    while start < tokens.count, tokens[start].looks(.capital), tokens[start].has(.honorific) { start += 1 }
    var end = start
    while end < tokens.count, continues(tokens[end], isFirst: end == index) { end += 1 }
    return start..<max(start, end)
  }

  private static func continues(_ token: Token, isFirst: Bool) -> Bool {
    token.looks(.capital) && !token.has(.function) && (isFirst || !token.after(Gap.phrase))
  }
}
