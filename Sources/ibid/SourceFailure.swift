import Fetch

/// Why a source was not opened, as it is told and as scripts see it.
struct SourceFailure: Error, Equatable {
  var location: String
  /// A word for scripts.
  var code: String
  /// What happened, and what to do.
  var message: String
  var status: ExitStatus

  init(_ error: FetchError) {
    location = error.location
    code = error.code
    message = error.message
    status = ExitStatus(rawValue: error.exitCode) ?? .unreadable
  }

  /// A source that only the network could bring, which is not built yet; nil: another kind of source.
  init?(unfetched location: String) {
    let lower = location.prefix(8).lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
    self.location = location
    code = "not-built"
    message =
      "\(location): this build does not fetch pages. Save the page and name the file, or pipe it: curl … | ibid."
    status = .usage
  }
}
