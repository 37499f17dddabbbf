import Document
import HTML
import Text

/// The text of a page that shows none: it waits in JSON-LD, in `<noscript>` or in a `<template>` for a script.
struct UnseenText {
  /// The page with that text at its end.
  private(set) var reader: PageReader
  /// Where it stands, in words.
  private(set) var origin: String

  /// A page with so many words of prose shows its text; what takes its place has as many.
  private static let leastWords = 60
  /// It is so many times as long as the prose that is shown.
  private static let leastGain = 3
  /// A block of fewer words is a label.
  private static let wordsOfProse = 12
  /// Bytes of what may hold a text.
  private static let leastBytes = 240

  /// nil: the page shows its text, or has none anywhere.
  init?(below reader: PageReader, articleBody: String?) {
    let shown = Self.prose(reader.blocks[...], limit: Self.leastWords)
    guard shown < Self.leastWords else { return nil }
    var candidates: [(reader: PageReader, origin: String)] = []
    if let body = articleBody, body.utf8.count >= Self.leastBytes {
      candidates.append((reader.goingOn(in: Markup(parsing: Self.markup(of: body))), "JSON-LD articleBody"))
    }
    let noscript = Self.noscript(in: reader.markup)
    if noscript.count >= Self.leastBytes {
      candidates.append((reader.goingOn(in: Markup(parsing: noscript)), "<noscript>"))
    }
    candidates.append((reader.readingTemplates(), "<template>"))
    let words = candidates.map { Self.prose($0.reader.blocks[reader.blocks.count...]) }
    guard let most = words.max(), most >= max(Self.leastWords, shown * Self.leastGain),
      let best = words.firstIndex(of: most)
    else {
      // A page of nothing tells those without scripts why, in a line.
      guard reader.blocks.isEmpty, !noscript.isEmpty else { return nil }
      self.reader = reader.goingOn(in: Markup(parsing: noscript))
      origin = "<noscript>"
      guard self.reader.blocks.contains(where: { !$0.text.isEmpty }) else { return nil }
      return
    }
    (self.reader, origin) = candidates[best]
  }

  /// Words of the blocks that are no labels; counting ends at `limit`.
  private static func prose(_ blocks: ArraySlice<Block>, limit: Int = .max) -> Int {
    var sum = 0
    for block in blocks where sum < limit && [.paragraph, .listItem, .quote].contains(block.role) {
      let words = Text.words(in: block.text, 0..<block.text.count)
      if words >= wordsOfProse { sum += words }
    }
    return sum
  }

  /// Text without markup as paragraphs, one a line.
  private static func markup(of text: String) -> [UInt8] {
    if text.holds("</") { return Array(text.utf8) }
    var bytes = Array("<p>".utf8)
    for byte in text.utf8 {
      switch byte {
      case 0x0A, 0x0D: bytes += "<p>".utf8
      case 0x3C: bytes += "&lt;".utf8
      case _: bytes.append(byte)
      }
    }
    return bytes
  }

  private static func noscript(in markup: Markup) -> [UInt8] {
    var bytes: [UInt8] = []
    var node = markup.after(.document, within: .document)
    while let current = node {
      let isUnseen = markup.isElement(current, .noscript)
      if isUnseen { markup.appendTextContent(of: current, to: &bytes) }
      node = markup.after(current, within: .document, skippingChildren: isUnseen)
    }
    return bytes
  }
}

extension PageReader {
  /// The page with what another tree shows at its end.
  fileprivate func goingOn(in markup: Markup) -> PageReader {
    var next = PageReader(markup, base: base)
    (next.blocks, next.links, next.folds, next.elements) = (blocks, links, folds, elements)
    (next.places, next.notes, next.extent, next.hasTitle) = (places, notes, extent, hasTitle)
    next.read()
    return next
  }

  /// The page with what its templates hold at its end.
  fileprivate func readingTemplates() -> PageReader {
    var next = self
    var node = markup.after(.document, within: .document)
    while let current = node {
      let isContent = markup.kind(current) == .content
      if isContent { next.read(within: current) }
      node = markup.after(current, within: .document, skippingChildren: isContent)
    }
    return next
  }
}
