import Document

/// What stands together on a page is many small things: joined, so that a reader meets one fold and not ten.
struct FoldRuns {
  private struct Run {
    var blocks: Range<Int>
    var kind: Boilerplate.Kind
    var words: Int
  }

  /// Words of a run that is worth a fold of its own.
  private static let leastWords = 12
  /// Words of a run that says nothing of itself and still is of one kind with what stands on both sides of it.
  private static let enclosedWords = 60

  private(set) var kinds: [Boilerplate.Kind?]
  private let words: [Int]
  /// Of each block whether it is a line that may head what stands below it.
  private let isHead: [Bool]

  init(_ kinds: [Boilerplate.Kind?], words: [Int], isHead: [Bool]) {
    self.kinds = kinds
    self.words = words
    self.isHead = isHead
    var from = 0
    while from < kinds.count {
      guard kinds[from] != nil else {
        from += 1
        continue
      }
      var end = from
      while end < kinds.count, kinds[end] != nil { end += 1 }
      join(from..<end)
      from = end
    }
  }

  /// Joins what stands between two open blocks.
  private mutating func join(_ region: Range<Int>) {
    var runs: [Run] = []
    for index in region {
      guard let kind = kinds[index] else { continue }
      append(Run(blocks: index..<index + 1, kind: kind, words: words[index]), to: &runs)
    }
    nameUnknown(&runs)
    let main = runs.count { $0.words >= Self.leastWords } == 0 ? mostWords(runs) : nil
    var joined: [Run] = []
    for (place, run) in runs.enumerated() {
      var run = run
      if run.words < Self.leastWords {
        // What follows is looked for only before the first that is kept.
        run.kind =
          main ?? joined.last?.kind ?? runs[(place + 1)...].first { $0.words >= Self.leastWords }?.kind ?? run.kind
      }
      append(run, to: &joined)
    }
    for run in joined { for index in run.blocks { kinds[index] = run.kind } }
  }

  private func append(_ run: Run, to runs: inout [Run]) {
    if let last = runs.last, last.kind == run.kind {
      runs[runs.count - 1].blocks = last.blocks.lowerBound..<run.blocks.upperBound
      runs[runs.count - 1].words += run.words
    } else {
      runs.append(run)
    }
  }

  /// What says nothing of itself is what a line above it announces, or what stands on both sides.
  private func nameUnknown(_ runs: inout [Run]) {
    var named: [Run] = []
    for (place, run) in runs.enumerated() {
      var run = run
      if run.kind == .other, let before = named.last {
        let isHeaded = before.words < Self.leastWords && isHead[before.blocks.upperBound - 1]
        let next = place + 1 < runs.count ? runs[place + 1].kind : nil
        if isHeaded || next == before.kind && run.words <= Self.enclosedWords { run.kind = before.kind }
      }
      if run.kind == .other, isMenu(run) { run.kind = .navigation }
      append(run, to: &named)
    }
    runs = named
  }

  /// Entries of a menu, and the words that each has at most on average.
  private static let menuEntries = 8
  private static let entryWords = 5

  private func isMenu(_ run: Run) -> Bool {
    run.blocks.count >= Self.menuEntries && run.words <= run.blocks.count * Self.entryWords
  }

  /// The kind that has the most words, one that is known before one that is not.
  private func mostWords(_ runs: [Run]) -> Boilerplate.Kind? {
    var sums = [Int](repeating: 0, count: Boilerplate.Kind.count)
    for run in runs where run.kind != .other { sums[run.kind.index] += run.words + run.blocks.count }
    let best = sums.indices.max { (sums[$0], $1) < (sums[$1], $0) }
    return best.flatMap { sums[$0] > 0 ? Boilerplate.Kind.allCases[$0] : nil }
  }
}
