/// Everything that a reader can ask for. Its name in words, keys and help stand in the table `CommandRow.all`.
package enum Command: String, CaseIterable, Sendable {
  // Move
  case lineDown, lineUp, halfPageDown, halfPageUp, pageDown, pageUp, top, end, percent
  case cursorToTop, cursorToMiddle, cursorToBottom, scrollLeft, scrollRight
  // By structure
  case nextHeading, previousHeading, nextParagraph, previousParagraph, nextSentence, previousSentence
  // By mark
  case nextClaim, previousClaim, nextCitation, previousCitation, nextLink, previousLink, nextFold, previousFold
  // Act
  case act
  // Folds
  case toggleFold, openFold, closeFold, openAllFolds, closeAllFolds, toggleFolding, revealFocus, judge, verdicts, why
  // Panes
  case links, sources, claims, contents, articles, otherPane
  // Links
  case hints, browse, linkBeside, copyLink
  // Sources
  case preview, goToSource, sourceBeside, ways, citingPlaces
  // Claims
  case markChecked, markDoubtful, markFalse, markOpen
  // Back and forth
  case back, forward, lastPlace, previousArticle, nextArticle, nextOpen, previousOpen
  // Marks
  case setMark, goToMark
  // Search
  case search, searchBack, repeatSearch, repeatSearchBack, searchFocus, onlyMatching
  // Select, copy, hand on
  case select, copyURL, copyQuotation, copyMarkdown, copySelection, save, pipe, edit
  // View
  case wider, narrower, switchView, properties, nextTheme, redraw, reload
  // Command
  case commandLine, help, set, open
  // Leave
  case close, quit, suspend, cancel
  // In a pane
  case filter, openKind, closeKind
}

/// Where a key means what it means.
package enum KeyContext: String, CaseIterable, Sendable {
  case article, pane
  /// While sentences are selected; what it does not bind means what it means in the article.
  case selection
}

/// A row of the table that keys, `:` and help come from.
package struct CommandRow: Sendable {
  package let command: Command
  /// As typed after `:`.
  package let name: String
  /// As vim writes keys: `j`, `<C-d>`, `<Down>`, `]c`; in order of preference.
  package let keys: [String]
  package let area: Area
  package let help: String
  package let contexts: Set<KeyContext>

  package enum Area: String, CaseIterable, Sendable {
    case move = "Move"
    case structure = "By structure"
    case mark = "By mark"
    case focus = "Act on the focus"
    case folds = "Folds"
    case panes = "Panes"
    case links = "Links"
    case sources = "Sources"
    case claims = "Claims"
    case history = "Back and forth"
    case marks = "Marks"
    case search = "Search"
    case hand = "Select, copy, hand on"
    case view = "View"
    case command = "Command"
    case leave = "Leave"
  }

  init(
    _ command: Command, _ name: String, _ keys: String, _ area: Area, _ help: String,
    in contexts: Set<KeyContext> = [.article]
  ) {
    self.command = command
    self.name = name
    self.keys = keys.split(separator: " ").map(String.init)
    self.area = area
    self.help = help
    self.contexts = contexts
  }

  package static func row(_ command: Command) -> CommandRow? { all.first { $0.command == command } }
  package static func named(_ name: String) -> CommandRow? { all.first { $0.name == name } }
}

private let both: Set<KeyContext> = [.article, .pane]

