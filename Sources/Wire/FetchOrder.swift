/// What one load may take.
package struct FetchLimits: Sendable, Equatable {
  /// Bytes of a body, unpacked; the rest of it is not taken.
  package var bodyBytes = 32 << 20
  /// Bytes and lines of all headers of a load.
  package var headerBytes = 1 << 18
  package var headerLines = 500
  /// Followed at most; browsers follow 20.
  package var redirects = 10
  package var connectMilliseconds = 15_000
  /// For everything, redirects included.
  package var totalMilliseconds = 120_000
  /// A load that brings fewer bytes a second for so long is given up; whole seconds.
  package var stallMilliseconds = 20_000
  package var slowestBytesPerSecond = 64
  /// A body that unpacks to more than `bombBytes`, and to more than `bombRatio` times what was sent, is a trap:
  /// pages pack to a twentieth at best, gzip's bound is a thousandth.
  package var bombBytes = 8 << 20
  package var bombRatio = 100

  package init() {}
}

/// The one message to the helper: what it is to fetch.
package struct FetchOrder: Sendable, Equatable {
  /// http or https, without a fragment, percent-encoded.
  package var url: String
  package var userAgent: String
  /// Of the copy that is there already: the answer may be that it still holds.
  package var etag: String?
  package var lastModified: String?
  /// Caches on the way are to ask the server, too.
  package var isReload: Bool
  package var limits: FetchLimits

  package init(
    url: String, userAgent: String, etag: String? = nil, lastModified: String? = nil, isReload: Bool = false,
    limits: FetchLimits = FetchLimits()
  ) {
    self.url = url
    self.userAgent = userAgent
    self.etag = etag
    self.lastModified = lastModified
    self.isReload = isReload
    self.limits = limits
  }
}

extension FetchOrder {
  private static let kind: UInt8 = 1

  /// The whole frame.
  package var frame: [UInt8] {
    var fields = FieldWriter()
    fields.put(Self.kind)
    fields.put(url)
    fields.put(userAgent)
    fields.put(optional: etag)
    fields.put(optional: lastModified)
    fields.put(isReload ? 1 : 0)
    for number in limits.numbers { fields.put(number: number) }
    return WireFrame.sealed(fields.bytes)
  }

  /// From what a frame holds.
  package init(payload: [UInt8]) throws(WireError) {
    var fields = FieldReader(payload)
    let kind = try fields.byte()
    guard kind == Self.kind else { throw .unknownKind(kind) }
    url = try fields.text()
    userAgent = try fields.text()
    etag = try fields.optionalText()
    lastModified = try fields.optionalText()
    isReload = try fields.flag()
    limits = try FetchLimits(&fields)
    try fields.end()
  }
}

extension FetchLimits {
  fileprivate var numbers: [Int] {
    [
      bodyBytes, headerBytes, headerLines, redirects, connectMilliseconds, totalMilliseconds, stallMilliseconds,
      slowestBytesPerSecond, bombBytes, bombRatio,
    ]
  }

  fileprivate init(_ fields: inout FieldReader) throws(WireError) {
    bodyBytes = try fields.number()
    headerBytes = try fields.number()
    headerLines = try fields.number()
    redirects = try fields.number()
    connectMilliseconds = try fields.number()
    totalMilliseconds = try fields.number()
    stallMilliseconds = try fields.number()
    slowestBytesPerSecond = try fields.number()
    bombBytes = try fields.number()
    bombRatio = try fields.number()
  }
}
