import Document
import TestArticles
import Layout
import Screen
import Testing

@testable import Session

private let sample = """
  = Harbours in winter
  The [claim none: harbour froze in 1963]. Nobody was surprised.
  !appeal Support us today with a small gift
  !appeal Every coin counts for our writers
  # What the records say
  [claim attributed: The [cite named Harbour Trust: Harbour Trust] said that 40 boats were lost].
  - one boat
  - two boats
  !newsletter Sign up for the weekly letter
  # Afterwards
  It [claim linked: was rebuilt in [link https://example.org/a: two years]], and [link #what-the-records-say: more].
  The ice never came back [cite lost: (Norwegian)].
  """

/// Long enough to scroll: 60 paragraphs of one row each, with blank rows between.
private let long = (1...60).map { "Paragraph number \($0) of the long one." }.joined(separator: "\n")

struct ScrollingTests {
  @Test func rowsAndPages() {
    var play = Play(article(long), height: 11)
    #expect(play.shown.first == "Paragraph number 1 of the long one.")
    play.type("j")
    #expect(play.shown.first == "")
    play.type("j")
    #expect(play.shown.first == "Paragraph number 2 of the long one.")
    play.type("4k")
    #expect(play.shown.first == "Paragraph number 1 of the long one.")
    play.type("<Space>")
    #expect(play.page.top == Place(block: BlockID(piece: 0, index: 5), line: 0))
    play.type("b")
    #expect(play.shown.first == "Paragraph number 1 of the long one.")
  }

  @Test func theEndFillsTheWindowAndIsNotLeft() {
    var play = Play(article(long), height: 11)
    play.type("G")
    #expect(play.shown.last == "Paragraph number 60 of the long one.")
    #expect(play.page.window.count == 10)
    let top = play.page.top
    play.type("jjj<Space>")
    #expect(play.page.top == top)
    #expect(play.page.progress == 1)
    play.type("gg")
    #expect(play.page.top == Place(block: .first))
  }

  @Test func percent() {
    var play = Play(article(long), height: 11)
    play.type("50%")
    #expect(play.shown.first?.hasPrefix("Paragraph number 3") == true)
    play.type("100%")
    #expect(play.shown.last == "Paragraph number 60 of the long one.")
  }

  @Test func aNarrowWindowAndBackKeepsThePlace() {
    var play = Play(article(long), height: 11)
    play.type("20j")
    let top = play.page.top
    let shown = play.shown
    for size in [
      Size(width: 20, height: 7), Size(width: 40, height: 30), Size(width: 3, height: 2), Size(width: 80, height: 11),
    ] {
      play.perform(.resize(size))
    }
    #expect(play.page.top == top)
    #expect(play.shown == shown)
  }

  @Test func aMoveReadsWhatIsMissing() {
    let whole = article(long)
    var pieces: [Int: Piece] = [:]
    var lazy = whole
    // The same document as three pieces of which only the first is read.
    let blocks = whole.pieces[0]?.blocks ?? []
    for index in 0..<3 {
      let part = Array(blocks[index * 20..<(index + 1) * 20])
      pieces[index] = Piece(extent: part[0].extent.lowerBound..<part[19].extent.upperBound, blocks: part)
    }
    lazy.pieces = [pieces[0], nil, nil]
    var play = Play(lazy, height: 11, unread: pieces)
    #expect(play.page.count(of: .claim) == nil)
    play.type("G")
    #expect(play.shown.last == "Paragraph number 60 of the long one.")
    #expect(play.page.article.pieces[1] == nil)
    play.type("30k")
    #expect(play.shown.dropFirst().first == "Paragraph number 41 of the long one.")
    play.type("k")
    play.type("k")
    #expect(play.shown.dropFirst().first == "Paragraph number 40 of the long one.")
    #expect(play.page.count(of: .claim) == 0)
  }
}

struct FoldTests {
  @Test func foldsStandAsOneRowAndOpen() {
    var play = Play(article(sample))
    #expect(play.shown.filter { $0.hasPrefix("▸") } == ["▸ appeal", "▸ newsletter"])
    play.type("]zza")
    #expect(play.shown.contains("Support us today with a small gift"))
    #expect(play.shown.contains("▾ appeal"))
    play.type("za")
    #expect(!play.shown.contains("Support us today with a small gift"))
  }

  @Test func closingAndOpeningAllIsIdentity() {
    var play = Play(article(sample))
    let before = play.shown
    play.type("zR")
    #expect(play.shown.contains("Sign up for the weekly letter"))
    play.type("zM")
    #expect(play.shown == before)
    play.type("zizi")
    #expect(play.shown == before)
  }

  @Test func theFocusKeepsItsRowWhenFoldsChange() throws {
    var play = Play(article(sample + "\n" + long), height: 12)
    play.type("3]c")
    let target = try #require(play.page.focusTarget)
    let row = try #require(play.page.row(of: target.anchor))
    play.type("zR")
    #expect(play.page.row(of: target.anchor) == row)
    play.type("zM")
    #expect(play.page.row(of: target.anchor) == row)
  }

