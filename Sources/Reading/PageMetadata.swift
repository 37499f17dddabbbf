import Document
import HTML

/// What the head of a page says of it: `<meta>`, `<title>`, `<time>`, `<html lang>`, `rel`.
struct PageMetadata {
  private let markup: Markup
  /// The contents of `<meta>` by their lower-case names, the first of each.
  private var named: [String: String] = [:]

  init(_ markup: Markup) {
    self.markup = markup
    var node: MarkupNode? = .document
    while let current = node {
      if markup.isElement(current, .meta) { take(current) }
      node = markup.after(current, within: .document)
    }
  }

  private mutating func take(_ node: MarkupNode) {
    let key = markup.value(node, .property) ?? markup.value(node, .name) ?? markup.value(node, .itemprop)
    guard let key, let content = markup.value(node, .content) else { return }
    let name = String(decoding: key, as: UTF8.self).lowercased()
    let text = Self.line(content)
    if named[name] == nil, !text.isEmpty { named[name] = text }
  }

  /// Of each field its names, the most specific first.
  private static let titles = ["og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title"]
  private static let authors = [
    "author", "article:author_name", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "citation_author", "twitter:data1",
  ]
  private static let dates = [
    "article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "citation_publication_date", "dc.date", "dc.date.issued", "dcterms.created", "date",
  ]
  private static let changes = ["article:modified_time", "datemodified", "og:updated_time", "last-modified"]

  func read() -> Metadata {
    var data = Metadata()
    func fill(_ field: String, _ names: [String], _ set: (String) -> Void) {
      guard let name = names.first(where: { named[$0] != nil }), let value = named[name] else { return }
      set(value)
      data.origins[field] = "<meta \(name)>"
    }
    let site = named["og:site_name"] ?? named["application-name"]
    fill("title", Self.titles) { data.title = Self.without(site: site, $0) }
    if data.title == nil, let title = markup.firstElement(.title, within: .document) {
      var bytes: [UInt8] = []
      markup.appendTextContent(of: title, to: &bytes)
      let line = Self.without(site: site, Self.line(bytes))
      if !line.isEmpty {
        data.title = line
        data.origins["title"] = "<title>"
      }
    }
    fill("bylines", Self.authors) { data.bylines = Self.names($0) }
    fill("published", Self.dates) { data.published = $0 }
    fill("modified", Self.changes) { data.modified = $0 }
    fill("description", ["og:description", "description", "twitter:description"]) { data.description = $0 }
    fill("image", ["og:image", "twitter:image"]) { data.image = $0 }
    fill("url", ["og:url"]) { data.url = $0 }
    data.publisher = site
    if data.published == nil { readTime(into: &data) }
    if let html = markup.firstElement(.html, within: .document), let language = markup.value(html, .lang) {
      let line = Self.line(language)
      data.language = line.isEmpty ? nil : line
    }
    return data
  }

  private func readTime(into data: inout Metadata) {
    guard let time = markup.firstElement(.time, within: .document), let value = markup.value(time, .datetime) else {
      return
    }
    let line = Self.line(value)
    guard line.count >= 4, line.prefix(4).allSatisfy(\.isNumber) else { return }
    data.published = line
    data.origins["published"] = "<time>"
  }

  private static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// "By Ann Lee and Bo Park" → two names. An address is no name.
  private static func names(_ text: String) -> [String] {
    var text = text[...]
    if text.lowercased().hasPrefix("by ") { text = text.dropFirst(3) }
    guard !text.contains("://") else { return [] }
    var names: [String] = []
    for part in text.split(whereSeparator: { ",;|".contains($0) }) {
      var words: [Substring] = []
      for word in part.split(separator: " ") {
        if word == "and" || word == "&" {
          if !words.isEmpty { names.append(words.joined(separator: " ")) }
          words = []
        } else {
          words.append(word)
        }
      }
      if !words.isEmpty { names.append(words.joined(separator: " ")) }
    }
    return names
  }

  /// A title without the name of the site behind it: "Ice in harbours | The Courier".
  private static func without(site: String?, _ title: String) -> String {
    for separator in [" | ", " – ", " — ", " - ", " :: ", " » "] {
      guard let range = title.lastRange(of: separator) else { continue }
      let head = title[..<range.lowerBound]
      let tail = title[range.upperBound...]
      if let site {
        if tail.lowercased() == site.lowercased() { return String(head) }
      } else if separator == " | ", tail.count < head.count {
        return String(head)
      }
    }
    return title
  }
}

extension String {
  fileprivate func lastRange(of text: String) -> Range<Index>? {
    var index = endIndex
    while index > startIndex {
      index = self.index(before: index)
      if self[index...].hasPrefix(text) { return index..<self.index(index, offsetBy: text.count) }
    }
    return nil
  }
}
