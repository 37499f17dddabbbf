import CNcurses
import Screen

/// The look of every combination of faces that was drawn so far, as ncurses takes it.
@MainActor struct StyleTable {
  private let depth: ColorDepth
  private let hasItalics: Bool
  /// A line can be drawn through a character, by one that combines with it.
  private let strikes: Bool
  private var palette: Palette
  /// Few, and asked for in every run of cells: the last that was found is mostly the next.
  private var templates: [(faces: UInt32, template: cchar_t)] = []
  private var lastFound = 0
  /// The pairs of colours by number, from 1: no more than faces have together.
  private var pairs: [(foreground: Int, background: Int)] = []

  init(palette: Palette, depth: ColorDepth, hasItalics: Bool, strikes: Bool) {
    self.palette = palette
    self.depth = depth
    self.hasItalics = hasItalics
    self.strikes = strikes
  }

  /// Pairs stay allotted, unless so many are used that another theme might find none.
  mutating func replace(palette: Palette) {
    self.palette = palette
    templates.removeAll(keepingCapacity: true)
    guard pairs.count > Int(ibid_pairs()) / 2 else { return }
    pairs.removeAll()
    reset_color_pairs()
  }

  /// A blank that looks as these faces (face, mark and over, eight bits each) say.
  mutating func template(_ faces: UInt32) -> cchar_t {
    if lastFound < templates.count, templates[lastFound].faces == faces { return templates[lastFound].template }
    if let known = templates.firstIndex(where: { $0.faces == faces }) {
      lastFound = known
      return templates[known].template
    }
    let look = Look(style(faces), depth: depth, ground: palette.ground.background ?? .standard)
    let template = ibid_style(flags(look.attributes), pair(look))
    templates.append((faces, template))
    return template
  }

  /// What these faces say is struck out by a line through its characters.
  func isStruck(_ faces: UInt32) -> Bool { strikes && style(faces).attributes.contains(.strikethrough) }

  private func style(_ faces: UInt32) -> Style {
    palette.style(face: face(faces), mark: face(faces >> 8), over: face(faces >> 16))
  }

  private func face(_ bits: UInt32) -> Face { Face(rawValue: UInt8(truncatingIfNeeded: bits)) ?? .none }

  /// The number of a pair; 0, the terminal's own colours, when it has no more.
  private mutating func pair(_ look: Look) -> Int32 {
    guard depth != .none, look.foreground >= 0 || look.background >= 0 else { return 0 }
    let pair = (foreground: look.foreground, background: look.background)
    if let known = pairs.firstIndex(where: { $0 == pair }) { return Int32(known + 1) }
    let number = Int32(pairs.count + 1)
    guard number < ibid_pairs(), init_extended_pair(number, Int32(pair.foreground), Int32(pair.background)) == OK
    else { return 0 }
    pairs.append(pair)
    return number
  }

  /// Where there are no italics, they are underlined, as manual pages are; so is what cannot be struck out.
  private func flags(_ attributes: Attributes) -> attr_t {
    var flags: attr_t = 0
    if attributes.contains(.bold) { flags |= ibid_bold() }
    if attributes.contains(.dim) { flags |= ibid_dim() }
    if attributes.contains(.italic) { flags |= hasItalics ? ibid_italic() : ibid_underline() }
    if attributes.contains(.underline) { flags |= ibid_underline() }
    if attributes.contains(.strikethrough), !strikes { flags |= ibid_underline() }
    if attributes.contains(.reverse) { flags |= ibid_reverse() }
    return flags
  }
}
