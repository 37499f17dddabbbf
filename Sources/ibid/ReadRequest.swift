/// How a source is to be understood, where the reader says so.
enum SourceType: String, CaseIterable, Sendable {
  case html, text, markdown
}

/// When colours are used.
enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// What the command line asks of the interactive reader.
struct ReadRequest: Equatable, Sendable {
  /// Paths, URLs, `-`; none: the guide.
  var sources: [String] = []
  /// Counted from 1.
  var startLine: Int?
  var startPattern: String?
  /// The fragment behind the first source.
  var startName: String?
  var theme: String?
  var color: ColorChoice = .auto
  var noHistory = false
  var offline = false
  var type: SourceType?
  var baseURL: String?
  var timings = false
  var mouse = true
  var configFile: String?

  /// Nothing says where in the first source to start.
  var startsAtTop: Bool { startLine == nil && startPattern == nil && startName == nil }

  /// Takes an argument that is not an option: `+N`, `+/PATTERN` or a source.
  mutating func take(_ argument: String) {
    if argument.hasPrefix("+/") {
      startPattern = String(argument.dropFirst(2))
    } else if argument.hasPrefix("+"), let line = Int(argument.dropFirst()), line > 0 {
      startLine = line
    } else {
      sources.append(argument)
    }
  }
}
