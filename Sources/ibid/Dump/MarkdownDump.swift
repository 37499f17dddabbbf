import Document

/// An article as Markdown: CommonMark with GFM's tables and strikethrough.
struct MarkdownDump: DumpWriter {
  var bytes: [UInt8] = []

  private let boilerplate: BoilerplateChoice
  private var previous: Role?
  /// Columns that the markers of the list items around take, by depth from 1.
  private var markers: [Int] = []

  init(boilerplate: BoilerplateChoice) {
    self.boilerplate = boilerplate
  }

  mutating func begin(pieces: Int) {
    self = MarkdownDump(boilerplate: boilerplate)
  }

  mutating func write(_ piece: Piece?) {
    guard let piece else { return }
    for part in DumpPart.parts(of: piece, boilerplate: boilerplate) {
      switch part {
      case .block(let index): write(piece.blocks[index], links: piece.links)
      case .fold(let fold): write(Block(role: .paragraph, text: Array(fold.row.utf8)), links: [])
      }
    }
  }

  mutating func end(_ head: DumpHead) {}

  private mutating func write(_ block: Block, links: [Link]) {
    let lines = lines(of: block, links: links)
    if lines.isEmpty { return }
    let isTight = block.role == .listItem && previous == .listItem
    if previous != nil, !isTight { bytes.append(0x0A) }
    previous = block.role
    bytes.append(contentsOf: lines)
    bytes.append(0x0A)
  }

  /// The block without the line feed that ends it; empty: it has nothing to show.
  private mutating func lines(of block: Block, links: [Link]) -> [UInt8] {
    if block.role != .listItem { markers = [] }
    switch block.role {
    case .title: return heading(1, block, links)
    case .heading: return heading(min(max(block.level, 1), 6), block, links)
    case .paragraph, .byline, .dateline, .caption, .footnote, .embed: return body(block, links)
    case .listItem: return item(block, links)
    case .quote: return quote(block, links)
    case .code: return fenced(block, block.language ?? "")
    case .math: return fenced(block, "math")
    case .table: return table(block, links)
    case .figure: return figure(block, links)
    case .rule: return Array("---".utf8)
    }
  }

  private func heading(_ level: Int, _ block: Block, _ links: [Link]) -> [UInt8] {
    let text = MarkdownText(block, 0..<block.text.count, links: links, place: .heading).bytes
    return text.isEmpty ? [] : [UInt8](repeating: UInt8(ascii: "#"), count: level) + [0x20] + text
  }

  private func body(_ block: Block, _ links: [Link]) -> [UInt8] {
    MarkdownText(block, 0..<block.text.count, links: links, place: .paragraph).bytes
  }

  private mutating func item(_ block: Block, _ links: [Link]) -> [UInt8] {
    let marker = block.marker ?? 0..<0
    let number = block.ordinal ?? Self.number(block.text[marker])
    let sign = number.map { "\($0). " } ?? "- "
    let depth = max(block.level, 1)
    if markers.count >= depth { markers.removeSubrange((depth - 1)...) }
    let indent = markers.reduce(0, +)
    markers.append(sign.utf8.count)
    let text = MarkdownText(block, marker.upperBound..<block.text.count, links: links, place: .paragraph).bytes
    let lines = Self.indented(text, by: [UInt8](repeating: 0x20, count: indent + sign.utf8.count))
    return [UInt8](repeating: 0x20, count: indent) + Array(sign.utf8) + lines
  }

  /// The number that a marker begins with, where Markdown can say it: of nine digits at most (CommonMark §5.2).
  private static func number(_ marker: ArraySlice<UInt8>) -> Int? {
    let digits = marker.prefix { (0x30...0x39).contains($0) }
    return digits.count > 9 ? nil : Int(String(decoding: digits, as: UTF8.self))
  }

  private func quote(_ block: Block, _ links: [Link]) -> [UInt8] {
    let start = block.marker?.upperBound ?? 0
    let text = MarkdownText(block, start..<block.text.count, links: links, place: .paragraph).bytes
    let sign = Array(repeating: Array("> ".utf8), count: max(block.level, 1)).flatMap { $0 }
    return sign + Self.indented(text, by: sign)
  }

  /// The text with `indent` at the beginning of each line but the first.
  private static func indented(_ text: [UInt8], by indent: [UInt8]) -> [UInt8] {
    text.split(separator: 0x0A, omittingEmptySubsequences: false).joined(separator: [0x0A] + indent).map { $0 }
  }

  private func fenced(_ block: Block, _ language: String) -> [UInt8] {
    let count = max(3, MarkdownText.longestRun(of: 0x60, in: block.text[...]) + 1)
    let fence = [UInt8](repeating: 0x60, count: count)
    let name = language.utf8.filter { $0 > 0x20 && $0 != 0x60 }
    let isEnded = block.text.last == 0x0A
    return fence + name + [0x0A] + block.text + (isEnded ? [] : [0x0A]) + fence
  }

  private func figure(_ block: Block, _ links: [Link]) -> [UInt8] {
    guard let image = block.image, !image.src.isEmpty || block.isPicture else { return body(block, links) }
    let alt = Block(role: .paragraph, text: Array(image.alt.utf8))
    let label = MarkdownText(alt, 0..<alt.text.count, links: [], place: .cell).bytes
    let picture = Array("![".utf8) + label + Array("](".utf8) + MarkdownText.destination(image.src) + Array(")".utf8)
    let text = block.text == alt.text ? [] : body(block, links)
    return picture + (text.isEmpty ? [] : [0x0A, 0x0A] + text)
  }

  /// GFM's table: its first row is the head, and a cell over several columns is followed by empty ones.
  private func table(_ block: Block, _ links: [Link]) -> [UInt8] {
    guard let table = block.table, let first = table.rows.first else { return fenced(block, "") }
    let columns = table.rows.map { row in row.reduce(0) { $0 + max(1, $1.columnSpan) } }.max() ?? 0
    var lines =
      row(first, columns, block, links) + [0x0A] + Array(repeating: Array("|---".utf8), count: columns).joined()
    lines.append(UInt8(ascii: "|"))
    for cells in table.rows.dropFirst() { lines += [0x0A] + row(cells, columns, block, links) }
    return lines
  }

  private func row(_ cells: [Table.Cell], _ columns: Int, _ block: Block, _ links: [Link]) -> [UInt8] {
    var line: [UInt8] = []
    var filled = 0
    for cell in cells {
      let range = cell.range.clamped(to: 0..<block.text.count)
      line += Array("| ".utf8) + MarkdownText(block, range, links: links, place: .cell).bytes + [0x20]
      let more = max(1, cell.columnSpan) - 1
      line += Array(repeating: Array("| ".utf8), count: more).joined()
      filled += 1 + more
    }
    line += Array(repeating: Array("| ".utf8), count: max(0, columns - filled)).joined()
    return line + [UInt8(ascii: "|")]
  }
}
