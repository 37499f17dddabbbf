/// The list of active formatting elements and the adoption agency (WHATWG §13.2.4.3 and 13.2.6.4.7).
extension MarkupBuilder {
  /// How often the outer and the inner loop of the adoption agency turn.
  private static let outerTurns = 8
  private static let innerTurns = 3
  /// Of equal elements, so many stay in the list ("Noah's Ark").
  private static let equalElements = 3

  func isOpen(_ node: Int32) -> Bool { node >= 0 && nodes[Int(node)].flags & MarkupRecord.isOpen != 0 }

  @inline(__always)
  func isListed(_ node: Int32) -> Bool { nodes[Int(node)].flags & MarkupRecord.isListed != 0 }

  mutating func pushFormatting(_ element: OpenElement, _ bytes: Span<UInt8>) {
    var (equal, earliest) = (0, -1)
    var index = formatting.count - 1
    while index >= 0, formatting[index].node >= 0 {
      let entry = formatting[index]
      if entry.name == element.name, haveSameAttributes(entry.node, element.node, bytes) {
        equal += 1
        earliest = index
      }
      index -= 1
    }
    guard formatting.count - 1 - index < Self.maxFormatting else { return }
    if equal >= Self.equalElements { removeFormatting(at: earliest) }
    formatting.append(FormattingEntry(node: element.node, name: element.name))
    nodes[Int(element.node)].flags |= MarkupRecord.isListed
  }

  private func haveSameAttributes(_ one: Int32, _ other: Int32, _ bytes: Span<UInt8>) -> Bool {
    let (a, b) = (nodes[Int(one)], nodes[Int(other)])
    guard a.end - a.start == b.end - b.start else { return false }
    for index in Int(a.start)..<Int(a.end) {
      let attribute = tokenizer.attributes[index]
      guard let same = tokenizer.attributes[Int(b.start)..<Int(b.end)].first(where: { $0.name == attribute.name }),
        hasSameText(attribute, same, bytes)
      else { return false }
    }
    return true
  }

  private func hasSameText(_ one: MarkupAttribute, _ other: MarkupAttribute, _ bytes: Span<UInt8>) -> Bool {
    guard one.end - one.start == other.end - other.start else { return false }
    for offset in 0..<(one.end - one.start)
    where byte(at: one.start + offset, bytes) != byte(at: other.start + offset, bytes) { return false }
    return true
  }

  mutating func insertMarker() {
    formatting.append(.marker)
  }

  mutating func clearToMarker() {
    while let last = formatting.popLast(), last.node >= 0 {
      nodes[Int(last.node)].flags &= ~MarkupRecord.isListed
    }
  }

  private mutating func removeFormatting(at index: Int) {
    nodes[Int(formatting[index].node)].flags &= ~MarkupRecord.isListed
    formatting.remove(at: index)
  }

  private mutating func replaceFormatting(at index: Int, with node: Int32) {
    nodes[Int(formatting[index].node)].flags &= ~MarkupRecord.isListed
    nodes[Int(node)].flags |= MarkupRecord.isListed
    formatting[index].node = node
  }

  private func listIndex(of node: Int32) -> Int? {
    isListed(node) ? formatting.lastIndex { $0.node == node } : nil
  }

  mutating func removeFormatting(_ node: Int32) {
    if let index = listIndex(of: node) { removeFormatting(at: index) }
  }

  /// Opens again what was open when a paragraph ended.
  @inline(__always)
  mutating func reconstructFormatting() {
    guard let last = formatting.last, last.node >= 0, !isOpen(last.node) else { return }
    reopenFormatting()
  }

  private mutating func reopenFormatting() {
    var index = formatting.count - 1
    while index > 0, formatting[index - 1].node >= 0, !isOpen(formatting[index - 1].node) { index -= 1 }
    while index < formatting.count, copiesLeft > 0, stack.count < Self.maxDepth {
      let element = copyElement(formatting[index].node)
      link(element.node, at: appropriatePlace())
      push(element)
      replaceFormatting(at: index, with: element.node)
      index += 1
    }
  }

  /// The last formatting element of that name after the last marker.
  func formattingIndex(of name: MarkupName) -> Int? {
    var index = formatting.count - 1
    while index >= 0, formatting[index].node >= 0 {
      if formatting[index].name == name { return index }
      index -= 1
    }
    return nil
  }

  /// Closes a formatting element, also where the tags overlap; false where it is to be closed as any other element.
  mutating func adopt(_ subject: MarkupName) -> Bool {
    if current.isHTML(subject), !isListed(current.node) {
      pop()
      return true
    }
    for _ in 0..<Self.outerTurns {
      guard let entry = formattingIndex(of: subject) else { return false }
      let node = formatting[entry].node
      guard let position = stackIndex(of: node) else {
        removeFormatting(at: entry)
        return true
      }
      guard isInScope(at: position) else { return true }
      let block = stack[position...].firstIndex { $0.traits.contains(.special) }
      guard let block, copiesLeft > 0 else {
        while stack.count > max(position, 1) { pop() }
        removeFormatting(at: entry)
        return true
      }
      moveBlock(at: block, outOf: position, entry: entry)
    }
    return true
  }

  private func isInScope(at position: Int) -> Bool {
    var index = stack.count - 1
    while index > position {
      if stack[index].traits.contains(.scope) { return false }
      index -= 1
    }
    return true
  }

  /// One turn of the adoption agency: the furthest block leaves the formatting element, and gets a copy of it inside.
  private mutating func moveBlock(at blockIndex: Int, outOf position: Int, entry: Int) {
    let furthest = stack[blockIndex]
    let formattingNode = stack[position].node
    let ancestor = stack[max(position - 1, 0)]
    var bookmark = entry
    var last = furthest.node
    var index = blockIndex
    var turns = 0
    while true {
      turns += 1
      index -= 1
      let node = stack[index]
      if node.node == formattingNode { break }
      var inList = listIndex(of: node.node)
      if let listed = inList, turns > Self.innerTurns {
        removeFormatting(at: listed)
        if listed < bookmark { bookmark -= 1 }
        inList = nil
      }
      guard let listed = inList else {
        removeFromStack(at: index)
        continue
      }
      let copy = copyElement(node.node)
      replaceFormatting(at: listed, with: copy.node)
      replaceInStack(at: index, with: copy)
      if last == furthest.node { bookmark = listed + 1 }
      unlink(last)
      link(last, at: Place(parent: copy.node))
      last = copy.node
    }
    unlink(last)
    link(last, at: appropriatePlace(ancestor))
    let copy = copyElement(formattingNode)
    let inside = furthest.isHTML(.template) ? nodes[Int(furthest.node)].first : furthest.node
    moveChildren(of: inside, to: copy.node)
    link(copy.node, at: Place(parent: inside))
    moveEntry(of: formattingNode, to: bookmark, as: copy)
    if let old = stackIndex(of: formattingNode) { removeFromStack(at: old) }
    insertInStack(copy, at: (stackIndex(of: furthest.node) ?? stack.count - 1) + 1)
  }

  private mutating func moveEntry(of node: Int32, to bookmark: Int, as copy: OpenElement) {
    var target = bookmark
    if let old = listIndex(of: node) {
      removeFormatting(at: old)
      if old < target { target -= 1 }
    }
    nodes[Int(copy.node)].flags |= MarkupRecord.isListed
    formatting.insert(FormattingEntry(node: copy.node, name: copy.name), at: min(max(target, 0), formatting.count))
  }
}
