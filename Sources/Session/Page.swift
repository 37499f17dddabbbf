import Document
import Layout
import Search
import Text

/// How a reader judged a claim.
package enum ClaimMark: String, CaseIterable, Sendable {
  case checked, doubtful, `false`
}

/// How much of the page is shown.
package enum PageView: Sendable, Equatable {
  case article, whole, code
}

/// What of a page is kept from one reading to the next, by content.
package struct SavedPlace: Sendable, Equatable {
  /// The place in the document's own measure, and the beginning of the block's text there.
  package var extent: Int
  package var text: [UInt8]
  package var offset: Int
  /// Verdicts of the reader: the beginning of a block's text → it is the article.
  package var verdicts: [String: Bool]
  /// Claims that the reader marked: the claim's words → the mark.
  package var claims: [String: ClaimMark]

  package init(
    extent: Int = 0, text: [UInt8] = [], offset: Int = 0, verdicts: [String: Bool] = [:],
    claims: [String: ClaimMark] = [:]
  ) {
    self.extent = extent
    self.text = text
    self.offset = offset
    self.verdicts = verdicts
    self.claims = claims
  }
}

/// The selection: whole sentences from one to another.
package struct Selection: Sendable, Equatable {
  package var start: Anchor
  package var end: Anchor
  /// Which end moves.
  package var movesEnd: Bool
}

/// A search and where it stands.
package struct Find {
  package var query: Query
  package var pattern: Pattern
  package var isForward: Bool
  /// All hits, in order, of a page that is wholly read.
  package var hits: [Hit]
  package var isCounted: Bool
  package var current: Hit?
}

package struct Hit: Sendable, Hashable, Comparable {
  package var block: BlockID
  package var range: Range<Int>

  package static func < (a: Hit, b: Hit) -> Bool {
    (a.block, a.range.lowerBound) < (b.block, b.range.lowerBound)
  }
}

/// What is known of a page that is wholly read.
package struct PageCounts: Sendable, Equatable {
  package let claims: Int
  package let sources: Int
  package let lost: Int
  package let words: (article: Int, folded: Int)

  package static func == (a: PageCounts, b: PageCounts) -> Bool {
    a.claims == b.claims && a.sources == b.sources && a.lost == b.lost && a.words == b.words
  }
}

