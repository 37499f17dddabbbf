import Document

/// Who was named so far, so that pronouns, surnames and short forms lead back to a full name.
struct SourceBook {
  private(set) var names: NameTable
  private let publicationName: String?
  private var lastPerson: Source?
  private var lastGroup: Source?
  /// Head noun of a document → the source that it was first named as.
  private var documents: [UInt64: Source] = [:]
  /// Sources by name, so that what was a document stays one.
  private var kinds: [String: Source.Kind] = [:]

  init(context: Context) {
    names = context.names
    publicationName = context.publicationName
  }

  mutating func collect(_ tokens: Tokens, in text: [UInt8]) { names.collect(tokens, in: text) }

  /// The citation that a phrase makes, with its source as far as it can be told.
  mutating func citation(_ phrase: SourcePhrase, _ tokens: Tokens, _ text: [UInt8], block: Int) -> Citation {
    let range = Int(tokens[phrase.tokens.lowerBound].start)..<Int(tokens[phrase.tokens.upperBound - 1].end)
    let cue = Int(tokens[phrase.cue.lowerBound].start)..<Int(tokens[phrase.cue.upperBound - 1].end)
    let source = source(phrase, tokens, text, range)
    return Citation(
      block: block, range: range, source: source, cue: String(decoding: text[cue], as: UTF8.self),
      status: phrase.isSelf ? .`self` : .named)
  }

  private mutating func source(
    _ phrase: SourcePhrase, _ tokens: Tokens, _ text: [UInt8], _ range: Range<Int>
  ) -> Source? {
    let name = String(decoding: text[range], as: UTF8.self)
    switch phrase.kind {
    case .`self`:
      return Source(name: publicationName ?? name, kind: .`self`)
    case .person:
      return person(phrase, tokens, name)
    case .document:
      return document(phrase, tokens, text, name)
    case .organisation, .publication, .website:
      if phrase.isShort { return lastGroup ?? Source(name: name, kind: phrase.kind) }
      let source = Source(name: name, kind: kinds[name] ?? phrase.kind)
      lastGroup = source
      return source
    case .unnamed:
      return Source(name: name, kind: .unnamed)
    }
  }

  private mutating func person(_ phrase: SourcePhrase, _ tokens: Tokens, _ name: String) -> Source? {
    if phrase.isShort { return lastPerson }
    let last = tokens[phrase.tokens.upperBound - 1].hash
    let full = phrase.tokens.count <= 2 ? names.name(last: last) : nil
    let source = Source(name: full ?? name, kind: .person)
    lastPerson = source
    return source
  }

  /// "A 2010 cable published by WikiLeaks" is WikiLeaks' document; "the cable" leads back to it.
  private mutating func document(
    _ phrase: SourcePhrase, _ tokens: Tokens, _ text: [UInt8], _ name: String
  ) -> Source? {
    let cutter = PhraseCutter(tokens: tokens, bounds: phrase.tokens)
    let head = tokens[cutter.head(of: phrase.tokens)].hash
    if phrase.isShort, let known = documents[head] { return known }
    var source = Source(name: name, kind: .document)
    if let by = phrase.tokens.first(where: { tokens[$0].hash == CommonHash.by }), by + 1 < phrase.tokens.upperBound {
      let maker = Int(tokens[by + 1].start)..<Int(tokens[phrase.tokens.upperBound - 1].end)
      source = Source(name: String(decoding: text[maker], as: UTF8.self), kind: .document)
      kinds[source.name] = .document
    }
    if documents.count < NameTable.most { documents[head] = source }
    return source
  }

  /// The citation that a link makes: its source is the page's host.
  func citation(_ link: Link, id: Int, block: Int, status: Citation.Status) -> Citation {
    let source = Source(name: Self.host(of: link.href), kind: .website, href: link.href)
    return Citation(block: block, range: link.range, source: source, link: id, status: status)
  }

  /// `www.` left out; the file's name where the address has no host.
  static func host(of href: String) -> String {
    let bytes = Array(href.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else {
      let path = href.prefix { $0 != "#" }
      return path.split(separator: "/").last.map(String.init) ?? href
    }
    let ends: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")]
    var host = bytes[(colon + 3)...].prefix { !ends.contains($0) }
    if host.starts(with: "www.".utf8) { host = host.dropFirst(4) }
    return host.isEmpty ? href : String(decoding: host, as: UTF8.self)
  }
}
