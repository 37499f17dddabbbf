import Document
import TestArticles
import Testing

@testable import Session

private let appeal = "Support us today with a small gift"
private let sample = """
  = The bridge at Kelso Point
  The county closed the bridge on Monday after engineers found cracks.
  !appeal \(appeal)
  Ferries carried commuters across the bay on Tuesday.
  """

struct VerdictTests {
  private func play(_ location: String) -> Play { Play(article(sample, location: location)) }

  @Test func aSecondVerdictTakesTheFirstBack() {
    var play = play("a.txt")
    play.type("]zzx")
    #expect(play.page.verdicts == [appeal: true])
    #expect(play.page.all(.fold).isEmpty)
    play.type("ggv)zx")
    #expect(play.page.verdicts.count == 3)
    #expect(play.page.verdicts[appeal] == true)
    play.type("]zzx")
    #expect(play.page.verdicts == [appeal: true])
  }

  @Test func verdictsHoldOnAllOpenPagesOfTheSite() {
    var play = play("https://www.example.org/one")
    play.perform(.opened(article(sample, location: "https://example.org/two"), saved: nil))
    play.perform(.opened(article(sample, location: "https://example.net/three"), saved: nil))
    play.type("]zzx")
    #expect(play.state.notice?.text.contains("on all pages of example.org") == true)
    #expect(play.state.pages.map { $0.verdicts[appeal] } == [true, true, nil])
    play.perform(.opened(article(sample, location: "http://example.org/four"), saved: nil))
    #expect(play.state.pages[3].verdicts == [appeal: true])
  }

  @Test func verdictsAreListedAndTakenBackInTheirPane() {
    var play = play("https://example.org/one")
    var saved = SavedPlace()
    saved.verdicts = ["Somewhere else": false, appeal: true]
    play.perform(.loaded(article(sample, location: "https://example.com/two"), saved: saved))
    play.type("zX")
    #expect(play.state.pane?.items.map(\.text) == [appeal, "Somewhere else"])
    #expect(play.state.pane?.items.map(\.note) == ["article", "folded"])
    #expect(play.page.all(.fold).isEmpty)
    play.type("zx")
    #expect(play.page.verdicts == ["Somewhere else": false])
    #expect(play.page.all(.fold).count == 1)
    play.type("<Enter>")
    #expect(play.state.notice?.text == "What this verdict is on does not stand on this page.")
  }
}
