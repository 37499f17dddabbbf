import Testing

@testable import Analysis

private let source = [
  "Kelso Point bridge", "The county opened the bridge in 1967.",
  "About 14,000 cars crossed it every day last year.",
  "Repairs are expected to cost 23 million dollars, the county said.",
  "Engineers found cracks in two of the nine piers on Monday.", "Ferries carried commuters across the bay.",
  "The ice on the bay is thin in March, and children are warned each year.",
]

@Suite("Evidence for a claim")
struct EvidenceTests {
  private func rank(_ claim: String, context: String = "", _ sentences: [String] = source) -> EvidenceRanking {
    Evidence().rank(claim: claim, context: context, sentences: sentences.map { Array($0.utf8) })
  }

  @Test(
    "The sentence that bears on the claim comes first",
    arguments: [
      ("Repairing the bridge will cost $23m", 3), ("The bridge has been open since 1967", 1),
      ("Cracks were found in two piers", 4), ("Every day, 14000 cars use the bridge", 2),
    ])
  func first(claim: String, wanted: Int) {
    let ranking = rank(claim)
    #expect(ranking.order.first == wanted)
    #expect(Set(ranking.order) == Set(source.indices))
    #expect(ranking.scores == ranking.scores.sorted(by: >))
    #expect(ranking.scores.allSatisfy { (0...1).contains($0) })
  }

  @Test("What the source does not hold is not found")
  func none() {
    let ranking = rank("The prime minister of Norway resigned over a tax affair")
    #expect(ranking.matches.allSatisfy { $0 == .none })
  }

  @Test("The claim's own words are exact, and only the first can be")
  func exact() {
    let ranking = rank("Engineers found cracks in two of the nine piers on Monday.")
    #expect(ranking.order.first == 4)
    #expect(ranking.matches.first == .exact)
    #expect(!ranking.matches.dropFirst().contains(.exact))
    #expect(ranking.findings.words > 0.99)
    #expect(ranking.findings.sentence.contains("all its words"))
  }

  @Test("All names and figures of the claim are exact, all but one are not")
  func figures() {
    let all = rank(
      "Kelso County opened the bridge to cars in 1967", source + ["Kelso County opened its bridge in 1967."])
    #expect(all.order.first == source.count && all.matches.first == .exact)
    #expect(all.findings.figures == 1 && all.findings.names == 1)
    let other = rank(
      "Kelso County opened the bridge to cars in 1968", source + ["Kelso County opened its bridge in 1967."])
    #expect(other.matches.first != .exact)
  }

  @Test("A short quotation is exact where it stands alone, and a long one wherever it stands")
  func quotations() {
    let claim = "The county of Elm said that repairs are “expected to cost 23 million” after all"
    let short = rank(claim)
    #expect(short.order.first == 3 && short.matches.first == .exact)
    let twice = rank(claim, source + ["Nobody believes that repairs, expected to cost 23 million crowns, will end."])
    #expect(twice.matches.first == .near)
    let long = rank(
      "Otters swim, wrote a poet, where “the ice on the bay is thin in March, and children are warned each year”")
    #expect(long.order.first == 6 && long.matches.first == .exact)
    #expect(long.findings.sentence.hasPrefix("the quotation word for word"))
  }

  @Test("No sentence, one, empty ones, and one of a megabyte")
  func edges() {
    #expect(rank("Anything", []).order.isEmpty)
    #expect(rank("", source).order.count == source.count)
    #expect(rank("Ice", ["Ice."]).order == [0])
    #expect(rank("Ice", ["", " ", "…"]).order.count == 3)
    let long = String(repeating: "ice and more ice on the bay ", count: 40_000)
    #expect(rank("Ice on the bay", [long, "The bay is full of ice."]).order.count == 2)
  }

  @Test("Scripts without spaces are compared by their characters")
  func ideographs() {
    let ranking = rank("橋は月曜日に閉鎖された", ["今日は天気がよい。", "月曜日、橋が閉鎖された。", "船が出た。"])
    #expect(ranking.order.first == 1)
  }

  @Test("Time is linear in the number of sentences")
  func linear() {
    let many = (0..<20_000).map { "Sentence number \($0) speaks of the weather in the bay." } + [source[3]]
    #expect(rank("Repairs cost 23 million dollars", many).order.first == 20_000)
  }
}

