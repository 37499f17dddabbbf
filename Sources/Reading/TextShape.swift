/// How a plain text is set: what ends a paragraph in it. Decided on its beginning, and kept for all of it, so that
/// any part of it can be read alone.
package struct TextShape: Sendable, Equatable {
  /// Columns at which its lines were broken; nil: a line is a paragraph.
  package var wrapColumn: Int?
  /// Paragraphs are set apart by blank lines.
  package var hasBlankLines: Bool
  /// Paragraphs begin with an indented line, in a text that was broken into lines.
  package var indentsParagraphs: Bool

  package init(wrapColumn: Int? = nil, hasBlankLines: Bool = true, indentsParagraphs: Bool = false) {
    self.wrapColumn = wrapColumn
    self.hasBlankLines = hasBlankLines
    self.indentsParagraphs = indentsParagraphs
  }

  /// Narrower columns than any text is broken at: those lines are a list or a poem.
  private static let narrowestWrap = 36
  /// Wider lines than any text is broken at by hand or by a mail program.
  private static let widestWrap = 160
  /// The share of line ends at which the next word would not have fitted, from which on the text counts as wrapped.
  /// In wrapped texts it is about 0.9 and in others under 0.3 (lines of like length happen).
  private static let wrappedShare = 0.55
  /// Text in lines wider than the widest wrap, as a share of all columns: a text of long lines with a wrapped part.
  private static let longShare = 0.3
  /// Indented first lines needed before they count as the way in which paragraphs begin.
  private static let fewestIndents = 3
  /// The share of paragraphs that a blank line follows, from which on blank lines set paragraphs apart.
  private static let blankShare = 0.5

  /// Decides on the beginning of a text, its first 64 KB.
  package init(of sample: [UInt8]) {
    self.init(of: textLines(of: sample, in: 0..<sample.count), bytes: sample)
  }

  init(of lines: [TextLine], bytes: [UInt8]) {
    let column = Self.wrapColumn(of: lines, bytes: bytes)
    let indents = column == nil ? 0 : Self.indentedBeginnings(lines)
    let (blanks, attached) = Self.separations(lines, bytes: bytes, wrapColumn: column)
    let hasBlankLines = Double(blanks) >= Self.blankShare * Double(blanks + attached)
    self.init(
      wrapColumn: column, hasBlankLines: hasBlankLines,
      indentsParagraphs: indents >= Self.fewestIndents && indents > blanks)
  }

  /// The column that explains most line ends: each pair of lines says that it is at least the first one's width, and
  /// less than that with the second one's first word.
  private static func wrapColumn(of lines: [TextLine], bytes: [UInt8]) -> Int? {
    var changes = [Int](repeating: 0, count: widestWrap + 2)
    var pairs = 0
    var all = 0
    var long = 0
    for (line, next) in zip(lines, lines.dropFirst() + [TextLine(start: 0, content: 0, end: 0, indent: 0, columns: 0)])
    {
      all += line.columns
      if line.columns > widestWrap { long += line.columns }
      guard !isEmpty(line, bytes), !isEmpty(next, bytes), !next.beginsPage, listMarker(bytes, next) == nil
      else { continue }
      pairs += 1
      guard line.columns <= widestWrap else { continue }
      changes[line.columns] += 1
      changes[min(line.columns + firstWordColumns(bytes, next), widestWrap) + 1] -= 1
    }
    guard pairs > 0, Double(long) < longShare * Double(all) else { return nil }
    var covered = 0
    var best = (column: 0, covered: 0)
    for column in 0...widestWrap {
      covered += changes[column]
      if covered > best.covered { best = (column, covered) }
    }
    guard best.column >= narrowestWrap, Double(best.covered) >= wrappedShare * Double(pairs) else {
      return columnOfBrokenSentences(lines, bytes: bytes)
    }
    return best.column
  }

  /// Sentences that a line breaks, needed to tell by them that a text is wrapped.
  private static let fewestBroken = 2
  /// Of the line ends in prose those that break a sentence: in wrapped texts about 0.85, else next to none.
  private static let brokenShare = 0.5
  /// Of the broken lines those that are as long as the column allows.
  private static let fullShare = 0.65
  /// Broken lines this narrow are verses, or what a page's links left of a sentence.
  private static let narrowestBroken = 56

  /// The column of a short or mixed text, in which heads, lists and signatures outnumber the prose: the widest line that
  /// ends inside a sentence, which the next line goes on with in small letters.
  private static func columnOfBrokenSentences(_ lines: [TextLine], bytes: [UInt8]) -> Int? {
    var broken: [(columns: Int, word: Int)] = []
    var others = 0
    for (line, next) in zip(lines, lines.dropFirst()) where line.columns >= narrowestWrap && !isEmpty(line, bytes) {
      guard !isEmpty(next, bytes), listMarker(bytes, next) == nil else { continue }
      let end = ending(of: bytes, line: line)
      let start = next.content + (bytes[next.content] == 0x3E ? quoteMark(bytes, next).length : 0)
      let goesOn = beginning(of: bytes, from: start, to: next.end) == .lower
      if line.columns <= widestWrap, goesOn, end == .other || end == .comma {
        broken.append((line.columns, firstWordColumns(bytes, next)))
      } else {
        others += 1
      }
    }
    guard broken.count >= fewestBroken, Double(broken.count) >= brokenShare * Double(broken.count + others),
      let column = broken.map(\.columns).max(), column >= narrowestBroken
    else { return nil }
    let full = broken.count { Double($0.columns + 1 + $0.word) >= TextGrouping.shortShare * Double(column) }
    return Double(full) >= fullShare * Double(broken.count) ? column : nil
  }

  /// Lines that are indented between lines that are not.
  private static func indentedBeginnings(_ lines: [TextLine]) -> Int {
    guard lines.count > 2 else { return 0 }
    var count = 0
    for at in 1..<lines.count - 1 where beginsByIndent(lines, at) { count += 1 }
    return count
  }

  /// Wider lines than verses and the entries of a menu have.
  private static let proseLine = 64

  /// How many paragraphs a blank line follows, and how many it does not: those in wide lines, if there are any.
  private static func separations(
    _ lines: [TextLine], bytes: [UInt8], wrapColumn: Int?
  ) -> (blanks: Int, attached: Int) {
    let hasProse = wrapColumn == nil && lines.contains { $0.columns > proseLine }
    var blanks = 0
    var attached = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !isEmpty(line, bytes) {
      if hasProse && line.columns <= proseLine { continue }
      if isEmpty(next, bytes) {
        blanks += 1
      } else if listMarker(bytes, next) == nil {
        if let wrapColumn, line.columns + firstWordColumns(bytes, next) >= wrapColumn { continue }
        attached += 1
      }
    }
    return (blanks, attached)
  }
}

