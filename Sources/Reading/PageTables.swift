import Document
import HTML

/// Tables of a page: those of data as one block, those that only put things in place as what they hold.
extension PageReader {
  /// A table of data has several rows and columns, and no blocks in its cells; any other only puts things in place.
  func isData(_ top: MarkupNode) -> Bool {
    var rows = 0
    var cells = 0
    var node = markup.after(top, within: top)
    while let current = node {
      if markup.kind(current) == .element {
        switch ElementUse.of(markup.name(current)) {
        case .row: rows += 1
        case .cell: cells += 1
        case .table, .list, .heading, .quote, .preformatted, .details, .embed, .term, .definition: return false
        case .block where ![.tbody, .thead, .tfoot, .p, .div].contains(markup.name(current)): return false
        case .unseen, .inline, .plain, .block, .item, .caption, .reading, .lineBreak, .rule, .link, .image: break
        }
      }
      node = markup.after(current, within: top)
    }
    return rows > 1 && cells > rows
  }

  mutating func beginRow() {
    if table?.rows.isEmpty == false { draft.text.append(0x0A) }
    table?.rows.append([])
    hasGap = false
  }

  mutating func beginCell() {
    if table?.rows.isEmpty != false { table?.rows.append([]) }
    if table?.rows.last?.isEmpty == false { draft.text.append(0x09) }
    table?.cellStart = draft.text.count
    table?.cellImage = nil
    hasGap = false
  }

  mutating func endCell(_ node: MarkupNode, _ use: ElementUse) {
    guard let start = table?.cellStart, let rows = table?.rows.count, rows > 0, case .cell(let isHeader) = use else {
      return
    }
    if draft.text.count == start, let image = table?.cellImage { draft.append(image.utf8) }
    let spans = (column: number(node, .colspan) ?? 1, row: number(node, .rowspan) ?? 1)
    table?.rows[rows - 1].append(
      Table.Cell(
        range: start..<draft.text.count, isHeader: isHeader, columnSpan: min(max(1, spans.column), 1000),
        rowSpan: min(max(1, spans.row), 65534)))
    table?.cellStart = nil
    hasGap = false
  }

  mutating func endTable() {
    let rows = table?.rows ?? []
    table = nil
    let text = draft
    draft = InlineText()
    hasGap = false
    guard text.text.contains(where: { $0 > 0x20 }) else { return }
    add(text, role: (.table, 0), table: Table(rows: rows))
  }
}
