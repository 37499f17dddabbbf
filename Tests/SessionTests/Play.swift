import Document
import Screen

@testable import Session

/// A State that is played with: keys in, effects out, pieces read at once.
struct Play {
  var state: State
  var effects: [Effect] = []
  /// Pieces that `.read` is answered with.
  var unread: [Int: Piece] = [:]

  init(_ article: Article, width: Int = 80, height: Int = 24, unread: [Int: Piece] = [:]) {
    state = State(size: Size(width: width, height: height))
    self.unread = unread
    perform(.loaded(article, saved: nil))
    perform(.themes(["default", "dark"]))
    effects = []
    perform(.settled)
  }

  mutating func perform(_ action: Action) {
    for effect in update(&state, action) {
      effects.append(effect)
      if case .read(let pieces, let then) = effect {
        var found: [Int: Piece] = [:]
        for piece in pieces { found[piece] = unread[piece] }
        let size = DocumentSize(
          pieces: state.page?.article.pieces.count ?? 0, extent: state.page?.article.extent ?? 0, isGrowing: false)
        perform(.pieces(found, of: size))
        if let then { perform(then) }
      }
    }
  }

  /// Types keys as the help writes them: "]c", "<C-o>", "/word<Enter>".
  mutating func type(_ notation: String) {
    for key in Key.parse(notation) ?? [] { perform(.input(.key(key))) }
    perform(.settled)
  }

  var page: Page { state.pages[state.current] }

  /// The texts of the window's lines, for a look at what is shown.
  var shown: [String] {
    page.window.map { line in
      switch line.content {
      case .blank: ""
      case .fold(let fold, let isOpen): (isOpen ? "▾ " : "▸ ") + fold.kind.name
      case .row(let row): String(decoding: page.article.block(line.block)?.text[row.range] ?? [], as: UTF8.self)
      case .underline: "──"
      case .summary: "…"
      }
    }
  }
}
