import Document
import Text

/// The rows of a table: its columns as wide as they need to be, or narrowed to the width by wrapping their cells; where
/// even that has no room, as wide as they need, to be scrolled sideways. A line under its head. Numbers stand right.
///
/// A cell of several lines makes several rows: the first has the range of the whole table row, the others none.
func tableRows(of block: Block, _ table: Table, _ metrics: Metrics) -> [Row] {
  let grid = TableGrid(table, in: block, metrics)
  guard !grid.cells.isEmpty else { return codeRows(of: block, metrics) }
  let widths = grid.widths(fitting: metrics.width)
  var rows: [Row] = []
  var start = 0
  for line in 0..<grid.rowCount {
    let end = line + 1 < grid.rowCount ? max(start, grid.starts[line + 1]) : block.text.count
    grid.addRows(of: line, widths, range: start..<end, to: &rows)
    start = end
    if line + 1 == grid.headCount, line + 1 < grid.rowCount { rows.append(grid.headRule(widths, at: end)) }
  }
  return rows
}

/// A cell where it stands in the grid of a table.
private struct GridCell {
  var row: Int
  var column: Int
  var span: Int
  /// In the block's text, without white space around it.
  var range: Range<Int>
  var isHeader: Bool
  /// Columns on one line, and of its longest word.
  var natural: Int
  var least: Int
  var isNumber: Bool
}

/// A table measured.
private struct TableGrid {
  /// Columns between two cells.
  static let gap = 2
  /// A column may be narrowed to its longest word, and that is broken where it is longer than this.
  static let longestKeptWord = 12
  /// Spans beyond it are taken as this: HTML allows 1000, and a page may lie.
  static let widestSpan = 100

  let block: Block
  let metrics: Metrics
  private(set) var cells: [GridCell] = []
  private(set) var rowCount = 0
  private(set) var columnCount = 0
  /// Rows at the top that are all header cells.
  private(set) var headCount = 0
  /// Where the text of each row begins.
  private(set) var starts: [Int] = []
  /// The cells of row `r` are those from `firstCell[r]` up to `firstCell[r + 1]`.
  private var firstCell: [Int] = []
  /// Of each column, whether its body is all numbers.
  private var isNumeric: [Bool] = []

  init(_ table: Table, in block: Block, _ metrics: Metrics) {
    self.block = block
    self.metrics = metrics
    place(table)
    findNumbers()
  }

  // MARK: Measuring

  /// Gives every cell its place: spans from rows above push it to the right.
  private mutating func place(_ table: Table) {
    var busyUntil: [Int] = []
    var isHead = true
    for (line, row) in table.rows.enumerated() {
      firstCell.append(cells.count)
      starts.append(min(max(starts.last ?? 0, row.first?.range.lowerBound ?? 0), block.text.count))
      var column = 0
      for cell in row {
        while column < busyUntil.count, busyUntil[column] > line { column += 1 }
        let span = min(max(1, cell.columnSpan), Self.widestSpan)
        cells.append(measured(cell, row: line, column: column, span: span))
        while busyUntil.count < column + span { busyUntil.append(0) }
        for place in column..<column + span { busyUntil[place] = line + max(1, min(cell.rowSpan, 1 << 16)) }
        column += span
      }
      isHead = isHead && !row.isEmpty && row.allSatisfy(\.isHeader)
      if isHead { headCount = line + 1 }
    }
    firstCell.append(cells.count)
    rowCount = table.rows.count
    dropEmptyColumns(of: busyUntil.count)
  }

  /// Columns where no cell begins exist only because a span said so.
  private mutating func dropEmptyColumns(of count: Int) {
    var begins = [Bool](repeating: false, count: count + 1)
    for cell in cells { begins[cell.column] = true }
    // Of each column, how many real ones stand before it.
    var before = [0]
    for column in 0..<count { before.append(before[column] + (begins[column] ? 1 : 0)) }
    for index in cells.indices {
      let cell = cells[index]
      cells[index].column = before[cell.column]
      cells[index].span = max(1, before[cell.column + cell.span] - before[cell.column])
    }
    columnCount = before[count]
  }

  private func measured(_ cell: Table.Cell, row: Int, column: Int, span: Int) -> GridCell {
    let text = block.text
    var lower = min(max(0, cell.range.lowerBound), text.count)
    var upper = min(max(lower, cell.range.upperBound), text.count)
    while lower < upper, text[lower] <= 0x20 { lower += 1 }
    while lower < upper, text[upper - 1] <= 0x20 { upper -= 1 }
    var result = GridCell(
      row: row, column: column, span: span, range: lower..<upper, isHeader: cell.isHeader, natural: 0, least: 0,
      isNumber: isNumber(text, lower..<upper))
    measureWords(of: &result)
    return result
  }

  private func measureWords(of cell: inout GridCell) {
    let text = block.text
    var line = 0
    var word = 0
    var index = cell.range.lowerBound
    while index < cell.range.upperBound {
      if text[index] == 0x0A, block.keepsLines { line = -1 }
      if text[index] <= 0x20 {
        word = 0
        line += 1
        index += 1
      } else {
        let step = glyphStep(in: text, at: index)
        let breaks = text[index] >= 0x80 && mayBreak(after: .letter, before: BreakClass(code: step.traits.lineCode))
        word = breaks ? step.columns : word + step.columns
        line += step.columns
        index = step.end
      }
      cell.least = max(cell.least, word)
      cell.natural = max(cell.natural, line)
    }
  }

