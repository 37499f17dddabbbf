/// Of each ASCII byte whether it is part of a word: letters, digits, the underscore.
private func isWord(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || byte == 0x5F
}

/// Words in the bytes of `range`: runs of `\w`, hyphens and apostrophes between them joined.
package func words(in text: [UInt8], _ range: Range<Int>) -> Int {
  var count = 0
  var index = max(0, range.lowerBound)
  let end = min(range.upperBound, text.count)
  var isInside = false
  while index < end {
    let byte = text[index]
    if byte < 0x80 {
      if isWord(byte) {
        if !isInside { count += 1 }
        isInside = true
      } else if !isInside || !(byte == 0x2D || byte == 0x27) || index + 1 >= end || !startsWord(text, index + 1) {
        isInside = false
      }
      index += 1
    } else {
      let (value, next) = scalar(in: text, at: index)
      if traits(of: value).isWord {
        if !isInside { count += 1 }
        isInside = true
      } else if !isInside || !isJoiner(value) || next >= end || !startsWord(text, next) {
        isInside = false
      }
      index = next
    }
  }
  return count
}

/// The right single quote, hyphens and the soft hyphen join words; so do joiners inside of them.
private func isJoiner(_ value: UInt32) -> Bool {
  value == 0x2019 || value == 0x2010 || value == 0x2011 || value == 0xAD || value == 0x200C || value == 0x200D
}

private func startsWord(_ text: [UInt8], _ index: Int) -> Bool {
  let byte = text[index]
  return byte < 0x80 ? isWord(byte) : traits(of: scalar(in: text, at: index).value).isWord
}
