import Document
import Testing

@testable import Analysis

@Suite("Lines of one form")
struct BlockShapeTests {
  private func features(_ lines: [String]) -> [[Float]] {
    var piece = Piece(extent: 0..<0, blocks: lines.map { Block(role: .paragraph, text: Array($0.utf8)) })
    piece.elements = []
    let sight = BlockSight(piece, metadata: Metadata())
    return lines.indices.map { index in
      var features: [Float] = []
      sight.shapes.append(index, to: &features)
      return features
    }
  }

  @Test("The dates of a tour are of one form, and have a number in it; headlines are of many")
  func forms() {
    let dates = features([
      "June 9 -- Harbour Hall, Tolland", "July 14 -- The Dome, Wyndham", "Aug. 2 -- City Hall, Eastwater",
    ])
    #expect(dates == [[1, 3, 2], [1, 3, 2], [1, 3, 2]], "month and number count")
    let heads = features([
      "Why your bread costs more", "Three charged over blaze", "‘I thought the roof was coming in’",
    ])
    #expect(heads.allSatisfy { $0[0] == 0 && $0[1] == 1 })
  }

  @Test("Four lines of one form with a number are entries; three are not, nor are four without a number")
  func entries() {
    func areEntries(_ lines: [String]) -> [Bool] {
      let piece = Piece(extent: 0..<0, blocks: lines.map { Block(role: .paragraph, text: Array($0.utf8)) })
      return BlockSight(piece, metadata: Metadata()).features.map(\.isEntry)
    }
    let dates = ["June 9 -- Harbour Hall", "July 14 -- The Dome", "August 2 -- City Hall", "May 3 -- The Anvil"]
    let article = Array(Prose.article.prefix(4))
    #expect(areEntries(article + dates).suffix(4).allSatisfy { $0 })
    #expect(areEntries(article + dates.prefix(3) + article).allSatisfy { !$0 })
    #expect(areEntries(article + ["Harbour Hall", "Tolland Road", "Lower Saltby", "Barrow End"]).allSatisfy { !$0 })
  }

  @Test("Prose has no form, nor has nothing")
  func prose() {
    #expect(features([Prose.article[0], ""]) == [[-1, 0, 0], [-1, 0, 0]])
  }
}
