import Testing

@testable import Search

/// The text with every match in brackets.
private func marked(_ query: Query, in text: String) throws -> String {
  let bytes = Array(text.utf8)
  var result: [UInt8] = []
  var end = 0
  for range in try Pattern(query).ranges(in: bytes) {
    result += bytes[end..<range.lowerBound] + Array("[".utf8) + bytes[range] + Array("]".utf8)
    end = range.upperBound
  }
  return String(decoding: result + bytes[end...], as: UTF8.self)
}

@Suite struct PatternTests {
  @Test(arguments: [
    ("tax", "Tax and tax", "[Tax] and [tax]"),
    ("Tax", "Tax and tax", "[Tax] and tax"),
    ("größe", "GRÖSSE Größe GRÖẞE", "GRÖSSE [Größe] [GRÖẞE]"),
    ("ÉTÉ", "été ÉTÉ", "été [ÉTÉ]"),
    ("a tax rise", "a  tax\nrise, a tax\u{A0}rise", "[a  tax\nrise], [a tax\u{A0}rise]"),
    ("said he", "> it was said\n> he came", "> it was [said\n> he] came"),
    ("don't", "don’t don't dont", "[don’t] [don't] dont"),
    ("\"yes\"", "“yes” „yes“ «yes»", "[“yes”] [„yes“] [«yes»]"),
    ("“yes”", "\"yes\"", "[\"yes\"]"),
    ("1990-2000", "1990–2000 1990-2000", "[1990–2000] [1990-2000]"),
    (
      "extraordinary", "extra\u{AD}ordinary extra-\n  ordinary extra-ordinary",
      "[extra\u{AD}ordinary] [extra-\n  ordinary] extra-ordinary"
    ),
    ("kiss", "Kiss KISS kiſs", "[Kiss] [KISS] [kiſs]"),
    ("a_b", "a_b aab", "[a_b] aab"),
    ("漢字", "常用漢字表", "常用[漢字]表"),
    ("zero", "nothing", "nothing"),
  ])
  func literals(_ text: String, _ document: String, _ expected: String) throws {
    #expect(try marked(Query(text), in: document) == expected)
    #expect(try marked(Query(text, isRegex: false), in: document) == expected)
  }

