import Document
import HTML
import Text

/// Turns a page's tree into blocks: its visible text, each character once and in order, boilerplate included.
///
/// The walk is a loop, and takes time linear in the tree: pages are hostile, and may be nested deeply.
struct PageReader {
  let markup: Markup
  let base: LinkBase
  let pictureNames: PictureNames
  /// EPUB's own way to say what an element is.
  let noteTypeName: MarkupName?
  var blocks: [Block] = []
  var links: [Link] = []
  var folds: [Fold] = []
  var extent = 0
  var elements: [PageElement] = []
  /// Where the elements with an id begin, by that id: what links lead to.
  var places = PagePlaceList()
  /// The ids that are notes by what the page calls them or the links to them.
  var notes: Set<[UInt8]> = []

  var draft = InlineText()
  /// White space stands between the text so far and what follows.
  var hasGap = false
  /// What the open elements make of their text, the innermost last.
  var frames: [Frame] = []
  var lists: [ListFrame] = []
  var quotes = 0
  var preformatted = 0
  var hasTitle = false
  var table: TableDraft?
  /// Blocks at which open `<details>` began.
  var details: [Int] = []
  /// The sign before a reading is the last of the text.
  private var isReadingOpen: Bool {
    guard draft.text.last == UInt8(ascii: "("), case .reading = frames.last?.use else { return false }
    return true
  }
  /// Images that stand between the last block and the next.
  var pictures: [Picture] = []
  /// The open element that is hidden until a script shows it, and holds prose; the block at which it began.
  var hidden: (node: MarkupNode, start: Int)?
  /// The node before which the page may be parted, and how many blocks stand before it.
  var boundary: MarkupNode?
  private(set) var boundaryBlock: Int?

  struct Frame {
    let node: MarkupNode
    /// Its index among the elements that hold blocks, once it holds one.
    var element: Int?
    let use: ElementUse
    /// The role that its text has; nil: that of what holds it.
    let role: Role?
    let level: Int
  }

  struct ListFrame {
    let isOrdered: Bool
    var next: Int
    /// The number of the item whose first block is still to come.
    var ordinal: Int?
    var isItemOpen = false
  }

  /// A table whose cells hold text only.
  struct TableDraft {
    var rows: [[Table.Cell]] = []
    var cellStart: Int?
    /// What an image in the cell shows: the cell's text, if it has no other.
    var cellImage: String?
    let depth: Int
  }

  init(_ markup: Markup, base: LinkBase) {
    self.markup = markup
    self.base = base
    pictureNames = PictureNames(markup)
    noteTypeName = markup.name("epub:type")
  }

  /// Reads all that can be seen below a node; or of that what stands from `first` on, and before `end`.
  mutating func read(within top: MarkupNode = .document, from first: MarkupNode? = nil, before end: MarkupNode? = nil) {
    var node = first ?? top
    if first != nil { resume(at: node) }
    while node != end {
      if node == boundary { boundaryBlock = endRun() }
      if node == top || enter(node), let child = markup.firstChild(node) {
        node = child
        continue
      }
      leave(node)
      while node == top || markup.next(node) == nil {
        guard node != top, let parent = markup.parent(node) else {
          endRun()
          return
        }
        node = parent
        leave(node)
      }
      guard let next = markup.next(node) else { return }
      node = next
    }
    endRun()
  }

  /// Ends what is being put together; the number of blocks so far.
  @discardableResult private mutating func endRun() -> Int {
    flush()
    settlePictures()
    return blocks.count
  }

  /// Stands where a walk over the whole page would stand before it enters a node at which a piece begins.
  private mutating func resume(at node: MarkupNode) {
    hasTitle = true
    var path = [node]
    while let parent = path.last.flatMap(markup.parent) { path.append(parent) }
    for (holder, child) in zip(path.dropFirst().reversed(), path.dropLast().reversed()) {
      guard markup.kind(holder) == .element, markup.namespace(holder) == .html else { continue }
      let name = markup.name(holder)
      let use = ElementUse.of(name)
      guard use.beginsBlock else { continue }
      open(isPullQuote(holder, name) ? .quote : use, holder, name)
      guard case .list = use else { continue }
      for earlier in markup.children(holder) {
        if earlier == child { break }
        if markup.isElement(earlier, .li) { beginItem(earlier) }
      }
    }
    for index in lists.indices { lists[index].isItemOpen = false }
  }

  // MARK: In and out

  /// true: what it holds is to be read as well.
  private mutating func enter(_ node: MarkupNode) -> Bool {
    switch markup.kind(node) {
    case .document, .content: return true
    case .text:
      append(markup.textSlice(of: node))
      return false
    case .element: return enterElement(node)
    case .doctype, .comment: return false
    }
  }

