import Document
import Layout
import Screen
import TestArticles
import Testing

@testable import Session

private let long = (1...40).map { "Paragraph \($0) of the source." }.joined(separator: "\n")

struct SplitTests {
  private func play(width: Int = 80, height: Int = 24) -> Play {
    let marked =
      "= A bridge\nThe bridge was [claim linked: closed for [link https://example.org/report: cracks]].\n\(long)"
    var play = Play(article(marked), width: width, height: height)
    play.perform(.opened(article("= The report\n\(long)", location: "https://example.org/report"), saved: nil))
    play.type("gs")
    return play
  }

  @Test func theSourceStandsBesideItsClaimAndEachScrollsByItself() throws {
    var play = play(width: 120)
    #expect(play.state.current == 1)
    #expect(play.effects.last == .rank(claim: "closed for cracks", context: "The bridge was"))
    let geometry = play.state.geometry
    let other = try #require(geometry.other)
    #expect(other.rect.x == 0 && geometry.focused.rect.x > other.rect.width)
    #expect(play.page.flow.metrics.width == geometry.focused.textWidth)
    #expect(play.state.pages[0].flow.metrics.width == other.textWidth)
    let before = play.state.pages[0].top
    play.type("5j")
    #expect(play.state.pages[0].top == before)
    play.perform(.input(.mouse(Mouse(.wheelDown, x: 3, y: 3))))
    #expect(play.state.pages[0].top != before, "the wheel scrolls what it is over")
    #expect(play.state.current == 1)
    play.type("<C-w>w")
    #expect(play.state.current == 0)
    play.perform(.input(.mouse(Mouse(.press, x: geometry.focused.rect.x + 8, y: 6))))
    #expect(play.state.current == 1, "a click gives a half the keys")
    play.perform(.input(.mouse(Mouse(.press, x: geometry.focused.rect.x + 8, y: 0))))
    #expect(play.state.current == 0, "a click on the claim goes back to it")
  }

  @Test func theHalvesStandAboveEachOtherWhereTheWindowIsNarrow() throws {
    let play = play()
    let other = try #require(play.state.geometry.other)
    #expect(other.rect.y == 0 && other.rect.width == 80)
    let claim = Anchor(block: BlockID(piece: 0, index: 1), offset: 15)
    #expect(play.state.pages[0].row(of: claim) != nil, "the claim stays in sight")
    #expect(play.state.pages[0].window.count == other.rect.height)
  }

  @Test func qClosesTheSecondHalfThenIbid() {
    var play = play()
    play.type("q")
    #expect(play.state.split == nil && play.state.current == 0)
    #expect(!play.effects.contains(.quit))
    play.type("H")
    #expect(play.state.current == 1)
    play.type("q")
    #expect(play.effects.last == .quit)
  }

  @Test func backGoesToTheOtherHalf() {
    var play = play()
    play.type("<C-o>")
    #expect(play.state.current == 0)
    #expect(play.state.split == Split(other: 1, isSecond: false))
  }

  @Test func keysGoRoundTheHalvesAndThePane() {
    var play = play()
    play.type("U")
    #expect(play.state.paneHasFocus && play.state.current == 1)
    play.type("<C-w>w")
    #expect(!play.state.paneHasFocus && play.state.current == 0)
    play.type("<C-w>w")
    #expect(!play.state.paneHasFocus && play.state.current == 1)
    play.type("<C-w>w")
    #expect(play.state.paneHasFocus && play.state.current == 1)
  }

  @Test func aLinkIsShownBesideTheArticle() {
    var play = Play(article("= A bridge\nIt [link https://example.org/more: cracked].\n\(long)"))
    play.type("]lgf")
    #expect(play.effects.last == .open(location: "https://example.org/more", base: nil))
    play.perform(.opened(article("= More\n\(long)", location: "https://example.org/more"), saved: nil))
    #expect(play.state.notice?.text == "The page is there: gf goes to it.")
    play.type("gf")
    #expect(play.state.current == 1 && play.state.split == Split(other: 0, isSecond: true))
    #expect(play.page.jump == nil)
  }

  @Test(arguments: [1, 4, 7, 8, 12, 24], [1, 20, 80, 99, 100, 140])
  func halvesNeverOverlapNorLeaveTheScreen(height: Int, width: Int) {
    for isSecond in [true, false] {
      for hasPane in [true, false] {
        let geometry = Geometry(
          size: Size(width: width, height: height), hasPane: hasPane, textWidth: 72, hasClaim: true,
          split: (isSecond: isSecond, otherHasClaim: true))
        let areas = [geometry.focused, geometry.other].compactMap { $0 }
        let rects =
          areas.flatMap { [$0.rect] + ($0.claim.map { [$0] } ?? []) }
          + [geometry.separator, geometry.pane].compactMap { $0 }
        var cells: Set<Int> = []
        for rect in rects {
          for y in rect.y..<rect.y + rect.height {
            for x in rect.x..<rect.x + rect.width {
              #expect(cells.insert(y * 1000 + x).inserted, "two stand at \(x), \(y)")
              #expect(x < width && y < max(1, height - 1))
            }
          }
        }
      }
    }
  }
}
