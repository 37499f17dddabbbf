/// The sentences of `text`: ranges in order, without the white space between them, covering all the rest.
///
/// A sentence ends after `.`, `!`, `?`, `…` (with the quotes and brackets that close there) where white space and a
/// beginning follow, and after `。`, `！`, `？`. It does not end inside a quotation or brackets that are closed again.
/// A blank line always ends one, a single line feed where `linesEnd` says so.
package func sentences(in text: [UInt8], linesEnd: Bool = false) -> [Range<Int>] {
  var splitter = SentenceSplitter(text: text, linesEnd: linesEnd)
  return splitter.run()
}

/// A quotation or bracket that is open.
private struct Opening {
  /// The scalar that closes it.
  var closer: UInt32
  var start: Int
  /// How many ends were known when it opened.
  var ends: Int
}

struct SentenceSplitter {
  /// A closed quotation longer than this is split all the same: some mark in it was no quotation mark.
  static let longestUnsplit = 1200
  /// Deeper nesting is not followed.
  static let deepest = 8

  let text: [UInt8]
  let linesEnd: Bool
  /// Where sentences end, in order, with the index where white space after each ends.
  private var ends: [(end: Int, next: Int)] = []
  private var open: [Opening] = []
  /// Where the first sentence begins.
  private let first: Int
  /// Where the sentence that is being read began.
  private(set) var start = 0

  init(text: [UInt8], linesEnd: Bool) {
    self.text = text
    self.linesEnd = linesEnd
    ends.reserveCapacity(text.count / 96)
    first = spaceEnd(in: text, from: 0)
    start = first
  }

  mutating func run() -> [Range<Int>] {
    var index = start
    while true {
      index = nextMark(from: index)
      guard index < text.count else { break }
      index = read(at: index)
    }
    return ranges()
  }

  private func ranges() -> [Range<Int>] {
    var result: [Range<Int>] = []
    result.reserveCapacity(ends.count + 1)
    var from = first
    for (end, next) in ends where end > from {
      result.append(from..<end)
      from = next
    }
    let last = trimmedEnd(from: from)
    if last > from { result.append(from..<last) }
    return result
  }

  /// The next byte at or after `index` that this struct looks at.
  private func nextMark(from index: Int) -> Int {
    let bytes = text.span
    var index = index
    while index < bytes.count {
      let byte = bytes[index]
      // Letters and the space are most of any text.
      if byte >= 0x61 && byte < 0x80 || byte == 0x20 || !isSentenceMark(byte) { index += 1 } else { break }
    }
    return index
  }

  /// Deals with the mark at `index`; gives the index to go on from.
  private mutating func read(at index: Int) -> Int {
    switch text[index] {
    case 0x2E, 0x21, 0x3F: return readEnd(at: index, after: index + 1)
    case 0x0A: return readLineFeed(at: index)
    case 0x22: return readQuote(at: index)
    case 0x28: return opened(until: 0x29, at: index, after: index + 1)
    case 0x5B: return opened(until: 0x5D, at: index, after: index + 1)
    case 0x29, 0x5D:
      close(UInt32(text[index]), at: index)
      return index + 1
    case 0xC2, 0xE2, 0xE3, 0xEF: return readScalar(at: index)
    case let other:
      assert(!isSentenceMark(other))
      return index + 1
    }
  }

  private mutating func readScalar(at index: Int) -> Int {
    let (value, end) = scalar(in: text, at: index)
    switch value {
    case 0x2026, 0x203D, 0x2047...0x2049: return readEnd(at: index, after: end)
    case 0x3002, 0xFF01, 0xFF1F, 0xFF61: return readWideEnd(after: end)
    case 0x201C: return opened(until: 0x201D, at: index, after: end)
    case 0x201E: return opened(until: 0x201C, at: index, after: end)
    case 0xAB: return opened(until: 0xBB, at: index, after: end)
    case 0x300C, 0x300E, 0x3010, 0x3014: return opened(until: value + 1, at: index, after: end)
    case 0xFF08: return opened(until: 0xFF09, at: index, after: end)
    case 0x201D, 0xBB, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF09: close(value, at: index)
    case _: break
    }
    return end
  }

  // MARK: Quotations and brackets

