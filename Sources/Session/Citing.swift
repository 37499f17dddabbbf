import Document
import Screen
import Text

/// From a claim or a citation to what is known of its source, and to the source itself.
extension State {
  /// The links that the focus is or has: those of its citations, and those that stand in its words; each address once.
  var linksAtFocus: [Link] {
    guard let page, let target = page.focusTarget else { return [] }
    var found: [Link] = []
    switch target.focus {
    case .link(let piece, let index): found = [page.link(piece: piece, index: index)].compactMap { $0 }
    case .citation, .claim:
      found = citationsAtFocus.compactMap { cited in
        cited.citation.link.flatMap { page.link(piece: target.block.piece, index: $0) }
      }
      if case .claim = target.focus {
        found += (page.article.pieces[target.block.piece]?.links ?? []).map(\.followed).filter {
          $0.block == target.block.index && target.range.contains($0.range.lowerBound)
        }
      }
    case .fold, .heading: break
    }
    var known: Set<String> = []
    return found.filter { known.insert($0.kind == .fragment ? $0.href : $0.page).inserted }
  }

  var linkAtFocus: Link? { linksAtFocus.first }

  /// The citations of the claim, or the citation, that has the focus.
  var citationsAtFocus: [(citation: Citation, target: Target)] {
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

  /// gd and gs: to the cited source; where there are several, or it is only named, to what there is of it.
  mutating func goToSource(_ command: Command) -> [Effect] {
    settleFocus()
    let links = linksAtFocus
    guard let page, let link = links.first else { return goToNamedSource(command) }
    if links.pages.count > 1 { return openWays(for: command) }
    switch link.kind {
    case .internal, .external: return goToSource(at: link.href, command)
    case .fragment:
      if let target = page.focusTarget { return goTo(fragment: link, from: target) }
    case .mail: say("The source is an address: \(sanitised(link.href)). gx writes to it.")
    case .blocked: complain("Not followed, for safety: \(sanitised(link.href))")
    }
    return []
  }

  /// Without a link: to what else there may be of the source; otherwise says what can be done.
  private mutating func goToNamedSource(_ command: Command) -> [Effect] {
    let first = citationsAtFocus.first
    let name = first.flatMap { cited in page?.sourceName(of: cited.citation, cited.target) }
    if wayItems(for: command).contains(where: \.leadsToPage) {
      let effects = openWays(for: command)
      say("\(name ?? "This") has no link of its own. There is this:")
      return effects
    }
    guard let first, let name else {
      say("This does not say where it has that from. gx searches the web for its names.")
      return []
    }
    switch first.citation.status {
    case .lost: say("No link in this copy for \(name). gx searches the web for the claim's names.")
    case .named, .credit:
      say("\(name) is only named here. gr lists where it is cited; gx searches the web for the claim's names.")
    case .self: say("\(name) is the publication itself; no link stands here.")
    case .linked: say("The link of \(name) is not in this copy.")
    }
    return []
  }

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
