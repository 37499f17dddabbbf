import Testing

@testable import Text

@Suite("Tables of short words")
struct ShortWordsTests {
  private func key(_ word: String) -> UInt64 { word.utf8.reduce(0, pack) }

  @Test("Words are found with their number, in any case, and no others")
  func finding() {
    var words = ShortWords(capacity: 4)
    words.add("mr  e.g\nmärz", 3)
    words.add("mr no", 5)
    #expect(words[key("Mr")] == 5)
    #expect(words[key("e.g")] == 3)
    #expect(words[key("märz")] == 3)
    #expect(words[key("no")] == 5)
    #expect(words[key("mrs")] == nil)
    #expect(!words.contains(0))
  }

  @Test("A table holds as many words as it was made for")
  func load() {
    let words = ShortWords("a b c d e f g h i j k l m n o p q r s t u v w x y z")
    for letter in "abcdefghijklmnopqrstuvwxyz" { #expect(words.contains(key(String(letter)))) }
    #expect(!words.contains(key("ab")))
  }
}
