import Document
import HTML
import Text

/// HTML in a paragraph of Markdown. Its tags are syntax and no text: what they hold looks and leads as on a page. What
/// only looks like a tag (`<your name>`) stays as it is written.
struct RawMarkup {
  /// As deep as styles and links are kept; what is deeper has none.
  private static let depth = 512

  private var open: [(name: MarkupName, start: Int, use: ElementUse, link: Int?)] = []

  /// A tag, a comment or the like.
  mutating func read(_ tag: [UInt8], into content: inout InlineText, _ base: LinkBase) {
    // Comments, declarations, processing instructions.
    if tag.count > 1, tag[1] == UInt8(ascii: "!") || tag[1] == UInt8(ascii: "?") { return }
    let isEnd = tag.count > 1 && tag[1] == UInt8(ascii: "/")
    let markup = Markup(parsing: isEnd ? [tag[0]] + tag[2...] : tag)
    guard let body = markup.firstElement(.body, within: .document), let node = markup.firstChild(body) else { return }
    let name = markup.name(node)
    guard markup.isElement(node, name), ElementUse.isKnown(name) else {
      content.append(tag, style: .code)
      return
    }
    let use = ElementUse.of(name)
    if isEnd {
      if let last = open.lastIndex(where: { $0.name == name }) { close(open.remove(at: last), in: &content) }
      return
    }
    switch use {
    case .lineBreak: content.appendBreak(isHard: true)
    case .image: content.append(markup.value(node, .alt) ?? [])
    case .inline where open.count < Self.depth: open.append((name, content.text.count, use, nil))
    case .link where open.count < Self.depth:
      // A link ends where another begins.
      if let last = open.lastIndex(where: { $0.name == name }) { close(open.remove(at: last), in: &content) }
      guard let href = markup.value(node, .href) else { return }
      let (address, kind) = base.resolved(String(decoding: href, as: UTF8.self))
      let start = content.text.count
      content.links.append(Link(href: address, block: 0, range: start..<start, kind: kind))
      open.append((name, start, use, content.links.count - 1))
    default: return
    }
  }

  /// What is still open ends with the text.
  mutating func finish(_ content: inout InlineText) {
    while let last = open.popLast() { close(last, in: &content) }
  }

  private func close(_ tag: (name: MarkupName, start: Int, use: ElementUse, link: Int?), in content: inout InlineText) {
    let range = tag.start..<max(tag.start, content.text.count)
    if let link = tag.link {
      content.links[link].range = range
      content.inlines.append(Inline(range: range, style: .link, link: link))
    } else if case .inline(let style) = tag.use, !range.isEmpty {
      content.inlines.append(Inline(range: range, style: style, link: nil))
    }
  }

  /// What stands between blocks of Markdown, as a page shows it; nil: it begins with what only looks like a tag, never
  /// ends, or shows nothing of its text.
  static func blocks(_ source: [UInt8], _ base: LinkBase) -> (blocks: [Block], links: [Link], folds: [Fold])? {
    guard isClosed(source) else { return nil }
    let markup = Markup(parsing: source)
    if let body = markup.firstElement(.body, within: .document), let node = markup.firstChild(body),
      markup.isElement(node, markup.name(node)), !ElementUse.isKnown(markup.name(node))
    {
      return nil
    }
    var reader = PageReader(markup, base: base)
    reader.read()
    let isProgram = [MarkupName.script, .style].contains { markup.firstElement($0, within: .document) != nil }
    if reader.blocks.isEmpty, !isProgram {
      var text: [UInt8] = []
      markup.appendTextContent(of: .document, to: &text)
      guard text.allSatisfy({ $0 <= 0x20 }) else { return nil }
    }
    return (reader.blocks, reader.links, reader.folds)
  }

  /// What reaches to the end of the document where its end is missing (CommonMark 4.6, kinds 1 to 5): how it begins, and
  /// ends.
  private static let enclosures: [(start: [UInt8], end: [UInt8])] = [
    ("<!--", "-->"), ("<?", "?>"), ("<![cdata[", "]]>"), ("<!", ">"), ("<script", "</script>"), ("<style", "</style>"),
    ("<textarea", "</textarea>"), ("<pre", "</pre>"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  private static func isClosed(_ source: [UInt8]) -> Bool {
    let text = source.drop { $0 <= 0x20 }.map { lowered($0) }
    guard let found = enclosures.first(where: { text.starts(with: $0.start) }) else { return true }
    let last = found.end.count
    return text.indices.dropLast(last - 1).contains { text[$0..<$0 + last].elementsEqual(found.end) }
  }
}
