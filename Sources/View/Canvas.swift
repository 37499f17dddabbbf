import Screen
import Text

/// The signs of the reader, with what stands for them where the terminal has only ASCII.
struct Signs: Sendable {
  let linked, attributed, own, none, lost, closed, open, passage, rule, column, ellipsis, dot, separator: String
  let checked, doubtful, wrong, uncertain, opening, closing, before: String

  static let unicode = Signs(
    linked: "●", attributed: "◐", own: "◌", none: "○", lost: "⊘", closed: "▸", open: "▾", passage: "▌", rule: "─",
    column: "│", ellipsis: "…", dot: "·", separator: "›", checked: "✓", doubtful: "?", wrong: "✗", uncertain: "~",
    opening: "“", closing: "”", before: "‹")
  static let ascii = Signs(
    linked: "*", attributed: "+", own: "s", none: "o", lost: "x", closed: ">", open: "v", passage: "|", rule: "-",
    column: "|", ellipsis: "...", dot: "-", separator: ">", checked: "/", doubtful: "?", wrong: "!", uncertain: "~",
    opening: "\"", closing: "\"", before: "<")
}

/// A frame being drawn. Nothing is drawn outside it, and no text reaches it but as safe glyphs.
struct Canvas {
  var frame: Frame
  let signs: Signs

  init(size: Size, signs: Signs) {
    frame = Frame(size: size)
    self.signs = signs
  }

  var width: Int { frame.size.width }
  var height: Int { frame.size.height }

  /// Draws text from `x` on, at most to the column `limit`; answers the column after it.
  @discardableResult
  mutating func put(_ text: String, x: Int, y: Int, face: Face, limit: Int? = nil) -> Int {
    let bytes = Array(text.utf8)
    let limit = min(limit ?? width, width)
    var x = x
    var index = 0
    while index < bytes.count {
      let end = printableASCIIEnd(in: bytes, index..<bytes.count)
      if end > index {
        let last = min(end, index + max(0, limit - x))
        putASCII(bytes, index..<last, x: x, y: y, face: face)
        x += last - index
        guard last == end else { break }
        index = end
        continue
      }
      let drawn = glyph(in: bytes, at: index)
      index = drawn.end
      guard drawn.columns > 0 else { continue }
      guard x + drawn.columns <= limit else { break }
      put(drawn, x: x, y: y, face: face)
      x += drawn.columns
    }
    return x
  }

  mutating func put(_ glyph: Glyph, x: Int, y: Int, face: Face) {
    guard x >= 0, y >= 0, y < height, x + glyph.columns <= width else { return }
    if let halves = glyph.halves {
      put(halves.left, x: x, y: y, face: face)
      put(halves.right, x: x + 1, y: y, face: face)
      return
    }
    frame[x, y] = Cell(
      base: glyph.isTab ? 0x20 : glyph.base, mark1: glyph.mark1, mark2: glyph.mark2, mark3: glyph.mark3,
      width: UInt8(max(1, glyph.columns)), face: glyph.isStandIn ? .standIn : face)
    if glyph.columns == 2 { frame[x + 1, y] = Cell(base: 0, width: 0, face: face) }
  }

  /// Draws printable ASCII, a byte a cell. What would stand outside the frame is left out.
  mutating func putASCII(_ text: [UInt8], _ range: Range<Int>, x: Int, y: Int, face: Face) {
    guard y >= 0, y < height else { return }
    let first = range.lowerBound + max(0, -x)
    let last = min(range.upperBound, range.lowerBound + width - x)
    guard first < last else { return }
    let start = y * width + x - range.lowerBound
    let bytes = text.span
    var cells = frame.cells.mutableSpan
    for index in first..<last { cells[start + index] = Cell(base: UInt32(bytes[index]), face: face) }
  }

  /// Fills a row between two columns with blanks of a face.
  mutating func fill(y: Int, from: Int = 0, to: Int? = nil, face: Face) {
    guard y >= 0, y < height else { return }
    for x in max(0, from)..<max(max(0, from), min(to ?? width, width)) { frame[x, y] = Cell(face: face) }
  }

  /// The text shortened to so many columns, with an ellipsis where something was cut.
  func fitted(_ text: String, to limit: Int) -> String {
    guard limit > 0 else { return "" }
    guard columns(of: text) > limit else { return text }
    let room = max(0, limit - columns(of: signs.ellipsis))
    var kept = ""
    var used = 0
    for character in text {
      let wide = columns(of: String(character))
      if used + wide > room { break }
      kept.append(character)
      used += wide
    }
    while kept.last == " " { kept.removeLast() }
    return kept + signs.ellipsis
  }
}
