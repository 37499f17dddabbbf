/// The insertion mode "in body": end tags (WHATWG §13.2.6.4.7).
extension MarkupBuilder {
  mutating func endInBody(_ bytes: Span<UInt8>) -> Bool {
    let name = tokenizer.name
    switch rules.start(of: name) {
    case .block:
      if name == .p { endParagraph() } else { endBlock(name) }
    case .button, .preformatted, .select: endBlock(name)
    case .anchor, .formatting, .nobr: if !adopt(name) { closeOther(name) }
    case .listItem: endItem(name, [.scope, .listScope])
    case .definition: endItem(name, .scope)
    case .heading: endHeading()
    case .body: return endBody(isHTML: false)
    case .html: return endBody(isHTML: true)
    case .form: endForm()
    case .object: endObject(name)
    case .head where name == .template: return inHead(bytes)
    case .void where name == .br: endBreak()
    case .ordinary, .head, .frameset, .plaintext, .table, .void, .input, .parameter, .rule, .image, .textarea, .xmp,
      .iframe, .noembed, .noscript, .option, .optionGroup, .rubyBase, .rubyText, .math, .svg, .ignored:
      closeOther(name)
    }
    return false
  }

  /// Any other end tag: closes the uppermost element of that name, unless a special one is in the way.
  mutating func closeOther(_ name: MarkupName) {
    guard mayBeOpen(name) else { return }
    var index = stack.count - 1
    while index > 0 {
      let element = stack[index]
      if element.isHTML(name) {
        generateImpliedEndTags(except: name)
        while stack.count > index { pop() }
        return
      }
      if element.traits.contains(.special) { return }
      index -= 1
    }
  }

  private mutating func endBlock(_ name: MarkupName) {
    guard hasInScope(name) else { return }
    generateImpliedEndTags()
    pop(through: name)
  }

  private mutating func endParagraph() {
    if !hasInScope(.p, [.scope, .buttonScope]) { insertImplied(.p) }
    closeParagraph()
  }

  private mutating func endItem(_ name: MarkupName, _ boundary: MarkupTraits) {
    guard hasInScope(name, boundary) else { return }
    generateImpliedEndTags(except: name)
    pop(through: name)
  }

  private mutating func endHeading() {
    guard hasInScope(anyOf: .heading) else { return }
    generateImpliedEndTags()
    while stack.count > 1 {
      let isLast = current.traits.contains(.heading)
      pop()
      if isLast { return }
    }
  }

  private mutating func endBody(isHTML: Bool) -> Bool {
    guard hasInScope(.body) else { return false }
    mode = .afterBody
    return isHTML
  }

  private mutating func endForm() {
    if hasTemplate { return endBlock(.form) }
    let node = formPointer
    formPointer = -1
    guard node >= 0, isOpen(node), let index = stackIndex(of: node), !isHidden(index) else { return }
    generateImpliedEndTags()
    if let index = stackIndex(of: node) { removeFromStack(at: index) }
  }

  /// Whether something above ends the scope of the element at that place.
  private func isHidden(_ index: Int) -> Bool {
    stack[(index + 1)...].contains { $0.traits.contains(.scope) }
  }

  private mutating func endObject(_ name: MarkupName) {
    guard hasInScope(name) else { return }
    generateImpliedEndTags()
    pop(through: name)
    clearToMarker()
  }

  /// `</br>` is `<br>`.
  private mutating func endBreak() {
    reconstructFormatting()
    _ = makeElement(.br, .html, attributes: (0, 0), at: appropriatePlace())
    framesetIsOK = false
  }
}
