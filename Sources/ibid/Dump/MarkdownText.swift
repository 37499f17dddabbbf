import Document
import Text

/// The text of a block as inline Markdown: everything that would be read as syntax is escaped, and styles become it.
///
/// CommonMark 0.29 with GFM's extensions.
struct MarkdownText {
  /// Where the text will stand, since that decides what would be read as syntax.
  enum Place {
    case paragraph, heading, cell
  }

  private(set) var bytes: [UInt8] = []
  private let text: [UInt8]
  private let place: Place
  private let keepsLines: Bool
  private let links: [Link]
  /// Styles that are open, the innermost last.
  private var open: [OpenStyle] = []
  // Where styles begin and end: what touches another needs care.
  private let starts: Set<Int>
  private let ends: Set<Int>
  /// Nothing but white space stands on the line so far.
  private var isAtLineStart = true

  private struct OpenStyle {
    var inline: Inline
    var end: [UInt8]
    /// Text inside is not escaped: between backquotes.
    var isRaw: Bool
  }

  /// The part `range` of a block's text, less what layout leaves out.
  init(_ block: Block, _ range: Range<Int>, links: [Link], place: Place) {
    text = block.text
    self.place = place
    self.links = links
    keepsLines = block.keepsLines
    let inlines = nestedInlines(block.inlines, block.text, range)
    starts = Set(inlines.map(\.range.lowerBound))
    ends = Set(inlines.map(\.range.upperBound))
    var index = range.lowerBound
    var nextInline = 0
    var nextSkip = 0
    while index < range.upperBound {
      close(at: index)
      while nextSkip < block.skips.count, block.skips[nextSkip].upperBound <= index { nextSkip += 1 }
      if nextSkip < block.skips.count, block.skips[nextSkip].contains(index) {
        index = min(block.skips[nextSkip].upperBound, range.upperBound)
        continue
      }
      // One that began where nothing is written begins here.
      while nextInline < inlines.count, inlines[nextInline].range.lowerBound <= index {
        if inlines[nextInline].range.upperBound > index { begin(inlines[nextInline]) }
        nextInline += 1
      }
      index = append(at: index, end: range.upperBound)
    }
    close(at: range.upperBound)
  }

  // MARK: Styles

  private mutating func begin(_ inline: Inline) {
    let touches = ends.contains(inline.range.lowerBound) || starts.contains(inline.range.upperBound)
    guard open.last?.isRaw != true, let (begin, end) = signs(of: inline, touches: touches) else { return }
    bytes.append(contentsOf: begin)
    open.append(OpenStyle(inline: inline, end: end, isRaw: begin.first == UInt8(ascii: "`")))
    isAtLineStart = false
  }

  private mutating func close(at index: Int) {
    while let last = open.last, last.inline.range.upperBound <= index {
      bytes.append(contentsOf: last.end)
      open.removeLast()
    }
  }

  private func signs(of inline: Inline, touches: Bool) -> (begin: [UInt8], end: [UInt8])? {
    switch inline.style {
    case .strong: emphasis("**", "strong", inline.range, touches)
    case .emphasis: emphasis("*", "em", inline.range, touches)
    case .deleted: emphasis("~~", "del", inline.range, touches)
    case .inserted: tags("ins")
    case .superscript: tags("sup")
    case .subscript: tags("sub")
    case .code: touches ? tags("code") : codeSigns(inline.range)
    case .link: linkSigns(inline)
    case .abbreviation: nil
    }
  }

  /// Signs where CommonMark §6.4 surely takes them for emphasis; elsewhere, inside words say, tags.
  private func emphasis(
    _ sign: String, _ tag: String, _ range: Range<Int>, _ touches: Bool
  ) -> (begin: [UInt8], end: [UInt8]) {
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0x20
    let after = range.upperBound < text.count ? text[range.upperBound] : 0x20
    let opens = Self.isSpace(before) || Self.isWord(text[range.lowerBound]) && "([{\"'".utf8.contains(before)
    let closes = Self.isSpace(after) || Self.isWord(text[range.upperBound - 1]) && ".,;:!?)]}\"'".utf8.contains(after)
    guard opens, closes, !touches else { return tags(tag) }
    return (Array(sign.utf8), Array(sign.utf8))
  }

  private func tags(_ name: String) -> (begin: [UInt8], end: [UInt8]) {
    (Array("<\(name)>".utf8), Array("</\(name)>".utf8))
  }

  /// A fence longer than any run of backquotes inside.
  private func codeSigns(_ range: Range<Int>) -> (begin: [UInt8], end: [UInt8]) {
    let fence = [UInt8](repeating: 0x60, count: Self.longestRun(of: 0x60, in: text[range]) + 1)
    let touches = text[range.lowerBound] == 0x60 || text[range.upperBound - 1] == 0x60
    return touches ? (fence + [0x20], [0x20] + fence) : (fence, fence)
  }

  private func linkSigns(_ inline: Inline) -> (begin: [UInt8], end: [UInt8])? {
    guard let link = inline.link, links.indices.contains(link) else { return nil }
    return ([UInt8(ascii: "[")], Array("](".utf8) + Self.destination(links[link].href) + Array(")".utf8))
  }

  /// An address between angle brackets; what may not stand there is percent-encoded.
  static func destination(_ href: String) -> [UInt8] {
    let address = percentEncoded(href) { byte in
      switch byte {
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x7F: false
      case _: true
      }
    }
    return Array("<\(address.replacing("&", with: "&amp;"))>".utf8)
  }

