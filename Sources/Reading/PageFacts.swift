import Document
import HTML

/// What stands on a page that may say what it is and who wrote it: gathered in one pass over the tree.
struct PageFacts {
  private(set) var named = MetaContents()
  private(set) var linked = LinkedData([])
  private(set) var title: String?
  private(set) var headings: [String] = []
  private(set) var canonical: String?
  /// Names by `itemprop=author`, and by `rel=author`.
  private(set) var markedAuthors: [String] = []
  private(set) var linkedAuthors: [String] = []
  /// What stands in elements that are called bylines or authors, as pieces of text.
  private(set) var bylines: [[String]] = []
  /// Dates by `itemprop=datePublished`, of `<time>`, and in elements that are called dates.
  private(set) var markedDate: String?
  private(set) var times: [String] = []
  private(set) var namedDates: [String] = []
  /// The first line under the heading that holds a date and little else.
  private(set) var lineDate: String?
  /// The first such line on the page.
  private(set) var firstLineDate: String?
  /// Lines looked at since the last heading.
  private var linesUnderHeading = 0

  private let markup: Markup
  /// Bytes of text in an element that is a byline or a date and nothing else.
  private static let shortText = 240
  /// So many of each are looked at.
  private static let limit = 12
  /// So many lines under a heading may be what the page says of the article: who, when, how long, where to share it.
  private static let linesOfHeader = 30

  init(_ markup: Markup) {
    self.markup = markup
    var scripts: [JSONValue] = []
    var node = markup.after(.document, within: .document)
    while let current = node {
      var isUnseen = false
      if markup.kind(current) == .element, markup.namespace(current) == .html {
        take(current, &scripts)
        isUnseen = [.script, .style, .noscript].contains(markup.name(current))
      } else if markup.kind(current) == .text {
        takeLine(current)
      }
      node = markup.after(current, within: .document, skippingChildren: isUnseen)
    }
    linked = LinkedData(scripts)
  }

  private mutating func take(_ node: MarkupNode, _ scripts: inout [JSONValue]) {
    switch markup.name(node) {
    case .meta: takeMeta(node)
    case .title: title = title ?? text(node)
    case .h1:
      linesUnderHeading = 0
      if headings.count < Self.limit, let text = text(node) { headings.append(text) }
    case .link where markup.hasValue(node, .rel, "canonical"):
      canonical = canonical ?? markup.value(node, .href).flatMap(PageText.line)
    case .script where markup.hasValue(node, .type, "application/ld+json"):
      var bytes: [UInt8] = []
      markup.appendTextContent(of: node, to: &bytes)
      if let value = JSONReader.value(in: bytes) { scripts.append(value) }
    case .time: takeTime(node)
    case .html, .head, .body, .script, .style, .noscript, .template: break
    default: takeNamed(node)
    }
  }

  private mutating func takeMeta(_ node: MarkupNode) {
    let key = markup.value(node, .property) ?? markup.value(node, .name) ?? markup.value(node, .itemprop)
    guard let key, let content = markup.value(node, .content).flatMap(PageText.line) else { return }
    let name = String(decoding: key, as: UTF8.self).lowercased()
    named.add(content, named: name)
    if name == "datepublished", markup.hasAttribute(node, .itemprop) { markedDate = markedDate ?? isoDate(content) }
  }

  private mutating func takeLine(_ node: MarkupNode) {
    guard firstLineDate == nil || isUnderHeading && lineDate == nil else { return }
    let length = markup.textLength(node)
    guard length > 0, length <= Self.shortText else {
      if length > Self.shortText { linesUnderHeading += 1 }
      return
    }
    let text = markup.textSlice(of: node)
    guard !PageText.isBlank(text) else { return }
    linesUnderHeading += 1
    guard mayHoldYear(text), let line = PageText.line(text), line.utf8.count <= dateLength, isDateLine(line)
    else { return }
    takeLineDate(isoDate(line))
  }

  private var isUnderHeading: Bool { !headings.isEmpty && linesUnderHeading <= Self.linesOfHeader }

  private mutating func takeLineDate(_ date: String?) {
    firstLineDate = firstLineDate ?? date
    if isUnderHeading { lineDate = lineDate ?? date }
  }

