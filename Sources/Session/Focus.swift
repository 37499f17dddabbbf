import Document
import Layout
import Text

/// What the reader stands on.
package enum Focus: Sendable, Hashable {
  /// A sentence of a block that is marked as a claim.
  case claim(BlockID, sentence: Int)
  /// A citation by its index in its piece.
  case citation(piece: Int, index: Int)
  case link(piece: Int, index: Int)
  /// A fold by its first block.
  case fold(BlockID)
  case heading(BlockID)

  package enum Kind: String, CaseIterable, Sendable {
    case claim, citation, link, fold, heading
  }

  package var kind: Kind {
    switch self {
    case .claim: .claim
    case .citation: .citation
    case .link: .link
    case .fold: .fold
    case .heading: .heading
    }
  }
}

/// A thing that can have the focus, with where it stands.
package struct Target: Sendable, Hashable {
  package let focus: Focus
  package let block: BlockID
  package let range: Range<Int>

  package var anchor: Anchor { Anchor(block: block, offset: range.lowerBound) }
}

/// All that can have the focus in one piece, in order, by kind; and its words.
package struct PieceTargets: Sendable {
  private var claims: [Target] = []
  private var citations: [Target] = []
  private var links: [Target] = []
  private var folds: [Target] = []
  private var headings: [Target] = []
  /// Words of the article, and words that its folds hide (`details` are part of the article).
  package private(set) var words = (article: 0, folded: 0)
  package private(set) var lostLinks = 0
  /// The names of the sources that it cites.
  package private(set) var sourceNames: Set<String> = []

  package subscript(kind: Focus.Kind) -> [Target] {
    switch kind {
    case .claim: claims
    case .citation: citations
    case .link: links
    case .fold: folds
    case .heading: headings
    }
  }

  /// Those of a block, in order.
  package func all(_ kind: Focus.Kind, in block: BlockID) -> ArraySlice<Target> {
    let all = self[kind]
    let begin = all.partitioningIndex { $0.block.index >= block.index }
    return all[begin...].prefix { $0.block.index == block.index }
  }

  init(piece: Piece, index: Int, folds map: FoldMap, threshold: Double) {
    for (number, block) in piece.blocks.enumerated() {
      let id = BlockID(piece: index, index: number)
      let isFolded = map.fold(of: number).map { $0.kind != .details } ?? false
      let count = Text.words(in: block.text, 0..<block.text.count)
      if isFolded { words.folded += count } else { words.article += count }
      if block.role == .heading || block.role == .title, !isFolded {
        headings.append(Target(focus: .heading(id), block: id, range: 0..<block.text.count))
      }
      if isFolded { continue }
      for (sentence, found) in block.sentences.enumerated() where found.claim != nil && found.score >= threshold {
        claims.append(Target(focus: .claim(id, sentence: sentence), block: id, range: found.range))
      }
    }
    folds = map.folds.map { fold in
      let id = BlockID(piece: index, index: fold.blocks.lowerBound)
      return Target(focus: .fold(id), block: id, range: 0..<0)
    }
    citations = piece.citations.enumerated().compactMap { number, citation in
      if citation.isBoilerplate { return nil }
      if citation.status == .lost { lostLinks += 1 }
      sourceNames.insert(citation.sourceName(in: piece))
      let id = BlockID(piece: index, index: citation.block)
      return Target(focus: .citation(piece: index, index: number), block: id, range: citation.range)
    }
    links = piece.links.enumerated().map { number, link in
      let id = BlockID(piece: index, index: link.block)
      return Target(focus: .link(piece: index, index: number), block: id, range: link.range)
    }
    citations.sort { $0.anchor < $1.anchor }
    links.sort { $0.anchor < $1.anchor }
  }
}

extension Citation {
  /// The name of its source; where none is known, the words that trace it.
  package func sourceName(in piece: Piece) -> String {
    if let source { return sanitised(source.name) }
    guard piece.blocks.indices.contains(block) else { return "" }
    return piece.blocks[block].line(range)
  }
}

extension Block {
  /// A range of its text as one line: white space as single spaces, nothing that a terminal could take for a control.
  package func line(_ range: Range<Int>) -> String {
    guard range.lowerBound >= 0, range.upperBound <= text.count else { return "" }
    return sanitised(String(decoding: oneLine(text[range]), as: UTF8.self))
  }
}
