import Document
import Fetch
import Search

/// Search in what of a document is not held as blocks.
extension OpenedDocument {
  /// Where a line of the source, counted from 1, stands in the document's measure; of a page a line of its text.
  func extent(ofLine line: Int) -> Int {
    var left = line - 1
    if let text { return text.window.start(ofLine: left) }
    for piece in article.pieces.indices {
      let found = (readPiece(piece) ?? article.pieces[piece])?.blocks.first { block in
        left -= block.text.count { $0 == 10 } + 1
        return left < 0
      }
      if let found { return found.extent.lowerBound }
    }
    return article.extent
  }

  /// The next hit in the document's measure, from a point of it on, round the end where there is none before it.
  func hit(of pattern: Pattern, from: Int, isForward: Bool) -> (at: Int, hasWrapped: Bool)? {
    if let text { return text.window.hit(of: pattern, from: from, isForward: isForward, end: article.extent) }
    let count = article.pieces.count
    guard count > 0 else { return nil }
    let start = article.pieceSize.map { min(from / $0, count - 1) } ?? (isForward ? 0 : count - 1)
    for step in 0...count {
      let piece = readPiece((isForward ? start + step : start + 2 * count - step) % count)
      let found = piece.flatMap { hit(of: pattern, in: $0, from: step == 0 ? from : nil, isForward: isForward) }
      if let found { return (found, isForward ? found < from : found >= from) }
    }
    return nil
  }

  private func hit(of pattern: Pattern, in piece: Piece, from: Int?, isForward: Bool) -> Int? {
    for index in isForward ? Array(piece.blocks.indices) : piece.blocks.indices.reversed() {
      let (text, start) = (piece.blocks[index].text, piece.blocks[index].extent.lowerBound)
      let edge = from.map { $0 - start } ?? (isForward ? 0 : text.count)
      guard isForward ? edge <= text.count : edge > 0 else { continue }
      let hit =
        isForward
        ? pattern.first(in: text, from: max(0, edge)) : pattern.last(in: text, before: min(edge, text.count))
      if let hit { return start + hit.lowerBound }
    }
    return nil
  }
}

extension ByteWindow {
  /// Bytes that are searched at once, and bytes by which two windows overlap: a hit is no longer than that.
  private static let stretch = 1 << 20
  private static let overlap = 4096

  /// Where the line begins that has so many before it; the end, where there are not so many.
  fileprivate func start(ofLine before: Int) -> Int {
    var (left, start) = (before, 0)
    while left > 0, start < size {
      let bytes = read(start..<start + Self.stretch)
      guard !bytes.isEmpty else { break }
      for (index, byte) in bytes.enumerated() where byte == 10 {
        left -= 1
        if left == 0 { return start + index + 1 }
      }
      start += bytes.count
    }
    return left > 0 ? size : start
  }

  fileprivate func hit(
    of pattern: Pattern, from: Int, isForward: Bool, end: Int
  ) -> (at: Int, hasWrapped: Bool)? {
    let ways =
      isForward
      ? [from..<end, 0..<min(end, from + Self.overlap)] : [0..<from, max(0, from - Self.overlap)..<end]
    for (index, range) in ways.enumerated() {
      let hit = isForward ? first(pattern, range) : last(pattern, range)
      if let hit { return (hit, index == 1) }
    }
    return nil
  }

  private func first(_ pattern: Pattern, _ range: Range<Int>) -> Int? {
    var start = range.lowerBound
    while start < range.upperBound {
      let bytes = read(start..<min(range.upperBound, start + Self.stretch))
      if let hit = pattern.first(in: bytes, from: 0) { return start + hit.lowerBound }
      guard bytes.count == Self.stretch else { return nil }
      start += Self.stretch - Self.overlap
    }
    return nil
  }

  private func last(_ pattern: Pattern, _ range: Range<Int>) -> Int? {
    var end = range.upperBound
    while end > range.lowerBound {
      let start = max(range.lowerBound, end - Self.stretch)
      let bytes = read(start..<end)
      if let hit = pattern.last(in: bytes, before: bytes.count) { return start + hit.lowerBound }
      if start == range.lowerBound { return nil }
      end = start + Self.overlap
    }
    return nil
  }
}
