import Document
import Testing

@testable import Analysis

struct AccessWallTests {
  private func piece(_ paragraphs: [String]) -> Piece {
    let blocks = paragraphs.map { Block(role: .paragraph, text: Array($0.utf8)) }
    return Piece(extent: 0..<paragraphs.map(\.utf8.count).reduce(0, +), blocks: blocks)
  }

  private static func words(_ count: Int) -> String {
    (0..<count).map { "word\($0)" }.joined(separator: " ")
  }

  @Test(
    arguments: [
      ("Subscribe to continue reading this and all other stories.", .paywall),
      ("You’ve reached your limit of free articles.", .paywall), ("Dieser Artikel ist nur für Abonnenten.", .paywall),
      ("CET ARTICLE EST RÉSERVÉ AUX ABONNÉS", .paywall), ("Sign in to view the document", .login),
      ("We and our partners store and read cookies.", .consent), ("Zustimmen und\u{A0}weiter", .consent),
      ("Checking your browser before accessing the site.", .robots), ("Please enable JavaScript.", .script),
    ] as [(String, AccessWall)])
  func aWallSaysWhatItIs(_ words: String, _ wall: AccessWall) {
    #expect(accessWall(in: piece(["The harbour", words])) == wall)
  }

  @Test func anArticleIsNone() {
    let invitation = "Subscribe to continue reading."
    #expect(accessWall(in: piece([Self.words(380), invitation])) == .paywall)
    #expect(accessWall(in: piece([Self.words(420), invitation])) == nil)
    #expect(accessWall(in: piece([Self.words(80), "Please log in to comment."])) == nil)
    #expect(accessWall(in: piece([Self.words(80), "We use cookies to see what is read."])) == nil)
    #expect(accessWall(in: piece(["The harbour froze.", "The captain asked them to log on."])) == nil)
    #expect(accessWall(in: piece(["Unsubscribe to continue reading"])) == nil)
    #expect(accessWall(in: piece([])) == nil)
  }

  @Test func aHeadingThatIsNothingElseTells() {
    func page(_ heading: String, _ words: Int) -> Piece {
      var page = piece([heading, Self.words(words)])
      page.blocks[0].role = .heading
      return page
    }
    #expect(accessWall(in: page("Log in", 40)) == .login)
    #expect(accessWall(in: page("Before you continue", 12)) == .consent)
    #expect(accessWall(in: page("Log in", 41)) == nil)
    #expect(accessWall(in: page("How we log in", 12)) == nil)
    #expect(accessWall(in: piece(["Log in", Self.words(12)])) == nil)
  }

  /// What was folded is no article, and may be what tells.
  @Test func boilerplateTellsAndDoesNotCount() {
    var page = piece([Self.words(500), "Before you continue to the page"])
    page.blocks[0].boilerplate = Boilerplate(kind: .cookies, score: 1, reasons: [])
    #expect(accessWall(in: page) == .consent)
  }

  @Test func theTableIsInLowerCaseAndHasNoPhraseTwice() {
    var seen: Set<String> = []
    for row in AccessWallRow.all {
      for phrase in row.phrases.description.split(separator: "\n") {
        #expect(phrase == phrase.lowercased())
        #expect(seen.insert(String(phrase)).inserted, "\(phrase)")
      }
    }
    #expect(seen.count > 100)
  }
}
