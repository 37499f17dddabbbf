/// What a cell of the screen holds: up to four scalars (a base and what combines with it), and its faces. `public`, for the
/// compiler inlines nothing across modules that is `package`, and a frame makes thousands.
public struct Cell: Sendable, Equatable {
  /// 0: nothing drawn (a blank).
  public var base: UInt32
  public var mark1: UInt32
  public var mark2: UInt32
  public var mark3: UInt32
  /// Columns: 1 or 2; 0: the right half of the wide cell before it.
  public var width: UInt8
  /// The face of the text itself.
  public var face: Face
  /// What lies over it: a claim, a source, a link.
  public var mark: Face
  /// What lies over both: a search hit, the selection, the focus.
  public var over: Face

  @inlinable public init(
    base: UInt32 = 0x20, mark1: UInt32 = 0, mark2: UInt32 = 0, mark3: UInt32 = 0, width: UInt8 = 1, face: Face = .prose,
    mark: Face = .none, over: Face = .none
  ) {
    self.base = base
    self.mark1 = mark1
    self.mark2 = mark2
    self.mark3 = mark3
    self.width = width
    self.face = face
    self.mark = mark
    self.over = over
  }

  package static let blank = Cell()
}

/// Everything that a theme gives a look to.
public enum Face: UInt8, CaseIterable, Sendable {
  case none
  // The text, by role.
  case prose, title, subtitle, byline, dateline, heading, quote, code, table, tableHead, caption, math, footnote
  case embed, rule, listMarker
  // The text, by inline style.
  case strong, emphasis, codeSpan, superscript, `subscript`, inserted, deleted, abbreviation
  // Folds.
  case fold, foldOpen, boilerplate, uncertain
  // Marks over the text.
  case link, linkBlocked, source, sourceLost
  case claimLinked, claimAttributed, claimSelf, claimNone
  // Signs in the gutter.
  case signLinked, signAttributed, signSelf, signNone
  case signChecked, signDoubtful, signFalse
  case passage
  // Over everything.
  case hit, hitCurrent, selection, focus, hint
  // Around the text.
  case gutter, separator, paneTitle, paneText, paneDim, paneRow
  case status, statusDim, statusKey, message, error, prompt, popup, popupTitle, popupKey, popupDim
  case standIn
}

/// A rectangle of cells.
package struct Rect: Sendable, Equatable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

public struct Size: Sendable, Hashable {
  public var width: Int
  public var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A whole screen, ready to be shown. `public`, as `Cell` is.
public struct Frame: Sendable, Equatable {
  public private(set) var size: Size
  public var cells: [Cell]
  /// Where the terminal's cursor stands; nil: hidden in the corner.
  package var cursor: (x: Int, y: Int)?
  package var cursorIsVisible: Bool

  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: max(0, size.width * size.height))
    cursorIsVisible = false
  }

  @inlinable public subscript(x: Int, y: Int) -> Cell {
    get { cells[y * size.width + x] }
    set { cells[y * size.width + x] = newValue }
  }

  public static func == (a: Frame, b: Frame) -> Bool {
    a.size == b.size && a.cells == b.cells && a.cursor?.x == b.cursor?.x && a.cursor?.y == b.cursor?.y
      && a.cursorIsVisible == b.cursorIsVisible
  }
}
