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
