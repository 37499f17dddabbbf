import Document

/// What stands in the place of an article, or before the rest of it.
package enum AccessWall: Sendable, Equatable {
  case paywall, login, consent, robots, script

  /// In a few words.
  package var name: String {
    switch self {
    case .paywall: "its beginning only"
    case .login: "a page that asks for a login"
    case .consent: "a page that asks for consent"
    case .robots: "a check against robots"
    case .script: "a page that needs JavaScript"
    }
  }

  /// What happened, and what to do.
  package var notice: String {
    switch self {
    case .paywall: "Only the beginning came: the rest is for subscribers. Open it in a browser that is logged in."
    case .login: "A page that asks for a login came, and not the article. Open it in a browser that is logged in."
    case .consent: "A page that asks for consent came, and not the article. Answer it in a browser, or look for a copy."
    case .robots: "A check against robots came, and not the article. Open it in a browser."
    case .script: "A page that needs JavaScript came, and not the article. Open it in a browser."
    }
  }
}

/// The wall that a page is, by what it says and how little else; nil: it is an article. Pages with more words than any
/// wall leaves are not looked through.
package func accessWall(in piece: Piece) -> AccessWall? {
  let words = articleWords(piece, limit: AccessWallRow.mostWords)
  let rows = AccessWallRow.all.filter { words <= $0.words }
  guard !rows.isEmpty else { return nil }
  let text = plainText(piece.blocks)
  let headings = plainText(piece.blocks.filter { $0.role == .title || $0.role == .heading }).split(separator: 0x0A)
  return rows.first { row in
    row.phrases.withUTF8Buffer { phrases in
      phrases.split(separator: 0x0A).contains { phrase in
        row.isHeading ? headings.contains { $0.elementsEqual(phrase) } : holds(text, phrase)
      }
    }
  }?.wall
}

/// Words that are not boilerplate, headings aside; counting ends above `limit`.
private func articleWords(_ piece: Piece, limit: Int) -> Int {
  var count = 0
  for index in piece.blocks.indices where piece.blocks[index].boilerplate == nil {
    if count > limit { return count }
    switch piece.blocks[index].role {
    case .title, .heading: continue
    default: break
    }
    var isInWord = false
    for byte in piece.blocks[index].text {
      let isSpace = byte <= 0x20
      if !isSpace, !isInWord { count += 1 }
      isInWord = !isSpace
    }
  }
  return count
}

/// Bytes that are looked through at most: a page of few words of article may have a long foot.
private let searchedBytes = 1 << 15

/// All text in lower case, with single spaces and straight apostrophes, a line feed between blocks.
private func plainText(_ blocks: [Block]) -> [UInt8] {
  var text: [UInt8] = []
  for block in blocks where text.count < searchedBytes {
    let lower = String(decoding: block.text.prefix(searchedBytes), as: UTF8.self).lowercased()
    for scalar in lower.unicodeScalars {
      switch scalar {
      case "\u{2019}", "\u{2018}": text.append(0x27)
      case " ", "\n", "\t", "\u{A0}": if text.last != 0x20 { text.append(0x20) }
      default: text += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    text.append(0x0A)
  }
  return text
}

/// Whether `phrase` stands in `text` with no letter before it or behind it.
private func holds(_ text: [UInt8], _ phrase: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  guard let first = phrase.first, phrase.count <= text.count else { return false }
  let letter = { (byte: UInt8) in byte >= 0x80 || (0x61...0x7A).contains(byte) }
  for start in 0...text.count - phrase.count where text[start] == first {
    let end = start + phrase.count
    guard text[start..<end].elementsEqual(phrase) else { continue }
    if (start == 0 || !letter(text[start - 1])) && (end == text.count || !letter(text[end])) { return true }
  }
  return false
}