  @Test func aVerdictOpensAndIsKept() {
    var play = Play(article(sample))
    play.type("]zzx")
    #expect(play.shown.contains("Every coin counts for our writers"))
    #expect(play.page.savedPlace.verdicts["Support us today with a small gift"] == true)
    var again = Play(article(sample))
    again.perform(.loaded(article(sample, location: "other.txt"), saved: play.page.savedPlace))
    #expect(again.page.all(.fold).count == 1)
  }

  @Test func aFoldSaysWhy() {
    var play = Play(article(sample))
    play.type("]zz?")
    #expect(play.state.popup?.lines.first?.text == "donation appeal, because:")
    #expect(play.state.popup?.lines.dropFirst().first?.text == "  asks for money")
  }
}

struct FocusTests {
  @Test func aPaneDoesNotCoverWhatTheReaderIsOn() throws {
    var play = Play(article(sample + "\n" + long), height: 24)
    play.type("3]c")
    let target = try #require(play.page.focusTarget)
    play.type("C")
    #expect(play.page.focus == target.focus)
    #expect(play.page.row(of: target.anchor) != nil)
    let pane = try #require(play.state.pane)
    #expect(pane.shown[pane.selected].destination == .target(target))
  }

  @Test func walkingSaysWhichOfHowMany() {
    var play = Play(article(sample))
    #expect(play.page.focus == .claim(BlockID(piece: 0, index: 1), sentence: 0))
    play.type("]c")
    #expect(play.page.focus == .claim(BlockID(piece: 0, index: 5), sentence: 0))
    play.type("2]c")
    #expect(play.page.focusTarget.flatMap(play.page.number) == 3)
    play.type("]c")
    #expect(play.state.notice?.text == "No claim after this one.")
    play.type("[c[c")
    #expect(play.page.focusTarget.flatMap(play.page.number) == 1)
    play.type("]l")
    #expect(play.state.notice?.text == "link 1 of 2")
    play.type("]r")
    #expect(play.state.notice?.text == "citation 2 of 2")
  }

  @Test func theFocusStaysOnTheScreen() {
    var play = Play(article(sample + "\n" + long), height: 8)
    play.type("4<Space>")
    #expect(play.page.focus.flatMap { _ in play.page.focusTarget }.map { play.page.row(of: $0.anchor) != nil } ?? true)
  }

  @Test func aClaimWithoutALinkSaysWhatCanBeDone() {
    var play = Play(article(sample))
    play.type("]cgd")
    #expect(
      play.state.notice?.text
        == "Harbour Trust is only named here. gr lists where it is cited; gx searches the web for the claim's names.")
    play.type("]cgx")
    #expect(play.effects.last == .browse(url: "https://example.org/a"))
  }

  @Test func linksAreFollowedAndCopiedWithoutWhatTracks() {
    var play = Play(article("See [link https://example.org/a?utm_source=x&id=1: this]."))
    play.type("]lyl")
    #expect(play.effects.last == .copy("https://example.org/a?id=1"))
    play.type("gx")
    #expect(play.effects.last == .browse(url: "https://example.org/a?id=1"))
    play.type("<Enter>")
    #expect(play.effects.last == .open(location: "https://example.org/a?id=1", base: nil))
    #expect(play.page.link(piece: 0, index: 0)?.href == "https://example.org/a?utm_source=x&id=1")
  }

  @Test func aFragmentLeadsToItsHeading() {
    var play = Play(article(sample), height: 8)
    play.type("2]l<Enter>")
    #expect(play.page.focus == .heading(BlockID(piece: 0, index: 4)))
    #expect(play.shown.contains("What the records say"))
  }

  @Test func claimsAreMarked() {
    var play = Play(article(sample))
    play.type("xd")
    #expect(play.page.claimMarks == ["harbour froze in 1963": .doubtful])
    play.type("xo")
    #expect(play.page.claimMarks.isEmpty)
  }

  @Test func hintsAreTypedOrFiltered() {
    var play = Play(article(sample))
    play.type("f")
    #expect(play.state.hints?.labels == ["a", "s"])
    play.type("s")
    #expect(play.state.hints == nil)
    #expect(play.page.focus == .heading(BlockID(piece: 0, index: 4)))
  }
}

struct SearchTests {
  @Test func hitsInFoldsAreFoundCountedAndOpened() {
    var play = Play(article(sample))
    play.type("/coin<Enter>")
    play.perform(.idle)
    #expect(play.shown.contains("Every coin counts for our writers"))
    #expect(play.page.searchWords == "hit 1 of 1")
    play.type("/boat<Enter>")
    play.perform(.idle)
    #expect(play.page.searchWords == "hit 1 of 3")
    play.type("nnn")
    #expect(play.state.notice?.text == "The search went round the end.")
    play.type("N")
    #expect(play.page.searchWords == "hit 3 of 3")
  }

