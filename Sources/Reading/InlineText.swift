import Document

/// The text of one block while it is put together, with its styles and links.
struct InlineText {
  var text: [UInt8] = []
  var inlines: [Inline] = []
  /// What the links are, in the order of their beginnings; `block` is set later.
  var links: [Link] = []
  var image: Image?
  /// Footnotes that it refers to, by number.
  var notes: [Int] = []
  /// A hard line break stands in it: then soft ones are spaces.
  var keepsLines = false
  /// Nothing but an image, and the links around it.
  var isImageOnly = true

  private var open: [(style: Inline.Style, start: Int, link: Int?)] = []

  mutating func append(_ string: some Sequence<UInt8>) {
    let start = text.count
    text += string
    if !text[start...].allSatisfy({ $0 <= 0x20 }) { isImageOnly = false }
  }

  mutating func append(_ string: [UInt8], style: Inline.Style) {
    begin(style)
    append(string)
    end()
  }

  mutating func begin(_ style: Inline.Style, link: Link? = nil) {
    if let link { links.append(link) }
    open.append((style, text.count, link == nil ? nil : links.count - 1))
  }

  mutating func end() {
    guard let last = open.popLast() else { return }
    let range = last.start..<text.count
    if let link = last.link { links[link].range = range }
    // A link without text is still there to be listed.
    guard !range.isEmpty || last.link != nil else { return }
    inlines.append(Inline(range: range, style: last.style, link: last.link))
  }

  mutating func appendBreak(isHard: Bool) {
    text.append(isHard || !keepsLines ? 0x0A : 0x20)
  }

  /// A new text in which the styles that are open here go on; they are closed here.
  mutating func reopened() -> InlineText {
    var next = InlineText()
    let styles = open.map { ($0.style, $0.link.map { links[$0] }) }
    while !open.isEmpty { end() }
    for (style, link) in styles { next.begin(style, link: link) }
    return next
  }

  /// Drops white space at the end.
  mutating func trimEnd() {
    while let last = text.last, last <= 0x20 { text.removeLast() }
    inlines = inlines.compactMap { inline in
      let range = inline.range.clamped(to: 0..<text.count)
      return range.isEmpty && inline.link == nil ? nil : Inline(range: range, style: inline.style, link: inline.link)
    }
    for index in links.indices { links[index].range = links[index].range.clamped(to: 0..<text.count) }
  }
}
