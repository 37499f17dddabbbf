import Analysis
import CAssets
import Document
import Fetch
import Reading

/// What is known of a source before it is opened.
struct OpeningHints: Sendable, Equatable {
  var mediaType: MediaType?
  /// The label of a charset, from a header.
  var charset: String?
  /// What relative links are resolved against, where it is not the location.
  var baseURL: String?
  /// Sentences, claims and citations are wanted.
  var hasClaims = true
  /// Nobody waits for a first screen: a page is read at once as far as it is judged as a whole.
  var isWhole = false
  /// Its beginning is on the screen: it stays one piece, so that every place in it means what it meant.
  var followsBeginning = false
}

extension OpeningHints {
  /// What the command line says.
  init(type: SourceType?, baseURL: String?) {
    self.init(mediaType: type.flatMap { MediaType(declared: $0.rawValue) }, baseURL: baseURL)
  }
}

/// A source that is open: the one way in which the reader and `dump` come to an article.
///
/// Plain text is read piece by piece; what is written otherwise is read whole, as one piece. A stream grows: `pump`
/// takes what has come.
final class OpenedDocument {
  /// Of a text the first piece is read, the others are nil; `pieces` is empty while a stream has brought nothing.
  private(set) var article: Article
  /// What the first piece tells of the others, for marking them.
  private(set) var context: Context?
  /// Pieces before this one stay as they are, however much a stream still brings.
  private(set) var settledPieces = 0

  private let source: ByteSource
  private let hints: OpeningHints
  /// How the pieces are read; nil both: the document is one piece.
  private(set) var text: PiecedText?
  private(set) var page: PiecedPage?
  private var restPiece: Piece?
  private var format: Format?
  /// Bytes of a page that is still coming at which it is looked at again, to show its beginning.
  private var nextLook = 0
  /// Bytes of a piece of the source; of a stream, whose length is not known, it stays what it was at first.
  private var pieceBytes: Int?

  /// Bytes by which type, charset and shape are decided: as many as the first piece of a long file has, so that the
  /// first paint waits for nothing more.
  private static let sampleBytes = PlainText.pieceBytes / 4

  private struct Format {
    var mediaType: MediaType
    var charset: Charset
    /// Of plain text in UTF-8, which is read piece by piece; what is written otherwise is read whole.
    var shape: TextShape?
  }

  /// What was said of the source while it was decoded.
  private var remarks: [String] = []

  /// What stands in the place of the article.
  private var wall: AccessWall?
  private let answer: Answer

  /// Whether a server sent the bytes, and called them an error.
  enum Answer { case none, page, error }

  /// A server sent something else than what was asked for: its page about an error, a wall.
  var isFailure: Bool {
    switch answer {
    case .none: false
    case .page: wall != nil
    case .error: true
    }
  }

  private init(_ source: ByteSource, hints: OpeningHints, answer: Answer) {
    self.source = source
    self.hints = hints
    self.answer = answer
    let type = hints.mediaType ?? MediaType(location: source.location) ?? .text
    article = Article(
      origin: Origin(location: source.location, mediaType: type.rawValue, charset: Charset.utf8.name, bytes: 0),
      pieces: [], extent: 0)
    if answer == .error { article.origin.substitute = "an error page" }
  }

  /// Opens a path, `-` or the guide, and reads the first piece. Of a stream it takes what is there now.
  static func open(
    location: String, hints: OpeningHints = OpeningHints()
  ) throws(FetchError) -> OpenedDocument {
    var hints = hints
    let source: ByteSource
    let location = SourcePlace(location).location
    if location == guideLocation {
      source = ByteSource(bytes: guideBytes, location: location)
      hints.mediaType = .markdown
    } else {
      let opened = try ByteSource.open(location)
      source = isPDFDocument(opened.read(0..<5)) ? try textSource(ofPDF: opened, &hints) : opened
    }
    return try open(source, hints: hints)
  }

  /// `answer`: how a server came to send these bytes.
  static func open(
    _ source: ByteSource, hints: OpeningHints, answer: Answer = .none
  ) throws(FetchError) -> OpenedDocument {
    let document = OpenedDocument(source, hints: hints, answer: answer)
    _ = source.readAvailable()
    try document.takeIn()
    return document
  }

