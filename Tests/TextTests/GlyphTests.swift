import Testing

@testable import Text

/// What is drawn for each cluster: its scalars and columns.
private func drawn(_ text: String) -> [String] { drawn(Array(text.utf8)) }

private func drawn(_ bytes: [UInt8]) -> [String] {
  var result: [String] = []
  var index = 0
  while index < bytes.count {
    let next = glyph(in: bytes, at: index)
    var scalars = String.UnicodeScalarView()
    for value in [next.base, next.mark1, next.mark2, next.mark3] where value != 0 {
      scalars.append(Unicode.Scalar(value) ?? "?")
    }
    result.append("\(String(scalars)):\(next.columns)")
    index = next.end
  }
  return result
}

@Suite struct GlyphTests {
  @Test(arguments: [
    ("aé", ["a:1", "é:1"]),
    ("漢ｱ", ["漢:2", "ｱ:1"]),
    ("e\u{301}x", ["e\u{301}:1", "x:1"]),
    ("a\u{300}\u{301}\u{302}\u{303}b", ["a\u{300}\u{301}\u{302}:1", "b:1"]),
    // A mark that has nothing to stand on.
    ("\u{301}a", ["\u{25CC}\u{301}:1", "a:1"]),
    ("\n\u{301}", [" :1", "\u{25CC}\u{301}:1"]),
    // Emoji: of a sequence the first is drawn, tones and selectors are not.
    ("👩‍🚀!", ["👩:2", "!:1"]),
    ("👨‍👩‍👧‍👦x", ["👨:2", "x:1"]),
    ("👍🏽x", ["👍:2", "x:1"]),
    ("❤️x", ["❤:1", "x:1"]),
    ("1️⃣x", ["1\u{20E3}:1", "x:1"]),
    ("🇩🇪🇫x", ["🇩🇪:2", "🇫:1", "x:1"]),
    ("a🏽", ["a:1", "🏽:2"]),
    ("🏴\u{E0067}\u{E007F}x", ["🏴:2", "x:1"]),
    // Tags anywhere else hide text, so they are seen.
    ("a\u{E0041}", ["a:1", "\u{FFFD}:1"]),
    // Hangul, composed and not.
    ("한국", ["한:2", "국:2"]),
    ("\u{1112}\u{1161}\u{11AB}x", ["\u{1112}\u{1161}\u{11AB}:2", "x:1"]),
    ("가\u{11A8}", ["가\u{11A8}:2"]),
    // Spacing vowel signs have a column of their own.
    ("कि", ["कि:2"]),
    ("ก็", ["ก็:1"]),
    // What is drawn as nothing.
    ("a\u{AD}b", ["a:1", ":0", "b:1"]),
    ("\u{200B}\u{2060}\u{FEFF}\u{FE0F}", [":0", ":0", ":0", ":0"]),
    ("a\u{200D}b", ["a:1", "b:1"]),
    // The non-joiner spells Persian.
    ("می\u{200C}خ", ["م:1", "ی\u{200C}:1", "خ:1"]),
    // Controls and format characters.
    ("\u{1B}[\u{7}\u{7F}", ["␛:1", "[:1", "␇:1", "␡:1"]),
    ("\u{0}\u{D}", ["␀:1", "␍:1"]),
    ("\u{D}\n", [" :1"]),
    ("\u{85}\u{9B}", ["\u{FFFD}:1", "\u{FFFD}:1"]),
    ("\u{202E}\u{2066}\u{200F}\u{61C}", ["\u{FFFD}:1", "\u{FFFD}:1", "\u{FFFD}:1", "\u{FFFD}:1"]),
    ("\u{FFF9}\u{E0001}\u{378}\u{FFFF}", ["\u{FFFD}:1", "\u{FFFD}:1", "\u{FFFD}:1", "\u{FFFD}:1"]),
    // Spaces.
    ("\u{A0}\u{202F}\u{2003}\u{3000}\u{2028}", [" :1", " :1", " :1", "\u{3000}:2", " :1"]),
    ("\u{600}1\u{E000}", ["\u{600}:1", "1:1", "\u{E000}:1"]),
  ])
  func clusters(_ text: String, _ expected: [String]) {
    #expect(drawn(text) == expected)
    #expect(columns(of: text) == expected.reduce(0) { $0 + (Int($1.suffix(1)) ?? 0) })
  }

