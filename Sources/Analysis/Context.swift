import Document
import Text

/// What the beginning of a document tells about all of it: its repeated lines, its publication's name, full names of
/// people, language.
package struct Context: Sendable {
  /// The publication's name as hashed words, without "the".
  var publication: [UInt64] = []
  var publicationName: String?
  /// The names of those who wrote it as hashed words.
  var authors: [[UInt64]] = []
  /// Fingerprints of lines, and how often they stand in the first piece.
  var lines = CountTable(capacity: 32)
  /// A surname, or an acronym's hash → the full name.
  var names = NameTable()

  package init(firstPiece: Piece, metadata: Metadata) {
    self.init(firstPiece, PieceTokens(firstPiece, lexicon: Tables.shared.lexicon), metadata: metadata)
  }

  init(_ piece: Piece, _ tokens: PieceTokens, metadata: Metadata) {
    var reader = ContextReader()
    reader.read(piece, tokens, metadata: metadata)
    publication = reader.publication
    publicationName = reader.publicationName
    authors = reader.authors
    lines = reader.lines
    names = reader.names
  }
}
