/// The sign or number that a list item begins with.
struct TextMarker: Equatable {
  enum Kind: Equatable {
    /// The sign's first and last byte, to tell one sort from the other.
    case bullet(UInt8, UInt8)
    /// `1.`: 0x2E, `1)`: 0x29, `(1)`: 0x28.
    case number(UInt8)
    case letter(UInt8)
  }

  var kind: Kind
  /// Bytes, those of the white space after it included.
  var length: Int
  /// Of a number its value.
  var value: Int?
}

/// Digits of a list number: years are none.
private let listDigits = 3
/// Letters of a list letter: `(viii)`.
private let listLetters = 4

/// The list marker that a line begins with, if there is content after it.
func listMarker(_ bytes: [UInt8], _ line: TextLine) -> TextMarker? {
  guard line.end - line.content > 2 else { return nil }
  let marker: TextMarker?
  switch bytes[line.content] {
  case 0x2A, 0x2B, 0x2D: marker = bullet(bytes, line, length: 1)
  case 0xC2: marker = matches(bytes, line, 0xB7) ? bullet(bytes, line, length: 2) : nil
  case 0xE2: marker = isWideBullet(bytes, line) ? bullet(bytes, line, length: 3) : nil
  case 0x30...0x39, 0x28, 0x61...0x7A: marker = numbering(bytes, line)
  default: marker = nil
  }
  guard let marker, line.content + marker.length < line.end else { return nil }
  return marker
}

private func matches(_ bytes: [UInt8], _ line: TextLine, _ second: UInt8) -> Bool { bytes[line.content + 1] == second }

/// – • ‣ ◦ ● ○ ■ ▪ ► ▶ ✓ ✔
private func isWideBullet(_ bytes: [UInt8], _ line: TextLine) -> Bool {
  switch (bytes[line.content + 1], bytes[line.content + 2]) {
  case (0x80, 0x93), (0x80, 0xA2), (0x80, 0xA3), (0x97, 0xA6), (0x97, 0x8F), (0x97, 0x8B), (0x96, 0xA0), (0x96, 0xAA),
    (0x96, 0xBA), (0x96, 0xB6), (0x9C, 0x93), (0x9C, 0x94):
    true
  default: false
  }
}

private func bullet(_ bytes: [UInt8], _ line: TextLine, length: Int) -> TextMarker? {
  let last = bytes[line.content + length - 1]
  let end = afterBlanks(bytes, line.content + length, line.end)
  // Only a sign that is nothing else can do without a space.
  guard end > line.content + length || length == 3 && last != 0x93 else { return nil }
  return TextMarker(kind: .bullet(bytes[line.content], last), length: end - line.content)
}

/// `1.` `1)` `(1)` `a)` `(a)` `(iv)`
private func numbering(_ bytes: [UInt8], _ line: TextLine) -> TextMarker? {
  var at = line.content
  let isOpened = bytes[at] == 0x28
  if isOpened { at += 1 }
  let first = at
  var value = 0
  while at < line.end, at - first <= listDigits, (0x30...0x39).contains(bytes[at]) {
    value = value * 10 + Int(bytes[at] - 0x30)
    at += 1
  }
  let isNumber = at > first
  if isNumber {
    guard at - first <= listDigits else { return nil }
  } else {
    while at < line.end, at - first < listLetters, (0x61...0x7A).contains(bytes[at]) { at += 1 }
    // Longer than one letter, only a Roman number is one.
    guard at > first, at - first == 1 || bytes[first..<at].allSatisfy({ [0x69, 0x76, 0x78].contains($0) })
    else { return nil }
  }
  guard at < line.end, bytes[at] == 0x29 || !isOpened && isNumber && bytes[at] == 0x2E else { return nil }
  let style = isOpened ? 0x28 : bytes[at]
  let end = afterBlanks(bytes, at + 1, line.end)
  guard end > at + 1 else { return nil }
  return TextMarker(
    kind: isNumber ? .number(style) : .letter(style), length: end - line.content, value: isNumber ? value : nil)
}

/// Past the spaces, tabs and no-break spaces at `start`.
func afterBlanks(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
  var at = start
  while at < end {
    if bytes[at] == 0x20 || bytes[at] == 0x09 {
      at += 1
    } else if bytes[at] == 0xC2, at + 1 < end, bytes[at + 1] == 0xA0 {
      at += 2
    } else {
      break
    }
  }
  return at
}
