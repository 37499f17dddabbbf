import Document
import Fetch
import Glibc
import Reading
import Screen
import Search
import Session
import Text

/// What lies open: the documents behind the pages, and what is kept of them. Does the effects that need no terminal.
@MainActor final class Desk {
  private let request: ReadRequest
  /// By their articles' locations. Few: an array needs none of what a dictionary makes the first frame wait for.
  private var documents: [OpenedDocument] = []
  private let store: PlaceStore?
  private let sites: SiteStore?
  /// How many notices of each document were said.
  private var said: [String: Int] = [:]

  init(_ request: ReadRequest) {
    self.request = request
    store = request.noHistory ? nil : PlaceStore(environment: environmentVariable)
    sites = request.noHistory ? nil : SiteStore(environment: environmentVariable)
  }

  /// Opens a source; what the State should know of it.
  func open(_ location: String) throws(FetchError) -> Action {
    held(try OpenedDocument.open(location: location, hints: hints))
  }

  /// Holds a document; what the State should know of it.
  private func held(_ document: OpenedDocument) -> Action {
    hold(document)
    return .loaded(document.article, saved: saved(document.article), isGrowing: !document.isComplete)
  }

  /// What was kept of an article; verdicts are kept for its site, where it has one.
  private func saved(_ article: Article) -> SavedPlace? {
    let place = store?.load(article.origin.location)
    guard let verdicts = article.site.flatMap({ sites?.verdicts(on: $0) }), !verdicts.isEmpty else { return place }
    var saved = place ?? SavedPlace()
    saved.verdicts.merge(verdicts) { _, ofSite in ofSite }
    return saved
  }

  /// Begins to fetch a page.
  func fetcher(for location: String, isReload: Bool = false) -> Fetcher {
    Fetcher(location, settings: FetchSettings(isOffline: request.offline), isReload: isReload)
  }

  /// Opens a page that was fetched.
  func open(_ page: FetchedPage) throws(FetchError) -> Action {
    held(try OpenedDocument.open(page: page, hints: hints))
  }

  /// Opens what has come so far of a page, once that is a first screen; nil: it is none yet, or the reader wants to begin
  /// elsewhere.
  func openBeginning(_ fetcher: Fetcher) -> Action? {
    guard request.startsAtTop, let page = fetcher.beginning(),
      (store?.load(page.location)?.extent ?? 0) == 0,
      let document = try? OpenedDocument.open(page: page, hints: hints), document.article.pieces.first != nil
    else { return nil }
    return held(document)
  }

  /// Takes the whole of a page whose beginning is open.
  func complete(_ page: FetchedPage) throws(FetchError) -> [Action] {
    var hints = hints
    hints.followsBeginning = true
    let document = try OpenedDocument.open(page: page, hints: hints)
    hold(document)
    return [taken([0], of: document)] + newNotices(of: document)
  }

  /// No more comes of a page whose beginning is open: what has come is the page. Why, in a sentence.
  func cut(_ fetcher: Fetcher, why: String) -> [Action] {
    var actions: [Action] = []
    if let page = fetcher.received, let all = try? complete(page) {
      actions = all
    } else if let document = document(at: fetcher.location) {
      document.end()
      actions = [.pieces([:], of: documentSize(document))]
    }
    return actions + [
      .notice(Notice(sanitised("Only the beginning came. \(why) r fetches it anew."), isError: true))
    ]
  }

  /// Opens the sources after the first, without showing them.
  func openOthers(_ locations: [String]) -> [Action] {
    var actions: [Action] = []
    var failures: [String] = []
    for location in locations {
      do throws(FetchError) {
        let action = try open(location)
        guard case .loaded(let article, let saved, _) = action else { continue }
        actions.append(.opened(article, saved: saved))
      } catch {
        failures.append(sanitised(error.message))
      }
    }
    // One message: of several only the last would be seen.
    return failures.isEmpty ? actions : actions + [.notice(Notice(failures.joined(separator: " "), isError: true))]
  }

  /// Where the reader wants to start: `+N`, `+/PATTERN`.
  func start(_ state: State) -> Action? {
    if let pattern = request.startPattern { return .search(pattern) }
    if request.startLine == nil, let name = request.startName { return .goToName(name) }
    guard let line = request.startLine, let document = document(of: state) else { return nil }
    return .goTo(extent: document.extent(ofLine: line))
  }

  func perform(_ effect: Effect, for state: State) -> [Action] {
    switch effect {
    case .read(let pieces, let then): return read(pieces, for: state) + (then.map { [$0] } ?? [])
    case .scan(let query, let from, let isForward): return [scan(query, from: from, isForward: isForward, for: state)]
    case .locate(let fragment): return [locate(fragment, for: state)]
    case .rank(let claim, let context):
      return
        document(of: state).map { [.ranked(findings(in: $0, claim: claim, context: context))] } ?? []
    case .open(let location, let base): return open(location, base: base)
    case .reload(let location): return [reload(location)]
    case .readCode(let location): return [readCode(location)]
    case .save(let path, let text): return [save(text, to: path)]
    case .browse(let url): return [browse(url)]
    case .copy, .pipe, .edit, .setTheme, .suspend, .redraw, .quit, .wait, .cancelLoads: return []
    }
  }

