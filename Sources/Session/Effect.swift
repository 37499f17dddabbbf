import Document
import Layout
import Screen
import Search

/// What the State wants done outside: the runner does it, and answers with an Action.
package indirect enum Effect: Equatable {
  /// Read these pieces of the page now, answer `.pieces`, then do `then`.
  case read(pieces: [Int], then: Action?)
  /// Look for the query in the source from this point of the document's measure on; answer `.found`.
  case scan(query: Query, from: Int, forward: Bool)
  /// Look for the place that a fragment names, answer `.goTo`.
  case locate(fragment: String)
  /// Rank the sentences of the page as evidence for a claim; answer `.ranked`.
  case rank(claim: String, context: String)
  /// Open a path, as written in the article at `base` or by the reader (nil).
  case open(location: String, base: String?)
  case reload(location: String)
  /// Whatever is being fetched is not wanted any more.
  case cancelLoads
  /// The source of the page as it stands; answer `.code`.
  case readCode(location: String)
  case copy(String)
  /// Write text to a file that the reader named.
  case save(path: String, text: String)
  /// Give text to a shell command of the reader's own, and show what it prints.
  case pipe(command: String, text: String)
  /// Text in $VISUAL or $EDITOR.
  case edit(text: String)
  /// In the reader's browser, with an argument vector.
  case browse(url: String)
  case setTheme(String)
  case suspend
  case redraw
  case quit
  /// Answer `.elapsed(token:)` after so many milliseconds, unless another wait replaces it.
  case wait(milliseconds: Int, token: Int)
}

/// What can happen to the State.
package indirect enum Action: Equatable {
  case input(Input)
  case command(Command, count: Int?)
  case resize(Size)
  /// An article, and whether more of it is still to come.
  case loaded(Article, saved: SavedPlace?, isGrowing: Bool = false)
  /// Nothing has come of the page for so many seconds.
  case waited(seconds: Int)
  /// What is being fetched and how much of it has come, in words; nil: nothing.
  case progress(String?)
  /// Another article, that is not shown yet.
  case opened(Article, saved: SavedPlace?)
  case reloaded(Article)
  /// The page's code, as an article of its own.
  case code(Article)
  /// Pieces of the current page that were read.
  case pieces([Int: Piece], of: DocumentSize)
  /// A piece that was read to learn of the whole document; it is kept only where it may be needed soon.
  case surveyed(Piece, at: Int)
  /// The answer to a scan: where it was found in the document's measure, and whether it went round the end.
  case found(at: Int?, wrapped: Bool)
  /// What bears on the claim that the page is read for.
  case ranked(Findings)
  /// To one of its passages.
  case passage(Int)
  case notice(Notice)
  /// What a command printed.
  case output(title: String, text: String)
  case themes([String])
  case elapsed(token: Int)
  /// To a point of the document's measure.
  case goTo(extent: Int)
  /// To what a fragment of the page's address names.
  case goToName(String)
  case search(String)
  /// What stands behind `:`.
  case execute(String)
  /// Back to a kept place.
  case resume(SavedPlace)
  /// All that was typed has been taken: what was put off is done before the frame is drawn.
  case settled
  /// Nothing else is to be done.
  case idle
}

/// A message to the reader: what happened, then what to do.
package struct Notice: Equatable, Sendable {
  package var text: String
  package var isError: Bool

  package init(_ text: String, isError: Bool = false) {
    self.text = text
    self.isError = isError
  }
}

/// How long a document is and what it says of itself, as far as that is known.
package struct DocumentSize: Equatable, Sendable {
  /// Which document; nil: that of the current page.
  package var location: String?
  package var pieces: Int
  package var extent: Int
  /// `Article.pieceSize`.
  package var pieceSize: Int?
  /// More is to come.
  package var isGrowing: Bool
  /// nil: what was known.
  package var metadata: Metadata?

  package init(
    location: String? = nil, pieces: Int, extent: Int, pieceSize: Int? = nil, isGrowing: Bool, metadata: Metadata? = nil
  ) {
    self.location = location
    self.pieces = pieces
    self.extent = extent
    self.pieceSize = pieceSize
    self.isGrowing = isGrowing
    self.metadata = metadata
  }
}
