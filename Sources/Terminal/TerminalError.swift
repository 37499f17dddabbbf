/// Why there is no screen to read on.
package enum TerminalError: Error, Sendable, Equatable {
  /// Neither standard input nor /dev/tty is a terminal.
  case noTerminal
  /// TERM is not set.
  case unnamed
  /// TERM names a terminal that the system has no description of.
  case unknown(String)
  /// The terminal cannot move its cursor.
  case tooPlain(String)

  /// What happened, and what to do.
  package var sentence: String {
    switch self {
    case .noTerminal:
      "There is no terminal to read keys from. `ibid dump` prints the article instead."
    case .unnamed:
      "TERM is not set, so nothing is known of this terminal. Set it (most are xterm-256color), or use `ibid dump`."
    case .unknown(let name):
      "The system has no description of the terminal “\(name)”. Set TERM to one it knows (most understand "
        + "xterm-256color), or install its description (Debian: ncurses-term), or use `ibid dump`."
    case .tooPlain(let name):
      "The terminal “\(name)” cannot move its cursor. Use `ibid dump`, or another terminal."
    }
  }
}
