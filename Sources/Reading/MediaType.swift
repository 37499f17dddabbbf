/// What kind of text a document is.
package enum MediaType: String, CaseIterable, Sendable {
  case html = "text/html"
  case text = "text/plain"
  case markdown = "text/markdown"

  /// What was declared: `text/html; charset=utf-8`, or the short `html`, `text`, `markdown`. nil: none of ours.
  package init?(declared: String) {
    let name = declared.lowercased().prefix { $0 != ";" && $0 != " " }
    switch name {
    case "html", "text/html", "application/xhtml+xml", "xhtml", "htm": self = .html
    case "text", "text/plain", "txt", "plain": self = .text
    case "markdown", "text/markdown", "text/x-markdown", "md": self = .markdown
    default: return nil
    }
  }

  /// What the ending of a path or URL says; `.gz` aside.
  package init?(location: String) {
    var name = location.prefix { $0 != "?" && $0 != "#" }.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return nil }
    switch name[name.index(after: dot)...] {
    case "html", "htm", "xhtml", "xht", "shtml": self = .html
    case "md", "markdown", "mdown", "mkd", "mkdn": self = .markdown
    case "txt", "text", "asc", "log", "rst", "org": self = .text
    default: return nil
    }
  }

  /// What was declared goes before the name, and the name before what the text looks like.
  package static func detected(declared: MediaType?, location: String, sample: [UInt8]) -> MediaType {
    declared ?? MediaType(location: location) ?? sniffed(sample)
  }

  /// The kind of a text that says nothing of itself, by its first bytes in an encoding that extends ASCII.
  package static func sniffed(_ sample: [UInt8]) -> MediaType {
    let head = sample.prefix(sniffedBytes)
    if beginsAsHTML(head) { return .html }
    return looksLikeMarkdown(head) ? .markdown : .text
  }

  /// Bytes that are looked at: WHATWG MIME Sniffing §5 takes 1445; front matter and comments are longer.
  private static let sniffedBytes = 8192

  /// The patterns of WHATWG MIME Sniffing §7.1 that articles begin with.
  private static let openings = [
    "<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<h1", "<div", "<font", "<table", "<style",
    "<title", "<!--", "<p>", "<article", "<main", "<meta", "<link",
  ]

  private static func beginsAsHTML(_ head: ArraySlice<UInt8>) -> Bool {
    var rest = head.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 <= 0x20 }
    if rest.starts(with: Array("<?xml".utf8)) {
      guard let end = rest.firstIndex(of: 0x3E) else { return false }
      rest = rest[(end + 1)...].drop { $0 <= 0x20 }
    }
    guard rest.first == 0x3C else { return false }
    let start = String(decoding: rest.prefix(16), as: UTF8.self).lowercased()
    return openings.contains { start.hasPrefix($0) }
  }

  /// Two or more of what only Markdown has, one of them a heading.
  private static func looksLikeMarkdown(_ head: ArraySlice<UInt8>) -> Bool {
    var headings = 0
    var others = 0
    for line in head.split(separator: 0x0A) {
      let signs = line.prefix { $0 == 0x23 }.count
      if (1...6).contains(signs), line.dropFirst(signs).first == 0x20 { headings += 1 }
      if line.starts(with: [0x60, 0x60, 0x60]) { others += 1 }
      if holdsLink(line) { others += 1 }
    }
    return headings > 0 && others > 0 || headings > 2
  }

  /// `](` and something after it.
  private static func holdsLink(_ line: ArraySlice<UInt8>) -> Bool {
    guard let at = line.firstIndex(of: 0x5D) else { return false }
    return line[at...].starts(with: [0x5D, 0x28]) && line[at...].contains(0x29)
  }
}
