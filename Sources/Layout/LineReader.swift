import Text

/// A place where a row may end. Columns count from the row's indent.
struct RowBreak: Sendable {
  /// After the last byte that is drawn, and the column there.
  var end: Int
  var endColumn: Int
  /// Where the next row begins, and the column that it has in this one.
  var next: Int
  var nextColumn: Int
  /// The soft hyphen at `end` is shown.
  var showsHyphen = false
}

/// Reads one row glyph by glyph.
struct LineReader {
  private let input: WrapInput
  private let room: Int
  private let indent: Int
  /// Where the row's text begins.
  private let body: Int
  /// Right-to-left letters are in the row, or shortly after it.
  private(set) var sawRightToLeft = false
  private var position: Int
  private var column = 0
  private var skipIndex: Int
  private var nextSkip: Int
  /// Finished fragments, and where the one being read begins.
  private var pieces: [Fragment] = []
  private var pieceStart: Int
  private var pieceColumn = 0
  /// A glyph that is no white space was read; `last` is its class.
  private var hasGlyph = false
  private var last = BreakClass.letter
  private var lastIsUnspaced = false
  private var lastIsASCIILetter = false
  /// White space follows it: where that began, and the column there.
  private var isInSpace = false
  private var spaceStart = 0
  private var spaceColumn = 0
  /// Where the row may end; an `end` of -1 where it may not. The second: inside of a long word, after a slash or the like.
  private var lastBreak = RowBreak(end: -1, endColumn: 0, next: -1, nextColumn: 0)
  private var wordBreak = RowBreak(end: -1, endColumn: 0, next: -1, nextColumn: 0)
  /// Where the last grapheme cluster began: what is attached to it is not torn off.
  private var clusterStart: Int
  private var clusterColumn = 0

  init(input: WrapInput, body: Int, room: Int, indent: Int, skipIndex: Int) {
    self.input = input
    self.room = room
    self.indent = indent
    self.skipIndex = skipIndex
    self.body = body
    nextSkip = skipIndex < input.skips.count ? input.skips[skipIndex].lowerBound : Int.max
    position = body
    pieceStart = body
    clusterStart = body
  }

  /// Reads to where the row ends.
  mutating func read() -> RowBreak {
    let text = input.text
    let bytes = text.span
    readIndentation(bytes)
    while position < bytes.count {
      if position >= nextSkip {
        skip()
        continue
      }
      let byte = bytes[position]
      // No scalar that extends a cluster begins below 0xCC.
      let isAlone = position + 1 == bytes.count || bytes[position + 1] < 0xCC
      if byte > 0x20, byte < 0x7F, isAlone {
        let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
        noteBreak(bytes, before: isLetter ? .letter : BreakClass(ascii: byte), isWord: isAlphanumeric(byte))
        if column >= room {
          guard !hasGlyph else { return overflow(text) }
          dropIndentation()
        }
        take(isLetter ? .letter : BreakClass(ascii: byte), columns: 1, end: position + 1, isUnspaced: false)
        lastIsASCIILetter = isLetter
        if isLetter { takeLetters(bytes) }
      } else if byte == 0x20, isAlone {
        takeSpace(columns: 1, end: position + 1)
      } else if byte == 0x09 {
        takeSpace(columns: input.tabWidth - (column - pieceColumn) % input.tabWidth, end: position + 1)
      } else if byte == 0x0A || isLineEnd(bytes, at: position) {
        if input.keepsLines { return endOfLine(next: position + (byte == 0x0D ? 2 : 1)) }
        takeGap(bytes)
      } else {
        let step = glyphStep(in: text, at: position)
        let line = byte < 0x80 ? BreakClass(ascii: byte) : BreakClass(code: step.traits.lineCode)
        if step.traits.isRightToLeft { sawRightToLeft = true }
        if line == .space, isSpace(step, at: position) {
          takeSpace(columns: step.columns, end: step.end)
          continue
        }
        noteBreak(bytes, before: line, isWord: false)
        if column + step.columns > room {
          guard !hasGlyph else { return overflow(text) }
          dropIndentation()
        }
        if line == .softHyphen { noteSoftHyphen(end: step.end) }
        take(line, columns: step.columns, end: step.end, isUnspaced: step.traits.isUnspaced)
      }
    }
    return endOfLine(next: bytes.count)
  }

  /// The row's fragments where it ends at `found`.
  func fragments(to found: RowBreak) -> [Fragment] {
    var result: [Fragment] = []
    result.reserveCapacity(pieces.count + 1)
    for piece in pieces where piece.range.lowerBound < found.end {
      let range = piece.range.lowerBound..<min(piece.range.upperBound, found.end)
      result.append(Fragment(column: indent + piece.column, range: range))
    }
    if pieceStart < found.end { result.append(Fragment(column: indent + pieceColumn, range: pieceStart..<found.end)) }
    if found.showsHyphen {
      result.append(Fragment(column: indent + found.endColumn, range: found.end..<found.next, sign: "-"))
    }
    return result
  }

