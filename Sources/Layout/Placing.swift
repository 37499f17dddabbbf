import Text

/// A glyph where it stands in a row.
package struct PlacedGlyph: Sendable, Equatable {
  package var glyph: Glyph
  /// In the block's text.
  package var range: Range<Int>
  /// From the row's left edge.
  package var column: Int
  /// A tab reaches to its stop.
  package var columns: Int
}

/// The glyphs of a fragment of text, from left to right; none of a sign. Tab stops count from the fragment's start.
package struct PlacedGlyphs: Sequence, IteratorProtocol, Sendable {
  private let text: [UInt8]
  private let end: Int
  private let start: Int
  private let tabWidth: Int
  private var index: Int
  private var column: Int

  init(of fragment: Fragment, in text: [UInt8], _ metrics: Metrics) {
    self.text = text
    tabWidth = Swift.max(1, metrics.tabWidth)
    index = Swift.max(0, fragment.range.lowerBound)
    end = fragment.sign == nil ? Swift.min(fragment.range.upperBound, text.count) : 0
    start = fragment.column
    column = fragment.column
  }

  package mutating func next() -> PlacedGlyph? {
    guard index < end else { return nil }
    var glyph = glyph(in: text, at: index)
    glyph.end = Swift.min(glyph.end, end)
    let columns = glyph.isTab ? tabWidth - (column - start) % tabWidth : glyph.columns
    defer {
      index = glyph.end
      column += columns
    }
    return PlacedGlyph(glyph: glyph, range: index..<glyph.end, column: column, columns: columns)
  }

  /// The printable ASCII that comes next, a column a byte; nil: something else comes, or nothing.
  package mutating func nextASCII() -> (range: Range<Int>, column: Int)? {
    let run = index..<printableASCIIEnd(in: text, index..<Swift.max(index, end))
    guard !run.isEmpty else { return nil }
    defer {
      index = run.upperBound
      column += run.count
    }
    return (run, column)
  }
}

/// The glyphs that a fragment of a row draws.
package func placedGlyphs(of fragment: Fragment, in text: [UInt8], _ metrics: Metrics) -> PlacedGlyphs {
  PlacedGlyphs(of: fragment, in: text, metrics)
}

/// The column where the glyph that holds the byte at `offset` stands; of white space that is not drawn the column after
/// what is drawn before it. nil: the row does not stand for that byte.
package func column(of offset: Int, in row: Row, text: [UInt8], metrics: Metrics) -> Int? {
  var before: (offset: Int, column: Int)?
  func pass(_ range: Range<Int>, to column: Int) {
    if range.upperBound <= offset, range.upperBound >= before?.offset ?? 0 { before = (range.upperBound, column) }
  }
  for fragment in row.fragments where fragment.sign == nil {
    var glyphs = placedGlyphs(of: fragment, in: text, metrics)
    while true {
      if let run = glyphs.nextASCII() {
        if run.range.contains(offset) { return run.column + offset - run.range.lowerBound }
        pass(run.range, to: run.column + run.range.count)
      } else if let place = glyphs.next() {
        if place.range.contains(offset) { return place.column }
        pass(place.range, to: place.column + place.columns)
      } else {
        break
      }
    }
  }
  for fragment in row.fragments where fragment.range.contains(offset) { return fragment.column }
  guard row.range.contains(offset) || (row.range.isEmpty && row.range.lowerBound == offset) else { return nil }
  return before?.column ?? row.fragments.first { $0.sign == nil }?.column ?? row.columns
}

/// The byte where the glyph begins that is drawn at `column`; of a sign where it stands; beyond the row's ends the
/// first and the last glyph. nil: the row draws no text.
package func offset(atColumn column: Int, in row: Row, text: [UInt8], metrics: Metrics) -> Int? {
  var nearest: (distance: Int, offset: Int)?
  for fragment in row.fragments where fragment.sign == nil {
    for place in placedGlyphs(of: fragment, in: text, metrics) where place.columns > 0 {
      if column >= place.column, column < place.column + place.columns { return place.range.lowerBound }
      let distance = column < place.column ? place.column - column : column - (place.column + place.columns) + 1
      if distance < nearest?.distance ?? Int.max { nearest = (distance, place.range.lowerBound) }
    }
  }
  return nearest?.offset
}

/// The row that stands for the byte at `offset`: of a table's rows the one that draws it. nil: outside of the block.
package func rowIndex(of offset: Int, in rows: [Row]) -> Int? {
  var low = 0
  var high = rows.count
  while low < high {
    let middle = (low + high) / 2
    if rows[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
  }
  guard low > 0 else { return nil }
  var found = low - 1
  while found > 0, rows[found].range.isEmpty { found -= 1 }
  guard rows[found].range.contains(offset) || offset == rows[found].range.upperBound else { return nil }
  var line = found
  repeat {
    if rows[line].fragments.contains(where: { $0.range.contains(offset) }) { return line }
    line += 1
  } while line < rows.count && rows[line].range.isEmpty
  return found
}
