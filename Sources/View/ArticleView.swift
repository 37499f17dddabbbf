import Document
import Layout
import Screen
import Session
import Text

extension Canvas {
  /// An article: its window's lines, with everything that lies over the text.
  mutating func draw(_ page: Page, in area: ArticleArea, hasKeys: Bool, _ state: State) {
    if let claim = area.claim, let jump = page.jump { draw(jump, of: page, in: claim, state) }
    let lines = page.window.prefix(area.rect.height)
    var shown: ShownBlock?
    for (row, line) in lines.enumerated() {
      let y = area.rect.y + row
      guard case .row(let text) = line.content else {
        draw(line, y: y, page, area, hasKeys: hasKeys)
        continue
      }
      if shown?.id != line.block { shown = page.shown(line.block, lines: lines[row...], hasKeys: hasKeys, signs) }
      if let shown { draw(text, of: shown, y: y, page, area) }
    }
    if page.window.isEmpty {
      let words = page.isGrowing ? "Waiting for \(sanitised(page.name))\(signs.ellipsis)" : "This document is empty."
      put(words, x: area.textX, y: area.rect.y, face: .subtitle)
    }
    guard hasKeys else { return }
    if let hints = state.hints { draw(hints, page, state) }
    if state.count != nil, state.pane == nil || !state.paneHasFocus { drawLinkNumbers(page, state) }
  }

  /// What stands between two articles.
  mutating func drawSeparator(_ line: Rect) {
    for y in line.y..<line.y + line.height {
      for x in line.x..<line.x + line.width {
        put(line.width > 1 ? signs.rule : signs.column, x: x, y: y, face: .separator)
      }
    }
  }

  /// A line that is no row of text.
  private mutating func draw(_ line: FlowLine, y: Int, _ page: Page, _ area: ArticleArea, hasKeys: Bool) {
    switch line.content {
    case .blank, .row: break
    case .underline(let columns):
      for x in area.textX..<area.textX + columns { put(signs.rule, x: x, y: y, face: .rule) }
    case .summary:
      let words = fitted(page.summary(signs, width: area.textWidth), to: area.textWidth)
      put(words, x: area.textX, y: y, face: .subtitle)
    case .fold(let fold, let isOpen):
      let end = draw(fold, isOpen: isOpen, y: y, area)
      if hasKeys, page.focus == .fold(line.block) { lay(.focus, y: y, from: area.textX, to: end) }
    }
  }

  /// The row that stands for a fold: its kind, how much it hides, how it begins. Answers where it ends.
  private mutating func draw(_ fold: Fold, isOpen: Bool, y: Int, _ area: ArticleArea) -> Int {
    let face: Face = isOpen ? .foldOpen : .fold
    put(isOpen ? signs.open : signs.closed, x: area.gutterX, y: y, face: face)
    let limit = area.textX + area.textWidth
    let end = put("\(fold.kind.words) \(signs.dot) \(fold.size)", x: area.textX, y: y, face: face, limit: limit)
    let room = limit - end - 5
    guard room > 8, !isOpen, !area.isNarrow, !fold.label.isEmpty else { return end }
    let label = fitted(fold.label, to: room)
    return put(
      " \(signs.dot) \(signs.opening)\(label)\(signs.closing)", x: end, y: y, face: face, limit: limit)
  }

  /// Lays a face over cells of a row.
  mutating func lay(_ face: Face, y: Int, from: Int, to: Int) {
    guard (0..<height).contains(y) else { return }
    for x in max(0, from)..<max(max(0, from), min(to, width)) { frame[x, y].over = face }
  }

  // MARK: Labels over links

  private mutating func draw(_ hints: Hints, _ page: Page, _ state: State) {
    for (index, target) in hints.targets.enumerated() where hints.isPossible(index, in: state) {
      guard let place = state.position(of: target.anchor) else { continue }
      put(hints.labels[index], x: place.x, y: place.y, face: .hint)
    }
  }

  private mutating func drawLinkNumbers(_ page: Page, _ state: State) {
    for target in page.shownTargets where target.focus.kind == .link {
      guard let place = state.position(of: target.anchor), let number = page.number(of: target) else { continue }
      put("\(number)", x: place.x, y: place.y, face: .hint)
    }
  }
}

extension Page {
  /// "16 claims · 8 sources · 3 links lost in this copy · 44% folded".
  func summary(_ signs: Signs, width: Int) -> String {
    guard let counts else {
      return signs.ellipsis + " claims \(signs.dot) " + signs.ellipsis + " sources"
    }
    var parts = [plural(counts.claims, "claim"), plural(counts.sources, "source")]
    if counts.lost > 0 { parts.append(plural(counts.lost, "link") + " lost in this copy") }
    if counts.words.folded > 0 { parts.append("\(share(counts.words))% folded") }
    parts.append("\(minutes(counts.words.article)) min")
    var words = parts.removeFirst()
    for part in parts {
      let longer = words + " \(signs.dot) " + part
      if columns(of: longer) > width { break }
      words = longer
    }
    return words
  }
}

func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

extension PaneItem.Sign {
  func drawn(_ signs: Signs) -> (text: String, face: Face) {
    switch self {
    case .linked: (signs.linked, .signLinked)
    case .attributed: (signs.attributed, .signAttributed)
    case .own: (signs.own, .signSelf)
    case .none: (signs.none, .signNone)
    case .lost: (signs.lost, .sourceLost)
    case .fold: (signs.closed, .fold)
    case .checked: (signs.checked, .signChecked)
    case .doubtful: (signs.doubtful, .signDoubtful)
    case .false: (signs.wrong, .signFalse)
    }
  }
}

extension Claim.Support {
  var face: Face {
    switch self {
    case .linked: .claimLinked
    case .attributed: .claimAttributed
    case .self: .claimSelf
    case .none: .claimNone
    }
  }
}

extension Block {
  var face: Face {
    switch role {
    case .title: .title
    case .byline: .byline
    case .dateline: .dateline
    case .heading: .heading
    case .paragraph, .listItem: .prose
    case .quote: .quote
    case .code: .code
    case .table: .table
    case .figure, .caption: .caption
    case .math: .math
    case .footnote: .footnote
    case .embed: .embed
    case .rule: .rule
    }
  }
}

extension Inline.Style {
  var face: Face {
    switch self {
    case .strong: .strong
    case .emphasis: .emphasis
    case .code: .codeSpan
    case .link: .link
    case .superscript: .superscript
    case .subscript: .subscript
    case .inserted: .inserted
    case .deleted: .deleted
    case .abbreviation: .abbreviation
    }
  }
}
