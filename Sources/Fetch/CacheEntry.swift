/// A page as it is kept: lines of what is known of it, an empty line, its bytes.
struct CacheEntry: Equatable {
  /// The address that it was asked for under.
  var key: String
  var page: FetchedPage

  private static let magic = "ibid page 1"

  init(key: String, page: FetchedPage) {
    self.key = key
    self.page = page
  }

  /// The file's bytes.
  var file: [UInt8] {
    let fields: [(String, String?)] = [
      ("key", key), ("url", page.url), ("status", String(page.status)), ("type", page.mediaType),
      ("charset", page.charset), ("etag", page.etag), ("modified", page.lastModified),
      ("fetched", String(page.fetchedAt)), ("fresh", String(page.freshUntil)), ("sha256", Self.digest(page.bytes)),
    ]
    var head = Self.magic + "\n"
    for case (let name, let value?) in fields where !value.utf8.contains(0x0A) { head += name + " " + value + "\n" }
    return Array((head + "\n").utf8) + page.bytes
  }

  /// nil: it is none, or was changed.
  init?(file: [UInt8]) {
    var fields: [String: String] = [:]
    var start = 0
    var isFirst = true
    while let end = file[start...].firstIndex(of: 0x0A), end > start {
      let line = String(decoding: file[start..<end], as: UTF8.self)
      if isFirst { guard line == Self.magic else { return nil } }
      isFirst = false
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      if parts.count == 2 { fields[parts[0]] = parts[1] }
      start = end + 1
    }
    guard !isFirst, start < file.count, file[start] == 0x0A, let key = fields["key"], let url = fields["url"],
      let status = fields["status"].flatMap({ Int($0) }), let fetched = fields["fetched"].flatMap({ Int($0) }),
      let fresh = fields["fresh"].flatMap({ Int($0) })
    else { return nil }
    let bytes = Array(file[(start + 1)...])
    guard Self.digest(bytes) == fields["sha256"] else { return nil }
    self.key = key
    page = FetchedPage(
      bytes: bytes, location: key, url: url, status: status, mediaType: fields["type"], charset: fields["charset"],
      etag: fields["etag"], lastModified: fields["modified"], fetchedAt: fetched, freshUntil: fresh, isFromCache: true)
  }

  private static func digest(_ bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hexadecimal()
  }
}
