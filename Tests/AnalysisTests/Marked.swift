import Document
import Reading

@testable import Analysis

/// A document of plain text, read and marked as the program does it.
func marked(_ text: String, metadata: Metadata? = nil) -> Piece {
  let bytes = Array(text.utf8)
  var piece = PlainText.piece(ofText: bytes, extent: 0..<bytes.count, isFirst: true, shape: TextShape(of: bytes))
  _ = mark(first: &piece, metadata: metadata ?? PlainText.metadata(of: piece))
  return piece
}

/// Blocks of given roles, marked: nothing depends on how text is read.
func marked(blocks: [(Role, String)], metadata: Metadata = Metadata()) -> Piece {
  var piece = Piece(extent: 0..<0, blocks: blocks.map { Block(role: $0.0, text: Array($0.1.utf8)) })
  let context = Context(firstPiece: piece, metadata: metadata)
  mark(&piece, context: context)
  return piece
}

/// The block's text with its citations in brackets, `[status: span]`, as tables of cases are written.
func cited(_ text: String, before: [String] = [], publisher: String? = nil) -> String {
  let blocks = (before + [text]).map { (Role.paragraph, $0) }
  let piece = marked(blocks: blocks, metadata: Metadata(publisher: publisher))
  let index = piece.blocks.count - 1
  var bytes = piece.blocks[index].text
  let own = piece.citations.filter { $0.block == index }.sorted { $0.range.lowerBound > $1.range.lowerBound }
  for citation in own {
    bytes.insert(contentsOf: "]".utf8, at: citation.range.upperBound)
    bytes.insert(contentsOf: "[\(citation.status.rawValue): ".utf8, at: citation.range.lowerBound)
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The source names that the text's citations lead to.
func sources(_ text: String, before: [String] = []) -> [String] {
  let piece = marked(blocks: (before + [text]).map { (Role.paragraph, $0) })
  return piece.citations.filter { $0.block == before.count }.map { $0.source?.name ?? "-" }
}

extension Piece {
  /// The kind of what is folded, a block; nil is the article.
  var foldedKinds: [String?] {
    blocks.map { isFolded($0) ? $0.boilerplate?.kind.rawValue : nil }
  }

  func text(_ index: Int) -> String { String(decoding: blocks[index].text, as: UTF8.self) }

  /// The score of the only sentence of the last block.
  var lastScore: Double { blocks.last?.sentences.last?.score ?? -1 }
}

/// News paragraphs of the tests' own, to put other things between.
enum Prose {
  static let article = [
    "The harbour bridge at Kelso Point was closed on Monday after engineers found cracks in two of its nine piers.",
    "The county opened the bridge in 1967, and about 14,000 cars crossed it every day last year. Repairs are expected "
      + "to cost $23m and to take until March.",
    "“We saw the first crack in August,” said Maren Holt, the county’s chief engineer. She said the bridge had been "
      + "inspected four times since then.",
    "Ferries carried commuters across the bay on Tuesday, and the queue for the first boat reached the old customs house.",
    "The governor said in a statement that the state would pay for half of the repairs.",
  ]
}
