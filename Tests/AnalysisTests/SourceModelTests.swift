import Document
import Testing

@testable import Analysis

@Suite("The model of sources")
struct SourceModelTests {
  @Test("Bytes that are no model are refused")
  func refused() {
    func isModel(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { SourceModel($0) != nil } }
    let empty = Array("IBS1".utf8) + [UInt8](repeating: 0, count: SourceModel.length - 4)
    #expect(isModel(empty))
    #expect(!isModel([]))
    #expect(!isModel(Array(empty.dropLast())))
    #expect(!isModel(Array("IBC1".utf8) + empty.dropFirst(4)))
  }

  @Test("A model without weights credits nobody")
  func weightless() {
    var bytes = Array("IBS1".utf8) + [UInt8](repeating: 0, count: SourceModel.length - 4)
    // The first word's weight of being outside: 1.
    bytes.replaceSubrange(4..<8, with: [0, 0, 0x80, 0x3f])
    let piece = Piece(
      extent: 0..<0, blocks: [Block(role: .paragraph, text: Array("Maren Holt said the bridge was safe.".utf8))])
    let marked = bytes.withUnsafeBytes { SourceSight.marked(piece, metadata: Metadata(), model: $0) }
    #expect(marked.citations.isEmpty)
  }

  @Test("Labels become spans")
  func spans() {
    #expect(SourceLabel.spans([], from: 0) == [])
    #expect(SourceLabel.spans([.outside, .outside], from: 0) == [])
    #expect(SourceLabel.spans([.begins, .goesOn, .outside, .begins], from: 4) == [4..<6, 7..<8])
    #expect(SourceLabel.spans([.begins, .begins, .goesOn], from: 0) == [0..<1, 1..<3])
    // A span that goes on without a beginning begins there.
    #expect(SourceLabel.spans([.outside, .goesOn, .goesOn], from: 0) == [1..<3])
  }

  @Test(
    "Who is credited in other ways than by said",
    arguments: [
      ("“It was a long night,” the nurse recalled.", "the nurse"),
      ("Omar Reyes, who runs the ferry, maintained that the tide was to blame.", "Omar Reyes"),
      ("The firm has repeatedly denied that the tank leaked.", "The firm"),
      ("A survey of nine ports found that the piers had sunk.", "A survey"),
    ])
  func credited(text: String, source: String) {
    #expect(named(text).contains { $0.contains(source) }, "\(named(text))")
  }

  @Test(
    "A verb's subject stands before what helps it, and before the words that stand for it",
    arguments: [
      ("The ferry workers are demanding a new pier.", "demanding", "The ferry workers"),
      ("The harbour board would not say who paid.", "say", "The harbour board"),
      ("She read a report that found cracks in the pier.", "found", "a report"),
      ("The mayor, a former sailor, said the pier was safe.", "said", "The mayor"),
    ])
  func subject(text: String, verb: String, subject: String) throws {
    let (tokens, bytes) = words(text)
    let bounds = 0..<tokens.count
    let finder = SourceCueFinder(
      tokens: tokens, bounds: bounds, kinds: SourceCueFinder.kinds(tokens, bounds),
      cutter: PhraseCutter(tokens: tokens, bounds: bounds))
    let cue = try #require(finder.cues().first { span($0.tokens, tokens, bytes) == verb })
    #expect(span(cue.subject, tokens, bytes) == subject)
  }

  @Test("What a word credits by, and what it may be credited as, stand beside its classes and are none of them")
  func known() {
    let (tokens, _) = words("Said lauded the dermatologist zzxq report")
    #expect((0..<tokens.count).map { tokens[$0].known.cue } == [.says, .describes, .none, .none, .none, .announces])
    #expect(tokens[3].known.noun == .role)
    #expect(tokens[1].classes.isEmpty && tokens[3].classes.isEmpty && tokens[4].classes.isEmpty)
    #expect(tokens[0].has(.says) && tokens[5].has(.document))
  }

  @Test("What somebody owns is a noun: no claims are reported, but said")
  func owned() {
    let (tokens, _) = words("Holt's claims and her claims, but Holt claims")
    let kinds = SourceCueFinder.kinds(tokens, 0..<tokens.count)
    #expect(kinds.filter { $0 != .none } == [.noun, .noun, .claims])
  }

  @Test("A word that opens a sentence is no part of a name")
  func opener() {
    let (tokens, bytes) = words("Nonetheless Maren Holt said so.")
    let cutter = PhraseCutter(tokens: tokens, bounds: 0..<tokens.count)
    #expect(span(cutter.subject(before: 3), tokens, bytes) == "Maren Holt")
  }

