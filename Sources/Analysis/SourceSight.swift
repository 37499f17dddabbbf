import Document

/// What is seen of the sentences of a piece that may credit somebody, for those who fit the model of sources.
package struct SourceSight {
  package struct SentenceSight {
    package let block: Int
    /// Of the words, in the block's text.
    package let words: [Range<Int>]
    /// For each feature the word that it belongs to, and its place.
    package let owners: [Int]
    package let places: [Int]
  }

  package let sentences: [SentenceSight]
  package static let placeCount = SourceFeatures.size

  package init(_ piece: Piece, metadata: Metadata) {
    var piece = piece
    let (tokens, context) = fold(first: &piece, metadata: metadata)
    guard let model = SourceModel.blank, let claims = ClaimModel.blank else {
      sentences = []
      return
    }
    var reader = PieceReader(context: context, model: claims, sources: model)
    reader.credits = []
    for index in piece.blocks.indices { reader.read(piece, block: index, tokens) }
    sentences = reader.credits ?? []
  }

  /// The piece with all its marks, sources told by the model in `bytes`, which must stay where they are.
  package static func marked(_ piece: Piece, metadata: Metadata, model bytes: UnsafeRawBufferPointer) -> Piece {
    var piece = piece
    guard let model = SourceModel(bytes), let claimModel = ClaimModel.shipped ?? .blank else { return piece }
    let (tokens, context) = fold(first: &piece, metadata: metadata)
    claims(&piece, tokens, context: context, model: claimModel, sources: model)
    return piece
  }
}
