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
  /// Where the claim's quotation has other words than the source.
  package var differences: [Difference]

  /// Words of a quotation, and what stands in their place in the source; one of the two may be empty.
  package struct Difference: Sendable, Equatable {
    package var quoted: String
    package var source: String

    package init(quoted: String, source: String) {
      self.quoted = quoted
      self.source = source
    }

    var sentence: String {
      if source.isEmpty { return "“\(quoted)” is quoted, and does not stand in the source." }
      if quoted.isEmpty { return "“\(source)” stands in the source, and is left out." }
      return "“\(quoted)” is quoted, “\(source)” stands in the source."
    }
  }

  package init(match: String?, words: String, passages: [Passage], differences: [Difference] = []) {
    self.match = match
    self.words = words
    self.passages = passages
    self.differences = differences
  }
}

/// A claim whose source the reader asked for.
package struct Claimant: Sendable, Equatable {
  package var claim: String
  package var context: String
  /// Where the article is that the claim stands in, and how the reader calls it.
  package var location: String
  package var article: String
}

/// A page that the reader asked for, to be shown by the same command when it has come.
struct Awaited: Sendable, Equatable {
  /// As the link has it, without its fragment.
  var location: String
  /// nil: it is no source, only to be shown.
  var claimant: Claimant?
  /// In its own half of the screen, or in the place of the article.
  var command: Command

  var isBeside: Bool { command != .goToSource }

  func isMet(by location: String) -> Bool { self.location == location || !self.location.holds("://") }
}

/// How a source is being read for a claim.
package struct Jump: Sendable, Equatable {
  package let claimant: Claimant
  package internal(set) var findings: Findings?
  /// Which passage is shown.
  package internal(set) var index = 0
  /// The page was read anew: what is found does not move the reader.
  let keepsPlace: Bool

  init(_ claimant: Claimant, keepsPlace: Bool = false) {
    self.claimant = claimant
    self.keepsPlace = keepsPlace
  }

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
  /// To the source of what has the focus: at once where it is open, else it is fetched, and the reader is told when it is
  /// there.
  mutating func goToSource(at href: String, _ command: Command) -> [Effect] {
    guard let page else { return [] }
    let claimant = Claimant(
      claim: page.claimText, context: page.claimContext, location: page.article.origin.location, article: page.name)
    return go(to: Awaited(location: pageAddress(href), claimant: claimant, command: command))
  }

  mutating func go(to wanted: Awaited) -> [Effect] {
    if let known = pages.firstIndex(where: { $0.article.origin.location == wanted.location }) {
      return arrive(at: known, wanted)
    }
    guard awaited?.location != wanted.location || fetching == nil else {
      say("It is still coming. Esc gives it up.")
      return []
    }
    awaited = wanted
    return load(wanted.location)
  }

  /// The reader asked for this page, and is told in other words that it came.
  package func isAwaited(_ location: String) -> Bool { awaited?.location == location }

  /// An article came behind the one that is read: the reader is told, where it is the one that is waited for.
  mutating func announce(_ index: Int) -> [Effect] {
    guard let wanted = awaited, pages.indices.contains(index),
      wanted.isMet(by: pages[index].article.origin.location)
    else { return [] }
    let key = keymap.labels(of: wanted.command, in: .article).first ?? ":\(wanted.command.rawValue)"
    say("The \(wanted.claimant == nil ? "page" : "source") is there: \(key) goes to it.")
    return []
  }

  /// Shows an open page that was asked for, and asks for what in it bears on the claim.
  mutating func arrive(at index: Int, _ wanted: Awaited) -> [Effect] {
    awaited = nil
    notice = nil
    if let claimant = wanted.claimant {
      pages[index].jump = Jump(claimant)
      repeatsPassages = true
    }
    let effects =
      index == current ? [] : wanted.isBeside ? showBeside(page: index) : show(page: index, recording: true)
    relayout()
    return effects + (wanted.claimant.map { [.rank(claim: $0.claim, context: $0.context)] } ?? [])
  }

  /// The answer to `.rank`: shows the best passage, or the top of the page and says that there is none.
  mutating func take(_ findings: Findings) -> [Effect] {
    guard let jump = page?.jump else { return [] }
    pages[current].jump?.findings = findings
    pages[current].jump?.index = 0
    if jump.keepsPlace { return [] }
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
    pages[current].focus = page.target(at: anchor)?.focus
    return []
  }

  /// z? on a passage: what of the claim stands there.
  mutating func explainPassage() -> Bool {
    guard let page, let jump = page.jump, let passage = jump.passage, let findings = jump.findings,
      page.row(of: Anchor(block: passage.block, offset: passage.range.lowerBound)) != nil,
      page.focusTarget.map({ $0.block == passage.block }) ?? true
    else { return false }
    var lines = [StyledLine(sanitised(jump.claimant.claim), .popupDim)]
    if jump.index == 0 {
      lines.append(StyledLine(jump.verdict))
      lines += findings.differences.map { StyledLine("  " + sanitised($0.sentence)) }
    }
    lines.append(StyledLine("\(Int(passage.score * 100 + 0.5)) of 100 such passages bear on their claim.", .popupDim))
    popup = Popup(kind: .explanation, title: "Why this passage", lines: lines)
    return true
  }

  mutating func showPassage(_ index: Int) -> [Effect] {
    guard page?.jump != nil else { return [] }
    pages[current].jump?.index = index
    return showPassage()
  }

  /// From a source to the article whose claim it is read for, where that is still open.
  mutating func goToClaim() -> [Effect] {
    let location = page?.jump?.claimant.location
    guard let index = pages.firstIndex(where: { $0.article.origin.location == location }) else { return [] }
    return show(page: index, recording: true)
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

  /// What stands before the claim in its block: what it goes on from. What follows is about something else.
  fileprivate var claimContext: String {
    guard let target = focusTarget else { return "" }
    return text(target.block, 0..<sentence(holding: target).lowerBound)
  }
}
