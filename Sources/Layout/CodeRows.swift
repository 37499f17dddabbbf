import Document
import Text

/// The lines of code, or of anything else that must not be wrapped, a row each.
func codeRows(of block: Block, _ metrics: Metrics) -> [Row] {
  let text = block.text
  var rows: [Row] = []
  var skipIndex = 0
  var start = 0
  repeat {
    var end = start
    end = lineEnd(text.span, from: start)
    let next = min(end + 1, text.count)
    let row = codeRow(of: block, start..<end, next: next, &skipIndex, metrics)
    rows.append(row)
    start = next
  } while start < text.count
  return rows
}

/// The line feed at or after `from`, or the text's end.
private func lineEnd(_ bytes: Span<UInt8>, from: Int) -> Int {
  var index = from
  while index < bytes.count {
    index = endOfPlain(bytes, from: index, to: bytes.count)
    if index < bytes.count, bytes[index] == 0x0A { return index }
    index += 1
  }
  return bytes.count
}

private func codeRow(
  of block: Block, _ line: Range<Int>, next: Int, _ skipIndex: inout Int, _ metrics: Metrics
) -> Row {
  var end = line.upperBound
  while end > line.lowerBound, isCodeSpace(block.text[end - 1]) { end -= 1 }
  var fragments: [Fragment] = []
  var column = 0
  var from = line.lowerBound
  while from < end {
    while skipIndex < block.skips.count, block.skips[skipIndex].upperBound <= from { skipIndex += 1 }
    let skip = skipIndex < block.skips.count ? block.skips[skipIndex] : end..<end
    if skip.lowerBound > from {
      let piece = Fragment(column: column, range: from..<min(end, skip.lowerBound))
      column += codeColumns(of: piece, block.text, metrics)
      fragments.append(piece)
    }
    from = max(skip.upperBound, from + 1)
  }
  return Row(range: line.lowerBound..<next, fragments: fragments, columns: column)
}

private func isCodeSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

private func codeColumns(of piece: Fragment, _ text: [UInt8], _ metrics: Metrics) -> Int {
  let plain = endOfPlain(text.span, from: piece.range.lowerBound, to: piece.range.upperBound)
  if plain == piece.range.upperBound { return plain - piece.range.lowerBound }
  var columns = 0
  for place in placedGlyphs(of: piece, in: text, metrics) { columns = place.column + place.columns - piece.column }
  return columns
}
