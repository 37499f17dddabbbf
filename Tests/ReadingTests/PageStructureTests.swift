import Document
import Testing

@testable import Reading

private func read(_ page: String) -> (piece: Piece, metadata: Metadata) {
  HTMLPage.read(Array(page.utf8), base: LinkBase(location: "https://courier.example/a"))
}

private func lines(_ page: String) -> [String] {
  read(page).piece.blocks.map { "\($0.role) " + String(decoding: $0.text, as: UTF8.self) }
}

private let answer =
  "The ice was measured each morning at seven by the harbour master, who wrote it down in a book that is kept to this day. "
  + "Nobody has found another."

struct PageStructureTests {
  @Test func theHeadingThatIsTheTitle() {
    let page = "<title>Ice in our harbours | Courier</title><h1>Courier</h1><h1>Ice in our harbours</h1><h2>Then</h2>"
    #expect(lines(page) == ["heading Courier", "title Ice in our harbours", "heading Then"])
  }

  @Test func whoWroteItAndWhen() {
    let page =
      "<h1>Ice in our harbours</h1><p>By Ann Lee<p>May 12, 2020<div class=post-author>Bo Park</div>"
      + "<p>Oct 24, 2019 at2:56 pm | By Cy Oak<p>By Di ElmPublished: Dec 22, 2023 10:55 AM EST<p>Oct 24, 2019 | By the sea it was cold"
      + "<p>By Monday the ice had gone.<p class=wp-caption-text>The harbour.</p>"
    #expect(
      lines(page).dropFirst() == [
        "byline By Ann Lee", "dateline May 12, 2020", "byline Bo Park", "byline Oct 24, 2019 at2:56 pm | By Cy Oak",
        "byline By Di ElmPublished: Dec 22, 2023 10:55 AM EST",
        "paragraph Oct 24, 2019 | By the sea it was cold", "paragraph By Monday the ice had gone.",
        "caption The harbour.",
      ])
  }

  @Test func linesThatNameWhomTheHeadNames() {
    let head = "<meta name=author content='Ann Lee'><title>Ice in our harbours</title>"
    let page =
      head + "<h1>Ice in our harbours</h1><ul><li>Ann Lee</ul><p>Dec 19, 2023 by Ann Lee<p>Ann LeeStaff Writer"
      + "<p>More by Ann Lee<p>Photography by Ann Lee<p>Ann Leeward is a ship<p>\(answer)"
    #expect(
      lines(page).dropFirst() == [
        "byline Ann Lee", "byline Dec 19, 2023 by Ann Lee", "byline Ann LeeStaff Writer", "paragraph More by Ann Lee",
        "paragraph Photography by Ann Lee", "paragraph Ann Leeward is a ship", "paragraph \(answer)",
      ])
    let far = head + "<h1>Ice in our harbours</h1><p>\(answer)<p>Ann Lee<p>Written by<p>Ann Lee<p>Ann Lee"
    let filled = far.replacing(
      "<p>Ann Lee<p>Written", with: String(repeating: "<p>\(answer)", count: 16) + "<p>Ann Lee<p>Written")
    #expect(
      lines(filled).suffix(4) == ["paragraph Ann Lee", "byline Written by", "byline Ann Lee", "paragraph Ann Lee"])
  }

  @Test func proseThatIsShownOnDemandIsAFold() throws {
    let page = "<p>What was measured?<div style='display:none'><p>\(answer)</div><p>After.<p hidden>no</p>"
    let piece = read(page).piece
    #expect(piece.blocks.map { String(decoding: $0.text, as: UTF8.self) } == ["What was measured?", answer, "After."])
    let fold = try #require(piece.folds.first)
    #expect(fold.kind == .details)
    #expect(fold.blocks == 1...1)
    #expect(fold.label.hasPrefix("The ice was measured"))
  }

  @Test func blocksKnowTheElementsThatHoldThem() throws {
    let piece = read("<main id=Story><div class='articleBody top'><p>One<p>Two</div></main><aside><p>Three</aside>")
      .piece
    let first = try #require(piece.blocks[0].element)
    let holder = try #require(piece.elements[first].parent)
    #expect(piece.elements[holder].words == ["article", "body", "top"].map { nameHash($0.utf8) })
    #expect(piece.elements[holder].tag == nameHash("div".utf8))
    #expect(piece.elements[piece.elements[holder].parent ?? 0].words == [nameHash("story".utf8)])
    #expect(piece.blocks[1].element.map { piece.elements[$0].parent } == holder)
    #expect(piece.elements.enumerated().allSatisfy { ($0.element.parent ?? -1) < $0.offset })
  }

  @Test(arguments: [
    ("<math><mi>a</mi><mo>/</mo><mi>b</mi></math>", "a/b"),
    ("<math><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>=</mo><msqrt><mi>x</mi></msqrt></math>", "a/b=√x"),
    ("<math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>12</mn></mfrac></math>", "(a+1)/12"),
    ("<math><msup><mi>x</mi><mn>2</mn></msup><msub><mi>y</mi><mi>i</mi></msub></math>", "x^2y_i"),
    ("So <script type='math/tex; mode=display'>x^{2} \\le\n y</script> holds", "So x^{2} \\le y holds"),
    ("<span class=MathJax>x2</span><script type='math/tex'>x^2</script>", "x2"),
    ("<span class=MathJax_Preview></span><script type='math/tex'>x^2</script>", "x^2"),
    ("<math alttext='x over y'><mfrac><mi>x</mi><mi>y</mi></mfrac></math>", "x over y"),
    (
      "<math><semantics><mi>z</mi><annotation encoding='application/x-tex'>z</annotation></semantics></math>", "z"
    ),
  ]) func mathematicsIsALine(math: String, wanted: String) {
    #expect(lines("<p>Let \(math).") == ["paragraph Let \(wanted)."])
  }
}