extension CommandRow {
  // swift-format-ignore
  package static let all: [CommandRow] = [
    CommandRow(.lineDown, "line-down", "j <Down> <C-e>", .move, "one row down", in: both),
    CommandRow(.lineUp, "line-up", "k <Up> <C-y>", .move, "one row up", in: both),
    CommandRow(.halfPageDown, "half-page-down", "d <C-d>", .move, "half a page down", in: both),
    CommandRow(.halfPageUp, "half-page-up", "u <C-u>", .move, "half a page up", in: both),
    CommandRow(.pageDown, "page-down", "<Space> <C-f> <PageDown>", .move, "a page down", in: both),
    CommandRow(.pageUp, "page-up", "b <C-b> <PageUp>", .move, "a page up", in: both),
    CommandRow(.top, "top", "gg < <Home>", .move, "to the beginning", in: both),
    CommandRow(.end, "end", "G > <End>", .move, "to the end", in: both),
    CommandRow(.percent, "percent", "%", .move, "to so many percent: 50%"),
    CommandRow(.cursorToTop, "focus-to-top", "zt", .move, "the focus to the top of the window"),
    CommandRow(.cursorToMiddle, "focus-to-middle", "zz", .move, "the focus to the middle of the window"),
    CommandRow(.cursorToBottom, "focus-to-bottom", "zb", .move, "the focus to the bottom of the window"),
    CommandRow(.scrollLeft, "scroll-left", "h <Left>", .move, "sideways to the left"),
    CommandRow(.scrollRight, "scroll-right", "l <Right>", .move, "sideways to the right"),

    CommandRow(.nextHeading, "next-heading", "]]", .structure, "next heading"),
    CommandRow(.previousHeading, "previous-heading", "[[", .structure, "previous heading"),
    CommandRow(.nextParagraph, "next-paragraph", "}", .structure, "next paragraph"),
    CommandRow(.previousParagraph, "previous-paragraph", "{", .structure, "previous paragraph"),
    CommandRow(.nextSentence, "next-sentence", ")", .structure, "next sentence"),
    CommandRow(.previousSentence, "previous-sentence", "(", .structure, "previous sentence"),

    CommandRow(.nextClaim, "next-claim", "]c", .mark, "next claim"),
    CommandRow(.previousClaim, "previous-claim", "[c", .mark, "previous claim"),
    CommandRow(.nextCitation, "next-citation", "]r", .mark, "next citation"),
    CommandRow(.previousCitation, "previous-citation", "[r", .mark, "previous citation"),
    CommandRow(.nextLink, "next-link", "]l <Tab>", .mark, "next link"),
    CommandRow(.previousLink, "previous-link", "[l <S-Tab>", .mark, "previous link"),
    CommandRow(.nextFold, "next-fold", "]z", .mark, "next fold"),
    CommandRow(.previousFold, "previous-fold", "[z", .mark, "previous fold"),

    CommandRow(.act, "act", "<Enter>", .focus, "follow the link, open or close the fold, go to the source; 5 Enter: link 5", in: both),

    CommandRow(.toggleFold, "toggle-fold", "za", .folds, "open or close the fold"),
    CommandRow(.openFold, "open-fold", "zo", .folds, "open the fold"),
    CommandRow(.closeFold, "close-fold", "zc", .folds, "close the fold"),
    CommandRow(.openAllFolds, "open-all-folds", "zR", .folds, "open all folds"),
    CommandRow(.closeAllFolds, "close-all-folds", "zM", .folds, "close all folds"),
    CommandRow(.toggleFolding, "toggle-folding", "zi", .folds, "folding on or off"),
    CommandRow(.revealFocus, "reveal-focus", "zv", .folds, "open what hides the focus"),
    CommandRow(.judge, "judge", "zx", .folds, "this is, or is not, the article; remembered for the site", in: both),
    CommandRow(.verdicts, "verdicts", "zX", .folds, "your verdicts on this site; zx takes one back"),
    CommandRow(.why, "why", "z?", .folds, "why it was folded, marked as a claim, or shown as the passage"),

    CommandRow(.links, "links", "U", .panes, "links"),
    CommandRow(.sources, "sources", "R", .panes, "citations and sources"),
    CommandRow(.claims, "claims", "C", .panes, "claims"),
    CommandRow(.contents, "contents", "t", .panes, "contents"),
    CommandRow(.articles, "articles", "L", .panes, "open articles"),
    CommandRow(.otherPane, "other-pane", "<C-w>w <C-w><C-w> <F6>", .panes, "next half of a split, next pane", in: both),
    CommandRow(.filter, "filter", "/", .panes, "filter the rows of the pane", in: [.pane]),
    CommandRow(.openKind, "open-kind", "zo", .panes, "open all folds of the row's kind", in: [.pane]),
    CommandRow(.closeKind, "close-kind", "zc", .panes, "close all folds of the row's kind", in: [.pane]),

    CommandRow(.hints, "hints", "f", .links, "label the links on the screen, and follow one"),
    CommandRow(.browse, "browse", "gx", .links, "the link, the passage, or a search for the claim, in the browser"),
    CommandRow(.linkBeside, "link-beside", "gf", .links, "the link beside the article, in a split"),
    CommandRow(.copyLink, "copy-link", "yl", .links, "copy the link's URL"),

    CommandRow(.preview, "preview", "K", .sources, "preview of the citation, the claim or the link"),
    CommandRow(.goToSource, "go-to-source", "gd <C-]>", .sources, "go to the cited source, at the passage that bears on the claim"),
    CommandRow(.sourceBeside, "source-beside", "gs", .sources, "the same beside the claim, in a split"),
    CommandRow(.ways, "ways", "gD", .sources, "choose among the source's links, open articles, archived copies and a search"),
    CommandRow(.citingPlaces, "citing-places", "gr", .sources, "every place that cites this source"),

    CommandRow(.markChecked, "mark-checked", "xc", .claims, "the claim is checked"),
    CommandRow(.markDoubtful, "mark-doubtful", "xd", .claims, "the claim is doubtful"),
    CommandRow(.markFalse, "mark-false", "xf", .claims, "the claim is false"),
    CommandRow(.markOpen, "mark-open", "xo", .claims, "the claim is open again"),

    CommandRow(.back, "back", "<C-o> <Backspace>", .history, "back to the place before the jump"),
    CommandRow(.forward, "forward", "g, <C-i>", .history, "forward again"),
    CommandRow(.lastPlace, "last-place", "''", .history, "the last place, and back"),
    CommandRow(.previousArticle, "previous-article", "H <A-Left>", .history, "previous article of the history"),
    CommandRow(.nextArticle, "next-article", "<A-Right>", .history, "next article of the history"),
    CommandRow(.nextOpen, "next-open", "gt", .history, "next open article"),
    CommandRow(.previousOpen, "previous-open", "gT", .history, "previous open article"),

    CommandRow(.setMark, "set-mark", "m", .marks, "set a mark: ma"),
    CommandRow(.goToMark, "go-to-mark", "'", .marks, "go to a mark: 'a"),

    CommandRow(.search, "search", "/", .search, "search forward"),
    CommandRow(.searchBack, "search-back", "", .search, "search backward"),
    CommandRow(.repeatSearch, "repeat-search", "n", .search, "next hit, or next passage", in: both),
    CommandRow(.repeatSearchBack, "repeat-search-back", "N", .search, "previous hit, or previous passage", in: both),
    CommandRow(.searchFocus, "search-focus", "*", .search, "search the text of the focus"),
    CommandRow(.onlyMatching, "only-matching", "&", .search, "show only blocks that match; empty: all again"),

    CommandRow(.select, "select", "v", .hand, "select by sentence: ( ) { } extend, y copies, Esc ends"),
    CommandRow(.copySelection, "copy-selection", "y", .hand, "copy what is selected", in: [.selection]),
    CommandRow(.copyURL, "copy-url", "yy", .hand, "copy the page's URL or path"),
    CommandRow(.copyQuotation, "copy-quotation", "yq", .hand, "copy the sentence with its citation"),
    CommandRow(.copyMarkdown, "copy-markdown", "ym", .hand, "copy a Markdown link to the page"),
    CommandRow(.save, "save", "s", .hand, "save the article as text"),
    CommandRow(.pipe, "pipe", "|", .hand, "pipe the selection or the article to a command"),
    CommandRow(.edit, "edit", "E", .hand, "open the article in the editor"),

    CommandRow(.wider, "wider", "+", .view, "a wider text column"),
    CommandRow(.narrower, "narrower", "-", .view, "a narrower text column"),
    CommandRow(.switchView, "switch-view", "\\", .view, "article, whole page, the page's code"),
    CommandRow(.properties, "properties", "=", .view, "what is known of this page, and from where"),
    CommandRow(.nextTheme, "next-theme", "T", .view, "next theme"),
    CommandRow(.redraw, "redraw", "<C-l>", .view, "draw the screen anew", in: both),
    CommandRow(.reload, "reload", "r", .view, "read the page anew, at the same place"),

    CommandRow(.commandLine, "command-line", ":", .command, "a command or an option, with completion", in: both),
    CommandRow(.help, "help", "? <F1>", .command, "this help; / searches it", in: both),
    CommandRow(.set, "set", "", .command, ":set claims=few; :set alone shows all options"),
    CommandRow(.open, "open", "", .command, ":open PATH opens another article"),

    CommandRow(.close, "close", "q", .leave, "close the innermost of popup, pane and split, then end ibid", in: both),
    CommandRow(.quit, "quit", "Q ZZ", .leave, "end ibid", in: both),
    CommandRow(.suspend, "suspend", "<C-z>", .leave, "suspend", in: both),
    CommandRow(.cancel, "cancel", "<C-c> <Esc>", .leave, "end the innermost of popup, prompt, load, selection, search marks, pane focus", in: both),
  ]
}
