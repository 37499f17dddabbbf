import Analysis
import Document

/// An article of at least `bytes` bytes as news is written, with an appeal and its lines between.
private func article(bytes: Int) -> Piece {
  let paragraphs = [
    "The harbour bridge at Kelso Point was closed on Monday after engineers found cracks in two of its nine piers.",
    "The county opened the bridge in 1967, and about 14,000 cars crossed it every day last year. Repairs are expected "
      + "to cost $23m and to take until March, because the piers stand in deep water and divers work slowly there.",
    "“We saw the first crack in August,” said Maren Holt, the county’s chief engineer, who has looked after the "
      + "bridge for nine years. She said it had been inspected four times since then, according to a 2019 report.",
    "Support our journalism and go ad-free",
    "Ferries carried commuters across the bay on Tuesday, and the queue for the first boat reached the old customs "
      + "house. Some had left home at five in the morning; others slept in their cars beside the landing stage.",
    "For eleven years our reporters have sat in every council meeting for you. If you value our work, please consider "
      + "a donation.",
    "Waiting for the first boat",
  ]
  var blocks: [Block] = []
  var count = 0
  while count < bytes {
    for paragraph in paragraphs {
      let text = Array(paragraph.utf8) + Array(" (\(blocks.count))".utf8)
      blocks.append(Block(role: .paragraph, text: text))
      count += text.count
    }
  }
  return Piece(extent: 0..<count, blocks: blocks)
}

/// What the first paint waits for, of one piece of 64 KB and of a long page.
func timeAnalysis() {
  for bytes in [65_536, 1_000_000] {
    let piece = article(bytes: bytes)
    let size = piece.extent.count
    let context = Context(firstPiece: piece, metadata: Metadata())
    time("analysis, context", bytes: size) {
      _ = Context(firstPiece: piece, metadata: Metadata())
      return piece.blocks.count
    }
    time("analysis, folds", bytes: size) {
      var piece = piece
      fold(&piece, context: context)
      return piece.folds.count
    }
    time("analysis, marks", bytes: size) {
      var piece = piece
      mark(&piece, context: context)
      return piece.citations.count
    }
    time("analysis, first piece", bytes: size) {
      var piece = piece
      _ = mark(first: &piece, metadata: Metadata())
      return piece.citations.count
    }
  }
}

/// What is waited for when a claim leads to its source: 120 sentences ranked, of a page and of a paper.
func timeEvidence() {
  let claim =
    "The county said that repairs of the bridge at Kelso Point, opened in 1967, are expected to cost $23m (Holt, 2019)."
  let context = "Engineers found cracks in two of nine piers. About 14,000 cars crossed the bridge every day last year."
  let page = article(bytes: 40_000).blocks.map(\.text).flatMap { $0.split(separator: 0x2E).map(Array.init) }.prefix(120)
  let paper = page.enumerated().map { index, text in
    text + Array((index % 9 == 0 ? ", as we show in Section 2 (Holt, 2019)." : ".").utf8)
  }
  for (name, sentences) in [("page", Array(page)), ("paper", paper)] {
    let evidence = Evidence()
    let size = sentences.reduce(0) { $0 + $1.count }
    time("evidence, 120 of a \(name)", bytes: size) {
      evidence.rank(claim: claim, context: context, sentences: sentences).order.count
    }
  }
}
