/// The insertion modes of tables and templates (WHATWG §13.2.6.4.9 to 16).
extension MarkupBuilder {
  /// Pops to the elements that may hold rows, cells and their like.
  private mutating func clear(to names: MarkupTraits) { pop(to: names.union(.tableScope)) }
  private mutating func clearToTable() { pop(to: .tableScope) }
  private mutating func clearToBody() { clear(to: .tableBody) }
  private mutating func clearToRow() {
    while stack.count > 1, !current.isHTML(.tr), !current.isHTML(.template) { pop() }
  }

  mutating func inTable(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .text, .null:
      let place = stack.last ?? OpenElement(node: 0, name: .html, namespace: .html, traits: [])
      if place.namespace == .html, place.traits.contains(.tablePart) || place.name == .template {
        tableText.removeAll(keepingCapacity: true)
        originalMode = mode
        mode = .inTableText
        return true
      }
    case .comment:
      insertComment()
      return false
    case .doctype: return false
    case .startTag:
      if let again = startInTable(bytes) { return again }
    case .endTag:
      if let again = endInTable(bytes) { return again }
    case .end: return inBody(bytes)
    }
    return fostered(bytes)
  }

  /// What does not belong into a table goes before it.
  private mutating func fostered(_ bytes: Span<UInt8>) -> Bool {
    fostersParents = true
    let again = inBody(bytes)
    fostersParents = false
    return again
  }

  private mutating func startInTable(_ bytes: Span<UInt8>) -> Bool? {
    switch tokenizer.name {
    case .caption:
      clearToTable()
      insertMarker()
      insertElement()
      mode = .inCaption
    case .colgroup:
      clearToTable()
      insertElement()
      mode = .inColumnGroup
    case .col:
      clearToTable()
      insertImplied(.colgroup)
      mode = .inColumnGroup
      return true
    case .tbody, .tfoot, .thead:
      clearToTable()
      insertElement()
      mode = .inTableBody
    case .td, .th, .tr:
      clearToTable()
      insertImplied(.tbody)
      mode = .inTableBody
      return true
    case .table:
      guard hasInScope(.table, .tableScope) else { return false }
      pop(through: .table)
      resetMode()
      return true
    case .style, .script, .template: return inHead(bytes)
    case .input: return hiddenInput(bytes) ? false : nil
    case .form:
      if !hasTemplate, formPointer == -1 {
        formPointer = insertElement().node
        pop()
      }
    default: return nil
    }
    return false
  }

  /// `<input type=hidden>` stays in the table.
  private mutating func hiddenInput(_ bytes: Span<UInt8>) -> Bool {
    guard isHidden(bytes) else { return false }
    insertVoid()
    return true
  }

  private mutating func endInTable(_ bytes: Span<UInt8>) -> Bool? {
    switch tokenizer.name {
    case .table:
      guard hasInScope(.table, .tableScope) else { return false }
      pop(through: .table)
      resetMode()
      return false
    case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return false
    case .template: return inHead(bytes)
    default: return nil
    }
  }

  mutating func inTableText(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .null: return false
    case .text:
      tableText.append((tokenizer.start, tokenizer.end))
      return false
    case .startTag, .endTag, .comment, .doctype, .end: break
    }
    flushTableText(bytes)
    mode = originalMode
    return true
  }

  /// Text in a table stays there if it is white space only.
  mutating func flushTableText(_ bytes: Span<UInt8>) {
    let isSpace = tableText.allSatisfy { endOfSpace(bytes, from: $0.start, to: $0.end) == $0.end }
    for text in tableText {
      if isSpace {
        insertText(start: text.start, end: text.end, bytes)
      } else {
        fostersParents = true
        bodyText(start: text.start, end: text.end, bytes)
        fostersParents = false
      }
    }
    tableText.removeAll(keepingCapacity: true)
  }

  private func isTablePart(_ name: MarkupName) -> Bool {
    switch name {
    case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: return true
    default: return false
    }
  }

  mutating func inCaption(_ bytes: Span<UInt8>) -> Bool {
    let name = tokenizer.name
    if tokenizer.kind == .endTag, name == .caption {
      _ = closeCaption()
      return false
    }
    if tokenizer.kind == .startTag ? isTablePart(name) : tokenizer.kind == .endTag && name == .table {
      return closeCaption()
    }
    if tokenizer.kind == .endTag, name == .body || name == .html || isTablePart(name) { return false }
    return inBody(bytes)
  }

  private mutating func closeCaption() -> Bool {
    guard hasInScope(.caption, .tableScope) else { return false }
    generateImpliedEndTags()
    pop(through: .caption)
    clearToMarker()
    mode = .inTable
    return true
  }

  mutating func inColumnGroup(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .text: if !insertSpace(bytes) { return false }
    case .comment:
      insertComment()
      return false
    case .doctype: return false
    case .startTag:
      if tokenizer.name == .html { return inBody(bytes) }
      if tokenizer.name == .template { return inHead(bytes) }
      if tokenizer.name == .col {
        insertVoid()
        return false
      }
    case .endTag:
      if tokenizer.name == .template { return inHead(bytes) }
      if tokenizer.name == .col { return false }
    case .end: return inBody(bytes)
    case .null: break
    }
    guard current.isHTML(.colgroup) else { return false }
    pop()
    mode = .inTable
    return tokenizer.kind != .endTag || tokenizer.name != .colgroup
  }

  mutating func inTableBody(_ bytes: Span<UInt8>) -> Bool {
    let name = tokenizer.name
    if tokenizer.kind == .startTag {
      switch name {
      case .tr:
        clearToBody()
        insertElement()
        mode = .inRow
        return false
      case .th, .td:
        clearToBody()
        insertImplied(.tr)
        mode = .inRow
        return true
      case .caption, .col, .colgroup, .tbody, .tfoot, .thead: return closeTableBody()
      default: break
      }
    } else if tokenizer.kind == .endTag {
      switch name {
      case .tbody, .tfoot, .thead:
        if hasInScope(name, .tableScope) { _ = closeTableBody() }
        return false
      case .table: return closeTableBody()
      case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: return false
      default: break
      }
    }
    return inTable(bytes)
  }

  private mutating func closeTableBody() -> Bool {
    guard hasInScope(anyOf: .tableBody, .tableScope) else { return false }
    clearToBody()
    pop()
    mode = .inTable
    return true
  }

  mutating func inRow(_ bytes: Span<UInt8>) -> Bool {
    let name = tokenizer.name
    if tokenizer.kind == .startTag {
      switch name {
      case .th, .td:
        clearToRow()
        insertElement()
        mode = .inCell
        insertMarker()
        return false
      case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr: return closeRow()
      default: break
      }
    } else if tokenizer.kind == .endTag {
      switch name {
      case .tr:
        _ = closeRow()
        return false
      case .table: return closeRow()
      case .tbody, .tfoot, .thead: return hasInScope(name, .tableScope) && closeRow()
      case .body, .caption, .col, .colgroup, .html, .td, .th: return false
      default: break
      }
    }
    return inTable(bytes)
  }

  private mutating func closeRow() -> Bool {
    guard hasInScope(.tr, .tableScope) else { return false }
    clearToRow()
    pop()
    mode = .inTableBody
    return true
  }

  mutating func inCell(_ bytes: Span<UInt8>) -> Bool {
    let name = tokenizer.name
    if tokenizer.kind == .startTag, isTablePart(name) { return closeCell() }
    if tokenizer.kind == .endTag {
      switch name {
      case .td, .th:
        guard hasInScope(name, .tableScope) else { return false }
        generateImpliedEndTags()
        pop(through: name)
        clearToMarker()
        mode = .inRow
        return false
      case .body, .caption, .col, .colgroup, .html: return false
      case .table, .tbody, .tfoot, .thead, .tr: return hasInScope(name, .tableScope) && closeCell()
      default: break
      }
    }
    return inBody(bytes)
  }

  private mutating func closeCell() -> Bool {
    guard hasInScope(.td, .tableScope) || hasInScope(.th, .tableScope) else { return false }
    generateImpliedEndTags()
    while stack.count > 1, !current.isHTML(.td), !current.isHTML(.th) { pop() }
    pop()
    clearToMarker()
    mode = .inRow
    return true
  }

  mutating func inTemplate(_ bytes: Span<UInt8>) -> Bool {
    switch tokenizer.kind {
    case .text, .null, .comment, .doctype: return inBody(bytes)
    case .endTag: return tokenizer.name == .template ? inHead(bytes) : false
    case .startTag:
      if rules.start(of: tokenizer.name) == .head { return inHead(bytes) }
      let next = modeInTemplate(tokenizer.name)
      _ = templateModes.popLast()
      templateModes.append(next)
      mode = next
      return true
    case .end:
      guard hasTemplate else { return false }
      pop(through: .template)
      clearToMarker()
      _ = templateModes.popLast()
      resetMode()
      return true
    }
  }

  private func modeInTemplate(_ name: MarkupName) -> InsertionMode {
    switch name {
    case .caption, .colgroup, .tbody, .tfoot, .thead: return .inTable
    case .col: return .inColumnGroup
    case .tr: return .inTableBody
    case .td, .th: return .inRow
    default: return .inBody
    }
  }
}
