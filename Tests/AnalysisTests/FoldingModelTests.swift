import Document
import Reading
import Testing

@testable import Analysis

@Suite("Models of folding")
struct FoldingModelTests {
  /// One tree of depth 1: above 2 in feature 1 it is 3, else -3.
  private let stump: [UInt8] =
    Array("IBT1".utf8) + [2, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0x3F] + [0, 0, 0, 0x40] + [
      0, 0, 0x40, 0xC0, 0, 0, 0x40, 0x40,
    ]
    + [1, 0, 0, 0]

  /// The bytes where a model may lie.
  private func laid(_ bytes: [UInt8], _ body: (UnsafeRawBufferPointer) -> Void) {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + 8, alignment: 8)
    defer { room.deallocate() }
    room.copyBytes(from: bytes)
    body(UnsafeRawBufferPointer(rebasing: room.prefix(bytes.count)))
  }

  @Test("A tree is read in place")
  func tree() {
    laid(stump) { bytes in
      let (low, high) = (probability(-2.5), probability(3.5))
      for number in 0...9 {
        let rows = (0..<number).flatMap { (row: Int) -> [Float] in row.isMultiple(of: 3) ? [0, 2.5] : [9, 2] }
        let wanted = (0..<number).map { $0.isMultiple(of: 3) ? high : low }
        #expect(TreeModel(bytes)?.probabilities(of: rows) == wanted)
      }
    }
  }

  @Test("What is no model is none", arguments: [0, 4, 15, 16, 20, 31])
  func broken(length: Int) {
    laid(Array(stump.prefix(length))) { #expect(TreeModel($0) == nil) }
    laid(stump + [0]) { #expect(TreeModel($0) == nil) }
    var strange = stump
    strange[28] = 2
    laid(strange) { #expect(TreeModel($0) == nil, "it asks for a feature that there is not") }
  }

  @Test("Probabilities", arguments: [(Float(0), Float(0.5)), (2, 0.880797), (-2, 0.119203), (40, 1), (-40, 0)])
  func probabilities(sum: Float, wanted: Float) { #expect(abs(probability(sum) - wanted) < 1e-5) }

  @Test("The models that ship know as many features as there are")
  func features() throws {
    let prose = "The county closed the bridge on Monday after engineers found cracks in two of its nine piers."
    let text = marked(blocks: [(.title, "A bridge"), (.paragraph, prose), (.paragraph, "Share")])
    let page = HTMLPage.read(Array("<main><p>\(prose)<p>Share</main>".utf8), base: LinkBase(location: "a.html"))
    for (piece, model) in [(text, FoldingModel.text), (page.piece, FoldingModel.page)] {
      let model = try #require(model)
      let sight = BlockSight(piece, metadata: page.metadata)
      let looks = [Float](repeating: 0.5, count: piece.blocks.count)
      let words = WordOdds(words: looks, names: looks)
      #expect(Set(sight.firstVectors(words).map(\.count)) == [model.featureCounts.first])
      #expect(Set(sight.secondVectors(after: looks, words).map(\.count)) == [model.featureCounts.second])
    }
  }

  /// A table in which the places of `texts` weigh 4 halves each, and all others nothing.
  private func table(size: Int, places: [Int]) -> [UInt8] {
    var weights = [UInt8](repeating: 0, count: size)
    for place in places { weights[place] = 4 }
    return Array("IBW1".utf8) + [0, 0, 0, 0x3F] + [0, 0, 0x80, 0x3F] + weights
  }

  private func tokens(_ text: String) -> Tokens {
    var tokens = Tokens()
    tokens.read(Array(text.utf8), lexicon: Tables.shared.lexicon)
    return tokens
  }

  @Test("A block's words weigh what the table says, over the root of how many places they have")
  func words() {
    var places: [Int] = []
    BlockWords.each(tokens("bridge")) { places.append($0) }
    #expect(places.count == 3, "the word, its pair with the beginning, its pair with the end")
    laid(table(size: BlockWords.size, places: [places[0]])) { bytes in
      let weights = WordWeights(bytes, size: BlockWords.size)
      #expect(abs((weights?.logOdds(of: tokens("Bridge")) ?? 0) - (1 + 2 / Float(3).squareRoot())) < 1e-5)
      #expect(abs((weights?.logOdds(of: tokens("the bridge")) ?? 0) - (1 + 2 / Float(5).squareRoot())) < 1e-5)
      #expect(weights?.logOdds(of: tokens("ferry")) == 1)
      #expect(weights?.logOdds(of: tokens("")) == 0, "nothing says nothing")
      #expect(WordWeights(bytes, size: BlockWords.size - 1) == nil)
    }
    laid(Array(table(size: BlockWords.size, places: []).dropFirst())) {
      #expect(WordWeights($0, size: BlockWords.size - 1) == nil, "it does not begin as a table does")
    }
  }

  @Test("What holds a block weighs by its name and by how near it is")
  func names() {
    let names = { (text: String) in [nameHash(text.utf8)] }
    let elements = [
      PageElement(parent: nil, tag: nameHash("div".utf8), words: names("story")),
      PageElement(parent: 0, tag: nameHash("div".utf8), words: []),
      PageElement(parent: 1, tag: nameHash("p".utf8), words: []),
    ]
    let blocks = [0, 2].map { element in
      var block = Block(role: .paragraph, text: Array("x".utf8))
      block.element = element
      return block
    }
    let piece = Piece(extent: 0..<2, blocks: blocks, elements: elements)
    var places: [Int] = []
    ElementWords.each(elements[0], band: ElementWords.band(0)) { places.append($0) }
    laid(table(size: ElementWords.size, places: [places[1]])) { bytes in
      #expect(WordWeights(bytes, size: ElementWords.size)?.logOdds(ofElements: piece) == [3, 1])
    }
  }
}

private let story = [
  "The harbour bridge at Kelso Point was closed on Monday after engineers found cracks in two of its nine piers.",
  "The county opened the bridge in 1967, and about 14,000 cars crossed it every day last year, said the engineer.",
  "“We saw the first crack in August,” said Maren Holt, the county’s chief engineer, who has looked after the bridge "
    + "for nine years. She said it had been inspected four times since then.",
  "Ferries carried commuters across the bay on Tuesday, and the queue for the first boat reached the customs house.",
]

@Suite("Folds of pages")
struct PageFoldTests {
  private func folded(_ page: String) -> Piece {
    var (piece, metadata) = HTMLPage.read(Array(page.utf8), base: LinkBase(location: "https://courier.example/a"))
    _ = mark(first: &piece, metadata: metadata)
    return piece
  }

  private var page: String {
    """
    <title>A bridge | Courier</title>
    <nav class=menu><ul><li><a href=/n>News</a><li><a href=/s>Sport</a><li><a href=/w>Weather</a></ul></nav>
    <article><h1>A bridge</h1>\(story.map { "<p>\($0)</p>" }.joined())
    <div hidden><p>\(story[0]) \(story[1])</p></div></article>
    <aside class="related-articles"><h2>Most read</h2><ul><li><a href=/1>Ferry fares rise again this winter</a>
    <li><a href=/2>New mayor sworn in at the town hall</a><li><a href=/3>The school roof that fell in</a></ul></aside>
    <footer><p>© 2024 The Courier. All rights reserved. <a href=/p>Privacy</a></p></footer>
    """
  }

  @Test("What stands around the article is folded with its kind and a reason, and the article is not")
  func around() throws {
    let piece = folded(page)
    let open = piece.blocks.filter { !isFolded($0) }.map { String(decoding: $0.text, as: UTF8.self) }
    #expect(open.filter { $0 != "A bridge" }.prefix(4) == story[...])
    let menu = try #require(piece.blocks.first { String(decoding: $0.text, as: UTF8.self) == "Sport" }?.boilerplate)
    #expect(menu.kind == .navigation)
    #expect(menu.reasons.map(\.words).contains("the page calls this part a menu"))
    let fares = try #require(piece.blocks.first { $0.text.starts(with: "Ferry fares".utf8) }?.boilerplate)
    #expect(fares.kind == .related)
    for block in piece.blocks where isFolded(block) { #expect(block.boilerplate?.reasons.isEmpty == false) }
  }

  @Test("What the page itself folds stays a fold")
  func details() throws {
    let piece = folded(page)
    let fold = try #require(piece.folds.first { $0.kind == .details })
    #expect(piece.blocks[fold.blocks.lowerBound].text.starts(with: "The harbour bridge".utf8))
    #expect(zip(piece.folds, piece.folds.dropFirst()).allSatisfy { $0.blocks.upperBound < $1.blocks.lowerBound })
  }

  @Test("A page that folds more of the article than it shows is opened")
  func hidden() {
    let head = "<title>A bridge</title><main><h1>A bridge</h1>"
    let hidden = "<div hidden><p>\(story[0]) \(story[1])</div>"
    func details(_ page: String) -> Int { folded(head + page).folds.count { $0.kind == .details } }
    #expect(details("<p>\(story[2])<p>\(story[3])" + hidden) == 1)
    #expect(details("<p>\(story[3])" + hidden) == 0)
    #expect(folded(head + "<p>\(story[3])" + hidden).blocks.count == 3, "it is there")
  }

  @Test("A page of one paragraph, and one without words, stay open")
  func small() {
    #expect(folded("<p>\(story[0])").folds.isEmpty)
    #expect(folded("").blocks.isEmpty)
  }

  @Test func aPageOfHeadingsTakesLinearTime() {
    func time(_ count: Int) -> Duration {
      let page = String(repeating: "<h2>a</h2>", count: count)
      var (piece, metadata) = HTMLPage.read(Array(page.utf8), base: LinkBase(location: "a.html"))
      return ContinuousClock().measure { _ = mark(first: &piece, metadata: metadata, hasClaims: false) }
    }
    _ = time(1000)
    #expect(time(40_000) < time(5000) * 24)
  }
}
