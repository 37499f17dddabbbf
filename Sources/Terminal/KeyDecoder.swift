import Screen

/// The bytes of a terminal → what the reader did. Pure: time is given in milliseconds, and a lone Escape stays
/// undecided until the caller says that it waited long enough (`flush`).
struct KeyDecoder {
  /// What the terminal's own description says of its keys; each begins with an Escape.
  var sequences: [[UInt8]: Key] = [:]
  /// Bytes above 127 are UTF-8; otherwise each is a Latin-1 character.
  var isUTF8 = true
  /// What the Backspace key sends, as the tty knows it.
  var erase: UInt8 = 0x7F

  private var pending: [UInt8] = []
  private var paste: PasteBuffer?
  private var clicks = ClickCounter()

  /// Something came that could go on.
  var isWaiting: Bool { !pending.isEmpty || paste != nil }
  /// The end of a paste is waited for, which takes longer than the rest of a key.
  var isPasting: Bool { paste != nil }

  init() {}

  /// Everything that is certain after these bytes.
  mutating func feed(_ bytes: [UInt8], at now: Int) -> [Input] {
    pending += bytes
    var inputs: [Input] = []
    var index = 0
    while index < pending.count {
      guard let step = next(pending[index...], at: now) else { break }
      index += step.length
      if let input = step.input { inputs.append(input) }
    }
    pending.removeFirst(index)
    return inputs
  }

  /// What the bytes that wait come to when nothing follows them.
  mutating func flush() -> [Input] {
    defer { pending = [] }
    if let paste {
      self.paste = nil
      return [.paste(paste.text(with: pending[...]))]
    }
    guard pending.first == ControlByte.escape else { return [] }
    switch pending.count {
    case 1: return [.key(Key(.escape))]
    case 2 where pending[1] == ControlByte.escape: return [.key(Key(.escape)), .key(Key(.escape))]
    case 2: return [.key(Key(.character(Unicode.Scalar(pending[1])), alt: true))]
    // A sequence that was cut off is no key.
    default: return []
    }
  }

  /// The first input of the bytes and its length; nil: it could go on.
  private mutating func next(_ bytes: ArraySlice<UInt8>, at now: Int) -> Step? {
    if paste != nil { return pasted(bytes) }
    guard let step = first(bytes) else { return nil }
    if step.startsPaste { paste = PasteBuffer() }
    guard case .mouse(let mouse) = step.input else { return step }
    return Step(step.length, .mouse(clicks.count(mouse, at: now)))
  }

  private func first(_ bytes: ArraySlice<UInt8>) -> Step? {
    guard let byte = bytes.first else { return nil }
    if byte == ControlByte.escape { return escaped(bytes) }
    if byte == erase || byte == ControlByte.delete { return Step(1, Key(.backspace)) }
    if byte < 0x20 { return Step(1, KeyDecoder.control(byte)) }
    if byte < 0x80 || !isUTF8 { return Step(1, Key(.character(Unicode.Scalar(byte)))) }
    return multibyte(bytes)
  }

