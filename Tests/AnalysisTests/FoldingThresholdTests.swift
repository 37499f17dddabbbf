import Document
import Testing

@testable import Analysis

@Suite("Where folding begins")
struct FoldingThresholdTests {
  private func thresholds(others: Int, of count: Int, isPage: Bool = false, isKnown: Bool = true) -> FoldingThresholds {
    let article = [Float](repeating: 0.4, count: others) + [Float](repeating: 0.9, count: count - others)
    return FoldingThresholds(article, isPage: isPage, isKnownLanguage: isKnown)
  }

  @Test("Text of which more than seven blocks in ten are none of the article is all that stood on a page")
  func share() {
    #expect(thresholds(others: 7, of: 10).block == thresholds(others: 0, of: 10).block)
    #expect(thresholds(others: 8, of: 10).block > thresholds(others: 7, of: 10).block)
    #expect(thresholds(others: 8, of: 10).inside > thresholds(others: 7, of: 10).inside)
    #expect(thresholds(others: 8, of: 10).beside > thresholds(others: 7, of: 10).beside)
  }

  @Test("Pages are cut at one place, and a language whose words are not known is cut lower")
  func others() {
    #expect(thresholds(others: 8, of: 10, isPage: true).block == thresholds(others: 0, of: 10, isPage: true).block)
    #expect(thresholds(others: 0, of: 10, isKnown: false).block < thresholds(others: 0, of: 10).block)
  }

  /// Of the article of the tests, whose third paragraph is as likely the article as `odds`, the kinds of the second and the
  /// third, where the second is folded or not.
  private func kinds(odds: Float, besideFold: Bool) -> [Boilerplate.Kind?] {
    let piece = Piece(
      extent: 0..<0, blocks: Prose.article.map { Block(role: .paragraph, text: Array($0.utf8)) })
    let sight = BlockSight(piece, metadata: Metadata())
    var article = [Float](repeating: 0.95, count: piece.blocks.count)
    article[1] = besideFold ? 0.01 : 0.95
    article[2] = odds
    let judge = PieceJudge(piece, sight, article: article)
    return (1...2).map { judge.boilerplate(of: $0).flatMap { $0.score < Boilerplate.foldingThreshold ? nil : $0.kind } }
  }

  @Test("What stands beside a fold goes with it where alone it would stay, up to a limit")
  func beside() {
    #expect(kinds(odds: 0.15, besideFold: false)[1] == nil)
    #expect(kinds(odds: 0.15, besideFold: true).allSatisfy { $0 != nil })
    #expect(kinds(odds: 0.22, besideFold: true)[1] == nil)
    #expect(kinds(odds: 0.05, besideFold: false)[1] != nil)
  }

  @Test(
    "A first line that only boilerplate says is no title; a headline is",
    arguments: [
      ("Support our work", true), ("1.2K shares 40 comments", true), ("Bridge closed after cracks are found", false),
    ])
  func firstLine(line: String, isFolded: Bool) {
    let piece = marked(([line] + Prose.article).joined(separator: "\n\n") + "\n")
    #expect(piece.blocks.first?.role == .title, "else the case says nothing")
    #expect(((piece.foldedKinds.first ?? nil) != nil) == isFolded)
  }
}
