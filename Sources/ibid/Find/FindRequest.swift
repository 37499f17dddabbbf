/// What `ibid find` was asked for.
struct FindRequest: Equatable {
  enum Format: String, CaseIterable {
    case text, json
  }

  /// How many sentences are shown where nobody says so.
  static let defaultTop = 5

  var claim: String
  var context = ""
  var top = FindRequest.defaultTop
  var format = Format.text
  var source: String
  var type: SourceType?
  var baseURL: String?
  var offline = false
}
