/// One line of a cue table, taken apart: for each word its alternatives, and which of them is chosen.
struct CueLine {
  private var hashes: [UInt64] = []
  /// Where each word's alternatives begin in `hashes`, and how many there are.
  private var words: [(from: Int, count: Int, choice: Int)] = []

  var isEmpty: Bool { words.isEmpty }

  /// Reads the line at `from` and answers where the next one begins.
  mutating func read(_ text: StaticString, from: Int) -> Int {
    hashes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    let count = text.utf8CodeUnitCount
    var at = from
    while at < count, text.utf8Start[at] != UInt8(ascii: "\n") {
      if text.utf8Start[at] == UInt8(ascii: " ") { at += 1 } else { at = word(text, at, count) }
    }
    return at + 1
  }

  /// Reads the alternatives of the word at `from` and answers where it ends.
  private mutating func word(_ text: StaticString, _ from: Int, _ count: Int) -> Int {
    let first = hashes.count
    var at = from
    var begin = from
    var hash = WordHash()
    while true {
      let byte = at < count ? text.utf8Start[at] : UInt8(ascii: " ")
      if byte <= 0x20 || byte == UInt8(ascii: "/") {
        hashes.append(special(text, begin, at) ?? hash.value)
        hash = WordHash()
        begin = at + 1
        if byte <= 0x20 { break }
      } else if byte == UInt8(ascii: "'"), at + 1 < count, text.utf8Start[at + 1] != UInt8(ascii: "t") {
        // The scanner leaves `'s`, `'ve` and the like out of a word's hash.
        while at + 1 < count, text.utf8Start[at + 1] > 0x20 { at += 1 }
      } else {
        hash.feed(byte)
      }
      at += 1
    }
    words.append((first, hashes.count - first, 0))
    return at
  }

  /// What stands for more than itself: `..`, `#`, `$`, `_`, `@`.
  private func special(_ text: StaticString, _ from: Int, _ to: Int) -> UInt64? {
    guard to - from == 1 || to - from == 2 && text.utf8Start[from] == UInt8(ascii: ".") else { return nil }
    return switch text.utf8Start[from] {
    case UInt8(ascii: "."): CueTable.Element.stretch
    case UInt8(ascii: "#"): CueTable.Element.number
    case UInt8(ascii: "$"): CueTable.Element.money
    case UInt8(ascii: "_"): CueTable.Element.any
    case UInt8(ascii: "@"): CueTable.Element.publication
    case _: nil
    }
  }

  /// Adds the chosen alternatives.
  func append(to elements: inout [UInt64]) {
    for word in words { elements.append(hashes[word.from + word.choice]) }
  }

  /// Chooses the next combination; false where all were chosen.
  mutating func advance() -> Bool {
    for index in words.indices.reversed() {
      if words[index].choice + 1 < words[index].count {
        words[index].choice += 1
        return true
      }
      words[index].choice = 0
    }
    return false
  }
}
