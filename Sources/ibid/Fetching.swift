import Document
import Fetch
import Glibc
import Reading

extension FetchSettings {
  /// What the command line and the environment say.
  init(isOffline: Bool) {
    self.init(
      userAgent: "ibid/\(version) (a terminal reader)", isOffline: isOffline, variable: environmentVariable)
  }
}

/// Fetches a page, and waits for it.
func fetched(_ location: String, settings: FetchSettings) throws(FetchError) -> FetchedPage {
  let fetcher = Fetcher(location, settings: settings)
  while true {
    fetcher.wait()
    for event in fetcher.pump() {
      switch event {
      case .progress: break
      case .done(let page): return page
      case .failed(let error): throw error
      }
    }
  }
}

extension OpenedDocument {
  /// Opens any source, and waits for one of the network.
  static func openWaiting(
    location: String, hints: OpeningHints, settings: @autoclosure () -> FetchSettings
  ) throws(FetchError) -> OpenedDocument {
    guard WebAddress.isMeant(by: location) else { return try open(location: location, hints: hints) }
    return try open(page: try fetched(location, settings: settings()), hints: hints)
  }

  /// The text of a PDF of this machine.
  static func textSource(ofPDF source: ByteSource, _ hints: inout OpeningHints) throws(FetchError) -> ByteSource {
    let settings = FetchSettings(isOffline: true)
    let bytes = source.read(0..<settings.limits.bodyBytes)
    let text = try pdfText(bytes, location: source.location, settings: settings)
    hints.mediaType = .text
    hints.charset = "utf-8"
    return ByteSource(bytes: text, location: source.location, notices: [pdfNotice])
  }

  /// Opens a page that was fetched. What its server says of it goes before what it looks like.
  static func open(page: FetchedPage, hints: OpeningHints = OpeningHints()) throws(FetchError) -> OpenedDocument {
    if let kind = page.mediaType.flatMap({ BinaryKind.named($0) }) {
      throw .network(location: page.location, .notText(kind))
    }
    var hints = hints
    hints.mediaType = hints.mediaType ?? page.mediaType.flatMap { MediaType(declared: $0) }
    hints.charset = page.charset
    hints.baseURL = hints.baseURL ?? page.url
    let source = ByteSource(
      bytes: page.bytes, location: page.location, notices: page.notices, isComplete: !page.isBeginning)
    do throws(FetchError) {
      return try open(source, hints: hints, answer: page.isSuccess ? .page : .error)
    } catch {
      guard case .notText(_, let kind) = error else { throw error }
      throw .network(location: page.location, .notText(kind))
    }
  }
}
