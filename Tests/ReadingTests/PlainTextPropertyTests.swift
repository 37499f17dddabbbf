import Document
import Foundation
import Testing

@testable import Reading

/// The bytes of a text that are not white space, in order.
func visible(_ bytes: some Sequence<UInt8>) -> [UInt8] {
  String(decoding: Array(bytes), as: UTF8.self).unicodeScalars
    .filter { !$0.properties.isWhitespace }
    .flatMap { Array(String($0).utf8) }
}

/// What every piece must be.
func check(_ piece: Piece, of bytes: [UInt8], _ note: Comment) {
  #expect(visible(piece.blocks.flatMap { $0.text + [0x20] }) == visible(bytes), note)
  var end = piece.extent.lowerBound
  for block in piece.blocks {
    #expect(isValidUTF8(block.text) && !block.text.isEmpty, note)
    #expect(block.extent.lowerBound >= end && block.extent.upperBound <= piece.extent.upperBound, note)
    end = block.extent.upperBound
    var skipped = 0
    for range in block.skips + (block.marker.map { [$0] } ?? []) {
      #expect(range.upperBound <= block.text.count, note)
      #expect(range.upperBound == block.text.count || block.text[range.upperBound] & 0xC0 != 0x80, note)
    }
    for range in block.skips {
      #expect(range.lowerBound >= skipped && !range.isEmpty, note)
      skipped = range.upperBound
    }
  }
}

func piece(_ bytes: [UInt8], isFirst: Bool = true, at start: Int = 0, shape: TextShape? = nil) -> Piece {
  PlainText.piece(
    ofText: bytes, extent: start..<start + bytes.count, isFirst: isFirst, shape: shape ?? TextShape(of: bytes))
}

@Suite struct PlainTextPropertyTests {
  private static let shapes = [
    TextShape(), TextShape(hasBlankLines: false), TextShape(wrapColumn: 72),
    TextShape(wrapColumn: 40, hasBlankLines: false, indentsParagraphs: true),
  ]

  /// Parts that texts are made of, those that mean something first.
  private static let parts = [
    "* ", "- ", "– ", "• ", "1. ", "2) ", "(a) ", "> ", ">> ", ">", "***", "---", "* * *", "===", "    ", "\t", "  ",
    "Photo: ", "By Ann Smith", "3 March 2017", "LONDON (AP) —", "[Figure: x]", "| a | b |", "a  b   c", "x\ty", "+---+",
    "if (a) {", "}", "\n", "\n", "\n\n", "\n\n", "\r\n", "\r", "\u{0C}", "\u{A0}", "\u{3000}", "\u{FEFF}", "é", "漢字。",
    "😀", "“Yes!”", "WORDS IN CAPITALS", "A short line", "It ended there.", "and so on,", "e-\n", "soft\u{AD}hyphen",
    "A longer sentence that goes on for a while, as sentences do, until it ends.", "\u{0B}", "\0", "\u{2028}",
  ]

  @Test(arguments: 0..<300)
  func nothingIsLostInTextsOfParts(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var text = ""
    for _ in 0..<Int.random(in: 0..<60, using: &random) { text += Self.parts.randomElement(using: &random) ?? "" }
    let bytes = Array(text.utf8)
    // A mark at the very beginning is none of the text.
    let expected = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    check(piece(bytes), of: expected, "seed \(seed)")
    for shape in Self.shapes { check(piece(bytes, shape: shape), of: expected, "seed \(seed), \(shape)") }
  }

