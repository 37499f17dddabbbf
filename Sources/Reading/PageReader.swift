import Document
import HTML
import Text

/// Turns a page's tree into blocks: its visible text, each character once and in order, boilerplate included.
///
/// The walk is a loop, and takes time linear in the tree: pages are hostile, and may be nested deeply.
struct PageReader {
  private let markup: Markup
  private let base: LinkBase
  private(set) var blocks: [Block] = []
  private(set) var links: [Link] = []
  private(set) var folds: [Fold] = []
  private(set) var extent = 0

  private var draft = InlineText()
  private var draftRole = Role.paragraph
  /// White space stands between the text so far and what follows.
  private var hasGap = false
  /// What the open elements make of their text, the innermost last.
  private var frames: [Frame] = []
  private var lists: [ListFrame] = []
  private var quotes = 0
  private var preformatted = 0
  private var hasTitle = false
  private var table: TableDraft?
  /// Blocks at which open `<details>` began.
  private var details: [Int] = []

  private struct Frame {
    let node: MarkupNode
    let use: ElementUse
    /// The role that its text has; nil: that of what holds it.
    let role: Role?
    let level: Int
  }

  private struct ListFrame {
    let isOrdered: Bool
    var next: Int
    /// The number of the item whose first block is still to come.
    var ordinal: Int?
    var isItemOpen = false
  }

  /// A table whose cells hold text only.
  private struct TableDraft {
    var rows: [[Table.Cell]] = []
    var cellStart: Int?
    let depth: Int
  }

  init(_ markup: Markup, base: LinkBase) {
    self.markup = markup
    self.base = base
  }

  /// Reads all that can be seen.
  mutating func read() {
    var node = MarkupNode.document
    while true {
      if enter(node), let child = markup.firstChild(node) {
        node = child
        continue
      }
      leave(node)
      while markup.next(node) == nil {
        guard let parent = markup.parent(node) else {
          flush()
          return
        }
        node = parent
        leave(node)
      }
      guard let next = markup.next(node) else { return }
      node = next
    }
  }

  // MARK: In and out

  /// true: what it holds is to be read as well.
  private mutating func enter(_ node: MarkupNode) -> Bool {
    switch markup.kind(node) {
    case .document: return true
    case .text:
      append(markup.text(of: node))
      return false
    case .element: return enterElement(node)
    case .doctype, .comment, .content: return false
    }
  }

  private mutating func enterElement(_ node: MarkupNode) -> Bool {
    guard markup.namespace(node) == .html else { return enterForeign(node) }
    guard !isHidden(node) else { return false }
    let name = markup.name(node)
    let use = ElementUse.of(name)
    switch use {
    case .unseen: return false
    case .plain: return true
    case .inline(let style):
      settleGap()
      draft.begin(style)
      frames.append(Frame(node: node, use: use, role: nil, level: 0))
      return true
    case .link: beginLink(node)
    case .lineBreak: breakLine()
    case .rule: addRule()
    case .embed: addEmbed(node)
    case .block, .heading, .item, .list, .quote, .preformatted, .caption, .table, .row, .cell, .details:
      begin(use, node, name)
    }
    if case .embed = use { return false }
    return true
  }

  /// Of mathematics its text; of a drawing nothing but what stands in it for everybody.
  private func enterForeign(_ node: MarkupNode) -> Bool {
    markup.namespace(node) == .mathML && !markup.isElement(node, .annotation) || markup.name(node) == .foreignObject
  }

  private func isHidden(_ node: MarkupNode) -> Bool {
    if markup.hasAttribute(node, .hidden) || markup.hasValue(node, .ariaHidden, "true") { return true }
    if markup.name(node) == .dialog, !markup.hasAttribute(node, .open) { return true }
    guard let style = markup.value(node, .style) else { return false }
    let plain = String(decoding: style, as: UTF8.self).lowercased().filter { $0 != " " }
    return plain.contains("display:none") || plain.contains("visibility:hidden")
  }

