import CCmark
import Document

/// Turns a parsed Markdown document into blocks, in one walk without recursion.
struct MarkdownReader {
  private typealias Node = OpaquePointer

  private let base: LinkBase
  private var blocks: [Block] = []
  private var links: [Link] = []
  private var folds: [Fold] = []
  /// Numbers of footnotes that a block refers to, and the block of each footnote.
  private var references: [(block: Int, number: Int)] = []
  private var footnotes: [Int: Int] = [:]

  // Where the walk stands.
  private var quoteDepth = 0
  private var lists: [List] = []
  private var item: Item?
  private var footnote: Int?
  private var footnoteCount = 0
  private var content: InlineText?
  private var raw = RawMarkup()
  private var table: [[Table.Cell]] = []
  private var isHeaderRow = false
  private var cellStart = 0
  /// Inside an image everything is its alternative text.
  private var imageDepth = 0

  private struct List {
    var next: Int?
  }

  /// An item whose first block has not come.
  private struct Item {
    var ordinal: Int?
    var task: String?
  }

  init(base: LinkBase) {
    self.base = base
  }

  mutating func read(_ document: OpaquePointer) {
    guard let iterator = cmark_iter_new(document) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, event != CMARK_EVENT_NONE else { return }
      guard let node = cmark_iter_get_node(iterator) else { continue }
      let type = Self.type(of: node)
      if event == CMARK_EVENT_ENTER { enter(node, type) } else { leave(node, type) }
    }
  }

  /// The library's name of a node's type; it has none for those of footnotes.
  private static func type(of node: Node) -> String {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_FOOTNOTE_DEFINITION: "footnote_definition"
    case CMARK_NODE_FOOTNOTE_REFERENCE: "footnote_reference"
    default: String(cString: cmark_node_get_type_string(node))
    }
  }

  // MARK: Blocks

  private mutating func enter(_ node: Node, _ type: String) {
    switch type {
    case "block_quote": quoteDepth += 1
    case "list":
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      lists.append(List(next: isOrdered ? Int(cmark_node_get_list_start(node)) : nil))
    case "item", "tasklist": beginItem(node, type)
    case "paragraph", "heading": content = beginning(of: node)
    case "table":
      content = InlineText()
      table = []
    case "table_row", "table_header": beginRow(isHeader: type == "table_header")
    case "table_cell": beginCell()
    case "code_block": addCode(node)
    case "html_block": addRaw(node)
    case "thematic_break": add(Block(role: .rule, text: []))
    case "footnote_definition":
      footnoteCount += 1
      footnote = footnoteCount
    default: enterInline(node, type)
    }
  }

  private mutating func leave(_ node: Node, _ type: String) {
    switch type {
    case "block_quote": quoteDepth -= 1
    case "list": lists.removeLast(lists.isEmpty ? 0 : 1)
    case "item", "tasklist":
      // An empty item is still an item.
      if item != nil { add(Block(role: .paragraph, text: [])) }
    case "paragraph": endParagraph()
    case "heading": endHeading(level: Int(cmark_node_get_heading_level(node)))
    case "table_cell": endCell()
    case "table": endTable()
    case "footnote_definition": footnote = nil
    default: leaveInline(node, type)
    }
  }

  private mutating func beginItem(_ node: Node, _ type: String) {
    let ordinal = lists.last?.next
    if let ordinal { lists[lists.count - 1].next = ordinal &+ 1 }
    let isDone = type == "tasklist" && cmark_gfm_extensions_get_tasklist_item_checked(node)
    item = Item(ordinal: ordinal, task: type == "tasklist" ? (isDone ? "[x] " : "[ ] ") : nil)
  }

  /// The text of a paragraph or heading: which breaks it holds decides how soft ones are written.
  private func beginning(of node: Node) -> InlineText {
    var content = InlineText()
    content.keepsLines = holdsHardBreak(node)
    return content
  }

  private func holdsHardBreak(_ node: Node) -> Bool {
    guard let iterator = cmark_iter_new(node) else { return false }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE || event == CMARK_EVENT_NONE { return false }
      guard let inner = cmark_iter_get_node(iterator) else { continue }
      if cmark_node_get_type(inner) == CMARK_NODE_LINEBREAK { return true }
      if cmark_node_get_type(inner) == CMARK_NODE_HTML_INLINE, isBreak(literal(inner)) { return true }
    }
  }

  private mutating func endParagraph() {
    guard let content else { return }
    self.content = nil
    let isFigure = content.image != nil && content.isImageOnly && item == nil
    add(Block(role: isFigure ? .figure : .paragraph, text: content.text), content)
  }

  private mutating func endHeading(level: Int) {
    guard let content else { return }
    self.content = nil
    add(Block(role: .heading, level: max(1, min(level, 6)), text: content.text), content)
  }

  private mutating func addCode(_ node: Node) {
    var text = literal(node)
    if text.last == 0x0A { text.removeLast() }
    let info = String(decoding: bytes(cmark_node_get_fence_info(node)), as: UTF8.self)
    let language = info.prefix { !$0.isWhitespace && $0 != "," && $0 != "{" }
    add(Block(role: .code, text: text, keepsLines: true, language: language.isEmpty ? nil : String(language)))
  }

  /// HTML between blocks. As code, where it is none.
  private mutating func addRaw(_ node: Node) {
    var text = literal(node)
    while let last = text.last, last == 0x0A { text.removeLast() }
    guard let found = RawMarkup.blocks(text, base) else {
      add(Block(role: .code, text: text, keepsLines: true, language: "html"))
      return
    }
    for fold in found.folds { folds.append(moved(fold, blocks.count)) }
    var links = found.links.enumerated().map { $0 }[...]
    for (index, block) in found.blocks.enumerated() {
      var (block, content) = (block, InlineText())
      block.element = nil
      content.text = block.text
      content.image = block.image
      var places: [Int: Int] = [:]
      while let link = links.first, link.element.block <= index {
        places[link.offset] = content.links.count
        content.links.append(link.element)
        links = links.dropFirst()
      }
      content.inlines = block.inlines.map {
        Inline(range: $0.range, style: $0.style, link: $0.link.flatMap { places[$0] })
      }
      add(block, content)
    }
  }

  private func moved(_ fold: Fold, _ shift: Int) -> Fold {
    var fold = fold
    fold.blocks = fold.blocks.lowerBound + shift...fold.blocks.upperBound + shift
    return fold
  }

  /// Adds a block with what was put together for it. A paragraph becomes what it stands in.
  private mutating func add(_ block: Block, _ content: InlineText = InlineText()) {
    var (block, content) = (block, content)
    raw.finish(&content)
    if block.role == .paragraph { place(&block) }
    item = nil
    let shift = block.text.count - content.text.count
    block.inlines = content.inlines.map { inline in
      Inline(range: moved(inline.range, shift), style: inline.style, link: inline.link.map { $0 + links.count })
    }
    .sorted { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) }
    for link in content.links {
      var link = link
      link.block = blocks.count
      link.range = moved(link.range, shift)
      links.append(link)
    }
    block.keepsLines = block.keepsLines || content.keepsLines
    block.image = content.image
    if let footnote, footnotes[footnote] == nil { footnotes[footnote] = blocks.count }
    references += content.notes.map { (blocks.count, $0) }
    blocks.append(block)
  }

  private func moved(_ range: Range<Int>, _ shift: Int) -> Range<Int> {
    range.lowerBound + shift..<range.upperBound + shift
  }

  /// A paragraph in a list, a footnote or a quotation.
  private func place(_ block: inout Block) {
    if let item {
      block.role = .listItem
      block.level = max(lists.count, 1)
      block.ordinal = item.ordinal
      if let task = item.task {
        block.text = Array(task.utf8) + block.text
        block.marker = 0..<task.utf8.count
      }
    } else if let footnote {
      block.role = .footnote
      block.ordinal = footnotes[footnote] == nil ? footnote : nil
    } else if quoteDepth > 0 {
      block.role = .quote
      block.level = quoteDepth
    }
  }

  // MARK: Tables

  private mutating func beginRow(isHeader: Bool) {
    isHeaderRow = isHeader
    if !table.isEmpty { content?.text.append(0x0A) }
    table.append([])
  }

  private mutating func beginCell() {
    guard let row = table.indices.last else { return }
    if !table[row].isEmpty { content?.text.append(0x09) }
    cellStart = content?.text.count ?? 0
  }

  private mutating func endCell() {
    guard let row = table.indices.last, let content else { return }
    table[row].append(Table.Cell(range: cellStart..<content.text.count, isHeader: isHeaderRow))
  }

  private mutating func endTable() {
    guard let content else { return }
    self.content = nil
    add(Block(role: .table, text: content.text, keepsLines: true, table: Table(rows: table)), content)
  }

  // MARK: Inlines

  private mutating func enterInline(_ node: Node, _ type: String) {
    switch type {
    case "text":
      let text = literal(node)
      content?.append(text)
    case "softbreak": content?.appendBreak(isHard: false)
    case "linebreak": content?.appendBreak(isHard: true)
    case "code":
      let text = literal(node)
      content?.append(text, style: .code)
    case "html_inline": appendRaw(literal(node))
    case "emph": content?.begin(.emphasis)
    case "strong": content?.begin(.strong)
    case "strikethrough": content?.begin(.deleted)
    case "link":
      let link = link(to: string(cmark_node_get_url(node)))
      content?.begin(.link, link: link)
    case "image": beginImage(node)
    case "footnote_reference": appendReference(node)
    default: break
    }
  }

  private mutating func leaveInline(_ node: Node, _ type: String) {
    switch type {
    case "emph", "strong", "strikethrough", "link": content?.end()
    case "image": endImage()
    default: break
    }
  }

  private func link(to reference: String) -> Link {
    let (href, kind) = base.resolved(reference)
    return Link(href: href, block: 0, range: 0..<0, kind: kind)
  }

  private mutating func appendRaw(_ text: [UInt8]) {
    // Taken out, so that it is not copied.
    guard var content = content.take() else { return }
    raw.read(text, into: &content, base)
    self.content = content
  }

  /// `<br>`
  private func isBreak(_ text: [UInt8]) -> Bool {
    let name = text.dropFirst().prefix { $0 > 0x20 && $0 != 0x2F && $0 != 0x3E }
    return text.first == 0x3C && name.count == 2 && name.allSatisfy { $0 | 0x20 == 0x62 || $0 | 0x20 == 0x72 }
      && name.first.map { $0 | 0x20 } == 0x62
  }

  private mutating func beginImage(_ node: Node) {
    imageDepth += 1
    guard imageDepth == 1, let open = content else { return }
    imageState = (open.text.count, open.isImageOnly, string(cmark_node_get_url(node)))
  }

  private var imageState: (start: Int, isImageOnly: Bool, url: String)?

  private mutating func endImage() {
    imageDepth -= 1
    guard imageDepth == 0, let state = imageState, let open = content else { return }
    imageState = nil
    content?.isImageOnly = state.isImageOnly
    guard open.image == nil else { return }
    let alt = String(decoding: open.text[state.start...], as: UTF8.self)
    content?.image = Image(src: base.resolved(state.url).href, alt: alt)
  }

  /// `[1]`: the number that the parser gave it.
  private mutating func appendReference(_ node: Node) {
    let number = String(decoding: literal(node), as: UTF8.self)
    content?.begin(.superscript)
    content?.append(Array("[\(number)]".utf8))
    content?.end()
    if let value = Int(number) { content?.notes.append(value) }
  }

  private func literal(_ node: Node) -> [UInt8] { bytes(cmark_node_get_literal(node)) }

  private func bytes(_ string: UnsafePointer<CChar>?) -> [UInt8] { Array(self.string(string).utf8) }

  private func string(_ string: UnsafePointer<CChar>?) -> String { string.map { String(cString: $0) } ?? "" }

  // MARK: The whole

  /// Links footnotes and the blocks that refer to them, both ways.
  mutating func connectNotes() {
    for (block, number) in references {
      guard let note = footnotes[number] else { continue }
      if blocks[block].note == nil { blocks[block].note = BlockID(piece: 0, index: note) }
      if blocks[note].note == nil { blocks[note].note = BlockID(piece: 0, index: block) }
    }
  }

  /// Blocks after the title among which a byline and a date are looked for.
  private static let frontBlocks = 4

  /// The first heading of the first level is the title, where it is the first block; else the front matter's, which
  /// is set before the first block.
  mutating func assignFront(title: String?) {
    if let first = blocks.first, first.role == .heading, first.level == 1 {
      blocks[0].role = .title
      blocks[0].level = 0
    } else if let title, !title.isEmpty {
      insertTitle(title)
    }
    guard blocks.first?.role == .title else { return }
    for at in blocks.indices.dropFirst().prefix(Self.frontBlocks) where blocks[at].role == .paragraph {
      guard blocks[at].text.count <= headingColumns else { return }
      let text = String(decoding: blocks[at].text, as: UTF8.self)
      if isDateLine(text) { blocks[at].role = .dateline } else if isByline(text) { blocks[at].role = .byline }
    }
  }

  private mutating func insertTitle(_ title: String) {
    blocks.insert(Block(role: .title, text: Array(title.utf8)), at: 0)
    for at in blocks.indices {
      blocks[at].note = blocks[at].note.map { BlockID(piece: 0, index: $0.index + 1) }
    }
    for at in links.indices { links[at].block += 1 }
    folds = folds.map { moved($0, 1) }
  }

  /// The blocks, each at its place among the bytes of all texts.
  func piece() -> Piece {
    var blocks = blocks
    var end = 0
    for at in blocks.indices {
      blocks[at].extent = end..<end + blocks[at].text.count
      end += blocks[at].text.count
    }
    return Piece(extent: 0..<end, blocks: blocks, folds: folds, links: links)
  }
}
