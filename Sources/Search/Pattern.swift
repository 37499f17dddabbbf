import CPCRE2

/// A compiled query. Not Sendable: whoever searches holds its own, made from the `Query`.
package final class Pattern {
  package let query: Query
  /// A match or a search took more work than is allowed, so what was reported last may not be all.
  package private(set) var wasCutShort = false
  /// Asked between windows of a long search: true ends it. A caller that must stay quick puts its clock here.
  package var isOverdue: (() -> Bool)?

  private let plain: Code
  /// Of a literal: also matches hyphenated words and long s; made when a text needs it, since it is slower.
  private lazy var lenient: Code? = Code(Expression(literal: query.text, isLenient: true, query.ignoresCase), query)
  private let window: Window
  /// Steps that this search may still take at costly places.
  private var work = 0

  /// Nobody types more.
  package static let longestQuery = 4096

  package init(_ query: Query) throws(PatternError) {
    guard query.text.utf8.count <= Pattern.longestQuery else { throw .tooLong }
    self.query = query
    let expression =
      query.isPlain
      ? Expression(literal: query.text, isLenient: false, query.ignoresCase) : Expression(regex: query.text)
    plain = try Code(compiling: expression, query)
    window = query.isPlain ? .literal(query.text.utf8.count) : .regex
  }

  /// A pattern for what was typed so far: a regular expression that is not complete is taken literally.
  package static func whileTyping(_ query: Query) -> (pattern: Pattern?, error: PatternError?) {
    do {
      return (try Pattern(query), nil)
    } catch {
      return (try? Pattern(query.literal), error)
    }
  }

  /// Every match, in order, not overlapping, none of them empty; at most `limit`.
  package func ranges(in text: [UInt8], limit: Int = .max) -> [Range<Int>] {
    text.withUnsafeBytes { buffer in
      var found: [Range<Int>] = []
      var start = 0
      begin()
      while found.count < limit, let match = search(buffer, start..<buffer.count) {
        found.append(match)
        start = match.upperBound
      }
      return found
    }
  }

  /// The first match that begins at or after `start`.
  package func first(in text: [UInt8], from start: Int = 0) -> Range<Int>? {
    text.withUnsafeBytes { firstMatch(in: $0, from: start) }
  }

  /// The last match that begins before `end`.
  package func last(in text: [UInt8], before end: Int = .max) -> Range<Int>? {
    text.withUnsafeBytes { lastMatch(in: $0, before: end) }
  }

  /// The first match that begins in `start ..< end`; it may reach beyond.
  package func firstMatch(in buffer: UnsafeRawBufferPointer, from start: Int, before end: Int = .max) -> Range<Int>? {
    begin()
    return search(buffer, max(0, start)..<max(start, 0, min(end, buffer.count)))
  }

  /// The last match that begins in `start ..< end`, looked for from the end.
  package func lastMatch(in buffer: UnsafeRawBufferPointer, before end: Int, from start: Int = 0) -> Range<Int>? {
    begin()
    var upper = min(end, buffer.count)
    while upper > start, !wasCutShort {
      let lower = max(start, upper - window.length)
      var last: Range<Int>?
      var from = lower
      while let match = search(buffer, from..<upper) {
        last = match
        from = match.upperBound
        if from >= upper { break }
      }
      if let last { return last }
      upper = lower
    }
    return nil
  }

  private func begin() {
    wasCutShort = false
    work = Effort.limit
  }

  /// Goes through the text by windows, so that no call into PCRE2 sees more than it may work through at once.
  private func search(_ buffer: UnsafeRawBufferPointer, _ starts: Range<Int>) -> Range<Int>? {
    var start = Pattern.boundary(buffer, starts.lowerBound)
    while start < starts.upperBound, !wasCutShort {
      let end = min(start + window.length, starts.upperBound)
      switch attempt(buffer, start..<end) {
      case .found(let match):
        if !match.isEmpty { return match }
        start = Pattern.boundary(buffer, match.upperBound + 1)
      case .nothing: start = Pattern.boundary(buffer, end)
      case .tooCostly: wasCutShort = true
      }
      if start < starts.upperBound, isOverdue?() == true { wasCutShort = true }
    }
    return nil
  }

  /// A match that begins in a window. Most take a few steps; where one does not, the window is gone through by small
  /// parts, and what they may cost is counted.
  private func attempt(_ buffer: UnsafeRawBufferPointer, _ starts: Range<Int>) -> Code.Outcome {
    let code = code(for: buffer, starts)
    let outcome = match(code, buffer, starts, effort: Effort.light)
    guard case .tooCostly = outcome else { return outcome }
    var start = starts.lowerBound
    while start < starts.upperBound {
      let end = min(start + Effort.part, starts.upperBound)
      let outcome = attemptHard(code, buffer, start..<end)
      guard case .nothing = outcome else { return outcome }
      start = Pattern.boundary(buffer, end)
    }
    return .nothing
  }

  private func attemptHard(_ code: Code, _ buffer: UnsafeRawBufferPointer, _ starts: Range<Int>) -> Code.Outcome {
    for effort in Effort.hard {
      work -= Int(effort) * starts.count
      if work < 0 || isOverdue?() == true { break }
      let outcome = match(code, buffer, starts, effort: effort)
      guard case .tooCostly = outcome else { return outcome }
    }
    return .tooCostly
  }

  private func match(
    _ code: Code, _ buffer: UnsafeRawBufferPointer, _ starts: Range<Int>, effort: UInt32
  ) -> Code.Outcome {
    let visible = min(starts.upperBound + window.reach, buffer.count)
    let outcome = code.match(buffer, starts.lowerBound, visible, effort: effort)
    // A match that begins in the next window is found again there, where all of it can be seen.
    if case .found(let match) = outcome, match.lowerBound >= starts.upperBound { return .nothing }
    return outcome
  }

  private func code(for buffer: UnsafeRawBufferPointer, _ starts: Range<Int>) -> Code {
    let length = min(starts.count + window.reach, buffer.count - starts.lowerBound)
    guard query.isPlain, let base = buffer.baseAddress, ibid_has_variants(base + starts.lowerBound, length)
    else { return plain }
    return lenient ?? plain
  }

  /// The next scalar's first byte at or after `offset`.
  private static func boundary(_ buffer: UnsafeRawBufferPointer, _ offset: Int) -> Int {
    var offset = offset
    while offset < buffer.count, buffer[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}

/// How many steps (PCRE2's count, some nanoseconds each) a search may take.
enum Effort {
  /// An attempt at one place; what people type takes dozens.
  static let light: UInt32 = 200
  /// An attempt at a place where `light` was not enough.
  static let hard: [UInt32] = [2_000, 20_000]
  /// Places that are tried at once with more than `light`.
  static let part = 256
  /// All attempts with more than `light` together: about a second.
  static let limit = 100_000_000
}

/// How far one call into PCRE2 may look.
struct Window {
  /// Bytes where a match may begin.
  var length: Int
  /// Bytes that it may reach beyond them: no match is longer.
  var reach: Int

  /// A literal is looked for in linear time; hyphens and white space may make it several times longer.
  static func literal(_ length: Int) -> Window { Window(length: 1 << 16, reach: 8 * length + 256) }

  /// An expression may take the square of its window.
  static let regex = Window(length: 1 << 14, reach: 1 << 12)
}
