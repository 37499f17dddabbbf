import Text

/// The address of a block: which piece of the document, and which of its blocks. Ordered as the document is.
package struct BlockID: Hashable, Comparable, Sendable {
  package var piece: Int
  package var index: Int

  package init(piece: Int, index: Int) {
    self.piece = piece
    self.index = index
  }

  package static let first = BlockID(piece: 0, index: 0)

  package static func < (a: BlockID, b: BlockID) -> Bool {
    (a.piece, a.index) < (b.piece, b.index)
  }
}

/// What a block is for its reader.
package enum Role: String, CaseIterable, Sendable {
  case title, byline, dateline, heading, paragraph, listItem, quote, code, table, figure, caption, math, footnote
  case embed, rule
}

/// A block of a document: a paragraph, a heading, a list item, a table.
///
/// `text` is UTF-8. All ranges are half-open byte ranges into it, and lie on scalar boundaries.
package struct Block: Sendable, Equatable {
  package var role: Role
  /// Of a heading 1–6; of a list item or a quote its depth from 1; of a paragraph in a list of definitions the depth at
  /// which it stands; else 0.
  package var level: Int
  package var text: [UInt8]
  /// Line feeds in `text` end lines (poems, code, tables, `<br>`). Otherwise they are where a hard-wrapped source
  /// broke its lines, and layout joins them.
  package var keepsLines: Bool
  /// The list marker or the first quote sign that stands at the beginning of `text`, with the space after it.
  package var marker: Range<Int>?
  /// Parts of `text` that layout leaves out: quote signs at the beginning of continued lines, indents of wrapped lines.
  package var skips: [Range<Int>]
  /// The number of a list item whose number is not in `text`; nil: a bullet.
  package var ordinal: Int?
  /// BCP 47, where it differs from the article's; of code its programming language.
  package var language: String?
  package var image: Image?
  /// The footnote that this block refers to, or of a footnote the block that refers to it.
  package var note: BlockID?
  package var table: Table?
  package var inlines: [Inline]
  package var sentences: [Sentence]
  package var boilerplate: Boilerplate?
  /// The innermost element of a page that holds it, by its index in the piece's `elements`.
  package var element: Int?
  /// Where it stands in the document, in the document's own measure (`Article.extent`).
  package var extent: Range<Int>

  package init(
    role: Role, level: Int = 0, text: [UInt8], keepsLines: Bool = false, marker: Range<Int>? = nil,
    skips: [Range<Int>] = [], ordinal: Int? = nil, language: String? = nil, image: Image? = nil, note: BlockID? = nil,
    table: Table? = nil, inlines: [Inline] = [], sentences: [Sentence] = [], boilerplate: Boilerplate? = nil,
    extent: Range<Int> = 0..<0
  ) {
    self.role = role
    self.level = level
    self.text = text
    self.keepsLines = keepsLines
    self.marker = marker
    self.skips = skips
    self.ordinal = ordinal
    self.language = language
    self.image = image
    self.note = note
    self.table = table
    self.inlines = inlines
    self.sentences = sentences
    self.boilerplate = boilerplate
    self.extent = extent
  }
}

extension Block {
  /// A paragraph that stands in under another of a list of definitions: it says what that means, or begins an inner list.
  package var isDefinition: Bool { role == .paragraph && level > 0 }

  /// An image, and no text.
  package var isPicture: Bool { role == .figure && text.isEmpty && image != nil }
}

package struct Image: Sendable, Equatable {
  package var src: String
  package var alt: String

  package init(src: String, alt: String) {
    self.src = src
    self.alt = alt
  }
}

/// The cells of a table. The block's `text` is the cells in order, a tab between cells, a line feed between rows.
package struct Table: Sendable, Equatable {
  package struct Cell: Sendable, Equatable {
    /// In the block's `text`.
    package var range: Range<Int>
    package var isHeader: Bool
    package var columnSpan: Int
    package var rowSpan: Int

    package init(range: Range<Int>, isHeader: Bool = false, columnSpan: Int = 1, rowSpan: Int = 1) {
      self.range = range
      self.isHeader = isHeader
      self.columnSpan = columnSpan
      self.rowSpan = rowSpan
    }
  }

  package var rows: [[Cell]]

  package init(rows: [[Cell]]) {
    self.rows = rows
  }
}

/// A styled part of a block's text.
package struct Inline: Sendable, Equatable {
  package enum Style: String, CaseIterable, Sendable {
    case strong, emphasis, code, link, superscript, `subscript`, inserted, deleted, abbreviation
  }

  package var range: Range<Int>
  package var style: Style
  /// Of a link its index in the piece's `links`.
  package var link: Int?

  package init(range: Range<Int>, style: Style, link: Int? = nil) {
    self.range = range
    self.style = style
    self.link = link
  }
}
