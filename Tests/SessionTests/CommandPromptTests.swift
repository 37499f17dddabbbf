import Document
import Screen
import TestArticles
import Testing

@testable import Session

/// What is typed behind `:`.
struct CommandPromptTests {
  private let text = "= A bridge\nIt fell in May.\nNobody was hurt in May."

  @Test func commandsTakeWhatStandsBehindThem() {
    var play = Play(article(text))
    play.type(":save /nowhere/a.txt<Enter>")
    guard case .save("/nowhere/a.txt", let saved) = play.effects.last else {
      Issue.record("nothing is saved: \(play.effects)")
      return
    }
    #expect(saved.contains("Nobody was hurt"))
    play.type(":set-mark b<Enter>")
    #expect(play.page.letters["b"] != nil)
    play.type(":set-mark 1<Enter>")
    #expect(play.state.notice?.isError == true)
    play.type(":search-back may<Enter>")
    #expect(play.page.find?.isForward == false && play.state.prompt == nil)
  }

  @Test(arguments: [
    ("set bogus=1", "No option bogus. :set shows them all."), ("set claims few", "Write :set claims=few."),
    ("set width=3", "width cannot be 3. It can be a number from 20 to 200: columns of the text at most."),
    ("set claims=many", "claims cannot be many. It can be off, few, normal, all: how many claims are marked."),
  ])
  func mistakesSayWhatToWrite(line: String, words: String) {
    var play = Play(article(text))
    play.type(":" + line.replacing(" ", with: "<Space>") + "<Enter>")
    #expect(play.state.notice?.text == words)
  }

  @Test func theCursorStandsOnTheHitUntilTheFocusMoves() {
    var play = Play(article("= A bridge\nIt [claim none: fell in May].\nNobody was hurt in June."))
    play.type("/june<Enter>")
    #expect(play.page.cursor == Anchor(block: BlockID(piece: 0, index: 2), offset: 19))
    play.type("[c")
    #expect(play.page.cursor == nil)
  }

  @Test func anOpenedFoldKeepsTheRowThatNamesIt() {
    let lines = (1...30).map { "Line \($0)." }.joined(separator: "\n")
    var play = Play(article("!appeal Support us today\n= A bridge\n\(lines)\n!appeal Give now\nIt fell."), height: 10)
    play.type("za")
    #expect(play.shown.prefix(2) == ["▾ appeal", "Support us today"])
    play.type("za")
    #expect(play.shown.first == "▸ appeal")
    play.type("G")
    let before = play.shown.firstIndex(of: "▸ appeal")
    play.type("]zza")
    #expect(before != nil && play.shown.firstIndex(of: "▾ appeal") == before)
  }

  @Test func aListOpensAtWhereTheReaderIs() {
    var play = Play(
      article(
        "= A bridge\nIt [claim none: fell in May].\nIt [claim none: rose in June].\nSee [link https://a.example/: this]."
      ))
    play.type("]lC")
    #expect(play.state.pane?.selected == 1)
  }

  @Test func aKeyThatWaitsForALetterIsShown() {
    var play = Play(article(text))
    play.type("m")
    #expect(play.state.awaitedAfter == [Key(.character("m"))])
    play.type("a")
    #expect(play.state.awaitedAfter.isEmpty)
  }

  @Test func readingAnewAtTheTopStaysAtTheTop() {
    let folded = article("!appeal Support us today\n= A bridge\nIt fell in May.")
    var play = Play(folded)
    #expect(play.shown.first == "▸ appeal")
    play.perform(.reloaded(folded))
    play.perform(.settled)
    #expect(play.shown.first == "▸ appeal")
  }
}

/// Lines of popups on narrow screens.
struct StyledWrappingTests {
  private func texts(_ line: StyledLine, _ width: Int) -> [String] { line.wrapped(to: width).map(\.text) }

  @Test func whatGoesOnStandsUnderTheWords() {
    let line = StyledLine([.init("ab  ", .popupKey), .init("one two three"), .init("  :four", .popupDim)])
    #expect(texts(line, 80) == ["ab  one two three  :four"])
    #expect(texts(line, 14) == ["ab  one two", "    three", "    :four"])
    #expect(line.wrapped(to: 14).last?.parts.last?.face == .popupDim)
  }

  @Test(arguments: [8, 9, 13, 20, 31])
  func nothingIsWiderThanTheScreenAndNothingIsLost(width: Int) {
    let words = "archive=https://web.archive.example/web/%s  where 漢字漢字漢字漢字漢字 of it is"
    let line = StyledLine([.init("key ", .popupKey), .init(words)])
    let wrapped = texts(line, width)
    #expect(wrapped.allSatisfy { $0.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) } <= width })
    #expect(wrapped.joined().filter { $0 != " " } == line.text.filter { $0 != " " })
  }
}