  private mutating func takeTime(_ node: MarkupNode) {
    guard times.count < Self.limit else { return }
    let written = markup.value(node, .datetime).flatMap(PageText.line)
    guard let date = (written.flatMap(isoDate) ?? text(node).flatMap(isoDate)) else { return }
    if markup.hasValue(node, .itemprop, "datePublished") { markedDate = markedDate ?? date }
    takeLineDate(date)
    times.append(date)
  }

  /// What attributes say of an element: `itemprop`, `rel`, the words of its class and its id.
  private mutating func takeNamed(_ node: MarkupNode) {
    var isByline = false
    var isDate = false
    for attribute in markup.attributes(node) {
      switch attribute.name {
      case .itemprop: takeProperty(node, markup.value(attribute))
      case .rel where markup.hasValue(node, .rel, "author"):
        if linkedAuthors.count < Self.limit, let text = text(node) { linkedAuthors.append(text) }
      case .class, .id:
        for word in NameWords(markup.valueSlice(attribute)) {
          if Self.bylineWords.contains(word) { isByline = true }
          if Self.dateWords.contains(word) { isDate = true }
        }
      default: break
      }
    }
    if isByline, bylines.count < Self.limit, let pieces = pieces(node) { bylines.append(pieces) }
    if isDate, namedDates.count < Self.limit, let pieces = pieces(node) {
      if let date = pieces.lazy.compactMap(isoDate).first { namedDates.append(date) }
    }
  }

  private mutating func takeProperty(_ node: MarkupNode, _ value: [UInt8]) {
    let words = String(decoding: value, as: UTF8.self).split(separator: " ")
    if words.contains("author"), markedAuthors.count < Self.limit {
      let found = markup.after(node, within: node).map { names(below: node, from: $0) } ?? []
      markedAuthors += found.isEmpty ? [author(node)].compactMap { $0 } : found
    }
    if words.contains("datePublished"), markedDate == nil {
      let written = markup.value(node, .content) ?? markup.value(node, .datetime)
      markedDate = (written.flatMap(PageText.line) ?? text(node)).flatMap(isoDate)
    }
  }

  /// The text of an element that is called the author. A name in a piece of its own stands apart from what the person is.
  private func author(_ node: MarkupNode) -> String? {
    guard let pieces = pieces(node), pieces.count > 1 else { return text(node) }
    let rest = pieces.drop { ["by", "by:", "author", "author:", "written by"].contains($0.lowercased()) }
    let isJoined = rest.contains { ["and", "&", ",", "|"].contains($0.lowercased()) }
    guard !isJoined, let first = rest.first, first.contains(" ") else { return text(node) }
    return rest.joined(separator: ", ")
  }

  private func names(below top: MarkupNode, from first: MarkupNode) -> [String] {
    var names: [String] = []
    var node: MarkupNode? = first
    while let current = node {
      if markup.kind(current) == .element, markup.hasValue(current, .itemprop, "name"),
        let name = markup.value(current, .content).flatMap(PageText.line) ?? text(current)
      {
        names.append(name)
      }
      node = markup.after(current, within: top)
    }
    return names
  }

  // MARK: Texts

  private func text(_ node: MarkupNode) -> String? {
    var bytes: [UInt8] = []
    markup.appendTextContent(of: node, to: &bytes)
    return PageText.line(bytes)
  }

  /// The texts of a short element, one a text node; nil: it is longer, or empty.
  private func pieces(_ top: MarkupNode) -> [String]? {
    var pieces: [String] = []
    var length = 0
    var node = markup.after(top, within: top)
    while let current = node {
      length += markup.kind(current) == .text ? markup.textLength(current) : 0
      guard length <= Self.shortText * 4 else { return nil }
      let isUnseen = markup.isElement(current, .script) || markup.isElement(current, .style)
      if markup.kind(current) == .text, let line = PageText.line(markup.text(of: current)) { pieces.append(line) }
      node = markup.after(current, within: top, skippingChildren: isUnseen)
    }
    return pieces.isEmpty || pieces.reduce(0, { $0 + $1.utf8.count }) > Self.shortText ? nil : pieces
  }

  private static let bylineWords = NameSet([
    "byline", "bylines", "author", "authors", "writer", "writers", "contributor", "creator", "autor", "auteur",
  ])
  private static let dateWords = NameSet([
    "date", "dates", "dateline", "published", "pubdate", "publish", "timestamp", "posted", "time", "datum", "fecha",
  ])
}
