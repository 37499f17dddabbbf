import Document

/// Gives the paragraphs of a text the roles that it has no signs for: title, byline, dateline, caption, heading.
struct TextRoles {
  let bytes: [UInt8]
  let lines: [TextLine]
  let shape: TextShape
  /// The text begins here.
  let isFirst: Bool
  private(set) var drafts: [TextDraft]

  /// Words are counted up to here.
  private static let mostWords = 40
  private static let headingWords = 14
  /// Words of a heading that is an exclamation or a question: longer ones are sentences of the text.
  private static let exclamationWords = 6
  private static let questionWords = 10
  /// Blocks at the beginning among which title, bylines and dates are looked for: a page's menu may stand before them.
  static let frontBlocks = 200
  /// A paragraph this wide is prose, whatever it ends with.
  private static let proseColumns = 100
  private static let proseWords = 4

  init(bytes: [UInt8], lines: [TextLine], shape: TextShape, isFirst: Bool, drafts: [TextDraft]) {
    self.bytes = bytes
    self.lines = lines
    self.shape = shape
    self.isFirst = isFirst
    self.drafts = drafts
    assign()
  }

  private mutating func assign() {
    for at in drafts.indices where drafts[at].role == .paragraph && isCaption(at) { drafts[at].role = .caption }
    if isFirst {
      for at in drafts.indices.prefix(Self.frontBlocks) where drafts[at].role == .paragraph { assignFront(at) }
      for at in drafts.indices.prefix(Self.frontBlocks) where isNameBeside(at) { drafts[at].role = .byline }
      if drafts.first?.mailField != nil {
        assignMailHead()
      } else if let title = titleIndex() {
        makeTitle(title)
      }
    }
    for at in drafts.indices where isArrow(at) {
      drafts[at].role = .paragraph
      drafts[at].level = 0
      drafts[at].markerLength = 0
    }
    for at in drafts.indices.reversed() { assignHeading(at) }
    if isFirst { assignLeadCaption() }
  }

  // MARK: Measures

  func range(_ at: Int) -> Range<Int> {
    let draft = drafts[at].lines
    let shown = max(draft.upperBound - drafts[at].hiddenLines, draft.lowerBound + 1)
    return lines[draft.lowerBound].content..<lines[shown - 1].end
  }

  func columns(_ at: Int) -> Int {
    drafts[at].lines.reduce(0) { $0 + lines[$1].columns - lines[$1].indent + 1 } - 1
  }

  /// Words, counted up to the number that matters here.
  func words(_ at: Int) -> Int {
    let range = range(at)
    var count = 0
    var isInside = false
    for k in range {
      let isBlank = bytes[k] <= 0x20
      if !isBlank && !isInside { count += 1 }
      isInside = !isBlank
      if count > Self.mostWords { break }
    }
    return count
  }

  func ends(_ at: Int) -> Ending {
    let range = range(at)
    return ending(of: bytes, from: range.lowerBound, to: range.upperBound)
  }

  func begins(_ at: Int) -> Beginning {
    let range = range(at)
    return beginning(of: bytes, from: range.lowerBound, to: range.upperBound)
  }

  /// The text of a short block.
  func string(_ at: Int) -> String { String(decoding: bytes[range(at)], as: UTF8.self) }

  func isShort(_ at: Int, columns limit: Int) -> Bool {
    drafts[at].lines.count <= 3 && columns(at) <= limit
  }

  /// A paragraph so wide that it is prose, whatever it ends with.
  func isLongProse(_ at: Int) -> Bool { drafts[at].role == .paragraph && columns(at) > Self.proseColumns }

  func isProse(_ at: Int) -> Bool {
    guard drafts[at].role == .paragraph else { return false }
    if isLongProse(at) { return true }
    switch ends(at) {
    case .stop, .question, .colon: return words(at) >= Self.proseWords
    case .comma, .other: return false
    }
  }

  // MARK: The beginning

  private mutating func makeTitle(_ at: Int) {
    drafts[at].role = .title
    drafts[at].level = 0
    drafts[at].keepsLines = false
  }