@Suite("What is seen of a passage")
struct PassageFeatureTests {
  private func rows(_ claim: String, context: String = "", _ sentences: [String] = source) -> [[Float]] {
    guard let rarity = StemRarity.pages else { return [] }
    let reader = EvidenceReader()
    let query = PassageQuery(claim: Array(claim.utf8), context: Array(context.utf8), reader, rarity)
    let texts = sentences.map { Array($0.utf8) }
    return PassageFeatures(query, sentences: texts, words: texts.map(reader.words)).rows
  }

  private func values(_ feature: PassageFeature, _ rows: [[Float]]) -> [Float] { rows.map { $0[feature.rawValue] } }

  @Test("A row has what its features say")
  func row() throws {
    let rows = rows("The county opened the bridge in 1967", context: "Ferries crossed the bay.")
    #expect(rows.count == source.count && rows.allSatisfy { $0.count == PassageFeature.allCases.count })
    #expect(values(.coverage, rows)[1] == 1 && values(.rareBest, rows)[1] == 1 && values(.rareRank, rows)[1] < 1e-6)
    #expect(values(.coverage, rows)[5] == 0)
    #expect(values(.years, rows) == [0, 1, 0, 0, 0, 0, 0])
    #expect(values(.figures, rows).allSatisfy { $0 < 0 })
    #expect(values(.pairsBest, rows)[1] == 1)
    #expect(values(.contextBest, rows)[5] == 1 && values(.contextBest, rows)[1] == 0)
    #expect(values(.coverageBeside, rows)[0] == 1 && values(.coverageBeside, rows)[5] == 0)
    #expect(values(.words10, rows)[1] == 1 && values(.words16, rows)[1] == 0)
    #expect(values(.goesOn, rows)[1] == 1 && values(.goesOn, rows)[2] == 0)
  }

  @Test("Another year than the claim's is seen")
  func otherYear() {
    let rows = rows("The county opened the bridge in 1968")
    #expect(values(.otherYear, rows) == [0, 1, 0, 0, 0, 0, 0])
  }

  @Test("A claim of nothing, and a page of nothing")
  func nothing() {
    #expect(rows("", []).isEmpty)
    #expect(rows("the of", ["", "…"]).joined().allSatisfy { $0.isFinite })
    #expect(rows("Ice", ["Ice."]).count == 1)
  }
}

@Suite("Escaped characters")
struct PredefinedEntityTests {
  @Test(
    "XML's five are themselves, and nothing else",
    arguments: [
      ("&quot;It&apos;s&quot;", "\"It's\""), ("a &amp; b &lt;c&gt;", "a & b <c>"), ("&#39;&#34;", "'\""),
      ("&nbsp; &QUOT; & &amp", "&nbsp; &QUOT; & &amp"), ("&amp;quot;", "&quot;"), ("", ""),
    ])
  func resolved(text: String, wanted: String) { #expect(PredefinedEntities.resolved(text) == wanted) }
}

@Suite("Words of evidence")
struct EvidenceWordTests {
  private func stems(_ text: String) -> [UInt64] { EvidenceReader().words(of: Array(text.utf8)).map(\.stem) }

  @Test("Stems, cases and punctuation are one")
  func stems() {
    #expect(stems("Repairs, (repairing)") == stems("repair repaired"))
    #expect(stems("“Ice”—l’été") == stems("ice l été"))
    #expect(stems("").isEmpty)
    #expect(stems("…—“”·").isEmpty)
  }

  @Test("A soft hyphen parts no word; a name with a digit is no figure")
  func hyphens() {
    #expect(stems("seman\u{AD} tic ana\u{AD}lysis") == stems("semantic analysis"))
    #expect(stems("one\u{AD}") == stems("one"))
    #expect(stems("G20") != stems("F1"))
  }

  @Test(
    "Figures are compared by their values",
    arguments: [("$200m", "200 million"), ("200,000,000", "200m"), ("1.5bn", "1,500,000,000"), ("three", "3")])
  func figures(a: String, b: String) {
    #expect(stems(a).first == stems(b).first)
    #expect(stems("200m").first != stems("200").first)
  }

  @Test("Logarithms are right", arguments: [0.001, 0.5, 1, 2, 10, 12345.6])
  func logarithms(x: Double) {
    // e^ln x, by the series of e.
    let log = naturalLogarithm(x)
    var (sum, term) = (1.0, 1.0)
    for n in 1..<120 {
      term *= log / Double(n)
      sum += term
    }
    #expect(abs(sum - x) < x * 1e-8)
  }
}
