import Document
import Layout

/// An article as plain text, wrapped.
struct TextDump: DumpWriter {
  var bytes: [UInt8] = []

  private let boilerplate: BoilerplateChoice
  private let metrics: Metrics
  private var previous: Role?

  init(width: Int, boilerplate: BoilerplateChoice) {
    metrics = Metrics(width: width)
    self.boilerplate = boilerplate
  }

  mutating func begin(pieces: Int) {
    previous = nil
  }

  mutating func write(_ piece: Piece?) {
    guard let piece else { return }
    for part in DumpPart.parts(of: piece, boilerplate: boilerplate) {
      switch part {
      case .block(let index): write(piece.blocks[index])
      case .fold(let fold): write(Block(role: .paragraph, text: Array(fold.row.utf8)))
      }
    }
  }

  mutating func end(_ head: DumpHead) {}

  /// A blank line stands between blocks, but not between the items of a list.
  private mutating func write(_ block: Block) {
    let isTight = block.role == .listItem && previous == .listItem
    if previous != nil, !isTight { bytes.append(0x0A) }
    previous = block.role
    for row in standInRows(of: block, metrics: metrics) { write(row, block.text) }
  }

  private mutating func write(_ row: Row, _ text: [UInt8]) {
    for fragment in row.fragments {
      bytes.append(contentsOf: text[fragment.range])
    }
    bytes.append(0x0A)
  }
}
