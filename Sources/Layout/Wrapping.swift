import Document
import Text

/// What wrapping reads from.
struct WrapInput: Sendable {
  let text: [UInt8]
  let skips: [Range<Int>]
  let keepsLines: Bool
  let width: Int
  /// Columns of a row that is not the block's first.
  let restRoom: Int
  let tabWidth: Int
}

/// Wraps a block's text into rows, greedily: as much in each row as has room.
///
/// Time is linear in the text: a row looks at most one more row ahead, and after its end at nothing but white space.
struct Wrapping {
  let input: WrapInput
  let lead: Lead
  /// Rows of plain ASCII are measured in one step; tests switch it off to compare.
  var takesShortcut = true
  private(set) var rows: [Row] = []
  /// Strong right-to-left characters are in the text.
  private(set) var sawRightToLeft = false
  private var skipIndex = 0

  private var text: [UInt8] { input.text }
  private var skips: [Range<Int>] { input.skips }

  init(block: Block, lead: Lead, metrics: Metrics) {
    input = WrapInput(
      text: block.text, skips: block.skips, keepsLines: block.keepsLines, width: metrics.width,
      restRoom: max(1, metrics.width - lead.indent), tabWidth: metrics.tabWidth)
    self.lead = lead
  }

  mutating func run() {
    rows.reserveCapacity(text.count / max(8, input.width) + 1)
    var start = 0
    repeat {
      start = addRow(from: start)
    } while start < text.count
  }

  /// Adds the row that begins at `start`; gives where the next begins, which is further on.
  private mutating func addRow(from start: Int) -> Int {
    let indent = rows.isEmpty ? lead.firstIndent : lead.indent
    let room = max(1, input.width - indent)
    let body = skipped(from: rows.isEmpty ? max(start, lead.bodyStart) : start)
    guard body < text.count else {
      add(from: start, to: text.count, fragments: [], columns: indent)
      return text.count
    }
    if takesShortcut, text[body] > 0x20, let next = addPlainRow(start: start, body: body, indent: indent, room: room) {
      return next
    }
    var line = LineReader(input: input, body: body, room: room, indent: indent, skipIndex: skipIndex)
    let found = line.read()
    sawRightToLeft = sawRightToLeft || line.sawRightToLeft
    let next = max(found.next, start + 1)
    add(
      from: start, to: next, fragments: line.fragments(to: found),
      columns: indent + found.endColumn + (found.showsHyphen ? 1 : 0))
    return next
  }

  /// `index`, or the end of the skipped range that it is in.
  private mutating func skipped(from index: Int) -> Int {
    var index = index
    while skipIndex < skips.count, skips[skipIndex].lowerBound <= index {
      index = max(index, min(skips[skipIndex].upperBound, text.count))
      skipIndex += 1
    }
    return index
  }

  private mutating func add(from start: Int, to next: Int, fragments: [Fragment], columns: Int) {
    let isFirst = rows.isEmpty
    let before = isFirst ? lead.first : lead.rest(at: start)
    rows.append(Row(range: start..<next, fragments: before.isEmpty ? fragments : before + fragments, columns: columns))
  }

  // MARK: Rows of plain text

  /// The row, where it is nothing but printable ASCII, accented letters, quotation marks and single line feeds that act
  /// as spaces; nil: look closer.
  private mutating func addPlainRow(start: Int, body: Int, indent: Int, room: Int) -> Int? {
    let bytes = text.span
    let stop = skipIndex < skips.count ? min(text.count, skips[skipIndex].lowerBound) : text.count
    let index = plainEnd(bytes, body: body, room: room, stop: stop)
    var columns = index - body - continuations(bytes, body..<index)
    var end = index
    var next = index
    if columns > room {
      guard let found = plainBreak(bytes, body: body, from: charStart(bytes, before: index), room) else { return nil }
      columns -= found.end < index ? index - found.end - continuations(bytes, found.end..<index) : 0
      (end, next) = found
    } else if index < text.count {
      guard input.keepsLines, index < stop, bytes[index] == 0x0A else { return nil }
      next = index + 1
    }
    while end > body, bytes[end - 1] == 0x20 {
      end -= 1
      columns -= 1
    }
    add(from: start, to: next, fragments: [Fragment(column: indent, range: body..<end)], columns: indent + columns)
    return next
  }

