import Document
import Fetch
import Foundation
import Reading
import Search
import Testing

@testable import ibid

@Suite struct OpeningTests {
  private let folder = NSTemporaryDirectory() + "ibid-opening-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let location = folder + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: location))
    return location
  }

  private func remove() { try? FileManager.default.removeItem(atPath: folder) }

  private func text(of piece: Piece?) -> String {
    String(decoding: Array((piece?.blocks ?? []).map(\.text).joined(separator: [0x20])), as: UTF8.self)
  }

  private static let prose = "The river rose in the night, and nobody had been told. "

  @Test func aShortTextIsOnePiece() throws {
    defer { remove() }
    let bytes = Array("Flood\n\n\(Self.prose)\n".utf8)
    let document = try OpenedDocument.open(location: try file("a.txt", bytes))
    #expect(document.article.pieces.count == 1 && document.article.isComplete && document.isComplete)
    #expect(document.article.metadata.title == "Flood" && document.article.origin.charset == "utf-8")
    #expect(document.article.origin.mediaType == "text/plain" && document.article.origin.bytes == bytes.count)
    #expect(document.article.extent == bytes.count && document.settledPieces == 1)
    #expect(document.piece(0) == document.article.pieces[0])
  }

  @Test func anEmptyFileIsAnEmptyArticle() throws {
    defer { remove() }
    let document = try OpenedDocument.open(location: try file("a.txt", []))
    #expect(document.article.pieces.map { $0?.blocks } == [[]] && document.article.extent == 0)
  }

  @Test func aLongTextIsReadPieceByPiece() throws {
    defer { remove() }
    var bytes: [UInt8] = []
    for number in 0..<6000 { bytes += Array("Paragraph \(number). \(Self.prose)\n\n".utf8) }
    let document = try OpenedDocument.open(location: try file("a.txt", bytes))
    let count = document.article.pieces.count
    let size = PlainText.pieceBytes(ofFile: bytes.count)
    #expect(
      document.article.pieceSize == size && count == PlainText.pieceCount(size: bytes.count, of: size) && count > 4)
    #expect(document.article.pieces[0] != nil && document.article.pieces[1...].allSatisfy { $0 == nil })
    let whole = (0..<count).map { text(of: document.piece($0)) }.joined(separator: " ")
    #expect(whole.split(separator: " ").map(Array.init).count == 6000 * 13)
    #expect(whole.contains("Paragraph 0.") && whole.contains("Paragraph 5999."))
    let pieced = try #require(document.text)
    var end = 0
    for number in 0..<count {
      let extent = pieced.extent(of: number)
      #expect(extent.lowerBound == end && pieced.piece(holding: extent.lowerBound) == number)
      end = extent.upperBound
    }
    #expect(end == bytes.count && document.article.notices == [])
  }

  /// A page with `count` paragraphs, one of which leads to the last.
  private func page(_ count: Int) -> [UInt8] {
    let paragraphs = (0..<count).map { "<p id=p\($0)>Paragraph \($0). \(Self.prose)</p>" }.joined()
    return Array("<!doctype html><title>Flood</title><h1>Flood</h1><a href=#p\(count - 1)>Last</a>\(paragraphs)".utf8)
  }

  @Test func ofALongPageTheFirstScreenIsReadFirst() throws {
    defer { remove() }
    let location = try file("a.html", page(1500))
    let document = try OpenedDocument.open(location: location)
    #expect(document.article.pieces.count == 2 && document.article.pieces[1] == nil)
    let before = try #require(document.article.pieces[0])
    let rest = document.piece(1)
    let after = try #require(document.article.pieces[0])
    #expect(before.blocks.map(\.text) == after.blocks.map(\.text))
    #expect(text(of: after).split(separator: " ").count + text(of: rest).split(separator: " ").count == 1500 * 13 + 2)
    #expect(after.links.first?.target == BlockID(piece: 1, index: rest.blocks.count - 1))
    let whole = try OpenedDocument.open(location: location, hints: OpeningHints(isWhole: true))
    #expect(whole.article.pieces.count == 1)
    #expect(text(of: whole.article.pieces[0]) == text(of: after) + " " + text(of: rest))
  }

  @Test func aPageThatIsStillComingShowsWhatWillStay() throws {
    defer { remove() }
    let location = folder + "/slow.html"
    #expect(mkfifo(location, 0o600) == 0)
    let writer = open(location, O_RDWR)
    let bytes = page(1500)
    let document = try OpenedDocument.open(location: location, hints: OpeningHints(mediaType: .html))
    #expect(document.article.pieces.isEmpty)
    #expect(write(writer, bytes, 9000) == 9000)
    #expect(try document.pump() && !document.isComplete)
    let beginning = try #require(document.article.pieces.first.flatMap { $0 })
    #expect(beginning.blocks.count > 40 && document.article.metadata.title == "Flood")
    let whole = try OpenedDocument.open(location: try file("a.html", bytes), hints: OpeningHints(isWhole: true))
    let all = try #require(whole.article.pieces[0])
    #expect(beginning.blocks.map(\.text) == all.blocks.prefix(beginning.blocks.count).map(\.text))
    close(writer)
  }

  @Test func aVeryLongPageIsReadPieceByPiece() throws {
    defer { remove() }
    let document = try OpenedDocument.open(location: try file("a.html", page(12_000)))
    let count = document.article.pieces.count
    #expect(count > 30 && document.article.pieces[1...].allSatisfy { $0 == nil })
    #expect(text(of: document.piece(count - 1)).contains("Paragraph 11999."))
    let pattern = try Pattern(Query("Paragraph 9000"))
    let hit = try #require(document.hit(of: pattern, from: 0, isForward: true))
    let holder = try #require(document.article.pieceSize.map { hit.at / $0 })
    let found = [holder - 1, holder].flatMap { document.piece($0).blocks }.last { $0.extent.lowerBound <= hit.at }
    #expect(found.map { String(decoding: $0.text, as: UTF8.self).hasPrefix("Paragraph 9000.") } == true)
    #expect(!hit.hasWrapped)
    let back = try #require(document.hit(of: pattern, from: hit.at, isForward: false))
    #expect(back.at == hit.at && back.hasWrapped)
    #expect(document.page?.place(named: Array("p9000".utf8)) == hit.at)
    #expect(document.extent(ofLine: 9002) == document.page?.place(named: Array("p8999".utf8)))
  }

  @Test func aShrunkFileGivesAPartAndANotice() throws {
    defer { remove() }
    var bytes: [UInt8] = []
    for number in 0..<6000 { bytes += Array("Paragraph \(number). \(Self.prose)\n\n".utf8) }
    let location = try file("a.txt", bytes)
    let document = try OpenedDocument.open(location: location)
    truncate(location, off_t(PlainText.pieceBytes(ofFile: bytes.count) + 1000))
    #expect(!document.piece(1).blocks.isEmpty)
    #expect(document.article.notices.count == 1)
    for number in 0..<document.article.pieces.count { _ = document.piece(number) }
    #expect(document.piece(4).blocks.isEmpty && document.article.notices.count == 1)
  }

  @Test func otherCharsetsAndMarkdown() throws {
    defer { remove() }
    let wide = "Flut\n\nDer Fluß stieg über Nacht.\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let utf16 = try OpenedDocument.open(location: try file("a.txt", [0xFF, 0xFE] + wide))
    #expect(text(of: utf16.article.pieces[0]) == "Flut Der Fluß stieg über Nacht.")
    #expect(utf16.article.origin.charset == "utf-16le" && utf16.article.origin.bytes == wide.count + 2)
    let latin = try OpenedDocument.open(location: try file("b.txt", Array("Der Flu".utf8) + [0xDF, 0x2E]))
    #expect(text(of: latin.article.pieces[0]) == "Der Fluß." && latin.article.origin.charset == "windows-1252")
    let markdown = try OpenedDocument.open(location: try file("c.md", Array("# Flood\n\nA [link](d.md).\n".utf8)))
    #expect(markdown.article.pieces[0]?.links.map(\.href) == [folder + "/d.md"] && markdown.text == nil)
    #expect(markdown.article.metadata.title == "Flood" && markdown.article.extent == 12)
    let forced = try OpenedDocument.open(location: folder + "/c.md", hints: OpeningHints(mediaType: .text))
    #expect(text(of: forced.article.pieces[0]).contains("[link](d.md)"))
  }

  @Test func whatIsNoTextIsRefused() throws {
    defer { remove() }
    let location = try file("a.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0])
    #expect(throws: FetchError.notText(location: location, kind: "a PNG image")) {
      try OpenedDocument.open(location: location)
    }
    #expect(throws: FetchError.isDirectory(location: folder)) { try OpenedDocument.open(location: folder) }
  }

  @Test func aStreamGrows() throws {
    defer { remove() }
    let location = folder + "/fifo"
    #expect(mkfifo(location, 0o600) == 0)
    let document = try OpenedDocument.open(location: location)
    #expect(document.article.pieces.isEmpty && !document.isComplete && document.fileDescriptor != nil)
    let writer = Glibc.open(location, O_WRONLY | O_NONBLOCK)
    #expect(try !document.pump())
    func send(_ text: String) throws {
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        let sent = bytes.withUnsafeBytes { Glibc.write(writer, $0.baseAddress, $0.count) }
        if sent > 0 { bytes = bytes.dropFirst(sent) }
        _ = try document.pump()
      }
      while try document.pump() {}
    }
    try send("Flood\n\nThe river ")
    #expect(text(of: document.article.pieces[0]) == "Flood The river" && document.settledPieces == 0)
    try send("rose in the night.\n\n")
    #expect(text(of: document.article.pieces[0]) == "Flood The river rose in the night.")
    var sent = "Flood The river rose in the night."
    for hundred in 0..<40 {
      let paragraphs = (0..<100).map { "Paragraph \(hundred * 100 + $0). \(Self.prose.dropLast())" }
      try send(paragraphs.joined(separator: "\n\n") + "\n\n")
      sent += " " + paragraphs.joined(separator: " ")
    }
    let settled = document.settledPieces
    #expect(settled > 2 && settled < document.article.pieces.count + 1)
    let before = (0..<settled).map { text(of: document.piece($0)) }
    close(writer)
    try document.finish()
    #expect(document.isComplete && document.settledPieces == document.article.pieces.count)
    #expect((0..<settled).map { text(of: document.piece($0)) } == before)
    let whole = (0..<document.article.pieces.count).map { text(of: document.piece($0)) }.joined(separator: " ")
    #expect(whole == sent)
  }

  @Test func theGuideIsMarkdown() throws {
    let document = try OpenedDocument.open(location: guideLocation)
    #expect(document.article.origin.mediaType == "text/markdown" && document.article.metadata.title != nil)
  }
}
