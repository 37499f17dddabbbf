import Document
import Testing

@testable import Layout

/// Right-to-left text where the terminal reorders nothing.
@Suite struct DirectionTests {
  @Test(arguments: [
    // A right-to-left word in left-to-right text.
    ("the word שלום here", "the word םולש here"),
    // The other way round.
    ("שלום abc עולם", "םלוע abc םולש"),
    // Numbers keep their order.
    ("שנת 1948 היא", "איה 1948 תנש"),
    ("in שנת 1948 it", "in 1948 תנש it"),
    // Brackets are mirrored.
    ("שלום (עולם)", "(םלוע) םולש"),
    // Neutrals between two runs of one direction belong to them; at the end to the block.
    ("a שלום, עולם!", "a םלוע ,םולש!"),
    ("plain", "plain"),
  ])
  func visualOrder(_ text: String, _ expected: String) {
    #expect(drawn(paragraph(text), width: 40, reorders: false) == [expected])
    #expect(drawn(paragraph(text), width: 40, reorders: true) == [text])
  }

  @Test func marksStayWithTheirLetters() {
    #expect(drawn(paragraph("שָׁלוֹם"), width: 40, reorders: false) == ["םוֹלשָׁ"])
  }

  @Test func markersStayAtTheLeft() {
    var block = paragraph("- שלום")
    block.role = .listItem
    block.marker = 0..<2
    #expect(drawn(block, width: 40, reorders: false) == ["- םולש"])
  }

  @Test func columnsAndOffsetsFollowWhatIsSeen() {
    let block = paragraph("אב")
    let metrics = Metrics(width: 10, terminalReorders: false)
    let row = rows(of: block, metrics: metrics)[0]
    #expect(column(of: 0, in: row, text: block.text, metrics: metrics) == 1)
    #expect(column(of: 2, in: row, text: block.text, metrics: metrics) == 0)
    #expect(offset(atColumn: 0, in: row, text: block.text, metrics: metrics) == 2)
    #expect(offset(atColumn: 99, in: row, text: block.text, metrics: metrics) == 0)
  }
}