  /// Where plain text from `body` on ends, at the latest after `room + 1` columns.
  private func plainEnd(_ bytes: Span<UInt8>, body: Int, room: Int, stop: Int) -> Int {
    var limit = room < stop - body ? body + room + 1 : stop
    var index = body
    while true {
      index = endOfPlain(bytes, from: index, to: limit)
      guard index < limit else { return index }
      let count = plainLength(bytes, at: index)
      if count > 0 {
        guard index + count <= stop else { return index }
        limit = min(stop, limit + count - 1)
        index += count
        // A mark may cling to it.
        if index < stop, bytes[index] >= 0xCC, plainLength(bytes, at: index) == 0 { return index }
      } else {
        guard !input.keepsLines, bytes[index] == 0x0A, isPlainLineFeed(bytes, at: index, before: stop) else {
          return index
        }
        index += 1
      }
    }
  }

  /// A line feed between two words on neighbouring lines, without indentation or hyphen.
  private func isPlainLineFeed(_ bytes: Span<UInt8>, at index: Int, before stop: Int) -> Bool {
    guard index > 0, index + 1 < stop else { return false }
    let before = bytes[index - 1]
    return before > 0x20 && before != 0x7F && before != 0x2D && isPlain(bytes, at: index + 1)
  }

  /// Where a row that is full of plain text ends, and where the next begins; nil: a word is longer than the row.
  private func plainBreak(_ bytes: Span<UInt8>, body: Int, from last: Int, _ room: Int) -> (end: Int, next: Int)? {
    var index = last
    while index > body {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x0A {
        guard let next = plainGapEnd(bytes, from: index) else { return nil }
        if !isLoneMark(bytes, at: next) { return isLongWord(bytes, from: next, room) ? nil : (index, next) }
      } else if bytes[index - 1] == 0x2D, isLetter(byte) || byte >= 0x80 && byte != 0xE2,
        hyphenAllowsBreak(bytes, at: index - 1)
      {
        return isLongWord(bytes, from: index, room) ? nil : (index, index)
      }
      index -= 1
    }
    return nil
  }

  /// After the spaces from `index`, where plain text follows; nil: something else does.
  private func plainGapEnd(_ bytes: Span<UInt8>, from index: Int) -> Int? {
    var next = index + 1
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    let isSkipped = skipIndex < skips.count && skips[skipIndex].lowerBound <= next
    return next < bytes.count && isPlain(bytes, at: next) && !isSkipped ? next : nil
  }

  /// A word that fills more than a row may have to be broken.
  private func isLongWord(_ bytes: Span<UInt8>, from index: Int, _ room: Int) -> Bool {
    let limit = min(bytes.count, index + min(input.restRoom, room))
    var end = index
    while end < limit, bytes[end] > 0x20 { end += 1 }
    return end == limit && limit < bytes.count
  }
}

/// What begins at `index` is printable ASCII, or as plain.
private func isPlain(_ bytes: Span<UInt8>, at index: Int) -> Bool {
  bytes[index] > 0x20 && bytes[index] < 0x7F || plainLength(bytes, at: index) > 0
}

/// The bytes of a character outside of ASCII that takes one column and is part of a word: a letter of U+00C0–U+017F, a
/// quotation mark, an ellipsis. 0: it is something else.
private func plainLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
  switch bytes[index] {
  case 0xC3, 0xC4, 0xC5:
    return index + 1 < bytes.count && bytes[index + 1] & 0xC0 == 0x80 ? 2 : 0
  case 0xE2:
    guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
    return switch bytes[index + 2] {
    case 0x98, 0x99, 0x9C, 0x9D, 0xA6: 3
    case _: 0
    }
  case _: return 0
  }
}

/// Continuation bytes in the range: so many more than characters.
private func continuations(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
  var count = 0
  for index in range where bytes[index] & 0xC0 == 0x80 { count += 1 }
  return count
}

/// Where the character begins that ends before `index`.
private func charStart(_ bytes: Span<UInt8>, before index: Int) -> Int {
  var start = index - 1
  while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
  return start
}
