/// What is wrong with a theme: where, and what is allowed there.
package enum ThemeError: Error, Sendable, Equatable {
  /// No theme has this name; these exist.
  case unknown(String, known: [String])
  /// `line` counts from 1; nil where it is not known.
  case invalid(file: String, line: Int?, message: String)

  package var sentence: String {
    switch self {
    case .unknown(let name, let known): "There is no theme “\(name)”. There are: \(known.joined(separator: ", "))."
    case .invalid(let file, let line, let message): "\(file)\(line.map { ":\($0)" } ?? ""): \(message)."
    }
  }
}
