import CSystem
import Glibc
import Screen

/// The two ends of a terminal as file descriptors.
struct Tty {
  let input: Int32
  let output: Int32
  private(set) var isClosed = false
  /// How its driver was set before anything was changed; nil: that cannot be asked.
  let before: termios?

  /// Keys come from the terminal itself, also where standard input is a pipe.
  init() throws(TerminalError) {
    input = isatty(STDIN_FILENO) == 1 ? STDIN_FILENO : Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard input >= 0 else { throw .noTerminal }
    output = isatty(STDOUT_FILENO) == 1 ? STDOUT_FILENO : input
    var state = termios()
    before = tcgetattr(output, &state) == 0 ? state : nil
  }

  /// What its driver takes for the Backspace key.
  var erase: UInt8 {
    var state = termios()
    guard tcgetattr(input, &state) == 0 else { return ControlByte.delete }
    return withUnsafeBytes(of: state.c_cc) { $0[Int(VERASE)] }
  }

  /// nil: it does not say.
  var size: Size? {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 else { return nil }
    return Size(width: Int(window.ws_col), height: Int(window.ws_row))
  }

  /// What was typed and not yet read, without waiting.
  mutating func read() -> [UInt8] {
    var bytes: [UInt8] = []
    while !isClosed, isReadable() {
      let more = readOnce()
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// The one way past ncurses. What the terminal does not take is given up: there is nobody to tell.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }

  private mutating func isReadable() -> Bool {
    var poll = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    guard Glibc.poll(&poll, 1, 0) > 0 else { return false }
    let events = Int32(poll.revents)
    if events & POLLIN != 0 { return true }
    isClosed = events & (POLLHUP | POLLERR | POLLNVAL) != 0
    return false
  }

  /// A closed terminal reads as nothing, or as an error.
  private mutating func readOnce() -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Tty.pieceLength) { buffer, count in
      let length = Glibc.read(input, buffer.baseAddress, buffer.count)
      failure = length < 0 ? errno : 0
      count = max(0, length)
    }
    if bytes.isEmpty { isClosed = failure != EINTR && failure != EAGAIN }
    return bytes
  }

  /// What the tty's driver holds of typed-ahead keys (N_TTY_BUF_SIZE).
  private static let pieceLength = 4096
}
