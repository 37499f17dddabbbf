/// A page that was fetched, or kept.
package struct FetchedPage: Sendable, Equatable {
  package var bytes: [UInt8]
  /// As it was asked for.
  package var location: String
  /// Where it came from in the end, without a fragment: what its links are resolved against.
  package var url: String
  package var status: Int
  /// `text/html`, in lower case and without parameters; nil: not said.
  package var mediaType: String?
  /// The label of its charset, as the server gave it.
  package var charset: String?
  package var etag: String?
  package var lastModified: String?
  /// Seconds since 1970.
  package var fetchedAt: Int
  /// Until then it holds without asking; seconds since 1970.
  package var freshUntil: Int
  package var isFromCache = false
  /// More of it is coming.
  package var isBeginning = false
  /// What the reader should be told: that it was cut, that it is an error page, how old a copy is.
  package var notices: [String] = []

  /// The server calls it an answer, and not an error.
  package var isSuccess: Bool { (200...299).contains(status) }

  var isPDF: Bool { isPDFDocument(bytes) }

  /// By its server's word.
  var isHTML: Bool { mediaType == "text/html" || mediaType == "application/xhtml+xml" }

  /// The same page as plain text.
  func asText(_ text: [UInt8]) -> FetchedPage {
    var page = self
    page.bytes = text
    page.mediaType = "text/plain"
    page.charset = "utf-8"
    page.notices.append(pdfNotice)
    return page
  }
}

/// What a load has brought so far.
package struct FetchProgress: Sendable, Equatable {
  /// Where from.
  package var host: String
  /// Bytes of the body.
  package var bytes = 0
  /// How many there will be; nil: not known.
  package var total: Int?

  package init(host: String) { self.host = host }
}

/// A media type with its parameters, RFC 9110 §8.3.
struct ContentType: Equatable {
  var type: String?
  var charset: String?

  init(_ field: String?) {
    guard let field else { return }
    let parts = field.split(separator: ";").map { Self.trimmed($0) }
    type = parts.first.flatMap { $0.contains("/") ? $0.lowercased() : nil }
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map { Self.trimmed($0) }
      guard pair.count == 2, pair[0].lowercased() == "charset", charset == nil else { continue }
      charset = pair[1].filter { $0 != "\"" && $0 != "'" }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }
}
