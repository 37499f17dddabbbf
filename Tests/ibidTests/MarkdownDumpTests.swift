import CCmark
import Document
import Testing

@testable import ibid

/// Markdown is held to cmark-gfm: what it reads from the dump is what the article said.
struct MarkdownDumpTests {
  @Test func rolesBecomeMarkdown() {
    let blocks = [
      Block(role: .title, text: bytes("A title")),
      Block(role: .heading, level: 2, text: bytes("A heading")),
      Block(role: .paragraph, text: bytes("Some text.")),
      Block(role: .listItem, level: 1, text: bytes("- one"), marker: 0..<2),
      Block(role: .listItem, level: 2, text: bytes("two"), ordinal: 3),
      Block(role: .listItem, level: 1, text: bytes("three\nmore")),
      Block(role: .quote, level: 2, text: bytes("said\nso")),
      Block(role: .code, text: bytes("let x = `1`\n```\n"), keepsLines: true, language: "swift"),
      Block(role: .figure, text: bytes(""), image: Image(src: "a b.png", alt: "an *image*")),
      Block(role: .rule, text: bytes("* * *")),
    ]
    #expect(
      markdown(blocks)
        == """
        # A title

        ## A heading

        Some text.

        - one
          1. two
        - three
          more

        > > said
        > > so

        ````swift
        let x = `1`
        ```
        ````

        ![an \\*image\\*](<a%20b.png>)

        ---

        """.replacing("  1. two", with: "  3. two"))
  }

  @Test func stylesBecomeSigns() {
    let text = bytes("plain strong and em, x2, code`d, a link, gone")
    let block = Block(
      role: .paragraph, text: text,
      inlines: [
        Inline(range: 6..<13, style: .strong), Inline(range: 17..<19, style: .emphasis),
        Inline(range: 22..<23, style: .superscript), Inline(range: 25..<31, style: .code),
        Inline(range: 33..<39, style: .link, link: 0), Inline(range: 35..<39, style: .strong),
        Inline(range: 41..<45, style: .deleted),
      ])
    let link = Link(href: "https://e.org/a(b)?c&d", block: 0, range: 33..<39, kind: .external)
    #expect(
      markdown([block], links: [link])
        == "plain **strong** and *em*, x<sup>2</sup>, ``code`d``, [a **link**](<https://e.org/a(b)?c&amp;d>), ~~gone~~\n"
    )
  }

  @Test func emphasisInsideWordsIsTags() {
    let block = Block(
      role: .paragraph, text: bytes("un“quoted”ly"), inlines: [Inline(range: 2..<14, style: .emphasis)])
    #expect(markdown([block]) == "un<em>“quoted”</em>ly\n")
  }

  @Test func aTableHasItsHeadAndItsEmptyCells() {
    let text = bytes("a\tb|c\nd\n")
    let cells = [
      [Table.Cell(range: 0..<1, isHeader: true), Table.Cell(range: 2..<5, isHeader: true)],
      [Table.Cell(range: 6..<7, columnSpan: 2)],
    ]
    let block = Block(role: .table, text: text, table: Table(rows: cells))
    #expect(markdown([block]) == "| a | b\\|c |\n|---|---|\n| d | |\n")
  }

  /// Strings of what Markdown takes for syntax: each comes back from cmark as the text that it was.
  @Test func anyTextComesBackFromCmark() {
    for seed in 0..<40 { checkTexts(seed: UInt64(seed)) }
  }

  private func checkTexts(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let pieces = [
      "*", "**", "_", "__", "`", "```", "[", "]", "(", ")", "<", ">", "<b>", "&amp;", "&", "#", "# ", "- ", "+ ", "1. ",
      "2) ", "===", "---", ":--", "|", "\\", "~", "~~", "!", "![", "a", "word", " ", " ", ".", "é", "漢",
      "https://e.org/a_b*c",
      "\n", "\n", "=", ":", "12", "www.e.org", "“", "”", "[^1]", "[x]: y", "<!-- ", "http://",
    ]
    for _ in 0..<200 {
      let parts = (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
      let text = parts.joined()
      let role: Role = [.paragraph, .heading, .listItem, .quote].randomElement(using: &random) ?? .paragraph
      var block = Block(role: role, level: 1, text: bytes(text))
      if Bool.random(using: &random) {
        for style in [Inline.Style.strong, .emphasis, .deleted, .code, .strong] {
          let ends = [scalarBoundary(text, &random), scalarBoundary(text, &random)].sorted()
          if ends[0] < ends[1] { block.inlines.append(Inline(range: ends[0]..<ends[1], style: style)) }
        }
      }
      let written = markdown([block])
      // cmark-gfm keeps in a global which signs are special, so a parse in another test can disturb this one.
      let isRight = (0..<5).contains { _ in joined(read(written)) == joined(text) }
      #expect(isRight, "seed \(seed): \(text.debugDescription) as \(written.debugDescription)")
    }
  }

  private func scalarBoundary(_ text: String, _ random: inout SplitMix) -> Int {
    let index = text.unicodeScalars.indices.randomElement(using: &random) ?? text.startIndex
    return text.utf8.distance(from: text.startIndex, to: index)
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func markdown(_ blocks: [Block], links: [Link] = []) -> String {
    var dump = MarkdownDump(boilerplate: .show)
    dump.begin(pieces: 1)
    dump.write(Piece(extent: 0..<1, blocks: blocks, links: links))
    return String(decoding: dump.bytes, as: UTF8.self)
  }

  private func joined(_ text: String) -> String {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }.map { String($0) }.joined()
  }

  /// The text that cmark-gfm, with its extensions, finds in a document.
  private func read(_ markdown: String) -> String {
    cmark_gfm_core_extensions_ensure_registered()
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES)
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    cmark_parser_feed(parser, markdown, markdown.utf8.count)
    let root = cmark_parser_finish(parser)
    defer { cmark_node_free(root) }
    let walk = cmark_iter_new(root)
    defer { cmark_iter_free(walk) }
    var text = ""
    while cmark_iter_next(walk) != CMARK_EVENT_DONE {
      let node = cmark_iter_get_node(walk)
      let kind = cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
      if ["text", "code", "code_block", "html_block"].contains(kind), let literal = cmark_node_get_literal(node) {
        text += String(cString: literal)
      } else if kind == "linebreak" || kind == "softbreak" {
        text += "\n"
      }
    }
    return text
  }
}

/// Repeatable randomness (Steele, Lea and Flood's SplitMix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
