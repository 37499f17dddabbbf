import Document
import Text

/// What a dump says of a document besides its blocks.
struct DumpHead {
  var origin: Origin
  var metadata: Metadata
  /// Of the article, without its boilerplate.
  var words: Int

  /// Words a minute of an adult who reads English prose silently: Brysbaert, "How many words do we read per minute?",
  /// Journal of Memory and Language 109 (2019), the mean for non-fiction.
  static let wordsPerMinute = 238

  /// At least one where there is anything to read.
  var minutes: Int { (words + Self.wordsPerMinute - 1) / Self.wordsPerMinute }
}

/// A format: turns a document, piece after piece, into bytes.
protocol DumpWriter {
  /// What was written since somebody last took it.
  var bytes: [UInt8] { get set }

  /// Begins a document of so many pieces.
  mutating func begin(pieces: Int)
  /// The next piece; nil: one that could not be read.
  mutating func write(_ piece: Piece?)
  mutating func end(_ head: DumpHead)
}

/// What stands in a dump: a block, or a row in place of several.
enum DumpPart: Equatable {
  /// Index of the piece's block.
  case block(Int)
  case fold(Fold)

  /// The parts of a piece, in order.
  static func parts(of piece: Piece, boilerplate: BoilerplateChoice) -> [DumpPart] {
    var parts: [DumpPart] = []
    var next = 0
    for fold in piece.folds where closes(fold, boilerplate) && fold.blocks.lowerBound >= next {
      parts += (next..<min(fold.blocks.lowerBound, piece.blocks.count)).map { .block($0) }
      if boilerplate == .fold { parts.append(.fold(fold)) }
      next = fold.blocks.upperBound + 1
    }
    if next < piece.blocks.count { parts += (next..<piece.blocks.count).map { .block($0) } }
    return parts
  }

  /// What a page itself folds (`<details>`) is the article's, and only a fold's row takes its place.
  private static func closes(_ fold: Fold, _ boilerplate: BoilerplateChoice) -> Bool {
    switch boilerplate {
    case .show: false
    case .fold: true
    case .hide: fold.kind != .details
    }
  }
}

/// How long an article is, without its boilerplate.
struct ArticleSize {
  private(set) var words = 0
  /// There is something to read, or to look at.
  private(set) var hasText = false

  mutating func add(_ piece: Piece) {
    for case .block(let index) in DumpPart.parts(of: piece, boilerplate: .hide) {
      let block = piece.blocks[index]
      words += Text.words(in: block.text, 0..<block.text.count)
      hasText = hasText || block.image != nil || block.text.contains { $0 > 0x20 }
    }
  }
}
