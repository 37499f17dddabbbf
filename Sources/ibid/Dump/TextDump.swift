import Document
import Layout
import Text

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
    self = TextDump(width: metrics.width, boilerplate: boilerplate)
  }

  mutating func write(_ piece: Piece?) {
    guard let piece else { return }
    for part in DumpPart.parts(of: piece, boilerplate: boilerplate) {
      switch part {
      case .block(let index): write(piece.blocks[index])
      case .fold(let fold): write(Block(role: .paragraph, text: Array(oneRow(fold).utf8)))
      }
    }
  }

  mutating func end(_ head: DumpHead) {}

  /// A blank line stands between blocks, but not between the items of a list.
  private mutating func write(_ block: Block) {
    let isTight = block.role == .listItem && previous == .listItem
    if previous != nil, !isTight { bytes.append(0x0A) }
    previous = block.role
    for row in rows(of: block, metrics: metrics) {
      let start = bytes.count
      write(row, block.text)
      while bytes.count > start, bytes.last == 0x20 { bytes.removeLast() }
      bytes.append(0x0A)
    }
  }

  /// The row of a fold, its label cut to what the width leaves.
  private func oneRow(_ fold: Fold) -> String {
    var fold = fold
    var label = fold.label
    while columns(of: fold.row) > metrics.width, !label.isEmpty {
      label.removeLast()
      fold.label = label + "…"
    }
    return fold.row
  }

  private mutating func write(_ row: Row, _ text: [UInt8]) {
    var column = 0
    for fragment in row.fragments {
      pad(from: &column, to: fragment.column)
      if let sign = fragment.sign {
        bytes.append(contentsOf: sign.utf8)
        column += columns(of: sign)
      } else if isPlain(text, fragment.range) {
        bytes.append(contentsOf: text[fragment.range])
        column += fragment.range.count
      } else {
        write(placedGlyphs(of: fragment, in: text, metrics), text, &column)
      }
    }
  }

  private mutating func write(_ glyphs: PlacedGlyphs, _ text: [UInt8], _ column: inout Int) {
    for place in glyphs {
      pad(from: &column, to: place.column)
      if place.glyph.isTab {
        pad(from: &column, to: place.column + place.columns)
      } else if place.glyph.isStandIn || place.glyph.isSpace {
        append(place.glyph.base)
      } else if place.glyph.base != 0 {
        bytes.append(contentsOf: text[place.range])
      }
      column = place.column + place.columns
    }
  }

  private mutating func pad(from column: inout Int, to target: Int) {
    guard target > column else { return }
    bytes.append(contentsOf: repeatElement(0x20, count: target - column))
    column = target
  }

  private mutating func append(_ scalar: UInt32) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}

/// Every byte is a sign of one column: printable ASCII.
private func isPlain(_ text: [UInt8], _ range: Range<Int>) -> Bool {
  for index in range where text[index] &- 0x20 >= 0x5F { return false }
  return true
}
