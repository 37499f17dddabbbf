import Document

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
  /// Styles that are open, the innermost last, with what closes each.
  private var open: [(inline: Inline, end: [UInt8])] = []
  /// Nothing but white space stands on the line so far.
  private var isAtLineStart = true

  /// The part `range` of a block's text, less what layout leaves out.
  init(_ block: Block, _ range: Range<Int>, links: [Link], place: Place) {
    text = block.text
    self.place = place
    self.links = links
    keepsLines = block.keepsLines
    let inlines = Self.trimmed(block.inlines, block.text, range)
    var index = range.lowerBound
    while index < range.upperBound {
      close(at: index)
      if let skip = block.skips.first(where: { $0.contains(index) }) {
        index = min(skip.upperBound, range.upperBound)
        continue
      }
      open(inlines, at: index)
      index = append(at: index, end: range.upperBound)
    }
    close(at: range.upperBound)
  }

  /// The styles that Markdown can say, less the white space at their edges, the outer before the inner.
  private static func trimmed(_ inlines: [Inline], _ text: [UInt8], _ range: Range<Int>) -> [Inline] {
    var trimmed: [Inline] = []
    for inline in inlines where inline.style != .abbreviation {
      var part = inline.range.clamped(to: range)
      while !part.isEmpty, isSpace(text[part.lowerBound]) { part = (part.lowerBound + 1)..<part.upperBound }
      while !part.isEmpty, isSpace(text[part.upperBound - 1]) { part = part.lowerBound..<(part.upperBound - 1) }
      if !part.isEmpty { trimmed.append(Inline(range: part, style: inline.style, link: inline.link)) }
    }
    return trimmed.sorted {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
  }

  // MARK: Styles

  private mutating func open(_ inlines: [Inline], at index: Int) {
    for inline in inlines where inline.range.lowerBound == index {
      if open.contains(where: { $0.inline.style == .code }) { return }
      begin(inline, siblings: inlines)
    }
  }

  private mutating func begin(_ inline: Inline, siblings: [Inline]) {
    guard let (begin, end) = signs(of: inline, siblings: siblings) else { return }
    bytes.append(contentsOf: begin)
    open.append((inline, end))
    isAtLineStart = false
  }

  /// Ends what ends here; what lies inside it and goes on begins again.
  private mutating func close(at index: Int) {
    guard let first = open.firstIndex(where: { $0.inline.range.upperBound <= index }) else { return }
    let closing = open[first...]
    for (_, end) in closing.reversed() { bytes.append(contentsOf: end) }
    open.removeSubrange(first...)
    for (inline, _) in closing where inline.range.upperBound > index {
      let rest = Inline(range: index..<inline.range.upperBound, style: inline.style, link: inline.link)
      begin(rest, siblings: [])
    }
  }

  private func signs(of inline: Inline, siblings: [Inline]) -> (begin: [UInt8], end: [UInt8])? {
    switch inline.style {
    case .strong: emphasis("**", "strong", inline, siblings)
    case .emphasis: emphasis("*", "em", inline, siblings)
    case .deleted: emphasis("~~", "del", inline, siblings)
    case .inserted: tags("ins")
    case .superscript: tags("sup")
    case .subscript: tags("sub")
    case .code: codeSigns(inline.range)
    case .link: linkSigns(inline)
    case .abbreviation: nil
    }
  }

  /// Signs where CommonMark §6.4 surely takes them for emphasis; elsewhere, inside words say, tags.
  private func emphasis(
    _ sign: String, _ tag: String, _ inline: Inline, _ siblings: [Inline]
  ) -> (begin: [UInt8], end: [UInt8]) {
    let range = inline.range
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0x20
    let after = range.upperBound < text.count ? text[range.upperBound] : 0x20
    let opens = Self.isWord(text[range.lowerBound]) || Self.isSpace(before)
    let closes = Self.isWord(text[range.upperBound - 1]) || Self.isSpace(after)
    let touches = siblings.contains {
      $0.range.upperBound == range.lowerBound || $0.range.lowerBound == range.upperBound
    }
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
    let isInLink = open.contains { $0.inline.style == .link }
    guard let link = inline.link, links.indices.contains(link), !isInLink else { return nil }
    return ([UInt8(ascii: "[")], Array("](".utf8) + Self.destination(links[link].href) + Array(")".utf8))
  }

  /// An address between angle brackets; what may not stand there is percent-encoded.
  static func destination(_ href: String) -> [UInt8] {
    var bytes: [UInt8] = [UInt8(ascii: "<")]
    for byte in href.utf8 {
      switch byte {
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x7F:
        bytes.append(contentsOf: ("%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)).utf8)
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      default: bytes.append(byte)
      }
    }
    return bytes + [UInt8(ascii: ">")]
  }

  // MARK: Text

  /// Writes the byte at `index`, or the address that begins there; where to go on.
  private mutating func append(at index: Int, end: Int) -> Int {
    let byte = text[index]
    if open.contains(where: { $0.inline.style == .code }) {
      bytes.append(byte == 0x0A ? 0x20 : byte)
    } else if byte == 0x0A {
      breakLine()
    } else if isAtLineStart, Self.isSpace(byte) {
      if keepsLines { bytes.append(contentsOf: "&nbsp;".utf8) }
    } else if let stop = addressEnd(from: index, end: end) {
      bytes.append(contentsOf: [UInt8(ascii: "<")] + text[index..<stop] + [UInt8(ascii: ">")])
      isAtLineStart = false
      return stop
    } else {
      if needsEscape(index) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
      isAtLineStart = isAtLineStart && Self.isDigit(byte)
    }
    return index + 1
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
    let limit = open.last?.inline.range.upperBound ?? end
    var stop = index
    while stop < min(limit, end), text[stop] > 0x20, !Array("<>|".utf8).contains(text[stop]) { stop += 1 }
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
    case UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ":"):
      return isAtLineStart && (index == 0 || !Self.isDigit(text[index - 1]))
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      return isAtLineStart && index > 0 && Self.isDigit(text[index - 1])
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
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || (0x41...0x5A).contains(byte & 0xDF) }
}
