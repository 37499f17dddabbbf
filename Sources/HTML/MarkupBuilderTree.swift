/// Making and moving nodes (WHATWG §13.2.6.1).
extension MarkupBuilder {
  /// Where a node goes: below `parent`, before its child `before` (-1: at the end).
  struct Place {
    var parent: Int32
    var before: Int32 = -1
  }

  /// The appropriate place for inserting a node.
  mutating func appropriatePlace(_ override: OpenElement? = nil) -> Place {
    if mode != .text, override == nil, let top = deep.last {
      // Only into the last one, so that all text stays in order.
      return nodes[Int(top.node)].next < 0 ? inside(top) : inside(current)
    }
    guard let target = override ?? stack.last else { return Place(parent: 0) }
    if fostersParents, target.namespace == .html, target.traits.contains(.tablePart) { return fosterPlace() }
    return inside(target)
  }

  /// The end of an element's content.
  @inline(__always)
  func inside(_ element: OpenElement) -> Place {
    let isTemplate = element.name == .template && element.namespace == .html
    return Place(parent: isTemplate ? nodes[Int(element.node)].first : element.node)
  }

  private func fosterPlace() -> Place {
    let table = stack.lastIndex { $0.isHTML(.table) }
    if let template = stack.lastIndex(where: { $0.isHTML(.template) }), template > table ?? -1 {
      return inside(stack[template])
    }
    guard let table, table > 0 else { return Place(parent: stack[0].node) }
    let node = stack[table].node
    let parent = nodes[Int(node)].parent
    return parent >= 0 ? Place(parent: parent, before: node) : inside(stack[table - 1])
  }

  mutating func append(_ record: MarkupRecord) -> Int32 {
    nodes.append(record)
    return Int32(nodes.count - 1)
  }

  mutating func link(_ node: Int32, at place: Place) {
    let (index, parent) = (Int(node), Int(place.parent))
    nodes[index].parent = place.parent
    nodes[index].next = place.before
    if place.before < 0 {
      let last = nodes[parent].last
      nodes[index].previous = last
      if last >= 0 { nodes[Int(last)].next = node } else { nodes[parent].first = node }
      nodes[parent].last = node
    } else {
      let previous = nodes[Int(place.before)].previous
      nodes[index].previous = previous
      if previous >= 0 { nodes[Int(previous)].next = node } else { nodes[parent].first = node }
      nodes[Int(place.before)].previous = node
    }
  }

  mutating func unlink(_ node: Int32) {
    let record = nodes[Int(node)]
    guard record.parent >= 0 else { return }
    if record.previous >= 0 {
      nodes[Int(record.previous)].next = record.next
    } else {
      nodes[Int(record.parent)].first = record.next
    }
    if record.next >= 0 {
      nodes[Int(record.next)].previous = record.previous
    } else {
      nodes[Int(record.parent)].last = record.previous
    }
    nodes[Int(node)].parent = -1
    nodes[Int(node)].next = -1
    nodes[Int(node)].previous = -1
  }

  /// Moves all children of one node to the end of another that has none.
  mutating func moveChildren(of node: Int32, to target: Int32) {
    var child = nodes[Int(node)].first
    nodes[Int(target)].first = child
    nodes[Int(target)].last = nodes[Int(node)].last
    while child >= 0 {
      nodes[Int(child)].parent = target
      child = nodes[Int(child)].next
    }
    nodes[Int(node)].first = -1
    nodes[Int(node)].last = -1
  }

  // MARK: - Elements

  /// Makes the element of the present tag, with its attributes, and opens it.
  @discardableResult
  mutating func insertElement(_ namespace: MarkupNamespace = .html) -> OpenElement {
    let element = makeTokenElement(namespace)
    push(element)
    return element
  }

  /// The same for an element that has no content.
  mutating func insertVoid() {
    _ = makeTokenElement(.html)
  }

  mutating func makeTokenElement(_ namespace: MarkupNamespace) -> OpenElement {
    tokenizer.keepsAttributes = true
    let place = appropriatePlace()
    let (start, end) = (UInt32(tokenizer.attributesStart), UInt32(tokenizer.attributes.count))
    return makeElement(tokenizer.name, namespace, attributes: (start, end), at: place)
  }

  /// Makes an element that no tag stands for, and opens it.
  @discardableResult
  mutating func insertImplied(_ name: MarkupName) -> OpenElement {
    let element = makeElement(name, .html, attributes: (0, 0), at: appropriatePlace())
    push(element)
    return element
  }

  mutating func makeElement(
    _ name: MarkupName, _ namespace: MarkupNamespace, attributes: (start: UInt32, end: UInt32), at place: Place?
  ) -> OpenElement {
    var record = MarkupRecord(kind: .element)
    record.name = name
    record.namespace = namespace
    record.start = attributes.start
    record.end = attributes.end
    let node = append(record)
    if let place { link(node, at: place) }
    if name == .template, namespace == .html {
      link(append(MarkupRecord(kind: .content)), at: Place(parent: node))
    }
    return OpenElement(node: node, name: name, namespace: namespace, traits: rules.traits(of: name, in: namespace))
  }

