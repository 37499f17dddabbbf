/// What the reader looks for, as typed. Plain, so that a state can hold it; a `Pattern` is made from it.
package struct Query: Sendable, Hashable {
  package enum CaseRule: String, CaseIterable, Sendable {
    /// Upper and lower case differ as soon as an upper-case letter was typed.
    case smart
    case exact
    case ignore
  }

  package var text: String
  /// The text is a regular expression (PCRE2's); otherwise it stands for itself.
  package var isRegex: Bool
  package var caseRule: CaseRule

  package init(_ text: String, isRegex: Bool = true, caseRule: CaseRule = .smart) {
    self.text = text
    self.isRegex = isRegex
    self.caseRule = caseRule
  }

  /// The same text, standing for itself.
  package var literal: Query { Query(text, isRegex: false, caseRule: caseRule) }

  /// Nothing in it has a meaning other than itself.
  var isPlain: Bool { !isRegex || !text.utf8.contains { Query.metacharacters.contains($0) } }

  var ignoresCase: Bool {
    switch caseRule {
    case .exact: false
    case .ignore: true
    case .smart: !hasUpperCase
    }
  }

  private static let metacharacters = Array(#"\^$.[]|()?*+{}"#.utf8)

  /// An upper-case letter that stands for itself: the W of `\W` and the names of `\p{Lu}` do not count.
  private var hasUpperCase: Bool {
    var isEscaped = false
    var isName = false
    for scalar in text.unicodeScalars {
      if isName {
        isName = scalar != "}"
      } else if isEscaped {
        isEscaped = scalar == "p" || scalar == "P"
        if isEscaped { continue }
        isName = scalar == "{"
      } else if isRegex, scalar == "\\" {
        isEscaped = true
      } else if scalar.properties.isUppercase {
        return true
      }
    }
    return false
  }
}

/// Why there is no pattern.
package enum PatternError: Error, Sendable, Equatable {
  /// What is wrong, and before which byte of the query's text.
  case invalid(message: String, offset: Int)
  /// Longer than any search is.
  case tooLong
  case outOfMemory

  package var sentence: String {
    switch self {
    case .invalid(let message, let offset): "The pattern is not complete at \(offset + 1): \(message)."
    case .tooLong: "The pattern is longer than \(Pattern.longestQuery) bytes."
    case .outOfMemory: "There is not enough memory to search."
    }
  }
}
