import Document
import Testing

@testable import Analysis

@Suite("What is judged by what stands around it")
struct PieceJudgeTests {
  /// Of a page's blocks, with the probability that each is the article, whether they are folded: `#` they are, `.` not.
  private func folded(_ blocks: [(role: Role, text: String, odds: Float)]) -> String {
    var piece = Piece(
      extent: 0..<0, blocks: blocks.map { Block(role: $0.role, text: Array($0.text.utf8)) })
    piece.elements = [PageElement(parent: nil, tag: nameHash("div".utf8), words: [])]
    for index in piece.blocks.indices { piece.blocks[index].element = 0 }
    let judge = PieceJudge(piece, BlockSight(piece, metadata: Metadata()), article: blocks.map(\.odds))
    return piece.blocks.indices.map { index in
      (judge.boilerplate(of: index)?.score ?? 0) < Boilerplate.foldingThreshold ? "." : "#"
    }.joined()
  }

  @Test("A name under the title stays, though a line or an image stands between; in a list of others it goes")
  func names() {
    let title = (role: Role.title, text: "Ice in our harbours", odds: Float(0.9))
    let name = (role: Role.byline, text: "By Ann Lee", odds: Float(0.05))
    let rule = (role: Role.rule, text: "", odds: Float(0.05))
    let other = (role: Role.paragraph, text: "Snow on the hills", odds: Float(0.05))
    let prose = Prose.article.map { (role: Role.paragraph, text: $0, odds: Float(0.95)) }
    #expect(folded([title, rule, name, other] + prose).hasPrefix("...#"))
    #expect(folded([title, other, other, name] + prose).hasPrefix(".##."), "what stands between may be folded")
    #expect(folded([title, name] + prose + [other, name, other]).hasSuffix("###"))
  }

  @Test("Code, a table, an entry of a list between two open blocks stay; beside a fold they go with it")
  func alone() {
    let prose = Prose.article.map { (role: Role.paragraph, text: $0, odds: Float(0.95)) }
    let other = (role: Role.paragraph, text: "Snow on the hills", odds: Float(0.05))
    for role in [Role.code, .table, .listItem] {
      let block = (role: role, text: "Snow on the hills", odds: Float(0.2))
      #expect(folded(prose + [block] + prose).allSatisfy { $0 == "." })
      #expect(folded(prose + [other, block] + prose).contains("##"))
      let unlikely = (role: role, text: "Snow on the hills", odds: Float(0.09))
      #expect(folded(prose + [unlikely] + prose).contains("#"))
    }
  }

  @Test("A line alone is no fold; among what is folded it goes with it")
  func rules() {
    let rule = (role: Role.rule, text: "", odds: Float(0.05))
    let other = (role: Role.paragraph, text: "Snow on the hills", odds: Float(0.05))
    let prose = Prose.article.map { (role: Role.paragraph, text: $0, odds: Float(0.95)) }
    #expect(folded(prose + [rule] + prose).allSatisfy { $0 == "." })
    #expect(folded(prose + [other, rule, other]).hasSuffix("###"))
  }
}
