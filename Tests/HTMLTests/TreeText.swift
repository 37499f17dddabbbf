@testable import HTML

/// Writes a tree as html5lib's tests write theirs.
struct TreeText {
  let markup: Markup
  private(set) var lines: [String] = []

  init(_ markup: Markup) {
    self.markup = markup
    var node = markup.after(markup.root, within: markup.root)
    while let current = node {
      write(current, depth: depth(of: current))
      node = markup.after(current, within: markup.root)
    }
  }

  var text: String { lines.joined(separator: "\n") }

  private func depth(of node: MarkupNode) -> Int {
    var depth = 0
    var above = markup.parent(node)
    while let parent = above, parent != markup.root {
      depth += 1
      above = markup.parent(parent)
    }
    return depth
  }

  private mutating func write(_ node: MarkupNode, depth: Int) {
    let indent = "| " + String(repeating: "  ", count: depth)
    switch markup.kind(node) {
    case .document: break
    case .content: lines.append(indent + "content")
    case .doctype: lines.append(indent + doctype())
    case .text: lines.append(indent + "\"" + string(markup.text(of: node)) + "\"")
    case .comment: lines.append(indent + "<!-- " + string(markup.text(of: node)) + " -->")
    case .element:
      lines.append(indent + "<" + prefix(markup.namespace(node)) + string(markup.text(markup.name(node))) + ">")
      let attributes = markup.attributes(node).map {
        (name: string(markup.text($0.name)), value: string(markup.value($0)))
      }
      for attribute in attributes.sorted(by: { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }) {
        lines.append(indent + "  " + attribute.name + "=\"" + attribute.value + "\"")
      }
    }
  }

  private func doctype() -> String {
    guard let doctype = markup.doctype else { return "" }
    var text = "<!DOCTYPE " + string(doctype.name ?? [])
    if !(doctype.publicID ?? []).isEmpty || !(doctype.systemID ?? []).isEmpty {
      text += " \"" + string(doctype.publicID ?? []) + "\" \"" + string(doctype.systemID ?? []) + "\""
    }
    return text + ">"
  }

  private func prefix(_ namespace: MarkupNamespace) -> String {
    switch namespace {
    case .html: return ""
    case .svg: return "svg "
    case .mathML: return "math "
    }
  }

  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
