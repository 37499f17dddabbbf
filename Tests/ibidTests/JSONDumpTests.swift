import Document
import Foundation
import Testing

@testable import ibid

/// The JSON of articles that are made by hand.
struct JSONDumpTests {
  /// Two blocks, the second a fold; the first with a claim that cites, all after letters of several bytes.
  private func piece() -> Piece {
    let text = Array("Ünal said “é” grew 5 %. So?".utf8)
    let claim = Claim(
      kinds: [.quantity, .attribution], reasons: [Reason("a figure with a unit", evidence: 25..<28)],
      support: .attributed, citations: [0])
    let first = Block(
      role: .paragraph, text: text, inlines: [Inline(range: 11..<19, style: .link, link: 0)],
      sentences: [Sentence(range: 0..<29, score: 0.9, claim: claim), Sentence(range: 30..<33, score: 0.3)])
    let second = Block(
      role: .paragraph, text: Array("Give us money".utf8),
      boilerplate: Boilerplate(kind: .appeal, score: 0.8, reasons: [Reason("it asks for money")]))
    return Piece(
      extent: 0..<2, blocks: [first, second],
      folds: [Fold(kind: .boilerplate(.appeal), blocks: 1...1, words: 3, label: "Give us money")],
      links: [Link(href: "https://e.org", block: 0, range: 11..<19, kind: .external)],
      citations: [
        Citation(
          block: 0, range: 0..<5, source: Source(name: "Ünal", kind: .person), cue: "said", link: 0, status: .linked),
        Citation(block: 0, range: 11..<19, status: .lost),
      ])
  }

  private func dump(_ pieces: [Piece?], allScores: Bool = false) throws -> [String: Any] {
    var dump = JSONDump(allScores: allScores)
    dump.begin(pieces: pieces.count)
    var bytes: [UInt8] = []
    for piece in pieces {
      dump.write(piece)
      bytes += dump.bytes
      dump.bytes = []
    }
    let origin = Origin(location: "x", mediaType: "text/plain", charset: "UTF-8", bytes: 3)
    dump.end(DumpHead(origin: origin, metadata: Metadata(title: "T"), words: 239))
    bytes += dump.bytes
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func array(_ object: [String: Any], _ name: String) throws -> [[String: Any]] {
    try #require(object[name] as? [[String: Any]])
  }

  @Test func rangesCountScalars() throws {
    let object = try dump([piece()])
    let block = try array(object, "blocks")[0]
    let text = Array(try #require(block["text"] as? String).unicodeScalars)
    let ranges = try array(block, "sentences").map { try #require($0["range"] as? [Int]) }
    #expect(String(String.UnicodeScalarView(text[ranges[1][0]..<ranges[1][1]])) == "So?")
    let link = try array(object, "links")[0]
    let range = try #require(link["range"] as? [Int])
    #expect(link["text"] as? String == String(String.UnicodeScalarView(text[range[0]..<range[1]])))
    #expect(try array(block, "spans")[0]["range"] as? [Int] == range)
  }

  @Test func aMarkedClaimSaysAllAndAnotherNothing() throws {
    let sentences = try array(try array(try dump([piece()]), "blocks")[0], "sentences")
    let claim = try #require(sentences[0]["claim"] as? [String: Any])
    #expect(claim["kinds"] as? [String] == ["quantity", "attribution"])
    #expect(claim["support"] as? String == "attributed")
    #expect(claim["citations"] as? [Int] == [0])
    #expect((claim["reasons"] as? [String])?.first?.hasPrefix("a figure with a unit: ") == true)
    #expect(sentences[1]["claim"] is NSNull)
  }

  @Test func allScoresGiveUnmarkedSentencesNoKinds() throws {
    let sentences = try array(try array(try dump([piece()], allScores: true), "blocks")[0], "sentences")
    let claim = try #require(sentences[1]["claim"] as? [String: Any])
    #expect(claim["score"] as? Double == 0.3)
    #expect(claim["kinds"] as? [String] == [])
    #expect(claim["support"] as? String == "none")
  }

  @Test func aSentenceIsMarkedFromTheNormalThresholdOn() throws {
    for (score, isMarked) in [(0.5, true), (0.499, false)] {
      var piece = piece()
      piece.blocks[0].sentences[0].score = score
      let claim = try array(try array(try dump([piece]), "blocks")[0], "sentences")[0]["claim"]
      #expect((claim is NSNull) != isMarked, "\(score)")
    }
  }

  @Test func idsAreDenseAcrossPieces() throws {
    let object = try dump([piece(), nil, piece()])
    for name in ["blocks", "folds", "links", "sources", "citations"] {
      let ids = try array(object, name).map { $0["id"] as? Int }
      #expect(ids == Array(0..<ids.count), "\(name)")
    }
    #expect(try array(object, "folds")[1]["blocks"] as? [Int] == [3, 3])
    let citations = try array(object, "citations")
    #expect(citations.map { $0["block"] as? Int } == [0, 0, 2, 2])
    #expect(citations.map { $0["link"] as? Int } == [0, nil, 1, nil])
    let claim = try array(try array(object, "blocks")[2], "sentences")[0]["claim"] as? [String: Any]
    #expect(claim?["citations"] as? [Int] == [2])
  }

  @Test func aSourceThatIsCitedTwiceIsOne() throws {
    let object = try dump([piece(), piece()])
    #expect(try array(object, "sources").map { $0["name"] as? String } == ["Ünal"])
    #expect(try array(object, "citations").map { $0["source"] as? Int } == [0, nil, 0, nil])
  }

  @Test func manyPiecesSayTheSameAsOne() throws {
    let one = try dump([piece()])
    let streamed = try dump([piece(), nil])
    #expect(one as NSDictionary == streamed as NSDictionary)
  }

  @Test func minutesAreRoundedUp() {
    let origin = Origin(location: "", mediaType: "", charset: "", bytes: 0)
    for (words, minutes) in [(0, 0), (1, 1), (238, 1), (239, 2)] {
      #expect(DumpHead(origin: origin, metadata: Metadata(), words: words).minutes == minutes)
    }
  }

  @Test func partsFollowTheChoice() {
    let piece = piece()
    #expect(DumpPart.parts(of: piece, boilerplate: .show) == [.block(0), .block(1)])
    #expect(DumpPart.parts(of: piece, boilerplate: .hide) == [.block(0)])
    #expect(DumpPart.parts(of: piece, boilerplate: .fold) == [.block(0), .fold(piece.folds[0])])
    var size = ArticleSize()
    size.add(piece)
    #expect(size.words == 6)
    #expect(size.hasText)
  }
}