  // MARK: Streams

  /// No more bytes will come.
  var isComplete: Bool { source.isComplete }

  /// What to poll before `pump`; nil when no more bytes will come.
  var fileDescriptor: Int32? { source.fileDescriptor }

  /// Takes what a stream has now. True: `article` has changed, from piece `settledPieces` on.
  func pump() throws(FetchError) -> Bool {
    guard !source.isComplete else { return false }
    // A second holder of the bytes would have them copied when more are appended.
    if format?.shape != nil { text?.window = .held([]) }
    defer { if format?.shape != nil { text?.window = source.window } }
    let came = source.readAvailable()
    guard came > 0 || source.isComplete else { return false }
    try takeIn()
    return true
  }

  /// What there is is all that comes.
  func end() { source.end() }

  /// Waits until the source is there as a whole, or as much of it as is held.
  func finish() throws(FetchError) {
    while !source.isComplete {
      _ = source.wait(milliseconds: -1)
      _ = try pump()
    }
  }

  // MARK: Pieces

  /// Reads piece `number` and marks it. It is not kept here.
  func piece(_ number: Int) -> Piece {
    if number == 0, settledPieces > 0, let first = article.pieces.first.flatMap({ $0 }) {
      return first
    }
    if let page, page.isJudgedWhole { return rest(of: page) }
    guard var piece = readPiece(number) else {
      return article.pieces.first.flatMap { $0 } ?? Piece(extent: 0..<0, blocks: [])
    }
    if let context { mark(&piece, context: context, hasClaims: hints.hasClaims) }
    article.notices = source.notices + remarks
    return piece
  }

  /// Piece `number`, which may have no marks yet; nil: the document is one piece.
  func readPiece(_ number: Int) -> Piece? {
    if let page { return page.isJudgedWhole && number > 0 ? rest(of: page) : page.piece(number) }
    guard let text else { return nil }
    let piece = text.piece(number)
    if piece.extent.upperBound < text.extent(of: number).upperBound { _ = source.read(text.extent(of: number)) }
    return piece
  }

  /// Reads all of a page that is judged as a whole, once; its second piece. Its first is judged anew with it.
  private func rest(of page: PiecedPage) -> Piece {
    if let restPiece { return restPiece }
    var (piece, metadata, count) = page.whole()
    context = mark(first: &piece, metadata: metadata, hasClaims: hints.hasClaims)
    let (first, rest) = piece.parted(at: count)
    article.metadata = metadata
    article.extent = piece.extent.upperBound
    article.pieces[0] = first
    restPiece = rest
    return rest
  }

  /// The place of a page that a fragment names, in the document's measure; nil: there is none.
  func place(named fragment: String) -> Int? {
    let name = Array(fragment.utf8)
    if let page { return page.place(named: name) }
    guard format?.mediaType == .html, let format else { return nil }
    let (bytes, _) = transcoded(source.read(0..<source.size), from: format.charset)
    return ParsedPage(bytes, base: base).place(named: name)
  }

  /// Bytes of the source as it stands.
  func sourceBytes(_ range: Range<Int>) -> [UInt8] { source.read(range) }

  /// The SHA-256 of the whole source, which is read for it.
  func digest() -> String {
    var digest = SHA256()
    for start in stride(from: 0, to: source.size, by: ByteSource.sliceBytes) {
      digest.update(source.read(start..<min(start + ByteSource.sliceBytes, source.size)))
    }
    return digest.hexadecimal()
  }

  // MARK: Taking in

  /// Reads the first piece, where it is not settled yet, and says how many there are.
  private func takeIn() throws(FetchError) {
    defer { article.notices = source.notices + remarks }
    article.origin.bytes = source.size
    if settledPieces == 0 {
      guard source.size > 0 || source.isComplete else { return }
      format = try decide()
    }
    // How a stream came in portions must not show in what is made of it.
    guard let format, source.isComplete || !hints.isWhole else { return }
    if let shape = format.shape {
      let size = pieceBytes ?? (source.isComplete ? PlainText.pieceBytes(ofFile: source.size) : PlainText.pieceBytes)
      pieceBytes = size
      takeIn(PiecedText(window: source.window, shape: shape, pieceBytes: size, isGrowing: !source.isComplete))
    } else if source.isComplete || source.size >= nextLook && format.mediaType == .html
      || source.size <= Self.sampleBytes && format.mediaType != .html
    {
      // What is read whole is read when it is there, or while it is still short; a page whenever it has doubled.
      nextLook = source.size * 2
      readWhole(format)
    }
  }

