import Document
import Layout
import Screen
import Text

extension State {
  /// Enter: what the focus is for. With a number, the link of that number.
  mutating func act(count: Int?) -> [Effect] {
    guard let page else { return [] }
    if let count {
      let links = page.all(.link)
      guard (1...max(1, links.count)).contains(count), !links.isEmpty else {
        complain(
          links.isEmpty ? "This page has no links." : "There is no link \(count); the last one is \(links.count).")
        return []
      }
      let link = links[count - 1]
      guard page.article.block(link.block) != nil else {
        return [.read(pieces: [link.block.piece], then: .command(.act, count: count))]
      }
      return follow(link)
    }
    settleFocus()
    guard let target = pages[current].focusTarget else {
      say("Nothing on the screen can be followed. ]l and ]z go to the next link and fold.")
      return []
    }
    switch target.focus {
    case .fold: return changeFold(.toggle)
    case .link: return follow(target)
    case .claim, .citation: return goToSource(.goToSource)
    case .heading:
      pages[current].show(target.anchor, atRow: 0, height: height)
      return []
    }
  }

  /// Follows a link: inside the page, to a local article, or to what the browser is for.
  mutating func follow(_ target: Target) -> [Effect] {
    guard let page, case .link(let piece, let index) = target.focus, let link = page.link(piece: piece, index: index)
    else { return [] }
    pages[current].focus = target.focus
    switch link.kind {
    case .fragment: return goTo(fragment: link, from: target)
    case .internal, .external: return load(withoutTracking(link.href))
    case .mail: say("\(sanitised(link.href)): gx opens it in the browser, yl copies it.")
    case .blocked: complain("Not followed, for safety: \(sanitised(link.href))")
    }
    return []
  }

  /// gf: the link of the focus beside the article.
  mutating func followBeside() -> [Effect] {
    settleFocus()
    guard let link = linkAtFocus else {
      say("No link has the focus. ]l goes to the next one.")
      return []
    }
    guard link.leadsToPage else {
      if case .link = page?.focus, let target = page?.focusTarget { return follow(target) }
      complain("Only another page can stand beside this one: \(sanitised(link.href))")
      return []
    }
    return go(to: Awaited(location: link.page, claimant: nil, command: .linkBeside))
  }

  /// Asks for another article: of the network, or of the article's own folder.
  mutating func load(_ location: String) -> [Effect] {
    guard let page else { return [] }
    guard !location.holds("://") else { return open(address: location) }
    isLoading = location
    return [.open(location: location, base: page.article.origin.location)]
  }

  mutating func goTo(fragment link: Link, from target: Target) -> [Effect] {
    guard let page else { return [] }
    if link.target == nil, let note = page.article.block(target.block)?.note, page.article.block(note) != nil {
      rememberPlace()
      pages[current].show(Anchor(block: note), atRow: height / 3, height: height)
      return []
    }
    if let place = link.target, page.article.block(place) != nil {
      rememberPlace()
      pages[current].uncover(place)
      pages[current].show(Anchor(block: place), atRow: 0, height: height)
      return []
    }
    let name = String(link.href.drop { $0 != "#" }.dropFirst())
    if page.heading(named: name) == nil, page.article.pieces.count <= 1 {
      complain("The page has no place named \(sanitised(link.href)).")
      return []
    }
    return goTo(name: name)
  }

  mutating func browse() -> [Effect] {
    settleFocus()
    let location = page?.article.origin.location ?? ""
    let own = page?.article.metadata.url ?? (location.holds("://") ? location : nil)
    // A source is opened at the passage; what names a source without a link is searched for.
    let passage = page.flatMap { page in page.jump?.passage.flatMap { page.passageURL(own, $0) } }
    let href = passage ?? linkAtFocus?.href ?? page?.searchURL(settings.search) ?? own
    guard let href else {
      say("No link has the focus. ]l goes to the next one.")
      return []
    }
    guard href.hasPrefix("http://") || href.hasPrefix("https://") || href.hasPrefix("mailto:") else {
      complain("Only http, https and mailto open in the browser: \(sanitised(href))")
      return []
    }
    return [.browse(url: withoutTracking(href))]
  }

  mutating func copyLink() -> [Effect] {
    settleFocus()
    guard let link = linkAtFocus else {
      say("No link has the focus. ]l goes to the next one.")
      return []
    }
    let href = withoutTracking(link.href)
    say("Copied: \(sanitised(href))")
    return [.copy(href)]
  }

  // MARK: Claims

  mutating func mark(_ mark: ClaimMark?) -> [Effect] {
    settleFocus()
    guard let page, let target = page.focusTarget, case .claim = target.focus else {
      say("No claim has the focus. ]c goes to the next one.")
      return []
    }
    pages[current].claimMarks[page.text(target.block, target.range)] = mark
    rebuildPane()
    say(mark.map { "This claim is marked \($0.rawValue)." } ?? "This claim is open again.")
    return []
  }

  // MARK: Hints

  /// Letters of hint labels, from the home row outwards.
  private static let hintLetters = Array("asdfghjklqwertyuiopzxcvbnm")

  mutating func showHints() -> [Effect] {
    let links = page?.shownTargets.filter { $0.focus.kind == .link } ?? []
    guard !links.isEmpty else {
      say("No link on the screen. ]l goes to the next one.")
      return []
    }
    let letters = Self.hintLetters
    let labels: [String]
    if links.count <= letters.count {
      labels = links.indices.map { String(letters[$0]) }
    } else {
      labels = links.indices.map {
        String(letters[$0 / letters.count % letters.count]) + String(letters[$0 % letters.count])
      }
    }
    hints = Hints(targets: links, labels: labels)
    return []
  }

  // MARK: The mouse

  mutating func clickArticle(x: Int, y: Int) -> [Effect] {
    guard pages.indices.contains(current) else { return [] }
    paneHasFocus = false
    if geometry.other?.contains(x: x, y: y) == true { swapHalves() }
    let page = pages[current]
    let area = geometry.focused
    if area.claim?.contains(x: x, y: y) == true { return goToClaim() }
    let row = y - area.rect.y
    guard area.rect.contains(x: x, y: y), page.window.indices.contains(row) else { return [] }
    let line = page.window[row]
    switch line.content {
    case .fold:
      pages[current].focus = .fold(line.block)
      return changeFold(.toggle)
    case .row(let row):
      guard let block = page.article.block(line.block) else { return [] }
      let column = x - area.textX + page.sideways
      let offset = offset(atColumn: column, in: row, text: block.text, metrics: metrics)
      guard let target = page.target(at: Anchor(block: line.block, offset: offset ?? row.range.lowerBound)) else {
        return []
      }
      if page.focus == target.focus { return act(count: nil) }
      pages[current].cursor = nil
      pages[current].focus = target.focus
      return []
    case .blank, .underline, .summary: return []
    }
  }
}

extension Page {
  /// What stands at a byte of the text: the link first, then the citation, the claim, the heading.
  func target(at anchor: Anchor) -> Target? {
    guard targets.indices.contains(anchor.block.piece), let known = targets[anchor.block.piece] else { return nil }
    for kind in [Focus.Kind.link, .citation, .claim, .heading] {
      let found = known.all(kind, in: anchor.block).first { $0.range.contains(anchor.offset) }
      if let found { return found }
    }
    return nil
  }
}

extension String {
  /// As the usual Markdown and wiki programs name the place of a heading.
  var fragmentName: String {
    String(
      lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
        .map { $0 == " " ? "-" : $0 })
  }
}
