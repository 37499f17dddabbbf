import Testing

@testable import Analysis

private func words(_ text: String) -> [(text: String, token: Token)] {
  var tokens = Tokens()
  let bytes = Array(text.utf8)
  tokens.read(bytes, lexicon: Tables.shared.lexicon)
  return (0..<tokens.count).map { (String(decoding: bytes[tokens[$0].range], as: UTF8.self), tokens[$0]) }
}

@Suite("Words and their shapes")
struct TokenTests {
  @Test(
    "Words are cut as readers see them",
    arguments: [
      ("ad-free", ["ad", "free"]), ("the KRG’s turn", ["the", "KRG", "turn"]), ("they're", ["they"]),
      ("don’t go", ["don’t", "go"]), ("the U.S. army", ["the", "U.S", "army"]),
      ("2,000 and 3.5", ["2,000", "and", "3.5"]),
      ("example.org says", ["example.org", "says"]), ("Şengal/Shingal", ["Şengal", "Shingal"]),
      ("end.Next", ["end", "Next"]),
      ("O’Neill’s", ["O’Neill"]), ("naïve café", ["naïve", "café"]), ("", []), ("…—“”", []),
    ])
  func cutting(text: String, expected: [String]) {
    #expect(words(text).map(\.text) == expected)
  }

  @Test("A word of a text has the hash of the same word in a table")
  func hashes() {
    let samples: [(String, StaticString)] = [
      ("Support", "support"), ("DON’T", "don't"), ("extraordinarily", "extraordinarily"), ("abcdefgh", "abcdefgh"),
      ("2,000", "2,000"), ("U.S.", "u.s"), ("x", "x"), ("café", "café"),
    ]
    for (text, word) in samples {
      #expect(words(text).first?.token.hash == hash(of: word), "\(text)")
      // Behind other text the eight-byte loads end elsewhere.
      #expect(words("one " + text + " two three four").dropFirst().first?.token.hash == hash(of: word), "\(text)")
    }
  }

  @Test("Hashes that stand in the code are those of their words")
  func literals() {
    for (literal, word) in CommonHash.all { #expect(literal == hash(of: word), "\(word)") }
  }

  @Test("Shapes")
  func shapes() {
    func shape(_ text: String, at index: Int = 0) -> Shape { words(text)[index].token.shape }
    #expect(shape("Barzani").contains(.capital))
    #expect(!shape("barzani").contains(.capital))
    #expect(shape("Şengal").contains([.capital, .foreign]))
    #expect(shape("NASA").contains(.capitals) && !shape("Nasa").contains(.capitals))
    #expect(shape("$200m").contains([.money, .number]) && !shape("200m").contains(.money))
    #expect(shape("20%").contains(.percent))
    #expect(shape("2016").contains(.year) && !shape("2216").contains(.year) && !shape("20165").contains(.year))
    #expect(shape("Turkey’s").contains(.possessive) && shape("we’ve").contains(.contraction))
    #expect(shape("a “quoted word” here", at: 1).contains(.quoted))
    #expect(!shape("a “quoted word” here", at: 3).contains(.quoted))
    #expect(shape("arrested").contains(.past) && shape("likely").contains(.adverb) && shape("saying").contains(.gerund))
  }

  @Test("What stands between words")
  func gaps() {
    func gap(_ text: String) -> Gap { words(text)[1].token.gap }
    #expect(gap("one. Two").contains(.stop))
    #expect(!gap("Mr. Smith").contains(.stop))
    #expect(!gap("J. Smith").contains(.stop))
    #expect(gap("one, two") == .comma)
    #expect(gap("one two").isEmpty)
    #expect(gap("one-two") == .joined)
    #expect(gap("one – two").contains(.dash))
    #expect(gap("one [two").contains([.opens, .square]))
    #expect(gap("one… two").contains(.ellipsis))
  }

  @Test("US and WHO are no pronouns")
  func acronyms() {
    #expect(words("US officials")[0].token.has(.we) == false)
    #expect(words("help us").last?.token.has(.we) == true)
    #expect(words("WHO reported")[0].token.has(.relative) == false)
  }

  @Test("A piece's words are those of its blocks")
  func pieces() {
    let piece = marked(Prose.article.joined(separator: "\n\n"))
    let all = PieceTokens(piece, lexicon: Tables.shared.lexicon)
    for (index, block) in piece.blocks.enumerated() {
      var own = Tokens()
      own.read(block.text, lexicon: Tables.shared.lexicon)
      #expect(all[index].count == own.count)
      #expect(all[index].fingerprint == own.fingerprint)
      #expect(all[index].trailing == own.trailing)
    }
  }
}

@Suite("Cue tables")
struct CueTests {
  private func found(_ text: String, publication: [UInt64] = []) -> [String] {
    var tokens = Tokens()
    let bytes = Array(text.utf8)
    tokens.read(bytes, lexicon: Tables.shared.lexicon)
    var reader = BlockReader(tables: Tables.shared, publication: publication)
    let features = reader.features(of: .init(role: .paragraph, text: bytes), tokens)
    return features.found.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test("A gap stands for up to three words, and not over a full stop")
  func stretch() {
    #expect(found("Sign up for our free daily newsletter").contains { $0.hasSuffix("newsletter") })
    #expect(!found("Sign up for. Our newsletter").contains { $0.hasPrefix("Sign up for. Our") })
  }

  @Test("Sums, numbers and the publication's name")
  func placeholders() {
    #expect(found("It costs $4 a month.") == ["$4 a month"] || found("It costs $4 a month.").contains("4 a month"))
    #expect(found("You have 2 free articles left").contains { $0.hasPrefix("2 free articles left") })
    #expect(
      found("Support The Kelso Times", publication: [hash(of: "kelso"), hash(of: "times")]).contains(
        "Support The Kelso Times"))
    #expect(found("Support The Kelso Times").isEmpty)
  }

