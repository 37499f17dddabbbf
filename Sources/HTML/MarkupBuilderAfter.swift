/// The insertion modes of framesets, and those after the body (WHATWG §13.2.6.4.17 to 21).
extension MarkupBuilder {
  mutating func afterBody(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .text: if !bodySpace(bytes) { return false }
    case .comment:
      insertComment(at: Place(parent: stack[0].node))
      return false
    case .doctype, .end: return false
    case .startTag where tokenizer.name == .html: return inBody(bytes)
    case .endTag where tokenizer.name == .html:
      if context == nil { mode = .afterAfterBody }
      return false
    case .null, .startTag, .endTag: break
    }
    mode = .inBody
    return true
  }

  mutating func afterAfterBody(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .text: if !bodySpace(bytes) { return false }
    case .comment:
      insertComment(at: Place(parent: 0))
      return false
    case .doctype, .end: return false
    case .startTag where tokenizer.name == .html: return inBody(bytes)
    case .null, .startTag, .endTag: break
    }
    mode = .inBody
    return true
  }

  /// Puts the white space at the token's beginning into the body; true where there is more.
  private mutating func bodySpace(_ bytes: Span<UInt8>) -> Bool {
    let end = tokenizer.end
    let space = takeSpace(bytes)
    (tokenizer.start, tokenizer.end) = space
    if space.start < space.end { _ = inBody(bytes) }
    (tokenizer.start, tokenizer.end) = (space.end, end)
    return space.end < end
  }

  mutating func inFrameset(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .text: insertOnlySpace(bytes)
    case .comment: insertComment()
    case .startTag:
      switch tokenizer.name {
      case .html: return inBody(bytes)
      case .frameset: insertElement()
      case .frame: insertVoid()
      case .noframes: return inHead(bytes)
      default: break
      }
    case .endTag:
      guard tokenizer.name == .frameset, stack.count > 1 else { return false }
      pop()
      if context == nil, !current.isHTML(.frameset) { mode = .afterFrameset }
    case .null, .doctype, .end: break
    }
    return false
  }

  mutating func afterFrameset(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .text: insertOnlySpace(bytes)
    case .comment: insertComment()
    case .startTag:
      if tokenizer.name == .html { return inBody(bytes) }
      if tokenizer.name == .noframes { return inHead(bytes) }
    case .endTag: if tokenizer.name == .html { mode = .afterAfterFrameset }
    case .null, .doctype, .end: break
    }
    return false
  }

  mutating func afterAfterFrameset(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .text:
      insertOnlySpace(bytes)
    case .comment: insertComment(at: Place(parent: 0))
    case .startTag:
      if tokenizer.name == .html { return inBody(bytes) }
      if tokenizer.name == .noframes { return inHead(bytes) }
    case .null, .endTag, .doctype, .end: break
    }
    return false
  }

  /// Inserts the white space of the token's text, and drops the rest.
  private mutating func insertOnlySpace(_ bytes: Span<UInt8>) {
    while tokenizer.start < tokenizer.end {
      if !insertSpace(bytes) { return }
      tokenizer.start += 1
    }
  }
}
