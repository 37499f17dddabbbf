import Document
import Text

@testable import Layout

/// What a row looks like: its glyphs and signs at their columns.
func drawn(_ row: Row, of block: Block, _ metrics: Metrics) -> String {
  var result = ""
  var column = 0
  for fragment in row.fragments {
    if fragment.column > column { result += String(repeating: " ", count: fragment.column - column) }
    column = max(column, fragment.column)
    if let sign = fragment.sign {
      result += sign
      column += columns(of: sign)
    }
    for place in placedGlyphs(of: fragment, in: block.text, metrics) {
      if place.glyph.isTab {
        result += String(repeating: " ", count: place.columns)
      } else {
        for value in [place.glyph.base, place.glyph.mark1, place.glyph.mark2, place.glyph.mark3] where value != 0 {
          result.unicodeScalars.append(Unicode.Scalar(value) ?? "?")
        }
      }
      column = place.column + place.columns
    }
  }
  return result
}

func drawn(_ block: Block, width: Int, tabWidth: Int = 8, reorders: Bool = true, isASCII: Bool = false) -> [String] {
  let metrics = Metrics(width: width, tabWidth: tabWidth, terminalReorders: reorders, isASCII: isASCII)
  return rows(of: block, metrics: metrics).map { drawn($0, of: block, metrics) }
}

func paragraph(_ text: String, keepsLines: Bool = false) -> Block {
  Block(role: .paragraph, text: Array(text.utf8), keepsLines: keepsLines)
}

/// A reproducible source of numbers.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
