import Screen

/// A control sequence of ECMA-48 §5.4 (`ESC [ parameters intermediates final`), as terminals send it for a key.
struct ControlSequence {
  /// Longer ones are no keys.
  static let longest = 64

  /// `<`, `?` and the like before the numbers; 0: none.
  var prefix: UInt8 = 0
  /// -1: left out.
  var numbers: [Int] = []
  var final: UInt8 = 0
  /// Bytes from the Escape to the final byte.
  var length = 0

  /// The key of a sequence that begins with `ESC [`; nil: it could go on.
  static func read(_ bytes: ArraySlice<UInt8>) -> Step? {
    if bytes.dropFirst(2).first == UInt8(ascii: "[") { return readLinux(bytes) }
    var sequence = ControlSequence()
    for (offset, byte) in bytes.enumerated().dropFirst(2) {
      sequence.length = offset + 1
      switch byte {
      case 0x30...0x3B: sequence.add(byte)
      case 0x3C...0x3F: if offset == 2 { sequence.prefix = byte }
      // rxvt ends a shifted key with `$`, which ECMA-48 has among the intermediates.
      case 0x24, 0x40...0x7E:
        sequence.final = byte
        return sequence.step(in: bytes)
      case 0x20...0x2F: break
      // Anything else breaks the sequence off, and is read on its own.
      default: return Step(offset)
      }
      if offset > longest { return Step(offset + 1) }
    }
    return nil
  }

  /// The key of a sequence that begins with `ESC O`: application mode, and F1 to F4.
  static func readShift(_ bytes: ArraySlice<UInt8>) -> Step? {
    var modifiers = 0
    for (offset, byte) in bytes.enumerated().dropFirst(2) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): modifiers = Int(byte) - 0x30
      case UInt8(ascii: ";"): modifiers = 0
      default:
        guard var key = shiftKeys[byte] else { return Step(offset + 1) }
        key.apply(modifiers: modifiers)
        return Step(offset + 1, key)
      }
      if offset > longest { return Step(offset + 1) }
    }
    return nil
  }

  /// The linux console's F1 to F5: `ESC [ [ A`.
  private static func readLinux(_ bytes: ArraySlice<UInt8>) -> Step? {
    guard let byte = bytes.dropFirst(3).first else { return nil }
    guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte) else { return Step(3) }
    return Step(4, Key(.function(Int(byte) - 0x40)))
  }

  private mutating func add(_ byte: UInt8) {
    if numbers.isEmpty { numbers.append(-1) }
    if byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") {
      numbers.append(-1)
    } else {
      // Capped: a page of digits cannot overflow.
      numbers[numbers.count - 1] = min(0x110000, max(0, numbers[numbers.count - 1]) * 10 + Int(byte) - 0x30)
    }
  }

  private func number(_ index: Int, or other: Int) -> Int {
    index < numbers.count && numbers[index] >= 0 ? numbers[index] : other
  }

  private func step(in bytes: ArraySlice<UInt8>) -> Step? {
    switch final {
    case UInt8(ascii: "M") where prefix == 0: return oldMouse(bytes)
    case UInt8(ascii: "M"), UInt8(ascii: "m"): return Step(length, prefix == UInt8(ascii: "<") ? mouse() : nil)
    case UInt8(ascii: "~") where number(0, or: 0) == 200:
      var step = Step(length)
      step.startsPaste = true
      return step
    default:
      guard prefix == 0, let key = key() else { return Step(length) }
      return Step(length, key)
    }
  }

  private func key() -> Key? {
    var key: Key?
    var modifiers = number(1, or: 1)
    switch final {
    // xterm's modifyOtherKeys: CSI 27 ; modifiers ; character ~
    case UInt8(ascii: "~") where number(0, or: 0) == 27: key = Key(character: number(2, or: 0))
    case UInt8(ascii: "u"): key = Key(character: number(0, or: 0))
    case UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "@"):
      key = ControlSequence.tildeKeys[number(0, or: 0)]
      modifiers = ControlSequence.rxvtModifiers[final] ?? modifiers
    // Another first number is an answer, such as the cursor's place.
    default: key = number(0, or: 1) == 1 ? ControlSequence.letterKeys[final] : nil
    }
    key?.apply(modifiers: modifiers)
    return key
  }

  /// SGR mouse (1006): CSI < button ; column ; row M, counted from 1. Only presses and the wheel matter.
  private func mouse() -> Input? {
    guard final == UInt8(ascii: "M"), numbers.count >= 3 else { return nil }
    return ControlSequence.mouse(button: number(0, or: -1), x: number(1, or: 1) - 1, y: number(2, or: 1) - 1)
  }

  /// The mouse as X10 sent it: three bytes after `CSI M`, each plus 32.
  private func oldMouse(_ bytes: ArraySlice<UInt8>) -> Step? {
    let values = bytes.dropFirst(length).prefix(3).map { Int($0) - 32 }
    guard values.count == 3 else { return nil }
    return Step(length + 3, ControlSequence.mouse(button: values[0], x: values[1] - 1, y: values[2] - 1))
  }

  private static func mouse(button: Int, x: Int, y: Int) -> Input? {
    guard x >= 0, y >= 0, let action = buttons[button & ~heldKeys] else { return nil }
    return .mouse(Mouse(action, x: x, y: y))
  }

  /// Shift, Meta and Control while a button was pressed.
  private static let heldKeys = 4 | 8 | 16
  private static let buttons: [Int: Mouse.Action] = [0: .press, 64: .wheelUp, 65: .wheelDown]
  private static let rxvtModifiers: [UInt8: Int] = [
    UInt8(ascii: "$"): 2, UInt8(ascii: "^"): 5, UInt8(ascii: "@"): 6,
  ]
}

