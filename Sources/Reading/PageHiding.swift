import Document
import HTML
import Text

/// What a page does not show, and what it shows on demand only.
extension PageReader {
  /// As browsers hide it, or as the page says that it is not for the reader of a screen.
  func isHidden(_ node: MarkupNode) -> Bool {
    if markup.hasAttribute(node, .hidden) || markup.hasValue(node, .ariaHidden, "true") { return true }
    if markup.name(node) == .dialog, !markup.hasAttribute(node, .open) { return true }
    guard let style = markup.valueSlice(node, .style) else { return false }
    var plain: [UInt8] = []
    plain.reserveCapacity(style.count)
    for byte in style where byte != 0x20 { plain.append(lowered(byte)) }
    return holds(plain, "display:none") || holds(plain, "visibility:hidden")
  }

  /// The formula that is hidden because a picture of it is shown: it is what can be read.
  func formula(in node: MarkupNode) -> MarkupNode? {
    markup.firstChild(node).flatMap { markup.namespace($0) == .mathML && markup.name($0) == .math ? $0 : nil }
  }

  /// Bytes of a text that is a sentence, not a label; bytes of such texts that are worth a fold.
  private static let sentenceLength = 60
  private static let proseLength = 120

  /// Whether there are sentences in what is hidden: answers, transcripts, the rest of a text behind a button.
  func holdsProse(_ top: MarkupNode) -> Bool {
    var length = 0
    var node = markup.after(top, within: top)
    while let current = node {
      var isSkipped = false
      switch markup.kind(current) {
      case .text:
        let count = markup.textLength(current)
        if count >= Self.sentenceLength { length += count }
      case .element:
        if case .unseen = ElementUse.of(markup.name(current)) { isSkipped = true }
      case .document, .doctype, .comment, .content: isSkipped = true
      }
      if length >= Self.proseLength { return true }
      node = markup.after(current, within: top, skippingChildren: isSkipped)
    }
    return false
  }

  mutating func beginHidden(_ node: MarkupNode) {
    guard hidden == nil else { return }
    flush()
    settlePictures()
    hidden = (node, blocks.count)
  }

  /// What is shown on demand is a fold, as `<details>` are.
  mutating func endHidden() {
    guard let start = hidden?.start else { return }
    flush()
    settlePictures()
    hidden = nil
    guard blocks[start...].contains(where: { !$0.isPicture }) else { return }
    addFold(start...blocks.count - 1)
  }

  mutating func addFold(_ hidden: ClosedRange<Int>, labelledBy label: Int? = nil) {
    guard folds.last.map({ $0.blocks.upperBound < hidden.lowerBound }) ?? true else { return }
    folds.append(Fold(.details, hiding: hidden, of: blocks, labelledBy: label))
  }
}

extension Markup {
  /// Something can be seen below a node, within the first few of its nodes.
  func holdsText(_ top: MarkupNode) -> Bool {
    var node = after(top, within: top)
    for _ in 0..<8 {
      guard let current = node else { return false }
      if kind(current) == .text, !PageText.isBlank(textSlice(of: current)) { return true }
      node = after(current, within: top)
    }
    return false
  }
}

/// Whether `words` stand in `text` somewhere.
private func holds(_ text: [UInt8], _ words: StaticString) -> Bool {
  let count = words.utf8CodeUnitCount
  guard count > 0, text.count >= count else { return count == 0 }
  return words.withUTF8Buffer { words in
    (0...text.count - count).contains { start in
      text[start] == words[0] && (1..<count).allSatisfy { text[start + $0] == words[$0] }
    }
  }
}