  @Test(
    arguments: [
      [0xFF], [0xC3], [0xC0, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xF8, 0x88],
    ] as [[UInt8]])
  func brokenBytesAreSeenOneByOne(_ bytes: [UInt8]) {
    #expect(drawn(bytes) == Array(repeating: "\u{FFFD}:1", count: bytes.count))
    #expect(glyph(in: bytes, at: 0).isStandIn)
  }

  @Test func whatHasTwoCellsOfItsOwn() {
    let flag = glyph(in: Array("🇩🇪".utf8), at: 0).halves
    #expect(flag?.left.base == 0x1F1E9 && flag?.right.base == 0x1F1EA)
    let vowel = glyph(in: Array("कि".utf8), at: 0).halves
    #expect(vowel?.left.base == 0x915 && vowel?.right.base == 0x93F && vowel?.left.columns == 1)
    for text in ["a", "漢", "👩‍🚀", "e\u{301}", "\u{1B}"] {
      #expect(glyph(in: Array(text.utf8), at: 0).halves == nil)
    }
  }

  @Test func flags() {
    #expect(glyph(in: [0x09], at: 0) == Glyph(end: 1, columns: 1, base: 0x20, isTab: true, isSpace: true))
    #expect(glyph(in: [0x0A], at: 0) == Glyph(end: 1, columns: 1, base: 0x20, isSpace: true))
    #expect(glyph(in: [0x1B], at: 0).isStandIn)
    #expect(glyph(in: Array("\u{A0}".utf8), at: 0).isSpace)
    #expect(!glyph(in: Array(" \u{301}".utf8), at: 0).isSpace)
  }

  @Test(arguments: [-1, 3, 4, Int.max]) func outsideOfTheTextIsEmpty(_ index: Int) {
    let found = glyph(in: Array("abc".utf8), at: index)
    #expect(found.columns == 0)
    #expect(found.end >= 3)
  }

  /// Nothing traps, everything advances, nothing unsafe is drawn, and both ways to measure agree.
  @Test func anyBytes() {
    var state: UInt64 = 7
    func next(_ limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    for _ in 0..<4000 {
      var bytes: [UInt8] = []
      for _ in 0..<next(12) {
        if next(4) == 0 {
          bytes.append(UInt8(next(256)))
        } else if let scalar = Unicode.Scalar(UInt32(next(next(2) == 0 ? 0x3000 : 0x20000))) {
          bytes += String(Character(scalar)).utf8
        }
      }
      var index = 0
      while index < bytes.count {
        let found = glyph(in: bytes, at: index)
        let step = glyphStep(in: bytes, at: index)
        #expect(found.end > index && found.end <= bytes.count, "\(bytes)")
        #expect((0...2).contains(found.columns), "\(bytes)")
        #expect(step.end == found.end && step.columns == found.columns, "\(bytes) at \(index)")
        #expect(found.columns == 0 || !traits(of: found.base).isStandIn, "\(bytes)")
        #expect(found.base != 0x1B && !(0x80..<0xA0).contains(found.base), "\(bytes)")
        index = found.end
      }
    }
  }

  @Test func longRunsOfMarksAreOneGlyph() {
    let bytes = Array(("a" + String(repeating: "\u{301}", count: 10_000)).utf8)
    #expect(glyph(in: bytes, at: 0).end == bytes.count)
  }

  @Test(arguments: [
    ("plain", "plain"),
    ("a\tb\nc", "a b c"),
    ("title\u{7}\u{1B}]0;x", "title␇␛]0;x"),
    ("https://e.org/\u{202E}gpj.exe", "https://e.org/\u{FFFD}gpj.exe"),
    ("so\u{AD}ft", "soft"),
    ("café 漢", "café 漢"),
  ])
  func sanitisedText(_ text: String, _ expected: String) {
    #expect(sanitised(text) == expected)
  }

  @Test(arguments: [
    ("", 0), ("one", 1), ("one two", 2), ("  one\ntwo  ", 2), ("mother-in-law", 1), ("don't can’t", 2),
    ("’tis 'quoted'", 2), ("a - b", 2), ("well- known", 2), ("rock ’n’ roll", 3), ("3.5", 2), ("x_y", 1),
    ("Überraschung für Zoë", 3), ("漢字 かな", 2), ("e\u{301}tude", 1), ("co\u{AD}op", 1), ("—", 0),
  ])
  func wordCounts(_ text: String, _ expected: Int) {
    let bytes = Array(text.utf8)
    #expect(words(in: bytes, 0..<bytes.count) == expected)
    #expect(words(in: bytes, -5..<bytes.count + 5) == expected)
  }
}