  private mutating func findNumbers() {
    var numbers = [Int](repeating: 0, count: columnCount)
    var others = numbers
    for cell in cells where !cell.isHeader && !cell.range.isEmpty {
      if cell.isNumber && cell.span == 1 { numbers[cell.column] += 1 } else { others[cell.column] += 1 }
    }
    isNumeric = (0..<columnCount).map { numbers[$0] > 0 && others[$0] == 0 }
  }

  // MARK: Fitting

  /// The columns' widths: natural if they have room, else narrowed, else natural again but none above the width.
  func widths(fitting width: Int) -> [Int] {
    let natural = columnWidths { $0.natural }
    let room = width - Self.gap * max(0, columnCount - 1)
    if natural.reduce(0, +) <= room { return natural }
    let least = columnWidths { min($0.least, Self.longestKeptWord) }
    guard least.reduce(0, +) <= room else { return natural.map { min($0, width) } }
    return narrowed(natural, least, to: room)
  }

  /// The widest columns give way first.
  private func narrowed(_ natural: [Int], _ least: [Int], to room: Int) -> [Int] {
    func total(_ cap: Int) -> Int { zip(natural, least).reduce(0) { $0 + min($1.0, max($1.1, cap)) } }
    var low = 0
    var high = natural.max() ?? 0
    while low < high {
      let middle = (low + high + 1) / 2
      if total(middle) <= room { low = middle } else { high = middle - 1 }
    }
    var widths = zip(natural, least).map { min($0, max($1, low)) }
    var rest = room - widths.reduce(0, +)
    for column in widths.indices where rest > 0 && widths[column] < natural[column] {
      widths[column] += 1
      rest -= 1
    }
    return widths
  }

  /// What each column needs; what a cell over several columns needs more falls on its last one.
  private func columnWidths(_ measure: (GridCell) -> Int) -> [Int] {
    var widths = [Int](repeating: 1, count: columnCount)
    for cell in cells where cell.span == 1 { widths[cell.column] = max(widths[cell.column], measure(cell)) }
    for cell in cells where cell.span > 1 {
      let has = room(of: cell, widths)
      if measure(cell) > has { widths[cell.column + cell.span - 1] += measure(cell) - has }
    }
    return widths
  }

  private func room(of cell: GridCell, _ widths: [Int]) -> Int {
    widths[cell.column..<cell.column + cell.span].reduce(0, +) + Self.gap * (cell.span - 1)
  }

  // MARK: Rows

  /// Adds the rows of one row of the table.
  func addRows(of line: Int, _ widths: [Int], range: Range<Int>, to rows: inout [Row]) {
    var lefts = [0]
    for width in widths { lefts.append((lefts.last ?? 0) + width + Self.gap) }
    var lines: [[Fragment]] = [[]]
    var columns = [0]
    for cell in cells[firstCell[line]..<firstCell[line + 1]] {
      let room = room(of: cell, widths)
      for (index, found) in cellRows(of: cell, room).enumerated() {
        if index == lines.count {
          lines.append([])
          columns.append(0)
        }
        let isRight = cell.span == 1 && isNumeric[cell.column]
        let left = lefts[cell.column] + (isRight ? max(0, room - found.columns) : 0)
        lines[index] += found.fragments.map { shifted($0, by: cell.range.lowerBound, column: left) }
        columns[index] = max(columns[index], left + found.columns)
      }
    }
    for (index, fragments) in lines.enumerated() {
      let own = index == 0 ? range : range.upperBound..<range.upperBound
      rows.append(Row(range: own, fragments: fragments, columns: columns[index]))
    }
  }

  /// The cell's lines, as if its text were a block of its own.
  private func cellRows(of cell: GridCell, _ room: Int) -> [Row] {
    let range = 0..<cell.range.count
    let isPlain = endOfPlain(block.text.span, from: cell.range.lowerBound, to: cell.range.upperBound)
    if range.isEmpty { return [] }
    if isPlain == cell.range.upperBound, range.count <= room {
      return [Row(range: range, fragments: [Fragment(column: 0, range: range)], columns: range.count)]
    }
    var metrics = metrics
    metrics.width = max(1, room)
    let part = Block(role: .paragraph, text: Array(block.text[cell.range]), keepsLines: block.keepsLines)
    return wrappedRows(of: part, metrics)
  }

  private func shifted(_ fragment: Fragment, by offset: Int, column: Int) -> Fragment {
    let range = fragment.range.lowerBound + offset..<fragment.range.upperBound + offset
    return Fragment(column: fragment.column + column, range: range, sign: fragment.sign)
  }

  /// The line under the table's head, interrupted between columns.
  func headRule(_ widths: [Int], at offset: Int) -> Row {
    var fragments: [Fragment] = []
    var column = 0
    for width in widths {
      let sign = String(repeating: metrics.isASCII ? "-" : "─", count: width)
      fragments.append(Fragment(column: column, range: offset..<offset, sign: sign))
      column += width + Self.gap
    }
    return Row(range: offset..<offset, fragments: fragments, columns: max(0, column - Self.gap))
  }
}

/// A figure with its signs and units of money: digits, and nothing that is a word.
private func isNumber(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  var hasDigit = false
  var index = range.lowerBound
  while index < range.upperBound {
    let (value, end) = scalar(in: text, at: index)
    switch value {
    case 0x30...0x39: hasDigit = true
    // Space # $ % ' ( ) + , - . / : and no-break spaces, ¢ £ ¥ °, dashes, the minus sign, €, per mille.
    case 0x20, 0x23...0x25, 0x27...0x29, 0x2B...0x2F, 0x3A, 0xA0, 0xA2, 0xA3, 0xA5, 0xB0, 0xB1, 0x2009, 0x202F: break
    case 0x2013, 0x2014, 0x2030, 0x20AC, 0x2212: break
    case _: return false
    }
    index = end
  }
  return hasDigit
}