  private mutating func assignMailHead() {
    for at in drafts.indices {
      switch drafts[at].mailField {
      case .author: drafts[at].role = .byline
      case .date: drafts[at].role = .dateline
      case .subject: makeTitle(at)
      case .other: drafts[at].role = .paragraph
      case nil: break
      }
    }
  }

  private mutating func assignFront(_ at: Int) {
    guard isShort(at, columns: headingColumns), ends(at) != .comma else { return }
    let range = range(at)
    if mayBeDated(bytes, range) && isDateLine(string(at)) || isPlaceLine(bytes, range) {
      drafts[at].role = .dateline
    } else if mayBeByline(bytes, range), isByline(string(at)) {
      drafts[at].role = .byline
    }
  }

  /// A line of nothing but a name, between the title and a byline or a date.
  private func isNameBeside(_ at: Int) -> Bool {
    guard at > 0, at + 1 < drafts.count, drafts[at].role == .paragraph, isShort(at, columns: nameColumns),
      (2...4).contains(words(at))
    else { return false }
    let isBeside = drafts[at + 1].role == .dateline || drafts[at + 1].role == .byline
    return isBeside && isName(string(at))
  }

  /// A short line that hangs right under the title, with another line or a blank one and no prose after it.
  private mutating func assignLeadCaption() {
    guard drafts.count > 2, drafts[0].role == .title else { return }
    guard
      let at = drafts.indices.dropFirst().first(where: { drafts[$0].role != .byline && drafts[$0].role != .dateline }),
      drafts[at].role == .paragraph, !drafts[at].keepsLines, !drafts[at].isAttached, drafts[at].isFollowed,
      isShort(at, columns: headingColumns), ends(at) == .other, begins(at) != .lower
    else { return }
    drafts[at].role = .caption
  }

  // MARK: Captions and headings

  /// `>> Read more`: a sign of a page, not of a quotation, which begins with one sign and has neighbours.
  private func isArrow(_ at: Int) -> Bool {
    guard drafts[at].role == .quote, drafts[at].level > 1, drafts[at].lines.count == 1 else { return false }
    let isAfter = at > 0 && drafts[at - 1].role == .quote
    return !isAfter && !(at + 1 < drafts.count && drafts[at + 1].role == .quote)
  }

  private func isCaption(_ at: Int) -> Bool {
    let range = range(at)
    return captionCue(bytes, range) || isShort(at, columns: captionColumns) && endsWithCredit(bytes, range)
  }

  private mutating func assignHeading(_ at: Int) {
    guard at + 1 < drafts.count, !drafts[at].keepsLines, drafts[at].mailField == nil,
      isShort(at, columns: headingColumns)
    else { return }
    switch drafts[at].role {
    case .paragraph:
      guard let level = headingLevel(at) else { return }
      drafts[at].role = .heading
      drafts[at].level = level
    case .listItem:
      guard let level = numberedHeadingLevel(at) else { return }
      drafts[at].role = .heading
      drafts[at].level = level
      drafts[at].markerLength = 0
    case .title, .byline, .dateline, .heading, .quote, .code, .table, .figure, .caption, .math, .footnote, .embed,
      .rule:
      return
    }
  }

  /// The level of a paragraph that is a heading; nil: it is none.
  private func headingLevel(_ at: Int) -> Int? {
    guard words(at) <= Self.headingWords, endsAsHeading(at) else { return nil }
    switch begins(at) {
    case .lower, .other: return nil
    case .upper, .digit, .letter: break
    }
    let isCapitals = isCapitals(at)
    guard isCapitals || !shape.hasBlankLines || !drafts[at].isAttached, !isQuoted(at) else { return nil }
    guard !holdsSentenceEnd(at) else { return nil }
    let depth = numberingDepth(at)
    switch drafts[at + 1].role {
    case .paragraph: guard isProse(at + 1) else { return nil }
    case .listItem, .table, .code, .quote: guard !drafts[at].isFollowed else { return nil }
    case .heading: guard isCapitals || depth > 0 || isPart(at) else { return nil }
    case .title, .byline, .dateline, .figure, .caption, .math, .footnote, .embed, .rule: return nil
    }
    if mayBeDated(bytes, range(at)), isDateLine(string(at)) { return nil }
    if mayBeByline(bytes, range(at)), isByline(string(at)) { return nil }
    return depth > 0 ? min(depth + 1, 6) : 2
  }

