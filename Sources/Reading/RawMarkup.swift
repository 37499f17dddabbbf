import Document
import HTML

/// HTML in a paragraph of Markdown. Its tags are syntax and no text: what they hold looks and leads as on a page. What
/// only looks like a tag (`<your name>`) stays as it is written.
struct RawMarkup {
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
    case .inline: open.append((name, content.text.count, use, nil))
    case .link:
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

  /// What stands between blocks of Markdown, as a page shows it; nil: it begins with what only looks like a tag.
  static func blocks(_ source: [UInt8], _ base: LinkBase) -> (blocks: [Block], links: [Link], folds: [Fold])? {
    let markup = Markup(parsing: source)
    if let body = markup.firstElement(.body, within: .document), let node = markup.firstChild(body),
      markup.isElement(node, markup.name(node)), !ElementUse.isKnown(markup.name(node))
    {
      return nil
    }
    var reader = PageReader(markup, base: base)
    reader.read()
    return (reader.blocks, reader.links, reader.folds)
  }
}