  // MARK: Text

  /// Writes the byte at `index`, or the address that begins there; where to go on.
  private mutating func append(at index: Int, end: Int) -> Int {
    let byte = text[index]
    if open.last?.isRaw == true {
      if byte == UInt8(ascii: "|"), place == .cell { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte == 0x0A ? 0x20 : byte)
    } else if byte == 0x0A {
      breakLine()
    } else if isAtLineStart, Self.isSpace(byte) {
      if keepsLines { bytes.append(contentsOf: "&nbsp;".utf8) }
    } else if let stop = addressEnd(from: index, end: end) {
      appendAddress(text[index..<stop])
      isAtLineStart = false
      return stop
    } else {
      if needsEscape(index) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
      isAtLineStart = isAtLineStart && isDigit(byte)
    }
    return index + 1
  }

  /// Between angle brackets, where entities are read but escapes are not.
  private mutating func appendAddress(_ address: ArraySlice<UInt8>) {
    bytes.append(UInt8(ascii: "<"))
    for byte in address {
      bytes.append(byte)
      if byte == UInt8(ascii: "&") { bytes.append(contentsOf: "amp;".utf8) }
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func breakLine() {
    switch place {
    case .heading: bytes.append(0x20)
    case .cell: bytes.append(contentsOf: (keepsLines ? "<br>" : " ").utf8)
    case .paragraph:
      if keepsLines { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(0x0A)
      isAtLineStart = true
    }
  }

  /// The end of an `http:` or `https:` address that begins at `index`, outside links; nil: none does.
  private func addressEnd(from index: Int, end: Int) -> Int? {
    guard text[index] == UInt8(ascii: "h"), index == 0 || !Self.isWord(text[index - 1]),
      text[index..<end].starts(with: "http://".utf8) || text[index..<end].starts(with: "https://".utf8),
      !open.contains(where: { $0.inline.style == .link })
    else { return nil }
    let limit = min(end, open.last?.inline.range.upperBound ?? end)
    var stop = index
    while stop < limit, text[stop] > 0x20, !Array("<>|".utf8).contains(text[stop]) { stop += 1 }
    while stop > index, Array(".,;:!?)]'\"*_".utf8).contains(text[stop - 1]) { stop -= 1 }
    return stop > index + 8 ? stop : nil
  }

  /// The byte would be read as syntax where it stands.
  private func needsEscape(_ index: Int) -> Bool {
    let byte = text[index]
    let next = index + 1 < text.count ? text[index + 1] : 0x20
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: "~"), UInt8(ascii: "|"):
      return true
    case UInt8(ascii: "_"):
      return !(index > 0 && Self.isWord(text[index - 1]) && Self.isWord(next))
    case UInt8(ascii: "&"):
      return next == UInt8(ascii: "#") || Self.isWord(next)
    case UInt8(ascii: "#"):
      return isAtLineStart || place == .heading
    case UInt8(ascii: ":"):
      // GFM would make a link of an address that stands here as text.
      return isAtLineStart || text[index...].starts(with: "://".utf8)
    case UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="):
      return isAtLineStart
    case UInt8(ascii: "."):
      return isAtLineStart || index >= 3 && text[(index - 3)..<index].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
    case UInt8(ascii: ")"):
      return isAtLineStart
    default:
      return false
    }
  }

  static func longestRun(of byte: UInt8, in text: ArraySlice<UInt8>) -> Int {
    var longest = 0
    var run = 0
    for each in text {
      run = each == byte ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
}

/// The styles that Markdown can say, less the white space at their edges and properly nested, the outer before the
/// inner: one that crosses another's end is cut in two there, and of code only the first part is kept.
func nestedInlines(_ inlines: [Inline], _ text: [UInt8], _ range: Range<Int>) -> [Inline] {
  func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  func isBefore(_ a: Inline, _ b: Inline) -> Bool {
    (a.range.lowerBound, -a.range.upperBound) < (b.range.lowerBound, -b.range.upperBound)
  }
  // The next in order last; what is cut off of one waits for its turn.
  var waiting = inlines.map { Inline(range: $0.range.clamped(to: range), style: $0.style, link: $0.link) }
    .sorted { isBefore($1, $0) }
  var nested: [Inline] = []
  var around: [Inline] = []
  while var inline = waiting.popLast() {
    around.removeAll { $0.range.upperBound <= inline.range.lowerBound }
    if let outer = around.last(where: { $0.range.upperBound < inline.range.upperBound }) {
      let end = outer.range.upperBound
      if inline.style != .code {
        let rest = Inline(range: end..<inline.range.upperBound, style: inline.style, link: inline.link)
        waiting.insert(rest, at: waiting.lastIndex { isBefore(rest, $0) }.map { $0 + 1 } ?? 0)
      }
      inline.range = inline.range.lowerBound..<end
    }
    while let first = inline.range.first, isSpace(text[first]) { inline.range = (first + 1)..<inline.range.upperBound }
    while let last = inline.range.last, isSpace(text[last]) { inline.range = inline.range.lowerBound..<last }
    let isSaid = around.contains { $0.style == inline.style || $0.style == .code }
    if inline.range.isEmpty || isSaid || inline.style == .abbreviation { continue }
    nested.append(inline)
    around.append(inline)
  }
  return nested
}
