import Document
import TestArticles
import Testing

@testable import Session

struct WayTests {
  private let twoLinks = """
    = A bridge
    The bridge was [claim linked: closed for [link https://example.org/report: cracks] in [link https://city.example/: May]].
    By [cite named Harbour Trust: Harbour Trust] it [claim attributed: fell].
    """

  private func texts(_ play: Play) -> [String] { play.state.pane?.items.map { "\($0.text) (\($0.note))" } ?? [] }

  @Test func severalLinksAreChosenFrom() {
    var play = Play(article(twoLinks))
    play.type("gd")
    #expect(play.state.pane?.kind == .ways)
    #expect(
      texts(play).prefix(4) == [
        "cracks (example.org)", "May (city.example)", "cracks (archived copy)", "May (archived copy)",
      ])
    play.type("j<Enter>")
    #expect(play.effects.last == .open(location: "https://city.example/", base: nil))
    #expect(play.state.pane == nil)
  }

  @Test func theArchivedCopyIsFetchedOnlyWhenChosen() {
    var play = Play(article(twoLinks))
    play.type(":set archive=https://archive.example/get/%s<Enter>gD2j<Enter>")
    #expect(
      play.effects.last == .open(location: "https://archive.example/get/https://example.org/report", base: nil))
    #expect(play.effects.count { if case .open = $0 { true } else { false } } == 1)
  }

  @Test func aNamedSourceIsLookedForAmongOpenArticles() {
    var play = Play(article(twoLinks))
    play.type("]rgd")
    #expect(play.state.notice?.text.hasPrefix("Harbour Trust is only named here.") == true)
    var report = article("= A report\nThe bridge fell.", location: "https://trust.example/report")
    report.metadata.publisher = "The Harbour Trust"
    play.perform(.opened(report, saved: nil))
    play.type("gd")
    #expect(texts(play).first == "Sample (open)")
    play.type("<Enter>")
    #expect(play.state.current == 1)
    #expect(play.page.jump?.claimant.claim == "Harbour Trust")
  }

  @Test func aLinkThatTheSourceHasElsewhereIsOffered() {
    var play = Play(
      article(
        """
        = A bridge
        By [cite named Harbour Trust: Harbour Trust] it [claim attributed: fell].
        The [cite linked Harbour Trust: [link https://trust.example/a: trust]] says more.
        """))
    play.type("[rgd")
    #expect(texts(play).first == "trust (linked elsewhere, trust.example)")
  }

  @Test func whatCitesNothingSaysSo() {
    var play = Play(article("= A bridge\nIt [claim none: fell in May]."))
    play.type("gd")
    #expect(play.state.notice?.text.hasPrefix("This does not say where it has that from.") == true)
    #expect(play.state.pane == nil)
  }
}

struct SourceNoteTests {
  private func source(at location: String = "https://b.example/report", published: String? = nil) -> (State, Page) {
    var citing = article(
      "= A bridge\nIt was [claim linked: closed for [link \(location): cracks]].", location: "https://a.example/story")
    citing.metadata.published = "2024-05-10T08:00:00Z"
    var play = Play(citing)
    var report = article("= The report\nText.", location: location)
    report.metadata.published = published
    play.perform(.opened(report, saved: nil))
    play.type("gd")
    return (play.state, play.page)
  }

  @Test(arguments: [
    ("2024-05-10", "of 2024-05-10, the article's day"), ("2024-05-09", "of 2024-05-09, 1 day before the article"),
    ("2024-02-29", "of 2024-02-29, 2 months before the article"),
    ("2027-05-11", "of 2027-05-11, 3 years after the article"),
  ])
  func howOldItIs(published: String, note: String) {
    let (state, page) = source(published: published)
    #expect(state.notes(on: page) == [note])
    #expect(state.trail(to: page) == ["story", "report"])
  }

  @Test func aHomePageAndTheSamePublicationAreSaid() {
    let home = source(at: "https://b.example/")
    #expect(home.0.notes(on: home.1) == ["a home page"])
    let own = source(at: "https://www.a.example/other")
    #expect(own.0.notes(on: own.1) == ["the same publication"])
    let dated = source(published: "May 2024")
    #expect(dated.0.notes(on: dated.1) == [])
  }

  @Test func aChainThatComesBackIsSaid() {
    let there = "https://b.example/report"
    let first = article(
      "= A\nIt was [claim linked: closed for [link \(there): cracks]].", location: "https://a.example/story")
    let second = article(
      "= B\nIt was [claim linked: closed, [link https://a.example/story: they say]].", location: there)
    var play = Play(first)
    play.perform(.opened(second, saved: nil))
    play.type("gdgd")
    #expect(play.state.current == 0)
    #expect(play.state.notes(on: play.page) == ["back where it began"])
    #expect(play.state.trail(to: play.page) == ["report", "story"])
  }

  @Test func aPageInAChainThatComesBackIsNotTheOneWhereItBegan() {
    let (story, report, third) = ("https://a.example/story", "https://b.example/report", "https://c.example/third")
    let first = article("= A\nIt was [claim linked: closed for [link \(report): cracks]].", location: story)
    let second = article(
      "= B\nIt was [claim linked: closed, [link \(story): they say]].\nIt was [claim linked: old, [link \(third): they say]].",
      location: report)
    var play = Play(first)
    play.perform(.opened(second, saved: nil))
    play.perform(.opened(article("= C\nText.", location: third), saved: nil))
    play.type("gdgd")
    #expect(play.state.notes(on: play.page) == ["back where it began"])
    play.type("H")
    #expect(play.page.article.origin.location == report)
    play.type("]c]cgd")
    #expect(play.page.article.origin.location == third)
    #expect(play.state.notes(on: play.page) == [])
  }

  @Test func whatCameInTheSourcesPlaceIsSaid() {
    var citing = article("= A\nIt was [claim linked: closed for [link https://b.example/x: cracks]].")
    citing.metadata.published = nil
    var play = Play(citing)
    var page = article("= Not found\nNothing here.", location: "https://b.example/x")
    page.origin.substitute = "an error page"
    play.perform(.opened(page, saved: nil))
    play.type("gd")
    #expect(play.state.notes(on: play.page) == ["an error page"])
  }

  @Test func daysAreCounted() {
    #expect(CivilDay("1970-01-01")?.number == 0)
    #expect(CivilDay("2000-03-01")?.number == 11_017)
    #expect(CivilDay("1969-12-31T23:00")?.number == -1)
    #expect(CivilDay("2024-13-01") == nil && CivilDay("yesterday") == nil)
  }
}
