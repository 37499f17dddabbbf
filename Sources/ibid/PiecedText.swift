import Document
import Fetch
import Reading

/// A plain text as pieces, each of which can be found and read alone, on any thread.
struct PiecedText: Sendable {
  var window: ByteWindow
  let shape: TextShape
  /// Piece k begins at the first boundary at or after k times this.
  var pieceBytes = PlainText.pieceBytes
  /// More bytes may come after the last one.
  var isGrowing = false

  /// Bytes read at first to find where a piece begins; paragraphs are shorter.
  private static let firstLook = 4096

  var size: Int { window.size }

  var count: Int { PlainText.pieceCount(size: size, of: pieceBytes) }

  /// How many pieces will stay as they are when more bytes come.
  var settledCount: Int {
    guard isGrowing else { return count }
    var settled = count
    while settled > 0, knownStart(of: settled) == nil { settled -= 1 }
    return settled
  }

  /// The bytes that piece `number` holds.
  func extent(of number: Int) -> Range<Int> {
    let start = start(of: number)
    return start..<max(start, self.start(of: number + 1))
  }

  /// Piece `number`, without marks; shorter than its extent where the file has shrunk.
  func piece(_ number: Int) -> Piece {
    let extent = extent(of: number)
    let bytes = window.read(extent)
    return PlainText.piece(
      ofText: bytes, extent: extent.lowerBound..<extent.lowerBound + bytes.count, isFirst: number == 0, shape: shape)
  }

  /// The piece that holds the byte at `offset`.
  func piece(holding offset: Int) -> Int {
    let number = min(max(offset, 0) / pieceBytes, count - 1)
    return number > 0 && offset < start(of: number) ? number - 1 : number
  }

  private func start(of number: Int) -> Int { knownStart(of: number) ?? size }

  /// nil: the bytes that tell have not come.
  private func knownStart(of number: Int) -> Int? {
    let multiple = number * pieceBytes
    if number <= 0 { return 0 }
    if multiple >= size { return isGrowing ? nil : size }
    var look = Self.firstLook
    while true {
      look = min(look, PlainText.boundaryWindow)
      let bytes = window.read(multiple..<multiple + look)
      let isAll = multiple + look >= size && !isGrowing
      if let found = PlainText.boundary(in: bytes, shape: shape, isWhole: isAll) { return multiple + found }
      if look == PlainText.boundaryWindow || bytes.count < look { return isGrowing ? nil : multiple }
      look *= 4
    }
  }
}
