import CNcurses
import Screen

/// Rows of a frame that stood elsewhere in the frame before: what scrolling comes to.
struct Shift: Equatable {
  /// In the new frame.
  var rows: Range<Int>
  /// They stood so many rows further down.
  var distance: Int

  /// Fewer rows are drawn as quickly as they are moved.
  static let fewestRows = 8

  /// The rows that they cover before or after.
  var region: Range<Int> {
    min(rows.lowerBound, rows.lowerBound + distance)..<max(rows.upperBound, rows.upperBound + distance)
  }

  /// Which row of the frame before stands in a row after the move; -1: none, it is blank.
  func origin(of row: Int) -> Int {
    guard region.contains(row) else { return row }
    return region.contains(row + distance) ? row + distance : -1
  }

  /// The rows around the middle that moved together; nil: too few did.
  static func between(_ old: Frame, _ new: Frame) -> Shift? {
    guard old.size == new.size else { return nil }
    let rows = RowPair(old, new)
    let height = new.size.height
    guard let middle = (height / 2..<height).first(where: { !rows.areEqual($0, $0) && !rows.isEven($0) }),
      let distance = nearest(height).first(where: { rows.areEqual(middle + $0, middle) })
    else { return nil }
    var first = middle
    while first > 0, rows.areEqual(first - 1 + distance, first - 1) { first -= 1 }
    var end = middle + 1
    while end < height, rows.areEqual(end + distance, end) { end += 1 }
    return end - first >= fewestRows ? Shift(rows: first..<end, distance: distance) : nil
  }

  /// Distances, the shortest first.
  private static func nearest(_ height: Int) -> [Int] { (1..<max(2, height)).flatMap { [$0, -$0] } }
}

/// The rows of two frames of one size, compared as bytes.
private struct RowPair {
  private let old: Frame
  private let new: Frame
  private let width: Int
  private let height: Int

  init(_ old: Frame, _ new: Frame) {
    self.old = old
    self.new = new
    (width, height) = (new.size.width, new.size.height)
  }

  /// Row `a` of the old frame is row `b` of the new one.
  func areEqual(_ a: Int, _ b: Int) -> Bool {
    guard a >= 0, a < height, b >= 0, b < height else { return false }
    return old.cells.withUnsafeBytes { old in
      new.cells.withUnsafeBytes { new in
        guard let old = old.baseAddress, let new = new.baseAddress else { return false }
        let stride = width * MemoryLayout<Cell>.stride
        return ibid_first_difference(old + a * stride, new + b * stride, Int32(width)) == width
      }
    }
  }

  /// All cells of a new row are alike: a blank row is found anywhere.
  func isEven(_ row: Int) -> Bool {
    new.cells[row * width..<(row + 1) * width].allSatisfy { $0 == new.cells[row * width] }
  }
}