  private mutating func opened(until closer: UInt32, at index: Int, after end: Int) -> Int {
    // „German“: the high mark closes what the low one opened.
    if closer == 0x201D, open.contains(where: { $0.closer == 0x201C }) {
      close(0x201C, at: index)
      return end
    }
    if open.count < Self.deepest { open.append(Opening(closer: closer, start: index, ends: ends.count)) }
    return end
  }

  /// Forgets the ends inside of what closes here.
  private mutating func close(_ closer: UInt32, at index: Int) {
    guard let place = open.lastIndex(where: { $0.closer == closer }) else { return }
    let opening = open[place]
    if index - opening.start <= Self.longestUnsplit, opening.ends < ends.count {
      ends.removeLast(ends.count - opening.ends)
      start = ends.last?.next ?? first
    }
    open.removeLast(open.count - place)
  }

  /// A straight quote opens after white space, an opening bracket or a dash, and otherwise closes.
  private mutating func readQuote(at index: Int) -> Int {
    let before = index == 0 ? 0x20 : text[index - 1]
    let opens = before <= 0x20 || before == 0x28 || before == 0x5B || before == 0x2D || before == 0x94
    if opens, !open.contains(where: { $0.closer == 0x22 }) {
      return opened(until: 0x22, at: index, after: index + 1)
    }
    close(0x22, at: index)
    if opens { return opened(until: 0x22, at: index, after: index + 1) }
    return index + 1
  }

  // MARK: Ends

  private mutating func end(at end: Int, next: Int) {
    ends.append((end, next))
    start = next
  }

  private mutating func readLineFeed(at index: Int) -> Int {
    var next = index + 1
    while next < text.count, text[next] == 0x20 || text[next] == 0x09 || text[next] == 0x0D { next += 1 }
    guard linesEnd || (next < text.count && text[next] == 0x0A) else { return next }
    let from = trimmedEnd(from: start, before: index)
    if from > start { end(at: from, next: spaceEnd(in: text, from: index)) }
    open.removeAll(keepingCapacity: true)
    return max(next, start)
  }

  /// After a wide mark a sentence ends, unless a quotation closes there and a particle goes on.
  private mutating func readWideEnd(after mark: Int) -> Int {
    var index = mark
    while index < text.count, text[index] >= 0xE2 {
      let (value, end) = scalar(in: text, at: index)
      guard value == 0x3002 || value == 0xFF01 || value == 0xFF1F || value == 0xFF61 else { break }
      index = end
    }
    let closed = closeAll(from: index)
    let next = spaceEnd(in: text, from: closed)
    if next < text.count, closed > index, (0x3041...0x309F).contains(scalar(in: text, at: next).value) { return closed }
    if open.isEmpty || closed < text.count { end(at: closed, next: next) }
    return max(closed, mark)
  }

  /// Closers at `index`, dealt with; gives the index after them.
  private mutating func closeAll(from index: Int) -> Int {
    var index = index
    while index < text.count {
      let (value, end) = scalar(in: text, at: index)
      switch value {
      case 0x22 where !open.contains { $0.closer == 0x22 }: return index
      case 0x22, 0x29, 0x5D, 0x201D, 0xBB, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF09: close(value, at: index)
      case 0x201C:
        guard open.contains(where: { $0.closer == value }) else { return index }
        close(value, at: index)
      // French sets a space before its closing marks.
      case 0x20, 0xA0, 0x202F:
        guard end < text.count, scalar(in: text, at: end).value == 0xBB, open.contains(where: { $0.closer == 0xBB })
        else { return index }
      case 0x27, 0x2019, 0x203A, 0x7D: break
      case 0x5B:
        guard let after = noteEnd(at: index) else { return index }
        index = after
        continue
      case _: return index
      }
      index = end
    }
    return index
  }

  /// The end of a note's number in brackets: `[12]`, `[a]`.
  private func noteEnd(at index: Int) -> Int? {
    var end = index + 1
    while end < text.count, end - index <= 4, isDigit(text[end]) || isLetter(text[end]) { end += 1 }
    return end > index + 1 && end < text.count && text[end] == 0x5D ? end + 1 : nil
  }

