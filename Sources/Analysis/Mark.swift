import Document
import Text

/// The same for the first piece of a document, whose words are read once for its context and its marks.
///
/// `hasClaims`: false, where sentences, claims and citations are of no use.
package func mark(first piece: inout Piece, metadata: Metadata, hasClaims: Bool = true) -> Context {
  let (tokens, context) = fold(first: &piece, metadata: metadata)
  if hasClaims { claims(&piece, tokens, context: context) }
  return context
}

/// Folds the first piece of a document; what was read of it for that.
func fold(first piece: inout Piece, metadata: Metadata) -> (tokens: PieceTokens, context: Context) {
  let tokens = PieceTokens(piece, lexicon: Tables.shared.lexicon)
  let context = Context(piece, tokens, metadata: metadata)
  fold(&piece, tokens, context: context)
  return (tokens, context)
}

/// Finds boilerplate, folds, sentences, claims, citations of a piece. Pure; linear time.
package func mark(_ piece: inout Piece, context: Context, hasClaims: Bool = true) {
  let tokens = PieceTokens(piece, lexicon: Tables.shared.lexicon)
  fold(&piece, tokens, context: context)
  if hasClaims { claims(&piece, tokens, context: context) }
}
