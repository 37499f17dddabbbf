import Document

/// Traces of links and embeds that a copy as plain text has lost.
enum LostTrace {
  /// Byte ranges of the traces in a block, in order.
  static func traces(in tokens: Tokens, piece: Piece, block index: Int) -> [Range<Int>] {
    var traces: [Range<Int>] = []
    for at in 0..<tokens.count where tokens[at].after(.opens) {
      if let trace = bracket(tokens, at) { traces.append(trace) }
    }
    if let trace = colon(tokens, piece, index) { traces.append(trace) }
    return traces
  }

  /// `[German]`, `[PDF]`, `(pictured)`: one or two words in brackets that name a language or a medium.
  private static func bracket(_ tokens: Tokens, _ at: Int) -> Range<Int>? {
    let token = tokens[at]
    guard token.after(.opens), at > 0 else { return nil }
    let next = tokens[at + 1]
    guard next.after(.closes) else { return nil }
    if token.after(.square), token.has(.language) {
      return Int(token.start) - 1..<Int(token.end) + 1
    }
    guard pictured.contains(token.hash) else { return nil }
    return Int(token.start)..<Int(token.end)
  }

  /// A paragraph that ends in a colon, with no list, quotation, code or table behind it: something was embedded there.
  private static func colon(_ tokens: Tokens, _ piece: Piece, _ index: Int) -> Range<Int>? {
    guard tokens.count > 3, tokens.trailing.contains(.colon) else { return nil }
    let last = tokens[tokens.count - 1]
    let block = piece.blocks[index]
    guard block.role == .paragraph, block.text.last == UInt8(ascii: ":") else { return nil }
    if index + 1 < piece.blocks.count, explains(piece.blocks[index + 1]) { return nil }
    guard tells(tokens) else { return nil }
    return Int(last.start)..<block.text.count
  }

  /// Whether the sentence before the colon says something, and does not only announce what stands below it: "Here are
  /// the steps", "Healthy dips".
  private static func tells(_ tokens: Tokens) -> Bool {
    var at = tokens.count - 1
    var isFinite = false
    while at >= 0 {
      let token = tokens[at]
      if announcing.contains(token.hash) { return false }
      if token.has([.be, .have, .modal, .event, .says]) || token.looks(.past), !token.looks(.capital) {
        isFinite = true
      }
      if token.after(Gap.hard) { break }
      at -= 1
    }
    return isFinite
  }

  /// Whether a block is what a colon before it announces.
  private static func explains(_ block: Block) -> Bool {
    switch block.role {
    case .listItem, .quote, .code, .table, .math, .figure, .embed, .caption: return true
    case .title, .byline, .dateline, .heading, .footnote, .rule: return false
    case .paragraph:
      guard !isFolded(block) else { return false }
      return opens(block.text)
    }
  }

  /// A paragraph that begins with a quotation mark, a digit or a lower-case letter goes on with what was announced.
  private static func opens(_ text: [UInt8]) -> Bool {
    guard let first = text.first else { return false }
    if first == 0xe2, text.count > 2, text[1] == 0x80 { return text[2] == 0x9c || text[2] == 0x98 || text[2] == 0x9e }
    return first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") || (first >= 48 && first < 58)
      || (first >= 97 && first < 123) || first == 0xc2
  }

  private static let announcing = WordSet("here here's these this following below")
  private static let pictured = WordSet("pictured video photo screenshot")
}

/// A line that credits a picture or a text.
enum CreditLine {
  /// The name behind the last "by", "via", "from" or colon; else the last run of capitalised words.
  static func name(in tokens: Tokens) -> Range<Int>? {
    guard tokens.count > 0 else { return nil }
    var first = 0
    for index in 0..<tokens.count where index > 0 {
      let isWord = makers.contains(tokens[index - 1].hash)
      if isWord || tokens[index].after([.colon, .slash, .copyright]) { first = index }
    }
    guard first > 0 else { return nil }
    return Int(tokens[first].start)..<Int(tokens[tokens.count - 1].end)
  }

  private static let makers = WordSet("by via from courtesy credit")
}
