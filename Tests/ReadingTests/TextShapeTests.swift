import Document
import Testing

@testable import Reading

/// `words` in lines of at most `columns`, each paragraph with `indent` before its first line.
func wrapped(_ paragraphs: [String], at columns: Int, indent: String = "", between: String = "\n\n") -> String {
  paragraphs.map { paragraph in
    var lines: [String] = []
    var line = indent
    for word in paragraph.split(separator: " ") {
      let isFirst = line.allSatisfy { $0 == " " }
      if !isFirst, line.count + 1 + word.count > columns {
        lines.append(line)
        line = String(word)
      } else {
        line += (isFirst ? "" : " ") + word
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }
  .joined(separator: between) + "\n"
}

@Suite struct TextShapeTests {
  private static let long = """
    The town had a river before it had a name, and those who came first built their houses as near to the water as they \
    dared. In spring it rose, in summer it fell, and nobody wrote down by how much until a teacher began to keep a book.
    """
  private static let longer = """
    Her book is still there. It says that in one year out of five the water stood in the street, and that people took it \
    for a thing that had to be so, as they took the snow. Only when the mill closed did anybody ask what it had cost them.
    """

  private func shape(_ text: String) -> TextShape { TextShape(of: Array(text.utf8)) }

  @Test(arguments: [40, 60, 72, 80, 100, 120])
  func findsTheColumnOfWrappedText(columns: Int) throws {
    let found = shape(wrapped([Self.long, Self.longer, Self.long], at: columns))
    let column = try #require(found.wrapColumn)
    #expect((columns - 8...columns + 8).contains(column))
    #expect(found.hasBlankLines && !found.indentsParagraphs)
  }

  @Test func aLineAParagraph() {
    #expect(shape("\(Self.long)\n\n\(Self.longer)\n") == TextShape())
    #expect(shape("\(Self.long)\n\(Self.longer)\n\(Self.long)\n") == TextShape(hasBlankLines: false))
    #expect(shape("") == TextShape())
    #expect(shape("One\nTwo\nThree\nFour\nFive\n").wrapColumn == nil)
    #expect(shape("- one item of some length\n- two items of some length\n- three items of it\n").wrapColumn == nil)
  }

  @Test func indentedParagraphs() {
    let text = wrapped(
      [Self.long, Self.longer, Self.long, Self.longer, Self.long], at: 64, indent: "   ", between: "\n")
    let found = shape(text)
    #expect(found.wrapColumn != nil && found.indentsParagraphs && !found.hasBlankLines)
    let blocks = outline(text)
    #expect(blocks.count == 5 && blocks.allSatisfy { $0.hasPrefix("paragraph: ") })
    #expect(blocks[1].hasPrefix("paragraph: Her book"))
  }

  @Test("A short text in which other lines outnumber the prose is wrapped where lines break its sentences")
  func brokenSentences() {
    let letter = """
      Hello Ann,

      the book that you sent came on Friday, and I have read it twice since then,
      as you said that I would. It does not say what it cost.

      > Nobody remembers what stood on the other side, and the only picture that
      > we have was taken too late.

      Bo
      Mill Street 4
      Rivertown
      """
    #expect(shape(letter).wrapColumn != nil)
    #expect(outline(letter).contains { $0.hasPrefix("paragraph: the book") && $0.hasSuffix("what it cost.") })
  }

  @Test func aPoemAloneKeepsItsLines() {
    let poem = "The river\n\nIt goes by night,\nit goes by day,\nit does not ask for light\nto find its way.\n"
    #expect(
      outline(poem) == [
        "title: The river",
        "paragraph kept: It goes by night,⏎it goes by day,⏎it does not ask for light⏎to find its way.",
      ])
  }

  @Test func theHeadOfAMailSaysWhoWroteItAndWhatAbout() {
    let mail = """
      Received: from example.org
        by example.com
      From: "Ann Lee" <ann@example.org>
      To: bo@example.org
      Subject: Re: The wall
      Date: Mon, 2 Mar 2020 10:11:12 +0100

      Hello Bo, it is too low.
      """
    let piece = PlainText.piece(
      ofText: Array(mail.utf8), extent: 0..<mail.utf8.count, isFirst: true, shape: shape(mail))
    let roles = piece.blocks.map(\.role)
    #expect(roles == [.paragraph, .byline, .paragraph, .title, .dateline, .paragraph])
    let metadata = PlainText.metadata(of: piece)
    #expect(metadata.title == "Re: The wall" && metadata.bylines == ["Ann Lee"] && metadata.published == "2020-03-02")
    // Two lines with a colon are no head.
    #expect(outline("From: the mill\nSubject: water\n\nIt rose.\n").allSatisfy { !$0.hasPrefix("byline") })
  }

  @Test func wideScriptsWrapToo() {
    let line = String(repeating: "水", count: 36)
    let text = "\(line)\n\(line)\n\(line)。\n\n\(line)\n\(line)\n水。\n"
    #expect(shape(text).wrapColumn.map { (70...76).contains($0) } == true)
    #expect(outline(text).count == 2)
  }

  @Test func wrappedMailWithQuotations() {
    let quoted = wrapped([Self.long], at: 68, between: "").split(separator: "\n").map { "> " + $0 }.joined(
      separator: "\n")
    let text = wrapped([Self.longer], at: 70) + "\n" + quoted + "\n>\n" + quoted + "\n\n" + wrapped([Self.long], at: 70)
    #expect(shape(text).wrapColumn != nil)
    let roles = outline(text).map { $0.prefix { $0 != ":" } }
    #expect(roles == ["paragraph", "quote 1", "quote 1", "paragraph"])
  }

  @Test func versesAndAddressesKeepTheirLines() {
    let verse = "The river goes by night,\nthe river goes by day,\nit does not ask for light\nto find its way."
    let text =
      wrapped([Self.long, Self.longer, Self.long], at: 72) + "\n\(verse)\n\nAnn Smith\nMill Street 4\nRivertown\n"
    #expect(
      outline(text).suffix(2) == [
        "paragraph kept: " + verse.replacing("\n", with: "⏎"), "paragraph kept: Ann Smith⏎Mill Street 4⏎Rivertown",
      ])
    #expect(
      outline("\(Self.long)\n\n\(verse)\n\n\(Self.longer)\n").contains { $0.hasPrefix("paragraph kept: The river") })
    // The entries of a menu are blocks of their own.
    #expect(outline("\(Self.long)\n\nHome\nNews\nSport\nWeather\n\n\(Self.longer)\n").count == 6)
  }

  @Test func headingsInWrappedText() {
    let text = wrapped([Self.long], at: 72) + "\nThe mill\n" + wrapped([Self.longer], at: 72)
    #expect(outline(text)[1] == "heading 2: The mill")
    #expect(outline(text).count == 3)
  }

  @Test func aDashInAWrappedSentenceIsNoList() {
    let text = """
      The water rose by three metres in a night, and the people of the town
      - those who could, and who had somewhere to go to with their things,
      and with their animals - went up the hill and waited until the
      12. of the month before they came down again, which was too early.
      """
    #expect(outline(text).count == 1)
  }

  @Test func codeAndTablesKeepTheirLines() {
    let code = "    if (water > bank) {\n        warn();\n    }\n\n    return water;"
    let table = "Year   Level   Houses\n1901   3.20    14\n1902   2.10    0"
    let text = wrapped([Self.long], at: 72) + "\n\(code)\n\n" + wrapped([Self.longer], at: 72) + "\n\(table)\n"
    let blocks = outline(text)
    #expect(blocks.count == 4)
    #expect(blocks[1].hasPrefix("code kept: {    }if (water > bank) {⏎{    }    warn();⏎{    }}⏎⏎{    }return water;"))
    #expect(blocks[3] == "table kept: " + table.replacing("\n", with: "⏎"))
    #expect(outline("\(Self.long)\n\na\tb\tc\n1\t2\t3\n").last == "table kept: a\tb\tc⏎1\t2\t3")
    #expect(outline("\(Self.long)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n").last?.hasPrefix("table kept: ") == true)
  }
}
