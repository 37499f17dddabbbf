import Document
import Testing

@testable import Analysis

@Suite("Lines of one form")
struct BlockShapeTests {
  private func features(_ lines: [String]) -> [[Float]] {
    var piece = Piece(extent: 0..<0, blocks: lines.map { Block(role: .paragraph, text: Array($0.utf8)) })
    piece.elements = []
    let tokens = PieceTokens(piece, lexicon: Tables.shared.lexicon)
    let sight = BlockSight(piece, metadata: Metadata())
    let shapes = BlockShapes(tokens, sight.features)
    return lines.indices.map { shapes.features(of: $0) }
  }

  @Test("The dates of a tour are of one form, and have a number in it; headlines are of many")
  func forms() {
    let dates = features(["June 9 -- Harbour Hall, Tolland", "July 14 -- The Dome, Wyndham", "Aug. 2 -- City Hall, Eastwater"])
    #expect(dates == [[1, 3, 2], [1, 3, 2], [1, 3, 2]], "month and number count")
    let heads = features(["Why your bread costs more", "Three charged over blaze", "‘I thought the roof was coming in’"])
    #expect(heads.allSatisfy { $0[0] == 0 && $0[1] == 1 })
  }

  @Test("Prose has no form, nor has nothing")
  func prose() {
    #expect(features([Prose.article[0], ""]) == [[-1, 0, 0], [-1, 0, 0]])
  }
}
