extension Piece {
  /// Its blocks before `index`, and those from there on as the next piece of the document, each with what was found in it.
  /// What leads from one to the other is known by both.
  package func parted(at index: Int) -> (first: Piece, rest: Piece) {
    let edge = index < blocks.count ? blocks[index].extent.lowerBound : extent.upperBound
    return (
      part(0..<index, edge: index, extent: extent.lowerBound..<edge),
      part(index..<blocks.count, edge: index, extent: edge..<extent.upperBound)
    )
  }

  private func part(_ range: Range<Int>, edge: Int, extent: Range<Int>) -> Piece {
    func moved(_ id: BlockID) -> BlockID {
      BlockID(piece: id.index < edge ? 0 : 1, index: id.index < edge ? id.index : id.index - edge)
    }
    let (keptLinks, newLinks) = Self.kept(links) { range.contains($0.block) }
    let (keptCitations, newCitations) = Self.kept(citations) { range.contains($0.block) }
    var part = Piece(extent: extent, blocks: Array(blocks[range]), elements: elements)
    for index in part.blocks.indices {
      part.blocks[index].note = part.blocks[index].note.map(moved)
      for inline in part.blocks[index].inlines.indices {
        part.blocks[index].inlines[inline].link = part.blocks[index].inlines[inline].link.flatMap { newLinks[$0] }
      }
      for sentence in part.blocks[index].sentences.indices {
        guard let claim = part.blocks[index].sentences[sentence].claim else { continue }
        part.blocks[index].sentences[sentence].claim?.citations = claim.citations.compactMap { newCitations[$0] }
      }
    }
    part.links = keptLinks.map { link in
      var link = link
      link.block -= range.lowerBound
      link.target = link.target.map(moved)
      return link
    }
    part.citations = keptCitations.map { citation in
      var citation = citation
      citation.block -= range.lowerBound
      citation.link = citation.link.flatMap { newLinks[$0] }
      return citation
    }
    part.folds = folds.compactMap { fold in
      let hidden = fold.blocks.clamped(to: range)
      guard let hidden else { return nil }
      if hidden == fold.blocks, range.lowerBound == 0 { return fold }
      return Fold(
        fold.kind, hiding: hidden.lowerBound - range.lowerBound...hidden.upperBound - range.lowerBound, of: part.blocks)
    }
    return part
  }

  /// The elements that are kept, and of each that was its index among them.
  private static func kept<Element>(
    _ all: [Element], _ isKept: (Element) -> Bool
  ) -> (kept: [Element], index: [Int?]) {
    var kept: [Element] = []
    let index = all.map { element -> Int? in
      guard isKept(element) else { return nil }
      kept.append(element)
      return kept.count - 1
    }
    return (kept, index)
  }
}

extension ClosedRange<Int> {
  /// What lies in `range` of it; nil: nothing.
  package func clamped(to range: Range<Int>) -> ClosedRange<Int>? {
    let (low, high) = (Swift.max(lowerBound, range.lowerBound), Swift.min(upperBound, range.upperBound - 1))
    return low <= high ? low...high : nil
  }
}