  @Test("A cue at the beginning of a sentence is none in the middle of one")
  func places() {
    #expect(found("Donate now").isEmpty == false)
    #expect(found("He told them to donate now").isEmpty)
    #expect(found("Watch: how it fell").isEmpty == false)
    #expect(found("Advertisement").isEmpty == false)
    #expect(found("Advertisement spending rose by half").isEmpty)
  }

  @Test("No phrase is empty, and chains end")
  func compiled() {
    let cues = Tables.shared.cues
    #expect(cues.phrases.count > 500)
    for index in 1..<cues.phrases.count {
      let phrase = cues.phrases[index]
      #expect(phrase.length > 0)
      #expect(Int(phrase.next) < index, "a chain leads only to what was there before")
      #expect(Int(phrase.from) + Int(phrase.length) <= cues.elements.count)
    }
  }

  @Test("Features have their weights")
  func weights() {
    #expect(ClaimFeature.allCases.count <= ClaimVector.room)
    let weights = ClaimModel.shared.features
    #expect(weights.count == ClaimVector.room)
    #expect(weights[ClaimFeature.question.rawValue] < 0)
    #expect(weights[ClaimFeature.figure.rawValue] > 0)
  }

  @Test("Words are judged by the company that they keep; all numbers are one word, and so are all names")
  func meanings() throws {
    func places(_ text: String) -> [Int] { ClaimSight.words(of: Array(text.utf8)) }
    let numbers = places("17 2,300")
    #expect(numbers[0] == numbers[1])
    let names = places("met Ostrava Brabeck")
    #expect(names[1] == names[2])
    #expect(names[0] != names[1])
    func logit(_ text: String, _ model: ClaimModel) -> Float {
      var tokens = Tokens()
      tokens.read(Array(text.utf8), lexicon: Tables.shared.lexicon)
      return model.logit(tokens, 0..<tokens.count)
    }
    #expect(logit("arrested", .shared) > logit("delicious", .shared))
    #expect(logit("arrested", try #require(ClaimModel.blank)) == 0)
  }
}

@Suite("Tables of words that ship")
struct WordDataTests {
  @Test("They are what the sources of the tables say: `make tables` makes them anew")
  func fresh() {
    #expect(WordData.embedded.elementsEqual(WordDataBuilder.bytes()))
    #expect(WordData.tables(WordData.embedded) != nil)
  }

  @Test("Bytes that are cut or of another shape are no tables")
  func broken() {
    let bytes = Array(WordData.embedded)
    for wrong in [[], Array(bytes.prefix(20)), Array(bytes.dropLast(8)), bytes + [0], [0] + bytes.dropFirst()] {
      let room = UnsafeMutableRawBufferPointer.allocate(byteCount: max(8, wrong.count), alignment: 8)
      defer { room.deallocate() }
      room.copyBytes(from: wrong)
      #expect(WordData.tables(UnsafeRawBufferPointer(rebasing: room.prefix(wrong.count))) == nil)
    }
  }

  @Test("Phrases have no padding")
  func layout() {
    #expect(MemoryLayout<CueTable.Phrase>.size == MemoryLayout<CueTable.Phrase>.stride)
    #expect(MemoryLayout<CueTable.Phrase>.size == 24)
  }
}
