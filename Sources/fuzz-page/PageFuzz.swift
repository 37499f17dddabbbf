// `make fuzz` links this file and the rooms that it needs for libFuzzer; else it replays the files it is given.
import Document
import Reading

#if !FUZZING
  import Fetch
#endif

/// Reads bytes as a page of HTML, from a server and from standard input, and looks whether what comes of it holds together.
enum PageFuzz {
  static func run(_ bytes: [UInt8]) {
    let text = transcoded(bytes, from: HTMLPage.charset(of: bytes, declared: nil)).text
    for location in ["https://courier.example/a/b?c#d", "-"] {
      check(HTMLPage.read(text, base: LinkBase(location: location)).piece)
    }
    checkPieces(ParsedPage(text, base: LinkBase(location: "a.html")))
  }

  /// However a page is parted, it is the same text.
  private static func checkPieces(_ page: ParsedPage) {
    guard let parted = PiecedPage(page, limits: PiecedPage.Limits(short: 32, whole: .max, piece: 64)),
      let pieced = PiecedPage(page, limits: PiecedPage.Limits(short: 32, whole: 32, piece: 64))
    else { return }
    let (whole, _, first) = parted.whole()
    check(whole)
    precondition(first <= whole.blocks.count, "a piece of the whole")
    precondition(texts([parted.piece(0)]) == texts(whole.blocks[..<first]), "the first piece is the beginning")
    let pieces = (0..<pieced.count).map(pieced.piece)
    precondition(texts(pieces) == texts(whole.blocks[...]), "the pieces are the page")
    precondition(pieces.last?.extent.upperBound == pieced.extent, "the pieces end with the page")
    for (one, next) in zip(pieces, pieces.dropFirst()) {
      precondition(one.extent.upperBound == next.extent.lowerBound, "pieces follow each other")
    }
  }

  private static func texts(_ pieces: [Piece]) -> [[UInt8]] { pieces.flatMap { texts($0.blocks[...]) } }
  private static func texts(_ blocks: ArraySlice<Block>) -> [[UInt8]] {
    blocks.map(\.text).filter { !$0.isEmpty }
  }

  private static func check(_ piece: Piece) {
    var extent = 0
    for block in piece.blocks {
      precondition(block.extent.lowerBound == extent, "blocks follow each other")
      extent = block.extent.upperBound
      precondition(block.extent.count == block.text.count, "a block is as long as its text")
      precondition(isValidUTF8(block.text), "text is UTF-8")
      check(block)
      if let element = block.element { precondition(piece.elements.indices.contains(element), "a known element") }
      if let note = block.note { precondition(piece.blocks.indices.contains(note.index), "a known note") }
    }
    precondition(extent == piece.extent.upperBound, "the blocks are the piece")
    for link in piece.links { check(link, piece) }
    for (index, element) in piece.elements.enumerated() {
      precondition((element.parent ?? -1) < index, "what holds an element comes before it")
    }
    var end = 0
    for fold in piece.folds {
      precondition(fold.blocks.lowerBound >= end && fold.blocks.upperBound < piece.blocks.count, "folds are in order")
      end = fold.blocks.upperBound + 1
    }
  }

  private static func check(_ block: Block) {
    let whole = 0..<block.text.count
    for inline in block.inlines { precondition(inline.range.clamped(to: whole) == inline.range, "a style in the text") }
    for cell in block.table?.rows.flatMap({ $0 }) ?? [] {
      precondition(cell.range.clamped(to: whole) == cell.range, "a cell in the text")
    }
  }

  private static func check(_ link: Link, _ piece: Piece) {
    precondition(piece.blocks.indices.contains(link.block), "a link in a block")
    let whole = 0..<piece.blocks[link.block].text.count
    precondition(link.range.clamped(to: whole) == link.range, "a link in its text")
    precondition(piece.blocks.indices.contains(link.target?.index ?? 0), "a known target")
  }
}

#if FUZZING
  @_cdecl("LLVMFuzzerTestOneInput")
  public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    PageFuzz.run(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
  }
#else
  /// Replays what the fuzzer found.
  @main struct Replay {
    static func main() {
      for path in CommandLine.arguments.dropFirst() {
        print(path)
        if let bytes = try? ByteSource.whole(path) { PageFuzz.run(bytes) }
      }
    }
  }
#endif
