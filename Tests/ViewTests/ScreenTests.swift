import Document
import TestArticles
import Layout
import Screen
import Testing

@testable import Session
@testable import View

private let sample = """
  = Harbours in winter: what the ice left behind
  The [claim none: harbour froze in 1963]. Nobody who lived there then was surprised by it, or not much.
  !appeal Support us today with a small gift
  !appeal Every coin counts for our writers
  # What the records say
  [claim attributed: The [cite named Harbour Trust: Harbour Trust] said that 40 boats were lost in the ice]. It had counted them twice.
  - one boat of the pilots, which was never found
  - two boats of the customs
  !newsletter Sign up for the weekly letter
  # Afterwards
  It [claim linked: was rebuilt in [link https://example.org/a: two years]], and [link #what-the-records-say: more than that] was said.
  The ice never came back [cite lost: (Norwegian)], 氷は二度と戻らなかった。
  """

private func state(_ size: Size, _ keys: String = "") -> State {
  var state = State(size: size)
  _ = update(&state, .loaded(article(sample), saved: nil))
  _ = update(&state, .themes(["default"]))
  _ = update(&state, .settled)
  for key in Key.parse(keys) ?? [] { _ = update(&state, .input(.key(key))) }
  _ = update(&state, .settled)
  _ = update(&state, .idle)
  return state
}

private let sizes = [Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 20, height: 8)]

struct ScreenTests {
  @Test(arguments: sizes) func reading(size: Size) {
    expectGolden(frame(of: state(size)), "reading-\(size.width)")
  }

  @Test(arguments: sizes) func anOpenFold(size: Size) {
    expectGolden(frame(of: state(size, "]zza")), "fold-\(size.width)")
  }

  @Test func panes() {
    expectGolden(frame(of: state(Size(width: 115, height: 16), "Rj")), "sources-115")
    expectGolden(frame(of: state(Size(width: 80, height: 24), "C")), "claims-80")
    expectGolden(frame(of: state(Size(width: 40, height: 12), "t")), "contents-40")
  }

  @Test func overlays() {
    expectGolden(frame(of: state(Size(width: 80, height: 24), "?")), "help-80")
    expectGolden(frame(of: state(Size(width: 80, height: 24), "]zz?")), "why-80")
    expectGolden(frame(of: state(Size(width: 80, height: 24), "]rK")), "preview-80")
    expectGolden(frame(of: state(Size(width: 80, height: 24), "/boat<Enter>")), "search-80")
    expectGolden(frame(of: state(Size(width: 80, height: 12), "Gf")), "hints-80")
    expectGolden(frame(of: state(Size(width: 40, height: 12), ":set cla<Tab>")), "prompt-40")
    expectGolden(frame(of: state(Size(width: 40, height: 12), "v)")), "selection-40")
  }

  /// A claim's source at its passage.
  private func source(_ size: Size, by command: Command) -> State {
    var state = state(size)
    let report = article(
      "= Report of the Harbour Trust\nThe winter was long.\nIn February 1963 the ice crushed 40 boats in the harbour.\nNobody was hurt.",
      location: "https://trust.example/report")
    _ = update(&state, .opened(report, saved: nil))
    let claim = "Forty boats were crushed by the ice in February 1963, the Harbour Trust says in its report."
    let claimant = Claimant(
      claim: claim, context: claim, location: state.pages[0].article.origin.location, article: "harbour.txt")
    _ = state.arrive(
      at: state.pages.count - 1,
      Awaited(location: "https://trust.example/report", claimant: claimant, command: command))
    let passage = Passage(block: BlockID(piece: 0, index: 2), range: 0..<57, score: 0.9)
    _ = update(
      &state,
      .ranked(Findings(match: "near", words: "figures, 80% of its words", passages: [passage])))
    _ = update(&state, .settled)
    return state
  }

  @Test(arguments: [Size(width: 115, height: 14), Size(width: 80, height: 14), Size(width: 40, height: 10)])
  func aSourceAtItsPassage(size: Size) {
    expectGolden(frame(of: source(size, by: .goToSource)), "passage-\(size.width)")
  }

  @Test(arguments: [Size(width: 115, height: 16), Size(width: 80, height: 24)])
  func aClaimAndItsSource(size: Size) {
    expectGolden(frame(of: source(size, by: .sourceBeside)), "split-\(size.width)")
  }

  @Test func onlyASCIISignsWhereTheTerminalHasNoOthers() {
    var plain = State(size: Size(width: 80, height: 24))
    plain.settings.isASCII = true
    _ = update(&plain, .loaded(article("= A\n[claim none: It froze in 1963].\n!appeal Give\n# B\nText."), saved: nil))
    _ = update(&plain, .settled)
    let drawn = frame(of: plain)
    #expect(drawn.cells.allSatisfy { $0.base < 0x80 })
    #expect(drawn.cells.contains { $0.base == UInt32(UInt8(ascii: "o")) && $0.face == .signNone })
    #expect(drawn.cells.contains { $0.base == UInt32(UInt8(ascii: ">")) && $0.face == .fold })
  }

  @Test func anySizeIsDrawn() {
    for width in [1, 2, 3, 7, 19, 49, 50, 99, 100, 101, 300] {
      for height in [1, 2, 3, 4, 5, 9, 50] {
        for keys in ["", "R", "?", "zz?", "/a", "K", "f", "v", "z", ":set <Tab>", "5"] {
          let drawn = frame(of: state(Size(width: width, height: height), keys))
          #expect(drawn.cells.count == width * height)
          for y in 0..<height {
            for x in 0..<width where drawn[x, y].width == 2 {
              #expect(x + 1 < width && drawn[x + 1, y].width == 0, "\(width)x\(height) \(keys)")
            }
          }
        }
      }
    }
  }

  @Test func whatADocumentHoldsNeverReachesACellAsAControl() {
    let evil = "A \u{1B}]0;title\u{7} B \u{9B}31m C \u{202E}D \u{7F}\u{85}"
    var state = State(size: Size(width: 80, height: 24))
    var page = article("= T\n" + evil + "\n# " + evil)
    page.metadata.title = evil
    page.origin.location = evil
    _ = update(&state, .loaded(page, saved: nil))
    for keys in ["", "t", "=", "L", "?", "/x"] {
      for key in Key.parse(keys) ?? [] { _ = update(&state, .input(.key(key))) }
      _ = update(&state, .settled)
      for cell in frame(of: state).cells where cell.width > 0 {
        let isControl = cell.base < 0x20 || (0x7F..<0xA0).contains(cell.base) || (0x202A...0x202E).contains(cell.base)
        #expect(!isControl, "\(cell.base) after \(keys)")
      }
      _ = update(&state, .input(.key(Key(.escape))))
    }
  }
}