  @Test(
    "A source's words end where its name ends",
    arguments: [
      ("A report Friday said so.", 0..<3, "A report"),
      ("A notice on Dec. 21 said so.", 0..<5, "A notice"),
      ("A report from October said so.", 0..<4, "A report from October"),
      ("A Tuesday report said so.", 0..<3, "A Tuesday report"),
      ("Then Theresa May said so.", 1..<3, "Theresa May"), ("The Sun said so.", 0..<2, "The Sun"),
      ("The Week said so.", 0..<2, "The Week"), ("Then USA Today said so.", 1..<3, "USA Today"),
      ("The Mail on Sunday said so.", 0..<4, "The Mail on Sunday"),
      ("The Baltimore Sun said so.", 0..<3, "The Baltimore Sun"),
      ("The council on Sunday said so.", 0..<4, "The council"), ("A report this morning said so.", 0..<4, "A report"),
      ("Joe Friday said so.", 0..<2, "Joe Friday"),
      ("Maren Holt, Bo Li or Lena Ortiz said so.", 0..<7, "Maren Holt, Bo Li or Lena Ortiz"),
      ("Channel Six reports that it burned.", 0..<3, "Channel Six"),
      ("Some reports that burned.", 0..<2, "Some reports"),
      ("Maren Holt, founder of Brack, said so.", 0..<5, "Maren Holt"),
      ("Maren Holt, Omar Reyes and Lena Ortiz said so.", 0..<7, "Maren Holt, Omar Reyes and Lena Ortiz"),
      ("The change they say they want.", 0..<3, "they"),
      ("He and she say so.", 0..<3, "He and she"),
      ("Holt herself said so.", 0..<2, "Holt"),
      ("The 26-year-old said so.", 0..<3, "The 26-year-old"),
      ("2021 said so.", 0..<1, "2021"),
      ("(via Reuters): Maren Holt said so.", 1..<4, "Reuters"),
      ("An inquiry (the third) by the council said so.", 0..<7, "An inquiry (the third) by the council"),
    ])
  func edges(text: String, span: Range<Int>, name: String) {
    let (tokens, bytes) = words(text)
    let bounds = 0..<tokens.count
    let edges = SpanEdges(tokens: tokens, bounds: bounds, cutter: PhraseCutter(tokens: tokens, bounds: bounds))
    #expect(self.span(edges.settled(span), tokens, bytes) == name)
  }

  @Test(
    "Spans beside each other: a title is no source of its own, and who is named behind a description is the source",
    arguments: [
      ("Chief Minister Maren Holt said so.", [0..<2, 2..<4], ["Maren Holt"]),
      ("Maren Holt, Omar Reyes said so.", [0..<2, 2..<4], ["Maren Holt", "Omar Reyes"]),
      ("Another neighbour, Maren Holt, said so.", [0..<2], ["Maren Holt"]),
      ("It burned, said another witness, former inspector Omar Reyes.", [3..<5], ["Omar Reyes"]),
      ("The company, Reuters reported, is broke.", [0..<2], ["The company"]),
      ("The mayor, Monday, said so.", [0..<2], ["The mayor"]),
      ("She, Holt, said so.", [0..<1], ["She"]),
    ])
  func neighbours(text: String, spans: [Range<Int>], names: [String]) {
    let (tokens, bytes) = words(text)
    let bounds = 0..<tokens.count
    let edges = SpanEdges(tokens: tokens, bounds: bounds, cutter: PhraseCutter(tokens: tokens, bounds: bounds))
    #expect(edges.settled(spans).map { span($0, tokens, bytes) } == names)
  }

  @Test(
    "Prose that explains credits nobody: any caption, anybody, what is in front of the reader",
    arguments: [
      "A caption says who stands where. A shadow shows the hour.",
      "If somebody says that the path is dry, ask him when he walked it.",
      "The lamp tells you that the tank is full, and the display says what to do next.",
      "A page may hold a claim that somebody said something somewhere.",
      "Every map says what its signs mean.",
    ])
  func explaining(text: String) {
    #expect(named(text).isEmpty, "\(named(text))")
  }

  @Test(
    "Who is not named is a source all the same, where something is told",
    arguments: [
      ("A spokesman said the pier would open in May.", "A spokesman"),
      ("Critics say the plan came too late.", "Critics"),
      ("An official told the paper that the money was there.", "An official"),
      ("A nurse at the ward said she had seen nothing.", "A nurse"),
      ("A new study says that Maren Holt was right.", "A new study"),
    ])
  func unnamed(text: String, source: String) {
    #expect(named(text).contains { $0.hasPrefix(source) }, "\(named(text))")
  }

  @Test("What is told around a sentence is seen forty words away, and no further")
  func setting() {
    func setting(_ gap: Int) -> SentenceSetting {
      let words = words("you walked past " + String(repeating: "on ", count: gap) + "is it so").0
      return SentenceSetting(words, words.count - 3..<words.count)
    }
    let far = SentenceSetting.vicinity
    #expect(setting(far - 3).address == 1 && setting(far - 2).address == 0)
    #expect(setting(far - 3).story == setting(0).story && setting(far + 3).story == 0)
    #expect(!setting(0).tells, "one verb in the past tells no story")
  }

  private func words(_ text: String) -> (Tokens, [UInt8]) {
    let bytes = Array(text.utf8)
    var tokens = Tokens()
    tokens.read(bytes, lexicon: Tables.shared.lexicon)
    return (tokens, bytes)
  }

  private func span(_ range: Range<Int>, _ tokens: Tokens, _ bytes: [UInt8]) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return String(decoding: bytes[Int(tokens[first].start)..<Int(tokens[last].end)], as: UTF8.self)
  }

  @Test(
    "Sentences without a source",
    arguments: [
      "Lena Ortiz added two goals in the second half.",
      "The ferry left at noon and the crowd went home.",
      "Mix the flour with the eggs and set it aside.",
    ])
  func none(text: String) {
    #expect(named(text).isEmpty, "\(named(text))")
  }

  @Test("Texts in other languages, and texts that are none, are read to their end")
  func foreign() {
    for text in [
      "Der Hafen ist seit Montag geschlossen, sagte die Sprecherin der Stadt.",
      "Le pont est fermé depuis lundi, selon la mairie. « C’est dommage », dit-elle.",
      "橋は月曜日から閉鎖されている、と市は述べた。", "”", "— — —", "said", "“”said", "according to", "via", "(via)",
    ] {
      let piece = marked(blocks: [(.paragraph, text)])
      #expect(piece.citations.allSatisfy { $0.range.upperBound <= text.utf8.count && !$0.range.isEmpty })
    }
  }

  private func named(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return marked(blocks: [(.paragraph, text)]).citations.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }
}
