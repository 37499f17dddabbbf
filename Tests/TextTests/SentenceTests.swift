import Testing

@testable import Text

/// Texts with `|` where a sentence ends and white space follows; the bar and one space around it are not text.
private func split(_ marked: String) -> (text: [UInt8], parts: [String]) {
  let parts = marked.split(separator: " | ", omittingEmptySubsequences: false).map(String.init)
  return (Array(parts.joined(separator: " ").utf8), parts)
}

private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

@Suite struct SentenceTests {
  static let cases = [
    "One. | Two. | Three.",
    "No mark at the end",
    // Numbers of notes that stood raised behind the stop.
    "So it was said.12 | The rest is not.",
    "They all left.3,4 | Nobody “stayed behind.”5 | Then it was over.",
    "Version 2.0 came with item.5 and went.",
    "It costs 3.50 Euros, e.g.1 Paris.",
    "Really? | Yes! | Good.",
    "Really?! | Yes.",
    // Titles, initials, acronyms.
    "Mr. Smith met Dr. Jones. | They talked.",
    "Gen. Lee and Sen. King agreed. | Others did not.",
    "Prof. A. B. Miller said so. | It was true.",
    "J. R. R. Tolkien wrote it. | Many read it.",
    "The U.S. Senate voted. | It passed.",
    "He lives in the U.S. | The rest moved.",
    "They left the U.N. | But not for long.",
    "Washington, D.C. is warm. | Paris is not.",
    "George W. Bush spoke. | Nobody heard.",
    "It was Plan B. | The first had failed.",
    "So did I. | She left.",
    "St. Petersburg is north. | It is cold.",
    // Companies, places, months.
    "Apple Inc. said so. | Others followed.",
    "It is made by Acme Corp. | The price is low.",
    "Rossi Bros. Ltd. Chairman Rossi resigned. | He is old.",
    "It met on Jan. 5 in Rome. | It closed on Feb. 6.",
    "It ended Sept. 29. | Most had left.",
    "He comes from Springfield, Ill. | He likes it there.",
    "R-Calif. Rep. Jones voted no. | It failed.",
    // Times.
    "It began at 8 p.m. Eastern time. | It was late.",
    "It began at 8 p.m. | Police came at nine.",
    "It closed at 10 a.m. Friday. | Nobody came.",
    "At 3 a.m. the bells rang. | Nobody slept.",
    // Latin and the like.
    "Fruit, e.g. Apples, is good. | Eat it.",
    "That is, i.e. Monday, is late. | Come soon.",
    "Smith vs. Jones was heard. | It was long.",
    "Bring pens, paper, etc. | The rest is here.",
    "Bring pens, etc. and go. | Then rest.",
    "As Smith et al. (2019) show, it works. | Nobody knew.",
    // Numbers.
    "See No. 5 for more. | It is short.",
    "Is it good? | No. | It is not.",
    "See p. 12 and pp. 30–40. | They help.",
    "It costs 3.50 now. | It was 2.75.",
    "It grew by 0.5 percent. | That is little.",
    "Version 2.0 came in 2019. | It failed.",
    "He is 33. | She is 31.",
    "Item 7. | It follows.",
    // List markers belong to what they mark.
    "1. First do this. | Then do that.",
    "a. First do this. | Then do that.",
    // Quotations.
    "“I am here.” | He sat down.",
    "“Who is it?” he asked. | Nobody spoke.",
    "“Stop!” she cried. | He did.",
    "\"I am here. You are not.\" | He sat down.",
    "He said “I came. I saw. I won.” and left. | They stayed.",
    "She called it ‘a mess.’ | He agreed.",
    "„Das ist gut. Sehr gut.“ | Er ging.",
    "« Il est là. Il dort. » | Elle part.",
    "He said: \"Go.\" | They went.",
    "“We won. | Nobody knows why.",
    "The word “etc.” is short. | So is this.",
    // Brackets.
    "It rained (it always does. Always.) and stopped. | We left.",
    "It rained. | (It always does.) | We left.",
    "He won.[3] | She lost.[a] | It ended.",
    // Ellipses.
    "He waited... and left. | She stayed.",
    "He waited... | Nobody came.",
    "He waited… | Nobody came.",
    "Well . . . maybe. | Or not.",
    // What follows.
    "He bought it. | iPhones are dear.",
    "He came. | 30 others came too.",
    "It is over. | — A reader",
    "Yahoo! is a firm. | It is old.",
    "Look at example.org for more. | It is free.",
    "It is over. | www.example.org",
    "The end.Next begins here.",
    "Mail a@b.de. | Ask him.",
    // Other languages.
    "Das kostet z.B. Geld. | Viel Geld.",
    "Er kam am 3. Oktober. | Sie blieb.",
    "Es kostet ca. 5 Euro. | Mehr nicht.",
    "Il est venu. | Élise dort.",
    "¿Quién es? | ¡Nadie! | Bueno.",
    "Она ушла. | Он остался.",
  ]

