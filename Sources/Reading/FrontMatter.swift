import Document

/// The YAML block that a Markdown document may begin with: its plain fields, not all of YAML.
struct FrontMatter {
  /// Names in lower case; a list's values in order.
  var fields: [String: [String]] = [:]
  /// Bytes that it takes at the beginning of the document.
  var length = 0

  /// Lines after which it is none.
  private static let longest = 200

  /// nil: the document begins with something else.
  init?(_ bytes: [UInt8]) {
    var at = 0
    guard let first = Self.line(bytes, &at), first == "---" else { return nil }
    var name: String?
    for _ in 0..<Self.longest {
      guard let line = Self.line(bytes, &at) else { return nil }
      if line == "---" || line == "..." {
        guard !fields.isEmpty else { return nil }
        length = at
        return
      }
      guard take(line, &name) else { return nil }
    }
    return nil
  }

  /// False: no YAML.
  private mutating func take(_ line: String, _ name: inout String?) -> Bool {
    if line.isEmpty || line.hasPrefix("#") || line.hasPrefix(" ") && !line.drop(while: { $0 == " " }).hasPrefix("- ") {
      return true
    }
    let item = line.drop { $0 == " " }
    if item.hasPrefix("- "), let name {
      fields[name, default: []].append(Self.scalar(item.dropFirst(2)))
      return true
    }
    guard let colon = line.firstIndex(of: ":"),
      line[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || "_-".contains($0) })
    else { return false }
    let key = line[..<colon].lowercased()
    let value = line[line.index(after: colon)...].drop { $0 == " " }
    name = key
    fields[key] = Self.values(value)
    return true
  }

  private static func values(_ text: Substring) -> [String] {
    if text.hasPrefix("["), text.hasSuffix("]") {
      return text.dropFirst().dropLast().split(separator: ",").map { scalar($0.drop { $0 == " " }) }
    }
    let value = scalar(text)
    return value.isEmpty ? [] : [value]
  }

  private static func scalar(_ text: Substring) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    if text.count > 1, let first = text.first, first == text.last, first == "\"" || first == "'" {
      text = text.dropFirst().dropLast()
    }
    return String(text)
  }

  /// The line at `at`, without its end; nil: there is none.
  private static func line(_ bytes: [UInt8], _ at: inout Int) -> String? {
    guard at < bytes.count else { return nil }
    let start = at
    while at < bytes.count, bytes[at] != 0x0A { at += 1 }
    var end = at
    at = min(at + 1, bytes.count)
    while end > start, bytes[end - 1] == 0x0D || bytes[end - 1] == 0x20 { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// What it says of the document.
  var metadata: Metadata {
    var metadata = Metadata()
    metadata.title = fields["title"]?.first
    metadata.bylines = (fields["author"] ?? fields["authors"] ?? fields["byline"] ?? []).filter { !$0.contains(":") }
    metadata.publisher = fields["publisher"]?.first ?? fields["site"]?.first
    metadata.published = (fields["date"] ?? fields["published"])?.first.flatMap { Self.day($0) }
    metadata.modified = (fields["updated"] ?? fields["modified"] ?? fields["lastmod"])?.first.flatMap { Self.day($0) }
    metadata.language = (fields["lang"] ?? fields["language"])?.first
    metadata.description = (fields["description"] ?? fields["summary"])?.first
    metadata.url = (fields["url"] ?? fields["canonical"])?.first.flatMap { $0.hasPrefix("http") ? $0 : nil }
    let found: [(String, Bool)] = [
      ("title", metadata.title != nil), ("bylines", !metadata.bylines.isEmpty),
      ("publisher", metadata.publisher != nil),
      ("published", metadata.published != nil), ("modified", metadata.modified != nil),
      ("language", metadata.language != nil), ("description", metadata.description != nil),
      ("url", metadata.url != nil),
    ]
    for (name, isFound) in found where isFound { metadata.origins[name] = "the front matter" }
    return metadata
  }

  private static func day(_ text: String) -> String? {
    let isISO = text.count >= 10 && text.prefix(4).allSatisfy(\.isNumber) && text.dropFirst(4).first == "-"
    return isISO ? text.replacingFirstBlank : firstDate(in: tokens(of: text))?.iso
  }
}

extension String {
  /// `2017-03-03 10:00` as ISO 8601 writes it.
  fileprivate var replacingFirstBlank: String {
    guard let blank = firstIndex(of: " ") else { return self }
    return self[..<blank] + "T" + self[index(after: blank)...].filter { $0 != " " }
  }
}
