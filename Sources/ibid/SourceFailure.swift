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
}
