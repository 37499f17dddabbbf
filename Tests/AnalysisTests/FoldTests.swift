import Document
import Testing

@testable import Analysis

/// The article of the tests, with other blocks put in behind its second paragraph.
private func interrupted(by blocks: [String]) -> (kinds: [String?], piece: Piece) {
  let all = [Prose.article[0], Prose.article[1]] + blocks + Prose.article[2...]
  let piece = marked(blocks: all.map { ($0.hasPrefix("* ") ? Role.listItem : Role.paragraph, $0) })
  return (Array(piece.foldedKinds[2..<2 + blocks.count]), piece)
}

@Suite("Boilerplate and folds")
struct FoldTests {
  @Test(
    "Lines and boxes are told from the article, by kind",
    arguments: [
      (["Please support our journalism with a monthly donation."], "appeal"),
      (["Become a member and go ad-free"], "appeal"),
      (["Sign up for our weekly newsletter", "Enter your email address"], "newsletter"),
      (["Share this article on Facebook"], "share"),
      (["Read more: Ferry fares to rise in spring"], "related"),
      (["Comments are closed"], "comments"),
      (["Advertisement"], "advertisement"),
      (["We use cookies to make this site work. Manage your cookie preferences at any time."], "cookies"),
      (["© 2024 Kelso Times. All rights reserved."], "legal"),
      (["Photo by Iris Lund"], "credit"),
      (["View this post on Instagram"], "embedRemnant"),
      (["Skip to main content"], "navigation"),
    ])
  func kinds(blocks: [String], kind: String) {
    let (kinds, piece) = interrupted(by: blocks)
    #expect(kinds == blocks.map { _ in kind })
    #expect(piece.folds.count == 1)
    #expect(piece.folds.first?.blocks == 2...(1 + blocks.count))
    let open = piece.foldedKinds.filter { $0 == nil }
    #expect(open.count == Prose.article.count, "the article stays open")
  }

  @Test(
    "What only looks like it stays",
    arguments: [
      "The museum’s appeal had raised £61,000 by Easter, most of it in donations of less than £20.",
      "“Please donate,” said the woman at the door. “We have food for four days.”",
      "The paper lost 4,000 subscribers in May, when it began to charge £2 a week for its app.",
      "Browsers have blocked third-party cookies since 2020, and the company says that few sites broke.",
      "The newsletter, a single sheet, was pushed under 300 doors on the estate.",
      "Correction: an earlier version of this article gave the wrong year for the opening of the bridge.",
      "“Support us or we close”",
      "What happens next",
      "Comments under the video turned nasty within an hour, and the council switched them off.",
      "The photo, taken by a neighbour at six in the morning, shows the van on its side.",
    ])
  func decoys(text: String) {
    #expect(interrupted(by: [text]).kinds == [nil])
  }

  @Test("An appeal of several paragraphs, its list and the fact in its middle are one fold")
  func sequence() {
    let appeal = [
      "We need your help to keep this newsroom open",
      "For eleven years our reporters have sat in every council meeting for you. If you value our work, please "
        + "consider a donation.",
      "Two other papers in this valley have closed since 2015, and the nearest radio station is 90 miles away.",
      "With your support we can continue:",
      "* Asking the questions that officials avoid",
      "* Keeping every story free to read",
      "Without your contribution we can’t do this. Donate today.",
    ]
    let (kinds, piece) = interrupted(by: appeal)
    #expect(kinds == appeal.map { _ in "appeal" })
    #expect(piece.folds.map(\.blocks) == [2...8])
    #expect(piece.folds[0].words == 77)
    #expect(piece.folds[0].label == "We need your help to keep this newsroom…")
  }

  @Test("Beginnings of other articles that stand together are folded; two lines that break off are not")
  func teasers() {
    let beginnings = [
      "The county voted on Tuesday to raise ferry fares by a fifth, after a winter in which two boats…",
      "The head of the school, who had warned of the roof in three letters to the council, said that she…",
      "The mayor was sworn in at noon, before some 200 people, and promised to open the old pier before…",
    ]
    let (kinds, piece) = interrupted(by: beginnings)
    #expect(kinds == beginnings.map { _ in "related" })
    #expect(piece.blocks[3].boilerplate?.reasons.map(\.words).contains("breaks off, as others beside it do") == true)
    #expect(interrupted(by: Array(beginnings.prefix(2))).kinds == [nil, nil])
  }

  @Test("In text the whole article once more stays open, a paragraph of it does not say so")
  func copies() {
    let long = (0..<6).flatMap { part in Prose.article.map { "\($0) That was so in year \(1990 + part)." } }
    let whole = long.joined(separator: " ")
    let piece = marked(blocks: (long + [whole]).map { (.paragraph, $0) })
    #expect(piece.foldedKinds.last == .some(nil))
    var features = BlockFeatures()
    (features.words, features.echo) = (Echo.longest + 1, Echo.whole)
    #expect(features.isCopyOfArticle)
    features.words = Echo.longest
    #expect(!features.isCopyOfArticle)
  }

  @Test("A list under an article's lead-in stays, though its neighbours are folded")
  func lists() {
    let blocks = ["Advertisement", "The inspectors found:", "* two doors that did not close", "* no drill since 2019"]
    #expect(interrupted(by: blocks).kinds == ["advertisement", nil, nil, nil])
  }

