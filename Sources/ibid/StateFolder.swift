/// The names of the files of what is kept from one reading to the next.
enum StateFolder {
  /// A name for the file about something: FNV-1a, 64 bits, in hexadecimal. No secret: the file says what it is about.
  static func fileName(for subject: String) -> String {
    String(subject.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
  }
}

/// Facts as lines of text: a fact's name, a tab, its values, with tabs and line ends escaped.
enum FactLines {
  static func format(_ facts: [[String]]) -> String {
    facts.map { $0.map(escaped).joined(separator: "\t") + "\n" }.joined()
  }

  /// Each with at least a name.
  static func parse(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { unescaped(String($0)) }
    }
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var out = ""
    var isEscape = false
    for scalar in text.unicodeScalars {
      if isEscape {
        out.unicodeScalars.append(scalar == "n" ? "\n" : scalar == "t" ? "\t" : scalar == "r" ? "\r" : scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