  // MARK: Glyphs

  /// A glyph that is no white space, and has room.
  @inline(__always)
  private mutating func take(_ line: BreakClass, columns: Int, end: Int, isUnspaced: Bool) {
    last = line
    lastIsUnspaced = isUnspaced
    lastIsASCIILetter = false
    hasGlyph = true
    isInSpace = false
    column += columns
    position = end
  }

  /// The ASCII letters that follow one, as many as have room: inside of a word no row ends.
  @inline(__always)
  private mutating func takeLetters(_ bytes: Span<UInt8>) {
    let limit = min(bytes.count, nextSkip, position + max(0, room - column))
    var end = position
    while end < limit, isLetter(bytes[end]) { end += 1 }
    // A mark may cling to the last one.
    if end < bytes.count, bytes[end] >= 0xCC { end -= 1 }
    guard end > position else { return }
    column += end - position
    position = end
    (clusterStart, clusterColumn) = (end - 1, column - 1)
  }

  @inline(__always)
  private mutating func takeSpace(columns: Int, end: Int) {
    if hasGlyph, !isInSpace {
      isInSpace = true
      spaceStart = position
      spaceColumn = column
    }
    column += columns
    position = end
  }

  // MARK: Where rows may end

  private var here: RowBreak { RowBreak(end: position, endColumn: column, next: position, nextColumn: column) }

  /// Notes where a row may end before the glyph at the position, if it may, and where a cluster begins.
  @inline(__always)
  private mutating func noteBreak(_ bytes: Span<UInt8>, before line: BreakClass, isWord: Bool) {
    if hasGlyph {
      if isInSpace {
        noteSpaceBreak(bytes)
      } else if !lastIsASCIILetter || line != .letter {
        noteInnerBreak(bytes, before: line, isWord: isWord)
      }
    }
    if line != .attached { (clusterStart, clusterColumn) = (position, column) }
  }

  private mutating func noteSpaceBreak(_ bytes: Span<UInt8>) {
    guard !isLoneMark(bytes, at: position), !endsWithLoneOpener(bytes, before: spaceStart) else { return }
    lastBreak = RowBreak(end: spaceStart, endColumn: spaceColumn, next: position, nextColumn: column)
  }

  private mutating func noteInnerBreak(_ bytes: Span<UInt8>, before line: BreakClass, isWord: Bool) {
    if last == .hyphen
      ? line == .letter && hyphenAllowsBreak(bytes, at: position - 1) : mayBreak(after: last, before: line)
    {
      lastBreak = here
    }
    if isWord, isAddressPunctuation(bytes, at: position - 1) { wordBreak = here }
  }

  private mutating func noteSoftHyphen(end: Int) {
    guard hasGlyph, !isInSpace, column < room else { return }
    lastBreak = RowBreak(end: position, endColumn: column, next: end, nextColumn: column, showsHyphen: true)
  }

  /// The glyph at the position has no room: the best place to end the row.
  private func overflow(_ text: [UInt8]) -> RowBreak {
    let hasWordBreak = wordBreak.next > lastBreak.next && !isInSpace
    if lastBreak.end < 0 { return hasWordBreak ? wordBreak : tear() }
    return hasWordBreak && isLongWord(text, from: lastBreak) ? wordBreak : lastBreak
  }

  /// A word is torn before the cluster that has no room.
  private func tear() -> RowBreak {
    if isInSpace { return RowBreak(end: spaceStart, endColumn: spaceColumn, next: position, nextColumn: column) }
    guard clusterStart > body else { return here }
    return RowBreak(end: clusterStart, endColumn: clusterColumn, next: clusterStart, nextColumn: clusterColumn)
  }

  /// Whether the word that begins at a break, and reaches the position, is longer than a row.
  private func isLongWord(_ text: [UInt8], from start: RowBreak) -> Bool {
    var columns = column - start.nextColumn
    var index = position
    while index < text.count, columns <= input.restRoom {
      if text[index] <= 0x20 { return false }
      let step = glyphStep(in: text, at: index)
      let line = BreakClass(code: step.traits.lineCode)
      if text[index] >= 0x80, line == .space || mayBreak(after: .letter, before: line) { return false }
      columns += step.columns
      index = step.end
    }
    return columns > input.restRoom
  }

  /// The row ends with its line or with the text.
  private func endOfLine(next: Int) -> RowBreak {
    guard hasGlyph else { return RowBreak(end: body, endColumn: 0, next: next, nextColumn: 0) }
    return isInSpace
      ? RowBreak(end: spaceStart, endColumn: spaceColumn, next: next, nextColumn: 0)
      : RowBreak(end: position, endColumn: column, next: next, nextColumn: 0)
  }

  // MARK: What is not drawn

  private mutating func endPiece(at end: Int) {
    if end > pieceStart { pieces.append(Fragment(column: pieceColumn, range: pieceStart..<end)) }
  }

