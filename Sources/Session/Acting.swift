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
    case .claim, .citation: return goToSource()
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

  /// Asks for another article: of the network, or of the article's own folder.
  mutating func load(_ location: String) -> [Effect] {
    guard let page else { return [] }
    let isLocal = !location.contains("://")
    if isLocal { isLoading = location }
    return [.open(location: location, base: isLocal ? page.article.origin.location : nil)]
  }

  private mutating func goTo(fragment link: Link, from target: Target) -> [Effect] {
    guard let page else { return [] }
    if link.target == nil, let note = page.article.block(target.block)?.note, page.article.block(note) != nil {
      rememberPlace()
      pages[current].show(Anchor(block: note), atRow: height / 3, height: height)
      return []
    }
    if let place = link.target.map({ BlockID(piece: target.block.piece, index: $0) }), page.article.block(place) != nil
    {
      rememberPlace()
      pages[current].uncover(place)
      pages[current].show(Anchor(block: place), atRow: 0, height: height)
      return []
    }
    let name = String(link.href.drop { $0 != "#" }.dropFirst())
    let found = page.all(.heading).first { page.text($0.block, $0.range).fragmentName == name.lowercased() }
    guard let found else {
      complain("The page has no place named \(sanitised(link.href)).")
      return []
    }
    rememberPlace()
    focus(on: found)
    pages[current].show(found.anchor, atRow: 0, height: height)
    return []
  }

  /// The link that the focus is, or that its citation or claim has.
  private var linkAtFocus: Link? {
    guard let page, let target = page.focusTarget else { return nil }
    switch target.focus {
    case .link(let piece, let index): return page.link(piece: piece, index: index)
    case .citation(let piece, let index):
      return page.citation(piece: piece, index: index)?.link.flatMap { page.link(piece: piece, index: $0) }
    case .claim(let block, _):
      if let cited = citationsAtFocus.lazy.compactMap({ $0.citation.link }).first {
        return page.link(piece: block.piece, index: cited)
      }
      return page.article.pieces[block.piece]?.links.first {
        $0.block == block.index && target.range.contains($0.range.lowerBound)
      }
    case .fold, .heading: return nil
    }
  }

  /// The citations of the claim, or the citation, that has the focus.
  private var citationsAtFocus: [(citation: Citation, target: Target)] {
    guard let page, let target = page.focusTarget else { return [] }
    switch target.focus {
    case .citation(let piece, let index):
      return page.citation(piece: piece, index: index).map { [($0, target)] } ?? []
    case .claim(let id, let sentence):
      guard let sentences = page.article.block(id)?.sentences, sentences.indices.contains(sentence) else { return [] }
      return (sentences[sentence].claim?.citations ?? []).compactMap { index in
        guard let found = page.citation(piece: id.piece, index: index) else { return nil }
        let block = BlockID(piece: id.piece, index: found.block)
        return (found, Target(focus: .citation(piece: id.piece, index: index), block: block, range: found.range))
      }
    case .link, .fold, .heading: return []
    }
  }

  /// gd: to the cited source, as far as it can be reached from here; otherwise says what can be done.
  mutating func goToSource() -> [Effect] {
    settleFocus()
    if let link = linkAtFocus, let page {
      switch link.kind {
      case .internal, .external: return goToSource(of: link)
      case .fragment:
        if let target = page.focusTarget { return goTo(fragment: link, from: target) }
      case .mail: say("The source is an address: \(sanitised(link.href)). gx writes to it.")
      case .blocked: complain("Not followed, for safety: \(sanitised(link.href))")
      }
      return []
    }
    guard let page, let first = citationsAtFocus.first else {
      say("This does not say where it has that from.")
      return []
    }
    let name = page.sourceName(of: first.citation, first.target)
    switch first.citation.status {
    case .lost: say("No link in this copy for \(name). gx searches the web for the claim's names.")
    case .named, .credit:
      say("\(name) is only named here. gr lists where it is cited; gx searches the web for the claim's names.")
    case .self: say("\(name) is the publication itself; no link stands here.")
    case .linked: say("The link of \(name) is not in this copy.")
    }
    return []
  }

  mutating func browse() -> [Effect] {
    settleFocus()
    let location = page?.article.origin.location ?? ""
    let own = page?.article.metadata.url ?? (location.contains("://") ? location : nil)
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

  // MARK: Citations

  mutating func preview() -> [Effect] {
    settleFocus()
    if let link = linkAtFocus, case .link = page?.focus {
      let isTracking = withoutTracking(link.href) != link.href
      let note = "\(link.kind.rawValue) · \(link.place)" + (isTracking ? " · followed without what tracks you" : "")
      popup = Popup(
        kind: .preview, title: "Link", lines: [StyledLine(sanitised(link.href)), StyledLine(note, .popupDim)])
      return []
    }
    guard let page, let first = citationsAtFocus.first else {
      say("No source is cited here. ]r goes to the next citation.")
      return []
    }
    let name = page.sourceName(of: first.citation, first.target)
    let places = page.places(citing: name)
    var lines = [StyledLine(first.citation.note, .popupDim)]
    if let cue = first.citation.cue { lines.append(StyledLine("credited by: " + sanitised(cue))) }
    if first.citation.source?.kind != .unnamed { lines.append(StyledLine("status: " + first.citation.status.words)) }
    if let link = linkAtFocus { lines.append(StyledLine(sanitised(link.href))) }
    let others = places.filter { $0 != first.target }
    lines.append(
      StyledLine(
        others.isEmpty
          ? "cited only here" : "also cited in \(others.count) other \(others.count == 1 ? "place" : "places"):"))
    lines += others.prefix(4).map { StyledLine("  " + page.text($0.block, page.sentence(holding: $0)), .popupDim) }
    popup = Popup(kind: .preview, title: name, lines: lines)
    return []
  }

  mutating func showCitingPlaces() -> [Effect] {
    settleFocus()
    guard let page, let first = citationsAtFocus.first else {
      say("No source is cited here. ]r goes to the next citation.")
      return []
    }
    let name = page.sourceName(of: first.citation, first.target)
    pane = nil
    _ = openPane(.sources)
    pane?.onlySource = name
    rebuildPane()
    return []
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
    let page = pages[current]
    guard page.window.indices.contains(y) else { return [] }
    let line = page.window[y]
    switch line.content {
    case .fold:
      pages[current].focus = .fold(line.block)
      return changeFold(.toggle)
    case .row(let row):
      guard let block = page.article.block(line.block) else { return [] }
      let column = x - geometry.textX + page.sideways
      let offset = offset(atColumn: column, in: row, text: block.text, metrics: metrics)
      guard let target = page.target(at: Anchor(block: line.block, offset: offset ?? row.range.lowerBound)) else {
        return []
      }
      if page.focus == target.focus { return act(count: nil) }
      pages[current].focus = target.focus
      return []
    case .blank, .underline, .summary: return []
    }
  }
}

extension Page {
  /// Every place that cites the source of this name.
  func places(citing name: String) -> [Target] {
    all(.citation).filter { target in
      guard case .citation(let piece, let index) = target.focus, let found = citation(piece: piece, index: index)
      else { return false }
      return sourceName(of: found, target) == name
    }
  }

  /// The sentence in which a target stands.
  func sentence(holding target: Target) -> Range<Int> {
    let sentences = article.block(target.block)?.sentences ?? []
    return sentences.first { $0.range.contains(target.range.lowerBound) }?.range ?? target.range
  }

  /// What stands at a byte of the text: the link first, then the citation, the claim, the heading.
  func target(at anchor: Anchor) -> Target? {
    guard targets.indices.contains(anchor.block.piece), let known = targets[anchor.block.piece] else { return nil }
    for kind in [Focus.Kind.link, .citation, .claim, .heading] {
      let found = known[kind].first { $0.block == anchor.block && $0.range.contains(anchor.offset) }
      if let found { return found }
    }
    return nil
  }
}

extension Citation.Status {
  package var words: String {
    switch self {
    case .linked: "linked"
    case .named: "named, without a link"
    case .lost: "a link stood here, and is lost in this copy"
    case .self: "the publication itself"
    case .credit: "a credit"
    }
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
