import Document
import Text

/// Finds boilerplate, folds, sentences, claims, citations of a piece. Pure; linear time.
package func mark(_ piece: inout Piece, context: Context) {
  fold(&piece, context: context)
  claims(&piece, context: context)
}
