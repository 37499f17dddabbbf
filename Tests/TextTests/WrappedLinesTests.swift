import Testing

@testable import Text

@Test(
  "Short texts are wrapped by their columns",
  arguments: [
    ("ice on the bay", 6, ["ice on", "the", "bay"]), ("", 6, [""]), ("unbreakable", 4, ["unbreakable"]),
    ("氷 氷 氷", 5, ["氷 氷", "氷"]),
  ])
func wrapped(text: String, width: Int, lines: [String]) { #expect(wrappedLines(text, width: width) == lines) }
