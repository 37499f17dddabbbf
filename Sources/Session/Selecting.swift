import Document
import Layout
import Text

extension State {
  enum SelectionUnit { case sentence, paragraph }

  mutating func startSelection() -> [Effect] {
    guard let page else { return [] }
    if page.selection != nil {
      pages[current].selection = nil
      return []
    }
    settleFocus()
    let anchor = pages[current].focusTarget?.anchor ?? page.firstShown
    guard let sentence = page.sentenceRange(at: anchor) else { return [] }
    pages[current].selection = Selection(
      start: Anchor(block: anchor.block, offset: sentence.lowerBound),
      end: Anchor(block: anchor.block, offset: sentence.upperBound), movesEnd: true)
    say("Selecting by sentence: ( ) { } extend, y copies, Esc ends.")
    return []
  }

  mutating func extendSelection(by count: Int, unit: SelectionUnit) -> [Effect] {
    guard let page, var selection = page.selection else { return [] }
    for _ in 0..<abs(count) {
      let moved = page.extended(selection, isForward: count > 0, unit: unit)
      if let piece = moved.unread {
        let command: Command =
          unit == .sentence
          ? (count > 0 ? .nextSentence : .previousSentence) : (count > 0 ? .nextParagraph : .previousParagraph)
        return [.read(pieces: [piece], then: .command(command, count: abs(count)))]
      }
      selection = moved.selection
    }
    pages[current].selection = selection
    let seen =
      count > 0 ? Anchor(block: selection.end.block, offset: max(0, selection.end.offset - 1)) : selection.start
    pages[current].cursor = seen
    pages[current].reveal(seen, height: height)
    return []
  }

  mutating func copySelection() -> [Effect] {
    guard let page, let selection = page.selection else { return [] }
    let text = page.text(of: selection)
    pages[current].selection = nil
    pages[current].cursor = nil
    let count = words(in: Array(text.utf8), 0..<text.utf8.count)
    say("Copied \(count) \(count == 1 ? "word" : "words").")
    return [.copy(text)]
  }

  mutating func copyURL() -> [Effect] {
    guard let page else { return [] }
    let url = page.article.metadata.url ?? page.article.origin.location
    say("Copied: \(sanitised(url))")
    return [.copy(url)]
  }

  mutating func copyMarkdown() -> [Effect] {
    guard let page else { return [] }
    let title = page.article.metadata.title ?? page.name
    let escaped = title.map { "[]\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    let link = "[\(escaped)](\(page.article.metadata.url ?? page.article.origin.location))"
    say("Copied: \(sanitised(link))")
    return [.copy(link)]
  }

  /// The sentence of the focus, with where it stands.
  mutating func copyQuotation() -> [Effect] {
    settleFocus()
    guard let page else { return [] }
    let anchor = page.focusTarget?.anchor ?? page.firstShown
    guard let sentence = page.sentenceRange(at: anchor) else { return [] }
    let data = page.article.metadata
    var place = data.bylines
    place.append("“\(data.title ?? page.name)”")
    if let publisher = data.publisher { place.append(publisher) }
    if let published = data.published { place.append(String(published.prefix(10))) }
    place.append(data.url ?? page.article.origin.location)
    say("Copied the sentence with its citation.")
    return [.copy("“\(page.text(anchor.block, sentence))” (\(place.joined(separator: ", ")))")]
  }

  /// Hands the selection on, or else the article without what is folded; all of it is read first, and then it is asked
  /// for `again`.
  mutating func handOn(again: Action, _ effect: (String) -> Effect) -> [Effect] {
    guard let page else { return [] }
    if let selection = page.selection {
      pages[current].selection = nil
      return [effect(page.text(of: selection))]
    }
    let missing = page.article.pieces.indices.filter { page.article.pieces[$0] == nil }
    guard missing.isEmpty || page.article.extent <= State.surveyBytes else {
      complain("This is too long to be handed on whole. v selects a part; `ibid dump` prints all of it.")
      return []
    }
    guard missing.isEmpty else { return [.read(pieces: Array(missing), then: again)] }
    return [effect(page.articleText)]
  }
}

extension Page {
  func sentenceRange(at anchor: Anchor) -> Range<Int>? {
    guard let block = article.block(anchor.block) else { return nil }
    return block.sentenceRanges.last { $0.lowerBound <= anchor.offset } ?? block.sentenceRanges.first
  }

  func extended(_ selection: Selection, isForward: Bool, unit: State.SelectionUnit) -> (
    selection: Selection, unread: Int?
  ) {
    var new = selection
    if unit == .paragraph {
      switch isForward ? flow.next(after: new.end.block) : flow.previous(before: new.start.block) {
      case .unread(let piece): return (selection, piece)
      case .end:
        if isForward {
          new.end.offset = article.block(new.end.block)?.text.count ?? new.end.offset
        } else {
          new.start.offset = 0
        }
      case .block(let block):
        if isForward {
          new.end = Anchor(block: block, offset: article.block(block)?.text.count ?? 0)
        } else {
          new.start = Anchor(block: block)
        }
      }
      return (new, nil)
    }
    // A step back first gives up what was gained by steps forward.
    let from = isForward ? Anchor(block: new.end.block, offset: new.end.offset - 1) : new.start
    switch sentence(from: from, isForward: isForward) {
    case .unread(let piece): return (selection, piece)
    case .none: return (selection, nil)
    case .anchor(let anchor):
      if isForward {
        new.end = Anchor(block: anchor.block, offset: sentenceRange(at: anchor)?.upperBound ?? anchor.offset)
      } else {
        new.start = anchor
      }
      return (new, nil)
    }
  }

  /// The text of the selection, paragraphs separated by an empty line.
  func text(of selection: Selection) -> String {
    var parts: [String] = []
    var block = selection.start.block
    while block <= selection.end.block {
      if let text = article.block(block)?.text {
        let start = block == selection.start.block ? selection.start.offset : 0
        let end = block == selection.end.block ? selection.end.offset : text.count
        parts.append(self.text(block, min(start, text.count)..<max(min(start, text.count), min(end, text.count))))
      }
      guard case .block(let next) = flow.next(after: block) else { break }
      block = next
    }
    return parts.joined(separator: "\n\n")
  }

  /// What is read of the article, without what its folds hide.
  var articleText: String {
    var parts: [String] = []
    for (number, piece) in article.pieces.enumerated() {
      for (index, block) in (piece?.blocks ?? []).enumerated() {
        let id = BlockID(piece: number, index: index)
        if let found = flow.fold(at: id), found.fold.kind != .details { continue }
        parts.append(String(decoding: block.text, as: UTF8.self))
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }
}
