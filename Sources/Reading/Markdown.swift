import CCmark
import Document

/// A Markdown document, read whole: CommonMark with tables, strikethrough, task lists, bare links and footnotes.
package enum Markdown {
  /// `bytes` are valid UTF-8.
  package static func read(_ bytes: [UInt8], base: LinkBase) -> (piece: Piece, metadata: Metadata) {
    let front = FrontMatter(bytes)
    let source = keepingNotes(front.map { Array(bytes.dropFirst($0.length)) } ?? bytes)
    var metadata = front?.metadata ?? Metadata()
    var reader = MarkdownReader(base: base)
    parse(source) { reader.read($0) }
    reader.connectNotes()
    reader.assignFront(title: metadata.title)
    let piece = reader.piece()
    complete(&metadata, from: piece)
    return (piece, metadata)
  }

  private static let extensions = ["table", "strikethrough", "tasklist", "autolink"]

  private static func parse(_ source: [UInt8], _ body: (OpaquePointer) -> Void) {
    ibid_cmark_lock()
    defer { ibid_cmark_unlock() }
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE) else { return }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
    source.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let document = cmark_parser_finish(parser) else { return }
    body(document)
    cmark_node_free(document)
  }

  /// Fills what the front matter did not say from the first blocks.
  private static func complete(_ metadata: inout Metadata, from piece: Piece) {
    let found = PlainText.metadata(of: piece)
    if metadata.title == nil, let title = found.title {
      metadata.title = title
      metadata.origins["title"] = "the first heading"
    }
    if metadata.bylines.isEmpty, !found.bylines.isEmpty {
      metadata.bylines = found.bylines
      metadata.origins["bylines"] = found.origins["bylines"]
    }
    if metadata.published == nil, let published = found.published {
      metadata.published = published
      metadata.origins["published"] = found.origins["published"]
    }
  }

  /// The source with a blank line and a backslash before each footnote that nothing refers to: the parser would drop
  /// it.
  private static func keepingNotes(_ source: [UInt8]) -> [UInt8] {
    let definitions = noteDefinitions(source)
    guard !definitions.isEmpty else { return source }
    let references = noteReferences(source)
    var result = source
    for definition in definitions.reversed() where !references.contains(definition.label) {
      result.insert(contentsOf: [0x0A, 0x5C], at: definition.at)
    }
    return result
  }

  /// Where `[^label]:` begins a line outside fenced code.
  private static func noteDefinitions(_ source: [UInt8]) -> [(at: Int, label: [UInt8])] {
    var found: [(at: Int, label: [UInt8])] = []
    var isFenced = false
    for line in textLines(of: source, in: 0..<source.count) where !line.isBlank && line.indent < codeIndent {
      let content = source[line.content..<line.end]
      if content.starts(with: [0x60, 0x60, 0x60]) || content.starts(with: [0x7E, 0x7E, 0x7E]) { isFenced.toggle() }
      guard !isFenced, let label = noteLabel(content), content.dropFirst(label.count + 3).first == 0x3A else {
        continue
      }
      found.append((line.content, label))
    }
    return found
  }

  /// The labels of all `[^label]` that no colon at the beginning of a line makes a definition.
  private static func noteReferences(_ source: [UInt8]) -> Set<[UInt8]> {
    var found: Set<[UInt8]> = []
    for line in textLines(of: source, in: 0..<source.count) {
      var at = line.content
      // What follows a bare address without a blank is taken for a part of it.
      var isInAddress = false
      while at < line.end {
        if source[at] == 0x5B, let label = noteLabel(source[at..<line.end]) {
          let after = at + label.count + 3
          let isText = at > line.content || after >= line.end || source[after] != 0x3A
          if isText, !isInAddress { found.insert(label) }
        }
        at += 1
        let passed = source[line.content..<at]
        isInAddress = source[at - 1] > 0x20 && (isInAddress || addressMarks.contains { passed.hasSuffix($0) })
      }
    }
    return found
  }

  /// What makes a word a bare address.
  private static let addressMarks = ["://", "www."].map { Array($0.utf8) }

  /// Bytes of a label at most, as CommonMark has it for link labels.
  private static let longestLabel = 999

  /// The label of `[^label]` at the beginning of `text`, in small letters.
  private static func noteLabel(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.starts(with: [0x5B, 0x5E]) else { return nil }
    let rest = text.dropFirst(2).prefix(longestLabel)
    guard let end = rest.firstIndex(where: { $0 == 0x5D || $0 == 0x5B || $0 <= 0x20 }), rest[end] == 0x5D,
      end > rest.startIndex
    else { return nil }
    return rest[..<end].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}
