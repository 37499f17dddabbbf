import Document
import Testing

@testable import Reading

/// The blocks of a page as lines: role, level and text.
private func blocks(_ body: String) -> [String] {
  read(body).piece.blocks.map { block in
    let ordinal = block.ordinal.map { "#\($0)" } ?? ""
    return "\(block.role)\(block.level > 0 ? "\(block.level)" : "")\(ordinal) "
      + String(decoding: block.text, as: UTF8.self)
  }
}

private func read(_ body: String, at location: String = "https://courier.example/a/b") -> (
  piece: Piece, metadata: Metadata
) {
  HTMLPage.read(Array(body.utf8), base: LinkBase(location: location))
}

struct PageTests {
  @Test(arguments: [
    ("<p>One  two\n three<p>four", ["paragraph One two three", "paragraph four"]),
    ("<h1>Ice</h1><h2>After</h2>", ["title Ice", "heading2 After"]),
    ("<div>a<div>b</div>c</div>", ["paragraph a", "paragraph b", "paragraph c"]),
    ("a<br>b<br><br>c", ["paragraph a\nb", "paragraph c"]),
    ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["listItem1 a", "listItem2 b", "listItem1 c"]),
    ("<ol start=3><li>a<li value=9>b<li>c</ol>", ["listItem1#3 a", "listItem1#9 b", "listItem1#10 c"]),
    ("<blockquote>a<blockquote><p>b</blockquote></blockquote>", ["quote1 a", "quote2 b"]),
    ("<pre>a\n  b </pre>", ["code a\n  b"]),
    ("<figure><img src=x><figcaption>The ice</figcaption></figure>", ["figure ", "caption The ice"]),
    ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", ["table a\tb\n1\t2"]),
    ("<table><tr><td><p>only<td>layout</table>", ["paragraph only", "paragraph layout"]),
    (
      "x<script>no()</script><style>no</style><template>no</template><p hidden>no</p>y", ["paragraph xy"]
    ),
    ("a<span style='display: none'>no</span>b<span aria-hidden=true>no</span>c", ["paragraph ab c"]),
    ("5 min<div aria-hidden=true>·</div>May 3, <i aria-hidden=true></i>2020", ["paragraph 5 min May 3, 2020"]),
    ("<a href=/x>in <b>bold</b></a> <i>it</i>alic", ["paragraph in bold italic"]),
    ("a<hr>b", ["paragraph a", "rule ", "paragraph b"]),
  ]) func whatIsSeenStandsInBlocks(body: String, wanted: [String]) {
    #expect(blocks(body) == wanted)
  }

  @Test func linksAndStylesHaveTheirRanges() throws {
    let piece = read("<p>The <a href='/r'>Trust <b>said</b></a> <a href='javascript:x()'>no</a>.").piece
    #expect(piece.links.map(\.href) == ["https://courier.example/r", "javascript:x()"])
    #expect(piece.links.map(\.kind) == [.internal, .blocked])
    #expect(piece.links.map(\.range) == [4..<14, 15..<17])
    let block = try #require(piece.blocks.first)
    #expect(block.inlines.contains(Inline(range: 10..<14, style: .strong)))
    #expect(block.inlines.contains(Inline(range: 4..<14, style: .link, link: 0)))
  }

  @Test func aLinkOverTwoParagraphsIsTwoLinks() {
    let piece = read("<a href=/x><p>one<p>two</a>").piece
    #expect(piece.blocks.map { String(decoding: $0.text, as: UTF8.self) } == ["one", "two"])
    #expect(piece.links.filter { !$0.range.isEmpty }.map(\.block) == [0, 1])
  }

  @Test func detailsAreAFoldUnlessTheyAreOpen() {
    #expect(read("<details><summary>More</summary><p>a b c</details>").piece.folds.map(\.blocks) == [1...1])
    #expect(read("<details open><summary>More</summary><p>a</details>").piece.folds.isEmpty)
  }

  @Test func theHeadTellsOfThePage() {
    let head = """
      <html lang=en-GB><title>Ice in harbours | The Courier</title><meta name=author content="By Ann Lee and Bo Park">
      <meta property="article:published_time" content="2024-01-02T03:04:05Z"><meta property="og:site_name" content="The Courier">
      """
    let data = read(head + "<p>x").metadata
    #expect(data.title == "Ice in harbours")
    #expect(data.bylines == ["Ann Lee", "Bo Park"])
    #expect(data.published == "2024-01-02T03:04:05Z")
    #expect(data.publisher == "The Courier" && data.language == "en-GB")
    #expect(data.origins["title"] == "<title>")
  }

  @Test func hostilePagesAreReadInLinearTime() {
    let deep = String(repeating: "<div><b><li>", count: 100_000) + "end"
    #expect(blocks(deep).last?.hasSuffix("end") == true)
    let open = String(repeating: "<a href=x><p>w", count: 20_000)
    #expect(read(open).piece.blocks.count == 20_000)
    #expect(read("<table>" + String(repeating: "<table><tr><td>", count: 2_000) + "x").piece.blocks.count == 1)
  }

  @Test func everyVisibleCharacterStandsOnce() {
    var random = Seeded(state: 7)
    let tags = [
      "p", "div", "b", "a href=x", "li", "ul", "blockquote", "table", "tr", "td", "h2", "pre", "details", "br", "/p",
      "/div", "/b", "/a", "/ul", "/table", "/td",
    ]
    for _ in 0..<300 {
      var page = ""
      var words: [String] = []
      for number in 0..<40 {
        page += "<\(tags[Int.random(in: 0..<tags.count, using: &random)])> w\(number) "
        words.append("w\(number)")
      }
      let text = read(page).piece.blocks.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: " ")
      // A table moves what does not belong into it before itself: the words are the same, each once.
      #expect(text.split(whereSeparator: \.isWhitespace).map(String.init).sorted() == words.sorted(), "\(page)")
    }
  }
}

private struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
