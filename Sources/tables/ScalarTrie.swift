import Text

/// The traits of the scalars below `limit`, in two levels: blocks of 128 scalars, equal blocks stored once.
struct ScalarTrie {
  /// Above it stand only ideographs, tags, variation selectors and private use: `Text` knows them by range.
  static let limit: UInt32 = 0x20000
  static let blockSize = 128

  /// The distinct traits.
  var kinds: [UInt32] = []
  /// Of each block of scalars which stored block it is.
  var index: [UInt16] = []
  /// The stored blocks, one after another: of each scalar an index of `kinds`.
  var blocks: [UInt8] = []

  init(_ data: UnicodeData) {
    var kindIndex: [UInt32: UInt8] = [:]
    var blockIndex: [[UInt8]: UInt16] = [:]
    for start in stride(from: 0, to: Int(Self.limit), by: Self.blockSize) {
      let block = (start..<start + Self.blockSize).map { scalar in
        let value = traits(of: scalar, data).bits
        if let known = kindIndex[value] { return known }
        let new = UInt8(kinds.count)
        kindIndex[value] = new
        kinds.append(value)
        return new
      }
      if let known = blockIndex[block] {
        index.append(known)
      } else {
        let new = UInt16(blockIndex.count)
        blockIndex[block] = new
        index.append(new)
        blocks += block
      }
    }
  }
}

/// What the reader needs to know of a scalar, from Unicode's properties of it.
private func traits(of scalar: Int, _ data: UnicodeData) -> ScalarTraits {
  let category = data.category[scalar]
  var result = ScalarTraits(
    columns: columns(of: scalar, data), cluster: clusterClass(of: scalar, data), line: lineClass(of: scalar, data),
    direction: direction(data.bidi[scalar]))
  result.isWord = ["L", "N", "M"].contains(category.prefix(1)) || category == "Pc"
  result.isLower = category == "Ll"
  result.isUpper = category == "Lu" || category == "Lt"
  result.isSpace = ["Zs", "Zl", "Zp"].contains(category)
  result.isInvisible = isInvisible(scalar)
  result.isUnspaced =
    result.columns == 2 && result.cluster == .other && [.ideograph, .closingWide, .opening].contains(result.line)
  result.isStandIn = isReplaced(scalar, category: category) && !result.isInvisible
  if result.isInvisible { result.columns = 0 }
  if result.isStandIn { result.columns = 1 }
  return result
}

/// Columns as glibc's `wcwidth` counts them, so that sums agree with the terminal's.
private func columns(of scalar: Int, _ data: UnicodeData) -> Int {
  if (0x1160...0x11FF).contains(scalar) || (0xD7B0...0xD7FF).contains(scalar) { return 0 }
  if isNumberSign(scalar) { return 1 }
  if ["Mn", "Me", "Cf"].contains(data.category[scalar]) { return 0 }
  // Circled tens and the hexagrams: Unicode calls them ambiguous and neutral, glibc and terminals draw them wide.
  if (0x3248...0x324F).contains(scalar) || (0x4DC0...0x4DFF).contains(scalar) { return 2 }
  return ["W", "F"].contains(data.eastAsianWidth[scalar]) && scalar != 0x303F ? 2 : 1
}

/// Arabic, Syriac and Kaithi signs that stand around the number after them: format characters that are seen.
private func isNumberSign(_ scalar: Int) -> Bool {
  (0x600...0x605).contains(scalar) || [0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD].contains(scalar)
}

/// Drawn as nothing, and harmless: soft hyphen, joiners, zero-width space, variation selectors, invisible operators.
private func isInvisible(_ scalar: Int) -> Bool {
  switch scalar {
  case 0xAD, 0x34F, 0x180B...0x180F, 0x200B...0x200D, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: true
  default: false
  }
}

/// Never sent to a terminal: controls, bidi controls and other format characters, what Unicode has not assigned.
private func isReplaced(_ scalar: Int, category: String) -> Bool {
  ["Cc", "Cn", "Cs"].contains(category) || (category == "Cf" && !isNumberSign(scalar))
}

private func clusterClass(of scalar: Int, _ data: UnicodeData) -> ScalarTraits.Cluster {
  if data.pictographic.contains(UInt32(scalar)), data.category[scalar] != "Cn" { return .pictographic }
  return switch data.cluster[scalar] {
  case "CR", "LF", "Control": .control
  case "Extend": (0x1F3FB...0x1F3FF).contains(scalar) ? .modifier : .extend
  case "ZWJ": .joiner
  case "Regional_Indicator": .regional
  case "SpacingMark": .spacing
  case "L": .leadingJamo
  case "V": .vowelJamo
  case "T": .trailingJamo
  case "LV": .syllable
  case "LVT": .closedSyllable
  default: .other
  }
}

/// UAX #14's classes, as many as the reader tells apart.
private func lineClass(of scalar: Int, _ data: UnicodeData) -> ScalarTraits.Line {
  let category = data.category[scalar]
  if ["Zs", "Zl", "Zp"].contains(category), data.lineBreak[scalar] != "GL" { return .space }
  let isWide = ["W", "F"].contains(data.eastAsianWidth[scalar])
  return switch data.lineBreak[scalar] {
  case "ID", "H2", "H3", "JL", "JV", "JT", "EB", "EM", "RI": .ideograph
  case "NU": .digit
  case "OP": .opening
  case "QU": category == "Pi" ? .openingQuote : category == "Pf" ? .closingQuote : .quote
  case "CJ", "NS", "CL", "CP", "EX", "IS", "IN": isWide || data.lineBreak[scalar] == "CJ" ? .closingWide : .closing
  case "PO": isWide ? .closingWide : .letter
  case "PR": isWide ? .opening : .letter
  case "GL", "WJ", "ZWJ": .glue
  case "BA", "B2": scalar == 0xAD ? .softHyphen : .dash
  case "HY": .hyphen
  case "ZW": .zeroSpace
  case "CM": .attached
  default: .letter
  }
}

private func direction(_ bidi: String) -> ScalarTraits.Direction {
  switch bidi {
  case "L": .leftToRight
  case "R", "AL": .rightToLeft
  case "EN", "AN": .number
  default: .neutral
  }
}
