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

  @Test("In text a label with a figure says nothing that boilerplate says; a request for a sum does")
  func figures() {
    func isFolded(_ line: String, odds: Float) -> Bool {
      let texts = Prose.article.prefix(2) + [line] + Prose.article.dropFirst(2)
      let piece = Piece(extent: 0..<0, blocks: texts.map { Block(role: .paragraph, text: Array($0.utf8)) })
      let article = texts.indices.map { $0 == 2 ? odds : 0.95 }
      let judge = PieceJudge(piece, BlockSight(piece, metadata: Metadata()), article: article)
      return (judge.boilerplate(of: 2)?.score ?? 0) >= Boilerplate.foldingThreshold
    }
    #expect(!isFolded("Coal: £340 a month", odds: 0.12))
    #expect(isFolded("Coal: £340 a month", odds: 0.07))
    #expect(isFolded("Give £3 a month", odds: 0.12))
    #expect(isFolded("Cost to you: £3 a month", odds: 0.12))
  }

  /// The kind that a line is folded as, between prose, in an element that is called so.
  private func kind(_ text: String, called name: String, isLinked: Bool = false) -> Boilerplate.Kind? {
    var piece = Piece(
      extent: 0..<0, blocks: (Prose.article + [text]).map { Block(role: .paragraph, text: Array($0.utf8)) })
    piece.elements = ["main", name].map {
      PageElement(parent: nil, tag: nameHash("div".utf8), words: [nameHash($0.utf8)])
    }
    for index in piece.blocks.indices { piece.blocks[index].element = index == Prose.article.count ? 1 : 0 }
    if isLinked {
      piece.links = [Link(href: "/a", block: Prose.article.count, range: 0..<text.utf8.count, kind: .external)]
      piece.blocks[Prose.article.count].inlines = [Inline(range: 0..<text.utf8.count, style: .link, link: 0)]
    }
    let odds = piece.blocks.indices.map { $0 == Prose.article.count ? Float(0.05) : 0.95 }
    return PieceJudge(piece, BlockSight(piece, metadata: Metadata()), article: odds).boilerplate(
      of: Prose.article.count)?
      .kind
  }

  @Test("Names of parts say of what kind a block is where they are plain, and its form where there are none")
  func kinds() {
    #expect(kind("Snow on the hills", called: "callout") == .advertisement)
    #expect(kind("Snow on the hills", called: "donate") == .appeal)
    #expect(kind("Snow on the hills", called: "label") == .other, "it is no tag")
    #expect(kind("Snow", called: "label", isLinked: true) == .navigation)
    #expect(kind("Snow on the hills", called: "featured") == .other)
    #expect(kind("Snow falls on the hills of Tolland", called: "featured", isLinked: true) == .related)
    #expect(kind("Photos", called: "x", isLinked: true) == .navigation)
    #expect(kind("Photo by Ann Lee", called: "x", isLinked: true) == .credit)
    #expect(kind("(Ann Lee / The Courier)", called: "x") == .credit)
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
