/// What the reader did: a key, a paste, the mouse.
package enum Input: Sendable, Hashable {
  case key(Key)
  /// Text pasted in brackets: never keys.
  case paste(String)
  case mouse(Mouse)
}

package struct Key: Sendable, Hashable {
  package enum Code: Sendable, Hashable {
    case character(Unicode.Scalar)
    case enter, escape, tab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case function(Int)
  }

  package var code: Code
  package var control: Bool
  package var alt: Bool
  package var shift: Bool

  /// A control character arrives as its lower-case letter with `control`; a shifted letter as the upper-case letter
  /// without `shift`; `shift` is for keys that are not characters (S-Tab).
  package init(_ code: Code, control: Bool = false, alt: Bool = false, shift: Bool = false) {
    self.code = code
    self.control = control
    self.alt = alt
    self.shift = shift
  }
}

package struct Mouse: Sendable, Hashable {
  package enum Action: Sendable, Hashable { case press, doublePress, wheelUp, wheelDown }

  package var action: Action
  package var x: Int
  package var y: Int

  package init(_ action: Action, x: Int, y: Int) {
    self.action = action
    self.x = x
    self.y = y
  }
}