  private mutating func enterElement(_ node: MarkupNode) -> Bool {
    guard markup.namespace(node) == .html else { return enterForeign(node) }
    let name = markup.name(node)
    if isHidden(node) {
      if let math = formula(in: node) { return enterForeign(math) }
      guard table == nil, holdsProse(node) else {
        // A sign that is shown but not read out parts what stands around it.
        if markup.hasAttribute(node, .ariaHidden), markup.holdsText(node) { hasGap = true }
        return false
      }
      beginHidden(node)
    }
    let use = ElementUse.of(name)
    if table != nil || !use.beginsBlock { takePlace(node) }
    switch use {
    // Browsers show what a template of a shadow root holds (WHATWG §4.12.3).
    case .unseen where name == .script:
      if let source = MathText.source(ofScript: node, in: markup) {
        settleGap()
        draft.append(source)
      }
      return false
    case .unseen: return name == .template && markup.hasAttribute(node, .shadowrootmode)
    case .plain:
      if pictureNames.isImage(name) { addPicture(node) }
      return true
    case .inline(let style):
      settleGap()
      draft.begin(style)
      frames.append(Frame(node: node, use: use, role: nil, level: 0))
      return true
    case .link: beginLink(node)
    case .lineBreak: breakLine()
    case .rule: addRule()
    case .reading:
      beginReading(node)
    case .embed: addEmbed(node)
    case .image: addPicture(node)
    case .block, .heading, .item, .list, .quote, .preformatted, .caption, .table, .row, .cell, .details, .term,
      .definition:
      begin(isPullQuote(node, name) ? .quote : use, node, name)
    }
    if case .embed = use { return false }
    return true
  }

  /// Of mathematics its text as one line; of a drawing nothing but what stands in it for everybody.
  private mutating func enterForeign(_ node: MarkupNode) -> Bool {
    guard markup.namespace(node) == .mathML else { return markup.name(node) == .foreignObject }
    guard markup.name(node) == .math else { return true }
    settleGap()
    draft.append(MathText.line(of: node, in: markup))
    return false
  }

  private mutating func begin(_ use: ElementUse, _ node: MarkupNode, _ name: MarkupName) {
    if let table, case .cell = use, table.cellStart == nil {
      beginCell()
      frames.append(Frame(node: node, use: use, role: nil, level: 0))
      return
    }
    if table != nil {
      if case .row = use { beginRow() } else { hasGap = true }
      frames.append(Frame(node: node, use: .plain, role: nil, level: 0))
      return
    }
    flush()
    takePlace(node)
    open(use, node, name)
  }

  /// Opens an element that holds blocks.
  private mutating func open(_ use: ElementUse, _ node: MarkupNode, _ name: MarkupName) {
    var role: Role?
    var level = 0
    switch use {
    case .heading(let depth): (role, level) = (.heading, depth)
    case .item:
      role = .listItem
      beginItem(node)
    case .definition: (role, level) = (.paragraph, max(1, lists.count))
    case .list: lists.append(ListFrame(isOrdered: name == .ol, next: number(node, .start) ?? 1))
    case .quote:
      quotes += 1
      role = .quote
    case .term:
      (role, level) = (.paragraph, max(0, lists.count - 1))
      draft.begin(.strong)
    case .preformatted:
      preformatted += 1
      role = .code
    case .caption: role = .caption
    case .table:
      if isData(node) {
        table = TableDraft(depth: frames.count)
        role = .table
      }
    case .details:
      settlePictures()
      details.append(blocks.count)
    case .block, .row, .cell, .unseen, .inline, .plain, .lineBreak, .rule, .link, .embed, .image, .reading:
      break
    }
    frames.append(Frame(node: node, use: use, role: role, level: level))
  }

  private mutating func leave(_ node: MarkupNode) {
    if let hidden, hidden.node == node { endHidden() }
    guard let frame = frames.last, frame.node == node else { return }
    switch frame.use {
    case .inline, .link: draft.end()
    case .reading: endReading()
    case .term:
      draft.end()
      flush()
    case .cell where table?.cellStart != nil: endCell(node, frame.use)
    case .table where table?.depth == frames.count - 1: endTable()
    case .block, .heading, .item, .list, .quote, .preformatted, .caption, .table, .row, .cell, .details, .definition:
      flush()
    case .plain: hasGap = true
    case .unseen, .lineBreak, .rule, .embed, .image: break
    }
    frames.removeLast()
    switch frame.use {
    case .list: lists.removeLast()
    case .quote: quotes -= 1
    case .preformatted: preformatted -= 1
    case .details: endDetails(node)
    case .unseen, .inline, .plain, .block, .heading, .item, .caption, .table, .row, .cell, .lineBreak, .rule, .link,
      .embed, .image, .reading, .term, .definition:
      break
    }
  }

  // MARK: Text

  private mutating func append(_ text: ArraySlice<UInt8>) {
    if preformatted > 0 {
      draft.append(text)
      return
    }
    var start = text.startIndex
    while start < text.endIndex {
      if Self.isSpace(text[start]) {
        hasGap = true
        start += 1
        continue
      }
      var end = start
      // A single space between two words stands as it is.
      while end < text.endIndex {
        if !Self.isSpace(text[end]) {
          end += 1
        } else if text[end] == 0x20, end + 1 < text.endIndex, !Self.isSpace(text[end + 1]) {
          end += 2
        } else {
          break
        }
      }
      settleGap()
      draft.append(text[start..<end])
      start = end
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B }

  /// White space before the first word of a line is not seen, and any other is one space.
  mutating func settleGap() {
    if hasGap, let last = draft.text.last, last != 0x0A, last != 0x09, last != 0x20, !isReadingOpen {
      draft.append([0x20])
    }
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
    let reference = String(decoding: href, as: UTF8.self)
    let (place, kind) = base.resolved(reference)
    if kind != .mail, kind != .blocked, isNoteLink(node) { notes.insert(PageNotes.fragment(of: place)) }
    let webAddress = kind == .blocked ? base.webAddress(reference) : nil
    draft.begin(.link, link: Link(href: place, block: 0, range: 0..<0, kind: kind, webAddress: webAddress))
    frames.append(Frame(node: node, use: .link, role: nil, level: 0))
  }
}
