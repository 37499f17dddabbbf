import CAssets
import Document

extension ClaimModel {
  /// What ships; without it nothing is a claim.
  static let shared: ClaimModel = {
    guard let model = shipped else {
      preconditionFailure("the model of claims is built in whole")
    }
    return model
  }()

  /// nil: what is built in is of another size than what is read.
  static var shipped: ClaimModel? { ClaimModel(ibid_model_claims().buffer) }
}

/// What is seen of the sentences of a piece, for those who fit the model of claims.
package struct ClaimSight {
  package struct SentenceSight {
    package let block: Int
    package let range: Range<Int>
    package let features: [Float]
    package let places: [Int]
    /// Of each word its place in the vocabulary.
    package let meanings: [Int]
  }

  package let sentences: [SentenceSight]
  package static let featureCount = ClaimVector.room
  package static let placeCount = ClaimWords.size
  package static let vocabularySize = ClaimWords.vocabularySize

  /// The words of a text, each by its place in the vocabulary.
  package static func words(of text: [UInt8]) -> [Int] {
    var tokens = Tokens()
    tokens.read(text, lexicon: Tables.shared.lexicon)
    return (0..<tokens.count).map { ClaimWords.meaning(tokens[$0]) }
  }

  /// Sources are told by the model in `sources`, which must stay where it is.
  package init(_ piece: Piece, metadata: Metadata, sources: UnsafeRawBufferPointer) {
    var piece = piece
    guard let model = SourceModel(sources), let claims = ClaimModel.blank else {
      sentences = []
      return
    }
    let (tokens, context) = fold(first: &piece, metadata: metadata)
    var reader = PieceReader(context: context, model: claims, sources: model)
    reader.vectors = []
    for index in piece.blocks.indices { reader.read(piece, block: index, tokens) }
    let vectors = reader.vectors ?? []
    let words = zip(reader.words, reader.meanings)
    sentences = zip(reader.places, zip(vectors, words)).map { place, seen in
      SentenceSight(
        block: place.block, range: place.range, features: (0..<ClaimVector.room).map { seen.0.values[$0] },
        places: seen.1.0, meanings: seen.1.1)
    }
  }

  /// The piece with all its marks, told by the models in these bytes, which must stay where they are.
  package static func marked(
    _ piece: Piece, metadata: Metadata, claims claimBytes: UnsafeRawBufferPointer, sources: UnsafeRawBufferPointer
  ) -> Piece {
    var piece = piece
    guard let model = ClaimModel(claimBytes), let sources = SourceModel(sources) else { return piece }
    let (tokens, context) = fold(first: &piece, metadata: metadata)
    claims(&piece, tokens, context: context, model: model, sources: sources)
    return piece
  }

  /// The page's scores out of sentences' own log-odds, in order.
  package static func scores(_ logits: [Float]) -> [Double] { ClaimPage.logits(logits).map(logistic) }
}