  private var hints: OpeningHints { OpeningHints(type: request.type, baseURL: request.baseURL) }

  private func document(at location: String) -> OpenedDocument? {
    documents.first { $0.article.origin.location == location }
  }

  /// Takes a document in the place of an older one of the same location.
  private func hold(_ document: OpenedDocument) {
    documents.removeAll { $0.article.origin.location == document.article.origin.location }
    documents.append(document)
  }

  private func document(of state: State) -> OpenedDocument? {
    state.page.flatMap { document(at: $0.article.origin.location) }
  }

  // MARK: Pieces

  /// Reads pieces of the current page.
  func read(_ pieces: [Int], for state: State) -> [Action] {
    guard let document = document(of: state) else { return [] }
    return [taken(pieces, of: document)] + newNotices(of: document)
  }

  /// Reads a piece of the current page to learn of it, not to show it.
  func survey(_ piece: Int, for state: State) -> [Action] {
    guard let document = document(of: state) else { return [] }
    return [.surveyed(document.piece(piece), at: piece)] + newNotices(of: document)
  }

  private func taken(_ pieces: [Int], of document: OpenedDocument) -> Action {
    var found: [Int: Piece] = [:]
    for index in pieces where document.article.pieces.indices.contains(index) { found[index] = document.piece(index) }
    // With the rest of a page its first piece is judged anew.
    if document.page?.isJudgedWhole == true, found[0] == nil { found[0] = document.article.pieces[0] }
    return .pieces(found, of: documentSize(document))
  }

  private func documentSize(_ document: OpenedDocument) -> DocumentSize {
    DocumentSize(
      location: document.article.origin.location, pieces: document.article.pieces.count,
      extent: document.article.extent, pieceSize: document.article.pieceSize, isGrowing: !document.isComplete,
      metadata: document.article.metadata)
  }

  /// What is to be said of the source and was not said yet.
  private func newNotices(of document: OpenedDocument) -> [Action] {
    let all = document.article.notices
    let location = document.article.origin.location
    defer { said[location] = all.count }
    return all.dropFirst(said[location] ?? 0).map { .notice(Notice(sanitised($0))) }
  }

  /// What to poll for more of the current page; nil: nothing will come.
  func growingDescriptor(of state: State) -> Int32? { document(of: state)?.fileDescriptor }

  /// Takes what came of the current page; empty: nothing.
  func grow(_ state: State) -> [Action] {
    guard let document = document(of: state), let page = state.page else { return [] }
    let settled = document.settledPieces
    do throws(FetchError) {
      guard try document.pump() else { return [] }
    } catch {
      return [.notice(Notice(sanitised(error.message), isError: true))]
    }
    // What was read of the last pieces may have become longer.
    let changed = page.article.pieces.indices.filter { $0 >= settled && page.article.pieces[$0] != nil }
    return [taken(changed.isEmpty && settled == 0 ? [0] : changed, of: document)] + newNotices(of: document)
  }

  // MARK: What is not read

  private func scan(_ query: Query, from: Int, isForward: Bool, for state: State) -> Action {
    guard let pattern = try? Pattern(query),
      let hit = document(of: state)?.hit(of: pattern, from: from, isForward: isForward)
    else { return .found(at: nil, wrapped: false) }
    return .found(at: hit.at, wrapped: hit.hasWrapped)
  }

  private func locate(_ fragment: String, for state: State) -> Action {
    guard let place = document(of: state)?.place(named: fragment) else {
      return .notice(Notice("The page has no place named #\(sanitised(fragment)).", isError: true))
    }
    return .goTo(extent: place)
  }

  // MARK: Other documents

  /// A path as the reader wrote it, or a link of the article at `base`: below that article's own folder, and nowhere
  /// else.
  private func open(_ location: String, base: String?) -> [Action] {
    var path = location
    var name: String?
    if let base {
      guard let found = Self.path(of: location, below: base) else {
        return [
          .notice(Notice("Not followed, it leads out of the article's folder: \(sanitised(location))", isError: true))
        ]
      }
      path = found
      name = location.firstIndex(of: "#").map { String(location[location.index(after: $0)...]) }
    } else {
      if path.hasPrefix("~/"), let home = environmentVariable("HOME") { path = home + path.dropFirst() }
      let place = SourcePlace(path)
      (path, name) = (place.location, place.fragment)
    }
    do {
      return [try open(path)] + (name.flatMap { $0.isEmpty ? nil : [.goToName($0)] } ?? [])
    } catch {
      return [.notice(Notice(sanitised(error.message), isError: true))]
    }
  }