  private func takeIn(_ text: PiecedText) {
    self.text = text
    article.extent = text.size
    article.pieceSize = text.pieceBytes
    if settledPieces == 0 {
      let first = text.piece(0)
      setFirst(first, metadata: PlainText.metadata(of: first))
    }
    settledPieces = text.settledCount
    let first = article.pieces.first.flatMap { $0 }
    article.pieces = Sparse(count: max(1, text.count))
    article.pieces[0] = first
  }

  private func readWhole(_ format: Format) {
    var bytes = source.read(0..<source.size)
    // The parser of pages takes what is not UTF-8 for U+FFFD itself.
    if format.mediaType != .html || format.charset != .utf8 {
      let (text, remark) = transcoded(bytes, from: format.charset)
      bytes = text
      remarks = remark.map { [$0] } ?? []
    }
    switch format.mediaType {
    case .text:
      let shape = TextShape(of: Array(bytes.prefix(Self.sampleBytes)))
      takeIn(PiecedText(window: .held(bytes), shape: shape, isGrowing: !source.isComplete))
    case .markdown: takeWhole(Markdown.read(bytes, base: base))
    case .html:
      let parsed = ParsedPage(bytes, base: base)
      guard source.isComplete else {
        if !hints.isWhole, let beginning = parsed.beginning() { takeWhole(beginning) }
        return
      }
      let isShown = hints.followsBeginning || article.pieces.first != nil
      if !isShown, let page = PiecedPage(parsed), !(page.isJudgedWhole && hints.isWhole) {
        return takeIn(page)
      }
      takeWhole(parsed.whole())
      wall = article.pieces[0].flatMap { accessWall(in: $0) }
      guard let wall else { return }
      remarks.append(wall.notice)
      article.origin.substitute = article.origin.substitute ?? wall.name
    }
  }

  private var base: LinkBase { LinkBase(location: hints.baseURL ?? source.location) }

  private func takeWhole(_ read: (piece: Piece, metadata: Metadata)) {
    article.extent = read.piece.extent.upperBound
    setFirst(read.piece, metadata: read.metadata)
    settledPieces = source.isComplete ? 1 : 0
  }

  private func takeIn(_ page: PiecedPage) {
    self.page = page
    let first = page.piece(0)
    article.extent = page.extent
    article.pieceSize = page.pieceBytes
    setFirst(first, metadata: page.metadata(with: first))
    article.pieces.grow(to: page.count)
    settledPieces = page.count
  }

  private func decide() throws(FetchError) -> Format {
    let sample = source.read(0..<Self.sampleBytes)
    let isWhole = source.isComplete && source.size <= sample.count
    var charset = Charset.detected(in: sample, declared: hints.charset, isWhole: isWhole)
    if let kind = BinaryKind.detected(in: sample, charset: charset) {
      throw .notText(location: source.location, kind: kind)
    }
    let type = MediaType.detected(declared: hints.mediaType, location: source.location, sample: sample)
    if type == .html { charset = HTMLPage.charset(of: sample, declared: hints.charset) }
    article.origin.mediaType = type.rawValue
    article.origin.charset = charset.name
    let isPieced = type == .text && charset == .utf8
    return Format(mediaType: type, charset: charset, shape: isPieced ? TextShape(of: sample) : nil)
  }

  private func setFirst(_ piece: Piece, metadata: Metadata) {
    var piece = piece
    context = mark(first: &piece, metadata: metadata, hasClaims: hints.hasClaims)
    article.metadata = metadata
    article.pieces = [piece]
  }
}

/// The article that opens when nothing else is asked for.
private var guideBytes: [UInt8] {
  let asset = ibid_guide()
  return Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count))
}
