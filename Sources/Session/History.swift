import Document
import Layout

extension State {
  /// Places of a page that are remembered.
  private static let placeLimit = 100

  /// Before a jump: the place here can be come back to.
  mutating func rememberPlace() {
    guard pages.indices.contains(current) else { return }
    let here = pages[current].firstShown
    var places = Array(pages[current].places.prefix(pages[current].placeIndex))
    if places.last != here { places.append(here) }
    if places.count > Self.placeLimit { places.removeFirst() }
    pages[current].places = places
    pages[current].placeIndex = places.count
  }

  mutating func goBack() -> [Effect] {
    guard let page else { return [] }
    guard page.placeIndex > 0 else {
      if trailIndex > 0 { return walkTrail(by: -1) }
      say("No place before this one.")
      return []
    }
    let here = page.firstShown
    var places = page.places
    if page.placeIndex == places.count, places.last != here { places.append(here) }
    pages[current].places = places
    return goTo(placeAt: page.placeIndex - 1, then: .back)
  }

  mutating func goForward() -> [Effect] {
    guard let page, page.placeIndex + 1 < page.places.count else {
      say("No place after this one.")
      return []
    }
    return goTo(placeAt: page.placeIndex + 1, then: .forward)
  }

  mutating func goToLastPlace() -> [Effect] {
    guard let page, page.placeIndex > 0 else {
      say("No jump was made yet.")
      return []
    }
    let anchor = page.places[page.placeIndex - 1]
    if page.article.block(anchor.block) == nil {
      return [.read(pieces: [anchor.block.piece], then: .command(.lastPlace, count: nil))]
    }
    pages[current].places[page.placeIndex - 1] = page.firstShown
    pages[current].show(anchor, atRow: 0, height: height)
    return []
  }

  private mutating func goTo(placeAt index: Int, then command: Command) -> [Effect] {
    let anchor = pages[current].places[index]
    if pages[current].article.block(anchor.block) == nil {
      return [.read(pieces: [anchor.block.piece], then: .command(command, count: nil))]
    }
    pages[current].placeIndex = index
    pages[current].show(anchor, atRow: 0, height: height)
    say("Place \(index + 1) of \(pages[current].places.count).")
    return []
  }

  // MARK: Marks

  mutating func setMark(_ letter: Character) -> [Effect] {
    guard let page else { return [] }
    pages[current].letters[letter] = page.firstShown
    say("Mark \(letter) is set. '\(letter) comes back here.")
    return []
  }

  mutating func goToMark(_ letter: Character) -> [Effect] {
    guard let page, let anchor = page.letters[letter] else {
      complain("No mark \(letter) on this page. m\(letter) sets it.")
      return []
    }
    if page.article.block(anchor.block) == nil {
      return [.read(pieces: [anchor.block.piece], then: .input(.key(.init(.character("'")))))]
    }
    rememberPlace()
    pages[current].show(anchor, atRow: 0, height: height)
    return []
  }

  // MARK: Articles

  mutating func walkTrail(by steps: Int) -> [Effect] {
    let index = trailIndex + steps
    guard trail.indices.contains(index) else {
      say(steps < 0 ? "No article before this one." : "No article after this one.")
      return []
    }
    trailIndex = index
    if pages.indices.contains(trail[index]) {
      say("\(pages[trail[index]].name), \(index + 1) of \(trail.count) in the history.")
    }
    return show(page: trail[index], recording: false)
  }

  mutating func walkOpen(by steps: Int) -> [Effect] {
    guard pages.count > 1 else {
      say("Only this article is open. :open PATH opens another.")
      return []
    }
    let count = pages.count
    let index = ((current + steps) % count + count) % count
    say("Article \(index + 1) of \(count): \(pages[index].name)")
    return show(page: index, recording: true)
  }

  // MARK: From one reading to the next

  /// Back to a place that was kept: by its text where it still stands, else by how far it was.
  mutating func goTo(_ saved: SavedPlace) -> [Effect] {
    guard let page else { return [] }
    switch page.block(atExtent: saved.extent) {
    case .unread(let piece): return [.read(pieces: [piece], then: .resume(saved))]
    case .end: return []
    case .block where saved.extent == 0 && saved.offset == 0:
      pages[current].setTop(Place(block: page.flow.firstShownBlock))
      pages[current].fill(height: height)
      pages[current].focus = nil
      return []
    case .block(let guess):
      let found = page.block(beginningWith: saved.text, near: guess) ?? guess
      pages[current].show(Anchor(block: found, offset: saved.offset), atRow: 0, height: height)
      pages[current].focus = nil
      return []
    }
  }
}

extension Page {
  /// Bytes of text by which a place is found again.
  private static let placeTextLength = 80

  /// The place where the reader is, to be kept.
  package var savedPlace: SavedPlace {
    let anchor = firstShown
    let block = article.block(anchor.block)
    let isTop = top == Place(block: flow.firstShownBlock)
    return SavedPlace(
      extent: isTop ? 0 : block?.extent.lowerBound ?? 0, text: Array((block?.text ?? []).prefix(Page.placeTextLength)),
      offset: isTop ? 0 : min(anchor.offset, block?.text.count ?? 0), verdicts: verdicts, claims: claimMarks)
  }

  /// The block nearest to `near`, in its piece, whose text begins so.
  func block(beginningWith text: [UInt8], near: BlockID) -> BlockID? {
    guard !text.isEmpty, let blocks = article.pieces[near.piece]?.blocks else { return nil }
    let found = blocks.indices.filter { blocks[$0].text.starts(with: text) }
    return found.min { abs($0 - near.index) < abs($1 - near.index) }.map { BlockID(piece: near.piece, index: $0) }
  }
}
