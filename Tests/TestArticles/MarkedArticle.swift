import Document

/// An article written as marked text, a line a block:
/// `= title`, `# heading`, `- item`, `!appeal text` (boilerplate), else a paragraph. In a block, `[claim none: words]`,
/// `[cite named Name: words]` and `[link URL: words]` mark what they hold.
package func article(_ marked: String, location: String = "sample.txt") -> Article {
  var piece = Piece(extent: 0..<0, blocks: [])
  var position = 0
  for line in marked.split(separator: "\n") {
    var reader = MarkedLine(
      String(line), block: piece.blocks.count, links: piece.links.count, citations: piece.citations.count)
    reader.read()
    let text = Array(reader.text.utf8)
    var block = Block(
      role: reader.role, level: reader.role == .heading ? 2 : 0, text: text, sentences: reader.sentences)
    block.boilerplate = reader.kind.map { Boilerplate(kind: $0, score: 0.9, reasons: [Reason("asks for money")]) }
    block.extent = position..<position + text.count
    position += text.count + 1
    piece.links += reader.links
    piece.citations += reader.citations
    piece.blocks.append(block)
  }
  piece.extent = 0..<position
  for (index, block) in piece.blocks.enumerated() {
    guard let kind = block.boilerplate?.kind else { continue }
    if let last = piece.folds.last, last.kind == .boilerplate(kind), last.blocks.upperBound == index - 1 {
      piece.folds[piece.folds.count - 1].blocks = last.blocks.lowerBound...index
      piece.folds[piece.folds.count - 1].words += block.text.split(separator: 32).count
    } else {
      let label = String(decoding: block.text.prefix(20), as: UTF8.self)
      piece.folds.append(
        Fold(
          kind: .boilerplate(kind), blocks: index...index, words: block.text.split(separator: 32).count, label: label))
    }
  }
  let origin = Origin(location: location, mediaType: "text/plain", charset: "UTF-8", bytes: position)
  return Article(origin: origin, metadata: Metadata(title: "Sample"), pieces: [piece], extent: position)
}

private struct MarkedLine {
  var role = Role.paragraph
  var kind: Boilerplate.Kind?
  var text = ""
  var sentences: [Sentence] = []
  var links: [Link] = []
  var citations: [Citation] = []
  private var rest: Substring
  private let block: Int
  private let linkCount: Int
  private let citationCount: Int

  init(_ line: String, block: Int, links: Int, citations: Int) {
    rest = Substring(line)
    self.block = block
    linkCount = links
    citationCount = citations
    for (prefix, role) in [("= ", Role.title), ("# ", .heading), ("- ", .listItem)] where line.hasPrefix(prefix) {
      self.role = role
      rest = rest.dropFirst(2)
    }
    if line.hasPrefix("!"), let space = rest.firstIndex(of: " ") {
      kind = Boilerplate.Kind(rawValue: String(rest.dropFirst()[..<space]))
      rest = rest[rest.index(after: space)...]
    }
  }

  mutating func read() {
    while let open = rest.firstIndex(of: "["), let close = matching(open) {
      text += rest[..<open]
      let inner = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      guard let colon = inner.range(of: ": ") else { continue }
      mark(inner[..<colon.lowerBound].split(separator: " ").map(String.init), inner[colon.upperBound...])
    }
    text += rest
  }

  private func matching(_ open: Substring.Index) -> Substring.Index? {
    var depth = 0
    for index in rest.indices where index >= open {
      if rest[index] == "[" { depth += 1 }
      if rest[index] == "]" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  private mutating func mark(_ words: [String], _ content: Substring) {
    let start = text.utf8.count
    let before = citations.count
    let firstLink = links.count
    var inner = self
    inner.rest = content
    inner.read()
    self = {
      var new = inner; new.rest = rest; return new
    }()
    let range = start..<text.utf8.count
    switch words.first {
    case "claim":
      let support = words.count > 1 ? Claim.Support(rawValue: words[1]) ?? .none : .none
      let cited = Array(before + citationCount..<citations.count + citationCount)
      let claim = Claim(
        kinds: [.event], reasons: [Reason("a dated event", evidence: range)], support: support, citations: cited)
      sentences.append(Sentence(range: range, score: 0.9, claim: claim))
    case "cite":
      let status = words.count > 1 ? Citation.Status(rawValue: words[1]) ?? .named : .named
      let source = words.count > 2 ? Source(name: words[2...].joined(separator: " "), kind: .organisation) : nil
      let link = links.count > firstLink ? linkCount + firstLink : nil
      citations.append(Citation(block: block, range: range, source: source, cue: "said", link: link, status: status))
    case "link":
      let href = words.count > 1 ? words[1] : ""
      links.append(Link(href: href, block: block, range: range, kind: href.hasPrefix("#") ? .fragment : .external))
    default: break
    }
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? {
    for index in indices where self[index...].hasPrefix(text) { return index..<self.index(index, offsetBy: text.count) }
    return nil
  }
}