/// An open article and everything about how it is being read.
package struct Page {
  package internal(set) var flow: Flow
  package internal(set) var targets: Sparse<PieceTargets>
  /// The first line of the window, and the anchor that it came from (kept through resizes).
  package internal(set) var top = Place(block: .first)
  var topAnchor = Anchor(block: .first)
  var topLead = 0
  /// The lines that the window shows.
  package internal(set) var window: [FlowLine] = []
  package internal(set) var focus: Focus?
  /// Where the reader was led last, where that was not to a focus: a hit of the search, the end of the selection.
  package internal(set) var cursor: Anchor?
  package internal(set) var sideways = 0
  package internal(set) var view = PageView.article
  var places: [Anchor] = []
  var placeIndex = 0
  var letters: [Character: Anchor] = [:]
  package internal(set) var find: Find?
  package internal(set) var selection: Selection?
  package internal(set) var verdicts: [String: Bool] = [:]
  package internal(set) var claimMarks: [String: ClaimMark] = [:]
  /// More is still arriving (a pipe).
  package internal(set) var isGrowing = false
  /// What is known of the whole page; nil until all of it is read.
  package internal(set) var counts: PageCounts?
  /// Where the last reading ended, until the page is shown.
  var resumesAt: SavedPlace?
  /// For which claim the page is being read, and what was found for it.
  package internal(set) var jump: Jump?
  /// Of a page's code: which page it is the code of.
  var codeOf: Int?

  package var article: Article { flow.article }

  init(article: Article, metrics: Metrics, settings: Settings) {
    flow = Flow(article: article, metrics: metrics)
    targets = Sparse(count: article.pieces.count)
    for index in article.pieces.indices { refold(index, settings: settings) }
  }

  /// As the status line and the panes call it.
  package var name: String {
    let location = article.origin.location
    if location == "-" { return "standard input" }
    let bytes = location.utf8
    guard let end = bytes.lastIndex(where: { $0 != 0x2F }) else { return location }
    let last = bytes[...end]
    let name = last.suffix(from: last.lastIndex(of: 0x2F).map(bytes.index(after:)) ?? bytes.startIndex)
    // What is built in has a name with a colon.
    return String(Substring(name.last == 0x3A ? name.dropLast() : name))
  }

  // MARK: Pieces

  /// Takes the folds of a piece anew: from its blocks, the reader's threshold, and the reader's own verdicts.
  mutating func refold(_ index: Int, settings: Settings) {
    guard let piece = article.pieces[index] else {
      targets[index] = nil
      return
    }
    let isPlain = settings.folding == .normal && verdicts.isEmpty
    let folds = isPlain ? piece.folds : foldRuns(of: piece, settings: settings)
    if flow.foldMaps[index]?.folds != folds { flow.setFolds(folds, at: index) }
    counts = nil
    let map = FoldMap(folds: folds, blockCount: piece.blocks.count)
    targets[index] = PieceTargets(
      piece: piece, index: index, folds: map, threshold: settings.claims.threshold)
  }

  /// Runs of blocks that are boilerplate by the reader's measure, and the piece's own `details`.
  private func foldRuns(of piece: Piece, settings: Settings) -> [Fold] {
    var runs: [(kind: Fold.Kind, blocks: ClosedRange<Int>)] = []
    for (number, block) in piece.blocks.enumerated() {
      let verdict = verdicts.isEmpty ? nil : verdicts[Page.key(of: block)]
      let known = block.boilerplate
      let isFolded = verdict.map { !$0 } ?? ((known?.score ?? 0) >= settings.folding.threshold)
      guard isFolded else { continue }
      let kind = Fold.Kind.boilerplate(known?.kind ?? .other)
      if let last = runs.last, last.kind == kind, last.blocks.upperBound == number - 1 {
        runs[runs.count - 1].blocks = last.blocks.lowerBound...number
      } else {
        runs.append((kind, number...number))
      }
    }
    let folds = runs.map { Fold($0.kind, hiding: $0.blocks, of: piece.blocks) }
    let details = piece.folds.filter { fold in
      fold.kind == .details && !folds.contains { $0.blocks.overlaps(fold.blocks) }
    }
    return (folds + details).sorted { $0.blocks.lowerBound < $1.blocks.lowerBound }
  }

  /// Bytes of a block's text by which a verdict on it is remembered.
  private static let keyLength = 120

  static func key(of block: Block) -> String {
    String(decoding: block.text.prefix(keyLength), as: UTF8.self)
  }

  /// Counts the page anew, where all of it is read.
  mutating func recount() {
    guard counts == nil, let words = wordCounts, let claims = count(of: .claim) else { return }
    counts = PageCounts(
      claims: claims, sources: targets.reduce(into: Set<String>()) { $0.formUnion($1?.sourceNames ?? []) }.count,
      lost: targets.reduce(0) { $0 + ($1?.lostLinks ?? 0) }, words: words)
  }

  /// The heading under which the window begins.
  package var currentHeading: String? {
    guard let block = window.first?.block else { return nil }
    for piece in stride(from: block.piece, through: 0, by: -1) where targets.indices.contains(piece) {
      guard let found = targets[piece]?[.heading].last(where: { $0.block <= block }) else { continue }
      return article.block(found.block)?.role == .heading ? text(found.block, found.range) : nil
    }
    return nil
  }

  // MARK: Targets

  /// How many there are of a kind; nil while the document is not wholly read.
  package func count(of kind: Focus.Kind) -> Int? {
    var sum = 0
    for piece in targets {
      guard let piece else { return nil }
      sum += piece[kind].count
    }
    return isGrowing ? nil : sum
  }

  /// The number of a target among its kind, from 1; nil while what stands before it is not read.
  package func number(of target: Target) -> Int? {
    let kind = target.focus.kind
    var before = 0
    for piece in 0..<target.block.piece {
      guard let known = targets[piece] else { return nil }
      before += known[kind].count
    }
    guard let index = targets[target.block.piece]?[kind].firstIndex(of: target) else { return nil }
    return before + index + 1
  }

  package func target(of focus: Focus) -> Target? {
    switch focus {
    case .claim(let block, let sentence):
      guard let found = article.block(block)?.sentences, found.indices.contains(sentence) else { return nil }
      return Target(focus: focus, block: block, range: found[sentence].range)
    case .citation(let piece, let index):
      guard let found = citation(piece: piece, index: index) else { return nil }
      return Target(focus: focus, block: BlockID(piece: piece, index: found.block), range: found.range)
    case .link(let piece, let index):
      guard let found = link(piece: piece, index: index) else { return nil }
      return Target(focus: focus, block: BlockID(piece: piece, index: found.block), range: found.range)
    case .fold(let block): return article.block(block).map { _ in Target(focus: focus, block: block, range: 0..<0) }
    case .heading(let block):
      return article.block(block).map { Target(focus: focus, block: block, range: 0..<$0.text.count) }
    }
  }

  package func citation(piece: Int, index: Int) -> Citation? {
    guard let found = article.pieces[piece]?.citations, found.indices.contains(index) else { return nil }
    return found[index]
  }

  package func link(piece: Int, index: Int) -> Link? {
    guard let found = article.pieces[piece]?.links, found.indices.contains(index) else { return nil }
    return found[index].followed
  }

  /// All targets of a kind that are known.
  package func all(_ kind: Focus.Kind) -> [Target] {
    targets.flatMap { $0?[kind] ?? [] }
  }

  /// Words of the article, and of what is folded; nil while the document is not wholly read.
  package var wordCounts: (article: Int, folded: Int)? {
    var article = 0
    var folded = 0
    for piece in targets {
      guard let words = piece?.words else { return nil }
      article += words.article
      folded += words.folded
    }
    return isGrowing ? nil : (article, folded)
  }

  /// The text of a range of a block as one line.
  package func text(_ block: BlockID, _ range: Range<Int>) -> String { article.block(block)?.line(range) ?? "" }
}