  private mutating func begin(_ use: ElementUse, _ node: MarkupNode, _ name: MarkupName) {
    if let table, case .cell(let isHeader) = use, table.cellStart == nil {
      beginCell(node, isHeader: isHeader)
      frames.append(Frame(node: node, use: use, role: nil, level: 0))
      return
    }
    if table != nil {
      if case .row = use { beginRow() } else { hasGap = true }
      frames.append(Frame(node: node, use: .plain, role: nil, level: 0))
      return
    }
    flush()
    var role: Role?
    var level = 0
    switch use {
    case .heading(let depth): (role, level) = (.heading, depth)
    case .item:
      role = .listItem
      beginItem(node)
    case .list: lists.append(ListFrame(isOrdered: name == .ol, next: number(node, .start) ?? 1))
    case .quote:
      quotes += 1
      role = .quote
    case .preformatted:
      preformatted += 1
      role = .code
    case .caption: role = .caption
    case .table:
      if isData(node) {
        table = TableDraft(depth: frames.count)
        role = .table
      }
    case .details: details.append(blocks.count)
    case .block, .row, .cell, .unseen, .inline, .plain, .lineBreak, .rule, .link, .embed: break
    }
    frames.append(Frame(node: node, use: use, role: role, level: level))
  }

  private mutating func leave(_ node: MarkupNode) {
    guard let frame = frames.last, frame.node == node else { return }
    switch frame.use {
    case .inline, .link: draft.end()
    case .cell where table?.cellStart != nil: endCell(node, frame.use)
    case .table where table?.depth == frames.count - 1: endTable()
    case .block, .heading, .item, .list, .quote, .preformatted, .caption, .table, .row, .cell, .details:
      flush()
    case .plain: hasGap = true
    case .unseen, .lineBreak, .rule, .embed: break
    }
    frames.removeLast()
    switch frame.use {
    case .list: lists.removeLast()
    case .quote: quotes -= 1
    case .preformatted: preformatted -= 1
    case .details: endDetails(node)
    case .unseen, .inline, .plain, .block, .heading, .item, .caption, .table, .row, .cell, .lineBreak, .rule, .link,
      .embed:
      break
    }
  }

  // MARK: Text