  @Test(arguments: 0..<200)
  func anyBytesAreRead(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed) + 1000)
    let few: [UInt8] = [
      0x0A, 0x0D, 0x20, 0x3E, 0x2D, 0x2A, 0x31, 0x2E, 0x28, 0x29, 0x09, 0xC2, 0xA0, 0xE2, 0x80, 0x93, 0xFF,
    ]
    let isWild = seed % 2 == 0
    let bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ -> UInt8 in
      isWild ? UInt8.random(in: 0...255, using: &random) : few.randomElement(using: &random) ?? 0
    }
    for shape in Self.shapes {
      let piece = piece(bytes, isFirst: false, shape: shape)
      #expect(piece.blocks.allSatisfy { isValidUTF8($0.text) }, "seed \(seed)")
      // Where lines break, invalid bytes may join to other replaced parts: the valid rest is the same.
      let kept = visible(piece.blocks.flatMap { $0.text }).filter { $0 < 0x80 }
      #expect(kept == visible(bytes).filter { $0 < 0x80 }, "seed \(seed), \(shape)")
    }
  }

  @Test(arguments: 0..<12)
  func piecesJoinToTheWhole(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed) + 2000)
    var text = ""
    while text.utf8.count < 300_000 {
      for _ in 0..<Int.random(in: 1..<40, using: &random) {
        text += ["tax ", "river ", "Ärger ", "a ", "council. ", "“so” ", "漢字"].randomElement(using: &random) ?? ""
        if seed % 3 == 1, Int.random(in: 0..<8, using: &random) == 0 { text += "\n" }
      }
      text += seed % 3 == 2 ? "\r\n" : "\n\n"
    }
    let bytes = Array(text.utf8)
    let shape = TextShape(of: Array(bytes.prefix(PlainText.pieceBytes)))
    let cuts = cuts(of: bytes, shape: shape)
    #expect(cuts == cuts.sorted() && cuts.last == bytes.count)
    var blocks: [Block] = []
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      let part = piece(Array(bytes[start..<end]), isFirst: start == 0, at: start, shape: shape)
      check(part, of: Array(bytes[start..<end]), "seed \(seed), \(start)")
      blocks += part.blocks
    }
    let whole = piece(bytes, shape: shape)
    #expect(blocks.map(\.text) == whole.blocks.map(\.text), "seed \(seed)")
    #expect(blocks.map(\.extent) == whole.blocks.map(\.extent), "seed \(seed)")
  }

  /// Where the pieces begin, found as a reader would, with windows that grow.
  private func cuts(of bytes: [UInt8], shape: TextShape) -> [Int] {
    var cuts = [0]
    for number in 1..<PlainText.pieceCount(size: bytes.count) {
      let start = number * PlainText.pieceBytes
      for look in [100, 4096, PlainText.boundaryWindow] {
        let window = Array(bytes[start..<min(start + look, bytes.count)])
        let isWhole = start + look >= bytes.count
        if let found = PlainText.boundary(in: window, shape: shape, isWhole: isWhole) {
          cuts.append(start + found)
          break
        }
      }
    }
    return cuts + [bytes.count]
  }

  @Test func boundaries() {
    let blank = TextShape()
    func boundary(_ text: String, _ shape: TextShape, isWhole: Bool = true) -> Int? {
      PlainText.boundary(in: Array(text.utf8), shape: shape, isWhole: isWhole)
    }
    #expect(boundary("end of one\n\nTwo", blank) == 11)
    #expect(boundary("end of one\r\n\r\nTwo", blank) == 12)
    #expect(boundary("a\n  \nTwo", blank) == 2)
    #expect(boundary("one line\nand more", blank) == 9)
    #expect(boundary("one line\nand more", blank, isWhole: false) == nil)
    #expect(boundary("one line\nand more\n", TextShape(hasBlankLines: false)) == 9)
    #expect(boundary("no line end", blank) == 0)
    #expect(boundary("", blank) == 0)
    let long = [UInt8](repeating: 0x80, count: 2) + [UInt8](repeating: 0x61, count: PlainText.boundaryWindow)
    #expect(PlainText.boundary(in: long, shape: blank, isWhole: false) == 2)
    #expect(
      boundary("of it\n  And then\nmore", TextShape(wrapColumn: 60, hasBlankLines: false, indentsParagraphs: true)) == 6
    )
  }

  @Test func longRunsTakeLinearTime() {
    // A run of lines without a blank one, in each kind that is looked ahead for.
    for line in [
      "a\n", "    a = b;\n", "    words\n", "a  b\n", "- x\n", "> q\n", "| a |\n", "a\tb\n", "1. x\n", "Aaa\n",
    ] {
      let bytes = Array(String(repeating: line, count: 65536 / line.utf8.count).utf8)
      for shape in Self.shapes {
        let clock = ContinuousClock()
        let time = clock.measure { check(piece(bytes, shape: shape), of: bytes, "\(line)") }
        // Quadratic time would be minutes; unoptimised code on a busy machine takes tenths of a second.
        #expect(time < .seconds(20), "\(line) \(shape)")
      }
    }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["IBID_DATA"] != nil, "IBID_DATA is not set"))
  func nothingIsLostInTheSampleTexts() throws {
    let data = ProcessInfo.processInfo.environment["IBID_DATA"] ?? ""
    let names = try FileManager.default.contentsOfDirectory(atPath: data + "/samples").filter { $0.hasSuffix(".txt") }
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: data + "/samples/" + name)))
      check(piece(bytes), of: bytes, "\(name)")
    }
    let lines = try String(contentsOfFile: data + "/data/interrupted/dev.jsonl", encoding: .utf8).split(separator: "\n")
    for line in lines {
      let page = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let blocks = page?["blocks"] as? [String] ?? []
      for separator in ["\n\n", "\n"] {
        let bytes = Array(blocks.joined(separator: separator).utf8)
        check(piece(bytes), of: bytes, "\(page?["id"] ?? "")")
      }
    }
  }
}
