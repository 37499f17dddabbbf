import Document
import Screen
import TestArticles
import Testing

@testable import Session

/// Pages that are asked for with a fragment.
struct ArrivalTests {
  private let start = "= A bridge\nIt is told [link https://example.org/report#what-was-found: elsewhere]."
  private let report = article(
    "= A report\n" + String(repeating: "A line of the report.\n", count: 30) + "# What was found\nThere were cracks.",
    location: "https://example.org/report")

  @Test func aPageOfTheWebIsShownAtWhatTheFragmentNames() {
    var play = Play(article(start), height: 10)
    play.type("]l<Enter>")
    #expect(play.effects.last == .open(location: "https://example.org/report", base: nil))
    play.perform(.loaded(report, saved: nil))
    #expect(play.shown.contains("What was found") && play.shown.first != "A report")
    play.perform(.loaded(report, saved: nil))
    #expect(play.state.arrivals.isEmpty)
  }

  @Test func whatIsNoHeadingIsLookedForInThePage() {
    var play = Play(article(start), height: 10)
    play.type(":open https://example.org/report#n12<Enter>")
    play.perform(.loaded(report, saved: nil))
    #expect(play.effects.last == .locate(fragment: "n12"))
  }

  @Test func aTextFragmentNamesNoPlace() {
    var play = Play(article(start), height: 10)
    play.type(":open https://example.org/report#:~:text=cracks<Enter>")
    #expect(play.effects.last == .open(location: "https://example.org/report", base: nil))
    play.perform(.loaded(report, saved: nil))
    #expect(play.effects.last == .open(location: "https://example.org/report", base: nil))
    #expect(play.shown.first == "A report")
  }

  @Test func aLinkThatOnlyTheWebCanFollowIsFollowedThere() {
    var local = article("= A bridge\nIt is told [link /report: elsewhere].")
    local.pieces[0]?.links[0].kind = .blocked
    let open = Effect.open(location: "https://example.org/report", base: nil)
    var play = Play(local)
    play.type("]l<Enter>")
    #expect(!play.effects.contains(open) && play.state.notice?.isError == true)
    local.pieces[0]?.links[0].webAddress = "https://example.org/report"
    play = Play(local)
    play.type("]l<Enter>")
    #expect(play.effects.last == open)
  }
}
