/// The insertion mode "in body": text and start tags (WHATWG §13.2.6.4.7).
extension MarkupBuilder {
  mutating func inBody(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .text: bodyText(start: tokenizer.start, end: tokenizer.end, bytes)
    case .startTag: return startInBody(bytes)
    case .endTag: return endInBody(bytes)
    case .comment: insertComment()
    case .null, .doctype: return false
    case .end: return templateModes.isEmpty ? false : inTemplate(bytes)
    }
    return false
  }

  @inline(__always)
  mutating func bodyText(start: UInt32, end: UInt32, _ bytes: Span<UInt8>) {
    guard start < end else { return }
    reconstructFormatting()
    insertText(start: start, end: end, bytes)
    if framesetIsOK, endOfSpace(bytes, from: start, to: end) < end { framesetIsOK = false }
  }

  private mutating func startInBody(_ bytes: Span<UInt8>) -> Bool {
    switch rules.start(of: tokenizer.name) {
    case .ordinary:
      reconstructFormatting()
      insertElement()
    case .block:
      closeParagraph()
      insertElement()
    case .anchor: startAnchor(bytes)
    case .formatting:
      reconstructFormatting()
      pushFormatting(insertElement(), bytes)
    case .listItem: startItem()
    case .heading:
      closeParagraph()
      if current.traits.contains(.heading) { pop() }
      insertElement()
    case .void:
      reconstructFormatting()
      insertVoid()
      framesetIsOK = false
    case .head: return inHead(bytes)
    case .html: startHTML()
    case .body: startBody()
    case .frameset: startFrameset()
    case .preformatted:
      closeParagraph()
      insertElement()
      skipsNewline = true
      framesetIsOK = false
    case .form: startForm()
    case .definition: startItem()
    case .plaintext:
      closeParagraph()
      insertElement()
      tokenizer.state = .plain
    case .button: startButton()
    case .nobr: startNobr(bytes)
    case .object:
      reconstructFormatting()
      insertElement()
      insertMarker()
      framesetIsOK = false
    case .table: startTable()
    case .input: startInput(bytes)
    case .parameter: insertVoid()
    case .rule:
      closeParagraph()
      if hasInScope(.select) { generateImpliedEndTags() }
      insertVoid()
      framesetIsOK = false
    case .image:
      tokenizer.name = .img
      return true
    case .textarea: startTextArea()
    case .xmp: startExample()
    case .iframe:
      framesetIsOK = false
      insertRawText(.raw)
    case .noembed: insertRawText(.raw)
    case .noscript: startNoscript()
    case .select: startSelect()
    case .option, .optionGroup: startOption()
    case .rubyBase, .rubyText: startRuby()
    case .math: startForeign(.mathML, bytes)
    case .svg: startForeign(.svg, bytes)
    case .ignored: break
    }
    return false
  }

  private mutating func startTextArea() {
    insertRawText(.replaceable)
    skipsNewline = true
    framesetIsOK = false
  }

  private mutating func startExample() {
    closeParagraph()
    reconstructFormatting()
    framesetIsOK = false
    insertRawText(.raw)
  }

  private mutating func startHTML() {
    if !hasTemplate { mergeAttributes(into: stack[0].node) }
  }

  private mutating func startBody() {
    guard stack.count > 1, stack[1].isHTML(.body), !hasTemplate else { return }
    framesetIsOK = false
    mergeAttributes(into: stack[1].node)
  }

  private mutating func startFrameset() {
    guard stack.count > 1, stack[1].isHTML(.body), framesetIsOK else { return }
    unlink(stack[1].node)
    while stack.count > 1 { pop() }
    insertElement()
    mode = .inFrameset
  }

  private mutating func startForm() {
    let isInTemplate = hasTemplate
    guard formPointer == -1 || isInTemplate else { return }
    closeParagraph()
    let node = insertElement().node
    if !isInTemplate { formPointer = node }
  }

  /// `<li>`, `<dd>` and `<dt>` close the one before them.
  private mutating func startItem() {
    framesetIsOK = false
    let isItem = tokenizer.name == .li
    var index = stack.count - 1
    while index > 0 {
      let element = stack[index]
      if element.namespace == .html, isItem ? element.name == .li : element.name == .dd || element.name == .dt {
        generateImpliedEndTags(except: element.name)
        pop(through: element.name)
        break
      }
      let isPassed = element.isHTML(.address) || element.isHTML(.div) || element.isHTML(.p)
      if element.traits.contains(.special), !isPassed { break }
      index -= 1
    }
    closeParagraph()
    insertElement()
  }

  private mutating func startButton() {
    if hasInScope(.button) {
      generateImpliedEndTags()
      pop(through: .button)
    }
    reconstructFormatting()
    insertElement()
    framesetIsOK = false
  }

  private mutating func startAnchor(_ bytes: Span<UInt8>) {
    if let index = formattingIndex(of: .a) {
      let node = formatting[index].node
      if !adopt(.a) { closeOther(.a) }
      removeFormatting(node)
      if isOpen(node), let index = stackIndex(of: node) { removeFromStack(at: index) }
    }
    reconstructFormatting()
    pushFormatting(insertElement(), bytes)
  }

  private mutating func startNobr(_ bytes: Span<UInt8>) {
    reconstructFormatting()
    if hasInScope(.nobr) {
      if !adopt(.nobr) { closeOther(.nobr) }
      reconstructFormatting()
    }
    pushFormatting(insertElement(), bytes)
  }

  private mutating func startTable() {
    if !isQuirky { closeParagraph() }
    insertElement()
    framesetIsOK = false
    mode = .inTable
  }

  private mutating func startInput(_ bytes: Span<UInt8>) {
    if context?.isHTML(.select) == true { return }
    if hasInScope(.select) { pop(through: .select) }
    reconstructFormatting()
    let isHidden = self.isHidden(bytes)
    insertVoid()
    if !isHidden { framesetIsOK = false }
  }

  /// Whether the tag says `type=hidden`.
  func isHidden(_ bytes: Span<UInt8>) -> Bool {
    tokenHasValue(.type, Keyword.hidden, bytes)
  }

  /// Whether the tag has the attribute with this lower-case value, in any case of its own.
  func tokenHasValue(_ name: MarkupName, _ value: [UInt8], _ bytes: Span<UInt8>) -> Bool {
    for index in tokenizer.attributesStart..<tokenizer.attributes.count where tokenizer.attributes[index].name == name {
      let attribute = tokenizer.attributes[index]
      guard Int(attribute.end - attribute.start) == value.count else { return false }
      for offset in value.indices
      where Ascii.lower(byte(at: attribute.start + UInt32(offset), bytes)) != value[offset] { return false }
      return true
    }
    return false
  }

  private mutating func startNoscript() {
    guard !isScripting else { return insertRawText(.raw) }
    reconstructFormatting()
    insertElement()
  }

  private mutating func startSelect() {
    if context?.isHTML(.select) == true { return }
    if hasInScope(.select) { return pop(through: .select) }
    reconstructFormatting()
    insertElement()
    framesetIsOK = false
  }

  private mutating func startOption() {
    if hasInScope(.select) {
      generateImpliedEndTags(except: tokenizer.name == .option ? .optgroup : nil)
    } else if current.isHTML(.option) {
      pop()
    }
    reconstructFormatting()
    insertElement()
  }

  private mutating func startRuby() {
    if hasInScope(.ruby) {
      generateImpliedEndTags(except: rules.start(of: tokenizer.name) == .rubyText ? .rtc : nil)
    }
    insertElement()
  }

  private mutating func startForeign(_ namespace: MarkupNamespace, _ bytes: Span<UInt8>) {
    reconstructFormatting()
    insertForeign(namespace, bytes)
  }
}
