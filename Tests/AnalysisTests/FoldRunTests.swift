import Document
import Testing

@testable import Analysis

@Suite("Small folds join the longer ones beside them")
struct FoldRunTests {
  /// Blocks as a letter and how many words they have: `n` navigation, `r` related, `c` comments, `o` other, `.` the article.
  private func joined(_ blocks: [(kind: Character, words: Int)], heads: Set<Int> = []) -> String {
    let kinds: [Character: Boilerplate.Kind] = ["n": .navigation, "r": .related, "c": .comments, "o": .other]
    let runs = FoldRuns(
      blocks.map { kinds[$0.kind] }, words: blocks.map(\.words), isHead: blocks.indices.map(heads.contains))
    return runs.kinds.map { kind in kinds.first { $0.value == kind }.map { String($0.key) } ?? "." }.joined()
  }

  @Test("A small run goes with the one above it, else with the next that is long enough")
  func small() {
    #expect(joined([("n", 20), ("r", 3), ("c", 12)]) == "nnc")
    #expect(joined([("r", 3), ("n", 4), ("c", 12)]) == "ccc")
    #expect(joined([("n", 11), (".", 5), ("r", 40)]) == "n.r", "an open block parts them")
  }

  @Test("Where all runs are small, what has the most words names them, and what is known before what is not")
  func allSmall() {
    #expect(joined([("r", 1), ("n", 4), ("c", 2), ("n", 3)]) == "nnnn")
    #expect(joined([("o", 9), ("c", 2)]) == "cc")
    #expect(joined([("o", 3)]) == "o")
  }

  @Test("What says nothing of itself is what a line above it announces, and else stays what it is")
  func unknown() {
    #expect(joined([("c", 2), ("o", 300), ("n", 20)], heads: [0]) == "ccn")
    #expect(joined([("c", 2), ("o", 300), ("n", 20)]) == "oon")
    #expect(joined([("n", 30), ("o", 60), ("n", 30)]) == "nnn")
    #expect(joined([("n", 30), ("o", 61), ("n", 30)]) == "non")
    #expect(joined([("c", 20)] + (0..<8).map { _ in ("o", 5) }) == "cnnnnnnnn", "many short lines are a menu")
    #expect(joined([("c", 20)] + (0..<7).map { _ in ("o", 5) }) == "cooooooo")
  }
}
