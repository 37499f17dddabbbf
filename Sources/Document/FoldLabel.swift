import Text

extension Fold {
  /// A fold of these blocks, with their words and how they begin: the first of them that shows any text, from `first` on,
  /// which may stand before them, or else what an image of theirs shows.
  package init(_ kind: Kind, hiding hidden: ClosedRange<Int>, of blocks: [Block], labelledBy first: Int? = nil) {
    let words = blocks[hidden].reduce(0) { $0 + Text.words(in: $1.text, 0..<$1.text.count) }
    let shown = blocks[(first ?? hidden.lowerBound)...hidden.upperBound].lazy
    let label = shown.map { FoldLabel.label(of: $0) }.first { !$0.isEmpty }
    let image = label == nil ? shown.compactMap(\.image).map { FoldLabel.label($0.alt) }.first { !$0.isEmpty } : nil
    self.init(kind: kind, blocks: hidden, words: words, label: label ?? image ?? "")
  }
}

/// The beginning of a fold's first block, for its row.
enum FoldLabel {
  /// As many columns as a row of 80 leaves beside the fold's kind and counts.
  static let columns = 40

  static func label(_ text: String) -> String { label(of: Block(role: .paragraph, text: Array(text.utf8))) }

  static func label(of block: Block) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(columns + 8)
    var lastBlank = 0
    var count = 0
    var index = min(block.marker?.upperBound ?? 0, block.text.count)
    while index < block.text.count {
      let length = scalarLength(block.text, index)
      defer { index += length }
      let isBlank = isBlank(block.text, index, length)
      if isBlank, result.isEmpty || result.last == 0x20 { continue }
      if !isBlank, isHidden(block.text, index, length) { continue }
      if count >= columns { return cut(result, lastBlank) }
      if isBlank {
        lastBlank = result.count
        result.append(0x20)
      } else {
        result += block.text[index..<index + length]
      }
      count += 1
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// At the last blank, unless that leaves less than half.
  private static func cut(_ text: [UInt8], _ blank: Int) -> String {
    String(decoding: blank > columns / 2 ? text[..<blank] : text[...], as: UTF8.self) + "…"
  }

  /// Bytes of the scalar at `index`, at least 1.
  private static func scalarLength(_ text: [UInt8], _ index: Int) -> Int {
    let length = text[index] < 0xc0 ? 1 : text[index] < 0xe0 ? 2 : text[index] < 0xf0 ? 3 : 4
    return min(length, text.count - index)
  }

  /// A blank, a tab, a line feed, a no-break space, one of U+2000 to U+200A, U+3000.
  private static func isBlank(_ text: [UInt8], _ index: Int, _ length: Int) -> Bool {
    switch length {
    case 1: text[index] == 0x20 || (0x09...0x0d).contains(text[index])
    case 2: text[index] == 0xc2 && (text[index + 1] == 0xa0 || text[index + 1] == 0x85)
    case 3:
      text[index] == 0xe2 && text[index + 1] == 0x80 && (text[index + 2] <= 0x8a || text[index + 2] == 0xaf)
        || text[index] == 0xe3 && text[index + 1] == 0x80 && text[index + 2] == 0x80
    case _: false
    }
  }

  /// Controls and format characters never reach the screen: C0, DEL, C1, U+00AD, U+200B to U+200F, U+2028 to U+202E,
  /// U+2060 to U+206F, U+FEFF, U+FFF9 to U+FFFB, tags.
  private static func isHidden(_ text: [UInt8], _ index: Int, _ length: Int) -> Bool {
    let first = text[index]
    switch length {
    case 1: return first < 0x20 || first == 0x7f || first >= 0x80
    case 2: return first == 0xc2 && (text[index + 1] < 0xa0 || text[index + 1] == 0xad)
    case 3:
      let last = text[index + 2]
      switch (first, text[index + 1]) {
      case (0xe2, 0x80): return (0x8b...0x8f).contains(last) || (0xa8...0xae).contains(last)
      case (0xe2, 0x81): return last >= 0xa0 && last <= 0xaf
      case (0xef, 0xbb): return last == 0xbf
      case (0xef, 0xbf): return (0xb9...0xbb).contains(last)
      case _: return false
      }
    case _: return first == 0xf3 && text[index + 1] == 0xa0
    }
  }
}
