import Document
import HTML

/// A page of HTML, read whole: its visible text as blocks, and what its head says of it.
package enum HTMLPage {
  /// The charset that the standard's sniffing finds, where a transport's label may be known.
  package static func charset(of bytes: [UInt8], declared: String?) -> Charset {
    Charset(label: EncodingSniffer.sniff(bytes, transportLabel: declared).name)
  }

  /// `bytes` are valid UTF-8.
  package static func read(_ bytes: [UInt8], base location: LinkBase) -> (piece: Piece, metadata: Metadata) {
    let markup = Markup(parsing: bytes)
    let head = PageMetadata(markup)
    var metadata = head.read()
    var reader = PageReader(markup, base: base(of: markup, location) ?? location)
    reader.read()
    if let unseen = UnseenText(below: reader, articleBody: head.articleBody) {
      reader = unseen.reader
      metadata.origins["text"] = unseen.origin
    }
    var roles = PageRoles(blocks: reader.blocks, elements: reader.elements)
    roles.settle(metadata)
    var links = reader.links
    let addresses = [location.address, metadata.url].compactMap { $0.map { String($0.prefix { $0 != "#" }) } }
    PageNotes(places: reader.places, notes: reader.notes, addresses: addresses).settle(&roles.blocks, &links)
    let piece = Piece(
      extent: 0..<reader.extent, blocks: roles.blocks, folds: reader.folds, links: links,
      elements: reader.elements)
    if metadata.title == nil, let title = piece.blocks.first(where: { $0.role == .title }) {
      metadata.title = String(decoding: title.text, as: UTF8.self)
      metadata.origins["title"] = "the first heading"
    }
    return (piece, metadata)
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