  @Test("Titles, bylines and captions are kept; a line that is only a credit is not")
  func roles() {
    let blocks: [(Role, String)] = [
      (.title, "How to donate blood"), (.byline, "By Ada Holm"),
      (.caption, "The bridge at dusk. Photo by Iris Lund"), (.paragraph, Prose.article[0]),
      (.paragraph, Prose.article[1]), (.paragraph, "Photo by Iris Lund"),
    ]
    #expect(marked(blocks: blocks).foldedKinds == [nil, nil, nil, nil, nil, "credit"])
  }

  @Test("Every fold has its reasons, what weighed most first, with the words they rest on")
  func reasons() throws {
    let (_, piece) = interrupted(by: ["Please support our journalism with a monthly donation."])
    let block = piece.blocks[2]
    let boilerplate = try #require(block.boilerplate)
    #expect(boilerplate.score > 0.75)
    let sentences = boilerplate.reasons.map { $0.sentence(in: block.text) }
    #expect(sentences.contains("asks for support: support our journalism"))
    #expect(sentences.contains { $0.hasPrefix("asks for money: ") })
    for block in piece.blocks where isFolded(block) { #expect(block.boilerplate?.reasons.isEmpty == false) }
  }

  @Test("Where no cue stands, telling words and names are the reason", arguments: [Float(-2.2), -2.1])
  func worded(odds: Float) {
    let piece = Piece(
      extent: 0..<0,
      blocks: (Prose.article + ["Kelso Arts Week"]).map { Block(role: .paragraph, text: Array($0.utf8)) })
    let sight = BlockSight(piece, metadata: Metadata())
    let nothing = [Float](repeating: 0, count: piece.blocks.count)
    let article = Prose.article.map { _ in Float(1) } + [0]
    func reasons(_ words: WordOdds?) -> [String] {
      PieceJudge(piece, sight, article: article, words: words).boilerplate(of: Prose.article.count)?.reasons
        .map(\.words) ?? []
    }
    let telling = Prose.article.map { _ in Float(0) } + [odds]
    let plain = reasons(nil)
    #expect(plain.count == 1)
    let isTelling = odds <= -2.2
    #expect(
      reasons(WordOdds(words: telling, names: nothing))
        == (isTelling ? ["is worded as what stands around articles"] : plain))
    #expect(
      reasons(WordOdds(words: nothing, names: telling))
        == (isTelling ? ["stands in a part that pages call what is not the article"] : plain))
  }

  @Test("A line that stands three times says so")
  func repeats() throws {
    let line = "Support us today"
    let text = [line, Prose.article[0], line, Prose.article[1], Prose.article[2], line, Prose.article[3]]
    let piece = marked(blocks: text.map { (.paragraph, $0) })
    #expect(piece.folds.count == 3)
    let reasons = try #require(piece.blocks[0].boilerplate).reasons.map(\.words)
    #expect(reasons.contains("repeats a line that stands 3 times on the page"))
    let twice = marked(blocks: text.dropLast(2).map { (.paragraph, $0) })
    #expect(twice.blocks[0].boilerplate?.reasons.contains { $0.words.contains("twice") } == true)
  }

  @Test("A menu before the article and headlines after it are folded, the article's headings are not")
  func edges() {
    let menu = ["News", "Weather", "Local sport", "Ferry times", "Our region"]
    let headlines = ["Ferry fares rise", "New mayor sworn in", "School roof falls", "Storm takes the pier"]
    let body = [Prose.article[0], "Cracks in the piers"] + Prose.article[1...]
    let piece = marked(blocks: (menu + body + ["More stories"] + headlines).map { (.paragraph, $0) })
    let open = piece.blocks.indices.filter { piece.foldedKinds[$0] == nil }.map { piece.text($0) }
    #expect(open == body)
  }

  @Test("The threshold, from both sides")
  func threshold() {
    var block = Block(role: .paragraph, text: Array("x".utf8))
    block.boilerplate = Boilerplate(kind: .other, score: Boilerplate.foldingThreshold, reasons: [Reason("x")])
    #expect(isFolded(block))
    block.boilerplate?.score = Boilerplate.foldingThreshold - 0.01
    #expect(!isFolded(block))
    block.boilerplate = nil
    #expect(!isFolded(block))
  }

  @Test("Links in folded blocks are marked so")
  func links() {
    var piece = Piece(
      extent: 0..<0,
      blocks: (Prose.article + ["Donate now"]).map { Block(role: .paragraph, text: Array($0.utf8)) },
      links: [
        Link(href: "https://example.org/a", block: 0, range: 0..<3, kind: .external),
        Link(href: "https://example.org/b", block: 5, range: 0..<6, kind: .external),
      ])
    fold(&piece, context: Context(firstPiece: piece, metadata: Metadata()))
    #expect(piece.links.map(\.isBoilerplate) == [false, true])
  }

  @Test("Folding alone leaves the sentences to the second step")
  func steps() {
    var piece = Piece(extent: 0..<0, blocks: Prose.article.map { Block(role: .paragraph, text: Array($0.utf8)) })
    let context = Context(firstPiece: piece, metadata: Metadata())
    var whole = piece
    fold(&piece, context: context)
    #expect(piece.blocks.allSatisfy { $0.sentences.isEmpty })
    claims(&piece, context: context)
    mark(&whole, context: context)
    #expect(piece == whole)
    #expect(!whole.blocks[0].sentences.isEmpty)
    mark(&whole, context: context)
    #expect(piece == whole, "marking twice is marking once")
  }
}
