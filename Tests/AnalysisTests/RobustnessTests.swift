import Document
import Testing

@testable import Analysis

/// A small generator with a seed, so that a failure can be run again (xorshift64).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func roll(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
}

@Suite("Whatever the input is")
struct RobustnessTests {
  /// What every marked piece promises.
  private func check(_ piece: Piece, _ comment: Comment) {
    var last = -1
    for fold in piece.folds {
      #expect(fold.blocks.lowerBound > last, comment)
      last = fold.blocks.upperBound
      #expect(last < piece.blocks.count, comment)
    }
    for block in piece.blocks {
      for sentence in block.sentences {
        #expect(sentence.range.lowerBound >= 0 && sentence.range.upperBound <= block.text.count, comment)
        #expect((0...1).contains(sentence.score), comment)
      }
      for reason in block.boilerplate?.reasons ?? [] {
        #expect((reason.evidence?.upperBound ?? 0) <= block.text.count, comment)
      }
    }
    for citation in piece.citations {
      #expect(citation.range.upperBound <= piece.blocks[citation.block].text.count, comment)
      #expect(!citation.range.isEmpty, comment)
    }
  }

  @Test("Random bytes are marked without a crash", arguments: 1...40)
  func bytes(seed: Int) {
    var dice = Dice(seed: UInt64(seed) &* 0x9e37_79b9_7f4a_7c15)
    let roles = Role.allCases
    let blocks = (0..<30).map { _ in
      Block(
        role: roles[dice.roll(below: roles.count)],
        text: (0..<dice.roll(below: 300)).map { _ in UInt8(dice.roll(below: 256)) })
    }
    var piece = Piece(extent: 0..<0, blocks: blocks)
    mark(&piece, context: Context(firstPiece: piece, metadata: Metadata()))
    check(piece, "seed \(seed)")
  }

  @Test("So are words, signs and marks in any order", arguments: 1...40)
  func words(seed: Int) {
    var dice = Dice(seed: UInt64(seed) &* 0x2545_f491_4f6c_dd1d)
    let parts = [
      "said", "told", "according", "to", "via", "by", "published", "the", "The", "Critics", "report", "Maren", "Holt",
      "U.S.", "’s", "“", "”", ",", ".", ":", "[German]", "(", ")", "$5m", "2010", "%", "who", "and", "support us",
      "—", "…", "’", "'", "é", "漢字", "👍", "\u{202e}", "\n", "-", "@x", "in", "a", "statement", "citing",
    ]
    let blocks = (0..<20).map { _ -> (Role, String) in
      let words = (0..<dice.roll(below: 40)).map { _ in parts[dice.roll(below: parts.count)] }
      return (
        dice.roll(below: 4) == 0 ? .listItem : .paragraph, words.joined(separator: dice.roll(below: 9) == 0 ? "" : " ")
      )
    }
    check(marked(blocks: blocks), "seed \(seed)")
  }

  @Test("Nothing, one block, one long sentence, no spaces")
  func extremes() {
    check(marked(blocks: []), "no blocks")
    check(marked(blocks: [(.paragraph, "")]), "an empty block")
    check(marked(blocks: [(.paragraph, "Donate")]), "one word")
    check(marked(blocks: [(.paragraph, String(repeating: "and Maren Holt said ", count: 5000))]), "a long sentence")
    check(marked(blocks: [(.paragraph, String(repeating: "漢字文章", count: 20000))]), "no spaces")
    check(marked(blocks: [(.paragraph, "“" + String(repeating: "never closed ", count: 2000))]), "an open quotation")
  }

  @Test("Only boilerplate, and none")
  func whole() {
    let all = marked(blocks: [(.paragraph, "Donate now"), (.paragraph, "Support our journalism with a monthly gift.")])
    #expect(all.foldedKinds == ["appeal", "appeal"])
    #expect(marked(blocks: Prose.article.map { (.paragraph, $0) }).folds.isEmpty)
  }

  @Test(
    "Text of other languages stays open",
    arguments: [
      "เมื่อวันจันทร์ที่ผ่านมา สะพานถูกปิดหลังจากวิศวกรพบรอยร้าว",
      "أغلق الجسر يوم الاثنين بعد أن وجد المهندسون شقوقا في اثنين من أعمدته التسعة.",
      "橋は月曜日に閉鎖された。技師が九本の橋脚のうち二本にひびを見つけたからである。",
      "Die Brücke wurde am Montag geschlossen, nachdem Ingenieure Risse in zwei Pfeilern gefunden hatten.",
    ])
  func languages(text: String) {
    let piece = marked(blocks: Array(repeating: (.paragraph, text), count: 6))
    #expect(piece.folds.isEmpty)
    #expect(piece.blocks.allSatisfy { !$0.sentences.isEmpty })
  }

  @Test("Thousands of names, and lines that are all the same")
  func many() {
    let names = (0..<4_000).map { "Maren Holt\($0 % 10)x said it. " }.joined()
    check(marked(blocks: [(.paragraph, names)]), "names")
    let lines = marked(blocks: Array(repeating: (.paragraph, "The same line of verse"), count: 500))
    check(lines, "lines")
    #expect(lines.folds.isEmpty, "what is made of repeats is not folded for repeating")
  }

  @Test("Time grows as the text does")
  func linear() {
    func seconds(_ copies: Int) -> Double {
      let blocks = (0..<copies).flatMap { _ in Prose.article }.map { Block(role: .paragraph, text: Array($0.utf8)) }
      var piece = Piece(extent: 0..<0, blocks: blocks)
      let clock = ContinuousClock()
      let best =
        (0..<3).map { _ in
          clock.measure { mark(&piece, context: Context(firstPiece: piece, metadata: Metadata())) }
        }.min() ?? .zero
      return Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
    }
    let small = seconds(10)
    let large = seconds(80)
    #expect(large < small * 8 * 3, "eight times the text took \(large / small) times as long")
  }
}
