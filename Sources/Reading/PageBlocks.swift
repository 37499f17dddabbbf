import Document
import HTML
import Text

/// Blocks of a page, as they end.
extension PageReader {
  /// Ends the block that is being put together. Inline elements that are open go on in the next one.
  mutating func flush() {
    hasGap = false
    let reopened = draft.reopened()
    defer { draft = reopened }
    var text = draft
    text.trimEnd()
    // A paragraph of no-break spaces is a gap; a link in it is still one.
    guard text.text.contains(where: { $0 > 0x20 }), !text.links.isEmpty || !showsNothing(text.text[...]) else { return }
    add(text, role: role)
  }

  var role: (role: Role, level: Int) {
    guard let frame = frames.last(where: { $0.role != nil }), let role = frame.role else { return (.paragraph, 0) }
    switch role {
    case .listItem: return lists.last?.isItemOpen == true ? (.listItem, lists.count) : (.paragraph, 0)
    case .quote: return (.quote, quotes)
    case .heading where frame.level == 1 && !hasTitle: return (.title, 0)
    default: return (role, frame.level)
    }
  }

  mutating func add(_ text: InlineText, role: (role: Role, level: Int), table: Table? = nil) {
    settlePictures(beside: text.text)
    var block = Block(
      role: role.role, level: role.level, text: text.text, keepsLines: true, table: table,
      extent: extent..<extent + text.text.count)
    block.inlines = text.inlines.map { inline in
      Inline(range: inline.range, style: inline.style, link: inline.link.map { $0 + links.count })
    }
    block.element = element()
    if role.role == .title { hasTitle = true }
    if role.role == .listItem, let list = lists.last {
      block.ordinal = list.ordinal
      lists[lists.count - 1].isItemOpen = false
    }
    for var link in text.links {
      link.block = blocks.count
      links.append(link)
    }
    extent += text.text.count
    blocks.append(block)
  }

  /// The innermost open element, which from now on is among those that hold blocks.
  mutating func element() -> Int? {
    var parent: Int?
    for index in frames.indices {
      switch frames[index].use {
      case .inline, .link, .plain, .unseen, .lineBreak, .reading: continue
      case .block, .heading, .item, .list, .quote, .preformatted, .caption, .table, .row, .cell, .details, .rule,
        .embed, .image, .term, .definition:
        break
      }
      if frames[index].element == nil {
        frames[index].element = elements.count
        elements.append(pageElement(frames[index].node, parent: parent))
      }
      parent = frames[index].element
    }
    return parent
  }

  private func pageElement(_ node: MarkupNode, parent: Int?) -> PageElement {
    var words: [UInt64] = []
    for attribute in markup.attributes(node) {
      switch attribute.name {
      case .class, .id, .role, .itemprop: words += NameWords(markup.valueSlice(attribute)).prefix(Self.wordsOfName)
      default: break
      }
    }
    if hidden?.node == node { words.append(Self.hiddenWord) }
    return PageElement(parent: parent, tag: nameHash(markup.text(markup.name(node))), words: words)
  }

  /// A class of more words says no more.
  private static let wordsOfName = 24
  private static let hiddenWord = nameHash("hidden".utf8)

  mutating func beginItem(_ node: MarkupNode) {
    guard !lists.isEmpty else { return lists.append(ListFrame(isOrdered: false, next: 1, isItemOpen: true)) }
    let last = lists.count - 1
    let number = number(node, .value) ?? lists[last].next
    lists[last].next = number &+ 1
    lists[last].ordinal = lists[last].isOrdered ? number : nil
    lists[last].isItemOpen = true
  }

  func number(_ node: MarkupNode, _ name: MarkupName) -> Int? {
    markup.value(node, name).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  mutating func addRule() {
    guard table == nil else { return }
    flush()
    settlePictures()
    blocks.append(Block(role: .rule, text: [], extent: extent..<extent))
  }

  /// What stood here from elsewhere, with its address.
  mutating func addEmbed(_ node: MarkupNode) {
    guard table == nil, let source = markup.value(node, .src) ?? markup.value(node, .data), !source.isEmpty else {
      return
    }
    flush()
    settlePictures()
    let place = base.resolved(String(decoding: source, as: UTF8.self)).href
    let name = String(decoding: markup.text(markup.name(node)), as: UTF8.self)
    let title = markup.value(node, .title).map { String(decoding: $0, as: UTF8.self) }
    let alt = [name, title, place].compactMap { $0 }.joined(separator: ": ")
    var block = Block(role: .embed, text: [], image: Image(src: place, alt: alt), extent: extent..<extent)
    block.element = element()
    blocks.append(block)
  }

  mutating func endDetails(_ node: MarkupNode) {
    settlePictures()
    guard var start = details.popLast(), details.isEmpty, !markup.hasAttribute(node, .open) else { return }
    while start < blocks.count, blocks[start].isPicture { start += 1 }
    guard start < blocks.count else { return }
    // A summary may be a sign only, or none.
    guard isInSummary(blocks[start]) else { return addFold(start...blocks.count - 1) }
    guard start + 1 < blocks.count else { return }
    addFold(start + 1...blocks.count - 1, labelledBy: start)
  }

  private func isInSummary(_ block: Block) -> Bool {
    var element = block.element
    while let at = element {
      if elements[at].tag == Self.summary { return true }
      element = elements[at].parent
    }
    return false
  }

  private static let summary = nameHash("summary".utf8)
}
