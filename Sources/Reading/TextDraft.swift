import Document

/// A block of plain text before its bytes are copied: lines, and what they are.
struct TextDraft: Equatable {
  /// Indexes of the lines.
  var lines: Range<Int>
  var role: Role
  var level = 0
  var keepsLines = false
  /// Bytes of the list marker or the first quote sign.
  var markerLength = 0
  var marker: TextMarker?
  /// Lines at its end that layout leaves out: the underline of a heading.
  var hiddenLines = 0
  /// What it is of the head of a mail.
  var mailField: TextMailHead.Field?
  /// No blank line stands before it.
  var isAttached = false
  /// No blank line stands after it.
  var isFollowed = false
}

/// Copies what a draft stands for. Lines are joined by LF; white space at their ends is left out.
struct TextBlockWriter {
  let bytes: [UInt8]
  let lines: [TextLine]
  /// Where `bytes` begin in the source.
  let base: Int
  let isValid: Bool

  func block(_ draft: TextDraft) -> Block {
    let first = lines[draft.lines.lowerBound]
    let last = lines[draft.lines.upperBound - 1]
    let start = draft.keepsLines ? first.start : first.content
    var block = Block(
      role: draft.role, level: draft.level, text: [], keepsLines: draft.keepsLines,
      extent: base + start..<base + max(last.end, start))
    if draft.lines.count == 1 && !draft.keepsLines {
      block.text = text(first.content, first.end)
    } else {
      join(draft, into: &block)
    }
    if draft.markerLength > 0 { block.marker = 0..<min(draft.markerLength, block.text.count) }
    return block
  }

  private func text(_ start: Int, _ end: Int) -> [UInt8] {
    isValid ? Array(bytes[start..<end]) : repairedUTF8(bytes[start..<end])
  }

  private func join(_ draft: TextDraft, into block: inout Block) {
    let common = draft.keepsLines ? commonIndent(draft.lines) : 0
    var result: [UInt8] = []
    result.reserveCapacity(block.extent.count)
    for at in draft.lines {
      let line = lines[at]
      let isHidden = at >= draft.lines.upperBound - draft.hiddenLines
      let begin = result.count
      if at > draft.lines.lowerBound { result.append(0x0A) }
      let start = result.count
      let from = draft.keepsLines || at > draft.lines.lowerBound ? line.start : line.content
      if isValid { result += bytes[from..<line.end] } else { result += repairedUTF8(bytes[from..<line.end]) }
      let skipped = skippedLength(draft, at, from: from, common: common)
      if isHidden {
        block.skips.append(begin..<result.count)
      } else if skipped > 0 {
        block.skips.append(start..<min(start + skipped, result.count))
      }
    }
    block.text = result
  }

  /// Bytes at the beginning of a line that layout leaves out: its indent, and quote signs where it is continued.
  private func skippedLength(_ draft: TextDraft, _ at: Int, from: Int, common: Int) -> Int {
    let line = lines[at]
    if draft.keepsLines { return min(common, line.end - line.start) }
    guard at > draft.lines.lowerBound else { return 0 }
    let signs = draft.role == .quote ? quoteMark(bytes, line).length : 0
    return line.content + signs - from
  }

  /// Bytes of white space that all lines begin with.
  private func commonIndent(_ range: Range<Int>) -> Int {
    let filled = range.filter { !lines[$0].isBlank }
    guard let first = filled.first else { return 0 }
    var prefix = bytes[lines[first].start..<lines[first].content]
    for at in filled {
      let indent = bytes[lines[at].start..<lines[at].content]
      var length = 0
      for (a, b) in zip(prefix, indent) {
        guard a == b else { break }
        length += 1
      }
      prefix = prefix.prefix(length)
    }
    return prefix.allSatisfy { $0 < 0x80 } ? prefix.count : 0
  }
}

/// The quote signs that a line begins with: `>`, `> >`, `>>`, and the space after them.
func quoteMark(_ bytes: [UInt8], _ line: TextLine) -> (depth: Int, length: Int) {
  guard line.content < line.end, bytes[line.content] == 0x3E else { return (0, 0) }
  var at = line.content
  var depth = 0
  while at < line.end, bytes[at] == 0x3E {
    depth += 1
    at += 1
    if at < line.end, bytes[at] == 0x20 { at += 1 }
  }
  return (depth, at - line.content)
}
