import Document
import Text

/// Puts rows with right-to-left text into the order in which they are read on a screen that reorders nothing.
///
/// Simplified from UAX #9: the block's direction is that of its first letter; runs of the other direction, and numbers,
/// are embedded one level; brackets are mirrored.
struct VisualOrder {
  private let text: [UInt8]
  private let metrics: Metrics
  /// What stands before it, a marker, stays in its place.
  private let bodyStart: Int
  /// 1: the block is read from right to left.
  private let base: Int

  init(text: [UInt8], bodyStart: Int, metrics: Metrics) {
    self.text = text
    self.bodyStart = bodyStart
    self.metrics = metrics
    var base = 0
    var index = 0
    while index < text.count {
      let (value, end) = scalar(in: text, at: index)
      let direction = writingDirection(of: value)
      if direction == .rightToLeft || direction == .leftToRight {
        base = direction == .rightToLeft ? 1 : 0
        break
      }
      index = end
    }
    self.base = base
  }

  /// The row with its text fragments in visual order, one for each cluster that is turned.
  func reordered(_ row: Row) -> Row {
    let places = row.fragments.filter { !stays($0) }.flatMap { placedGlyphs(of: $0, in: text, metrics) }
    let directions = places.map { writingDirection(of: scalar(in: text, at: $0.range.lowerBound).value) }
    guard directions.contains(.rightToLeft), let left = places.first?.column else { return row }
    let levels = levels(of: directions)
    var result = row.fragments.filter { stays($0) }
    var column = left
    for index in order(of: levels) {
      result.append(fragment(of: places[index], at: column, isTurned: levels[index] % 2 == 1))
      column += places[index].columns
    }
    // What takes no column stands before a hyphen at the end.
    result.sort { ($0.column, $0.sign == nil ? 0 : 1) < ($1.column, $1.sign == nil ? 0 : 1) }
    return Row(range: row.range, fragments: merged(result), columns: row.columns)
  }

  private func stays(_ fragment: Fragment) -> Bool {
    fragment.sign != nil || fragment.range.upperBound <= bodyStart
  }

  /// 0 left to right, 1 right to left, 2 what runs from left to right inside of that.
  private func levels(of directions: [ScalarTraits.Direction]) -> [Int] {
    var levels = [Int](repeating: base, count: directions.count)
    var last = base
    for (index, direction) in directions.enumerated() {
      switch direction {
      case .leftToRight: last = base == 1 ? 2 : 0
      case .rightToLeft: last = 1
      case .number: levels[index] = last == 1 ? 2 : last
      case .neutral: continue
      }
      if direction != .number { levels[index] = last }
    }
    resolveNeutrals(directions, &levels)
    return levels
  }

  /// A neutral run takes the direction of its neighbours where they agree, else the block's; a number counts as
  /// right-to-left there.
  private func resolveNeutrals(_ directions: [ScalarTraits.Direction], _ levels: inout [Int]) {
    var index = 0
    while index < directions.count {
      guard directions[index] == .neutral else {
        index += 1
        continue
      }
      var end = index
      while end < directions.count, directions[end] == .neutral { end += 1 }
      let before = index == 0 ? base : side(directions[index - 1], levels[index - 1])
      let after = end == directions.count ? base : side(directions[end], levels[end])
      for place in index..<end { levels[place] = before == after ? before : base }
      if before == after, base == 1, before == 0 { for place in index..<end { levels[place] = 2 } }
      index = end
    }
  }

  private func side(_ direction: ScalarTraits.Direction, _ level: Int) -> Int {
    direction == .number && level == 2 ? 1 : level % 2
  }

  /// UAX #9, L2: from the highest level down, every run at or above it is reversed.
  private func order(of levels: [Int]) -> [Int] {
    var order = Array(levels.indices)
    for level in stride(from: 2, through: 1, by: -1) {
      var index = 0
      while index < order.count {
        var end = index
        while end < order.count, levels[order[end]] >= level { end += 1 }
        if end > index { order[index..<end].reverse() }
        index = max(end, index + 1)
      }
    }
    return order
  }

  private func fragment(of place: PlacedGlyph, at column: Int, isTurned: Bool) -> Fragment {
    if place.glyph.isTab {
      return Fragment(column: column, range: place.range, sign: String(repeating: " ", count: place.columns))
    }
    let mirrored = isTurned && place.glyph.mark1 == 0 ? mirror[place.glyph.base] : nil
    return Fragment(column: column, range: place.range, sign: mirrored)
  }

  /// Neighbours that stand in the order of the text are one fragment again.
  private func merged(_ fragments: [Fragment]) -> [Fragment] {
    var result: [Fragment] = []
    for fragment in fragments {
      if let last = result.last, last.sign == nil, fragment.sign == nil,
        last.range.upperBound == fragment.range.lowerBound
      {
        result[result.count - 1].range = last.range.lowerBound..<fragment.range.upperBound
      } else {
        result.append(fragment)
      }
    }
    return result
  }
}

/// Which way a scalar is written.
private func writingDirection(of value: UInt32) -> ScalarTraits.Direction {
  guard value < 0x80 else { return traits(of: value).direction }
  let byte = UInt8(value)
  return isLetter(byte) ? .leftToRight : isAlphanumeric(byte) ? .number : .neutral
}

/// What is drawn for a bracket in text that runs from right to left.
private let mirror: [UInt32: String] = [
  0x28: ")", 0x29: "(", 0x5B: "]", 0x5D: "[", 0x7B: "}", 0x7D: "{", 0x3C: ">", 0x3E: "<", 0xAB: "»", 0xBB: "«",
]