  /// The end of the numbers of notes that stand raised behind a full stop: `said.12 The`, `said.3,4 The`; nil: there are
  /// none, or no word stands before the stop.
  private func raisedEnd(at index: Int) -> Int? {
    guard index < text.count, isDigit(text[index]) else { return nil }
    var word = index
    while word > start, !isLetter(text[word - 1]), text[word - 1] > 0x20, text[word - 1] != 0x2D { word -= 1 }
    guard word - 3 >= start, text[word - 1] >= 0x61, (1...3).allSatisfy({ isLetter(text[word - $0]) }) else {
      return nil
    }
    var end = index
    while true {
      let first = end
      while end < text.count, end - first < 3, isDigit(text[end]) { end += 1 }
      guard end > first, end < text.count else { return nil }
      guard text[end] == 0x2C || text[end] == 0x2D else { break }
      end += 1
    }
    return text[end] <= 0x20 || spaceEnd(in: text, from: end) > end ? end : nil
  }

  private mutating func readEnd(at index: Int, after first: Int) -> Int {
    var mark = first
    while mark < text.count {
      if text[mark] == 0x2E || text[mark] == 0x21 || text[mark] == 0x3F {
        mark += 1
      } else if text[mark] == 0xE2, scalar(in: text, at: mark).value == 0x2026 {
        mark += 3
      } else {
        break
      }
    }
    var closed = closeAll(from: mark)
    let isStop = mark == index + 1 && text[index] == 0x2E
    if let after = raisedEnd(at: closed), !isStop || stopEnds(at: index, next: closed) { closed = after }
    let next = spaceEnd(in: text, from: closed)
    guard next > closed, next < text.count else { return closed }
    if begins(at: next, afterQuote: closed > mark), !isStop || stopEnds(at: index, next: next) {
      end(at: closed, next: next)
    }
    return closed
  }

  /// Whether what stands at `index` can begin a sentence.
  private func begins(at index: Int, afterQuote: Bool) -> Bool {
    var index = index
    while index < text.count {
      let (value, end) = scalar(in: text, at: index)
      switch value {
      case 0x22, 0x27, 0x28, 0x5B, 0x2018, 0x201C, 0x201E, 0xAB, 0x2039, 0xBF, 0xA1, 0x300C, 0x300E: index = end
      case 0x2C, 0x2E, 0x3A, 0x3B, 0x29, 0x5D, 0x7D, 0x2026, 0x21, 0x3F: return false
      case 0x2D, 0x2013, 0x2014: return !afterQuote
      case 0x41...0x5A, 0x30...0x39: return true
      case _:
        let found = traits(of: value)
        return !found.isLower || isCamel(after: end) || isAddress(at: index)
      }
    }
    return false
  }

  /// iPhone, eBay: a capital after the first letter.
  private func isCamel(after index: Int) -> Bool {
    index < text.count && text[index] >= 0x41 && text[index] <= 0x5A
  }

  /// www.example.org: a full stop inside, and letters after it.
  private func isAddress(at index: Int) -> Bool {
    var end = index
    while end < text.count, isLetter(text[end]) { end += 1 }
    return end + 1 < text.count && text[end] == 0x2E && isLetter(text[end + 1])
  }

  // MARK: White space

  /// The end of `text` before `limit` without the white space there, at least `from`.
  private func trimmedEnd(from: Int, before limit: Int? = nil) -> Int {
    var end = limit ?? text.count
    while end > from, let (value, begin) = scalar(in: text, before: end),
      value <= 0x20 && (value == 0x20 || value >= 9 && value <= 13) || value > 0x7F && traits(of: value).isSpace
    {
      end = begin
    }
    return max(from, end)
  }
}

/// After the white space at `index`.
private func spaceEnd(in text: [UInt8], from index: Int) -> Int {
  var index = index
  while index < text.count {
    let byte = text[index]
    if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
      index += 1
    } else if byte < 0x80 {
      return index
    } else {
      let (value, end) = scalar(in: text, at: index)
      guard traits(of: value).isSpace else { return index }
      index = end
    }
  }
  return index
}

/// Whether `SentenceSplitter.read` looks at a byte: the line feed, `!` `"` `(` `)` `.` `?` (a bit each), `[` `]`, and the
/// first bytes of quotation marks and of wide marks.
@inline(__always)
private func isSentenceMark(_ byte: UInt8) -> Bool {
  if byte < 0x40 { return 0x8000_4306_0000_0400 as UInt64 >> UInt64(byte) & 1 == 1 }
  if byte < 0x80 { return byte == 0x5B || byte == 0x5D }
  return byte == 0xE2 || byte == 0xC2 || byte == 0xE3 || byte == 0xEF
}
