import CAssets
import Document

extension ClaimModel {
  /// What ships; without it nothing is a claim.
  static let shared: ClaimModel = {
    guard let model = ClaimModel(ibid_model_claims().buffer) else {
      preconditionFailure("the model of claims is built in whole")
    }
    return model
  }()
}

/// What is seen of the sentences of a piece, for those who fit the model of claims.
package struct ClaimSight {
  package struct SentenceSight {
    package let block: Int
    package let range: Range<Int>
    package let features: [Float]
    package let places: [Int]
  }

  package let sentences: [SentenceSight]
  package static let featureCount = ClaimVector.room
  package static let placeCount = ClaimWords.size

  package init(_ piece: Piece, metadata: Metadata) {
    var piece = piece
    let (tokens, context) = fold(first: &piece, metadata: metadata)
    var reader = PieceReader(context: context)
    reader.vectors = []
    for index in piece.blocks.indices { reader.read(piece, block: index, tokens) }
    let vectors = reader.vectors ?? []
    sentences = zip(reader.places, zip(vectors, reader.words)).map { place, seen in
      SentenceSight(
        block: place.block, range: place.range, features: (0..<ClaimVector.room).map { seen.0.values[$0] },
        places: seen.1)
    }
  }

  /// The page's scores out of sentences' own log-odds, in order.
  package static func scores(_ logits: [Float]) -> [Double] { ClaimPage.logits(logits).map(logistic) }
}
