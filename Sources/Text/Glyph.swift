/// One thing that is drawn: a grapheme cluster, made safe for a terminal.
///
/// Its scalars are the base and the marks, 0 for none. A mark that has columns of its own (the second letter of a flag,
/// a spacing vowel sign) is drawn in the next cell; `columns` counts it.
package struct Glyph: Sendable, Equatable {
  /// The index after the cluster.
  package var end: Int
  /// 0…2. A tab is reported with 1 and expanded by whoever lays it out.
  package var columns: Int
  /// 0 where nothing is drawn.
  package var base: UInt32
  package var mark1: UInt32
  package var mark2: UInt32
  package var mark3: UInt32
  /// The text holds something else: a control, a format character, a broken byte.
  package var isStandIn: Bool
  package var isTab: Bool
  /// White space; a line feed is drawn as a space.
  package var isSpace: Bool

  package init(
    end: Int, columns: Int, base: UInt32, mark1: UInt32 = 0, mark2: UInt32 = 0, mark3: UInt32 = 0,
    isStandIn: Bool = false, isTab: Bool = false, isSpace: Bool = false
  ) {
    self.end = end
    self.columns = columns
    self.base = base
    self.mark1 = mark1
    self.mark2 = mark2
    self.mark3 = mark3
    self.isStandIn = isStandIn
    self.isTab = isTab
    self.isSpace = isSpace
  }

  /// The two glyphs of one column that draw this one, where a mark has a column of its own; nil: it is one cell.
  package var halves: (left: Glyph, right: Glyph)? {
    guard columns == 2, traits(of: base).columns == 1 else { return nil }
    let marks = [mark1, mark2, mark3]
    guard let place = marks.firstIndex(where: { $0 != 0 && traits(of: $0).columns == 1 }) else { return nil }
    var left = Glyph(end: end, columns: 1, base: base, isStandIn: isStandIn)
    for mark in marks[..<place] { left.add(mark: mark) }
    var right = Glyph(end: end, columns: 1, base: marks[place], isStandIn: isStandIn)
    for mark in marks[(place + 1)...] where mark != 0 { right.add(mark: mark) }
    return (left, right)
  }

  /// Draws `scalar` over what is there already; a fourth mark is left out, so that no cell overflows.
  mutating func add(mark scalar: UInt32) {
    if mark1 == 0 { mark1 = scalar } else if mark2 == 0 { mark2 = scalar } else if mark3 == 0 { mark3 = scalar }
  }
}

/// Drawn for what has no sign of its own.
private let replacement: UInt32 = 0xFFFD
/// Carries a mark that has no letter to stand on.
private let dottedCircle: UInt32 = 0x25CC
private let zeroWidthNonJoiner: UInt32 = 0x200C
/// Scripts above it use the non-joiner in spelling, so there it is kept.
private let firstJoiningScript: UInt32 = 0x600

/// Whether a scalar that begins with `byte` can extend a cluster: marks, joiners, selectors, jamo begin with
/// CC, CD, D2, D6–E3, EA, ED, EF, F0, F3. A bit each, from C0 on.
private func mayExtend(_ byte: UInt8) -> Bool {
  byte >= 0xC0 && 0x0009_A40F_FFC4_3000 as UInt64 >> UInt64(byte &- 0xC0) & 1 == 1
}

/// The glyph that begins at `index` of UTF-8 `text`. Total: outside of `text` it is an empty glyph that ends it.
package func glyph(in text: [UInt8], at index: Int) -> Glyph {
  guard index >= 0, index < text.count else { return Glyph(end: max(index, text.count), columns: 0, base: 0) }
  let byte = text[index]
  if byte < 0x80 {
    if byte >= 0x20, byte != 0x7F, index + 1 == text.count || !mayExtend(text[index + 1]) {
      return Glyph(end: index + 1, columns: 1, base: UInt32(byte), isSpace: byte == 0x20)
    }
    if byte < 0x20 || byte == 0x7F { return control(byte, in: text, at: index) }
  }
  return cluster(in: text, at: index)
}

/// C0 and DEL: control pictures, but for tab and line feed.
private func control(_ byte: UInt8, in text: [UInt8], at index: Int) -> Glyph {
  switch byte {
  case 0x09: Glyph(end: index + 1, columns: 1, base: 0x20, isTab: true, isSpace: true)
  case 0x0A: Glyph(end: index + 1, columns: 1, base: 0x20, isSpace: true)
  case 0x0D where index + 1 < text.count && text[index + 1] == 0x0A:
    Glyph(end: index + 2, columns: 1, base: 0x20, isSpace: true)
  case 0x7F: Glyph(end: index + 1, columns: 1, base: 0x2421, isStandIn: true)
  default: Glyph(end: index + 1, columns: 1, base: 0x2400 + UInt32(byte), isStandIn: true)
  }
}

