import Document
import Text

/// What a row depends on besides the block: the width it may take, and how the terminal behaves.
package struct Metrics: Sendable, Hashable {
  /// Columns that text may take, at least 1.
  package var width: Int
  /// Columns of a tab stop, at least 1.
  package var tabWidth: Int
  /// The terminal itself reorders right-to-left text; otherwise rows of it are given in visual order.
  package var terminalReorders: Bool
  /// Only ASCII signs may be generated (bullets, rules).
  package var isASCII: Bool

  package init(width: Int, tabWidth: Int = 8, terminalReorders: Bool = true, isASCII: Bool = false) {
    self.width = width
    self.tabWidth = tabWidth
    self.terminalReorders = terminalReorders
    self.isASCII = isASCII
  }
}

/// A styled piece of a row: text of the block, or a sign that layout generated.
package struct Fragment: Sendable, Equatable {
  /// Columns from the row's left edge.
  package var column: Int
  /// In the block's text; what it draws, or of a sign where it stands (then usually empty).
  package var range: Range<Int>
  /// Drawn instead of text: a bullet, a list number, a hyphen, a table's separator.
  package var sign: String?

  package init(column: Int, range: Range<Int>, sign: String? = nil) {
    self.column = column
    self.range = range
    self.sign = sign
  }
}

/// A screen line of one block.
package struct Row: Sendable, Equatable {
  /// The bytes of the block's text that this row stands for; rows of a block are in order, and together cover its text.
  package var range: Range<Int>
  /// From left to right.
  package var fragments: [Fragment]
  /// Columns it takes; more than the width for code and wide tables, which scroll sideways.
  package var columns: Int

  package init(range: Range<Int>, fragments: [Fragment], columns: Int) {
    self.range = range
    self.fragments = fragments
    self.columns = columns
  }
}
