import Document
import Layout
import Screen
import Text

/// Everything that changes while ibid runs. `update` is the only one who changes it.
package struct State {
  package internal(set) var size: Size
  package internal(set) var settings: Settings
  /// The reader's keys; nil: the default ones, which are put in order when the first key is pressed.
  private(set) var boundKeys: Keymap?
  package internal(set) var pages: [Page] = []
  package internal(set) var current = 0
  package internal(set) var pane: Pane?
  package internal(set) var paneHasFocus = false
  package internal(set) var popup: Popup?
  package internal(set) var prompt: Prompt?
  package internal(set) var hints: Hints?
  package internal(set) var notice: Notice?
  /// Keys of a sequence that is not complete, and the number typed before it.
  package internal(set) var pending: [Key] = []
  package internal(set) var count: Int?
  /// A key is awaited that names a mark.
  var awaitsLetter: Command?
  package internal(set) var themes: [String] = []
  /// Articles in the order they were shown, and where in it the reader is.
  var trail: [Int] = []
  var trailIndex = 0
  /// The last wait that was asked for.
  var token = 0
  package internal(set) var promptHistory: [Prompt.Kind: [String]] = [:]
  /// What is being waited for, in words.
  package internal(set) var isLoading: String?
  /// What is being fetched and how much of it has come, in words.
  package internal(set) var fetching: String?
  /// How long nothing has come of a page that is waited for.
  package internal(set) var secondsWaited = 0
  /// The page is waited for: nothing of it has come yet.
  package var isWaiting: Bool { page.map { $0.isGrowing && $0.window.isEmpty } ?? false }
  /// The claim whose source was asked for and has not come yet.
  var awaited: Claimant?
  /// n and N walk the passages of a source; else they repeat the search: whichever came last.
  var repeatsPassages = false
  /// The pattern in the prompt changed since the page showed where it leads.
  var isSearchStale = false

  package init(size: Size, settings: Settings = Settings(), keymap: Keymap? = nil) {
    self.size = size
    self.settings = settings
    boundKeys = keymap
  }

  package var page: Page? { pages.indices.contains(current) ? pages[current] : nil }

  package var geometry: Geometry {
    Geometry(size: size, hasPane: pane != nil, textWidth: settings.textWidth, hasClaim: page?.jump != nil)
  }

  var metrics: Metrics {
    Metrics(
      width: geometry.textWidth, tabWidth: settings.tabWidth, terminalReorders: settings.terminalReorders,
      isASCII: settings.isASCII)
  }

  /// The context in which the next key is looked up.
  package var keyContext: KeyContext {
    if paneHasFocus, pane != nil { return .pane }
    return page?.selection != nil ? .selection : .article
  }

  var keymap: Keymap { boundKeys ?? Keymap() }

  mutating func bindKeys() {
    if boundKeys == nil { boundKeys = Keymap() }
  }

  mutating func say(_ text: String) { notice = Notice(text) }
  mutating func complain(_ text: String) { notice = Notice(text, isError: true) }
}

/// Where everything stands on a screen of a given size.
package struct Geometry: Sendable, Equatable {
  /// The article with its gutter.
  package let article: Rect
  /// The first column of text, and how wide the text is.
  package let textX: Int
  package let textWidth: Int
  /// The column of the gutter's sign.
  package let gutterX: Int
  package let pane: Rect?
  package let paneIsBeside: Bool
  package let statusY: Int
  /// The row that says for which claim a source is being read.
  package let claimY: Int?

  /// From this width on a pane stands beside the text.
  static let besideMinimum = 100
  /// Below this width only the sign stands beside the text.
  static let narrow = 50
  static let paneWidths = 34...48

  /// Rows below which every row is the article's.
  static let claimMinimum = 6

  init(size: Size, hasPane: Bool, textWidth maximum: Int, hasClaim: Bool = false) {
    let width = max(1, size.width)
    let height = max(1, size.height)
    statusY = height - 1
    claimY = hasClaim && height >= Self.claimMinimum ? height - 2 : nil
    let body = max(0, claimY ?? height - 1)
    paneIsBeside = hasPane && width >= Self.besideMinimum
    if paneIsBeside {
      let paneWidth = min(max(width * 2 / 5, Self.paneWidths.lowerBound), Self.paneWidths.upperBound)
      pane = Rect(x: width - paneWidth, y: 0, width: paneWidth, height: body)
      article = Rect(x: 0, y: 0, width: width - paneWidth - 1, height: body)
    } else if hasPane, body >= 4 {
      let paneHeight = max(3, body * 2 / 5)
      pane = Rect(x: 0, y: body - paneHeight, width: width, height: paneHeight)
      article = Rect(x: 0, y: 0, width: width, height: body - paneHeight)
    } else {
      pane = nil
      article = Rect(x: 0, y: 0, width: width, height: body)
    }
    let gutter = article.width < Self.narrow ? 2 : 5
    let margin = article.width < Self.narrow ? 0 : 3
    let room = max(1, article.width - gutter - margin)
    textWidth = min(room, maximum)
    textX = min(article.width - 1, gutter + (room - textWidth) / 2)
    gutterX = max(0, textX - 2)
  }
}
