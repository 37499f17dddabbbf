import CAssets
import Document

/// Tells the article from what is not by two looks at each block; a model for pages, and one for text without markup.
package struct FoldingModel: Sendable {
  private let first: TreeModel
  private let second: TreeModel

  /// nil: the bytes are no models. They must stay where they are.
  package init?(first: UnsafeRawBufferPointer, second: UnsafeRawBufferPointer) {
    guard let first = TreeModel(first), let second = TreeModel(second) else { return nil }
    self.first = first
    self.second = second
  }

  var featureCounts: (first: Int, second: Int) { (first.featureCount, second.featureCount) }

  static let page = FoldingModel(first: ibid_model_page_first().buffer, second: ibid_model_page_second().buffer)
  static let text = FoldingModel(first: ibid_model_text_first().buffer, second: ibid_model_text_second().buffer)

  /// What one model alone says of rows of features; empty: the bytes are none.
  package static func look(_ bytes: UnsafeRawBufferPointer, _ vectors: [[Float]]) -> [Float] {
    TreeModel(bytes).map { vectors.map($0.probability) } ?? []
  }

  /// Of each block the probability that it is the article.
  func article(_ sight: BlockSight) -> [Float] {
    sight.second(after: sight.first(first.probability), second.probability)
  }
}

/// What the models see of the blocks of a piece: for the reader, and for those who fit the models.
package struct BlockSight {
  let features: [BlockFeatures]
  let odds: [KindScores]
  let kinds: [Boilerplate.Kind?]
  let scene: PageScene
  let outline: PageOutline
  private let piece: Piece
  private let tokens: PieceTokens

  init(_ piece: Piece, _ tokens: PieceTokens, context: Context) {
    var reader = BlockReader(tables: Tables.shared, publication: context.publication)
    var features = piece.blocks.indices.map { reader.features(of: piece.blocks[$0], tokens[$0]) }
    for index in features.indices where features[index].words <= ContextReader.longestLine {
      features[index].repeats = max(1, context.lines[features[index].fingerprint])
    }
    for (index, share) in Echo.shares(of: tokens, count: features.count).enumerated() { features[index].echo = share }
    let scene = PageScene(features)
    let sequence = BlockSequence(features: features, scene: scene)
    self.features = features
    self.piece = piece
    self.tokens = tokens
    self.scene = scene
    outline = PageOutline(piece, features)
    odds = sequence.odds
    kinds = sequence.kinds()
  }

  /// The share of words of grammar in prose of a language whose words are known is several times this.
  private static let grammarShare = 0.1

  /// The words of grammar are known.
  var isKnownLanguage: Bool {
    var (words, grammar) = (0, 0)
    for block in features where block.isProse {
      words += block.words
      grammar += block.function
    }
    return Double(grammar) >= Double(words) * Self.grammarShare
  }

  package init(_ piece: Piece, metadata: Metadata) {
    let tokens = PieceTokens(piece, lexicon: Tables.shared.lexicon)
    self.init(piece, tokens, context: Context(piece, tokens, metadata: metadata))
  }

  /// Of each block its features at the first look.
  package var firstVectors: [[Float]] { first { $0 } }

  /// What `look` makes of them: they are many, and held for one block at a time.
  func first<Result>(_ look: ([Float]) -> Result) -> [Result] {
    let vectors = BlockVectors(self, piece, tokens)
    return features.indices.map { look(vectors.vector(of: $0, tokens[$0])) }
  }

  /// The same at the second, after the first said how likely each is the article.
  package func secondVectors(after first: [Float]) -> [[Float]] { second(after: first) { $0 } }

  func second<Result>(after first: [Float], _ look: ([Float]) -> Result) -> [Result] {
    let surroundings = BlockSurroundings(self, piece, first: first)
    return features.indices.map { look(surroundings.vector(of: $0)) }
  }

  /// Words of each block.
  package var words: [Int] { features.map(\.words) }
}