/// The slow way: any scalar, with what clings to it (UAX #29, as far as cells can show it).
private func cluster(in text: [UInt8], at index: Int) -> Glyph {
  let (value, end) = scalar(in: text, at: index)
  let first = traits(of: value)
  if first.isInvisible { return Glyph(end: end, columns: 0, base: 0) }
  var result = Glyph(
    end: end, columns: first.columns, base: value, isStandIn: first.isStandIn, isSpace: first.isSpace)
  if first.isSpace && first.columns == 1 && value != 0x1680 { result.base = 0x20 }
  switch first.cluster {
  case .extend, .joiner:
    // Halfwidth sound marks extend a cluster, but can stand alone.
    if first.columns == 0 {
      result = Glyph(end: end, columns: 1, base: dottedCircle, mark1: value, isStandIn: true)
    }
  case .control, .tag:
    if first.isStandIn { result.base = replacement }
    if !first.isSpace { return result }
  case .regional:
    addFlag(to: &result, in: text)
  case .leadingJamo, .vowelJamo, .trailingJamo, .syllable, .closedSyllable:
    addJamo(to: &result, after: first.cluster, in: text)
  case .other, .spacing, .pictographic, .modifier:
    if first.isStandIn { result.base = replacement }
  }
  extend(&result, first, in: text)
  if result.mark1 != 0 { result.isSpace = false }
  return result
}

/// The second letter of a flag.
private func addFlag(to glyph: inout Glyph, in text: [UInt8]) {
  guard glyph.end < text.count else { return }
  let next = scalar(in: text, at: glyph.end)
  let found = traits(of: next.value)
  guard found.cluster == .regional else { return }
  glyph.mark1 = next.value
  glyph.columns += found.columns
  glyph.end = next.end
}

/// The vowels and final consonants of a Hangul syllable (UAX #29, GB6–GB8). A run longer than a cell can show is cut.
private func addJamo(to glyph: inout Glyph, after first: ScalarTraits.Cluster, in text: [UInt8]) {
  if glyph.columns == 0 {
    glyph = Glyph(end: glyph.end, columns: 1, base: dottedCircle, mark1: glyph.base, isStandIn: true)
  }
  var last = first
  while glyph.end < text.count, glyph.mark3 == 0 {
    let next = scalar(in: text, at: glyph.end)
    let found = traits(of: next.value)
    let joins =
      switch found.cluster {
      case .vowelJamo: last == .leadingJamo || last == .vowelJamo || last == .syllable
      case .trailingJamo: last != .leadingJamo
      case .other, .control, .extend, .joiner, .regional, .spacing, .leadingJamo, .syllable, .closedSyllable,
        .pictographic, .modifier, .tag:
        false
      }
    guard joins, found.columns == 0 else { return }
    glyph.add(mark: next.value)
    glyph.end = next.end
    last = found.cluster
  }
}

/// Marks, joiners, selectors: the marks that have room are drawn, all are consumed.
private func extend(_ glyph: inout Glyph, _ first: ScalarTraits, in text: [UInt8]) {
  let isEmoji = first.cluster == .pictographic || first.cluster == .modifier || first.cluster == .regional
  while glyph.end < text.count, mayExtend(text[glyph.end]) {
    let next = scalar(in: text, at: glyph.end)
    let found = traits(of: next.value)
    switch found.cluster {
    case .extend, .spacing:
      if glyph.columns + found.columns > 2 || (found.isStandIn && !found.isInvisible) { return }
      if !found.isInvisible || (next.value == zeroWidthNonJoiner && glyph.base >= firstJoiningScript) {
        // A mark that is left out takes no room.
        if glyph.mark3 == 0 { glyph.columns += found.columns }
        glyph.add(mark: next.value)
      }
      glyph.end = next.end
    case .joiner:
      glyph.end = next.end
      if isEmoji { skipJoined(&glyph, in: text) }
    case .modifier, .tag:
      guard isEmoji else { return }
      glyph.end = next.end
    case .other, .control, .regional, .leadingJamo, .vowelJamo, .trailingJamo, .syllable, .closedSyllable,
      .pictographic:
      return
    }
  }
}

/// The emoji after a joiner: of the sequence the first one is drawn.
private func skipJoined(_ glyph: inout Glyph, in text: [UInt8]) {
  guard glyph.end < text.count else { return }
  let next = scalar(in: text, at: glyph.end)
  if traits(of: next.value).cluster == .pictographic { glyph.end = next.end }
}

/// What layout needs of a glyph, without what is drawn.
package struct GlyphStep: Sendable {
  /// The index after the cluster.
  package var end: Int
  package var columns: Int
  /// Of the cluster's first scalar.
  package var traits: ScalarTraits
}

/// The extent of the glyph that begins at `index`, which must be inside `text`; agrees with `glyph(in:at:)`.
package func glyphStep(in text: [UInt8], at index: Int) -> GlyphStep {
  let (value, end) = scalar(in: text, at: index)
  let first = traits(of: value)
  if value > 0x7F, first.isSimple, end == text.count || !mayExtend(text[end]) || !extends(text, end) {
    return GlyphStep(end: end, columns: first.columns, traits: first)
  }
  let whole = glyph(in: text, at: index)
  return GlyphStep(end: whole.end, columns: whole.columns, traits: first)
}

/// Whether the scalar at `index` clings to the one before it.
private func extends(_ text: [UInt8], _ index: Int) -> Bool {
  !traits(of: scalar(in: text, at: index).value).isSimple
}
