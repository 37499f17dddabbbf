import Document

/// Plain text as it really comes, read piece by piece.
package enum PlainText {
  /// Bytes of the source from one piece to the next; a piece begins at the first paragraph at or after its multiple.
  package static let pieceBytes = 1 << 16
  /// Bytes after a multiple in which the beginning of a paragraph is looked for.
  package static let boundaryWindow = 1 << 16

  /// How many pieces a text of `size` bytes has; an empty one has one.
  package static func pieceCount(size: Int, of pieceBytes: Int = pieceBytes) -> Int {
    max(1, (size + pieceBytes - 1) / pieceBytes)
  }

  /// Bytes of a piece of a file: one that is no longer than `pieceBytes` is judged as a whole; of a longer one the first
  /// piece, for which the first frame waits, is a quarter of that.
  package static func pieceBytes(ofFile size: Int) -> Int { size <= pieceBytes ? pieceBytes : pieceBytes / 4 }

  /// The blocks of a part of a text: `bytes` are those of `extent` in the source, in UTF-8 as good as it is.
  package static func piece(ofText bytes: [UInt8], extent: Range<Int>, isFirst: Bool, shape: TextShape) -> Piece {
    let start = isFirst && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lines = textLines(of: bytes, in: start..<bytes.count)
    let grouping = TextGrouping(bytes: bytes, lines: lines, shape: shape)
    let roles = TextRoles(bytes: bytes, lines: lines, shape: shape, isFirst: isFirst, drafts: grouping.drafts)
    let writer = TextBlockWriter(
      bytes: bytes, lines: lines, base: extent.lowerBound, isValid: isValidUTF8(bytes))
    return Piece(extent: extent, blocks: roles.drafts.map(writer.block))
  }

  /// Where the piece begins whose multiple `window` begins at, in bytes from there: at the first paragraph; where
  /// there is none in the window at the first line; else between two characters. nil: more bytes are needed to tell.
  /// `isWhole`: there are no more, or the window is full.
  package static func boundary(in window: [UInt8], shape: TextShape, isWhole: Bool) -> Int? {
    let limit = min(window.count, boundaryWindow)
    if let paragraph = firstParagraph(in: window, limit: limit, shape: shape) { return paragraph }
    guard isWhole || window.count >= boundaryWindow else { return nil }
    if isWhole && window.count < boundaryWindow && window.isEmpty { return 0 }
    for at in 0..<limit where isLineEnd(window[at]) { return afterLineEnd(window, at) }
    var at = 0
    while at < min(4, limit), window[at] & 0xC0 == 0x80 { at += 1 }
    return at == 4 ? 0 : at
  }

  private static func afterLineEnd(_ window: [UInt8], _ at: Int) -> Int {
    window[at] == 0x0D && at + 1 < window.count && window[at + 1] == 0x0A ? at + 2 : at + 1
  }

  private static func firstParagraph(in window: [UInt8], limit: Int, shape: TextShape) -> Int? {
    let wantsBlank = shape.hasBlankLines
    var at = 0
    while at < limit {
      guard isLineEnd(window[at]) else {
        at += 1
        continue
      }
      at = afterLineEnd(window, at)
      var next = at
      while next < window.count, window[next] == 0x20 || window[next] == 0x09 { next += 1 }
      guard next < window.count else { return nil }
      if isLineEnd(window[next]) { return at }
      if !wantsBlank && (shape.wrapColumn == nil || shape.indentsParagraphs && next - at >= 2) { return at }
    }
    return nil
  }

  /// What the first piece of a text says of it. Names and a date after the title go before those of a page's menu.
  package static func metadata(of piece: Piece) -> Metadata {
    var metadata = Metadata()
    let titleAt = piece.blocks.firstIndex { $0.role == .title }
    if let titleAt {
      metadata.title = PageText.line(piece.blocks[titleAt].text) ?? ""
      metadata.origins["title"] = titleAt == 0 ? "the first line" : "the line before its names and prose"
      if let mail = mailHead(of: piece.blocks) {
        (metadata.title, metadata.bylines) = (mail.subject, [mail.author])
        for name in ["title", "bylines"] { metadata.origins[name] = "the head of the mail" }
      }
    }
    let start = titleAt ?? 0
    for block in piece.blocks[start...] { take(block, into: &metadata) }
    for block in piece.blocks[..<start] { take(block, into: &metadata) }
    return metadata
  }

  private static func take(_ block: Block, into metadata: inout Metadata) {
    if block.role == .byline, metadata.bylines.isEmpty {
      let text = String(decoding: block.text, as: UTF8.self)
      let names = names(inByline: text)
      metadata.bylines = names.isEmpty && isName(text) ? [text] : names
      if !metadata.bylines.isEmpty { metadata.origins["bylines"] = "a line with a name" }
    }
    if block.role == .dateline || block.role == .byline, metadata.published == nil,
      let date = firstDate(in: tokens(of: String(decoding: block.text, as: UTF8.self)))
    {
      metadata.published = date.iso
      metadata.origins["published"] = "a line with a date"
    }
  }
}
