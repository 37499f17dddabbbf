/// The trie as the Swift source that `Text` is built with.
func source(of trie: ScalarTrie) -> String {
  """
  // Made by `make tables` from Unicode's data (Debian's package unicode-data). Do not edit.
  // swift-format-ignore-file

  /// The traits of every scalar below U+20000, in two levels; the first of the entries in a word is in its lowest bits.
  enum ScalarTable {
    /// The distinct traits.
    static let kinds: [UInt32] = [
  \(lines(of: trie.kinds.map { "0x" + String($0, radix: 16) }))
    ]
    /// Of each block of 128 scalars which stored block it is, 16 bits each.
    static let index: [UInt64] = [
  \(lines(of: words(of: trie.index)))
    ]
    /// The stored blocks: of each scalar an index of `kinds`, 8 bits each.
    static let blocks: [UInt64] = [
  \(lines(of: words(of: trie.blocks)))
    ]
  }

  """
}

/// Small numbers, as many a word as it has room for.
private func words<Number: FixedWidthInteger & UnsignedInteger>(of numbers: [Number]) -> [String] {
  let room = 64 / Number.bitWidth
  return stride(from: 0, to: numbers.count, by: room).map { start in
    var word: UInt64 = 0
    for offset in 0..<min(room, numbers.count - start) {
      word |= UInt64(numbers[start + offset]) << UInt64(Number.bitWidth * offset)
    }
    return "0x" + String(word, radix: 16)
  }
}

private func lines(of items: [String]) -> String {
  stride(from: 0, to: items.count, by: 6).map { start in
    "    " + items[start..<min(start + 6, items.count)].joined(separator: ", ") + ","
  }.joined(separator: "\n")
}
