import Screen

/// How many colours a terminal has.
package enum ColorDepth: Sendable, Hashable {
  /// Attributes only: bold, underline, reverse.
  case none
  case eight
  case sixteen
  case indexed
  /// Every colour, and the 16 named ones.
  case direct
  /// Every colour, and 8 named ones.
  case directEight

  /// By what its description says: the number of colours, whether a number is a colour's red, green and blue, and
  /// whether the numbers below 16, not 8, are names.
  init(colors: Int, isDirect: Bool, hasNames: Bool = false) {
    self =
      isDirect && colors > 256
      ? (hasNames ? .direct : .directEight)
      : colors >= 256 ? .indexed : colors >= 16 ? .sixteen : colors >= 8 ? .eight : .none
  }
}

/// Red, green and blue, 0…255.
package struct Components: Sendable, Hashable {
  package var red: Int
  package var green: Int
  package var blue: Int

  package init(_ red: Int, _ green: Int, _ blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The squared distance, weighed as eyes do ("redmean", compuphase.com/cmetric.htm).
  func distance(to other: Components) -> Int {
    let mean = (red + other.red) / 2
    let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
    return ((512 + mean) * r * r) / 256 + 4 * g * g + ((767 - mean) * b * b) / 256
  }

  /// xterm's colour table: 16 named ones, a 6×6×6 cube, 24 greys.
  package static func indexed(_ index: Int) -> Components {
    switch index {
    case ..<16: return named[max(0, index)]
    case ..<232:
      let cube = index - 16
      return Components(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    default:
      let grey = 8 + 10 * (min(index, 255) - 232)
      return Components(grey, grey, grey)
    }
  }

  static let levels = [0, 95, 135, 175, 215, 255]

  /// xterm's defaults; a reader may have others, so nothing is ever matched to them where there are 256.
  static let named = [
    Components(0, 0, 0), Components(205, 0, 0), Components(0, 205, 0), Components(205, 205, 0),
    Components(0, 0, 238), Components(205, 0, 205), Components(0, 205, 205), Components(229, 229, 229),
    Components(127, 127, 127), Components(255, 0, 0), Components(0, 255, 0), Components(255, 255, 0),
    Components(92, 92, 255), Components(255, 0, 255), Components(0, 255, 255), Components(255, 255, 255),
  ]

  /// Channels that differ more are a hue, which a grey would lose, though it may be nearer; but the cube has no colours
  /// darker than its first level.
  private static let greyest = 40

  /// The nearest of the cube and the greys: 16…255.
  package var nearestIndexed: Int {
    let cube = 16 + 36 * Components.level(red) + 6 * Components.level(green) + Components.level(blue)
    let grey = 232 + min(23, max(0, ((red + green + blue) / 3 - 3) / 10))
    let most = max(red, green, blue)
    let isGrey = most - min(red, green, blue) <= Components.greyest || most < Components.levels[1]
    return isGrey && distance(to: .indexed(grey)) < distance(to: .indexed(cube)) ? grey : cube
  }

  /// The nearest of the 16 named ones.
  var nearestNamed: Int {
    Components.named.indices.min { distance(to: Components.named[$0]) < distance(to: Components.named[$1]) } ?? 0
  }

  private static func level(_ value: Int) -> Int {
    levels.indices.min { abs(levels[$0] - value) < abs(levels[$1] - value) } ?? 0
  }
}

/// A theme's colours and attributes as a terminal of some depth can show them.
struct Look: Hashable {
  /// Of the terminal; -1: its own.
  var foreground = -1
  var background = -1
  var attributes: Attributes

  /// `ground`: the screen's own background. What is meant to stand out from it does, even where the nearest colour is
  /// the same.
  init(_ style: Style, depth: ColorDepth, ground: Color = .standard) {
    attributes = style.attributes
    guard depth != .none else {
      reduceToAttributes(style)
      return
    }
    let wanted = (style.foreground ?? .standard, style.background ?? .standard)
    foreground = Look.number(wanted.0, depth)
    background = Look.number(wanted.1, depth)
    if depth == .indexed, wanted.1 != ground, background == Look.number(ground, depth) { tint(wanted.1) }
    if depth == .eight { reduceToEight() }
    if foreground == background, foreground >= 0, wanted.0 != wanted.1 { separate(depth) }
  }

  /// Without colours a background of its own can only be shown by exchanging the two.
  private mutating func reduceToAttributes(_ style: Style) {
    if let background = style.background, background != .standard { attributes.insert(.reverse) }
  }

  /// Terminals with 8 colours show the bright ones by bold; a background has no bright.
  private mutating func reduceToEight() {
    if foreground >= 8 {
      foreground -= 8
      attributes.insert(.bold)
    }
    if background >= 8 { background -= 8 }
  }

  /// The nearest background that is not the ground's.
  private mutating func tint(_ wanted: Color) {
    guard case .rgb(let red, let green, let blue) = wanted else { return }
    let components = Components(Int(red), Int(green), Int(blue))
    let others = (16..<256).filter { Components.indexed($0) != Components.indexed(background) }
    background =
      others.min { components.distance(to: .indexed($0)) < components.distance(to: .indexed($1)) } ?? background
  }

  /// Two colours became one: the text goes to black or white, whichever can be read.
  private mutating func separate(_ depth: ColorDepth) {
    let isDirect = depth == .direct || depth == .directEight
    let ground = isDirect ? Components(packed: background) : .indexed(background)
    let isLight = ground.distance(to: Components(255, 255, 255)) < ground.distance(to: Components(0, 0, 0))
    foreground = isLight ? 0 : 7
  }

  /// The terminal's number for a colour; -1: its own.
  static func number(_ color: Color, _ depth: ColorDepth) -> Int {
    switch color {
    case .standard: -1
    case .ansi(let index): named(Int(min(index, 15)), depth)
    case .indexed(let index): index < 16 ? named(Int(index), depth) : matched(.indexed(Int(index)), Int(index), depth)
    case .rgb(let red, let green, let blue): matched(Components(Int(red), Int(green), Int(blue)), nil, depth)
    }
  }

  private static func named(_ index: Int, _ depth: ColorDepth) -> Int {
    depth == .directEight && index >= 8 ? Components.named[index].packed : index
  }

  private static func matched(_ components: Components, _ index: Int?, _ depth: ColorDepth) -> Int {
    switch depth {
    case .none: -1
    case .eight, .sixteen: components.nearestNamed
    case .indexed: index ?? components.nearestIndexed
    case .direct, .directEight: components.packed
    }
  }
}

extension Components {
  /// As terminals with direct colour number it: 0xRRGGBB, where what is below 16 may mean a named colour.
  var packed: Int {
    let value = red << 16 | green << 8 | blue
    return value < 16 ? 0 : value
  }

  init(packed: Int) {
    self = packed < 16 ? .indexed(packed) : Components(packed >> 16 & 255, packed >> 8 & 255, packed & 255)
  }
}
