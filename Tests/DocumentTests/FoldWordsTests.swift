import Document
import Testing

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
}
