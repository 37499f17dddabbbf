import Document
import Testing

@testable import Analysis

@Suite("Claims")
struct ClaimTests {
  private func claim(_ text: String) -> (score: Double, claim: Claim?) {
    let piece = marked(blocks: [(.paragraph, text)])
    let sentence = piece.blocks[0].sentences.first
    return (sentence?.score ?? -1, sentence?.claim)
  }

  @Test(
    "Assertions that can be checked are marked",
    arguments: [
      "The county closed 14 of its 20 libraries in 2019.",
      "In May 2018 the army of Ruritania shelled the town of Strelsau and killed 40 people.",
      "Unemployment in the region fell from 9% to 6% last year.",
      "The minister met the leader of the opposition in Vienna on Tuesday.",
      "A 2009 report by the Audit Office shows that the hospital paid $4m too much for its beds.",
    ])
  func strong(text: String) {
    #expect(claim(text).score >= ClaimDensity.normal.threshold)
    #expect(claim(text).claim != nil)
  }

  @Test(
    "Questions, wishes, feelings and judgements are not",
    arguments: [
      "Do you remember the summer of 2003?",
      "This is a terrible idea, and we should be ashamed of it.",
      "I really hope you enjoy it!",
      "The villagers believed that all was lost.",
      "Stir in the honey and serve.",
      "Such folly can only help our enemies.",
    ])
  func weak(text: String) {
    #expect(claim(text).score < ClaimDensity.normal.threshold)
  }

  @Test(
    "Kinds, each with its reason and the words it rests on",
    arguments: [
      ("The firm paid $3.5 million for the site.", "quantity", "a sum of money: 3.5 million"),
      ("The dam held 40 million litres of water in 1998.", "date", "a stated time: 1998"),
      (
        "The general accused the ministry of lying to parliament in June.", "accusation",
        "says that somebody did wrong: accused"
      ),
      ("Exports rose by 12% because the harbour was reopened.", "causal", "a cause or an effect: because"),
      ("The new ferry carries twice as many cars as the old one did in 2010.", "comparison", "a comparison: twice"),
      ("The harbour is expected to reopen on 4 March 2026.", "prediction", "says what is to come: expected"),
      ("“The bridge was closed in May,” said Maren Holt of the county.", "attribution", "credited: Maren Holt"),
      ("The storm destroyed nine houses on Monday.", "event", "something that happened: destroyed"),
    ])
  func kinds(text: String, kind: String, reason: String) throws {
    let claim = try #require(claim(text).claim)
    #expect(claim.kinds.map(\.rawValue).contains(kind))
    #expect(claim.reasons.map { $0.sentence(in: Array(text.utf8)) }.contains(reason))
  }

