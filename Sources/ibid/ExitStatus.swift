/// How the program ends: the numbers that scripts rely on.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  /// A source was not found or cannot be read.
  case unreadable = 1
  case usage = 2
  /// Network or HTTP failure; not in the cache while offline.
  case network = 3
  /// No article was found in the source; what there is was printed all the same.
  case noArticle = 4
  /// The configuration, a theme or the key table is wrong.
  case configuration = 5
  /// Output or storage could not be written (`EX_IOERR`).
  case unwritable = 74

  /// After SIGINT, SIGTERM, SIGHUP and SIGQUIT: 128 and the signal.
  static let ofSignals = "130, 143, 129, 131"
  static let meaningOfSignals = "ended by SIGINT, SIGTERM, SIGHUP or SIGQUIT, the terminal restored"

  /// For the help, the manual and the README.
  var meaning: String {
    switch self {
    case .done: "done, or standard output was a pipe that was closed"
    case .unreadable: "a source was not found or cannot be read"
    case .usage: "the command line was not understood"
    case .network: "network or HTTP failure, or not in the cache while offline"
    case .noArticle: "no article was found in the source; what there is was printed all the same"
    case .configuration: "the configuration, a theme or the key table is wrong"
    case .unwritable: "output or storage could not be written"
    }
  }
}
