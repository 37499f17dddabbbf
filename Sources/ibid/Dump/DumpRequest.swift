enum DumpFormat: String, CaseIterable, Sendable {
  case text, markdown, json, jsonl
}

/// What is done with what is not the article.
enum BoilerplateChoice: String, CaseIterable, Sendable {
  /// One line where a fold stands.
  case fold
  case show
  case hide
}

/// What `ibid dump` is asked for.
struct DumpRequest: Equatable, Sendable {
  static let defaultWidth = 80
  /// From what a wide sign needs to more than any screen has.
  static let widths = 2...10_000

  /// None: the guide.
  var sources: [String]
  var format = DumpFormat.text
  var width = defaultWidth
  var boilerplate = BoilerplateChoice.hide
  var allScores = false
  var type: SourceType?
  var baseURL: String?
  var offline = false
  var timings = false
}

extension DumpRequest {
  /// What is printed in place of reading where standard output is no terminal.
  init(_ request: ReadRequest) {
    self.init(
      sources: request.sources, type: request.type, baseURL: request.baseURL, offline: request.offline,
      timings: request.timings)
  }
}
