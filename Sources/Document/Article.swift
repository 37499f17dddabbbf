import Text

/// Where a document came from.
package struct Origin: Sendable, Equatable {
  /// As given: a path, a URL, `-`.
  package var location: String
  package var mediaType: String
  package var charset: String
  /// Bytes of the source, as far as known.
  package var bytes: Int
  /// Lower-case hexadecimal; only where the whole source was read.
  package var sha256: String?
  /// What a server sent in the place of what was asked for: "an error page".
  package var substitute: String?

  package init(location: String, mediaType: String, charset: String, bytes: Int, sha256: String? = nil) {
    self.location = location
    self.mediaType = mediaType
    self.charset = charset
    self.bytes = bytes
    self.sha256 = sha256
  }
}

/// What a document says of itself.
package struct Metadata: Sendable, Equatable {
  package var title: String?
  package var bylines: [String]
  package var publisher: String?
  /// ISO 8601, as precise as known.
  package var published: String?
  package var modified: String?
  package var language: String?
  package var url: String?
  package var description: String?
  package var image: String?
  /// Field name → where it was found, in words: "the first line", "JSON-LD".
  package var origins: FieldOrigins

  package init(
    title: String? = nil, bylines: [String] = [], publisher: String? = nil, published: String? = nil,
    modified: String? = nil, language: String? = nil, url: String? = nil, description: String? = nil,
    image: String? = nil, origins: FieldOrigins = FieldOrigins()
  ) {
    self.title = title
    self.bylines = bylines
    self.publisher = publisher
    self.published = published
    self.modified = modified
    self.language = language
    self.url = url
    self.description = description
    self.image = image
    self.origins = origins
  }
}

/// Where fields were found, in words. Few: an array costs the first frame less than a Dictionary's type.
package struct FieldOrigins: Sendable, Equatable {
  private var fields: [String] = []
  private var words: [String] = []

  package init() {}

  package subscript(field: String) -> String? {
    get { fields.firstIndex(of: field).map { words[$0] } }
    set {
      if let index = fields.firstIndex(of: field) {
        fields.remove(at: index)
        words.remove(at: index)
      }
      guard let newValue else { return }
      fields.append(field)
      words.append(newValue)
    }
  }
}

/// A run of consecutive blocks that is read, analysed and held as one. A short document is one piece; a long text is
/// read piece by piece, as the reader comes near.
package struct Piece: Sendable, Equatable {
  /// What of the document it holds, in the document's own measure.
  package var extent: Range<Int>
  package var blocks: [Block]
  /// In order, not overlapping.
  package var folds: [Fold]
  package var links: [Link]
  package var citations: [Citation]
  /// Of a page the elements that hold its blocks, in document order; empty for text without markup.
  package var elements: [PageElement]

  package init(
    extent: Range<Int>, blocks: [Block], folds: [Fold] = [], links: [Link] = [], citations: [Citation] = [],
    elements: [PageElement] = []
  ) {
    self.extent = extent
    self.blocks = blocks
    self.folds = folds
    self.links = links
    self.citations = citations
    self.elements = elements
  }
}

/// A document as blocks, with all that was found in it.
package struct Article: Sendable, Equatable {
  package var origin: Origin
  package var metadata: Metadata
  /// nil: not read yet.
  package var pieces: Sparse<Piece>
  /// The length of the document in its own measure: bytes of the source for plain text that is read piece by piece,
  /// bytes of all block texts otherwise.
  package var extent: Int
  /// Of a text that is read piece by piece: piece k begins at the first boundary at or after k times this.
  package var pieceSize: Int?
  /// What the reader should be told of the source: "the file shrank while it was open".
  package var notices: [String]

  package init(
    origin: Origin, metadata: Metadata = Metadata(), pieces: Sparse<Piece>, extent: Int, notices: [String] = []
  ) {
    self.origin = origin
    self.metadata = metadata
    self.pieces = pieces
    self.extent = extent
    self.notices = notices
  }

  /// Every piece was read.
  package var isComplete: Bool { pieces.allSatisfy { $0 != nil } }

  /// Its title: the first block that is one, at the beginning of the document.
  package var titleBlock: BlockID? {
    pieces.first.flatMap { $0 }?.blocks.firstIndex { $0.role == .title }.map { BlockID(piece: 0, index: $0) }
  }

  /// The site that it is of: the host that it came from, or of a saved page the host that it names. nil: of none.
  package var site: String? {
    [origin.location, metadata.url].lazy.compactMap { $0.flatMap(URLParts.init) }.first(where: \.isWeb)?.site
  }

  package func block(_ id: BlockID) -> Block? {
    guard pieces.indices.contains(id.piece), let piece = pieces[id.piece], piece.blocks.indices.contains(id.index)
    else { return nil }
    return piece.blocks[id.index]
  }
}

/// A place in a document that survives folding, resizing and reloading: a byte of a block's text.
package struct Anchor: Hashable, Comparable, Sendable {
  package var block: BlockID
  package var offset: Int

  package init(block: BlockID, offset: Int = 0) {
    self.block = block
    self.offset = offset
  }

  package static func < (a: Anchor, b: Anchor) -> Bool {
    (a.block, a.offset) < (b.block, b.offset)
  }
}
