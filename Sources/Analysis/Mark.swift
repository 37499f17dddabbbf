import Document
import Text

/// The same for the first piece of a document, whose words are read once for its context and its marks.
package func mark(first piece: inout Piece, metadata: Metadata) -> Context {
  let tokens = PieceTokens(piece, lexicon: Tables.shared.lexicon)
  let context = Context(piece, tokens, metadata: metadata)
  fold(&piece, tokens, context: context)
  claims(&piece, tokens, context: context)
  return context
}

/// Finds boilerplate, folds, sentences, claims, citations of a piece. Pure; linear time.
package func mark(_ piece: inout Piece, context: Context) {
  let tokens = PieceTokens(piece, lexicon: Tables.shared.lexicon)
  fold(&piece, tokens, context: context)
  claims(&piece, tokens, context: context)
}
