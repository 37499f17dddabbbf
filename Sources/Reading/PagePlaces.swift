import Document
import HTML

/// What links inside a page lead to, and what the page itself calls notes.
extension PageReader {
  /// What classes call a link to a note.
  private static let noteLinks = NameSet(["noteref", "footnote", "footnoteref", "fnref"])

  /// Remembers where an element begins that links may lead to.
  mutating func takePlace(_ node: MarkupNode) {
    var isNamed = false
    for attribute in markup.attributes(node) {
      switch attribute.name {
      case .id: isNamed = true
      case .name where markup.name(node) == .a: isNamed = true
      case .role where markup.hasValue(node, .role, "doc-footnote") || markup.hasValue(node, .role, "doc-endnote"):
        if let id = markup.value(node, .id) { notes.insert(id) }
      default: break
      }
    }
    guard isNamed else { return }
    for name in [MarkupName.id, .name] {
      if let id = markup.value(node, name), !id.isEmpty { places.add(id, block: blocks.count) }
    }
  }

  /// A link that the page says leads to a note: by its role (DPUB-ARIA, EPUB), its relation or its class.
  func isNoteLink(_ node: MarkupNode) -> Bool {
    if markup.hasValue(node, .role, "doc-noteref") || markup.hasValue(node, .rel, "footnote") { return true }
    if let type = noteTypeName, markup.hasValue(node, type, "noteref") { return true }
    return markup.valueSlice(node, .class).map { NameWords($0).contains(where: Self.noteLinks.contains) } ?? false
  }
}
