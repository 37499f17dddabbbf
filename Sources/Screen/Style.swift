/// A colour of a theme. Which of the terminal's colours it becomes is the terminal's matter.
package enum Color: Sendable, Hashable {
  /// The terminal's own foreground or background.
  case standard
  /// One of the 16 ANSI colours, 0…15.
  case ansi(UInt8)
  /// One of the 256 colours of xterm.
  case indexed(UInt8)
  case rgb(UInt8, UInt8, UInt8)
}

package struct Attributes: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let italic = Attributes(rawValue: 4)
  package static let underline = Attributes(rawValue: 8)
  package static let reverse = Attributes(rawValue: 16)
  package static let strikethrough = Attributes(rawValue: 32)
}

/// How a face looks. nil leaves what lies below it.
package struct Style: Sendable, Hashable {
  package var foreground: Color?
  package var background: Color?
  package var attributes: Attributes

  package init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// This style with `other` laid over it.
  package func under(_ other: Style) -> Style {
    Style(
      foreground: other.foreground ?? foreground, background: other.background ?? background,
      attributes: attributes.union(other.attributes))
  }
}

/// A style for every face: what a theme comes to.
package struct Palette: Sendable, Equatable {
  package var name: String
  /// What lies below every face: the screen's own colours.
  package var ground = Style()
  package private(set) var styles: [Style]

  package init(name: String) {
    self.name = name
    styles = Array(repeating: Style(), count: Face.allCases.count)
  }

  package subscript(face: Face) -> Style {
    get { styles[Int(face.rawValue)] }
    set { styles[Int(face.rawValue)] = newValue }
  }

  /// What a cell looks like: its face, what marks it, what lies over both.
  package func style(face: Face, mark: Face, over: Face) -> Style {
    ground.under(self[face]).under(self[mark]).under(self[over])
  }
}