  @Test(arguments: [
    (#"\bt[ao]x\w*"#, "tax toxic extax", "[tax] [toxic] extax"),
    (#"\W+[A-Z]"#, "a  B, c D", "a[  B], c[ D]"),
    (#"\w+\p{Lu}"#, "abC ABC", "[abC] [ABC]"),
    ("mr. smith", "Mr. Smith, Mrx\nSmith", "[Mr. Smith], [Mrx\nSmith]"),
    ("a b*c", "a c, a  bc, a\nbbc", "[a c], [a  bc], [a\nbbc]"),
    ("a +b", "a   b", "[a   b]"),
    ("[ab c]+x", "ab cx a\nx", "[ab cx] a\nx"),
    ("(?i)TAX", "tax", "[tax]"),
    ("(?x) t a x", "tax t a x", "[tax] t a x"),
    (#"\Qa b.c\E+"#, "a b.cc axbxc", "[a b.cc] axbxc"),
    ("[]' ]+y", "]' 'y", "[]' 'y]"),
    ("^two$", "one\ntwo\nthree", "one\n[two]\nthree"),
    ("it's.", "it’s!", "[it’s!]"),
    ("x*", "aaxxa", "aa[xx]a"),
    (#"\p{Greek}+"#, "abc λόγος", "abc [λόγος]"),
    ("(?<year>19..)", "in 1984", "in [1984]"),
  ])
  func expressions(_ text: String, _ document: String, _ expected: String) throws {
    #expect(try marked(Query(text), in: document) == expected)
  }

  @Test func caseRules() throws {
    #expect(try marked(Query("TAX", caseRule: .ignore), in: "tax") == "[tax]")
    #expect(try marked(Query("tax", caseRule: .exact), in: "Tax tax") == "Tax [tax]")
    #expect(try marked(Query("a.c*", isRegex: false), in: "abc a.c*") == "abc [a.c*]")
  }

  @Test func whatIsWrongIsSaidWithItsPlace() {
    #expect(throws: PatternError.invalid(message: "missing closing parenthesis", offset: 6)) {
      try Pattern(Query("a b (c"))
    }
    #expect(throws: PatternError.tooLong) { try Pattern(Query(String(repeating: "a", count: 5000))) }
    #expect(throws: PatternError.self) { try Pattern(Query(#"a\Cb"#)) }
    for text in ["[", "(", "a{2,1}", "*", #"\"#, "(?<n", "[[:x:]]", "(?P>x)", "((((", "[a", "(*", "(?", #"\Q"#, #"[\"#]
    {
      let (pattern, _) = Pattern.whileTyping(Query(text))
      #expect(pattern?.first(in: Array("x\(text)y".utf8)) != nil || text == #"\Q"#, "\(text)")
    }
  }

  @Test func firstAndLast() throws {
    let text = Array("one tax, two tax, three tax".utf8)
    let pattern = try Pattern(Query("tax"))
    #expect(pattern.first(in: text) == 4..<7)
    #expect(pattern.first(in: text, from: 5) == 13..<16)
    #expect(pattern.first(in: text, from: 25) == nil)
    #expect(pattern.first(in: text, from: 99) == nil)
    #expect(pattern.first(in: text, from: -5) == 4..<7)
    #expect(pattern.last(in: text) == 24..<27)
    #expect(pattern.last(in: text, before: 24) == 13..<16)
    #expect(pattern.last(in: text, before: 4) == nil)
    #expect(pattern.last(in: text, before: -1) == nil)
    #expect(pattern.ranges(in: text, limit: 2) == [4..<7, 13..<16])
    #expect(pattern.ranges(in: []).isEmpty)
  }

  @Test(arguments: ["needle", "needle in", "ne+dle", "n\\w+e in"])
  func windowsDoNotMatter(_ text: String) throws {
    let pattern = try Pattern(Query(text))
    for offset in [0, 1, 16_380, 16_383, 16_384, 16_385, 65_530, 65_533, 65_536, 131_071, 199_000] {
      var bytes = [UInt8](repeating: 0x2E, count: 200_000)
      bytes.replaceSubrange(offset..<offset + 9, with: Array("needle in".utf8))
      let found = pattern.first(in: bytes)
      #expect(found?.lowerBound == offset, "at \(offset)")
      #expect(pattern.last(in: bytes) == found)
      #expect(pattern.ranges(in: bytes).count == 1)
    }
  }

  @Test func invalidBytesBreakNothing() throws {
    let text: [UInt8] =
      [0xFF, 0xC3] + Array("tax".utf8) + [0x80, 0xED, 0xA0, 0x80] + Array(" TAX".utf8) + [0xE2, 0x82]
    #expect(try Pattern(Query("tax")).ranges(in: text) == [2..<5, 10..<13])
    #expect(try Pattern(Query("t.x")).ranges(in: text) == [2..<5, 10..<13])
    let noise = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    for query in ["a.", "\\w+", "é", "[^a]b", "(?<=x)y", "\\bz"] {
      for range in try Pattern(Query(query)).ranges(in: noise, limit: 1000) {
        #expect(range.lowerBound < range.upperBound && range.upperBound <= noise.count)
      }
    }
  }

  @Test func workHasABound() throws {
    let text = Array(String(repeating: "a", count: 200_000).utf8)
    let pattern = try Pattern(Query(#"(a+)+\d"#))
    #expect(pattern.first(in: text) == nil)
    #expect(pattern.wasCutShort)
    #expect(pattern.first(in: Array("aa1".utf8)) == 0..<3)
    #expect(!pattern.wasCutShort)
    let overdue = try Pattern(Query("x"))
    overdue.isOverdue = { true }
    #expect(overdue.first(in: text) == nil)
    #expect(overdue.wasCutShort)
  }
}
