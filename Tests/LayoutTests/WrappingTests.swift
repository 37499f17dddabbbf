import Document
import Testing

@testable import Layout

/// What wrapped text looks like, case by case.
@Suite struct WrappingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var width: Int
    var keepsLines = false
    var rows: [String]
    var testDescription: String { "\(text.debugDescription) in \(width)" }

    init(_ text: String, _ width: Int, _ rows: [String], keepsLines: Bool = false) {
      self.text = text
      self.width = width
      self.rows = rows
      self.keepsLines = keepsLines
    }
  }

  static let cases = [
    Case("", 10, [""]),
    Case("one", 10, ["one"]),
    Case("one two three", 7, ["one two", "three"]),
    Case("one two three", 8, ["one two", "three"]),
    Case("one  two", 3, ["one", "two"]),
    Case("one two   ", 7, ["one two"]),
    Case("abcdefgh", 3, ["abc", "def", "gh"]),
    Case("a abcdefgh", 3, ["a", "abc", "def", "gh"]),
    // Line feeds of a hard-wrapped source.
    Case("one\ntwo\nthree", 20, ["one two three"]),
    Case("one \n   two", 20, ["one two"]),
    Case("one\n\ttwo", 20, ["one two"]),
    Case("one\r\ntwo", 20, ["one two"]),
    Case("one\ntwo", 3, ["one", "two"]),
    Case("well-\nknown", 20, ["well-known"]),
    Case("well-\nknown", 5, ["well-", "known"]),
    Case("1914-\n1918", 20, ["1914- 1918"]),
    Case("Neu-\nUlm", 20, ["Neu- Ulm"]),
    Case("so -\nhe said", 20, ["so - he said"]),
    Case("漢字\n漢字", 20, ["漢字漢字"]),
    Case("漢字\nword", 20, ["漢字 word"]),
    Case("한국\n어", 20, ["한국 어"]),
    Case("one\ntwo", 20, ["one", "two"], keepsLines: true),
    Case("one\n\n  two\n", 20, ["one", "", "  two"], keepsLines: true),
    Case("one two\nthree", 3, ["one", "two", "thr", "ee"], keepsLines: true),
    // Hyphens and dashes.
    Case("mother-in-law", 9, ["mother-", "in-law"]),
    Case("an e-mail", 5, ["an e-", "mail"]),
    Case("run with --help now", 11, ["run with", "--help now"]),
    Case("1939–1945 or so", 7, ["1939–19", "45 or", "so"]),
    Case("word—word", 6, ["word—", "word"]),
    Case("a – b", 3, ["a –", "b"]),
    // Soft hyphens: seen only where the row ends.
    Case("Donau\u{AD}dampf\u{AD}schiff", 11, ["Donaudampf-", "schiff"]),
    Case("Donau\u{AD}dampf\u{AD}schiff", 10, ["Donau-", "dampf-", "schiff"]),
    Case("Donau\u{AD}dampf", 20, ["Donaudampf"]),
    Case("Donau\u{AD}\ndampf", 20, ["Donaudampf"]),
    // No-break spaces, zero-width space, word joiner.
    Case("10\u{A0}000\u{202F}km away", 9, ["10 000 km", "away"]),
    Case("see 10\u{A0}000", 8, ["see", "10 000"]),
    Case("super\u{200B}cali", 6, ["super", "cali"]),
    Case("a 漢\u{2060}字", 5, ["a", "漢字"]),
    // Long addresses and paths.
    Case("https://example.org/one/two", 20, ["https://example.org/", "one/two"]),
    Case("see https://example.org/one/two", 20, ["see https://example.", "org/one/two"]),
    Case("/usr/local/share", 11, ["/usr/local/", "share"]),
    Case("a?x=1&y=2&z=3", 8, ["a?x=1&y=", "2&z=3"]),
    Case("and/or this", 8, ["and/or", "this"]),
    // East Asian text.
    Case("漢字漢字漢", 5, ["漢字", "漢字", "漢"]),
    Case("漢字漢。字", 6, ["漢字", "漢。字"]),
    Case("漢字「漢字」", 6, ["漢字", "「漢", "字」"]),
    Case("かなきゃあ", 6, ["かな", "きゃあ"]),
    Case("カーソル", 2, ["カ", "ー", "ソ", "ル"]),
    Case("漢字abc漢字", 7, ["漢字abc", "漢字"]),
    Case("他说“你好”吗", 9, ["他说“你", "好”吗"]),
    Case("한국어 말", 6, ["한국어", "말"]),
    // Graphemes.
    Case("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    Case("👩‍🚀👩‍🚀", 3, ["👩", "👩"]),
    Case("🇩🇪🇫🇷", 2, ["🇩🇪", "🇫🇷"]),
    Case("漢", 1, ["漢"]),
    // Marks that must not begin or end a row.
    Case("Quoi donc !", 9, ["Quoi", "donc !"]),
    Case("il dit « non »", 9, ["il dit", "« non »"]),
    Case("say “word” now", 9, ["say", "“word”", "now"]),
    Case("(one) [two]", 5, ["(one)", "[two]"]),
    // Tabs, controls.
    Case("a\tb", 20, ["a       b"]),
    Case("a\u{1B}[31mb", 20, ["a␛[31mb"]),
    Case("a\u{202E}b", 20, ["a\u{FFFD}b"]),
    // White space before the text.
    Case("  one two", 20, ["  one two"]),
    Case("         one two", 10, ["one two"]),
  ]

  @Test(arguments: cases) func wraps(_ item: Case) {
    #expect(drawn(paragraph(item.text, keepsLines: item.keepsLines), width: item.width) == item.rows)
  }

  @Test func theSoftHyphenIsASign() {
    let block = paragraph("Donau\u{AD}dampf")
    let found = rows(of: block, metrics: Metrics(width: 6))
    #expect(found[0].fragments.last == Fragment(column: 5, range: 5..<7, sign: "-"))
    #expect(found[0].columns == 6)
    #expect(found[1].range == 7..<12)
  }

  @Test func oneRowOfHardWrappedTextIsOneFragment() {
    let found = rows(of: paragraph("one\ntwo\nthree"), metrics: Metrics(width: 40))
    #expect(found.map(\.fragments) == [[Fragment(column: 0, range: 0..<13)]])
  }

  @Test func skippedPartsAreNotDrawn() {
    var block = paragraph("> one\n> two\n> three")
    block.role = .quote
    block.level = 1
    block.marker = 0..<2
    block.skips = [6..<8, 12..<14]
    #expect(drawn(block, width: 10) == ["│ one two", "│ three"])
    #expect(drawn(block, width: 10, isASCII: true) == ["| one two", "| three"])
    block.keepsLines = true
    #expect(drawn(block, width: 10) == ["│ one", "│ two", "│ three"])
  }

  @Test func markersHang() {
    var block = paragraph("- one two three")
    block.role = .listItem
    block.level = 1
    block.marker = 0..<2
    #expect(drawn(block, width: 9) == ["- one two", "  three"])
    block.level = 2
    #expect(drawn(block, width: 14) == ["  - one two", "    three"])
    #expect(drawn(block, width: 2).joined().filter { $0 != " " } == "-onetwothree")
  }

  @Test func bulletsAndNumbersAreMade() {
    var block = Block(role: .listItem, level: 1, text: Array("one two".utf8))
    #expect(drawn(block, width: 8) == ["• one", "  two"])
    #expect(drawn(block, width: 8, isASCII: true) == ["* one", "  two"])
    block.ordinal = 12
    #expect(drawn(block, width: 9) == ["12. one", "    two"])
    block.role = .footnote
    #expect(drawn(block, width: 16) == ["[12] one two"])
    block.role = .listItem
    block.ordinal = nil
    block.level = 2
    #expect(drawn(block, width: 20) == ["  – one two"])
    block.level = 3
    #expect(drawn(block, width: 20) == ["    ◦ one two"])
    block.level = 40
    #expect(drawn(block, width: 20).allSatisfy { $0.count <= 20 })
  }

  @Test func quotationsHaveABarOnEachRow() {
    let block = Block(role: .quote, level: 2, text: Array("one two".utf8))
    #expect(drawn(block, width: 20) == ["│ │ one two"])
    #expect(drawn(Block(role: .quote, level: 1, text: Array("one two".utf8)), width: 6) == ["│ one", "│ two"])
  }

  @Test func codeIsNotWrapped() {
    let block = Block(role: .code, text: Array("if a {\n\tb  \n}\n\n漢".utf8), keepsLines: true)
    #expect(drawn(block, width: 3, tabWidth: 4) == ["if a {", "    b", "}", "", "漢"])
    #expect(rows(of: block, metrics: Metrics(width: 3)).map(\.columns) == [6, 9, 1, 0, 2])
  }

  @Test func rulesAndPictures() {
    #expect(drawn(Block(role: .rule, text: Array("***".utf8)), width: 4) == ["────"])
    #expect(drawn(Block(role: .rule, text: []), width: 4, isASCII: true) == ["----"])
    let block = Block(role: .figure, text: [], image: Image(src: "a.png", alt: "A boat\u{1B} at sea"))
    #expect(drawn(block, width: 9) == ["[image: A", "boat␛ at", "sea]"])
    #expect(rows(of: block, metrics: Metrics(width: 9)).allSatisfy { $0.range.isEmpty })
  }
}
