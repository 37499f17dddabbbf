/// What a node of the tree is. `content` holds what a `<template>` holds.
package enum MarkupKind: UInt8, Sendable { case document, doctype, element, text, comment, content }

/// The namespaces that the parser gives to elements.
package enum MarkupNamespace: UInt8, Sendable { case html, svg, mathML }

/// A node of a `Markup`, by its place in the arena.
@frozen package struct MarkupNode: Hashable, Sendable {
  package let index: Int32

  @inlinable package init(index: Int32) {
    self.index = index
  }

  /// The root of every tree.
  @inlinable package static var document: MarkupNode { MarkupNode(index: 0) }
}

/// A node as the arena holds it: its neighbours, what it is, and where its text or its attributes lie. -1 is no node.
struct MarkupRecord: Sendable {
  var parent: Int32 = -1
  var first: Int32 = -1
  var last: Int32 = -1
  var next: Int32 = -1
  var previous: Int32 = -1
  var name = MarkupName(rawValue: 0)
  var kind: MarkupKind
  var namespace = MarkupNamespace.html
  var flags: UInt8 = 0
  /// Of an element: its attributes' places. Of text and comments: the address of their bytes.
  var start: UInt32 = 0
  var end: UInt32 = 0

  /// The element is on the builder's stack.
  static let isOpen: UInt8 = 1
  /// The element is in the list of active formatting elements.
  static let isListed: UInt8 = 4
  /// The text has room behind it.
  static let hasSlack: UInt8 = 2
}

