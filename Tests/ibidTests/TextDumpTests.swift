import Document
import Testing

@testable import ibid

struct TextDumpTests {
  private func text(_ piece: Piece, width: Int = 40, _ boilerplate: BoilerplateChoice = .show) -> String {
    var dump = TextDump(width: width, boilerplate: boilerplate)
    dump.begin(pieces: 1)
    dump.write(piece)
    return String(decoding: dump.bytes, as: UTF8.self)
  }

  private func piece(_ blocks: [Block], folds: [Fold] = []) -> Piece {
    Piece(extent: 0..<1, blocks: blocks, folds: folds)
  }

  private func paragraph(_ text: String) -> Block { Block(role: .paragraph, text: Array(text.utf8)) }

  @Test func paragraphsAreWrappedAndSetApart() {
    let dumped = text(piece([paragraph("one two three four"), paragraph("naïve 漢字 text")]), width: 10)
    #expect(dumped == "one two\nthree four\n\nnaïve 漢字\ntext\n")
  }

  @Test func itemsOfAListStandTogether() {
    let items = ["one", "two"].map { Block(role: .listItem, level: 1, text: Array($0.utf8)) }
    let rows = text(piece([paragraph("Before")] + items + [paragraph("After")])).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.map { $0.isEmpty } == [false, true, false, false, true, false, true])
    #expect(rows[2].hasSuffix("one") && rows[3].hasSuffix("two"))
  }

  @Test func nothingOfAPageReachesTheTerminalAsACommand() {
    let dumped = text(piece([paragraph("a\u{1b}[31mred\u{7} \u{202e}back\u{9b}x")]), width: 60)
    let unsafe = dumped.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) }
    #expect(unsafe.isEmpty)
    #expect(!dumped.unicodeScalars.contains("\u{202e}"))
    #expect(dumped.contains("red") && dumped.contains("back"))
  }

  @Test func clustersStayWhole() {
    let family = "👩‍👩‍👧 e\u{301} 🇩🇪"
    #expect(text(piece([paragraph(family)])) == family + "\n")
  }

  @Test func tabsOfCodeReachTheirStops() {
    let code = Block(role: .code, text: Array("a\tb\n\tc".utf8), keepsLines: true)
    let rows = text(piece([code])).split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(rows.first == "a       b")
  }

  @Test func aFoldIsOneRowThatFits() {
    let fold = Fold(
      kind: .boilerplate(.appeal), blocks: 1...1, words: 5, label: "Support us and go without advertisements")
    let page = piece([paragraph("Text."), paragraph("Support us and go without advertisements")], folds: [fold])
    #expect(text(page, width: 40, .fold) == "Text.\n\n▸ donation appeal · 5 words · “Support…”\n")
    #expect(text(page, width: 90, .fold).hasSuffix("“Support us and go without advertisements”\n"))
    #expect(text(page, .hide) == "Text.\n")
  }
}
