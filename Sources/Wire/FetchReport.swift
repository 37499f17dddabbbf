/// What the helper says of the answer before its body.
package struct ResponseHead: Sendable, Equatable {
  /// Where it came from in the end.
  package var url: String
  package var status: Int
  /// The header fields as they were sent.
  package var contentType: String?
  package var etag: String?
  package var lastModified: String?
  package var cacheControl: String?
  /// Bytes of the body; nil: not said, or packed.
  package var length: Int?

  package init(
    url: String, status: Int, contentType: String? = nil, etag: String? = nil, lastModified: String? = nil,
    cacheControl: String? = nil, length: Int? = nil
  ) {
    self.url = url
    self.status = status
    self.contentType = contentType
    self.etag = etag
    self.lastModified = lastModified
    self.cacheControl = cacheControl
    self.length = length
  }
}

/// Why a load failed, as far as the helper knows.
package enum FailureKind: UInt8, Sendable, CaseIterable {
  case nameNotFound = 1
  case refused, unreachable, proxy
  /// No connection in time; no end in time; too few bytes for too long.
  case connectTimeout, timeout, stalled
  case reset
  /// The server hung up without an answer.
  case noAnswer
  /// Fewer bytes than were announced.
  case shortBody
  /// What came is not HTTP, or breaks its rules.
  case badFraming
  /// A body that cannot be unpacked; one that unpacks to a thousand times its size.
  case badEncoding, bomb
  case tooManyRedirects, redirectLoop
  /// To another scheme than http and https.
  case redirectAway
  case tooManyHeaders
  case tlsExpired, tlsNotYetValid, tlsSelfSigned, tlsUnknownIssuer, tlsWrongHost, tlsRevoked
  /// The handshake failed, or the certificate is wrong in another way.
  case tls
  case badURL
  case outOfMemory
  case other
}

/// A message from the helper.
package enum FetchReport: Sendable, Equatable {
  /// A redirect is followed to this address.
  case redirect(url: String)
  case head(ResponseHead)
  case body([UInt8])
  /// The body has ended; where it was cut, there is more of it than the limit.
  case end(isCut: Bool)
  /// Where it happened; `detail`: the library's own words, or the address that was not followed.
  case failure(FailureKind, url: String, detail: String)
}

extension FetchReport {
  private enum Kind: UInt8 {
    case redirect = 16
    case head, body, end, failure
  }

  /// The whole frame. A body must fit in one: `WireFrame.limit`, less the kind.
  package var frame: [UInt8] {
    var fields = FieldWriter()
    switch self {
    case .redirect(let url):
      fields.put(Kind.redirect.rawValue)
      fields.put(url)
    case .head(let head):
      fields.put(Kind.head.rawValue)
      head.write(to: &fields)
    case .body(let bytes): return WireFrame.sealed([Kind.body.rawValue] + bytes)
    case .end(let isCut):
      fields.put(Kind.end.rawValue)
      fields.put(isCut ? 1 : 0)
    case .failure(let kind, let url, let detail):
      fields.put(Kind.failure.rawValue)
      fields.put(kind.rawValue)
      fields.put(url)
      fields.put(detail)
    }
    return WireFrame.sealed(fields.bytes)
  }

  /// From what a frame holds.
  package init(payload: [UInt8]) throws(WireError) {
    var fields = FieldReader(payload)
    let byte = try fields.byte()
    guard let kind = Kind(rawValue: byte) else { throw .unknownKind(byte) }
    switch kind {
    case .redirect: self = .redirect(url: try fields.text())
    case .head: self = .head(try ResponseHead(&fields))
    case .body: self = .body(fields.remainder())
    case .end: self = .end(isCut: try fields.flag())
    case .failure:
      let number = try fields.byte()
      guard let kind = FailureKind(rawValue: number) else { throw .unknownKind(number) }
      self = .failure(kind, url: try fields.text(), detail: try fields.text())
    }
    try fields.end()
  }
}

extension ResponseHead {
  /// Three digits, RFC 9110 §15.
  private static let statuses = 100...999

  fileprivate func write(to fields: inout FieldWriter) {
    fields.put(url)
    fields.put(number: status)
    fields.put(optional: contentType)
    fields.put(optional: etag)
    fields.put(optional: lastModified)
    fields.put(optional: cacheControl)
    fields.put(optional: length)
  }

  fileprivate init(_ fields: inout FieldReader) throws(WireError) {
    url = try fields.text()
    status = try fields.number()
    guard Self.statuses.contains(status) else { throw .badField }
    contentType = try fields.optionalText()
    etag = try fields.optionalText()
    lastModified = try fields.optionalText()
    cacheControl = try fields.optionalText()
    length = try fields.optionalNumber()
  }
}
