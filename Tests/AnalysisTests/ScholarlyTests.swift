import Testing

@testable import Analysis

private let paper = [
  "Sorting Leaves by the Shapes of their Veins", "In this paper, we present a method that sorts leaves by their veins.",
  "Leaves are known to differ in shape (Arden, 1998; Birch et al., 2003).",
  "Earlier work sorts them by their outlines (Cole and Dunn, 2001).",
  "We scan each leaf twice, and average the two scans.", "Section 2 describes the scanner.",
  "Veins are traced from the stalk by a greedy algorithm.", "Ties between two traces are broken by the greyer one.",
  "Table 3 shows that our method sorts 91.4% of the leaves as botanists do.", "Our scans can be downloaded.",
]

@Suite("Evidence in papers")
struct ScholarlyTests {
  private func isPaper(_ claim: String, _ sentences: [String]) -> Bool {
    let (reader, bytes) = (EvidenceReader(), sentences.map { Array($0.utf8) })
    return ScholarlyLook.isSeen(claim: Array(claim.utf8), sentences: bytes, words: bytes.map(reader.words))
  }

  @Test("A paper is told by its citations and by what its authors say of themselves")
  func look() {
    #expect(isPaper("Leaves can be sorted by veins.", paper))
    let page = [
      "The mayor opened the bridge in 1967 (see our report).", "We were there.", "Table of contents", "It rained.",
    ]
    #expect(!isPaper("The bridge has been open since 1967.", page))
    #expect(!isPaper("The bridge has been open since 1967.", paper.filter { !$0.contains("(") }))
    #expect(isPaper("Veins tell leaves apart (Elm, 2009).", paper.filter { !$0.contains("Cole") }))
    #expect(!isPaper("Veins tell leaves apart (Elm, 2009).", []))
  }

  @Test(
    "The sentence that a citing sentence rests on comes first",
    arguments: [
      ("Elm (2009) broke ties between traces by greyness.", 7),
      ("Their method sorted 91.4% of leaves correctly (Elm, 2009).", 8),
      ("Leaves were scanned twice and the scans averaged by Elm et al. (2009).", 4),
    ])
  func first(claim: String, wanted: Int) {
    let ranking = Evidence().rank(claim: claim, sentences: paper.map { Array($0.utf8) })
    #expect(ranking.order.first == wanted)
    #expect(Set(ranking.order) == Set(paper.indices))
    #expect(ranking.scores == ranking.scores.sorted(by: >))
  }

  @Test("A row has what its features say")
  func rows() {
    let sentences = paper.map { Array($0.utf8) }
    let none = StemRarity.bytes(of: [])
    let rows = none.withUnsafeBytes { bytes in
      StemRarity(bytes).flatMap {
        Evidence().paperRows(claim: "Elm (2009) sorts leaves with an LSV scan.", sentences: sentences, $0)
      }
    }
    let row = rows?[8] ?? []
    #expect(row.count == ScholarlyFeature.allCases.count)
    guard row.count == ScholarlyFeature.allCases.count else { return }
    func value(_ feature: ScholarlyFeature) -> Float { row[feature.rawValue] }
    #expect(value(.result) == 1)
    #expect(value(.announces) == 1)
    #expect(value(.seventh) == 1)
    #expect(value(.first) == 0)
    #expect(value(.end) == 1)
    #expect(value(.saysThisPaper) == 0)
    #expect(value(.digits) > 0)
    #expect(rows?[1][ScholarlyFeature.saysThisPaper.rawValue] == 1)
  }

  @Test(
    "An acronym's words are found by their first letters",
    arguments: [("Leaf shape vectors", true), ("LSV is short", false)])
  func acronyms(sentence: String, isFound: Bool) {
    let bytes = Array(sentence.utf8)
    let words = EvidenceReader().words(of: bytes)
    #expect(AcronymWords.stands(for: Array("lsv".utf8), AcronymWords.initials(words, bytes), words, bytes) == isFound)
  }

  @Test("What every paper says tells less; what is no table is none")
  func words() {
    let reader = Evidence()
    let papers = (0..<30).map { reader.stems(of: [Array(($0 < 5 ? "model veins" : "model").utf8)]) }
    func stem(_ word: String) -> UInt64 { EvidenceReader().words(of: Array(word.utf8))[0].stem }
    let rarities = StemRarity.bytes(of: papers).withUnsafeBytes { bytes in
      ["model", "veins", "stalk"].map { word in StemRarity(bytes)?.rarity(of: stem(word)) ?? -1 }
    }
    #expect(rarities[0] > 0)
    #expect(rarities[0] < rarities[1])
    #expect(rarities[1] < rarities[2])
    [UInt8]("IBP1".utf8).withUnsafeBytes { #expect(StemRarity($0) == nil) }
    #expect(StemRarity.papers != nil && StemRarity.pages != nil)
  }

  @Test("Of many texts, counts are brought to the size of a byte")
  func scaled() {
    let reader = Evidence()
    let texts = (0..<1000).map { reader.stems(of: [Array(($0 < 4 ? "harbour ferry" : "harbour").utf8)]) }
    func stem(_ word: String) -> UInt64 { EvidenceReader().words(of: Array(word.utf8))[0].stem }
    let bytes = StemRarity.bytes(of: texts, as: StemRarity.pageCount)
    #expect(bytes.count == StemRarity.byteCount)
    #expect(bytes[StemRarity.magic.count + StemRarity.place(of: stem("harbour"))] == 255)
    #expect(bytes[StemRarity.magic.count + StemRarity.place(of: stem("ferry"))] == 1)
    #expect(bytes[StemRarity.magic.count + StemRarity.place(of: stem("pier"))] == 0)
  }

  @Test(
    "Citations are taken out of a scholar's sentence",
    arguments: [
      ("as Birch et al., 2003 showed", "as showed"), ("found (see Birch and Cole (2003)) again", "found (see ) again"),
      ("in 2003 it rained", "in 2003 it rained"), ("In 2003 it rained", "In 2003 it rained"),
      ("on CoNLL 2003 data", "on CoNLL 2003 data"), ("as Birch and Cole 2003 showed", "as showed"),
      ("by Arden (1998) first", "by first"),
    ])
  func marks(text: String, wanted: String) {
    let blanked = String(decoding: CitationMarks.blankedOfScholar(Array(text.utf8)), as: UTF8.self)
    #expect(blanked.split(separator: " ").joined(separator: " ").hasPrefix(wanted))
  }

  @Test("A sentence of many different words takes linear time")
  func long() {
    let words = (0..<60_000).map { "w\($0)" }.joined(separator: " ")
    let ranking = Evidence().rank(
      claim: "Greedy traces (Elm, 2009) w77 w78", sentences: (paper + [words]).map { Array($0.utf8) })
    #expect(ranking.order.count == paper.count + 1)
  }

  @Test func aSentenceOfYearsTakesLinearTime() {
    func time(_ count: Int) -> Duration {
      let years = Array(String(repeating: "2004-", count: count).utf8)
      return ContinuousClock().measure { _ = CitationMarks.blankedOfScholar(years) }
    }
    _ = time(1000)
    #expect(time(64_000) < time(8000) * 24)
  }
}
