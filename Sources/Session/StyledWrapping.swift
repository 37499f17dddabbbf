import Text

extension StyledLine {
  /// Columns at most by which what goes on is indented.
  private static let hangLimit = 17

  /// As lines of at most `width` columns. What goes on stands under where the second part begins, or the first word.
  package func wrapped(to width: Int) -> [StyledLine] {
    guard columns(of: text) > width else { return [self] }
    let lead =
      parts.count > 1
      ? columns(of: parts[0].text) + parts[1].text.prefix { $0 == " " }.count : text.prefix { $0 == " " }.count
    let hang = min(lead, Self.hangLimit, max(0, width / 3))
    var lines: [StyledLine] = []
    var line: [Part] = []
    var column = 0
    func end() {
      lines.append(StyledLine(line))
      line = [Part(String(repeating: " ", count: hang), parts.last?.face ?? .popup)]
      column = hang
    }
    for part in parts {
      for word in part.text.blankedWords {
        let isAtStart = column == hang && !lines.isEmpty
        if column + columns(of: word) > width, !isAtStart { end() }
        let rest = column == hang && !lines.isEmpty ? String(word.drop { $0 == " " }) : word
        // A word longer than a line is broken where the line ends.
        var head = ""
        let isLong = width - hang > 1 && column + columns(of: rest) > width
        for character in isLong ? rest : "" {
          let wide = columns(of: String(character))
          if column + wide > width, !head.isEmpty {
            line.append(Part(head, part.face))
            head = ""
            end()
          }
          head.append(character)
          column += wide
        }
        line.append(Part(isLong ? head : rest, part.face))
        if !isLong { column += columns(of: rest) }
      }
    }
    return lines + [StyledLine(line)]
  }
}

extension String {
  /// Its words, each with the blanks before it; blanks at the end are a word of their own.
  fileprivate var blankedWords: [String] {
    var words: [String] = []
    var word = ""
    var hasLetter = false
    for character in self {
      if character == " ", hasLetter {
        words.append(word)
        (word, hasLetter) = ("", false)
      }
      word.append(character)
      hasLetter = hasLetter || character != " "
    }
    return word.isEmpty ? words : words + [word]
  }
}
