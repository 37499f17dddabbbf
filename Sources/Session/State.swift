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
  /// Another article beside the current one.
  package internal(set) var split: Split?
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
  /// The page that was asked for to be shown, and has not come yet.
  var awaited: Awaited?
  /// Pages of the web that were asked for with a fragment, and were not shown since.
  var arrivals: [Arrival] = []
  /// What a way that is chosen in the pane is for: gd or gs.
  var waysCommand = Command.goToSource
  /// n and N walk the passages of a source; else they repeat the search: whichever came last.
  var repeatsPassages = false
  /// The pattern in the prompt changed since the page showed where it leads.
  var isSearchStale = false

  package init(size: Size, settings: Settings = Settings(), keymap: Keymap? = nil) {
    self.size = size
    self.settings = settings
    boundKeys = keymap
  }

  package var otherPage: Page? { split.map { pages[$0.other] } }

  package var page: Page? { pages.indices.contains(current) ? pages[current] : nil }

  package var geometry: Geometry {
    Geometry(
      size: size, hasPane: pane != nil, textWidth: settings.textWidth, hasClaim: page?.jump != nil,
      split: split.map { (isSecond: $0.isSecond, otherHasClaim: pages[$0.other].jump != nil) })
  }

  var metrics: Metrics { metrics(for: geometry.focused) }

  func metrics(for area: ArticleArea) -> Metrics {
    Metrics(
      width: area.textWidth, tabWidth: settings.tabWidth, terminalReorders: settings.terminalReorders,
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