struct PageNotesTests {
  private let page = """
    <p>It froze.<sup><a href="#fn1">1</a></sup> <a href="#after">Read on</a> or not.<h2 id=after>After</h2><p>Later.
    <ol><li id=fn1>Harbour book, 1963. <a href="#ref1">↩</a><li id=fn2>Never cited.</ol>
    """

  @Test func notesAndWhatRefersToThemAreLinkedBothWays() throws {
    let piece = read(page).piece
    let note = try #require(piece.blocks.firstIndex { $0.text.starts(with: "Harbour".utf8) })
    #expect(piece.blocks[note].role == .footnote)
    #expect(piece.blocks[note].note == BlockID(piece: 0, index: 0))
    #expect(piece.blocks[0].note == BlockID(piece: 0, index: note))
    #expect(piece.blocks[note + 1].role == .listItem)
  }

  @Test func linksInsideThePageKnowWhereTheyLead() throws {
    let piece = read(page).piece
    let link = try #require(piece.links.first { $0.href == "#after" })
    #expect(link.target.map { String(decoding: piece.blocks[$0.index].text, as: UTF8.self) } == "After")
    #expect(piece.links.first { $0.href == "#ref1" }?.target == nil)
  }

  @Test(arguments: ["<summary>&nbsp;</summary>", "<summary><i></i></summary>", ""])
  func detailsWithoutWordsForThemAreAFold(summary: String) {
    let piece = read("<p>Ice<details>\(summary)<p>One<p>Two</details><p>Snow").piece
    #expect(piece.folds.map(\.blocks) == [1...2])
    #expect(piece.folds.map(\.label) == ["One"])
  }

  @Test func whatShowsNothingIsNoBlock() {
    #expect(lines("<p>Ice<p>&nbsp;<p>&#8203;<div>&nbsp;&nbsp;</div><p>Snow") == ["paragraph Ice", "paragraph Snow"])
    #expect(read("<p>Ice<p><a href=/b>&nbsp;</a><p>Snow").piece.links.map(\.block) == [1])
  }

  @Test func ofEqualIdsTheFirstIsLedTo() {
    let ids = (0..<40).map { "<p id=p\($0 % 20)>\($0)" }.joined()
    let piece = read("<p><a href=#p7>seven</a> <a href=#p19>nineteen</a> <a href=#p20>none</a>" + ids).piece
    #expect(piece.links.map { $0.target?.index } == [8, 20, nil])
  }

  /// Each block's text, with its note's number where it has one; notes are marked.
  private func notes(_ page: String) -> [String] {
    read(page).piece.blocks.map { block in
      (block.role == .footnote ? "note " : "") + String(decoding: block.text, as: UTF8.self)
        + (block.note.map { " →\($0.index)" } ?? "")
    }
  }

  private static let shapes: [(String, [String])] = [
    (
      "<p>Ice<a href='#_ftn1' name='_ftnref1'>[1]</a><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Book",
      ["Ice[1] →1", "note [1] Book →0"]
    ),
    ("<p>Ice<a role=doc-noteref href=#n>Note 1</a><section><p id=n>Book</section>", ["IceNote 1 →1", "note Book →0"]),
    ("<p>Ice<a class=footnote-ref href=#n>see 1</a><p><span id=n>Book</span>", ["Icesee 1 →1", "note Book →0"]),
    ("<p>Ice<aside role=doc-footnote id=x><p>Book</aside>", ["Ice", "note Book"]),
    (
      "<p>Ice<sup><a href='#cite_note-1'><span>[</span>1<span>]</span></a></sup> and<sup><a href='#cite_note-1'>[1]</a></sup>"
        + "<p>x<sup><a href='#cite_note-1'>[1]</a></sup>"
        + "<ol class=references><li id=cite_note-1><b><a href='#cite_ref-1'>^</a></b> <span>Book</span></ol>",
      ["Ice[1] and[1] →2", "x[1] →2", "note ^ Book →0"]
    ),
    ("<p>Ice<sup><a href='https://courier.example/a#n'>1</a></sup><p id=n>Book", ["Ice1 →1", "note Book →0"]),
    ("<p>Ice<sup><a href='#n%20b'>1</a></sup><p id='n b'><img src=i alt=Pier>Book", ["Ice1 →2", "", "note Book →0"]),
    ("<p>Ice <a href='#n'>more of it</a><p id=n>Book", ["Ice more of it", "Book"]),
    (
      "<p>Ice <a class=footnote href='#n'>a long account of it</a><p id=n>Book",
      ["Ice a long account of it", "note Book"]
    ),
  ]

  @Test(arguments: shapes) func notesInTheirCommonShapes(page: String, wanted: [String]) {
    #expect(notes(page) == wanted)
  }

  @Test func aPlaceInsideALineIsThatLine() throws {
    let piece = read(
      "<p>One<p>Two <a name=here></a>and <i id=there>more</i><p>Three<p><a href=#here>a place</a> <a href=#there>b</a>"
    ).piece
    #expect(piece.links.compactMap { $0.target?.index } == [1, 1])
  }
}
