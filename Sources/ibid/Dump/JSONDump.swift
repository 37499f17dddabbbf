import Document

/// An article as the JSON that every tool around ibid relies on.
struct JSONDump: DumpWriter {
  private static let schema = 1

  var bytes: [UInt8] = []

  private let allScores: Bool
  /// The blocks go out as they come, and what is said of the whole follows them.
  private var isStreamed = false
  private var json = JSONText()
  // The elements of the arrays that follow the blocks.
  private var folds = JSONText()
  private var links = JSONText()
  private var citations = JSONText()
  private var sources = CitedSources()
  private var foldCount = 0
  // Ids of the first block, link and citation of the piece at hand.
  private var firstBlock = 0
  private var firstLink = 0
  private var firstCitation = 0
  /// The id of the first block of each piece so far.
  private var pieceStarts: [Int] = []

  init(allScores: Bool) {
    self.allScores = allScores
  }

  mutating func begin(pieces: Int) {
    self = JSONDump(allScores: allScores)
    isStreamed = pieces > 1
    guard isStreamed else { return }
    json.beginObject()
    json.field("schema", Self.schema)
    json.key("blocks")
    json.beginArray()
  }

  mutating func write(_ piece: Piece?) {
    pieceStarts.append(firstBlock)
    guard let piece else { return }
    let scalars = piece.blocks.map { ScalarIndex($0.text) }
    for (index, block) in piece.blocks.enumerated() { write(block, index, scalars[index]) }
    for fold in piece.folds { write(fold) }
    for (index, link) in piece.links.enumerated() {
      write(link, index, in: piece.blocks[link.block], scalars[link.block])
    }
    for (index, citation) in piece.citations.enumerated() {
      write(citation, index, in: piece.blocks[citation.block], scalars[citation.block])
    }
    firstBlock += piece.blocks.count
    firstLink += piece.links.count
    firstCitation += piece.citations.count
    if isStreamed { json.move(to: &bytes) }
  }

  mutating func end(_ head: DumpHead) {
    if isStreamed {
      json.endArray()
      writeTail(&json)
      writeHead(head, &json)
      json.endObject()
      json.move(to: &bytes)
      return
    }
    var whole = JSONText()
    whole.beginObject()
    whole.field("schema", Self.schema)
    writeHead(head, &whole)
    whole.array("blocks", json.bytes)
    writeTail(&whole)
    whole.endObject()
    whole.move(to: &bytes)
  }
}

// What is said of the whole document.
extension JSONDump {
  private func writeHead(_ head: DumpHead, _ json: inout JSONText) {
    write(head.origin, &json)
    let metadata = head.metadata
    json.key("metadata")
    json.beginObject()
    json.field("title", metadata.title)
    json.field("bylines", metadata.bylines)
    json.field("publisher", metadata.publisher)
    json.field("published", metadata.published)
    json.field("modified", metadata.modified)
    json.field("language", metadata.language)
    json.field("url", metadata.url)
    json.field("description", metadata.description)
    json.field("image", metadata.image)
    json.field("words", head.words)
    json.field("minutes", head.minutes)
    json.endObject()
  }

  private func write(_ origin: Origin, _ json: inout JSONText) {
    json.key("source")
    json.beginObject()
    json.field("location", origin.location)
    json.field("mediaType", origin.mediaType)
    json.field("charset", origin.charset)
    json.field("bytes", origin.bytes)
    json.field("sha256", origin.sha256)
    json.endObject()
  }

  private func writeTail(_ json: inout JSONText) {
    json.array("folds", folds.bytes)
    json.array("links", links.bytes)
    json.array("sources", sources.json)
    json.array("citations", citations.bytes)
  }
}

// Blocks.
extension JSONDump {
  private mutating func write(_ block: Block, _ index: Int, _ scalars: ScalarIndex) {
    json.beginObject()
    json.field("id", firstBlock + index)
    json.field("role", block.role.rawValue)
    json.field("level", block.level > 0 && !block.isDefinition ? block.level : nil)
    json.key("text")
    json.value(block.text[...])
    json.field("ordinal", block.ordinal)
    json.field("language", block.language)
    write(block.image)
    json.field("note", block.note.flatMap { id(of: $0) })
    write(block.table, block.text)
    write(block.boilerplate, block.text)
    writeSpans(block, scalars)
    writeSentences(block, scalars)
    json.endObject()
  }

  /// nil where the piece that holds it was not read yet.
  private func id(of block: BlockID) -> Int? {
    guard pieceStarts.indices.contains(block.piece) else { return nil }
    return pieceStarts[block.piece] + block.index
  }

  private mutating func write(_ image: Image?) {
    json.key("image")
    guard let image else { return json.null() }
    json.beginObject()
    json.field("src", image.src)
    json.field("alt", image.alt)
    json.endObject()
  }

  private mutating func write(_ table: Table?, _ text: [UInt8]) {
    json.key("table")
    guard let table else { return json.null() }
    json.beginObject()
    json.key("rows")
    json.beginArray()
    for row in table.rows {
      json.beginArray()
      for cell in row { write(cell, text) }
      json.endArray()
    }
    json.endArray()
    json.endObject()
  }