/// Whether a line is blank, or has quote signs and nothing else.
private func isEmpty(_ line: TextLine, _ bytes: [UInt8]) -> Bool {
  line.isBlank || bytes[line.content] == 0x3E && line.content + quoteMark(bytes, line).length == line.end
}

/// Whether line `at` begins a paragraph by its indent: deeper than its neighbours, none of which is blank.
func beginsByIndent(_ lines: [TextLine], _ at: Int) -> Bool {
  guard at > 0, at + 1 < lines.count else { return false }
  let (before, line, after) = (lines[at - 1], lines[at], lines[at + 1])
  return !before.isBlank && !line.isBlank && !after.isBlank && (2...12).contains(line.indent - after.indent)
    && line.indent - before.indent >= 0
}

/// Columns of the first word of a line, after its quote signs; of text in wide characters one of them, as a line can
/// end after each.
func firstWordColumns(_ bytes: [UInt8], _ line: TextLine) -> Int {
  var at = line.content
  while at < line.end, bytes[at] == 0x3E || bytes[at] == 0x20 { at += 1 }
  var columns = 0
  while at < line.end, bytes[at] > 0x20 {
    let byte = bytes[at]
    if byte >= 0xE3 && byte <= 0xED { return columns + 2 }
    columns += byte & 0xC0 == 0x80 ? 0 : 1
    at += 1
  }
  return columns
}