  private func endsAsHeading(_ at: Int) -> Bool {
    switch ends(at) {
    case .other: return true
    case .question:
      let isQuestion = bytes[range(at)].contains(0x3F) || !bytes[range(at)].contains(0x21)
      return words(at) <= (isQuestion ? Self.questionWords : Self.exclamationWords)
    case .stop, .colon, .comma: return false
    }
  }

  /// A sentence ends inside: a full stop after a word of small letters, and a capital after it.
  private func holdsSentenceEnd(_ at: Int) -> Bool {
    let range = range(at)
    guard range.count > 5 else { return false }
    for k in range.lowerBound + 3..<range.upperBound - 2 where bytes[k] == 0x2E || bytes[k] == 0x3F || bytes[k] == 0x21
    {
      let isAfterWord =
        bytes[k - 1] | 0x20 == bytes[k - 1] && bytes[k - 2] | 0x20 == bytes[k - 2] && bytes[k - 2] > 0x60
      if isAfterWord && bytes[k - 1] > 0x60 && bytes[k + 1] == 0x20 && (0x41...0x5A).contains(bytes[k + 2]) {
        return true
      }
    }
    return false
  }

  /// `1. The beginning` between paragraphs is a heading, not a list of one.
  private func numberedHeadingLevel(_ at: Int) -> Int? {
    guard case .number = drafts[at].marker?.kind, !drafts[at].isAttached, !drafts[at].isFollowed, isProse(at + 1),
      at == 0 || drafts[at - 1].role != .listItem, ends(at) == .other || ends(at) == .question,
      words(at) <= Self.headingWords
    else { return nil }
    let range = range(at)
    let start = range.lowerBound + drafts[at].markerLength
    return beginning(of: bytes, from: start, to: range.upperBound) == .upper ? 2 : nil
  }

  /// `2.1 Methods`: 2; 0: it has no number.
  private func numberingDepth(_ at: Int) -> Int {
    let range = range(at)
    var depth = 0
    var k = range.lowerBound
    while k < range.upperBound, (0x30...0x39).contains(bytes[k]) {
      while k < range.upperBound, (0x30...0x39).contains(bytes[k]) { k += 1 }
      depth += 1
      guard k < range.upperBound, bytes[k] == 0x2E else { break }
      k += 1
    }
    return depth > 1 && k < range.upperBound && bytes[k] == 0x20 ? depth : 0
  }

  /// Begins with an opening quote or a dash: somebody speaks.
  private func isQuoted(_ at: Int) -> Bool {
    let range = range(at)
    switch scalarAt(bytes, range.lowerBound, range.upperBound).0 {
    case "\"", "“", "„", "«", "»", "‘", "'", "—", "–", "-": return ends(at) == .question
    default: return false
    }
  }

  /// No small letter, and more than a sign or an initial.
  private func isCapitals(_ at: Int) -> Bool {
    var letters = 0
    for byte in bytes[range(at)] {
      if (0x61...0x7A).contains(byte) || byte >= 0x80 { return false }
      letters += (0x41...0x5A).contains(byte) ? 1 : 0
    }
    return letters > 3
  }

  /// `Chapter 1`, `Part Two`, `Kapitel 3`.
  private func isPart(_ at: Int) -> Bool {
    guard "CPBSKT".utf8.contains(bytes[range(at).lowerBound]) else { return false }
    let word = string(at).lowercased().prefix { $0.isLetter }
    return ["chapter", "part", "book", "section", "kapitel", "teil", "chapitre", "partie", "capítulo", "parte"]
      .contains(String(word))
  }
}
