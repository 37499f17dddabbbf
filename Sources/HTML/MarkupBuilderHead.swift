/// The insertion modes up to the body (WHATWG §13.2.6.4.1 to 8).
extension MarkupBuilder {
  mutating func initial(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .text:
      _ = takeSpace(bytes)
      if tokenizer.start == tokenizer.end { return false }
    case .comment:
      insertComment(at: Place(parent: 0))
      return false
    case .doctype:
      doctype = tokenizer.doctype
      isQuirky = QuirksTable.isQuirky(tokenizer.doctype)
      link(append(MarkupRecord(kind: .doctype)), at: Place(parent: 0))
      mode = .beforeHTML
      return false
    case .null, .startTag, .endTag, .end: break
    }
    isQuirky = true
    mode = .beforeHTML
    return true
  }

  mutating func beforeHTML(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .text:
      _ = takeSpace(bytes)
      if tokenizer.start == tokenizer.end { return false }
    case .comment:
      insertComment(at: Place(parent: 0))
      return false
    case .doctype: return false
    case .startTag where tokenizer.name == .html:
      insertElement()
      mode = .beforeHead
      return false
    case .endTag where !opensDocument(tokenizer.name): return false
    case .null, .startTag, .endTag, .end: break
    }
    insertImplied(.html)
    mode = .beforeHead
    return true
  }

  /// The end tags that are as good as a start tag before the body.
  private func opensDocument(_ name: MarkupName) -> Bool {
    name == .head || name == .body || name == .html || name == .br
  }

  mutating func beforeHead(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .text:
      _ = takeSpace(bytes)
      if tokenizer.start == tokenizer.end { return false }
    case .comment:
      insertComment()
      return false
    case .doctype: return false
    case .startTag where tokenizer.name == .html: return inBody(bytes)
    case .startTag where tokenizer.name == .head:
      headPointer = insertElement().node
      mode = .inHead
      return false
    case .endTag where !opensDocument(tokenizer.name): return false
    case .null, .startTag, .endTag, .end: break
    }
    headPointer = insertImplied(.head).node
    mode = .inHead
    return true
  }

  mutating func inHead(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .text: if !insertSpace(bytes) { return false }
    case .comment:
      insertComment()
      return false
    case .doctype: return false
    case .startTag:
      if let again = startInHead(bytes) { return again }
    case .endTag:
      if let again = endInHead() { return again }
    case .null, .end: break
    }
    pop()
    mode = .afterHead
    return true
  }

  /// A start tag in the head; nil where it ends the head.
  private mutating func startInHead(_ bytes: Span<UInt8>) -> Bool? {
    switch tokenizer.name {
    case .html: return inBody(bytes)
    case .base, .basefont, .bgsound, .link, .meta: insertVoid()
    case .title: insertRawText(.replaceable)
    case .noframes, .style: insertRawText(.raw)
    case .noscript where isScripting: insertRawText(.raw)
    case .noscript:
      insertElement()
      mode = .inHeadNoscript
    case .script: insertRawText(.script)
    case .template: startTemplate()
    case .head: break
    default: return nil
    }
    return false
  }

  private mutating func endInHead() -> Bool? {
    switch tokenizer.name {
    case .head:
      pop()
      mode = .afterHead
    case .template: endTemplate()
    case .body, .html, .br: return nil
    default: break
    }
    return false
  }

  /// An element whose content is not markup.
  mutating func insertRawText(_ state: MarkupTokenizer.State) {
    insertElement()
    tokenizer.lastStartTag = tokenizer.names.bytes(of: tokenizer.name)
    tokenizer.state = state
    originalMode = mode
    mode = .text
  }

  private mutating func startTemplate() {
    insertElement()
    insertMarker()
    framesetIsOK = false
    mode = .inTemplate
    templateModes.append(.inTemplate)
  }

  private mutating func endTemplate() {
    guard hasTemplate else { return }
    generateAllImpliedEndTags()
    pop(through: .template)
    clearToMarker()
    _ = templateModes.popLast()
    resetMode()
  }

  mutating func inHeadNoscript(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .doctype: return false
    case .comment: return inHead(bytes)
    case .text: if !insertSpace(bytes) { return false }
    case .startTag:
      switch tokenizer.name {
      case .html: return inBody(bytes)
      case .basefont, .bgsound, .link, .meta, .noframes, .style: return inHead(bytes)
      case .head, .noscript: return false
      default: break
      }
    case .endTag:
      if tokenizer.name == .noscript {
        pop()
        mode = .inHead
        return false
      }
      if tokenizer.name != .br { return false }
    case .null, .end: break
    }
    pop()
    mode = .inHead
    return true
  }

  mutating func afterHead(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .text: if !insertSpace(bytes) { return false }
    case .comment:
      insertComment()
      return false
    case .doctype: return false
    case .startTag:
      if let again = startAfterHead(bytes) { return again }
    case .endTag:
      if tokenizer.name == .template { return inHead(bytes) }
      if !opensDocument(tokenizer.name) || tokenizer.name == .head { return false }
    case .null, .end: break
    }
    insertImplied(.body)
    mode = .inBody
    return true
  }

  private mutating func startAfterHead(_ bytes: Span<UInt8>) -> Bool? {
    switch tokenizer.name {
    case .html: return inBody(bytes)
    case .body:
      insertElement()
      framesetIsOK = false
      mode = .inBody
    case .frameset:
      insertElement()
      mode = .inFrameset
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      guard headPointer >= 0 else { return nil }
      push(OpenElement(node: headPointer, name: .head, namespace: .html, traits: .special))
      let again = inHead(bytes)
      if let index = stackIndex(of: headPointer) { removeFromStack(at: index) }
      return again
    case .head: break
    default: return nil
    }
    return false
  }

  mutating func inText(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .text: insertTokenText(bytes)
    case .end:
      pop()
      mode = originalMode
      return true
    case .endTag:
      pop()
      mode = originalMode
    case .null, .startTag, .comment, .doctype: break
    }
    return false
  }

  /// Finds the mode that suits the stack (WHATWG §13.2.4.1).
  mutating func resetMode() {
    var index = stack.count - 1
    while index > 0 {
      if let mode = mode(for: stack[index], isLast: false) {
        self.mode = mode
        return
      }
      index -= 1
    }
    mode = mode(for: context ?? stack[0], isLast: true) ?? .inBody
  }

  private func mode(for element: OpenElement, isLast: Bool) -> InsertionMode? {
    guard element.namespace == .html else { return nil }
    switch element.name {
    case .td, .th: return isLast ? nil : .inCell
    case .tr: return .inRow
    case .tbody, .thead, .tfoot: return .inTableBody
    case .caption: return .inCaption
    case .colgroup: return .inColumnGroup
    case .table: return .inTable
    case .template: return templateModes.last ?? .inTemplate
    case .head: return isLast ? nil : .inHead
    case .body: return .inBody
    case .frameset: return .inFrameset
    case .html: return headPointer < 0 ? .beforeHead : .afterHead
    default: return nil
    }
  }
}
