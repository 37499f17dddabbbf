import Document
import Layout
import TestArticles
import Testing

@testable import Session

private let claimText = "The bridge was [claim linked: closed for [link https://example.org/report: cracks]]."
private let long = (1...40).map { "Paragraph \($0) of the source." }.joined(separator: "\n")

struct JumpTests {
  private func play() -> Play {
    Play(
      article(
        "= A bridge\n\(claimText)\nBy [cite named Harbour Trust: Harbour Trust] it [claim attributed: fell].\n\(long)"))
  }

  private var source: Article { article("= The report\n\(long)", location: "https://example.org/report") }

  private let found = Findings(
    match: "near", words: "figures",
    passages: [3, 30].map { Passage(block: BlockID(piece: 0, index: $0), range: 0..<9, score: 0.9) })

  @Test func aSourceThatCameIsJumpedToWhenTheReaderSaysSo() throws {
    var play = play()
    play.type("jj")
    let top = play.page.top
    play.type("gd")
    #expect(play.effects.last == .open(location: "https://example.org/report", base: nil))
    play.perform(.progress("example.org"))
    play.type("gd")
    #expect(play.state.notice?.text.contains("still coming") == true)
    #expect(play.effects.count { if case .open = $0 { true } else { false } } == 1)
    play.perform(.progress(nil))
    play.perform(.opened(source, saved: nil))
    #expect(play.state.current == 0, "a result takes no screen")
    #expect(play.state.notice?.text == "The source is there: gd goes to it.")
    play.type("gd")
    #expect(play.state.current == 1)
    #expect(
      play.effects.last == .rank(claim: "closed for cracks", context: "The bridge was"))
    play.perform(.ranked(found))
    #expect(play.page.row(of: Anchor(block: BlockID(piece: 0, index: 3))) != nil)
    #expect(play.page.jump?.number == "passage 1/2")
    play.type("<C-o>")
    #expect(play.state.current == 0)
    #expect(play.page.top == top)
  }

  @Test func passagesAreWalkedUntilASearchComes() throws {
    var play = play()
    play.type("gd")
    play.perform(.opened(source, saved: nil))
    play.type("gd")
    play.perform(.ranked(found))
    play.type("n")
    #expect(play.page.jump?.passage?.block.index == 30)
    #expect(play.page.row(of: Anchor(block: BlockID(piece: 0, index: 30))) != nil)
    play.type("n")
    #expect(play.page.jump?.index == 0)
    #expect(play.state.notice?.text == "The passages went round the end.")
    play.type("N/Paragraph 7<Enter>")
    #expect(play.page.find?.current?.block.index == 7)
    play.type("n")
    #expect(play.page.jump?.index == 1, "n repeats the search now")
  }

  @Test func aSourceReadAnewKeepsItsClaimAndThePlace() {
    var play = play()
    play.type("gd")
    play.perform(.opened(source, saved: nil))
    play.type("gd")
    play.perform(.ranked(found))
    play.type("10jr")
    let first = play.page.firstShown
    play.perform(.reloaded(source))
    #expect(play.effects.last == .rank(claim: "closed for cracks", context: "The bridge was"))
    play.perform(.ranked(found))
    #expect(play.page.firstShown == first)
    #expect(play.page.jump?.number == "passage 1/2")
    #expect(play.state.trail(to: play.page) == ["sample.txt", "report"])
  }

  @Test func whatIsNotFoundIsSaidAtTheTop() {
    var play = play()
    play.type("gd")
    play.perform(.opened(source, saved: nil))
    play.type("gd")
    play.type("5j")
    play.perform(.ranked(Findings(match: nil, words: "no names", passages: [])))
    #expect(play.page.top == Place(block: BlockID(piece: 0, index: 0)))
    #expect(play.state.notice?.text.hasPrefix("Not found in this source: no names") == true)
    #expect(play.page.jump?.number == nil)
  }

  @Test func theBrowserGoesToThePassageOrSearches() {
    var play = play()
    play.type("]rgx")
    #expect(play.effects.last == .browse(url: "https://duckduckgo.com/?q=Harbour%20Trust"))
    play.type("gg[c[cgd")
    play.perform(.opened(source, saved: nil))
    play.type("gd")
    play.perform(.ranked(found))
    play.type("gx")
    #expect(play.effects.last == .browse(url: "https://example.org/report#:~:text=Paragraph"))
  }
}
