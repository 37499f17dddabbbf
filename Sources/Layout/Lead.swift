import Document
import Text

/// What stands at the left of a block's rows: indents, a marker, the signs of a quotation.
struct Lead: Sendable, Equatable {
  /// Columns before the text of the first row, and of the others.
  var firstIndent = 0
  var indent = 0
  /// In the block's text, after a marker that the first row draws by itself.
  var bodyStart = 0
  /// On the first row.
  var first: [Fragment] = []
  /// A sign on every row after the first.
  private var restSign: (column: Int, sign: String)?

  /// A level of a list or of a quotation is so many columns.
  static let levelColumns = 2
  /// A row keeps at least so many columns for text, or half of its width.
  static let leastRoom = 10

  init() {}

  init(of block: Block, metrics: Metrics) {
    switch block.role {
    case .quote: quote(block, metrics)
    case .listItem: item(block, metrics)
    case .footnote where block.ordinal != nil: item(block, metrics)
    case .paragraph where block.isDefinition: definition(block, metrics)
    case .title, .byline, .dateline, .heading, .paragraph, .code, .table, .figure, .caption, .math, .footnote, .embed,
      .rule:
      mark(with: block, metrics)
    }
  }

  static func == (a: Lead, b: Lead) -> Bool {
    a.firstIndent == b.firstIndent && a.indent == b.indent && a.bodyStart == b.bodyStart && a.first == b.first
      && a.restSign?.column == b.restSign?.column && a.restSign?.sign == b.restSign?.sign
  }

  /// The fragments at the left of a row after the first.
  func rest(at start: Int) -> [Fragment] {
    guard let restSign else { return [] }
    return [Fragment(column: restSign.column, range: start..<start, sign: restSign.sign)]
  }

  /// A bar a level, on every row, in the place of a quote sign in the text.
  private mutating func quote(_ block: Block, _ metrics: Metrics) {
    let columns = max(1, min(block.level, Self.mostLevels(metrics))) * Self.levelColumns
    let marker = Self.marker(of: block)
    guard columns + 1 < metrics.width else { return }
    bodyStart = marker?.upperBound ?? 0
    let bar = metrics.isASCII ? "| " : "│ "
    let sign = String(repeating: bar, count: columns / Self.levelColumns)
    first = [Fragment(column: 0, range: marker ?? 0..<0, sign: sign)]
    restSign = (0, sign)
    firstIndent = columns
    indent = columns
  }

  /// The item's own marker, or a bullet or a number where the text has none; later rows hang under the text.
  private mutating func item(_ block: Block, _ metrics: Metrics) {
    let level = min(max(0, block.level - 1), Self.mostLevels(metrics)) * Self.levelColumns
    firstIndent = level
    indent = level
    if Self.marker(of: block) != nil {
      mark(with: block, metrics)
      return
    }
    let sign = Self.sign(of: block, metrics)
    let columns = Text.columns(of: sign)
    guard level + columns + 1 < metrics.width else { return }
    first = [Fragment(column: level, range: 0..<0, sign: sign)]
    hang(by: columns, metrics)
  }

  /// Under what it defines, a level to the right.
  private mutating func definition(_ block: Block, _ metrics: Metrics) {
    indent = min(block.level, Self.mostLevels(metrics)) * Self.levelColumns
    firstIndent = indent
  }

  /// Draws a marker that stands in the text.
  private mutating func mark(with block: Block, _ metrics: Metrics) {
    guard let marker = Self.marker(of: block) else { return }
    var start = marker.lowerBound
    while start < marker.upperBound, block.text[start] == 0x20 || block.text[start] == 0x09 { start += 1 }
    let range = start..<marker.upperBound
    var columns = 0
    for place in placedGlyphs(of: Fragment(column: 0, range: range), in: block.text, metrics) {
      columns = place.column + place.columns
    }
    // Where it has no room it is text like the rest.
    guard firstIndent + columns + 1 < metrics.width, !block.text[range].contains(0x0A) else { return }
    if columns > 0 { first = [Fragment(column: firstIndent, range: range)] }
    bodyStart = marker.upperBound
    hang(by: columns, metrics)
  }

  private mutating func hang(by columns: Int, _ metrics: Metrics) {
    firstIndent += columns
    if metrics.width - firstIndent >= min(Self.leastRoom, (metrics.width + 1) / 2) { indent = firstIndent }
  }

  /// Levels for which the width has room.
  private static func mostLevels(_ metrics: Metrics) -> Int {
    max(0, metrics.width - leastRoom) / 2 / levelColumns
  }

  /// The block's marker, where it is a range of its text.
  private static func marker(of block: Block) -> Range<Int>? {
    guard let marker = block.marker, marker.lowerBound >= 0, marker.upperBound <= block.text.count, !marker.isEmpty
    else { return nil }
    return marker
  }

  private static func sign(of block: Block, _ metrics: Metrics) -> String {
    if let ordinal = block.ordinal { return block.role == .footnote ? "[\(ordinal)] " : "\(ordinal). " }
    if metrics.isASCII { return "* " }
    return switch block.level {
    case ...1: "• "
    case 2: "– "
    case _: "◦ "
    }
  }
}
