import Document
import Testing

@testable import Reading

/// A long page with all that holds blocks: sections, lists with numbers, quotes, tables of data and of layout, notes.
private func page(sections: Int) -> [UInt8] {
  let prose = "The ferry left the quay at noon with ninety people and two sheep on board, and nobody had counted them."
  var html = "<!doctype html><title>Ferries</title><main id=top><h1>Ferries</h1>"
  for number in 0..<sections {
    html += """
      <section class="part" id="s\(number)"><h2>Part \(number)</h2><div><p>\(prose) \(number) <a href="#n\(number)">[1]</a></p>
      <span>loose words \(number)</span><p hidden>\(prose) \(prose) hidden \(number)</p></div>
      <blockquote><p>\(prose) quoted \(number)</p></blockquote>
      <ol start=3><li>first \(number)<li><p>\(prose) second</p><ul><li>inner</ul><li value=9>third</ol>
      <table><tr><td>a<td>\(number)<tr><td>b<td>2</table>
      <table><tr><td><p>\(prose) laid out \(number)</p></table>
      <pre>code \(number)\n  more</pre><img alt="A quay in the rain" src=q.png><p id="n\(number)">Note \(number)</p></section>
      """
  }
  return Array((html + "</main><footer>Read by ferrymen</footer>").utf8)
}

struct PiecedPageTests {
  private let base = LinkBase(location: "https://courier.example/ferries")

  private func parted(_ bytes: [UInt8]) -> PiecedPage? { PiecedPage(ParsedPage(bytes, base: base)) }

  /// What a block is, wherever it stands. That something is a note is seen only beside what refers to it.
  private func face(_ block: Block) -> String {
    let role = block.role == .footnote ? .paragraph : block.role
    let parts =
      ["\(role)"]
      + [block.level, block.ordinal ?? -1, block.table?.rows.count ?? 0, block.inlines.count].map(String.init)
    return parts.joined(separator: " ") + " " + String(decoding: block.text, as: UTF8.self)
  }

  /// The first block in which two readings differ.
  private func difference(_ a: [Block], _ b: [Block]) -> String? {
    for (one, other) in zip(a, b) where face(one) != face(other) { return "\(face(one)) | \(face(other))" }
    return a.count == b.count ? nil : "\(a.count) blocks | \(b.count) blocks"
  }

  @Test func aShortPageIsReadWhole() {
    #expect(parted(page(sections: 20)) == nil)
    // Long for its code, not for its text.
    let code = "<script>\(String(repeating: "let ferry = 1;", count: 9000))</script>"
    #expect(parted(page(sections: 20) + Array(code.utf8)) == nil)
  }

  @Test func aPageOfSomeLengthIsTheFirstPieceAndTheRest() throws {
    let bytes = page(sections: 160)
    let pieced = try #require(parted(bytes))
    #expect(pieced.isJudgedWhole && pieced.count == 2)
    let (whole, metadata, count) = pieced.whole()
    let first = pieced.piece(0)
    #expect(difference(first.blocks, Array(whole.blocks[..<count])) == nil)
    #expect(first.blocks.map(\.extent) == whole.blocks[..<count].map(\.extent))
    #expect(first.extent.count >= PiecedPage.Limits().piece / 2 && first.extent.count < PiecedPage.Limits().piece * 2)
    #expect(metadata.title == "Ferries" && pieced.metadata(with: first).title == "Ferries")
    #expect(difference(HTMLPage.read(bytes, base: base).piece.blocks, whole.blocks) == nil)
  }

  @Test func aVeryLongPageIsManyPiecesThatAreReadAlone() throws {
    let bytes = page(sections: 1200)
    let pieced = try #require(parted(bytes))
    #expect(!pieced.isJudgedWhole && pieced.count > 32)
    let pieces = (0..<pieced.count).map(pieced.piece)
    let whole = HTMLPage.read(bytes, base: base).piece
    #expect(difference(pieces.flatMap(\.blocks), whole.blocks) == nil)
    #expect(pieces.flatMap(\.links).map(\.href) == whole.links.map(\.href))
    #expect(pieces.flatMap(\.folds).count == whole.folds.count)
    var end = 0
    for (number, piece) in pieces.enumerated() {
      #expect(piece.extent.lowerBound == end && piece.extent.lowerBound >= number * PiecedPage.Limits().piece)
      #expect(
        piece.blocks.allSatisfy {
          piece.extent.lowerBound <= $0.extent.lowerBound && $0.extent.upperBound <= piece.extent.upperBound
        })
      end = piece.extent.upperBound
    }
    #expect(end == pieced.extent)
  }

  @Test func whatCannotBePartedIsOfOnePiece() throws {
    let line = "A line of an endless poem that nobody will ever print in full, not even here.\n"
    let html = "<p>\(line)<pre>\(String(repeating: line, count: 12_000))</pre><p>\(line)<p>After it"
    let bytes = Array((html + String(repeating: "<p>" + line, count: 300)).utf8)
    let pieced = try #require(parted(bytes))
    let pieces = (0..<pieced.count).map(pieced.piece)
    #expect(pieces.filter { $0.blocks.contains { $0.role == .code } }.count == 1)
    #expect(difference(pieces.flatMap(\.blocks), HTMLPage.read(bytes, base: base).piece.blocks) == nil)
  }

  @Test func fragmentsAreFoundInAnyPiece() throws {
    for sections in [160, 1200] {
      let pieced = try #require(parted(page(sections: sections)))
      let whole = pieced.isJudgedWhole ? [pieced.whole().piece] : (0..<pieced.count).map(pieced.piece)
      let place = try #require(pieced.place(named: Array("s\(sections - 2)".utf8)))
      let block = whole.flatMap(\.blocks).first { $0.extent.lowerBound == place && !$0.text.isEmpty }
      #expect(block.map { String(decoding: $0.text, as: UTF8.self) } == "Part \(sections - 2)")
      #expect(pieced.place(named: Array("nowhere".utf8)) == nil)
    }
  }

  @Test func numbersGoOnInALaterPiece() throws {
    let item = "<li>An item of a list that is long enough to make many pieces of one page, one after the other."
    let pieced = try #require(parted(Array("<ol start=5>\(String(repeating: item, count: 7000))</ol>".utf8)))
    let numbers = (0..<pieced.count).flatMap { pieced.piece($0).blocks.compactMap(\.ordinal) }
    #expect(numbers == Array(5..<7005))
  }
}
