import Document

/// Groups the lines of a text into drafts of blocks: first what its own signs tell (lists, quotes, code, tables,
/// rules), then paragraphs by the text's shape.
struct TextGrouping {
  let bytes: [UInt8]
  let lines: [TextLine]
  let shape: TextShape
  private(set) var drafts: [TextDraft] = []
  /// Columns of the markers of the list items that are open, the innermost last.
  private var openItems: [Int] = []
  /// Where the stretch of plain lines that is being grouped ends; each stretch is looked at once as a whole.
  private var plainEnd = 0

  /// A line counts as ended on purpose where it and the next line's first word take less than this share of the wrap.
  static let shortShare = 0.85

  init(bytes: [UInt8], lines: [TextLine], shape: TextShape) {
    self.bytes = bytes
    self.lines = lines
    self.shape = shape
    drafts.reserveCapacity(lines.count / 2 + 1)
    group()
  }

  private mutating func group() {
    var at = 0
    while at < lines.count {
      if lines[at].isBlank {
        at += 1
        continue
      }
      var end = at + 1
      while end < lines.count, !lines[end].isBlank, !lines[end].beginsPage { end += 1 }
      at = groupRun(at, end)
    }
  }

  /// Groups a run of lines without a blank one; returns where to go on.
  private mutating func groupRun(_ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      let next = takeBlock(at, from: start, to: end)
      at = max(next, at + 1)
    }
    return at
  }

  private mutating func takeBlock(_ at: Int, from start: Int, to end: Int) -> Int {
    if drafts.isEmpty, let head = TextMailHead(bytes: bytes, lines: lines, at: at, end: end) {
      for (lines, field) in head.fields { _ = add(lines, .paragraph, start, end) { $0.mailField = field } }
      return end
    }
    if isRuleLine(bytes, lines[at]) { return add(at..<at + 1, .rule, start, end) }
    if bytes[lines[at].content] == 0x3E { return takeQuote(at, from: start, to: end) }
    if at == start || lines[at - 1].indent < codeIndent, let code = codeEnd(at, runEnd: end) {
      openItems = []
      return add(at..<code, .code, start, max(end, code)) { $0.keepsLines = true }
    }
    if let level = underlineLevel(at, end) {
      return add(at..<at + 2, .heading, start, end) {
        $0.level = level
        $0.hiddenLines = 1
      }
    }
    if let table = tableEnd(bytes, lines, at, end) {
      openItems = []
      return add(at..<table, .table, start, end) { $0.keepsLines = true }
    }
    if let marker = listMarker(bytes, lines[at]) { return takeItem(at, marker, from: start, to: end) }
    openItems = []
    return takeParagraph(at, from: start, to: end)
  }

  private mutating func add(
    _ range: Range<Int>, _ role: Role, _ start: Int, _ end: Int, _ change: (inout TextDraft) -> Void = { _ in }
  ) -> Int {
    var draft = TextDraft(lines: range, role: role)
    draft.isAttached = range.lowerBound > start
    draft.isFollowed = range.upperBound < end
    change(&draft)
    drafts.append(draft)
    return range.upperBound
  }

  // MARK: Quotes

  /// Lines with quote signs: a block ends where the depth changes, at an empty quoted line, and of unwrapped text at
  /// each line end.
  private mutating func takeQuote(_ at: Int, from start: Int, to end: Int) -> Int {
    openItems = []
    let mark = quoteMark(bytes, lines[at])
    var next = at + 1
    while next < end, isContinuedQuote(next, depth: mark.depth) { next += 1 }
    var hidden = 0
    while next < end, isEmptyQuote(next) {
      next += 1
      hidden += 1
    }
    return add(at..<next, .quote, start, end) {
      $0.level = mark.depth
      $0.markerLength = mark.length
      $0.hiddenLines = hidden
    }
  }

  private func isContinuedQuote(_ at: Int, depth: Int) -> Bool {
    guard let wrap = shape.wrapColumn, quoteMark(bytes, lines[at]).depth == depth, !isEmptyQuote(at),
      !isEmptyQuote(at - 1)
    else { return false }
    return !isShort(at - 1, before: at, wrap: wrap)
  }

  private func isEmptyQuote(_ at: Int) -> Bool {
    let mark = quoteMark(bytes, lines[at])
    return mark.depth > 0 && lines[at].content + mark.length == lines[at].end
  }

  // MARK: Lists

  private mutating func takeItem(_ at: Int, _ marker: TextMarker, from start: Int, to end: Int) -> Int {
    let indent = lines[at].indent
    while let open = openItems.last, open > indent { openItems.removeLast() }
    if openItems.last != indent { openItems.append(indent) }
    var next = at + 1
    while next < end, isContinuedItem(next, indent: indent) { next += 1 }
    let level = openItems.count
    return add(at..<next, .listItem, start, end) {
      $0.level = level
      $0.markerLength = marker.length
      $0.marker = marker
    }
  }

  /// Whether line `at` goes on with the item above: it is indented, or the line before it was full.
  private func isContinuedItem(_ at: Int, indent: Int) -> Bool {
    let line = lines[at]
    if bytes[line.content] == 0x3E || isRuleLine(bytes, line) || listMarker(bytes, line) != nil { return false }
    if line.indent > indent { return true }
    guard let wrap = shape.wrapColumn, line.indent == indent else { return false }
    return !isShort(at - 1, before: at, wrap: wrap)
  }

  // MARK: Paragraphs

  private mutating func takeParagraph(_ at: Int, from start: Int, to end: Int) -> Int {
    if at >= plainEnd {
      plainEnd = findPlainEnd(at, end)
      if isVerse(at, plainEnd) { return add(at..<plainEnd, .paragraph, start, end) { $0.keepsLines = true } }
    }
    guard let wrap = shape.wrapColumn else { return add(at..<at + 1, .paragraph, start, end) }
    var next = at + 1
    while next < plainEnd, !endsParagraph(next, first: at, wrap: wrap) { next += 1 }
    return add(at..<next, .paragraph, start, end)
  }

  /// Past the lines that could belong to the paragraph at `at`: up to a line that is something of its own.
  private func findPlainEnd(_ at: Int, _ end: Int) -> Int {
    var next = at + 1
    while next < end {
      let line = lines[next]
      let byte = bytes[line.content]
      if byte == 0x3E || isRuleLine(bytes, line) { break }
      if listMarker(bytes, line) != nil, beginsList(next) { break }
      if line.gaps + line.tabs + line.bars > 0, tableEnd(bytes, lines, next, end) != nil { break }
      next += 1
    }
    return next
  }

  /// Whether a marker in the middle of a run begins a list. In wrapped text a full line before it makes a dash or a
  /// number at the beginning of a line a part of its sentence.
  private func beginsList(_ at: Int) -> Bool {
    guard let wrap = shape.wrapColumn else { return true }
    return isShort(at - 1, before: at, wrap: wrap) || bytes[lines[at - 1].end - 1] == 0x3A
  }

  /// Whether the first word of line `at` would have fitted well on the line before.
  private func isShort(_ line: Int, before at: Int, wrap: Int) -> Bool {
    Double(lines[line].columns + 1 + firstWordColumns(bytes, lines[at])) < Self.shortShare * Double(wrap)
  }

  /// Whether a paragraph that began at line `first` ends before line `at`.
  private func endsParagraph(_ at: Int, first: Int, wrap: Int) -> Bool {
    let (before, line) = (lines[at - 1], lines[at])
    if shape.indentsParagraphs, line.indent >= 2 { return true }
    if beginsByIndent(lines, at), line.indent > before.indent { return true }
    guard isShort(at - 1, before: at, wrap: wrap), beginning(of: bytes, line) != .lower else { return false }
    switch ending(of: bytes, line: before) {
    case .stop, .question: return true
    case .colon, .comma: return false
    case .other: return at - 1 == first
    }
  }

  /// Whether lines were set as lines: a poem, an address.
  private func isVerse(_ at: Int, _ end: Int) -> Bool {
    let count = end - at
    guard count > 1 else { return false }
    guard let wrap = shape.wrapColumn else { return isStanza(at, end) }
    var short = 0
    var stops = 0
    for k in at + 1..<end {
      short += isShort(k - 1, before: k, wrap: wrap) ? 1 : 0
      stops += ending(of: bytes, line: lines[k - 1]) == .stop ? 1 : 0
    }
    let isHeaded = count == 2 && ending(of: bytes, line: lines[end - 1]) == .stop
    return Double(short) >= Self.verseShare * Double(count - 1) && stops * 2 <= count - 1 && !isHeaded
  }

  /// The share of line ends that must be ends on purpose, in a poem or an address of a wrapped text.
  private static let verseShare = 0.8
  /// In a text of a line a paragraph: lines that a stanza has at least, columns that a verse has at most.
  private static let stanzaLines = 4
  /// Lines of a stanza in a text that has few blank lines otherwise.
  private static let longestStanza = 16
  private static let verseColumns = 64

  /// Whether lines of an unwrapped text are a stanza: short, and with punctuation at some of their ends, which the
  /// entries of a menu do not have.
  private func isStanza(_ at: Int, _ end: Int) -> Bool {
    let stands = (at == 0 || lines[at - 1].isBlank) && (end == lines.count || lines[end].isBlank)
    guard shape.hasBlankLines || stands && end - at <= Self.longestStanza, end - at >= Self.stanzaLines else {
      return false
    }
    var commas = 0
    var stops = 0
    for k in at..<end {
      guard lines[k].columns <= Self.verseColumns else { return false }
      switch ending(of: bytes, line: lines[k]) {
      case .comma, .colon: commas += 1
      case .stop, .question: stops += 1
      case .other: break
      }
    }
    return commas > 0 && (commas + stops) * 3 >= end - at && stops * 2 <= end - at
  }

  // MARK: Code and headings

  /// The level of the heading at line `at` that the next line underlines; nil: it does not.
  private func underlineLevel(_ at: Int, _ end: Int) -> Int? {
    guard at + 1 < end, lines[at].columns <= headingColumns else { return nil }
    let under = lines[at + 1]
    let sign = bytes[under.content]
    guard sign == 0x3D || sign == 0x2D || sign == 0x7E, under.end - under.content >= 3,
      bytes[under.content..<under.end].allSatisfy({ $0 == sign }), under.columns <= lines[at].columns + 8
    else { return nil }
    return sign == 0x3D ? 1 : 2
  }

  /// The end of a listing that begins at `at`, over blank lines; nil: it is none.
  private func codeEnd(_ at: Int, runEnd: Int) -> Int? {
    guard isIndentedCode(at, runEnd) else { return nil }
    var end = runEnd
    while true {
      var next = end
      while next < lines.count, lines[next].isBlank { next += 1 }
      guard next < lines.count, lines[next].indent >= codeIndent else { return end }
      var last = next
      while last < lines.count, !lines[last].isBlank { last += 1 }
      guard isIndentedCode(next, last) else { return end }
      end = last
    }
  }

  private func isIndentedCode(_ at: Int, _ end: Int) -> Bool {
    guard lines[at].indent >= codeIndent else { return false }
    var points = 0
    for k in at..<end {
      guard lines[k].indent >= codeIndent else { return false }
      points += looksLikeCode(bytes, lines[k]) ? 1 : 0
    }
    return points * 2 >= end - at
  }
}
