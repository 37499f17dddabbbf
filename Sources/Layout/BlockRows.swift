import Document
import Text

/// The rows of a block, in order: their ranges cover its text, each byte once. At least one row.
///
/// No row of wrapped text is wider than `metrics.width`, but for a glyph of two columns in a width of one. Rows of code
/// and of tables may be wider, and scroll sideways.
package func rows(of block: Block, metrics: Metrics) -> [Row] {
  var metrics = metrics
  metrics.width = max(1, metrics.width)
  metrics.tabWidth = max(1, metrics.tabWidth)
  switch block.role {
  case .rule: return ruleRows(of: block, metrics)
  case .code: return codeRows(of: block, metrics)
  case .table:
    guard let table = block.table else { return codeRows(of: block, metrics) }
    return tableRows(of: block, table, metrics)
  case .title, .byline, .dateline, .heading, .paragraph, .listItem, .quote, .figure, .caption, .math, .footnote, .embed:
    if block.text.isEmpty, let image = block.image { return imageRows(image, block.role, metrics) }
    return wrappedRows(of: block, metrics)
  }
}

func wrappedRows(of block: Block, _ metrics: Metrics) -> [Row] {
  var wrapping = Wrapping(block: block, lead: Lead(of: block, metrics: metrics), metrics: metrics)
  wrapping.run()
  guard wrapping.sawRightToLeft, !metrics.terminalReorders else { return wrapping.rows }
  let order = VisualOrder(text: block.text, bodyStart: wrapping.lead.bodyStart, metrics: metrics)
  return wrapping.rows.map { order.reordered($0) }
}

/// A line across.
private func ruleRows(of block: Block, _ metrics: Metrics) -> [Row] {
  let range = 0..<block.text.count
  let sign = String(repeating: metrics.isASCII ? "-" : "─", count: metrics.width)
  return [Row(range: range, fragments: [Fragment(column: 0, range: range, sign: sign)], columns: metrics.width)]
}

/// A picture without text: what it shows, in brackets, as a sign.
private func imageRows(_ image: Image, _ role: Role, _ metrics: Metrics) -> [Row] {
  let alt = sanitised(image.alt)
  let words = Array("[\(alt.isEmpty ? "image" : role == .figure ? "image: " + alt : alt)]".utf8)
  return wrappedRows(of: Block(role: .figure, text: words), metrics).map { row in
    let fragments = row.fragments.map { fragment in
      Fragment(
        column: fragment.column, range: 0..<0,
        sign: fragment.sign ?? String(decoding: words[fragment.range], as: UTF8.self))
    }
    return Row(range: 0..<0, fragments: fragments, columns: row.columns)
  }
}
