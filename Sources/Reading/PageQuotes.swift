import Document
import HTML

/// What stands beside a text: words of it that are set out once more, and how its signs are read.
extension PageReader {
  private static let pullQuote = nameHash("pullquote".utf8)
  private static let pull = nameHash("pull".utf8)
  private static let quote = nameHash("quote".utf8)

  /// Words of the text that are set out in it, by what the page calls them; what holds a `<blockquote>` is none itself.
  func isPullQuote(_ node: MarkupNode, _ name: MarkupName) -> Bool {
    switch name {
    case .aside, .div, .figure, .section, .p: break
    case _: return false
    }
    guard let value = markup.valueSlice(node, .class) else { return false }
    let words = Array(NameWords(value))
    let isPulled = zip(words, words.dropFirst()).contains { $0 == Self.pull && $1 == Self.quote }
    return (isPulled || words.contains(Self.pullQuote)) && markup.firstElement(.blockquote, within: node) == nil
      && !frames.contains { $0.role == .quote }
  }

  /// In parentheses, as `<rp>` has it where it is needed.
  mutating func beginReading(_ node: MarkupNode) {
    hasGap = false
    draft.append("(".utf8)
    frames.append(Frame(node: node, use: .reading, role: nil, level: 0))
  }

  mutating func endReading() {
    hasGap = false
    if draft.text.last == UInt8(ascii: "(") { draft.text.removeLast() } else { draft.append(")".utf8) }
  }
}