  private mutating func append(_ text: [UInt8]) {
    if preformatted > 0 {
      draft.append(text)
      return
    }
    var start = 0
    while start < text.count {
      if Self.isSpace(text[start]) {
        hasGap = true
        start += 1
        continue
      }
      var end = start
      while end < text.count, !Self.isSpace(text[end]) { end += 1 }
      settleGap()
      draft.append(text[start..<end])
      start = end
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B }

  /// White space before the first word of a line is not seen, and any other is one space.
  private mutating func settleGap() {
    if hasGap, let last = draft.text.last, last != 0x0A, last != 0x09, last != 0x20 { draft.append([0x20]) }
    hasGap = false
  }

  /// A second break in a row ends the paragraph.
  private mutating func breakLine() {
    if table != nil {
      hasGap = true
    } else if preformatted > 0 {
      draft.text.append(0x0A)
    } else if draft.text.last == 0x0A {
      flush()
    } else if !draft.text.isEmpty {
      draft.text.append(0x0A)
    }
    hasGap = false
  }

  private mutating func beginLink(_ node: MarkupNode) {
    settleGap()
    guard let href = markup.value(node, .href) else {
      frames.append(Frame(node: node, use: .plain, role: nil, level: 0))
      return
    }
    let (place, kind) = base.resolved(String(decoding: href, as: UTF8.self))
    draft.begin(.link, link: Link(href: place, block: 0, range: 0..<0, kind: kind))
    frames.append(Frame(node: node, use: .link, role: nil, level: 0))
  }

  // MARK: Blocks

  /// Ends the block that is being put together. Inline elements that are open go on in the next one.
  private mutating func flush() {
    hasGap = false
    let reopened = draft.reopened()
    defer { draft = reopened }
    var text = draft
    text.trimEnd()
    guard text.text.contains(where: { $0 > 0x20 }) else { return }
    add(text, role: role)
  }

  private var role: (role: Role, level: Int) {
    guard let frame = frames.last(where: { $0.role != nil }), let role = frame.role else { return (.paragraph, 0) }
    switch role {
    case .listItem: return lists.last?.isItemOpen == true ? (.listItem, lists.count) : (.paragraph, 0)
    case .quote: return (.quote, quotes)
    case .heading where frame.level == 1 && !hasTitle: return (.title, 0)
    default: return (role, frame.level)
    }
  }

  private mutating func add(_ text: InlineText, role: (role: Role, level: Int), table: Table? = nil) {
    var block = Block(
      role: role.role, level: role.level, text: text.text, keepsLines: true, table: table,
      extent: extent..<extent + text.text.count)
    block.inlines = text.inlines.map { inline in
      Inline(range: inline.range, style: inline.style, link: inline.link.map { $0 + links.count })
    }
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

  private mutating func beginItem(_ node: MarkupNode) {
    guard !lists.isEmpty else { return lists.append(ListFrame(isOrdered: false, next: 1, isItemOpen: true)) }
    let last = lists.count - 1
    let number = number(node, .value) ?? lists[last].next
    lists[last].next = number &+ 1
    lists[last].ordinal = lists[last].isOrdered ? number : nil
    lists[last].isItemOpen = true
  }

  private func number(_ node: MarkupNode, _ name: MarkupName) -> Int? {
    markup.value(node, name).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  private mutating func addRule() {
    guard table == nil else { return }
    flush()
    blocks.append(Block(role: .rule, text: [], extent: extent..<extent))
  }

  /// What stood here from elsewhere, with its address.
  private mutating func addEmbed(_ node: MarkupNode) {
    guard table == nil, let source = markup.value(node, .src) ?? markup.value(node, .data), !source.isEmpty else {
      return
    }
    flush()
    let place = base.resolved(String(decoding: source, as: UTF8.self)).href
    let name = String(decoding: markup.text(markup.name(node)), as: UTF8.self)
    let title = markup.value(node, .title).map { String(decoding: $0, as: UTF8.self) }
    let alt = [name, title, place].compactMap { $0 }.joined(separator: ": ")
    blocks.append(Block(role: .embed, text: [], image: Image(src: place, alt: alt), extent: extent..<extent))
  }

  private mutating func endDetails(_ node: MarkupNode) {
    guard let start = details.popLast(), details.isEmpty, !markup.hasAttribute(node, .open) else { return }
    guard start + 1 < blocks.count else { return }
    let hidden = start + 1...blocks.count - 1
    let words = hidden.reduce(0) { $0 + Text.words(in: blocks[$1].text, 0..<blocks[$1].text.count) }
    let label = sanitised(String(String(decoding: blocks[start].text.prefix(160), as: UTF8.self).prefix(40)))
    folds.append(Fold(kind: .details, blocks: hidden, words: words, label: label))
  }

  // MARK: Tables

  /// A table of data has several rows and columns, and no blocks in its cells; any other only puts things in place.
  private func isData(_ top: MarkupNode) -> Bool {
    var rows = 0
    var cells = 0
    var node = markup.after(top, within: top)
    while let current = node {
      if markup.kind(current) == .element {
        switch ElementUse.of(markup.name(current)) {
        case .row: rows += 1
        case .cell: cells += 1
        case .table, .list, .heading, .quote, .preformatted, .details, .embed: return false
        case .block where ![.tbody, .thead, .tfoot, .p, .div].contains(markup.name(current)): return false
        case .unseen, .inline, .plain, .block, .item, .caption, .lineBreak, .rule, .link: break
        }
      }
      node = markup.after(current, within: top)
    }
    return rows > 1 && cells > rows
  }

  private mutating func beginRow() {
    if table?.rows.isEmpty == false { draft.text.append(0x0A) }
    table?.rows.append([])
    hasGap = false
  }

  private mutating func beginCell(_ node: MarkupNode, isHeader: Bool) {
    if table?.rows.isEmpty != false { table?.rows.append([]) }
    if table?.rows.last?.isEmpty == false { draft.text.append(0x09) }
    table?.cellStart = draft.text.count
    hasGap = false
  }

  private mutating func endCell(_ node: MarkupNode, _ use: ElementUse) {
    guard let start = table?.cellStart, let rows = table?.rows.count, rows > 0, case .cell(let isHeader) = use else {
      return
    }
    let spans = (column: number(node, .colspan) ?? 1, row: number(node, .rowspan) ?? 1)
    table?.rows[rows - 1].append(
      Table.Cell(
        range: start..<draft.text.count, isHeader: isHeader, columnSpan: min(max(1, spans.column), 1000),
        rowSpan: min(max(1, spans.row), 65534)))
    table?.cellStart = nil
    hasGap = false
  }

  private mutating func endTable() {
    let rows = table?.rows ?? []
    table = nil
    let text = draft
    draft = InlineText()
    hasGap = false
    guard text.text.contains(where: { $0 > 0x20 }) else { return }
    add(text, role: (.table, 0), table: Table(rows: rows))
  }
}
