extension [String] {
  /// As `joined(separator:)`, which looks up types at its first use for longer than a first frame has for this.
  package func joined(by separator: String) -> String {
    var whole = ""
    for (index, part) in enumerated() {
      if index > 0 { whole += separator }
      whole += part
    }
    return whole
  }

  /// Each once, where equal ones stand side by side.
  package var withoutRepeats: [String] {
    var kept: [String] = []
    for part in self where part != kept.last { kept.append(part) }
    return kept
  }
}

extension String {
  /// Whether the bytes of `part` stand in it. The library's search goes by way of its regular expressions, which take
  /// longer to set up than a first frame has for this.
  package func holds(_ part: String) -> Bool {
    var (text, part) = (self, part)
    return text.withUTF8 { text in
      part.withUTF8 { part in
        guard let first = part.first else { return true }
        var start = 0
        while start + part.count <= text.count {
          if text[start] == first, text[start..<start + part.count].elementsEqual(part) { return true }
          start += 1
        }
        return false
      }
    }
  }
}