  /// Another element with the name and the attributes of this one.
  mutating func copyElement(_ node: Int32) -> OpenElement {
    let record = nodes[Int(node)]
    copiesLeft -= 1
    return makeElement(record.name, record.namespace, attributes: (record.start, record.end), at: nil)
  }

  mutating func insertComment(at place: Place? = nil) {
    var record = MarkupRecord(kind: .comment)
    record.start = tokenizer.start
    record.end = tokenizer.end
    link(append(record), at: place ?? appropriatePlace())
  }

  /// Keeps what an `<html>` or `<body>` tag adds to the element that is there.
  mutating func mergeAttributes(into node: Int32) {
    let record = nodes[Int(node)]
    for index in tokenizer.attributesStart..<tokenizer.attributes.count {
      let attribute = tokenizer.attributes[index]
      guard addedAttributes.count < MarkupTokenizer.maxAttributes else { return }
      let isThere =
        tokenizer.attributes[Int(record.start)..<Int(record.end)].contains { $0.name == attribute.name }
        || addedAttributes.contains { $0.node == node && $0.attribute.name == attribute.name }
      if !isThere { addedAttributes.append((node, attribute)) }
    }
  }

  /// Gives the elements what was kept for them.
  mutating func addAttributes() {
    for node in Set(addedAttributes.map(\.node)) {
      let record = nodes[Int(node)]
      let own = tokenizer.attributes[Int(record.start)..<Int(record.end)]
      nodes[Int(node)].start = UInt32(tokenizer.attributes.count)
      tokenizer.attributes.append(contentsOf: own + addedAttributes.filter { $0.node == node }.map(\.attribute))
      nodes[Int(node)].end = UInt32(tokenizer.attributes.count)
    }
  }

  // MARK: - Text

  mutating func insertText(start: UInt32, end: UInt32, _ bytes: Span<UInt8>) {
    guard start < end else { return }
    let place = appropriatePlace()
    guard nodes[Int(place.parent)].kind != .document else { return }
    let previous = place.before < 0 ? nodes[Int(place.parent)].last : nodes[Int(place.before)].previous
    if previous >= 0, nodes[Int(previous)].kind == .text {
      return extend(previous, start: start, end: end, bytes)
    }
    var record = MarkupRecord(kind: .text)
    record.start = start
    record.end = end
    link(append(record), at: place)
  }

  mutating func insertReplacement(_ bytes: Span<UInt8>) {
    let start = MarkupTokenizer.decodedBase + UInt32(tokenizer.decoded.count)
    tokenizer.decoded.append(contentsOf: replacementBytes)
    insertText(start: start, end: start + UInt32(replacementBytes.count), bytes)
  }

  /// Lengthens a text. One that must move a second time gets as much room again, so that all moves cost linear time.
  private mutating func extend(_ node: Int32, start: UInt32, end: UInt32, _ bytes: Span<UInt8>) {
    let index = Int(node)
    let record = nodes[index]
    if record.end == start {
      nodes[index].end = end
      nodes[index].flags &= ~MarkupRecord.hasSlack
      return
    }
    let base = MarkupTokenizer.decodedBase
    let (length, added) = (Int(record.end - record.start), Int(end - start))
    if record.flags & MarkupRecord.hasSlack != 0, length + added <= capacity(length) {
      for offset in 0..<added {
        tokenizer.decoded[Int(record.end - base) + offset] = byte(at: start + UInt32(offset), bytes)
      }
      nodes[index].end += UInt32(added)
      return
    }
    let moved = base + UInt32(tokenizer.decoded.count)
    appendDecoded(start: record.start, end: record.end, bytes)
    appendDecoded(start: start, end: end, bytes)
    nodes[index].start = moved
    nodes[index].end = moved + UInt32(length + added)
    nodes[index].flags &= ~MarkupRecord.hasSlack
    if record.start >= base, length + added < Self.maxSlackLength {
      nodes[index].flags |= MarkupRecord.hasSlack
      let room = capacity(length + added) - length - added
      tokenizer.decoded.append(contentsOf: repeatElement(Ascii.space, count: room))
    }
  }

  /// The next power of two.
  private func capacity(_ length: Int) -> Int {
    1 << (Int.bitWidth - max(length - 1, 0).leadingZeroBitCount)
  }

  private mutating func appendDecoded(start: UInt32, end: UInt32, _ bytes: Span<UInt8>) {
    let base = MarkupTokenizer.decodedBase
    if start < base {
      tokenizer.copy(bytes, from: Int(start), to: Int(end))
    } else {
      // Byte by byte: a slice would hold the array, and make it copy itself.
      for index in Int(start - base)..<Int(end - base) { tokenizer.decoded.append(tokenizer.decoded[index]) }
    }
  }
}