/// A parsed page: an arena of nodes, ranges into the source, names as numbers. Every function is total: what a node
/// has not is nil or empty. Trees can be deeper than a stack is: walk them with `after`, not by recursion.
package struct Markup: Sendable {
  /// The page as clean UTF-8 with newlines normalised.
  package let source: [UInt8]
  /// What the source does not have in one piece: text with references replaced.
  let decoded: [UInt8]
  let nodes: [MarkupRecord]
  let attributes: [MarkupAttribute]
  let names: MarkupNames
  package let doctype: MarkupDoctype?
  /// The page asked for quirks mode.
  package let isQuirky: Bool
  /// Of a fragment the `<html>` above it, of a page the document: what holds everything that was parsed.
  package let root: MarkupNode

  package var nodeCount: Int { nodes.count }

  // MARK: - Nodes

  package func kind(_ node: MarkupNode) -> MarkupKind { nodes[Int(node.index)].kind }
  /// An element's name; that of other nodes means nothing.
  package func name(_ node: MarkupNode) -> MarkupName { nodes[Int(node.index)].name }
  package func namespace(_ node: MarkupNode) -> MarkupNamespace { nodes[Int(node.index)].namespace }
  package func parent(_ node: MarkupNode) -> MarkupNode? { link(nodes[Int(node.index)].parent) }
  package func firstChild(_ node: MarkupNode) -> MarkupNode? { link(nodes[Int(node.index)].first) }
  package func lastChild(_ node: MarkupNode) -> MarkupNode? { link(nodes[Int(node.index)].last) }
  package func next(_ node: MarkupNode) -> MarkupNode? { link(nodes[Int(node.index)].next) }
  package func previous(_ node: MarkupNode) -> MarkupNode? { link(nodes[Int(node.index)].previous) }

  /// Whether this is an HTML element of that name.
  package func isElement(_ node: MarkupNode, _ name: MarkupName) -> Bool {
    let record = nodes[Int(node.index)]
    return record.kind == .element && record.name == name && record.namespace == .html
  }

  package func children(_ node: MarkupNode) -> MarkupChildren {
    MarkupChildren(nodes: nodes, following: nodes[Int(node.index)].first)
  }

  /// The node that follows in document order, inside `top`; with `skippingChildren` not one below `node`.
  package func after(_ node: MarkupNode, within top: MarkupNode, skippingChildren: Bool = false) -> MarkupNode? {
    var index = node.index
    if !skippingChildren, nodes[Int(index)].first >= 0 { return link(nodes[Int(index)].first) }
    while index >= 0, index != top.index {
      if nodes[Int(index)].next >= 0 { return link(nodes[Int(index)].next) }
      index = nodes[Int(index)].parent
    }
    return nil
  }

  /// The first element of that name below `top`, in document order.
  package func firstElement(_ name: MarkupName, within top: MarkupNode) -> MarkupNode? {
    var node = after(top, within: top)
    while let found = node {
      if isElement(found, name) { return found }
      node = after(found, within: top)
    }
    return nil
  }

  private func link(_ index: Int32) -> MarkupNode? { index < 0 ? nil : MarkupNode(index: index) }

  // MARK: - Text

  /// Appends the bytes of a text or a comment.
  package func appendText(of node: MarkupNode, to bytes: inout [UInt8]) {
    let record = nodes[Int(node.index)]
    guard record.kind == .text || record.kind == .comment else { return }
    append(start: record.start, end: record.end, to: &bytes)
  }

  /// Appends all text below a node, comments and templates' contents left out.
  package func appendTextContent(of top: MarkupNode, to bytes: inout [UInt8]) {
    if kind(top) == .text { return appendText(of: top, to: &bytes) }
    var node = after(top, within: top)
    while let current = node {
      let kind = self.kind(current)
      if kind == .text { appendText(of: current, to: &bytes) }
      node = after(current, within: top, skippingChildren: kind == .content)
    }
  }

  package func text(of node: MarkupNode) -> [UInt8] { Array(textSlice(of: node)) }

  /// The same as it lies in the page, without a copy.
  package func textSlice(of node: MarkupNode) -> ArraySlice<UInt8> {
    let record = nodes[Int(node.index)]
    guard record.kind == .text || record.kind == .comment else { return [] }
    return slice(start: record.start, end: record.end)
  }

  /// How many bytes a text or a comment has.
  package func textLength(_ node: MarkupNode) -> Int {
    let record = nodes[Int(node.index)]
    return record.kind == .text || record.kind == .comment ? Int(record.end - record.start) : 0
  }

  /// Where a text lies in `source`, or nil where it was put together elsewhere.
  package func sourceRange(of node: MarkupNode) -> Range<Int>? {
    let record = nodes[Int(node.index)]
    guard record.kind == .text || record.kind == .comment, record.start < MarkupTokenizer.decodedBase else {
      return nil
    }
    return Int(record.start)..<Int(record.end)
  }

  func append(start: UInt32, end: UInt32, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: slice(start: start, end: end))
  }

  private func slice(start: UInt32, end: UInt32) -> ArraySlice<UInt8> {
    guard start < end else { return [] }
    let base = MarkupTokenizer.decodedBase
    return start < base ? source[Int(start)..<Int(end)] : decoded[Int(start - base)..<Int(end - base)]
  }

  // MARK: - Attributes and names

  /// An element's attributes, in the order of the source.
  package func attributes(_ node: MarkupNode) -> ArraySlice<MarkupAttribute> {
    let record = nodes[Int(node.index)]
    return record.kind == .element ? attributes[Int(record.start)..<Int(record.end)] : []
  }

  package func hasAttribute(_ node: MarkupNode, _ name: MarkupName) -> Bool { find(name, of: node) != nil }

  /// An attribute's value, or nil where the element has not got it.
  package func value(_ node: MarkupNode, _ name: MarkupName) -> [UInt8]? {
    find(name, of: node).map { value($0) }
  }

  package func value(_ attribute: MarkupAttribute) -> [UInt8] { Array(valueSlice(attribute)) }

  /// The same as it lies in the page, without a copy.
  package func valueSlice(_ attribute: MarkupAttribute) -> ArraySlice<UInt8> {
    slice(start: attribute.start, end: attribute.end)
  }

  package func valueSlice(_ node: MarkupNode, _ name: MarkupName) -> ArraySlice<UInt8>? {
    find(name, of: node).map { valueSlice($0) }
  }

  /// Whether the element has the attribute with this value, in any ASCII case.
  package func hasValue(_ node: MarkupNode, _ name: MarkupName, _ value: StaticString) -> Bool {
    guard let found = valueSlice(node, name), found.count == value.utf8CodeUnitCount else { return false }
    return value.withUTF8Buffer { wanted in
      zip(found, wanted).allSatisfy { Ascii.lower($0) == Ascii.lower($1) }
    }
  }

  /// A name's text.
  package func text(_ name: MarkupName) -> [UInt8] { names.bytes(of: name) }

  /// The number that this page has for a lower-case name, or nil where nothing in it is called so.
  package func name(_ text: String) -> MarkupName? { names.find([UInt8](text.utf8)) }

  private func find(_ name: MarkupName, of node: MarkupNode) -> MarkupAttribute? {
    let record = nodes[Int(node.index)]
    guard record.kind == .element else { return nil }
    var index = Int(record.start)
    while index < Int(record.end) {
      if attributes[index].name == name { return attributes[index] }
      index += 1
    }
    return nil
  }
}

/// The children of a node, first to last.
package struct MarkupChildren: Sequence, IteratorProtocol, Sendable {
  // Only the arena: a copy of the whole page would count references to all of its arrays.
  fileprivate let nodes: [MarkupRecord]
  fileprivate var following: Int32

  package mutating func next() -> MarkupNode? {
    guard following >= 0 else { return nil }
    let node = MarkupNode(index: following)
    following = nodes[Int(following)].next
    return node
  }
}
