import Document
import Layout
import Text

/// A place in a source that bears on a claim.
package struct Passage: Sendable, Equatable {
  package var block: BlockID
  /// In the block's text.
  package var range: Range<Int>
  /// How likely it bears on the claim, 0…1.
  package var score: Double

  package init(block: BlockID, range: Range<Int>, score: Double) {
    self.block = block
    self.range = range
    self.score = score
  }
}

/// What a source was searched for, and what was found: the passages, best first.
package struct Findings: Sendable, Equatable {
  /// "exact", "near"; nil: the claim is not found in this source.
  package var match: String?
  /// What of the claim stands in the first passage, in words.
  package var words: String
  package var passages: [Passage]

  package init(match: String?, words: String, passages: [Passage]) {
    self.match = match
    self.words = words
    self.passages = passages
  }
}

/// A claim whose source the reader asked for.
package struct Claimant: Sendable, Equatable {
  /// Where the source is, as the link has it, without its fragment.
  package var location: String
  package var claim: String
  package var context: String
  /// The article that the claim stands in, as the reader calls it.
  package var article: String
}

/// How a source is being read for a claim.
package struct Jump: Sendable, Equatable {
  package let claimant: Claimant
  package internal(set) var findings: Findings?
  /// Which passage is shown.
  package internal(set) var index = 0

  init(_ claimant: Claimant) { self.claimant = claimant }

  package var passage: Passage? {
    findings.flatMap { $0.match != nil && $0.passages.indices.contains(index) ? $0.passages[index] : nil }
  }

  /// "passage 1/3"; nil: there is none.
  package var number: String? {
    guard let findings, passage != nil else { return nil }
    return "passage \(index + 1)/\(findings.passages.count)"
  }

  /// "near: its figures agree"
  package var verdict: String {
    guard let findings else { return "looking for the claim\u{2026}" }
    guard let match = findings.match else { return "not found in this source" }
    return "\(match): \(findings.words)"
  }
}

extension State {
  /// To the source of a claim or a citation: at once where it is open, else it is fetched, and the reader is told when it
  /// is there.
  mutating func goToSource(of link: Link) -> [Effect] {
    guard let page else { return [] }
    let location = withoutTracking(String(link.href.prefix { $0 != "#" }))
    let claimant = Claimant(
      location: location, claim: page.claimText, context: page.claimContext, article: page.name)
    if let known = pages.firstIndex(where: { $0.article.origin.location == location }) {
      return jump(to: known, for: claimant)
    }
    guard awaited?.location != location || fetching == nil else {
      say("The source is still coming. Esc gives it up.")
      return []
    }
    awaited = claimant
    return load(location)
  }

  /// The reader asked for this source, and is told in other words that it came.
  package func isAwaited(_ location: String) -> Bool { awaited?.location == location }

  /// An article came that may be the source which is waited for.
  mutating func arrived(at index: Int) -> [Effect] {
    guard let claimant = awaited, pages.indices.contains(index) else { return [] }
    let location = pages[index].article.origin.location
    guard claimant.location == location || !claimant.location.contains("://") else { return [] }
    awaited = nil
    guard index == current else {
      say("The source is there: gd goes to it.")
      return []
    }
    return jump(to: index, for: claimant)
  }

  /// Shows an open source, and asks for what in it bears on the claim.
  mutating func jump(to index: Int, for claimant: Claimant) -> [Effect] {
    awaited = nil
    notice = nil
    pages[index].jump = Jump(claimant)
    repeatsPassages = true
    let effects = index == current ? [] : show(page: index, recording: true)
    relayout()
    return effects + [.rank(claim: claimant.claim, context: claimant.context)]
  }

  /// The answer to `.rank`: shows the best passage, or the top of the page and says that there is none.
  mutating func take(_ findings: Findings) -> [Effect] {
    guard let page, page.jump != nil else { return [] }
    pages[current].jump?.findings = findings
    pages[current].jump?.index = 0
    guard findings.match != nil else {
      pages[current].setTop(Place(block: pages[current].flow.firstShownBlock))
      say("Not found in this source: \(findings.words). The top of the page is shown; / searches, ^O goes back.")
      return []
    }
    return showPassage()
  }

  private mutating func showPassage() -> [Effect] {
    guard let page, let passage = page.jump?.passage else { return [] }
    guard page.article.block(passage.block) != nil else {
      return [.read(pieces: [passage.block.piece], then: .passage(page.jump?.index ?? 0))]
    }
    pages[current].uncover(passage.block)
    let anchor = Anchor(block: passage.block, offset: passage.range.lowerBound)
    pages[current].show(anchor, atRow: height / 3, height: height)
    return []
  }

  mutating func showPassage(_ index: Int) -> [Effect] {
    guard page?.jump != nil else { return [] }
    pages[current].jump?.index = index
    return showPassage()
  }

  /// n and N, while they walk the passages; nil: they repeat a search.
  mutating func walkPassages(by steps: Int) -> [Effect]? {
    guard repeatsPassages, let jump = page?.jump, let findings = jump.findings, findings.match != nil else {
      return nil
    }
    let count = findings.passages.count
    let index = ((jump.index + steps) % count + count) % count
    if index != jump.index + steps { say("The passages went round \(steps > 0 ? "the end" : "the beginning").") }
    return showPassage(index)
  }
}

extension Page {
  /// The words of the claim that has the focus, or of the sentence that holds it.
  fileprivate var claimText: String {
    guard let target = focusTarget else { return "" }
    let sentence = sentence(holding: target)
    return text(target.block, sentence.isEmpty ? target.range : sentence)
  }

  /// The block around the claim.
  fileprivate var claimContext: String {
    guard let target = focusTarget, let block = article.block(target.block) else { return "" }
    return text(target.block, 0..<block.text.count)
  }
}
