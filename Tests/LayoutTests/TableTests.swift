import Document
import Text
import Testing

@testable import Layout

/// A table block from cells; those of rows below `heads` are header cells.
func table(_ rows: [[String]], heads: Int = 1) -> Block {
  var text: [UInt8] = []
  var cells: [[Table.Cell]] = []
  for (line, row) in rows.enumerated() {
    if line > 0 { text.append(0x0A) }
    cells.append([])
    for (column, cell) in row.enumerated() {
      if column > 0 { text.append(0x09) }
      cells[line].append(Table.Cell(range: text.count..<text.count + cell.utf8.count, isHeader: line < heads))
      text += cell.utf8
    }
  }
  return Block(role: .table, text: text, keepsLines: true, table: Table(rows: cells))
}

@Suite struct TableTests {
  static let towns = table([["Town", "People"], ["Ulm", "126,949"], ["Neu-Ulm", "59,093"]])

  @Test func columnsAreAsWideAsTheyNeedAndNumbersStandRight() {
    #expect(
      drawn(Self.towns, width: 40) == [
        "Town      People",
        "───────  ───────",
        "Ulm      126,949",
        "Neu-Ulm   59,093",
      ])
  }

  @Test func cellsAreWrappedWhereTheWidthAsksForIt() {
    let block = table([["Name", "What it is"], ["fold", "a run of blocks that stands as one row"]])
    #expect(
      drawn(block, width: 22) == [
        "Name  What it is",
        "────  ────────────────",
        "fold  a run of blocks",
        "      that stands as",
        "      one row",
      ])
  }

  @Test func aTableThatCannotFitKeepsItsWidth() {
    let block = table([["alphabetic", "betabetic", "gammabetic"]], heads: 0)
    let rows = rows(of: block, metrics: Metrics(width: 20))
    #expect(rows.count == 1)
    #expect(rows[0].columns == 33)
  }

  @Test func asciiRule() {
    #expect(drawn(Self.towns, width: 40, isASCII: true)[1] == "-------  -------")
  }

  @Test func wideCellsCountTheirColumns() {
    let block = table([["漢字", "x"], ["a", "y"]], heads: 0)
    #expect(drawn(block, width: 20) == ["漢字  x", "a     y"])
  }

  @Test func spansPushAndWiden() {
    var block = table([["a", "b"], ["c", "d"], ["wide cell here"]], heads: 0)
    block.table?.rows[0][0].rowSpan = 2
    block.table?.rows[2][0].columnSpan = 2
    // The second row's cells stand right of the one that reaches down.
    #expect(drawn(block, width: 40) == ["a  b", "   c            d", "wide cell here"])
  }

  @Test func aSpanBeyondTheTableMakesNoColumns() {
    var block = table([["Figures of the year"], ["a", "1"]], heads: 1)
    block.table?.rows[0][0].columnSpan = 50
    #expect(drawn(block, width: 40) == ["Figures of the year", "─  ────────────────", "a                 1"])
  }

  @Test func rowsCoverTheTextAndCellsKeepTheirRanges() {
    for width in 1...40 {
      for block in [Self.towns, table([["Name", "What it is"], ["", "a run of blocks"], ["漢字漢字", "1"]])] {
        var at = 0
        var bytes: [Int] = []
        for row in rows(of: block, metrics: Metrics(width: width)) {
          #expect(row.range.lowerBound == at)
          at = row.range.upperBound
          for fragment in row.fragments where fragment.sign == nil { bytes += fragment.range }
        }
        #expect(at == block.text.count)
        #expect(Set(bytes).count == bytes.count)
        let undrawn = block.text.indices.filter { !bytes.contains($0) && block.text[$0] > 0x20 }
        #expect(undrawn.isEmpty, "width \(width)")
      }
    }
  }

  @Test func rowIndexFindsTheLineOfACell() {
    let block = table([["fold", "a run of blocks that stands as one row"]], heads: 0)
    let rows = rows(of: block, metrics: Metrics(width: 22))
    let stands = block.text.count - "stands as one row".utf8.count
    #expect(rowIndex(of: stands, in: rows) == 1)
    #expect(rowIndex(of: 0, in: rows) == 0)
    #expect(rowIndex(of: block.text.count + 9, in: rows) == nil)
  }

  @Test func badRangesAreHarmless() {
    var block = table([["a", "b"]], heads: 0)
    block.table?.rows[0][1].range = 900..<1000
    block.table?.rows.append([])
    block.table?.rows[0][0].columnSpan = 1_000_000_000
    let rows = rows(of: block, metrics: Metrics(width: 10))
    #expect(rows.last?.range.upperBound == block.text.count)
  }

  @Test func aTableWithoutCellsIsShownAsItStands() {
    let block = Block(role: .table, text: Array("a  b\nc  d".utf8), keepsLines: true)
    #expect(drawn(block, width: 3) == ["a  b", "c  d"])
  }
}