  /// A control character as the key that sent it.
  static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: Key(.character(" "), control: true)
    case 0x09: Key(.tab)
    case 0x0A, 0x0D: Key(.enter)
    case 0x01...0x1A: Key(.character(Unicode.Scalar(byte + 0x60)), control: true)
    case 0x1B: Key(.escape)
    default: Key(.character(Unicode.Scalar(byte + 0x40)), control: true)
    }
  }

  /// A character of several bytes; bytes that are not UTF-8 are passed over one by one.
  private func multibyte(_ bytes: ArraySlice<UInt8>) -> Step? {
    let lead = bytes[bytes.startIndex]
    let length = lead >= 0xF5 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
    if length == 1 { return Step(1) }
    let given = bytes.prefix(length)
    let tail = given.dropFirst()
    guard tail.allSatisfy({ $0 & 0xC0 == 0x80 }) else { return Step(1) }
    if given.count < length { return nil }
    let text = String(decoding: given, as: UTF8.self)
    guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first, scalar != "\u{FFFD}" || lead == 0xEF
    else { return Step(1) }
    return Step(length, Key(.character(scalar)))
  }

  private func escaped(_ bytes: ArraySlice<UInt8>) -> Step? {
    let rest = bytes.dropFirst()
    guard let second = rest.first else { return nil }
    if let step = known(bytes.prefix(2)) { return step }
    switch second {
    case UInt8(ascii: "["): return recognised(bytes, ControlSequence.read(bytes))
    case UInt8(ascii: "O"): return recognised(bytes, ControlSequence.readShift(bytes))
    case ControlByte.escape: return escapedTwice(rest)
    default: return first(rest)?.withAlt
    }
  }

  /// rxvt sends Alt-↑ as Escape and ↑'s sequence; anything else is the Escape key, and then the rest.
  private func escapedTwice(_ rest: ArraySlice<UInt8>) -> Step? {
    guard let third = rest.dropFirst().first else { return nil }
    guard third == UInt8(ascii: "[") || third == UInt8(ascii: "O") else { return Step(1, Key(.escape)) }
    return escaped(rest)?.withAlt
  }

  /// The terminal's own description goes before what is common.
  private func recognised(_ bytes: ArraySlice<UInt8>, _ step: Step?) -> Step? {
    guard let step else { return nil }
    return known(bytes.prefix(step.length)) ?? step
  }

  private func known(_ bytes: ArraySlice<UInt8>) -> Step? {
    sequences.isEmpty ? nil : sequences[Array(bytes)].map { Step(bytes.count, $0) }
  }

  private mutating func pasted(_ bytes: ArraySlice<UInt8>) -> Step? {
    guard var buffer = paste else { return nil }
    let (taken, isOver) = buffer.take(bytes)
    paste = isOver ? nil : buffer
    if isOver { return Step(taken, .paste(buffer.text())) }
    return taken > 0 ? Step(taken) : nil
  }
}

enum ControlByte {
  static let escape: UInt8 = 0x1B
  static let delete: UInt8 = 0x7F
}

/// One input and how many bytes it took; no input: bytes that mean nothing here.
struct Step {
  var length: Int
  var input: Input?
  var startsPaste = false

  init(_ length: Int, _ input: Input? = nil) {
    self.length = length
    self.input = input
  }

  init(_ length: Int, _ key: Key) { self.init(length, .key(key)) }

  /// The same after one more Escape.
  var withAlt: Step {
    guard case .key(var key) = input else { return Step(length + 1, input) }
    key.alt = true
    return Step(length + 1, key)
  }
}

/// Two presses in one place, shortly after each other, are one double press.
struct ClickCounter {
  /// What desktops take as a double click (GTK's and Windows' default lies between 400 and 500 ms).
  static let longest = 400

  private var last: (mouse: Mouse, time: Int)?

  mutating func count(_ mouse: Mouse, at now: Int) -> Mouse {
    guard mouse.action == .press else { return mouse }
    let isSecond = last.map { $0.mouse == mouse && now - $0.time <= ClickCounter.longest } ?? false
    last = isSecond ? nil : (mouse, now)
    return isSecond ? Mouse(.doublePress, x: mouse.x, y: mouse.y) : mouse
  }
}

/// Text between the brackets of a paste.
struct PasteBuffer {
  /// No reader pastes more into a prompt; the rest is dropped.
  static let limit = 1 << 20
  static let end: [UInt8] = [0x1B] + Array("[201~".utf8)

  private var bytes: [UInt8] = []

  /// Takes what surely belongs to the paste; the closing bracket is taken, too.
  mutating func take(_ given: ArraySlice<UInt8>) -> (taken: Int, isOver: Bool) {
    var index = given.startIndex
    while let escape = given[index...].firstIndex(of: ControlByte.escape) {
      let candidate = given[escape...].prefix(PasteBuffer.end.count)
      if candidate.elementsEqual(PasteBuffer.end) {
        append(given[..<escape])
        return (escape + PasteBuffer.end.count - given.startIndex, true)
      }
      if PasteBuffer.end.starts(with: candidate) {
        append(given[..<escape])
        return (escape - given.startIndex, false)
      }
      index = escape + 1
    }
    append(given)
    return (given.count, false)
  }

  /// The text; a terminal sends a carriage return for a line's end.
  func text(with rest: ArraySlice<UInt8> = []) -> String {
    let text = String(decoding: bytes + rest, as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\r" }
    return lines.joined(separator: "\n")
  }

  private mutating func append(_ more: ArraySlice<UInt8>) {
    bytes += more.prefix(max(0, PasteBuffer.limit - bytes.count))
  }
}
