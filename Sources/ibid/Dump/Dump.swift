import Document
import Fetch
import Glibc

/// `ibid dump`: every source in the order given, also after one that fails; the status of the first failure.
@MainActor func dump(_ request: DumpRequest) -> ExitStatus {
  var dump = Dump(request)
  do throws(OutputError) {
    return try dump.run()
  } catch {
    return unwritten(error)
  }
}

/// A run of `ibid dump`.
@MainActor private struct Dump {
  private let request: DumpRequest
  private let output = Output(descriptor: STDOUT_FILENO)
  private var status = ExitStatus.done
  private let writer: any DumpWriter
  /// Something stands in the output that the next article is to be set off from.
  private var hasPrinted = false
  private let clock = ContinuousClock()
  private var times = DumpTimes()

  init(_ request: DumpRequest) {
    self.request = request
    writer = Self.writer(request, boilerplate: request.boilerplate)
  }

  private static func writer(_ request: DumpRequest, boilerplate: BoilerplateChoice) -> any DumpWriter {
    switch request.format {
    case .text: TextDump(width: request.width, boilerplate: boilerplate)
    case .markdown: MarkdownDump(boilerplate: boilerplate)
    case .json, .jsonl: JSONDump(allScores: request.allScores)
    }
  }

  mutating func run() throws(OutputError) -> ExitStatus {
    let sources = request.sources.isEmpty ? [standardInputHoldsData ? "-" : guideLocation] : request.sources
    let isArray = request.format == .json && sources.count > 1
    if isArray { try output.write("[") }
    for (index, source) in sources.enumerated() {
      if isArray, index > 0 { try output.write(",") }
      try dump(source)
      if request.format.isJSON { try output.write("\n") }
    }
    if isArray { try output.write("]\n") }
    try output.flush()
    if request.timings { complain(times.words) }
    return status
  }

  private mutating func dump(_ source: String) throws(OutputError) {
    let document: OpenedDocument
    do throws(SourceFailure) {
      document = try open(source)
    } catch {
      return try report(error)
    }
    if hasPrinted { try output.write(request.format.separator) }
    let hasArticle = try write(document, of: source, writer)
    if !hasArticle {
      // Hidden boilerplate is all that there is.
      let isHidden = !request.format.isJSON && request.boilerplate == .hide
      if isHidden { _ = try write(document, of: source, Self.writer(request, boilerplate: .show)) }
      let name = source == "-" ? "standard input" : source
      fail(.noArticle, "no article was found in \(name). What there is was printed all the same.")
    }
    for notice in document.article.notices { complain(notice) }
    if document.isFailure, status == .done { status = .network }
  }

  private mutating func open(_ source: String) throws(SourceFailure) -> OpenedDocument {
    let start = clock.now
    defer { times.opening += clock.now - start }
    do throws(FetchError) {
      var hints = OpeningHints(type: request.type, baseURL: request.baseURL)
      hints.hasClaims = request.format.isJSON
      hints.isWhole = true
      let document = try OpenedDocument.openWaiting(
        location: source, hints: hints, settings: FetchSettings(isOffline: request.offline))
      try document.finish()
      return document
    } catch {
      throw SourceFailure(error)
    }
  }

  /// Whether there was an article in it.
  private mutating func write(
    _ document: OpenedDocument, of source: String, _ writer: any DumpWriter
  ) throws(OutputError) -> Bool {
    var writer = writer
    let pieces = document.article.pieces.count
    writer.begin(pieces: pieces)
    var size = ArticleSize()
    for number in 0..<pieces {
      let start = clock.now
      let piece = document.piece(number)
      let middle = clock.now
      size.add(piece)
      writer.write(piece)
      times.reading += middle - start
      times.writing += clock.now - middle
      hasPrinted = hasPrinted || !writer.bytes.isEmpty
      try output.take(&writer.bytes)
    }
    let article = document.article
    var origin = article.origin
    origin.location = source
    if request.format.isJSON { origin.sha256 = document.digest() }
    writer.end(DumpHead(origin: origin, metadata: article.metadata, words: size.words))
    try output.take(&writer.bytes)
    return size.hasText
  }

  /// Says why a source failed, in JSON also in its place.
  private mutating func report(_ error: SourceFailure) throws(OutputError) {
    fail(error.status, error.message)
    guard request.format.isJSON else { return }
    var json = JSONText()
    json.beginObject()
    json.key("source")
    json.beginObject()
    json.field("location", error.location)
    json.endObject()
    json.key("error")
    json.beginObject()
    json.field("code", error.code)
    json.field("message", error.message)
    json.endObject()
    json.endObject()
    try output.take(&json.bytes)
  }

  /// The first failure is the one that the program ends with.
  private mutating func fail(_ failure: ExitStatus, _ sentence: String) {
    complain(sentence)
    if status == .done { status = failure }
  }
}

extension DumpFormat {
  var isJSON: Bool {
    switch self {
    case .json, .jsonl: true
    case .text, .markdown: false
    }
  }

  /// What stands between two articles.
  fileprivate var separator: String {
    switch self {
    case .json, .jsonl: ""
    case .text: "\n\n"
    case .markdown: "\n---\n\n"
    }
  }
}

/// What the steps of a dump took.
private struct DumpTimes {
  /// To the first piece, read and marked.
  var opening = Duration.zero
  /// Of all pieces, marking included.
  var reading = Duration.zero
  /// Layout included.
  var writing = Duration.zero

  var words: String {
    "opening \(milliseconds(opening)) ms, reading and analysis \(milliseconds(reading)) ms, "
      + "layout and writing \(milliseconds(writing)) ms."
  }

  private func milliseconds(_ time: Duration) -> String {
    let microseconds = time.components.seconds * 1_000_000 + time.components.attoseconds / 1_000_000_000_000
    return "\(microseconds / 1000).\(microseconds % 1000 / 100)"
  }
}
