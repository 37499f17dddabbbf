/// A line of plain text, as offsets into its bytes.
struct TextLine: Equatable {
  /// The first byte, that of the indent.
  var start: Int
  /// The first byte that is not white space; `end` in a blank line.
  var content: Int
  /// Past the last byte that is not white space.
  var end: Int
  /// Columns of white space before the content, a tab going to the next multiple of 8.
  var indent: Int
  /// Columns to the end of the content, the indent included.
  var columns: Int
  /// Signs of a table: runs of blanks, tabs and bars inside the content.
  var gaps = 0
  var tabs = 0
  var bars = 0
  /// A page ends before this line.
  var beginsPage = false

  var isBlank: Bool { content == end }
}

/// Columns of a tab stop, as everywhere.
let tabStop = 8

/// The lines of `bytes[range]`: ended by LF, CR LF, CR or a form feed.
func textLines(of bytes: [UInt8], in range: Range<Int>) -> [TextLine] {
  var lines: [TextLine] = []
  lines.reserveCapacity(range.count / 48 + 1)
  bytes.withUnsafeBufferPointer { buffer in
    var at = range.lowerBound
    var beginsPage = false
    while at < range.upperBound {
      var line = scanLine(buffer, from: at, to: range.upperBound)
      line.beginsPage = beginsPage
      at = line.end
      while at < range.upperBound, !isLineEnd(buffer[at]) { at += 1 }
      beginsPage = false
      if at < range.upperBound {
        beginsPage = buffer[at] == 0x0C
        at += buffer[at] == 0x0D && at + 1 < range.upperBound && buffer[at + 1] == 0x0A ? 2 : 1
      }
      lines.append(line)
    }
  }
  return lines
}

/// White space and line ends; other control characters are content.
@inline(__always)
private func isBlankOrEnd(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

@inline(__always)
func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x0C }

/// One line from `start`: where its content lies and how wide it is.
@inline(__always)
private func scanLine(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) -> TextLine {
  var at = start
  let indent = skipIndent(buffer, &at, limit)
  var line = TextLine(start: start, content: at, end: at, indent: indent, columns: indent)
  var columns = indent
  var blanks = 0
  while at < limit {
    if blanks == 0, let endsBlank = endOfPlainWord(buffer, at, limit) {
      blanks = endsBlank ? 1 : 0
      at += 8
      columns += 8
      line.end = at - blanks
      line.columns = columns - blanks
      continue
    }
    let byte = buffer[at]
    if byte > 0x20 || !isBlankOrEnd(byte) {
      if byte >= 0x80 {
        let length = wideSpaceLength(buffer, at, limit)
        if length > 0 {
          columns += length - 1
          at += length
          continue
        }
        columns += byte < 0xC0 ? 0 : byte >= 0xE3 && byte <= 0xED ? 2 : 1
      } else {
        columns += 1
        if byte == 0x7C { line.bars += 1 }
      }
      if blanks > 1 && line.end > line.content { line.gaps += 1 }
      blanks = 0
      at += 1
      line.end = at
      line.columns = columns
    } else if isLineEnd(byte) {
      break
    } else {
      if byte == 0x09 {
        columns += tabStop - columns % tabStop
        line.tabs += 1
        blanks += 2
      } else {
        columns += 1
        blanks += 1
      }
      at += 1
    }
  }
  if line.isBlank { line.columns = 0 }
  return line
}

/// Whether the last of the eight bytes at `at` is a blank, where they are ASCII without control characters, bars and
/// two blanks in a row, and do not begin with a blank; nil: they are not so.
@inline(__always)
private func endOfPlainWord(
  _ buffer: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int
) -> Bool? {
  guard at + 8 <= limit else { return nil }
  let high: UInt64 = 0x8080_8080_8080_8080
  let word = UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: at, as: UInt64.self)
  let controls = (word &- 0x2020_2020_2020_2020) & ~word
  let bars = zeros(word ^ 0x7C7C_7C7C_7C7C_7C7C)
  let blanks = zeros(word ^ 0x2020_2020_2020_2020)
  guard (word | controls) & high | bars | blanks & (blanks >> 8) | blanks & 0x80 == 0 else { return nil }
  return blanks >> 63 == 1
}

/// The high bit of each byte that is zero, and no other bit.
@inline(__always)
private func zeros(_ word: UInt64) -> UInt64 {
  let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  return ~((word & low &+ low) | word | low)
}

/// The length of a no-break space (2) or an ideographic space (3) at `at`; 0: there is none.
@inline(__always)
private func wideSpaceLength(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int) -> Int {
  let byte = buffer[at]
  if byte == 0xC2, at + 1 < limit, buffer[at + 1] == 0xA0 { return 2 }
  if byte == 0xE3, at + 2 < limit, buffer[at + 1] == 0x80, buffer[at + 2] == 0x80 { return 3 }
  return 0
}

/// Moves `at` past white space; returns its columns.
@inline(__always)
private func skipIndent(_ buffer: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ limit: Int) -> Int {
  var columns = 0
  while at < limit {
    let byte = buffer[at]
    if byte == 0x20 || byte == 0x0B {
      columns += 1
      at += 1
    } else if byte == 0x09 {
      columns += tabStop - columns % tabStop
      at += 1
    } else {
      let length = byte < 0x80 ? 0 : wideSpaceLength(buffer, at, limit)
      guard length > 0 else { break }
      columns += length - 1
      at += length
    }
  }
  return columns
}
