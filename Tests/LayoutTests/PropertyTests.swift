import Document
import Testing
import Text

@testable import Layout

/// What holds of any block at any width; the seed of a failure is printed.
@Suite struct LayoutPropertyTests {
  static let seeds: [UInt64] = (0..<800).map { UInt64($0) }

  static let parts = [
    "a", "word", "longer", "hyphen-ated", "e-mail", " ", "  ", " ", " ", "\n", "\n", "\n  ", "-\n", "\t", "e\u{301}",
    "漢字", "かな", "。", "「", "」", "ー", "한국어", "👩‍🚀", "🇩🇪", "1️⃣", "\u{AD}", "\u{A0}", "\u{200B}", "\u{2060}",
    "https://example.org/a/b?c=d&e=f#g", "/usr/local/share/thing", "–", "— ", "“quoted”", "’s", "…", "!", " ?", "« ",
    " »",
    "\u{200E}", "\u{1B}[31m", "\r", "\r\n", "\u{7F}", "שלום", "العربية", "12", "कि", "ไทย", "(", ")", "\u{301}",
    "\u{FEFF}",
    "\u{3000}", "\u{2028}", "x", ".", ",",
  ]

  static func block(_ random: inout Seeded) -> Block {
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      if Int.random(in: 0..<40, using: &random) == 0 {
        text.append(UInt8.random(in: 0...255, using: &random))
      } else {
        text += (parts.randomElement(using: &random) ?? "").utf8
        if Bool.random(using: &random) { text.append(0x20) }
      }
    }
    var block = Block(
      role: [.paragraph, .listItem, .quote, .heading].randomElement(using: &random) ?? .math, text: text)
    block.level = Int.random(in: 0...4, using: &random)
    block.keepsLines = Int.random(in: 0..<4, using: &random) == 0
    if Bool.random(using: &random) { block.ordinal = Int.random(in: 0...120, using: &random) }
    if Int.random(in: 0..<3, using: &random) == 0 { addSkips(to: &block, &random) }
    return block
  }

  /// A marker of two bytes, and skipped signs after some line feeds.
  private static func addSkips(to block: inout Block, _ random: inout Seeded) {
    block.text = Array("> ".utf8) + block.text
    block.marker = 0..<2
    var index = 2
    while index < block.text.count {
      if block.text[index] == 0x0A, Bool.random(using: &random) {
        block.text.insert(contentsOf: "> ".utf8, at: index + 1)
        block.skips.append(index + 1..<index + 3)
      }
      index += 1
    }
  }

  @Test func rowsCoverTheTextAndKeepTheWidth() {
    for seed in Self.seeds { checkCover(seed) }
  }

  private func checkCover(_ seed: UInt64) {
    var random = Seeded(state: seed)
    let block = Self.block(&random)
    let metrics = Metrics(
      width: Int.random(in: 1...40, using: &random), tabWidth: Int.random(in: 1...8, using: &random),
      terminalReorders: Bool.random(using: &random), isASCII: Bool.random(using: &random))
    let rows = rows(of: block, metrics: metrics)
    #expect(!rows.isEmpty, "seed \(seed)")
    var at = 0
    for row in rows {
      #expect(row.range.lowerBound == at, "seed \(seed)")
      at = row.range.upperBound
      check(row, of: block, metrics, seed)
    }
    #expect(at == block.text.count, "seed \(seed)")
    checkText(rows, of: block, seed)
  }

  /// Fragments stand in the row, in order, without overlap, and as wide as the row says.
  private func check(_ row: Row, of block: Block, _ metrics: Metrics, _ seed: UInt64) {
    var end = 0
    var widest = 1
    for fragment in row.fragments {
      #expect(fragment.column >= end, "seed \(seed): \(row)")
      end = max(end, fragment.column + columns(of: fragment.sign ?? ""))
      for place in placedGlyphs(of: fragment, in: block.text, metrics) {
        #expect(row.range.contains(place.range.lowerBound), "seed \(seed)")
        widest = max(widest, place.columns)
        end = place.column + place.columns
      }
    }
    #expect(row.columns >= end, "seed \(seed)")
    #expect(row.columns == end || row.fragments.allSatisfy { $0.sign != nil }, "seed \(seed)")
    #expect(row.columns <= max(metrics.width, widest), "seed \(seed): \(drawn(row, of: block, metrics))")
  }

  /// What no fragment draws is white space, skipped, a soft hyphen, or draws nothing anyway.
  private func checkText(_ rows: [Row], of block: Block, _ seed: UInt64) {
    var isDrawn = [Int](repeating: 0, count: block.text.count)
    for row in rows { for fragment in row.fragments { for index in fragment.range { isDrawn[index] += 1 } } }
    for skip in block.skips { for index in skip { isDrawn[index] += 1 } }
    for (index, count) in isDrawn.enumerated() {
      #expect(count <= 1, "seed \(seed), byte \(index)")
      guard count == 0 else { continue }
      let isSpace = [0x20, 0x09, 0x0A, 0x0D].contains(block.text[index])
      let isOther = (max(0, index - 2)...index).contains { start in
        let found = glyph(in: block.text, at: start)
        return found.end > index && (found.isSpace || found.columns == 0)
      }
      #expect(isSpace || isOther, "seed \(seed), byte \(index)")
    }
  }

  @Test func codeIsCoveredAndDrawnWhole() {
    for seed in Self.seeds {
      var random = Seeded(state: seed)
      var block = Self.block(&random)
      block.role = .code
      block.skips = block.skips.filter { _ in block.keepsLines }
      let metrics = Metrics(width: 10, tabWidth: Int.random(in: 1...8, using: &random))
      var at = 0
      var lineCount = 0
      let rows = rows(of: block, metrics: metrics)
      for row in rows {
        #expect(row.range.lowerBound == at, "seed \(seed)")
        at = row.range.upperBound
        lineCount += block.text[row.range].last == 0x0A ? 1 : 0
        #expect(!block.text[row.range].dropLast().contains(0x0A), "seed \(seed)")
      }
      #expect(
        at == block.text.count && rows.count == max(1, lineCount + (block.text.last == 0x0A ? 0 : 1)), "seed \(seed)")
      checkText(rows, of: block, seed)
    }
  }

  @Test func theShortcutForPlainTextChangesNothing() {
    for seed in Self.seeds { checkShortcut(seed) }
  }

  private func checkShortcut(_ seed: UInt64) {
    var random = Seeded(state: seed)
    let words = [
      "a", "of", "word", "hyphen-ated", "e-mail", "\n", "-\n", " ", "!", "/a/b.c/d", "longestofwords", "\t", "é", "’s",
      "“so”", "…", "naïve-été", "Şengal", "e\u{301}", "—",
    ]
    var text = ""
    for _ in 0..<80 {
      text +=
        words[min(Int.random(in: 0..<words.count, using: &random), Int.random(in: 0..<words.count, using: &random))]
      if Int.random(in: 0..<4, using: &random) > 0 { text += " " }
    }
    let block = paragraph(text, keepsLines: Bool.random(using: &random))
    let metrics = Metrics(width: Int.random(in: 1...50, using: &random))
    var quick = Wrapping(block: block, lead: Lead(), metrics: metrics)
    quick.run()
    var slow = Wrapping(block: block, lead: Lead(), metrics: metrics)
    slow.takesShortcut = false
    slow.run()
    #expect(quick.rows == slow.rows, "seed \(seed), width \(metrics.width): \(text.debugDescription)")
  }

  @Test func columnsAndOffsetsAreInverse() {
    for seed in Self.seeds.prefix(100) { checkInverse(seed) }
  }

  private func checkInverse(_ seed: UInt64) {
    var random = Seeded(state: seed)
    let block = Self.block(&random)
    let metrics = Metrics(width: Int.random(in: 4...40, using: &random))
    for row in rows(of: block, metrics: metrics) {
      for fragment in row.fragments where fragment.sign == nil {
        for place in placedGlyphs(of: fragment, in: block.text, metrics) {
          let found = column(of: place.range.lowerBound, in: row, text: block.text, metrics: metrics)
          #expect(found == place.column, "seed \(seed)")
          guard place.columns > 0 else { continue }
          let back = offset(atColumn: place.column, in: row, text: block.text, metrics: metrics)
          #expect(back == place.range.lowerBound, "seed \(seed)")
        }
      }
      for index in row.range {
        #expect(column(of: index, in: row, text: block.text, metrics: metrics) != nil, "seed \(seed)")
      }
    }
  }
}