  /// The path that a link of a local article means; nil: it leads out of the article's folder.
  static func path(of link: String, below base: String) -> String? {
    let plain =
      link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? link
    guard !plain.isEmpty, base != "-", let article = realpath(base, nil) else { return nil }
    defer { free(article) }
    let folder = String(String(cString: article).reversed().drop { $0 != "/" }.reversed())
    // What a link means was put behind the article's folder when it was read.
    guard let real = realpath(plain, nil) else { return plain.holds("..") ? nil : plain }
    defer { free(real) }
    let path = String(cString: real)
    return path.hasPrefix(folder) ? path : nil
  }

  private func reload(_ location: String) -> Action {
    do {
      let document = try OpenedDocument.open(location: location, hints: hints)
      hold(document)
      return .reloaded(document.article)
    } catch {
      return .notice(Notice(sanitised(error.message), isError: true))
    }
  }

  /// Bytes of a page's code that are shown at most.
  private static let codeLimit = 16 << 20
  private static let codeBlock = 1 << 14

  /// The source as it stands, as blocks of code.
  private func readCode(_ location: String) -> Action {
    guard let document = document(at: location) else { return .notice(Notice("No code is kept of this page.")) }
    let bytes = document.sourceBytes(0..<Self.codeLimit)
    var blocks: [Block] = []
    var start = 0
    while start < bytes.count {
      var end = min(bytes.count, start + Self.codeBlock)
      if end < bytes.count { end = (bytes[start..<end].lastIndex(of: 10) ?? end - 1) + 1 }
      let text = Array(bytes[start..<(bytes[end - 1] == 10 ? end - 1 : end)])
      blocks.append(Block(role: .code, text: text, keepsLines: true, extent: start..<end))
      start = end
    }
    var origin = document.article.origin
    origin.location = location + " (code)"
    let piece = Piece(extent: 0..<bytes.count, blocks: blocks)
    return .code(Article(origin: origin, pieces: [piece], extent: bytes.count))
  }

  // MARK: To other programs

  private func save(_ text: String, to path: String) -> Action {
    if access(path, F_OK) == 0 {
      return .notice(Notice("\(sanitised(path)) is there already. Save under another name.", isError: true))
    }
    guard writeAnew(Array(text.utf8), to: path) else {
      let reason = String(cString: strerror(errno))
      return .notice(Notice("\(sanitised(path)) cannot be written: \(reason).", isError: true))
    }
    return .notice(Notice("Saved: \(sanitised(path))"))
  }

  func pipe(_ text: String, to command: String, _ interruption: Outside.Interruption) -> Action {
    guard let (output, status) = Outside.pipe(command, text: text, interruption) else {
      return .notice(Notice("\(sanitised(command)) was ended."))
    }
    if status != 0 && output.isEmpty {
      return .notice(Notice("\(sanitised(command)) ended with status \(status).", isError: true))
    }
    if output.isEmpty { return .notice(Notice("\(sanitised(command)): done, it printed nothing.")) }
    return .output(title: sanitised(command), text: output)
  }

  /// In $BROWSER, else by xdg-open: an argument vector, never a shell.
  private func browse(_ url: String) -> Action {
    let browser = environmentVariable("BROWSER")?.split(separator: ":").first.map(String.init)
    let program = browser ?? "xdg-open"
    guard Outside.launch(program.split(separator: " ").map(String.init) + [url]) else {
      return .notice(Notice("\(program) cannot be started. Set BROWSER to your browser's name.", isError: true))
    }
    return .notice(Notice("Opened in the browser: \(sanitised(url))"))
  }

  /// The page in the reader's editor.
  func edit(_ text: String) -> [Action] {
    let variables: [String] = ["VISUAL", "EDITOR"]
    let named = variables.compactMap(environmentVariable)
    let editor = named.first { !$0.isEmpty } ?? "vi"
    let folder = environmentVariable("TMPDIR") ?? "/tmp"
    var path = Array((folder + "/ibid-XXXXXX").utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { return [.notice(Notice("No file for the editor can be made.", isError: true))] }
    let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(name) }
    let isWritten = writeAll(Array(text.utf8), to: descriptor)
    close(descriptor)
    guard isWritten else { return [.notice(Notice("\(name) cannot be written.", isError: true))] }
    let status = Outside.runInTerminal(["/bin/sh", "-c", editor + " \"$1\"", "sh", name])
    return status == 0 ? [] : [.notice(Notice("\(sanitised(editor)) ended with status \(status).", isError: true))]
  }

  // MARK: What is kept

  /// Keeps the places, verdicts and marks of all pages; the folder in which some could not be written, nil: all were.
  func save(_ state: State) -> String? {
    guard let store else { return nil }
    var failed: String?
    for page in state.pages where page.view != .code {
      let location = page.article.origin.location
      var saved = page.savedPlace
      if let site = page.article.site, let sites {
        if saved.verdicts != sites.verdicts(on: site), !sites.save(saved.verdicts, on: site) { failed = sites.folder }
        saved.verdicts = [:]
      }
      guard location != "-", location != guideLocation else { continue }
      if !store.save(saved, of: location) { failed = store.folder }
    }
    return failed
  }
}
