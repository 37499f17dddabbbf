import Wire

/// A body that is a gzip file, as servers send `page.html.gz`: read as such files of this machine are.
enum PackedBody {
  /// Unpacks it where it is one. Whether it is whole; nil: it unpacks to more than any page does.
  static func unpack(_ body: inout [UInt8], _ limits: FetchLimits) -> Bool? {
    guard Inflater.isGzip(body) else { return true }
    var text: [UInt8] = []
    let outcome = Inflater().inflate(body, into: &text, limit: limits.bodyBytes)
    if text.count > limits.bombBytes, text.count / limits.bombRatio > body.count { return nil }
    // What is broken from its beginning stays as it is, and is told for what it is.
    guard !text.isEmpty else { return true }
    body = text
    return outcome == .ended
  }
}
