import Testing

@testable import Text

@Suite("White space")
struct WhiteSpaceTests {
  @Test(
    "One blank for each run, none at the ends, and nothing else changed",
    arguments: [
      (" a\t\n b ", "a b"), ("a\u{A0}\u{2009}b\u{85}", "a b"), ("\u{3000}氷\u{3000}港", "氷 港"), (" \u{2028} ", ""),
      ("a\u{200B}b", "a\u{200B}b"), ("", ""),
    ])
  func runs(text: String, line: String) {
    #expect(String(decoding: oneLine(Array(text.utf8)[...]), as: UTF8.self) == line)
  }

  @Test(
    "What shows nothing",
    arguments: [
      ("\u{A0} \u{200B}\u{FEFF}\u{2060}\u{AD}", true), ("", true), ("\u{A0}.", false), ("\u{200A}氷", false),
      ("é", false),
      ("\u{2026}", false),
    ])
  func nothing(text: String, isNothing: Bool) {
    #expect(showsNothing(Array(text.utf8)[...]) == isNothing)
  }

  @Test("Bytes that break off in a blank are no blank")
  func brokenOff() {
    #expect(oneLine([0x61, 0xE3, 0x80]) == [0x61, 0xE3, 0x80])
    #expect(oneLine([0xC2]) == [0xC2])
  }
}

@Suite("Lists of Strings")
struct StringListTests {
  @Test("Joined, and without repeats")
  func lists() {
    #expect(["a", "b", "c"].joined(by: ", ") == "a, b, c")
    #expect([String]().joined(by: ", ").isEmpty)
    #expect(["a", "a", "b", "a"].withoutRepeats == ["a", "b", "a"])
  }
}
