import Document
import Testing

@testable import Analysis

@Suite("Sources and citations")
struct CitationTests {
  @Test(
    "Spans are cut as the text names the source",
    arguments: [
      "The bridge is safe, [named: Maren Holt] said.",
      "The bridge is safe, said [named: Maren Holt] of the county office.",
      "According to [named: the Audit Office], the bridge cost $3m.",
      "[named: She] told reporters that the bridge was safe.",
      "[named: Critics] argue that the bridge should never have been built.",
      "[named: A 2009 report by the Audit Office] shows that the bridge cost $3m.",
      "[named: A cable published by Openfile] provides details of the talks.",
      "The sum was first reported (again via [named: Openfile]) in July.",
      "[named: Omar Reyes], a senior analyst at Northway, told investors that the firm was broke.",
      "Former Ruritanian Prime Minister [named: Karl Anders] said the vote was rigged.",
      "[named: Dr. Lindqvist] wrote that the drug had failed.",
      "[named: Maren Holt] said in [named: a statement] that the bridge was safe.",
      "In [named: a letter] to the council, [named: the ministry] warned that the dam was full.",
      "[named: US officials] said the convoy had turned back.",
      "Eleven people were hurt, [named: people familiar with the matter] said.",
      "The clinic lost the file, [named: the nurse], who was on duty, said.",
    ])
  func spans(expected: String) {
    let text = expected.replacingMarks()
    #expect(cited(text) == expected)
  }

  @Test(
    "No source is made up",
    arguments: [
      "The villagers believed that all was lost.",
      "The statement was two pages long.",
      "The reports were burned in the yard behind the town hall.",
      "He was told nothing.",
      "The newly revealed letters are in the museum.",
      "Ferries carried commuters across the bay on Tuesday.",
    ])
  func none(text: String) {
    #expect(cited(text) == text)
  }

  @Test("The publication itself")
  func own() {
    let text = "As The Kelso Times has previously reported, the bridge is closed."
    #expect(
      cited(text, publisher: "The Kelso Times")
        == "As [self: The Kelso Times] has previously reported, the bridge is closed.")
    #expect(
      cited("As we have previously reported, the bridge is closed.")
        == "As [self: we] have previously reported, the bridge is closed.")
    // Found from the page alone, where nobody names the publisher.
    #expect(
      cited(text, before: ["Subscribe to The Kelso Times", "© 2024 The Kelso Times"]).contains("[self: The Kelso"))
  }

  @Test("Traces of what the copy has lost")
  func lost() {
    #expect(cited("He was jailed [German] in May.") == "He was jailed [lost: [German]] in May.")
    #expect(cited("He was jailed [sic] in May.") == "He was jailed [sic] in May.")
    #expect(cited("The boats reached the town late on Monday:") == "The boats reached the town late on [lost: Monday:]")
    #expect(cited("The mayor (pictured) resigned.") == "The mayor ([lost: pictured]) resigned.")
    let list = marked(blocks: [(.paragraph, "The inspectors found three faults here:"), (.listItem, "* no fire door")])
    #expect(list.citations.filter { $0.status == .lost }.isEmpty)
    let quote = marked(blocks: [(.paragraph, "The mayor was clear about that point:"), (.quote, "No.")])
    #expect(quote.citations.filter { $0.status == .lost }.isEmpty)
  }

  @Test("Short forms lead back to the full name")
  func names() {
    let before = ["The president, Masoud Karimi, met Lena Ortiz. A 2010 cable published by Openfile gives details."]
    #expect(sources("Karimi said the talks had failed.", before: before) == ["Masoud Karimi"])
    #expect(sources("The cable refers to a meeting.", before: before) == ["Openfile"])
    #expect(sources("Lena Ortiz said it rained. She said it was cold.") == ["Lena Ortiz", "Lena Ortiz"])
    #expect(sources("He said it was cold.") == ["-"])
  }

  @Test("Later pieces know the names of the first")
  func pieces() {
    let first = Piece(
      extent: 0..<0, blocks: [Block(role: .paragraph, text: Array("The president, Masoud Karimi, left.".utf8))])
    let context = Context(firstPiece: first, metadata: Metadata())
    var later = Piece(
      extent: 0..<0, blocks: [Block(role: .paragraph, text: Array("Karimi said the talks had failed.".utf8))])
    mark(&later, context: context)
    #expect(later.citations.map { $0.source?.name } == ["Masoud Karimi"])
  }

  @Test("Kinds of sources")
  func kinds() {
    func kind(_ text: String) -> Source.Kind? { marked(blocks: [(.paragraph, text)]).citations.first?.source?.kind }
    #expect(kind("Maren Holt said it was safe.") == .person)
    #expect(kind("The company said it was safe.") == .organisation)
    #expect(kind("A new study found that it was safe.") == .document)
    #expect(kind("Critics say it is not safe.") == .unnamed)
    #expect(kind("Reuters reported that it was safe.") == .publication)
  }

  @Test("A link is joined to the source that is named in it")
  func links() {
    let text = "According to the Audit Office, the bridge cost $3m."
    var piece = Piece(
      extent: 0..<0,
      blocks: [
        Block(role: .paragraph, text: Array(text.utf8), inlines: [Inline(range: 13..<29, style: .link, link: 0)])
      ],
      links: [Link(href: "https://audit.example/b", block: 0, range: 13..<29, kind: .external)])
    mark(&piece, context: Context(firstPiece: piece, metadata: Metadata()))
    #expect(piece.citations.count == 1)
    #expect(piece.citations[0].status == .linked && piece.citations[0].link == 0)
    #expect(piece.citations[0].source?.name == "the Audit Office")
    #expect(piece.citations[0].source?.href == "https://audit.example/b")
  }

  @Test("A credit's name, in boilerplate")
  func credits() {
    let piece = marked(blocks: Prose.article.map { (.paragraph, $0) } + [(.paragraph, "Featured image via Lund Press")])
    let credit = piece.citations.last
    #expect(credit?.status == .credit)
    #expect(credit?.isBoilerplate == true)
    #expect(credit?.source?.name == "Lund Press")
  }
}

extension String {
  /// Without `[named: ` and the bracket that closes it.
  fileprivate func replacingMarks() -> String {
    split(separator: "[named: ", omittingEmptySubsequences: false).enumerated()
      .map { index, part in
        guard index > 0, let end = part.firstIndex(of: "]") else { return String(part) }
        return String(part[..<end]) + String(part[part.index(after: end)...])
      }.joined()
  }
}
