import CAssets
import Document

/// Tells the article from what is not by two looks at each block; a model for pages, and one for text without markup.
package struct FoldingModel: Sendable {
  private let words: WordWeights
  /// nil: for text, which has no elements.
  private let names: WordWeights?
  private let first: TreeModel
  private let second: TreeModel

  /// nil: the bytes are no models. They must stay where they are.
  init?(
    words: UnsafeRawBufferPointer, names: UnsafeRawBufferPointer?, first: UnsafeRawBufferPointer,
    second: UnsafeRawBufferPointer
  ) {
    guard let words = WordWeights(words, size: BlockWords.size), let first = TreeModel(first),
      let second = TreeModel(second)
    else { return nil }
    self.words = words
    self.names = names.flatMap { WordWeights($0, size: ElementWords.size) }
    self.first = first
    self.second = second
  }

  var featureCounts: (first: Int, second: Int) { (first.featureCount, second.featureCount) }

  static let page = FoldingModel(
    words: ibid_model_page_words().buffer, names: ibid_model_page_names().buffer,
    first: ibid_model_page_first().buffer, second: ibid_model_page_second().buffer)
  static let text = FoldingModel(
    words: ibid_model_text_words().buffer, names: nil, first: ibid_model_text_first().buffer,
    second: ibid_model_text_second().buffer)

  /// What one model alone says of rows of features; empty: the bytes are none.
  package static func look(_ bytes: UnsafeRawBufferPointer, _ vectors: [[Float]]) -> [Float] {
    TreeModel(bytes).map { $0.probabilities(of: vectors.flatMap { $0 }) } ?? []
  }

  /// Of each block the probability that it is the article, and what the tables of weights alone say.
  func article(_ sight: BlockSight) -> (article: [Float], words: WordOdds) {
    let odds = sight.odds(words, names)
    return (sight.second(after: sight.first(odds, first), odds, second), odds)
  }

  /// What tables of weights alone say, of pieces that they were not fitted on; empty: the bytes are none.
  package static func odds(_ sight: BlockSight, words: UnsafeRawBufferPointer, names: UnsafeRawBufferPointer?)
    -> WordOdds?
  {
    guard let words = WordWeights(words, size: BlockWords.size) else { return nil }
    return sight.odds(words, names.flatMap { WordWeights($0, size: ElementWords.size) })
  }
}

/// What the models see of the blocks of a piece: for the reader, and for those who fit the models.
package struct BlockSight {
  let features: [BlockFeatures]
  let odds: [KindScores]
  let kinds: [Boilerplate.Kind?]
  let scene: PageScene
  let outline: PageOutline
  let shapes: BlockShapes
  /// Of each block whether it is a byline that names who wrote the article.
  let namesAuthor: [Bool]
  private let piece: Piece
  private let tokens: PieceTokens

  init(_ piece: Piece, _ tokens: PieceTokens, context: Context) {
    var reader = BlockReader(tables: Tables.shared, publication: context.publication)
    var features = piece.blocks.indices.map { reader.features(of: piece.blocks[$0], tokens[$0]) }
    for index in features.indices where features[index].words <= ContextReader.longestLine {
      features[index].repeats = max(1, context.lines[features[index].fingerprint])
    }
    for (index, share) in Echo.shares(of: tokens, count: features.count).enumerated() { features[index].echo = share }
    shapes = BlockShapes(tokens, features)
    // On pages the elements tell a menu from a list of dates.
    if piece.elements.isEmpty { for index in features.indices { features[index].isEntry = shapes.isEntry(index) } }
    let scene = PageScene(features)
    let sequence = BlockSequence(features: features, scene: scene)
    self.features = features
    self.piece = piece
    self.tokens = tokens
    self.scene = scene
    outline = PageOutline(piece, features)
    namesAuthor = piece.blocks.indices.map { index in
      piece.blocks[index].role == .byline && context.authors.contains { tokens[index].hold($0) }
    }
    odds = sequence.odds
    kinds = sequence.kinds()
  }

  /// The share of words of grammar in prose of a language whose words are known is several times this.
  private static let knownShare: Float = 0.1

  /// The words of grammar are known.
  var isKnownLanguage: Bool { grammarShare >= Self.knownShare }

  /// Words of grammar among those of prose.
  var grammarShare: Float {
    var (words, grammar) = (0, 0)
    for block in features where block.isProse {
      words += block.words
      grammar += block.function
    }
    return words == 0 ? 1 : Float(grammar) / Float(words)
  }

  package init(_ piece: Piece, metadata: Metadata) {
    let tokens = PieceTokens(piece, lexicon: Tables.shared.lexicon)
    self.init(piece, tokens, context: Context(piece, tokens, metadata: metadata))
  }

  /// Of each block its features at the first look.
  package func firstVectors(_ words: WordOdds) -> [[Float]] {
    let vectors = BlockVectors(self, piece, tokens, words: words)
    return features.indices.map { vectors.vector(of: $0, tokens[$0]) }
  }

  func first(_ words: WordOdds, _ model: TreeModel) -> [Float] {
    let vectors = BlockVectors(self, piece, tokens, words: words)
    return probabilities(model) { vectors.vector(of: $0, tokens[$0]) }
  }

  /// The same at the second, after the first said how likely each is the article.
  package func secondVectors(after first: [Float], _ words: WordOdds) -> [[Float]] {
    let surroundings = BlockSurroundings(self, piece, first: first, odds: words)
    return features.indices.map(surroundings.vector)
  }

  func second(after first: [Float], _ words: WordOdds, _ model: TreeModel) -> [Float] {
    let surroundings = BlockSurroundings(self, piece, first: first, odds: words)
    return probabilities(model, surroundings.vector)
  }

  /// What the model says of each block by its features. They are many, and held for a few blocks at a time.
  private func probabilities(_ model: TreeModel, _ vector: (Int) -> [Float]) -> [Float] {
    let together = 32
    return stride(from: 0, to: features.count, by: together).flatMap { start in
      model.probabilities(of: (start..<min(start + together, features.count)).flatMap(vector))
    }
  }

  /// Words of each block.
  package var words: [Int] { features.map(\.words) }

  /// What tables of weights say of each block.
  func odds(_ words: WordWeights, _ names: WordWeights?) -> WordOdds {
    WordOdds(
      words: features.indices.map { words.logOdds(of: tokens[$0]) },
      names: names?.logOdds(ofElements: piece) ?? [Float](repeating: 0, count: features.count))
  }

  /// Places of each block's words, and of the names of what holds it: for those who fit the tables.
  package var places: (words: [[UInt16]], names: [[UInt16]]) {
    (
      features.indices.map { index in
        var places: [UInt16] = []
        BlockWords.each(tokens[index]) { places.append(UInt16($0)) }
        return places
      },
      piece.blocks.map { block in
        var places: [UInt16] = []
        var steps = 0
        for at in outline.path(from: block.element).prefix(ElementWords.reach) {
          ElementWords.each(piece.elements[at], band: ElementWords.band(steps)) { places.append(UInt16($0)) }
          steps += 1
        }
        return places
      }
    )
  }

  package static let placeCounts = (words: BlockWords.size, names: ElementWords.size)
}