  @Test(arguments: cases) func ends(_ marked: String) {
    let (text, parts) = split(marked)
    #expect(sentences(in: text).map { String(decoding: text[$0], as: UTF8.self) } == parts)
  }

  @Test(arguments: [
    ("你好。我来了！真的？是。", ["你好。", "我来了！", "真的？", "是。"]),
    ("「行こう。早く。」と言った。彼は来た。", ["「行こう。早く。」と言った。", "彼は来た。"]),
    ("「はい。」彼は来た。", ["「はい。」", "彼は来た。"]),
    ("（注。）次。", ["（注。）", "次。"]),
    ("すごい！！本当。", ["すごい！！", "本当。"]),
  ])
  func wideMarks(_ string: String, _ parts: [String]) {
    let text = Array(string.utf8)
    #expect(sentences(in: text).map { String(decoding: text[$0], as: UTF8.self) } == parts)
  }

  @Test func lineFeeds() {
    let text = Array("One line\nand more. Two\n\nThree “open\nFour".utf8)
    let parts = { (linesEnd: Bool) in
      sentences(in: text, linesEnd: linesEnd).map { String(decoding: text[$0], as: UTF8.self) }
    }
    #expect(parts(false) == ["One line\nand more.", "Two", "Three “open\nFour"])
    #expect(parts(true) == ["One line", "and more.", "Two", "Three “open", "Four"])
  }

  @Test(arguments: ["", " ", "\n\n", ".", "...", "?", "\"", "”", ". . .", "a", "(", "[", "。", "\u{A0}"])
  func smallTexts(_ string: String) {
    let text = Array(string.utf8)
    let found = sentences(in: text)
    #expect(found.map { String(decoding: text[$0], as: UTF8.self) } == (isBlank(string) ? [] : [string]))
  }

  /// A quotation that never seems to close does not swallow the text.
  @Test func farClosersAreNotBelieved() {
    let long = String(repeating: "It rained. ", count: 200)
    #expect(sentences(in: Array(("“" + long + "”").utf8)).count > 150)
    let short = String(repeating: "It rained. ", count: 20)
    #expect(sentences(in: Array(("“" + short + "”").utf8)).count == 1)
  }

  /// In order, not overlapping, not blank, and nothing but white space between them; of any bytes.
  @Test func anyText() {
    var state: UInt64 = 11
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let parts = [
      "a", "Mr", "B", ".", "!", "?", " ", "\n", "\"", "“", "”", "(", ")", "[1]", "…", "。", "「", "」", "3", "é", "«",
    ]
    for _ in 0..<3000 {
      var text: [UInt8] = []
      for _ in 0..<next(30) {
        if next(20) == 0 { text.append(UInt8(next(256))) } else { text += parts[next(parts.count)].utf8 }
      }
      var at = 0
      for range in sentences(in: text, linesEnd: next(2) == 0) {
        #expect(range.lowerBound >= at && !range.isEmpty && range.upperBound <= text.count, "\(text)")
        #expect(isBlank(String(decoding: text[at..<max(at, range.lowerBound)], as: UTF8.self)), "\(text)")
        at = range.upperBound
      }
      #expect(isBlank(String(decoding: text[at...], as: UTF8.self)), "\(text)")
    }
  }
}
