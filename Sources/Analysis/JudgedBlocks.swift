import Document

extension Piece {
  /// The indexes of the blocks that are judged: all but images without text.
  var judgedBlocks: [Int] { blocks.indices.filter { !blocks[$0].isPicture } }

  /// Its blocks as they are judged: an image without text says nothing, and must not move what stands around it; a
  /// definition is prose, however it is set.
  package func judged() -> Piece {
    var piece = self
    piece.blocks = judgedBlocks.map { blocks[$0] }
    for index in piece.blocks.indices where piece.blocks[index].isDefinition { piece.blocks[index].level = 0 }
    return piece
  }

  /// All its blocks are judged as they are.
  var isJudgedAsItIs: Bool { !blocks.contains { $0.isPicture || $0.isDefinition } }
}

/// Folds images with what they belong to: a caption, else whichever neighbour shares the smaller part of the page with
/// them, else what stands on both sides. The other blocks are judged.
func foldPictures(_ piece: inout Piece) {
  var before: Int?
  var index = 0
  while index < piece.blocks.count {
    guard piece.blocks[index].isPicture else {
      before = index
      index += 1
      continue
    }
    var end = index
    while end < piece.blocks.count, piece.blocks[end].isPicture { end += 1 }
    let after = end < piece.blocks.count ? end : nil
    for picture in index..<end {
      piece.blocks[picture].boilerplate = boilerplate(of: picture, between: before, and: after, in: piece)
    }
    index = end
  }
}

private func boilerplate(of picture: Int, between before: Int?, and after: Int?, in piece: Piece) -> Boilerplate? {
  guard let first = before ?? after else { return nil }
  var owners = [first, after ?? first]
  if piece.blocks[owners[1]].role == .caption {
    owners.removeFirst()
  } else {
    let shared = owners.map { sharedElement(piece.blocks[picture].element, piece.blocks[$0].element, piece) }
    if shared[0] != shared[1] { owners.remove(at: shared[0] > shared[1] ? 1 : 0) }
  }
  guard owners.allSatisfy({ isFolded(piece.blocks[$0]) }), let owner = piece.blocks[owners[0]].boilerplate else {
    return nil
  }
  return Boilerplate(kind: owner.kind, score: owner.score, reasons: [Reason("an image beside what is folded")])
}

/// Elements above a block that are looked at.
private let reach = 64

/// The innermost element that holds both; -1: none within reach. An element comes behind the one that holds it.
private func sharedElement(_ a: Int?, _ b: Int?, _ piece: Piece) -> Int {
  var (a, b) = (a ?? -1, b ?? -1)
  var steps = 0
  while a != b, steps < reach {
    if a > b { a = piece.elements[a].parent ?? -1 } else { b = piece.elements[b].parent ?? -1 }
    steps += 1
  }
  return a == b ? a : -1
}