  @Test("Support: nobody, somebody unnamed, a name, the publication itself, a link")
  func support() {
    func support(_ text: String, publisher: String? = nil) -> Claim.Support? {
      let piece = marked(blocks: [(.paragraph, text)], metadata: Metadata(publisher: publisher))
      return piece.blocks[0].sentences[0].claim?.support
    }
    #expect(support("The county closed 14 libraries in 2019.") == Claim.Support.none)
    #expect(support("The county closed 14 libraries in 2019, officials said.") == Claim.Support.none)
    #expect(support("The county closed 14 libraries in 2019, Maren Holt said.") == .attributed)
    #expect(
      support("As The Kelso Times has reported, the county closed 14 libraries in 2019.", publisher: "The Kelso Times")
        == .`self`)
    var piece = Piece(
      extent: 0..<0,
      blocks: [
        Block(
          role: .paragraph, text: Array("The county closed 14 libraries in 2019.".utf8),
          inlines: [Inline(range: 11..<17, style: .link, link: 0)])
      ],
      links: [Link(href: "https://www.audit.example/2019", block: 0, range: 11..<17, kind: .external)])
    mark(&piece, context: Context(firstPiece: piece, metadata: Metadata()))
    #expect(piece.blocks[0].sentences[0].claim?.support == .linked)
    #expect(piece.citations.map(\.status) == [.linked])
    #expect(piece.citations[0].source?.name == "audit.example")
    piece.links[0].kind = .fragment
    mark(&piece, context: Context(firstPiece: piece, metadata: Metadata()))
    #expect(piece.citations.isEmpty)
    #expect(piece.blocks[0].sentences[0].claim?.support == Claim.Support.none)
  }

  @Test("Headings and boilerplate claim nothing, but have their sentences")
  func silent() {
    let piece = marked(
      blocks: [(.heading, "Army killed 40 people in May 2018")] + Prose.article.map { (.paragraph, $0) } + [
        (.paragraph, "Support our journalism. Last year 4,112 readers gave us $60,000. Donate now.")
      ])
    for index in [0, piece.blocks.count - 1] {
      #expect(!piece.blocks[index].sentences.isEmpty)
      #expect(piece.blocks[index].sentences.allSatisfy { $0.score == 0 && $0.claim == nil })
    }
    #expect(piece.blocks[1].sentences.allSatisfy { $0.score > 0 })
  }

  @Test("The lowest threshold decides over a claim, from both sides")
  func threshold() {
    let piece = marked(Prose.article.joined(separator: "\n\n") + "\n\nIs that so? Perhaps it was. It fell in 1990.")
    var above = 0
    var below = 0
    for sentence in piece.blocks.flatMap(\.sentences) {
      #expect((sentence.claim != nil) == (sentence.score >= ClaimDensity.all.threshold))
      if sentence.claim == nil { below += 1 } else { above += 1 }
      #expect(sentence.claim.map { !$0.kinds.isEmpty && $0.kinds.count == $0.reasons.count } ?? true)
    }
    #expect(above > 0 && below > 0)
  }

  @Test(
    "What a sentence asserts besides whom it credits",
    arguments: [
      ("The union would have lost the vote.", ClaimFeature.counterfactual, true),
      ("The union would lose the vote.", .counterfactual, false),
      ("The betrayal was a tragedy.", .judgedCopula, true),
      ("The betrayal was a tragedy that killed nine.", .judgedCopula, false),
      ("Kelp is a brown alga of cold seas.", .definition, true),
      ("We went to where kelp is sold.", .definition, false),
      ("VISIT the harbour fair on Sunday.", .imperativeCapitals, true),
      ("Visit the harbour fair on Sunday.", .imperativeCapitals, false),
      ("2 goals, 1 assist.", .verblessFigure, true),
      ("She had 2 goals.", .verblessFigure, false),
    ])
  func content(text: String, feature: ClaimFeature, holds: Bool) {
    #expect((vector(text)[feature] > 0) == holds)
  }

  @Test("Names and events of the credit itself are not counted as what is asserted")
  func credit() {
    let text = "Maren Holt said the pier in Kelso sank."
    #expect(vector(text)[.contentNames] == 1)
    #expect(vector(text, source: 0..<2, cue: 2..<3)[.contentNames] == 0.5)
    #expect(vector("Maren Holt said so.", source: 0..<2, cue: 2..<3)[.creditedBare] == 1)
    #expect(vector("Maren Holt said Kelso sank.", source: 0..<2, cue: 2..<3)[.creditedBare] == 0)
  }

  private func vector(_ text: String, source: Range<Int>? = nil, cue: Range<Int> = 0..<0) -> ClaimVector {
    var tokens = Tokens()
    tokens.read(Array(text.utf8), lexicon: Tables.shared.lexicon)
    let phrases = source.map { [SourcePhrase(tokens: $0, cue: cue, kind: .person, isShort: false)] } ?? []
    var vector = ClaimVector()
    SentenceReader(
      tokens: tokens, bounds: 0..<tokens.count, phrases: phrases, hasLostTrace: false, isListItem: false
    ).read(into: &vector)
    return vector
  }

  @Test("The logistic function")
  func probability() {
    #expect(abs(logistic(0) - 0.5) < 1e-9)
    #expect(abs(logistic(2) - 0.880797) < 1e-5)
    #expect(abs(logistic(-3) - 0.0474259) < 1e-5)
    #expect(logistic(1000) <= 1 && logistic(-1000) >= 0)
  }
}
