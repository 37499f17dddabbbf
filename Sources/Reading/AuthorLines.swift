import Document
import Text

/// The lines of a page that name who wrote it, told by the names that its head says: under the title, else under
/// "Written by" wherever that stands; and that line with them.
struct AuthorLines {
  private let names: [[UInt8]]

  /// Bytes of such a line.
  private static let length = 160
  /// Words beside the names: what the person is, when it was written.
  private static let otherWords = 8
  /// Bytes of a name that is told from any word.
  private static let shortest = 5

  init(_ metadata: Metadata) {
    names = metadata.bylines.map { Self.small(Array($0.utf8)) }.filter { $0.count >= Self.shortest }
  }

  /// Makes them bylines, and leaves those that are.
  func settle(_ blocks: inout [Block]) {
    guard !names.isEmpty, let near = TitleSurroundings(blocks)?.blocks else { return }
    for index in near where mayBeByline(blocks[index]) && isByline(blocks[index].text) {
      (blocks[index].role, blocks[index].level) = (.byline, 0)
    }
    defer { settleLeads(&blocks) }
    guard !blocks[near].contains(where: { $0.role == .byline }) else { return }
    let led = blocks.indices.dropFirst().first { index in
      mayBeByline(blocks[index]) && isByline(blocks[index].text) && isLead(blocks[index - 1].text)
    }
    if let led { (blocks[led].role, blocks[led].level) = (.byline, 0) }
  }

  private func settleLeads(_ blocks: inout [Block]) {
    for index in blocks.indices.dropFirst() where blocks[index].role == .byline && mayBeByline(blocks[index - 1]) {
      if isByline(blocks[index].text), isLead(blocks[index - 1].text) {
        (blocks[index - 1].role, blocks[index - 1].level) = (.byline, 0)
      }
    }
  }

  private func mayBeByline(_ block: Block) -> Bool {
    guard block.text.count <= Self.length else { return false }
    switch block.role {
    case .paragraph, .listItem: return true
    case .heading: return block.level > 1
    case .title, .byline, .dateline, .quote, .code, .table, .figure, .caption, .math, .footnote, .embed, .rule:
      return false
    }
  }

  /// A name, before it at most "by" and a date, behind it what the person is.
  private func isByline(_ text: [UInt8]) -> Bool {
    let lower = Self.small(text)
    for name in names {
      guard let start = place(of: name, in: lower) else { continue }
      let rest = lower[(start + name.count)...]
      guard !(rest.first.map { (0x61...0x7A).contains($0) } ?? false) || isGlued(text, start + name.count) else {
        continue
      }
      let before = tokens(of: String(decoding: lower[..<start], as: UTF8.self))
      let behind = tokens(of: String(decoding: rest, as: UTF8.self))
      if before.allSatisfy(isLeading), before.count + behind.count <= Self.otherWords { return true }
    }
    return false
  }

  /// With the letters of ASCII made small.
  private static func small(_ text: [UInt8]) -> [UInt8] { text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }

  /// "Ann LeeStaff Writer", as a page's markup leaves it.
  private func isGlued(_ text: [UInt8], _ end: Int) -> Bool { (0x41...0x5A).contains(text[end]) }

  private func place(of name: [UInt8], in text: [UInt8]) -> Int? {
    guard text.count >= name.count else { return nil }
    return (0...text.count - name.count).first { start in
      text[start] == name[0] && text[start..<start + name.count].elementsEqual(name)
        && (start == 0 || !(0x61...0x7A).contains(text[start - 1]))
    }
  }

  private func isLeading(_ word: String) -> Bool {
    TextCues.byline.contains(word) || TextCues.bylineLeads.contains(word) || TextCues.dated.contains(word)
      || isDateWord(word)
  }

  /// Words of a line that only announces a name.
  private static let leadWords = 3

  /// "Written by:", "By", "About the author".
  private func isLead(_ text: [UInt8]) -> Bool {
    guard text.count <= Self.length else { return false }
    let words = tokens(of: String(decoding: text, as: UTF8.self).lowercased())
    guard (1...Self.leadWords).contains(words.count), let last = words.last else { return false }
    return TextCues.byline.contains(last) || last == "authors"
  }
}
