import Testing

@testable import Analysis

@Suite("A quotation word by word")
struct QuotationTests {
  private let source = [
    "The harbour was full.", "“The bridge will remain closed until every crack in the pillar is filled,” she said.",
    "Nobody — not even the mayor’s own staff — had seen the letter.",
  ]

  private func found(_ claim: String) -> QuotationCheck? {
    QuotationCheck.longest(of: claim, in: source.map { Array($0.utf8) }, EvidenceReader())
  }

  @Test("Marks, case and dashes are not compared")
  func verbatim() throws {
    let check = try #require(
      found("She said: \"the bridge will remain closed – until every crack in the pillar is filled\""))
    #expect(check.sentence == 1 && check.differences == [])
    let other = try #require(found("He wrote that “nobody, not even the mayor's own staff, had seen the letter”."))
    #expect(other.sentence == 2 && other.differences == [])
  }

  @Test("Words that differ are told, on both sides")
  func differences() throws {
    let check = try #require(found("“The bridge will stay closed until every crack in the big pillar is filled”"))
    #expect(
      check.differences == [
        .init(quoted: "stay", source: "remain"), .init(quoted: "big", source: ""),
      ])
  }

  @Test("The longest quotation is compared, and every sentence it stands in is known")
  func longest() throws {
    let check = try #require(
      found("In “the harbour was full of it” he wrote “nobody not even the mayor’s own staff had seen the letter”"))
    #expect(check.sentence == 2 && check.places == [2])
    #expect(check.words == "the quotation word for word")
    let more = try #require(
      found("“the bridge will remain closed until every crack and pillar in the world is filled”"))
    #expect(more.places.isEmpty && more.words.hasSuffix(", …)"))
    let missing = try #require(found("“the big bridge will remain closed until every crack in the pillar is filled”"))
    #expect(missing.words == "the quotation in other words (not here: “big”)")
  }

  @Test("An ellipsis parts a quotation; a short one, and one that is not there, are not found")
  func parts() {
    #expect(QuotationCheck.quotations(in: "“One two … three four” and «five»") == ["One two ", " three four", "five"])
    #expect(found("“The bridge … until every crack in the pillar”")?.differences == [])
    #expect(found("“the bridge” is closed") == nil)
    #expect(found("“The ferry will not leave before noon on Sunday”") == nil)
    #expect(found("“never closed, and without an end") == nil)
  }

  @Test("Its sentence comes first, and is exact only word for word")
  func ranking() {
    let texts = source.map { Array($0.utf8) }
    let same = Evidence().rank(
      claim: "“The bridge will remain closed until every crack in the pillar is filled”", sentences: texts)
    #expect(same.order.first == 1 && same.matches.first == .exact)
    let other = Evidence().rank(
      claim: "“The bridge will stay closed until every crack in the pillar is filled”", sentences: texts)
    #expect(other.order.first == 1 && other.matches.first == .near)
    #expect(other.findings.sentence.hasPrefix("the quotation in other words (“stay”, here “remain”)"))
    #expect(other.scores == other.scores.sorted(by: >))
  }
}
