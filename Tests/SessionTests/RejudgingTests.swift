import Document
import TestArticles
import Testing

@testable import Session

/// A page of two pieces, of which the second is not read: 30 paragraphs and what is behind them.
struct RejudgingTests {
  private let lines = (0..<30).map { "Paragraph number \($0) of the harbour master's report." }

  private func piece(folded: Set<Int>) -> Piece {
    let marked = lines.enumerated().map { folded.contains($0.offset) ? "!appeal \($0.element)" : $0.element }
    return article(marked.joined(separator: "\n")).pieces[0] ?? Piece(extent: 0..<0, blocks: [])
  }

  private func play(folded: Set<Int>) -> Play {
    var page = article(lines.joined(separator: "\n"))
    page.pieces = [piece(folded: folded), nil]
    return Play(page, unread: [0: piece(folded: folded), 1: Piece(extent: 0..<0, blocks: [])])
  }

  @Test func whatIsInTheWindowStaysAsItIs() {
    var play = play(folded: [4])
    let shown = play.shown
    let size = DocumentSize(pieces: 2, extent: 1500, isGrowing: false)
    // The whole page says: 2 and 3 are none of the article, 4 is, and so are the last ones not.
    play.perform(.pieces([0: piece(folded: [2, 3, 28, 29])], of: size))
    play.perform(.settled)
    #expect(play.shown == shown)
    let blocks = play.page.article.pieces[0]?.blocks ?? []
    #expect(blocks[2].boilerplate.map { $0.score < Boilerplate.foldingThreshold } == true)
    #expect(blocks[4].boilerplate.map { $0.score >= Boilerplate.foldingThreshold } == true)
    #expect(play.page.article.pieces[0]?.folds.map(\.blocks) == [4...4, 28...29])
    play.type("G")
    #expect(play.shown.last == "▸ appeal")
  }

  @Test func aFoldThatBeginsInTheWindowEndsThere() {
    var play = play(folded: [])
    let last = play.page.window.last?.block.index ?? 0
    let size = DocumentSize(pieces: 2, extent: 1500, isGrowing: false)
    play.perform(.pieces([0: piece(folded: Set(last - 1...last + 3))], of: size))
    #expect(play.page.article.pieces[0]?.folds.map(\.blocks) == [last + 1...last + 3])
  }
}
