import Document
import Testing

@testable import Reading

private func read(_ text: String, at location: String = "docs/a.md") -> (piece: Piece, metadata: Metadata) {
  Markdown.read(Array(text.utf8), base: LinkBase(location: location))
}

private func blocks(of text: String) -> [String] { read(text).piece.blocks.map(outlined) }

/// The styled parts of a block: `style: text`.
private func styled(_ block: Block?) -> [String] {
  block?.inlines.map { "\($0.style.rawValue): " + String(decoding: block?.text[$0.range] ?? [], as: UTF8.self) } ?? []
}

@Suite struct MarkdownTests {
  @Test func headingsParagraphsAndRules() {
    let text = "# One\n\nWords\nand more.\n\n## Two\n\nBig\n===\n\n***\n"
    #expect(
      blocks(of: text) == [
        "title: One", "paragraph: Words⏎and more.", "heading 2: Two", "heading 1: Big", "rule: ",
      ])
  }

  @Test func onlyAFirstHeadingIsTheTitle() {
    #expect(blocks(of: "Words.\n\n# One\n") == ["paragraph: Words.", "heading 1: One"])
    #expect(blocks(of: "## Two\n\nWords.\n") == ["heading 2: Two", "paragraph: Words."])
  }

  @Test func inlinesKeepTheirPlaces() {
    let block = read("A **bold *and slanted*** word, `code`, ~~gone~~, [a *link*](http://b.example).").piece.blocks
      .first
    #expect(block.map { String(decoding: $0.text, as: UTF8.self) } == "A bold and slanted word, code, gone, a link.")
    #expect(
      styled(block) == [
        "strong: bold and slanted", "emphasis: and slanted", "code: code", "deleted: gone", "link: a link",
        "emphasis: link",
      ])
  }

  @Test func hardBreaksKeepLines() {
    #expect(blocks(of: "one\\\ntwo\nthree\n") == ["paragraph kept: one⏎two three"])
    #expect(blocks(of: "one<br/>two\n") == ["paragraph kept: one⏎two"])
    #expect(blocks(of: "one  \ntwo\n") == ["paragraph kept: one⏎two"])
    #expect(blocks(of: "one\ntwo\n") == ["paragraph: one⏎two"])
  }

  @Test func listsHaveLevelsNumbersAndTasks() {
    let piece = read("3. three\n4. four\n   - inner\n     - deep\n   - [x] done\n   - [ ] open\n5.\n\nafter\n").piece
    #expect(
      piece.blocks.map(outlined) == [
        "listItem 1: three", "listItem 1: four", "listItem 2: inner", "listItem 3: deep", "listItem 2: [x] done",
        "listItem 2: [ ] open", "listItem 1: ", "paragraph: after",
      ])
    #expect(piece.blocks.map(\.ordinal) == [3, 4, nil, nil, nil, nil, 5, nil])
    #expect(piece.blocks[4].marker == 0..<4 && piece.blocks[0].marker == nil)
  }

  @Test func taskSignsMoveInlinesAndLinks() {
    let piece = read("- [x] a [link](http://b.example) in it\n").piece
    #expect(styled(piece.blocks.first) == ["link: link"])
    #expect(piece.links.first?.range == 6..<10)
  }

  @Test func quotationsHaveDepth() {
    #expect(
      blocks(of: "> one\n>\n> > two\n\nthree\n\n> - item\n") == [
        "quote 1: one", "quote 2: two", "paragraph: three", "listItem 1: item",
      ])
  }

  @Test func codeIsShown() {
    let piece = read("```swift extra\nlet a = \"<b>\"\n```\n\n    indented <b>\n").piece
    #expect(piece.blocks.map(outlined) == ["code kept: let a = \"<b>\"", "code kept: indented <b>"])
    #expect(piece.blocks.map(\.language) == ["swift", nil])
  }

  @Test func tagsAreNoText() {
    let piece = read(
      "# T\n\nPress <kbd>K</kbd>, *then <b>go* on</b><!-- unseen --> to <a href=\"x.html\">it</a> "
        + "<img alt=\"a map\">.\n"
    ).piece
    #expect(piece.blocks.map(outlined) == ["title: T", "paragraph: Press K, then go on to it a map."])
    #expect(styled(piece.blocks.last) == ["code: K", "emphasis: then go", "strong: go on", "link: it"])
    #expect(piece.links.map(\.href) == ["docs/x.html"])
    #expect(piece.links.map(\.range) == [23..<25])
  }

  @Test(.timeLimit(.minutes(1))) func manyTagsTakeLinearTime() {
    let count = 20_000
    let piece = read(String(repeating: "a <a href=\"x\">y</a> ", count: count)).piece
    #expect(piece.links.count == count)
  }

  @Test(
    "What has no end, or would not be seen, is shown as it is written",
    arguments: ["<!-- TODO", "<script>\nlet a = 1", "<?php", "<title>Lost</title>", "<div hidden>lost</div>"])
  func unseenMarkup(text: String) {
    let piece = read("before\n\n\(text)\n\nafter\n").piece
    let all = piece.blocks.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: "\n\n")
    #expect(all.hasPrefix("before\n\n\(text)") && all.hasSuffix("after"), "\(all)")
  }

  @Test func commentsAndProgramsAreNoText() {
    #expect(blocks(of: "a\n\n<!-- b -->\n\n<script>c</script>\n\nd\n") == ["paragraph: a", "paragraph: d"])
  }

  @Test func markupInItemsAndQuotationsIsPartOfThem() {
    #expect(
      blocks(of: "1. <p>one</p>\n2. two\n\n> <div>three <a href=\"x\">l</a></div>\n") == [
        "listItem 1 kept: one", "listItem 1: two", "quote 1 kept: three l",
      ])
    let piece = read("1. <p>one <a href=\"x\">l</a></p>\n2. two [k](y)\n").piece
    #expect(piece.blocks.map(\.ordinal) == [1, 2])
    #expect(piece.links.map(\.block) == [0, 1])
    #expect(piece.blocks.map { $0.inlines.map(\.link) } == [[0], [1]])
  }

  @Test(.timeLimit(.minutes(1))) func manyNoteLabelsTakeLinearTime() {
    let count = 30_000
    #expect(read(String(repeating: "[^1]", count: count)).piece.blocks.count == 1)
  }

  @Test func aLinkEndsWhereAnotherBegins() {
    let piece = read("<a href=\"x\">one <a href=\"y\">two\n").piece
    #expect(piece.links.map(\.range) == [0..<4, 4..<7])
  }

  @Test func whatOnlyLooksLikeATagIsText() {
    let piece = read("Say <your name> to it.\n\n<placeholder>\n").piece
    #expect(piece.blocks.map(outlined) == ["paragraph: Say <your name> to it.", "code kept: <placeholder>"])
  }

  @Test func markupBetweenBlocksIsReadAsAPage() {
    let piece = read(
      "one [l](http://a.example)\n\n<div align=center>\n<p>two <a href=\"http://b.example\">there</a></p>\n<!-- no -->\n"
        + "</div>\n\n<details><summary>More</summary><p>three</p></details>\n\nfour\n"
    ).piece
    #expect(
      piece.blocks.map(outlined) == [
        "paragraph: one l", "paragraph kept: two there", "paragraph kept: More", "paragraph kept: three",
        "paragraph: four",
      ])
    #expect(piece.links.map(\.block) == [0, 1])
    #expect(piece.blocks[1].inlines.map(\.link) == [1])
    #expect(piece.folds.map(\.blocks) == [3...3])
  }

  @Test func tablesHaveCells() {
    let block = read("| a | *b* |\n|---|---|\n| 1 | |\n| x [l](http://b.example) | y |\n").piece.blocks[0]
    #expect(outlined(block) == "table kept: a\tb⏎1\t⏎x l\ty")
    let cells = block.table?.rows.map { $0.map { String(decoding: block.text[$0.range], as: UTF8.self) } }
    #expect(cells == [["a", "b"], ["1", ""], ["x l", "y"]])
    #expect(block.table?.rows.map { $0.map(\.isHeader) } == [[true, true], [false, false], [false, false]])
    #expect(styled(block) == ["emphasis: b", "link: l"])
  }

  @Test func imagesAreFiguresOrStandInText() {
    let piece = read("![A river](pic/r.png)\n\nSee ![the *map*](m.png) here.\n\n[![badge](b.svg)](http://b.example)\n")
      .piece
    #expect(
      piece.blocks.map(outlined) == ["figure: A river", "paragraph: See the map here.", "figure: badge"])
    #expect(piece.blocks[0].image == Image(src: "docs/pic/r.png", alt: "A river"))
    #expect(piece.blocks[1].image == Image(src: "docs/m.png", alt: "the map"))
    #expect(piece.links.map(\.block) == [2])
  }

  @Test func aNoteIsKeptWhoseReferenceIsTakenForAnAddress() {
    #expect(
      read("See https://example.org/a.[^1]\n\n[^1]: A note.\n").piece.blocks.map(outlined).last
        == "paragraph: [^1]: A note.")
  }

  @Test func footnotesAreLinkedBothWays() {
    let piece = read("One[^b] and two[^a].\n\n[^a]: First note.\n\n    More of it.\n[^b]: Second.\n[^c]: Unused.\n")
      .piece
    #expect(
      piece.blocks.map(outlined) == [
        "paragraph: One[1] and two[2].", "paragraph: [^c]: Unused.", "footnote: Second.", "footnote: First note.",
        "footnote: More of it.",
      ])
    #expect(piece.blocks.map { $0.note?.index } == [2, nil, 0, 0, nil])
    #expect(piece.blocks.map(\.ordinal) == [nil, nil, 1, 2, nil])
    #expect(styled(piece.blocks[0]) == ["superscript: [1]", "superscript: [2]"])
  }

  @Test func linksAreResolvedAndKinds() {
    let piece = read("[a](b.md) <https://c.example> [j](javascript:x) [m](mailto:x@y.example) [f](#f)\n\n[u](../up)\n")
      .piece
    #expect(
      piece.links.map(\.href) == [
        "docs/b.md", "https://c.example", "javascript:x", "mailto:x@y.example", "#f", "../up",
      ])
    #expect(piece.links.map(\.kind) == [.internal, .external, .blocked, .mail, .fragment, .blocked])
    #expect(piece.links.map(\.block) == [0, 0, 0, 0, 0, 1])
  }

  @Test func frontMatterIsMetadata() {
    let (piece, metadata) = read(
      "---\ntitle: \"The river: a story\"\nauthor:\n  - Ann Smith\n  - Bo Li\ndate: 2024-03-02 10:00\nlang: en\n---\n\nWords.\n"
    )
    #expect(piece.blocks.map(outlined) == ["title: The river: a story", "paragraph: Words."])
    #expect(metadata.title == "The river: a story" && metadata.bylines == ["Ann Smith", "Bo Li"])
    #expect(metadata.published == "2024-03-02T10:00" && metadata.language == "en")
    #expect(metadata.origins["title"] == "the front matter")
  }

  @Test func aRuleIsNoFrontMatter() {
    #expect(blocks(of: "---\n\nWords.\n\n---\n") == ["rule: ", "paragraph: Words.", "rule: "])
    #expect(read("---\ntitle: open\n").metadata.title == nil)
  }

  @Test func bylineAndDateUnderTheTitle() {
    let (piece, metadata) = read("# The river\n\nBy Ann Smith\n\n3 March 2017\n\nWords.\n")
    #expect(piece.blocks.map(\.role) == [.title, .byline, .dateline, .paragraph])
    #expect(metadata.title == "The river" && metadata.bylines == ["Ann Smith"] && metadata.published == "2017-03-03")
    #expect(metadata.origins["title"] == "the first heading")
  }

  @Test func extentsAreBytesOfTheTexts() {
    let piece = read("# Éa\n\nbb\n").piece
    #expect(piece.blocks.map(\.extent) == [0..<3, 3..<5] && piece.extent == 0..<5)
  }

  @Test func deepNestingIsRead() {
    let deep = String(repeating: "> ", count: 20_000) + "x\n\n" + String(repeating: "*", count: 20_000) + "y"
    #expect(read(deep).piece.blocks.first.map { $0.level > 0 } == true)
  }

  @Test(arguments: 0..<150)
  func anythingIsRead(seed: Int) {
    let parts = [
      "# ", "- ", "1. ", "> ", "[^a]", "[^a]: ", "| a | b |\n|---|---|\n", "|", "[x](", "](y)", "![", "*", "**", "`",
      "```\n",
      "\n", "\n\n", "    ", "<b>", "</b>", "<!-- ", "-->", "<br>", "- [x] ", "---\n", "title: t\n", "a", "é", "漢字",
      "\\",
      "&amp;", "~~", "http://a.example", "\t", "\0",
    ]
    var random = SeededRandom(seed: UInt64(seed) + 5000)
    var text = ""
    for _ in 0..<Int.random(in: 0..<80, using: &random) { text += parts.randomElement(using: &random) ?? "" }
    let piece = read(text).piece
    for block in piece.blocks {
      #expect(isValidUTF8(block.text), "seed \(seed)")
      for inline in block.inlines {
        #expect(inline.range.upperBound <= block.text.count, "seed \(seed)")
        #expect(inline.link.map { $0 < piece.links.count } ?? true, "seed \(seed)")
      }
      #expect(block.note.map { piece.blocks.indices.contains($0.index) } ?? true, "seed \(seed)")
    }
    for link in piece.links {
      #expect(piece.blocks.indices.contains(link.block), "seed \(seed)")
      #expect(link.range.upperBound <= piece.blocks[link.block].text.count, "seed \(seed)")
    }
  }
}
