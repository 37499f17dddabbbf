/// Columns by which code is indented at least, as in Markdown.
let codeIndent = 4
/// Columns that a heading takes at most: a line and a bit.
let headingColumns = 90

/// How a line or a text ends, closing quotes and brackets aside.
enum Ending: Equatable {
  /// A full stop, an ellipsis.
  case stop
  /// A question or exclamation mark.
  case question
  case colon
  /// A comma, a semicolon, a dash.
  case comma
  case other
}

/// How a text begins, opening quotes and brackets aside.
enum Beginning: Equatable {
  case upper, lower, digit
  /// A letter of a script without cases.
  case letter
  case other
}

func ending(of bytes: [UInt8], line: TextLine) -> Ending { ending(of: bytes, from: line.content, to: line.end) }

/// The ending of `bytes[start..<end]`.
func ending(of bytes: [UInt8], from start: Int, to end: Int) -> Ending {
  var at = end
  while at > start {
    let (scalar, length) = scalarBefore(bytes, at, start)
    switch scalar {
    case ".", "…", "。", "．", "।", "؟": return .stop
    case "?", "!", "？", "！": return .question
    case ":", "：": return .colon
    case ",", ";", "，", "；", "、", "–", "—", "-": return .comma
    case "\"", "'", "”", "’", "»", "«", "“", "‘", ")", "]", "」", "』", "）", "*", "_": at -= length
    default: return .other
    }
  }
  return .other
}

func beginning(of bytes: [UInt8], _ line: TextLine) -> Beginning {
  beginning(of: bytes, from: line.content, to: line.end)
}

/// The beginning of `bytes[start..<end]`.
func beginning(of bytes: [UInt8], from start: Int, to end: Int) -> Beginning {
  var at = start
  while at < end {
    let (scalar, length) = scalarAt(bytes, at, end)
    switch scalar {
    case "a"..."z": return .lower
    case "A"..."Z": return .upper
    case "0"..."9": return .digit
    case "\"", "'", "“", "”", "„", "‘", "’", "«", "»", "(", "[", "「", "『", "（", "¿", "¡", "*", "_": at += length
    default:
      guard scalar.value >= 0x80 else { return .other }
      if scalar.properties.isUppercase { return .upper }
      if scalar.properties.isLowercase { return .lower }
      return scalar.properties.isAlphabetic ? .letter : .other
    }
  }
  return .other
}

/// The scalar at `at` and its length; U+FFFD of length 1 for what is none.
func scalarAt(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (Unicode.Scalar, Int) {
  let first = bytes[at]
  if first < 0x80 { return (Unicode.Scalar(first), 1) }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard first >= 0xC2, at + length <= end else { return ("\u{FFFD}", 1) }
  var value = UInt32(first) & (0x7F >> UInt32(length))
  for k in 1..<length {
    guard bytes[at + k] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
    value = value << 6 | UInt32(bytes[at + k] & 0x3F)
  }
  return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}

/// The scalar that ends before `at`, and its length.
func scalarBefore(_ bytes: [UInt8], _ at: Int, _ start: Int) -> (Unicode.Scalar, Int) {
  var first = at - 1
  while first > start, at - first < 4, bytes[first] & 0xC0 == 0x80 { first -= 1 }
  let (scalar, length) = scalarAt(bytes, first, at)
  return length == at - first ? (scalar, length) : ("\u{FFFD}", 1)
}

/// Signs that a rule is made of.
private func isRuleSign(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x2A, 0x2D, 0x5F, 0x3D, 0x7E, 0x23, 0x2E, 0x2B: true
  default: false
  }
}

/// Whether a line is nothing but a rule: three or more of one sign, spaces between allowed; or `⁂`, `———`.
func isRuleLine(_ bytes: [UInt8], _ line: TextLine) -> Bool {
  let first = bytes[line.content]
  if first >= 0x80 { return isWideRule(bytes, line) }
  guard isRuleSign(first), line.end - line.content >= 3 else { return false }
  var count = 0
  for at in line.content..<line.end {
    if bytes[at] == first {
      count += 1
    } else if bytes[at] != 0x20 {
      return false
    }
  }
  return count >= 3
}