extension Key {
  /// xterm's modifiers: 1 plus 1 for Shift, 2 for Alt, 4 for Control, 8 for Meta.
  mutating func apply(modifiers: Int) {
    guard modifiers > 1 else { return }
    let bits = modifiers - 1
    alt = alt || bits & (2 | 8) != 0
    control = control || bits & 4 != 0
    if bits & 1 != 0 { applyShift() }
  }

  private mutating func applyShift() {
    guard case .character(let scalar) = code else {
      shift = true
      return
    }
    if ("a"..."z").contains(scalar) { code = .character(Unicode.Scalar(UInt8(scalar.value) - 0x20)) }
  }

  /// A key by the number of its character; nil where there is none.
  init?(character number: Int) {
    guard number > 0, let scalar = Unicode.Scalar(UInt32(number)) else { return nil }
    switch number {
    case 0x7F: self.init(.backspace)
    case 0x09, 0x0D, 0x1B: self = KeyDecoder.control(UInt8(number))
    case 1..<0x20: return nil
    default: self.init(.character(scalar))
    }
  }
}

extension ControlSequence {
  /// CSI letter. rxvt sends its shifted arrows in lower case.
  static let letterKeys: [UInt8: Key] = [
    UInt8(ascii: "A"): Key(.up), UInt8(ascii: "B"): Key(.down), UInt8(ascii: "C"): Key(.right),
    UInt8(ascii: "D"): Key(.left), UInt8(ascii: "H"): Key(.home), UInt8(ascii: "F"): Key(.end),
    UInt8(ascii: "P"): Key(.function(1)), UInt8(ascii: "Q"): Key(.function(2)), UInt8(ascii: "R"): Key(.function(3)),
    UInt8(ascii: "S"): Key(.function(4)), UInt8(ascii: "Z"): Key(.tab, shift: true),
    UInt8(ascii: "a"): Key(.up, shift: true), UInt8(ascii: "b"): Key(.down, shift: true),
    UInt8(ascii: "c"): Key(.right, shift: true), UInt8(ascii: "d"): Key(.left, shift: true),
  ]

  /// CSI number ~, as xterm, rxvt and the VT220 number them.
  static let tildeKeys: [Int: Key] = [
    1: Key(.home), 2: Key(.insert), 3: Key(.delete), 4: Key(.end), 5: Key(.pageUp), 6: Key(.pageDown),
    7: Key(.home), 8: Key(.end), 11: Key(.function(1)), 12: Key(.function(2)), 13: Key(.function(3)),
    14: Key(.function(4)), 15: Key(.function(5)), 17: Key(.function(6)), 18: Key(.function(7)), 19: Key(.function(8)),
    20: Key(.function(9)), 21: Key(.function(10)), 23: Key(.function(11)), 24: Key(.function(12)),
  ]

  /// ESC O letter: arrows and the keypad in application mode; rxvt's arrows with Control in lower case.
  static let shiftKeys: [UInt8: Key] = {
    var keys: [UInt8: Key] = [
      UInt8(ascii: "A"): Key(.up), UInt8(ascii: "B"): Key(.down), UInt8(ascii: "C"): Key(.right),
      UInt8(ascii: "D"): Key(.left), UInt8(ascii: "H"): Key(.home), UInt8(ascii: "F"): Key(.end),
      UInt8(ascii: "P"): Key(.function(1)), UInt8(ascii: "Q"): Key(.function(2)), UInt8(ascii: "R"): Key(.function(3)),
      UInt8(ascii: "S"): Key(.function(4)), UInt8(ascii: "M"): Key(.enter), UInt8(ascii: "X"): Key(.character("=")),
      UInt8(ascii: "a"): Key(.up, control: true), UInt8(ascii: "b"): Key(.down, control: true),
      UInt8(ascii: "c"): Key(.right, control: true), UInt8(ascii: "d"): Key(.left, control: true),
    ]
    for (byte, character) in zip(UInt8(ascii: "j")..., "*+,-./0123456789".unicodeScalars) {
      keys[byte] = Key(.character(character))
    }
    return keys
  }()

  /// The names of terminfo's key strings.
  static let terminfoKeys: [(name: String, key: Key)] = [
    ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcuf1", Key(.right)), ("kcub1", Key(.left)),
    ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
    ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kcbt", Key(.tab, shift: true)), ("kent", Key(.enter)),
    ("kf1", Key(.function(1))), ("kf2", Key(.function(2))), ("kf3", Key(.function(3))), ("kf4", Key(.function(4))),
    ("kf5", Key(.function(5))), ("kf6", Key(.function(6))), ("kf7", Key(.function(7))), ("kf8", Key(.function(8))),
    ("kf9", Key(.function(9))), ("kf10", Key(.function(10))), ("kf11", Key(.function(11))),
    ("kf12", Key(.function(12))), ("kLFT3", Key(.left, alt: true)), ("kRIT3", Key(.right, alt: true)),
  ]
}
