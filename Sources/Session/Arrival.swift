import Document
import Layout

/// A page of the web that was asked for with a fragment: what it names is shown when the page is.
struct Arrival: Sendable, Equatable {
  /// Without the fragment.
  var location: String
  var name: String
}

extension State {
  /// What a text fragment begins with, which names no place (WICG, URL Fragment Text Directives).
  private static let directive = ":~:"

  /// Asks for a page of the web.
  mutating func open(address: String) -> [Effect] {
    let location = String(address.prefix { $0 != "#" })
    let name = String(address.dropFirst(location.count + 1))
    arrivals.removeAll { $0.location == location }
    if !name.isEmpty, !name.hasPrefix(Self.directive) { arrivals.append(Arrival(location: location, name: name)) }
    return [.open(location: location, base: nil)]
  }

  /// The name of the place at which a page is shown for the first time.
  mutating func takeArrival(at location: String) -> String? {
    guard let index = arrivals.firstIndex(where: { $0.location == location }) else { return nil }
    return arrivals.remove(at: index).name
  }

  /// To what a fragment names: a heading, by its words, or what the page itself gives this name.
  mutating func goTo(name: String) -> [Effect] {
    guard let page else { return [] }
    guard let found = page.heading(named: name) else { return [.locate(fragment: name)] }
    rememberPlace()
    focus(on: found)
    pages[current].show(found.anchor, atRow: 0, height: height)
    return []
  }
}

extension Page {
  /// The heading that a fragment names, as the usual Markdown and wiki programs name it.
  func heading(named name: String) -> Target? {
    all(.heading).first { text($0.block, $0.range).fragmentName == name.lowercased() }
  }
}
