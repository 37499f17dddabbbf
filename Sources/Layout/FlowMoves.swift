import Document

/// How far a move came: where it ended, what is left of it, and the piece that has to be read before it can go on.
package struct Moved: Sendable, Equatable {
  package var place: Place
  package var rest: Int
  package var unread: Int?
}

extension Flow {
  /// The place `count` lines further on (negative: back).
  package mutating func moved(from place: Place, by count: Int) -> Moved {
    count >= 0 ? movedDown(from: place, by: count) : movedUp(from: place, by: -count)
  }

  private mutating func movedDown(from place: Place, by count: Int) -> Moved {
    var place = place
    var rest = count
    var lineCount = lines(of: place.block).count
    while rest > 0 {
      if place.line + rest < lineCount {
        place.line += rest
        return Moved(place: place, rest: 0)
      }
      switch next(after: place.block) {
      case .block(let block):
        rest -= max(0, lineCount - place.line)
        place = Place(block: block)
        lineCount = lines(of: block).count
      case .unread(let piece): return Moved(place: place, rest: rest, unread: piece)
      case .end:
        let last = max(0, lineCount - 1)
        let rest = rest - (last - place.line)
        return Moved(place: Place(block: place.block, line: last), rest: max(0, rest))
      }
    }
    return Moved(place: place, rest: 0)
  }

  private mutating func movedUp(from place: Place, by count: Int) -> Moved {
    var place = place
    var rest = count
    while rest > place.line {
      switch previous(before: place.block) {
      case .block(let block):
        rest -= place.line + 1
        place = Place(block: block, line: max(0, lines(of: block).count - 1))
      case .unread(let piece): return Moved(place: place, rest: -rest, unread: piece)
      case .end: return Moved(place: Place(block: place.block), rest: -(rest - place.line))
      }
    }
    place.line -= rest
    return Moved(place: place, rest: 0)
  }

  /// The lines of a window of `height` rows from `place` on, and the unread piece that it ran into.
  package mutating func window(from place: Place, height: Int) -> (lines: [FlowLine], unread: Int?) {
    var shown: [FlowLine] = []
    var block = place.block
    var skip = place.line
    while shown.count < height {
      let all = lines(of: block)
      shown += all.dropFirst(skip).prefix(height - shown.count)
      skip = 0
      guard shown.count < height else { break }
      switch next(after: block) {
      case .block(let following): block = following
      case .unread(let piece): return (shown, piece)
      case .end: return (shown, nil)
      }
    }
    return (shown, nil)
  }

  /// The last place from which a window of `height` rows is full.
  package mutating func lastTop(height: Int) -> Moved {
    switch lastBlock() {
    case .unread(let piece): return Moved(place: Place(block: .first), rest: 0, unread: piece)
    case .end: return Moved(place: Place(block: .first), rest: 0)
    case .block(let block):
      let last = Place(block: block, line: max(0, lines(of: block).count - 1))
      return moved(from: last, by: -(height - 1))
    }
  }

  // MARK: Anchors

  /// The line on which the anchor stands; of a hidden block its fold's row.
  package mutating func place(of anchor: Anchor) -> Place {
    if let hidden = hidingFold(of: anchor.block) {
      return Place(block: hidden.first, line: max(0, lines(of: hidden.first).count - 1))
    }
    let all = lines(of: anchor.block)
    let line = all.lastIndex { ($0.start ?? Int.max) <= anchor.offset } ?? all.firstIndex { $0.start != nil } ?? 0
    return Place(block: anchor.block, line: line)
  }

  package mutating func anchor(of place: Place) -> Anchor {
    let all = lines(of: place.block)
    let start = all.indices.contains(place.line) ? all[place.line].start : nil
    return Anchor(block: place.block, offset: start == Int.max ? Int.max : start ?? 0)
  }

  /// Lines that stand before the text of a block, which an anchor cannot name.
  package mutating func lead(of place: Place) -> Int {
    let all = lines(of: place.block)
    let first = all.firstIndex { $0.start != nil } ?? all.count
    return max(0, first - place.line)
  }
}

extension Flow {
  package func isBefore(_ a: Place, _ b: Place) -> Bool {
    (a.block, a.line) < (b.block, b.line)
  }
}
