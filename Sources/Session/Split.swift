/// Two articles on one screen, beside or above each other. `current` is the one that has the keys.
package struct Split: Sendable, Equatable {
  /// The page of the half without the keys.
  package internal(set) var other: Int
  /// The half with the keys is the right or the lower one.
  package internal(set) var isSecond: Bool
}

extension State {
  /// Shows a page beside the current one, and goes there.
  mutating func showBeside(page index: Int) -> [Effect] {
    guard index != current, split?.other != index else { return show(page: index, recording: true) }
    let here = pages[current].focusTarget?.anchor ?? pages[current].firstShown
    split = Split(other: current, isSecond: true)
    let effects = show(page: index, recording: true)
    relayout()
    if let area = geometry.other, let other = split?.other { pages[other].reveal(here, height: area.rect.height) }
    if geometry.other == nil { say("The window is too low for two articles. ^W w changes between them.") }
    return effects
  }

  /// The other half of a split has the keys.
  mutating func swapHalves() {
    guard let old = split else { return }
    split = Split(other: current, isSecond: !old.isSecond)
    current = old.other
    relayout()
    rebuildPane()
  }

  /// The first half stays.
  mutating func closeSplit() {
    guard let old = split else { return }
    if old.isSecond { swapHalves() }
    split = nil
    _ = show(page: current, recording: true)
  }
}