/// `⁂`, or three or more of a dash or a box-drawing line.
private func isWideRule(_ bytes: [UInt8], _ line: TextLine) -> Bool {
  guard bytes[line.content] == 0xE2, line.end - line.content >= 3 else { return false }
  let (sign, length) = scalarAt(bytes, line.content, line.end)
  if sign == "⁂" { return line.end - line.content == length }
  guard sign == "—" || sign == "–" || sign == "─" || sign == "━" || sign == "═" || sign == "•" else { return false }
  var at = line.content
  var count = 0
  while at < line.end {
    let (scalar, length) = scalarAt(bytes, at, line.end)
    guard scalar == sign || scalar == " " else { return false }
    count += scalar == sign ? 1 : 0
    at += length
  }
  return count >= 3
}

/// Whether a line of an indented run reads as a program's, not as prose: it ends or begins as code does, or holds
/// many signs.
func looksLikeCode(_ bytes: [UInt8], _ line: TextLine) -> Bool {
  switch bytes[line.end - 1] {
  case 0x7B, 0x7D, 0x3B, 0x5C: return true
  default: break
  }
  switch bytes[line.content] {
  case 0x24, 0x23, 0x7B, 0x7D, 0x3C, 0x40: return true
  case 0x2F: return line.end - line.content > 1 && bytes[line.content + 1] == 0x2F
  default: break
  }
  var signs = 0
  for at in line.content..<line.end {
    switch bytes[at] {
    case 0x28, 0x29, 0x3D, 0x5B, 0x5D, 0x7B, 0x7D, 0x3B, 0x3C, 0x3E, 0x5F, 0x2F, 0x2B, 0x5C, 0x26, 0x7C: signs += 1
    default: break
    }
  }
  return signs * codeSignShare >= line.end - line.content
}

/// One sign in so many bytes is code; prose has one in forty or fewer.
private let codeSignShare = 12

/// The end of the table that begins at line `at`; nil: it is none.
func tableEnd(_ bytes: [UInt8], _ lines: [TextLine], _ at: Int, _ end: Int) -> Int? {
  let first = lines[at]
  guard first.gaps + first.tabs + first.bars > 0 || isFrame(bytes, first) else { return nil }
  var next = at
  if first.bars >= 1 || isFrame(bytes, first) {
    while next < end, lines[next].bars >= 1 || isFrame(bytes, lines[next]) { next += 1 }
    return next - at >= 2 ? next : nil
  }
  if first.tabs > 0 {
    while next < end, lines[next].tabs == first.tabs { next += 1 }
    if next - at >= 2 { return next }
  }
  return alignedEnd(bytes, lines, at, end)
}

/// `+-----+----+`
private func isFrame(_ bytes: [UInt8], _ line: TextLine) -> Bool {
  guard bytes[line.content] == 0x2B, line.end - line.content >= 5 else { return false }
  return bytes[line.content..<line.end].allSatisfy { $0 == 0x2B || $0 == 0x2D || $0 == 0x3D }
}

/// Lines that a table set in columns has at least.
private let alignedLines = 3

/// The end of lines that share a column at which, after two or more blanks, a cell begins.
private func alignedEnd(_ bytes: [UInt8], _ lines: [TextLine], _ at: Int, _ end: Int) -> Int? {
  guard lines[at].gaps > 0 else { return nil }
  var shared = cellColumns(bytes, lines[at])
  var next = at + 1
  while next < end, lines[next].gaps > 0 {
    let common = shared.intersection(cellColumns(bytes, lines[next]))
    guard !common.isEmpty else { break }
    shared = common
    next += 1
  }
  return next - at >= alignedLines && !shared.isEmpty ? next : nil
}

/// Columns at which a cell begins: after two or more blanks that do not follow the end of a sentence.
private func cellColumns(_ bytes: [UInt8], _ line: TextLine) -> Set<Int> {
  var result: Set<Int> = []
  var column = line.indent
  var blanks = 0
  var isAfterStop = false
  for at in line.content..<line.end {
    let byte = bytes[at]
    if byte == 0x20 {
      blanks += 1
      column += 1
    } else if byte == 0x09 {
      blanks += 2
      column += tabStop - column % tabStop
    } else {
      if blanks >= (isAfterStop ? 3 : 2) { result.insert(column) }
      blanks = 0
      isAfterStop = byte == 0x2E || byte == 0x3F || byte == 0x21 || byte == 0x3A
      column += byte & 0xC0 == 0x80 ? 0 : 1
    }
  }
  return result
}