  @Test func escapeBringsBackThePlace() {
    var play = Play(article(long), height: 11)
    play.type("6j")
    let top = play.page.top
    play.type("/number 50")
    #expect(play.shown.contains("Paragraph number 50 of the long one."))
    play.type("<Esc>")
    #expect(play.page.top == top)
    #expect(play.page.find == nil)
  }

  @Test func onlyWhatMatchesIsShown() {
    var play = Play(article(sample))
    play.type("&boat<Enter>")
    #expect(
      play.shown.filter { !$0.isEmpty } == ["The Harbour Trust said that 40 boats were lost.", "one boat", "two boats"])
    play.type("<Esc>")
    #expect(play.shown.first == "Harbours in winter")
  }

  @Test func aWrongPatternIsSaid() {
    var play = Play(article(sample))
    play.type("/(<Enter>")
    #expect(play.state.notice?.isError == true)
  }
}

struct CommandTests {
  @Test func panesListAndLead() {
    var play = Play(article(sample), width: 120)
    play.type("R")
    #expect(play.state.pane?.items.map(\.text).first == "Harbour Trust")
    #expect(play.state.geometry.paneIsBeside)
    play.type("C")
    #expect(play.state.pane?.items.count == 3)
    play.type("j<Enter>")
    #expect(play.state.paneHasFocus == false)
    #expect(play.page.focusTarget.flatMap(play.page.number) == 2)
    play.type("<C-w>wq")
    #expect(play.state.pane == nil)
  }

  @Test func commandsHaveNamesAndCompletions() {
    var play = Play(article(sample))
    play.type(":set claims=off<Enter>")
    #expect(play.page.all(.claim).isEmpty)
    play.type(":set cl<Tab>")
    #expect(play.state.prompt?.line == "set claims=")
    play.type("<Esc>:nonsense<Enter>")
    #expect(play.state.notice?.isError == true)
    play.type(":open-all-folds<Enter>")
    #expect(play.shown.contains("Sign up for the weekly letter"))
    play.type(":open other.txt<Enter>")
    #expect(play.effects.last == .open(location: "other.txt", base: nil))
  }

  @Test func placesAreComeBackTo() {
    var play = Play(article(long), height: 11)
    play.type("G<C-o>")
    #expect(play.shown.first == "Paragraph number 1 of the long one.")
    play.type("g,")
    #expect(play.shown.last == "Paragraph number 60 of the long one.")
    play.type("ggma20j'a")
    #expect(play.shown.first == "Paragraph number 1 of the long one.")
    play.type("'b")
    #expect(play.state.notice?.isError == true)
  }

  @Test func sentencesAreSelectedAndCopied() {
    var play = Play(article(sample))
    play.type("vy")
    #expect(play.effects.last == .copy("harbour froze in 1963"))
    play.type("yy")
    #expect(play.effects.last == .copy("sample.txt"))
  }

  @Test func quittingClosesTheInnermostFirst() {
    var play = Play(article(sample), width: 120)
    play.type("?")
    #expect(play.state.popup?.kind == .help)
    play.type("q")
    #expect(play.state.popup == nil)
    play.type("tq")
    #expect(play.state.pane == nil)
    play.type("q")
    #expect(play.effects.last == .quit)
  }

  @Test func aPrefixLeftAloneShowsWhatFollows() throws {
    var play = Play(article(sample))
    play.type("z")
    guard case .wait(_, let token) = try #require(play.effects.last) else {
      Issue.record("no wait was asked for")
      return
    }
    play.perform(.elapsed(token: token))
    #expect(play.state.popup?.lines.contains { $0.text.hasPrefix("a  open or close the fold") } == true)
    play.type("R")
    #expect(play.state.popup == nil)
    #expect(play.shown.contains("Sign up for the weekly letter"))
  }

  @Test func anyKeysKeepTheStateValid() {
    var random = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &random)
    var generator = SplitMix(state: seed)
    let keys =
      CommandRow.all.flatMap { $0.keys.compactMap(Key.parse) } + [
        [Key(.character("3"))], [Key(.enter)], [Key(.escape)],
      ]
    for _ in 0..<20 {
      var play = Play(
        article(sample + "\n" + long), width: Int.random(in: 1...130, using: &generator),
        height: Int.random(in: 1...40, using: &generator))
      for _ in 0..<150 {
        for key in keys[Int.random(in: 0..<keys.count, using: &generator)] { play.perform(.input(.key(key))) }
        if Int.random(in: 0..<10, using: &generator) == 0 {
          play.perform(
            .resize(
              Size(width: Int.random(in: 1...130, using: &generator), height: Int.random(in: 1...40, using: &generator))
            ))
        }
        play.perform(.settled)
        play.perform(.idle)
        #expect(play.page.window.count <= max(0, play.state.geometry.focused.rect.height), "seed \(seed)")
        #expect(play.page.article.block(play.page.top.block) != nil, "seed \(seed)")
      }
    }
  }
}

/// SplitMix64: random numbers that come again for the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
