import Document
import Testing

struct PiecePartingTests {
  /// Four blocks: a claim with a linked citation in each of the last three, and a note that leads back.
  private var piece: Piece {
    var piece = Piece(extent: 0..<40, blocks: [])
    for index in 0..<4 {
      var block = Block(role: .paragraph, text: Array("Sentence \(index)".utf8), extent: index * 10..<index * 10 + 10)
      if index > 0 {
        let number = piece.links.count
        piece.links.append(Link(href: "https://a.example/\(index)", block: index, range: 0..<8, kind: .external))
        piece.citations.append(Citation(block: index, range: 0..<8, link: number, status: .linked))
        block.inlines = [Inline(range: 0..<8, style: .link, link: number)]
        let claim = Claim(kinds: [.event], reasons: [Reason("an event")], support: .linked, citations: [number])
        block.sentences = [Sentence(range: 0..<10, score: 0.9, claim: claim)]
      }
      piece.blocks.append(block)
    }
    piece.blocks[1].note = BlockID(piece: 0, index: 3)
    piece.blocks[3].note = BlockID(piece: 0, index: 1)
    piece.links[2].target = BlockID(piece: 0, index: 2)
    piece.folds = [Fold(.boilerplate(.comments), hiding: 1...2, of: piece.blocks)]
    return piece
  }

  @Test func whatWasFoundGoesWithItsBlock() {
    let (first, rest) = piece.parted(at: 2)
    #expect(first.blocks.count == 2 && rest.blocks.count == 2)
    #expect(first.extent == 0..<20 && rest.extent == 20..<40)
    #expect(first.links.map(\.href) == ["https://a.example/1"])
    #expect(rest.links.map(\.href) == ["https://a.example/2", "https://a.example/3"])
    #expect(rest.links.map(\.block) == [0, 1] && rest.citations.map(\.block) == [0, 1])
    #expect(rest.citations.map(\.link) == [0, 1] && rest.blocks.flatMap(\.inlines).map(\.link) == [0, 1])
    #expect(rest.blocks.flatMap(\.sentences).map { $0.claim?.citations } == [[0], [1]])
  }

  @Test func whatLeadsAcrossIsKnownByBoth() {
    let (first, rest) = piece.parted(at: 2)
    #expect(first.blocks[1].note == BlockID(piece: 1, index: 1))
    #expect(rest.blocks[1].note == BlockID(piece: 0, index: 1))
    #expect(rest.links[1].target == BlockID(piece: 1, index: 0))
  }

  @Test func aFoldThatReachesOverTheEdgeBecomesTwo() {
    let (first, rest) = piece.parted(at: 2)
    #expect(first.folds.map(\.blocks) == [1...1] && rest.folds.map(\.blocks) == [0...0])
    #expect(rest.folds.first?.label == "Sentence 2" && rest.folds.first?.words == 2)
  }

  @Test func nothingIsLostAtTheEnds() {
    #expect(piece.parted(at: 0).rest.blocks.map(\.text) == piece.blocks.map(\.text))
    #expect(piece.parted(at: 4).first.blocks.map(\.text) == piece.blocks.map(\.text))
    #expect(piece.parted(at: 4).rest.blocks.isEmpty && piece.parted(at: 4).rest.extent == 40..<40)
    #expect(piece.parted(at: 0).first.blocks.isEmpty && piece.parted(at: 0).rest.links.count == 3)
  }
}
