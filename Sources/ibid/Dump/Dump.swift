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
    let sources = request.sources.isEmpty ? [guideLocation] : request.sources
    let isArray = request.format == .json && sources.count > 1
    if isArray { try output.write("[") }
    for (index, source) in sources.enumerated() {
      if isArray, index > 0 { try output.write(",") }
      try dump(source)
      if request.format.isJSON { try output.write("\n") }
    }
    if isArray { try output.write("]\n") }
    try output.flush()
    return status
  }

  private mutating func dump(_ source: String) throws(OutputError) {
    let document: OpenedDocument
    do throws(FetchError) {
      let hints = OpeningHints(type: request.type, baseURL: request.baseURL)
      document = try OpenedDocument.open(location: source, hints: hints)
      try document.finish()
    } catch {
      return try report(error)
    }
    if hasPrinted { try output.write(request.format.separator) }
    var hasArticle = try write(document, writer)
    if !hasArticle, request.format == .text || request.format == .markdown, request.boilerplate == .hide {
      hasArticle = try write(document, Self.writer(request, boilerplate: .show))
    }
    if !hasArticle {
      fail(
        .noArticle,
        "no article was found in \(source == "-" ? "standard input" : source). What there is was printed all the same.")
    }
  }

  /// Whether there was an article in it.
  private mutating func write(_ document: OpenedDocument, _ writer: any DumpWriter) throws(OutputError) -> Bool {
    var writer = writer
    let pieces = document.article.pieces.count
    writer.begin(pieces: pieces)
    var size = ArticleSize()
    for number in 0..<pieces {
      let piece = document.piece(number)
      size.add(piece)
      writer.write(piece)
      hasPrinted = hasPrinted || !writer.bytes.isEmpty
      try output.take(&writer.bytes)
    }
    let article = document.article
    var origin = article.origin
    if request.format.isJSON { origin.sha256 = document.digest() }
    writer.end(DumpHead(origin: origin, metadata: article.metadata, words: size.words))
    try output.take(&writer.bytes)
    return size.hasText
  }

  /// Says why a source failed, in JSON also in its place.
  private mutating func report(_ error: FetchError) throws(OutputError) {
    fail(ExitStatus(rawValue: error.exitCode) ?? .unreadable, error.message)
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
