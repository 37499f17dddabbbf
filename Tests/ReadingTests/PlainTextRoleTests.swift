import Document
import Testing

@testable import Reading

/// The blocks of a text as lines: `role: text`, line ends as `⏎`, what layout leaves out in braces.
func outline(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  let piece = PlainText.piece(ofText: bytes, extent: 0..<bytes.count, isFirst: true, shape: TextShape(of: bytes))
  return piece.blocks.map(outlined)
}

func outlined(_ block: Block) -> String {
  var text: [UInt8] = []
  for (at, byte) in block.text.enumerated() {
    if block.skips.contains(where: { $0.lowerBound == at }) { text += Array("{".utf8) }
    text += byte == 0x0A ? Array("⏎".utf8) : [byte]
    if block.skips.contains(where: { $0.upperBound == at + 1 }) { text += Array("}".utf8) }
  }
  let kept = block.keepsLines ? " kept" : ""
  let level = block.level > 0 ? " \(block.level)" : ""
  return "\(block.role.rawValue)\(level)\(kept): " + String(decoding: text, as: UTF8.self)
}

@Suite struct PlainTextRoleTests {
  private static let prose = "The council met on Monday and voted for the plan. Nobody spoke against it."

  @Test func titleHeadingAndProse() {
    let text = "A town votes for its river\n\n\(Self.prose)\n\nWhat comes next\n\n\(Self.prose)\n"
    #expect(
      outline(text) == [
        "title: A town votes for its river", "paragraph: \(Self.prose)", "heading 2: What comes next",
        "paragraph: \(Self.prose)",
      ])
  }

  @Test func proseFirstHasNoTitle() {
    #expect(outline("\(Self.prose)\n\n\(Self.prose)\n").allSatisfy { $0.hasPrefix("paragraph: ") })
  }

  @Test func bylineDatelineCaption() {
    let text = """
      A town votes for its river
      By Ann Smith and Bo Li
      Published: 3 March 2017

      Photo: the river in spring

      \(Self.prose)
      """
    #expect(
      outline(text) == [
        "title: A town votes for its river", "byline: By Ann Smith and Bo Li", "dateline: Published: 3 March 2017",
        "caption: Photo: the river in spring", "paragraph: \(Self.prose)",
      ])
  }

  @Test func listsNestAndKeepTheirMarkers() {
    let text = "\(Self.prose)\n\n* one\n  - inner\n  - other\n* two\n    goes on\n\n1) first\n2) second\n"
    #expect(
      outline(text).dropFirst() == [
        "listItem 1: * one", "listItem 2: - inner", "listItem 2: - other", "listItem 1: * two⏎{    }goes on",
        "listItem 1: 1) first", "listItem 1: 2) second",
      ])
  }

  @Test func hardWrappedTextIsJoined() {
    let text = """
      This text was broken into lines by a mail program, at a column of
      about seventy, so that no line of it is longer than that, and each
      line ends where the next word would not have fitted any more, as
      one sees.

      A second paragraph follows the first, set apart by a blank line, and
      it is broken at the same column as the one before it was, twice.
      """
    let blocks = outline(text)
    #expect(blocks.count == 2)
    #expect(blocks[0].contains("column of⏎about"))
    #expect(blocks.allSatisfy { $0.hasPrefix("paragraph: ") })
  }

  @Test func quotesJoinWithSkippedSigns() {
    let text = """
      On Tuesday somebody wrote the following lines, which are long enough
      to be wrapped by the program that sent them over the wire to the list:

      > This is what was said first, and it takes more than one line to say
      > it, as one can see.
      >
      >> An older quotation stands inside, with two signs before its lines,
      >> and goes on.
      """
    #expect(
      outline(text).suffix(2) == [
        "quote 1: > This is what was said first, and it takes more than one line to say⏎{> }it, as one can see.{⏎>}",
        "quote 2: >> An older quotation stands inside, with two signs before its lines,⏎{>> }and goes on.",
      ])
  }

  @Test func underlinesMakeHeadings() {
    let text =
      "The river\n=========\n\n\(Self.prose)\n\nIts banks\n---------\n\(Self.prose)\n\n* * *\n\n\(Self.prose)\n"
    #expect(
      outline(text) == [
        "title: The river{⏎=========}", "paragraph: \(Self.prose)", "heading 2: Its banks{⏎---------}",
        "paragraph: \(Self.prose)", "rule: * * *", "paragraph: \(Self.prose)",
      ])
  }
}