  private mutating func write(_ cell: Table.Cell, _ text: [UInt8]) {
    json.beginObject()
    json.key("text")
    json.value(text[cell.range.clamped(to: 0..<text.count)])
    json.key("header")
    json.value(cell.isHeader)
    json.field("colspan", cell.columnSpan)
    json.field("rowspan", cell.rowSpan)
    json.endObject()
  }

  private mutating func write(_ boilerplate: Boilerplate?, _ text: [UInt8]) {
    json.key("boilerplate")
    // What is uncertain stands open, and is no verdict.
    guard let boilerplate, boilerplate.score >= Boilerplate.foldingThreshold else { return json.null() }
    json.beginObject()
    json.field("kind", boilerplate.kind.rawValue)
    json.key("score")
    json.value(boilerplate.score)
    json.field("reasons", boilerplate.reasons.map { $0.sentence(in: text) })
    json.endObject()
  }

  private mutating func writeSpans(_ block: Block, _ scalars: ScalarIndex) {
    json.key("spans")
    json.beginArray()
    for inline in block.inlines {
      json.beginObject()
      json.field("range", scalars(inline.range))
      json.field("style", inline.style.rawValue)
      json.field("link", inline.link.map { firstLink + $0 })
      json.endObject()
    }
    json.endArray()
  }

  private mutating func writeSentences(_ block: Block, _ scalars: ScalarIndex) {
    json.key("sentences")
    json.beginArray()
    for sentence in block.sentences {
      json.beginObject()
      json.field("range", scalars(sentence.range))
      json.key("claim")
      write(sentence, block.text)
      json.endObject()
    }
    json.endArray()
  }

  /// What a sentence claims; of one that is not marked at most its score.
  private mutating func write(_ sentence: Sentence, _ text: [UInt8]) {
    let claim = sentence.score >= ClaimDensity.normal.threshold ? sentence.claim : nil
    guard claim != nil || allScores else { return json.null() }
    json.beginObject()
    json.key("score")
    json.value(sentence.score)
    json.field("kinds", claim?.kinds.map(\.rawValue) ?? [])
    json.field("reasons", claim?.reasons.map { $0.sentence(in: text) } ?? [])
    json.field("support", (claim?.support ?? .none).rawValue)
    json.key("citations")
    json.beginArray()
    for citation in claim?.citations ?? [] { json.value(firstCitation + citation) }
    json.endArray()
    json.endObject()
  }
}

// What follows the blocks.
extension JSONDump {
  private mutating func write(_ fold: Fold) {
    folds.beginObject()
    folds.field("id", foldCount)
    folds.field("kind", fold.kind.name)
    folds.key("blocks")
    folds.beginArray()
    folds.value(firstBlock + fold.blocks.lowerBound)
    folds.value(firstBlock + fold.blocks.upperBound)
    folds.endArray()
    folds.field("words", fold.words)
    folds.field("label", fold.label)
    folds.endObject()
    foldCount += 1
  }

  private mutating func write(_ link: Link, _ index: Int, in block: Block, _ scalars: ScalarIndex) {
    links.beginObject()
    links.field("id", firstLink + index)
    links.field("href", link.href)
    links.key("text")
    links.value(block.text[link.range.clamped(to: 0..<block.text.count)])
    links.field("block", firstBlock + link.block)
    links.field("range", scalars(link.range))
    links.field("kind", link.kind.rawValue)
    links.key("boilerplate")
    links.value(link.isBoilerplate)
    links.endObject()
  }

  private mutating func write(_ citation: Citation, _ index: Int, in block: Block, _ scalars: ScalarIndex) {
    citations.beginObject()
    citations.field("id", firstCitation + index)
    citations.field("block", firstBlock + citation.block)
    citations.field("range", scalars(citation.range))
    citations.key("text")
    citations.value(block.text[citation.range.clamped(to: 0..<block.text.count)])
    citations.field("source", citation.source.map { sources.id(of: $0) })
    citations.field("cue", citation.cue)
    citations.field("link", citation.link.map { firstLink + $0 })
    citations.field("status", citation.status.rawValue)
    citations.key("boilerplate")
    citations.value(citation.isBoilerplate)
    citations.endObject()
  }
}

/// The sources of an article: those with the same name and kind are one.
struct CitedSources {
  private struct Identity: Hashable {
    var name: String
    var kind: Source.Kind
  }

  private var all: [Source] = []
  private var ids: [Identity: Int] = [:]

  /// In order of first place. The first address that a source is given stays.
  mutating func id(of source: Source) -> Int {
    let identity = Identity(name: source.name, kind: source.kind)
    if let id = ids[identity] {
      if all[id].href == nil { all[id].href = source.href }
      return id
    }
    ids[identity] = all.count
    all.append(source)
    return all.count - 1
  }

  /// The elements of the array.
  var json: [UInt8] {
    var json = JSONText()
    for (id, source) in all.enumerated() {
      json.beginObject()
      json.field("id", id)
      json.field("name", source.name)
      json.field("href", source.href)
      json.field("kind", source.kind.rawValue)
      json.endObject()
    }
    return json.bytes
  }
}
