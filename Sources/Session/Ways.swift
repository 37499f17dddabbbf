import Document
import Text

/// A way to a source.
package enum Way: Sendable, Equatable {
  /// It is fetched, and shown by the command that asked.
  case page(href: String, Command)
  /// An article that is open.
  case open(location: String, Command)
  case browser(href: String)
}

extension PaneItem {
  /// It leads to a page that may be the source itself, not to a search for it.
  var leadsToPage: Bool {
    switch destination {
    case .way(.page), .way(.open): true
    case .way(.browser), .target, .page, .verdict, nil: false
    }
  }
}

extension State {
  /// gD: all ways to the source of what has the focus.
  mutating func openWays(for command: Command) -> [Effect] {
    settleFocus()
    guard !wayItems(for: command).isEmpty else {
      say("This does not say where it has that from. gx searches the web for its names.")
      return []
    }
    if pane?.kind == .ways { closePane() }
    waysCommand = command
    return openPane(.ways)
  }

  mutating func take(_ way: Way) -> [Effect] {
    closePane()
    switch way {
    case .page(let href, let command): return goToSource(at: href, command)
    case .open(let location, let command): return goToSource(at: location, command)
    case .browser(let href): return [.browse(url: href)]
    }
  }

  /// The links of the focus, links that its source has elsewhere, open articles that may be it, archived copies, a search.
  func wayItems(for command: Command) -> [PaneItem] {
    guard let page else { return [] }
    let links = linksAtFocus.pages
    let names = citationsAtFocus.map { page.sourceName(of: $0.citation, $0.target) }
    var items = links.map { link in
      PaneItem(name(of: link), note: link.place, sign: .linked, destination: .way(.page(href: link.href, command)))
    }
    let elsewhere = links.isEmpty ? page.links(ofSources: names) : []
    let near = links.isEmpty && elsewhere.isEmpty ? page.linksBesideFocus : []
    for (others, place) in [(elsewhere, "linked elsewhere"), (near, "linked in this paragraph")] {
      items += others.map { link in
        PaneItem(
          name(of: link), note: "\(place), \(link.place)", sign: .linked,
          destination: .way(.page(href: link.href, command)))
      }
    }
    items += pages.indices.filter { $0 != current && pages[$0].isCalled(names) }.map { index in
      PaneItem(
        pages[index].article.metadata.title ?? pages[index].name, note: "open", sign: .attributed,
        destination: .way(.open(location: pages[index].article.origin.location, command)))
    }
    items += (links + elsewhere + near).filter { URLParts($0.href)?.isWeb == true }.map { link in
      PaneItem(
        name(of: link), note: "archived copy", isDim: true,
        destination: .way(.page(href: settings.archive.replacing("%s", with: link.href), command)))
    }
    if let search = page.searchURL(settings.search) {
      let place = URLParts(search)?.site ?? ""
      items.append(
        PaneItem(
          "a search for its names and figures", note: "browser, \(sanitised(place))", isDim: true,
          destination: .way(.browser(href: search))))
    }
    return items
  }

  private func name(of link: Link) -> String {
    guard let page, let target = page.focusTarget else { return sanitised(link.href) }
    let words = page.text(BlockID(piece: target.block.piece, index: link.block), link.range)
    return words.isEmpty ? sanitised(link.href) : words
  }
}

extension Page {
  /// The links of other citations of these sources, each address once.
  fileprivate func links(ofSources names: [String]) -> [Link] {
    names.flatMap(places(citing:)).compactMap { target -> Link? in
      guard case .citation(let piece, let index) = target.focus else { return nil }
      return citation(piece: piece, index: index)?.link.flatMap { self.link(piece: piece, index: $0) }
    }.pages
  }

  /// The links of the block that has the focus.
  fileprivate var linksBesideFocus: [Link] {
    guard let target = focusTarget else { return [] }
    return (article.pieces[target.block.piece]?.links ?? []).map(\.followed)
      .filter { $0.block == target.block.index }.pages
  }

  /// Letters of a name that is worth comparing.
  private static let leastName = 4

  /// Its title, publisher or site goes by one of these names.
  fileprivate func isCalled(_ names: [String]) -> Bool {
    let own = [article.metadata.title, article.metadata.publisher, article.site].compactMap { $0?.lowercased() }
    return names.map { $0.lowercased() }.contains { name in
      name.count >= Self.leastName
        && own.contains { $0.contains(name) || name.contains($0) && $0.count >= Self.leastName }
    }
  }
}

extension [Link] {
  /// Those that lead to other pages, each page once.
  var pages: [Link] {
    var known: Set<String> = []
    return filter { link in
      link.leadsToPage && known.insert(link.page).inserted
    }
  }
}

extension Link {
  /// It leads to another page that can be read here.
  var leadsToPage: Bool { kind == .internal || kind == .external }

  /// Its address as it is asked for.
  var page: String { pageAddress(href) }
}

/// An address without the place in the page, and without what only tracks.
func pageAddress(_ href: String) -> String { withoutTracking(String(href.prefix { $0 != "#" })) }
