import Testing

@testable import Document

struct FoldWordsTests {
  @Test func aFoldsRowSaysKindSizeAndBeginning() {
    let fold = Fold(kind: .boilerplate(.appeal), blocks: 2...4, words: 52, label: "Support us and go…")
    #expect(fold.row == "▸ donation appeal · 3 blocks, 52 words · “Support us and go…”")
    #expect(Fold(kind: .details, blocks: 1...1, words: 1, label: "").row == "▸ details · 1 word")
  }

  @Test func everyKindHasWordsOfItsOwn() {
    let words = Boilerplate.Kind.allCases.map(\.words)
    #expect(Set(words).count == words.count)
    #expect(!words.contains(""))
  }

  @Test("Labels end at a blank, hold no controls, and leave list markers out")
  func labels() {
    func label(_ text: String, marker: Range<Int>? = nil) -> String {
      FoldLabel.label(of: Block(role: .paragraph, text: Array(text.utf8), marker: marker))
    }
    #expect(label("Support us") == "Support us")
    let blocks = ["", "\u{200b}", "Join us"].map { Block(role: .paragraph, text: Array($0.utf8)) }
    #expect(Fold(.details, hiding: 0...2, of: blocks).label == "Join us")
    #expect(Fold(.details, hiding: 0...1, of: blocks).label.isEmpty)
    #expect(label("  Support\n  us\u{1b}[31m \u{202e}now  ") == "Support us[31m now")
    #expect(label("* Join us", marker: 0..<2) == "Join us")
    #expect(label(String(repeating: "word ", count: 20)) == "word word word word word word word word…")
    #expect(label(String(repeating: "x", count: 60)) == String(repeating: "x", count: FoldLabel.columns) + "…")
  }
}
