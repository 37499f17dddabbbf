/// SVG and MathML (WHATWG §13.2.6.5), and what lies beyond the depth limit.
extension MarkupBuilder {
  /// Whether the rules of foreign content are for this token (WHATWG §13.2.6, the tree construction dispatcher).
  @inline(__always)
  var isForeignToken: Bool {
    adjustedNamespace != .html && isForeignHere
  }

  private var isForeignHere: Bool {
    guard let element = adjustedCurrent, tokenizer.kind != .end else { return false }
    let isText = tokenizer.kind == .text || tokenizer.kind == .null
    let isStart = tokenizer.kind == .startTag
    if element.traits.contains(.mathText) {
      if isText || isStart && tokenizer.name != .mglyph && tokenizer.name != .malignmark { return false }
    }
    if element.namespace == .mathML, element.name == .annotationXml, isStart, tokenizer.name == .svg { return false }
    return !(element.traits.contains(.htmlPoint) && (isText || isStart))
  }

  mutating func processForeign(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .null: insertReplacement(bytes)
    case .text:
      insertTokenText(bytes)
      if framesetIsOK, endOfSpace(bytes, from: tokenizer.start, to: tokenizer.end) < tokenizer.end {
        framesetIsOK = false
      }
    case .comment: insertComment()
    case .doctype, .end: break
    case .startTag:
      if breaksOut { return breakOut(bytes) }
      insertForeign(adjustedNamespace, bytes)
    case .endTag:
      if tokenizer.name == .br || tokenizer.name == .p { return breakOut(bytes) }
      return endForeign(bytes)
    }
    return false
  }

  /// Whether the start tag is HTML's and ends the foreign content.
  private var breaksOut: Bool {
    if rules.traits(of: tokenizer.name, in: .html).contains(.breakout) { return true }
    guard tokenizer.name == .font else { return false }
    return tokenizer.attributes[tokenizer.attributesStart...].contains {
      $0.name == .color || $0.name == .face || $0.name == .size
    }
  }

  private mutating func breakOut(_ bytes: Span<UInt8>) -> Bool {
    while stack.count > 1, current.namespace != .html, current.traits.isDisjoint(with: [.mathText, .htmlPoint]) {
      pop()
    }
    return processInMode(mode, bytes)
  }

  /// Makes the element of the present tag in a foreign namespace, names adjusted, and opens it if it is not closed.
  mutating func insertForeign(_ namespace: MarkupNamespace, _ bytes: Span<UInt8>) {
    let plain = tokenizer.name
    if namespace == .svg { tokenizer.name = rules.svgTag(plain) }
    adjustAttributes(namespace)
    var element = makeTokenElement(namespace)
    if namespace == .mathML, plain == .annotationXml, Keyword.htmlTypes.contains(where: { hasEncoding($0, bytes) }) {
      element.traits.insert(.htmlPoint)
    }
    if !tokenizer.isSelfClosing { push(element) }
    tokenizer.name = plain
  }

  private func hasEncoding(_ type: [UInt8], _ bytes: Span<UInt8>) -> Bool { tokenHasValue(.encoding, type, bytes) }

  private mutating func adjustAttributes(_ namespace: MarkupNamespace) {
    for index in tokenizer.attributesStart..<tokenizer.attributes.count {
      let name = tokenizer.attributes[index].name
      tokenizer.attributes[index].name = rules.foreignAttribute(name, in: namespace)
    }
  }

  private mutating func endForeign(_ bytes: Span<UInt8>) -> Bool {
    let name = tokenizer.name
    var index = stack.count - 1
    while index > 0 {
      let element = stack[index]
      if element.namespace == .html { return processInMode(mode, bytes) }
      if element.name == name || rules.plainTag(element.name) == name {
        while stack.count > index { pop() }
        return false
      }
      index -= 1
    }
    return false
  }

  // MARK: - Beyond the depth limit

  /// Below the deepest element that is kept on the stack, elements become its children and close by name only. False
  /// where the usual rules are for the token.
  mutating func processDeep(_ bytes: Span<UInt8>) -> Bool {
    guard mode != .text else { return false }
    switch tokenizer.kind {
    case .startTag:
      guard stack.count >= Self.maxDepth else { return false }
      startDeep(bytes)
      return true
    case .endTag: return !deep.isEmpty && endDeep()
    case .text: if !deep.isEmpty { insertTokenText(bytes) }
    case .comment: if !deep.isEmpty { insertComment() }
    case .null, .doctype: break
    case .end: closeDeep()
    }
    return !deep.isEmpty
  }

  private mutating func startDeep(_ bytes: Span<UInt8>) {
    if mode == .inTableText {
      flushTableText(bytes)
      mode = originalMode
    }
    let (name, namespace) = (tokenizer.name, deepNamespace)
    if namespace == .html {
      if name == .html || name == .body || name == .frameset { return }
      if let state = rawTextState(name) { return insertRawText(state) }
      if name == .plaintext { tokenizer.state = .plain }
    }
    tokenizer.keepsAttributes = true
    let attributes = (UInt32(tokenizer.attributesStart), UInt32(tokenizer.attributes.count))
    let element = makeElement(tokenizer.name, namespace, attributes: attributes, at: inside(current))
    if element.traits.contains(.void) || namespace != .html && tokenizer.isSelfClosing { return }
    deep.append(element)
    deepCounts[element.name, default: 0] += 1
  }

  private var deepNamespace: MarkupNamespace {
    let top = deep.last ?? current
    if !top.traits.isDisjoint(with: [.mathText, .htmlPoint]) || top.namespace == .html || breaksOut {
      if tokenizer.name == .svg { return .svg }
      return tokenizer.name == .math ? .mathML : .html
    }
    return top.namespace
  }

  /// True where the end tag closed a deep element, or nothing.
  private mutating func endDeep() -> Bool {
    guard deepCounts[tokenizer.name, default: 0] > 0 else {
      if !mayBeOpen(tokenizer.name), tokenizer.name != .p, tokenizer.name != .br { return true }
      closeDeep()
      return false
    }
    while let element = deep.popLast() {
      deepCounts[element.name, default: 1] -= 1
      if element.name == tokenizer.name { break }
    }
    return true
  }

  private mutating func closeDeep() {
    deep.removeAll()
    deepCounts.removeAll()
  }
}
