/// Columns that the bytes of `range` take, a tab as one.
package func columns(of text: [UInt8], in range: Range<Int>) -> Int {
  var sum = 0
  var index = max(0, range.lowerBound)
  let end = min(range.upperBound, text.count)
  while index < end {
    let byte = text[index]
    if byte < 0x80, index + 1 >= text.count || text[index + 1] < 0x80 {
      sum += 1
      index += 1
      if byte == 0x0D, index < end, text[index] == 0x0A { index += 1 }
    } else {
      let next = glyphStep(in: text, at: index)
      sum += next.columns
      index = next.end
    }
  }
  return sum
}

/// Columns that `text` takes, a tab as one.
package func columns(of text: String) -> Int {
  let bytes = Array(text.utf8)
  return columns(of: bytes, in: 0..<bytes.count)
}

/// `s` as it may be shown in one line of chrome: every scalar safe, tabs and line feeds as spaces.
package func sanitised(_ s: String) -> String {
  if s.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return s }
  let bytes = Array(s.utf8)
  var result = String.UnicodeScalarView()
  var index = 0
  while index < bytes.count {
    let next = glyph(in: bytes, at: index)
    for value in [next.base, next.mark1, next.mark2, next.mark3] where value != 0 {
      result.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    index = next.end
  }
  return String(result)
}
