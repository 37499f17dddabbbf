/// The header fields of one answer that the reader wants to know.
struct HeaderFields {
  private(set) var contentType: String?
  private(set) var etag: String?
  private(set) var lastModified: String?
  private(set) var cacheControl: String?
  private(set) var hasLocation = false
  /// The body is compressed: its length says nothing of what is read.
  private(set) var isPacked = false

  /// Bytes of a value that are kept; what is longer means nothing to a reader.
  private static let valueLimit = 1 << 11

  /// A line as it came. A status line begins another answer.
  mutating func take(_ line: UnsafeRawBufferPointer) {
    if line.starts(with: Array("HTTP/".utf8)) {
      self = HeaderFields()
      return
    }
    guard let colon = line.firstIndex(of: 0x3A) else { return }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    let value = Self.value(line[(colon + 1)...])
    switch name {
    case "content-type": contentType = value
    case "etag": etag = value
    case "last-modified": lastModified = value
    case "cache-control": cacheControl = [cacheControl, value].compactMap { $0 }.joined(separator: ",")
    case "location": hasLocation = !value.isEmpty
    case "content-encoding": isPacked = value.lowercased() != "identity"
    default: break
    }
  }

  /// Without the blanks at its ends, and without controls.
  private static func value(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    let kept = bytes.filter { $0 >= 0x20 && $0 != 0x7F }.prefix(valueLimit)
    let start = kept.drop { $0 == 0x20 }
    let end = start.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? start.startIndex
    return String(decoding: start[..<end], as: UTF8.self)
  }
}
