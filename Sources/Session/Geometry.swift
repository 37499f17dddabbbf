import Screen

/// Where an article stands on the screen.
package struct ArticleArea: Sendable, Equatable {
  /// The article with its gutter.
  package let rect: Rect
  /// The first column of text, and how wide the text is.
  package let textX: Int
  package let textWidth: Int
  /// The column of the gutter's sign.
  package let gutterX: Int
  /// The rows above it that say for which claim a source is being read.
  package let claim: Rect?

  /// Below this width only the sign stands beside the text.
  private static let narrow = 50
  /// From so many rows on one says the claim, and from so many a second one what is to be known of the source.
  private static let claimMinimum = 6
  private static let noteMinimum = 12

  init(_ room: Rect, textWidth maximum: Int, hasClaim: Bool) {
    let claimRows = !hasClaim || room.height < Self.claimMinimum ? 0 : room.height < Self.noteMinimum ? 1 : 2
    claim = claimRows == 0 ? nil : Rect(x: room.x, y: room.y, width: room.width, height: claimRows)
    rect = Rect(x: room.x, y: room.y + claimRows, width: room.width, height: room.height - claimRows)
    let gutter = rect.width < Self.narrow ? 2 : 5
    let margin = rect.width < Self.narrow ? 0 : 3
    let columns = max(1, rect.width - gutter - margin)
    textWidth = min(columns, maximum)
    textX = rect.x + min(max(0, rect.width - 1), gutter + (columns - textWidth) / 2)
    gutterX = max(rect.x, textX - 2)
  }

  package var isNarrow: Bool { rect.width < Self.narrow }

  func contains(x: Int, y: Int) -> Bool { rect.contains(x: x, y: y) || claim?.contains(x: x, y: y) == true }
}

/// Where everything stands on a screen of a given size.
package struct Geometry: Sendable, Equatable {
  /// The article that has the keys.
  package let focused: ArticleArea
  /// The other article of a split, and what stands between the two.
  package let other: ArticleArea?
  package let separator: Rect?
  package let pane: Rect?
  package let paneIsBeside: Bool
  package let statusY: Int

  /// From this width on a pane stands beside the text.
  static let besideMinimum = 100
  static let paneWidths = 34...48
  /// From this width on two articles stand beside each other, else above each other where there are so many rows.
  static let splitMinimum = 100
  static let splitRows = 7

  init(
    size: Size, hasPane: Bool, textWidth maximum: Int, hasClaim: Bool = false,
    split: (isSecond: Bool, otherHasClaim: Bool)? = nil
  ) {
    let width = max(1, size.width)
    let body = max(0, max(1, size.height) - 1)
    statusY = body
    paneIsBeside = hasPane && width >= Self.besideMinimum
    let room: Rect
    if paneIsBeside {
      let paneWidth = min(max(width * 2 / 5, Self.paneWidths.lowerBound), Self.paneWidths.upperBound)
      pane = Rect(x: width - paneWidth, y: 0, width: paneWidth, height: body)
      room = Rect(x: 0, y: 0, width: width - paneWidth - 1, height: body)
    } else if hasPane, body >= 4 {
      let paneHeight = max(3, body * 2 / 5)
      pane = Rect(x: 0, y: body - paneHeight, width: width, height: paneHeight)
      room = Rect(x: 0, y: 0, width: width, height: body - paneHeight)
    } else {
      pane = nil
      room = Rect(x: 0, y: 0, width: width, height: body)
    }
    guard let split, let halves = Self.halves(of: room) else {
      focused = ArticleArea(room, textWidth: maximum, hasClaim: hasClaim)
      other = nil
      separator = nil
      return
    }
    let mine = split.isSecond ? halves.second : halves.first
    focused = ArticleArea(mine, textWidth: maximum, hasClaim: hasClaim)
    other = ArticleArea(
      split.isSecond ? halves.first : halves.second, textWidth: maximum, hasClaim: split.otherHasClaim)
    separator = halves.separator
  }

  /// Two halves beside or above each other; nil: there is no room for two.
  private static func halves(of room: Rect) -> (first: Rect, separator: Rect, second: Rect)? {
    if room.width >= splitMinimum {
      let half = (room.width - 1) / 2
      return (
        Rect(x: room.x, y: room.y, width: half, height: room.height),
        Rect(x: room.x + half, y: room.y, width: 1, height: room.height),
        Rect(x: room.x + half + 1, y: room.y, width: room.width - half - 1, height: room.height)
      )
    }
    guard room.height >= splitRows else { return nil }
    let half = (room.height - 1) / 2
    return (
      Rect(x: room.x, y: room.y, width: room.width, height: half),
      Rect(x: room.x, y: room.y + half, width: room.width, height: 1),
      Rect(x: room.x, y: room.y + half + 1, width: room.width, height: room.height - half - 1)
    )
  }
}
