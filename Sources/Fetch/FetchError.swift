import Document

/// Why a source cannot be read. Each message says what happened and what to do.
package enum FetchError: Error, Equatable, Sendable {
  case notFound(location: String)
  case isDirectory(location: String)
  case noPermission(location: String)
  /// A socket, a block device.
  case notReadable(location: String, kind: String)
  /// The system's own words for what went wrong.
  case failed(location: String, reason: String)
  /// What it is instead: "a PNG image".
  case notText(location: String, kind: String)
  case network(location: String, NetworkFailure)
  case pdfUnreadable(location: String, isProgramMissing: Bool)

  package var location: String {
    switch self {
    case .notFound(let location), .isDirectory(let location), .noPermission(let location),
      .notReadable(let location, _), .failed(let location, _), .notText(let location, _), .network(let location, _),
      .pdfUnreadable(let location, _):
      location
    }
  }

  /// Whether it is written as an address is.
  private static func hasScheme(_ location: String) -> Bool {
    guard let colon = location.firstIndex(of: ":") else { return false }
    return location[colon...].hasPrefix("://") || ["javascript", "data", "mailto"].contains(location[..<colon])
  }

  /// What happened, where, and what to do.
  package var message: String {
    switch self {
    case .notFound(let location):
      Self.hasScheme(location)
        ? "\(location): no such file, and only http and https are fetched. Name a file by its path; pipe in what another "
          + "program fetches."
        : "\(location): no such file. Check the spelling and the folder."
    case .isDirectory(let location):
      "\(location) is a directory. Name a file in it."
    case .noPermission(let location):
      "\(location): no permission to read it. Ask its owner, or change its mode with chmod."
    case .notReadable(let location, let kind):
      "\(location) is \(kind), which cannot be read as a document. Name a file, a pipe or - for standard input."
    case .failed(let location, let reason):
      "\(location) cannot be read: \(reason). Try again, or read a copy of it."
    case .notText(let location, let kind):
      "\(location) is \(kind), not text. Open it with a program made for it, or convert it to text first."
    case .network(let location, let failure): failure.message(displayed(location))
    case .pdfUnreadable(let location, let isProgramMissing):
      isProgramMissing
        ? "\(location) is a PDF, and there is no pdftotext to make text of it. Install poppler-utils, or use a browser."
        : "\(location) is a PDF of which pdftotext makes no text. Open it in a browser."
    }
  }

  /// A word for scripts, as `dump --format jsonl` prints it.
  package var code: String {
    switch self {
    case .notFound: "not-found"
    case .isDirectory: "is-directory"
    case .noPermission: "no-permission"
    case .notReadable: "not-readable"
    case .failed: "failed"
    case .notText: "not-text"
    case .network(_, let failure): failure.code
    case .pdfUnreadable: "pdf"
    }
  }

  /// The program's exit code: a source was not found or cannot be read; the network did not bring it.
  package var exitCode: Int32 {
    switch self {
    case .notFound, .isDirectory, .noPermission, .notReadable, .failed, .notText, .pdfUnreadable: 1
    case .network: 3
    }
  }
}