  private mutating func startPiece(at start: Int) {
    pieceStart = start
    pieceColumn = column
  }

  /// White space that begins a line is drawn, unless it would take half of the row.
  private mutating func readIndentation(_ bytes: Span<UInt8>) {
    var end = position
    var columns = 0
    while end < min(bytes.count, nextSkip), bytes[end] == 0x20 || bytes[end] == 0x09 {
      columns += bytes[end] == 0x20 ? 1 : input.tabWidth - columns % input.tabWidth
      end += 1
    }
    // A mark may cling to the last space.
    if end < bytes.count, end > position, bytes[end] >= 0xCC, bytes[end - 1] == 0x20 {
      end -= 1
      columns -= 1
    }
    position = end
    if columns > room / 2 { startPiece(at: end) } else { column = columns }
  }

  /// The first glyph would have no room after the white space before it.
  private mutating func dropIndentation() {
    pieces.removeAll()
    column = 0
    startPiece(at: position)
    (clusterStart, clusterColumn) = (position, 0)
  }

  private mutating func passSkip() {
    skipIndex += 1
    nextSkip = skipIndex < input.skips.count ? input.skips[skipIndex].lowerBound : Int.max
  }

  /// Leaves out the skipped range at the position.
  private mutating func skip() {
    let end = min(input.skips[skipIndex].upperBound, input.text.count)
    passSkip()
    guard end > position else { return }
    endPiece(at: position)
    position = end
    startPiece(at: end)
  }

  /// A line feed with the white space around it: one space, or none between ideographs and after a hyphen.
  private mutating func takeGap(_ bytes: Span<UInt8>) {
    let lineFeed = position
    let end = gapEnd(bytes)
    guard hasGlyph else {
      position = end
      column = 0
      startPiece(at: end)
      return
    }
    let isTight = !isInSpace
    if isTight { (spaceStart, spaceColumn) = (lineFeed, column) }
    column = spaceColumn
    position = end
    if end < bytes.count, gapVanishes(bytes, isTight: isTight) {
      endPiece(at: spaceStart)
      startPiece(at: end)
      isInSpace = false
      if last == .hyphen {
        lastBreak = RowBreak(end: spaceStart, endColumn: column, next: end, nextColumn: column)
        last = .glue
      }
    } else {
      drawGap(bytes, lineFeed: lineFeed, end: end)
      isInSpace = true
    }
  }

  /// A gap is drawn by its first space, or by the line feed.
  private mutating func drawGap(_ bytes: Span<UInt8>, lineFeed: Int, end: Int) {
    let drawn = bytes[spaceStart] == 0x20 ? spaceStart : lineFeed
    let drawnEnd = drawn + (bytes[drawn] == 0x0D ? 2 : 1)
    if drawn == spaceStart {
      column += 1
      guard end != drawnEnd else { return }
      endPiece(at: drawnEnd)
    } else {
      endPiece(at: spaceStart)
      pieces.append(Fragment(column: column, range: drawn..<drawnEnd))
      column += 1
    }
    startPiece(at: end)
  }

  /// After the line feed at the position, and the white space and skipped ranges that follow it.
  private mutating func gapEnd(_ bytes: Span<UInt8>) -> Int {
    var end = position
    while end < bytes.count {
      if end >= nextSkip {
        end = max(end, min(input.skips[skipIndex].upperBound, bytes.count))
        passSkip()
      } else if bytes[end] == 0x09 || bytes[end] == 0x0A || isLineEnd(bytes, at: end) {
        end += 1
      } else if bytes[end] == 0x20, end + 1 == bytes.count || bytes[end + 1] < 0xCC {
        end += 1
      } else {
        guard bytes[end] == 0x20 || bytes[end] >= 0xC2 else { break }
        let step = glyphStep(in: input.text, at: end)
        guard isSpace(step, at: end) else { break }
        end = step.end
      }
    }
    return end
  }

  /// White space; a space that carries a mark is seen, and is none.
  private func isSpace(_ step: GlyphStep, at index: Int) -> Bool {
    let byte = input.text[index]
    return (byte == 0x20 || BreakClass(code: step.traits.lineCode) == .space)
      && step.end - index == (byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3)
  }

  /// Whether the lines before and after a gap are joined without a space; the position is after the gap.
  private func gapVanishes(_ bytes: Span<UInt8>, isTight: Bool) -> Bool {
    if last == .softHyphen { return isTight }
    let next = traits(of: scalar(in: input.text, at: position).value)
    if last == .hyphen, isTight, spaceStart >= 2 {
      let before = bytes[spaceStart - 2]
      return next.isLower && (before >= 0x80 || isLetter(before))
    }
    return lastIsUnspaced && next.isUnspaced
  }
}

/// A carriage return that belongs to a line feed.
private func isLineEnd(_ bytes: Span<UInt8>, at index: Int) -> Bool {
  bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
}
