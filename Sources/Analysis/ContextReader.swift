import Document
import Text

/// Reads the first piece of a document once, for what it tells of all.
struct ContextReader {
  var publication: [UInt64] = []
  var publicationName: String?
  var authors: [[UInt64]] = []
  var lines = CountTable(capacity: 64)
  var names = NameTable()

  private var votes: [(hashes: [UInt64], name: String, count: Int)] = []

  /// A longer line is prose: that it stands twice says nothing.
  static let longestLine = 12
  /// Where more than this share of a page's lines is repeated, it is made of repeats and they mean nothing.
  static let repeatedShare = 0.3

  mutating func read(_ piece: Piece, _ words: PieceTokens, metadata: Metadata) {
    if let publisher = metadata.publisher { name(publisher) }
    authors = metadata.bylines.map(hashes).filter { !$0.isEmpty }
    for index in piece.blocks.indices {
      let tokens = words[index]
      if tokens.count > 0, tokens.count <= Self.longestLine { lines.add(tokens.fingerprint) }
      if publicationName == nil { vote(tokens, piece.blocks[index].text) }
      names.collect(tokens, in: piece.blocks[index].text)
    }
    if publicationName == nil { elect() }
    let count = piece.judgedBlocks.count
    if Double(lines.repeated) > Double(max(1, count)) * Self.repeatedShare, count > 20 {
      lines = CountTable(capacity: 0)
    }
  }

  private mutating func name(_ publisher: String) {
    publication = hashes(publisher).filter { $0 != CommonHash.the }
    publicationName = publication.isEmpty ? nil : publisher
  }

  private func hashes(_ name: String) -> [UInt64] {
    var tokens = Tokens()
    tokens.read(Array(name.utf8), lexicon: Tables.shared.lexicon)
    return (0..<tokens.count).map { tokens[$0].hash }
  }

  /// Places where a publication names itself: "As The Herald has reported", "support The Herald", "© 2024 Herald".
  private mutating func vote(_ tokens: Tokens, _ text: [UInt8]) {
    for index in 0..<tokens.count {
      let token = tokens[index]
      guard token.looks(.capital) || token.hash == CommonHash.the, !token.looks(.quoted) else { continue }
      let start = token.hash == CommonHash.the ? index + 1 : index
      guard start == index || start < tokens.count else { continue }
      let run = NameRun.run(tokens, from: start)
      guard !run.isEmpty, run.count <= 4, run.lowerBound == start else { continue }
      let weight = weight(before: index, after: run.upperBound, tokens)
      if weight > 0 { add(run, from: index, weight, tokens, text) }
    }
  }

  private func weight(before index: Int, after end: Int, _ tokens: Tokens) -> Int {
    let next = end < tokens.count && !tokens[end].after(Gap.phrase) ? tokens[end].hash : 0
    let previous = index > 0 && !tokens[index].after(Gap.phrase) ? tokens[index - 1] : nil
    if previous?.hash == CommonHash.asWord, SelfWords.reported.contains(next) { return 3 }
    if tokens[index].after(.copyright) { return 2 }
    guard let previous else { return 0 }
    if SelfWords.appeals.contains(previous.hash) { return 1 }
    if SelfWords.family.contains(next) { return 2 }
    if end - 1 < tokens.count, tokens[end - 1].looks(.possessive), SelfWords.own.contains(next) { return 1 }
    return 0
  }

  private mutating func add(_ run: Range<Int>, from: Int, _ weight: Int, _ tokens: Tokens, _ text: [UInt8]) {
    let hashes = run.map { tokens[$0].hash }
    if let index = votes.firstIndex(where: { $0.hashes == hashes }) {
      votes[index].count += weight
    } else if votes.count < 64 {
      let bytes = text[Int(tokens[from].start)..<Int(tokens[run.upperBound - 1].end)]
      votes.append((hashes, String(decoding: bytes, as: UTF8.self), weight))
    }
  }

  private mutating func elect() {
    guard let best = votes.max(by: { $0.count < $1.count }), best.count >= 2 else { return }
    publication = best.hashes
    publicationName = best.name
  }
}

/// Words beside which a publication names itself.
enum SelfWords {
  static let reported = WordSet("has have previously reported first revealed recently earlier")
  static let appeals = WordSet("support subscribe join follow read told")
  static let family = WordSet("family community readers newsletter subscribers members supporters")
  static let own = WordSet(
    "content writers readers journalism journalists reporting articles newsletter newsroom coverage editor")
}
