import Document
import HTML

/// A page of HTML: its visible text as blocks, and what its head says of it.
package enum HTMLPage {
  /// The charset that the standard's sniffing finds, where a transport's label may be known.
  package static func charset(of bytes: [UInt8], declared: String?) -> Charset {
    Charset(label: EncodingSniffer.sniff(bytes, transportLabel: declared).name)
  }

  /// Reads a page whole. The bytes are taken as UTF-8; what is not is read as U+FFFD.
  package static func read(_ bytes: [UInt8], base: LinkBase) -> (piece: Piece, metadata: Metadata) {
    ParsedPage(bytes, base: base).whole()
  }
}

/// A page whose tree is there, and what its head says of it. Its text is read whole, or a part at a time.
package struct ParsedPage {
  let markup: Markup
  let base: LinkBase
  private let articleBody: String?
  private let metadata: Metadata
  /// The page's own addresses, without fragments.
  private let addresses: [String]

  /// The bytes are taken as UTF-8; what is not is read as U+FFFD.
  package init(_ bytes: [UInt8], base location: LinkBase) {
    markup = Markup(parsing: bytes)
    let head = PageMetadata(markup)
    articleBody = head.articleBody
    metadata = head.read()
    base = (Self.base(of: markup, location) ?? location).declared(at: metadata.url)
    addresses = [location.address, metadata.url].compactMap { $0.map { String($0.prefix { $0 != "#" }) } }
  }

  package func whole() -> (piece: Piece, metadata: Metadata) {
    let (piece, metadata, _) = whole(before: nil)
    return (piece, metadata)
  }

  /// The same, and how many of its blocks stand before a node at which it may be parted.
  func whole(before boundary: MarkupNode?) -> (piece: Piece, metadata: Metadata, blocks: Int?) {
    var reader = PageReader(markup, base: base)
    reader.boundary = boundary
    reader.read()
    let unseen = boundary == nil ? UnseenText(below: reader, articleBody: articleBody) : nil
    if let unseen { reader = unseen.reader }
    reader.places.sort()
    let piece = piece(of: reader, extent: 0..<reader.extent)
    var metadata = metadata(with: piece)
    if let unseen { metadata.origins["text"] = unseen.origin }
    return (piece, metadata, reader.boundaryBlock)
  }

  /// Bytes of prose that fill a first screen, and let it be judged.
  private static let screenBytes = 1 << 12

  /// Of a page of which more is to come: what stands before the last place at which it may be parted, and stays as it is;
  /// nil: that is no first screen yet.
  package func beginning() -> (piece: Piece, metadata: Metadata)? {
    let cuts = PageCuts(PageReader(markup, base: base), every: Self.screenBytes)
    guard cuts.behindProse != nil, let end = cuts.last else { return nil }
    let piece = piece(0, from: nil, before: end, extent: nil).piece
    return (piece, metadata(with: piece))
  }

  /// What stands from `start` on and before `end`, as the piece of that number; nil: its extent is its text's.
  func piece(
    _ number: Int, from start: MarkupNode?, before end: MarkupNode?, extent: Range<Int>?
  ) -> (piece: Piece, places: PagePlaceList) {
    var reader = PageReader(markup, base: base)
    reader.extent = extent?.lowerBound ?? 0
    reader.read(from: start, before: end)
    reader.places.sort()
    var piece = piece(of: reader, extent: extent ?? 0..<reader.extent, number: number)
    guard let extent else { return (piece, reader.places) }
    // Words in the place of images may make the text longer than it is in the tree.
    for index in piece.blocks.indices { piece.blocks[index].extent = piece.blocks[index].extent.clamped(to: extent) }
    return (piece, reader.places)
  }

  private func piece(of reader: PageReader, extent: Range<Int>, number: Int = 0) -> Piece {
    var roles = PageRoles(blocks: reader.blocks, elements: reader.elements)
    roles.settle(metadata, holdsTitle: number == 0)
    var links = reader.links
    PageNotes(places: reader.places, notes: reader.notes, piece: number, addresses: addresses)
      .settle(&roles.blocks, &links)
    return Piece(
      extent: extent, blocks: roles.blocks, folds: reader.folds, links: links, elements: reader.elements)
  }

  /// What the head says; the title is the first heading, where nothing else says what it is.
  func metadata(with first: Piece) -> Metadata {
    guard metadata.title == nil, let title = first.blocks.first(where: { $0.role == .title }) else { return metadata }
    var metadata = metadata
    metadata.title = String(decoding: title.text, as: UTF8.self)
    metadata.origins["title"] = "the first heading"
    return metadata
  }

  /// What `<base href>` says.
  private static func base(of markup: Markup, _ location: LinkBase) -> LinkBase? {
    guard let node = markup.firstElement(.base, within: .document), let href = markup.value(node, .href) else {
      return nil
    }
    let (place, kind) = location.resolved(String(decoding: href, as: UTF8.self))
    return kind == .blocked || kind == .fragment ? nil : LinkBase(location: place)
  }
}
