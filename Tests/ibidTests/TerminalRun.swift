import CSystem
import CVterm
import Foundation
import Glibc

/// The program on a pseudo terminal: a test sends keys, waits until the screen shows something, and reads it.
final class TerminalRun {
  enum Failure: Error, CustomStringConvertible {
    case noTerminal
    case notStarted(Int32)
    case notShown(String, screen: [String])
    case notEnded(screen: [String])

    var description: String {
      switch self {
      case .noTerminal: "no pseudo terminal could be opened"
      case .notStarted(let code): "the program did not start: \(String(cString: strerror(code)))"
      case .notShown(let what, let screen): "not shown: \(what)\n" + Self.framed(screen)
      case .notEnded(let screen): "the program did not end\n" + Self.framed(screen)
      }
    }

    private static func framed(_ screen: [String]) -> String {
      screen.map { "|" + $0 }.joined(separator: "\n")
    }
  }

  /// How the program ended.
  enum End: Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  /// What stands in a cell of the screen.
  struct ShownCell: Equatable {
    var text: String
    var isBold: Bool
    var isUnderlined: Bool
    var isItalic: Bool
    var isReversed: Bool
    var isStruck: Bool
  }

  /// Seconds that a loaded machine may take at most for anything.
  static let patience = 20.0

  /// `POSIX_SPAWN_SETSID` of glibc's spawn.h, which Swift's Glibc does not show.
  private static let newSession: Int32 = 0x80

  /// Of the program; it leads its own session.
  let process: pid_t
  /// All that the program wrote so far.
  private(set) var written: [UInt8] = []
  /// nil after hanging up.
  private var master: Int32?
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private var size: (columns: Int, rows: Int)
  private var end: End?

  init(
    _ arguments: [String], columns: Int = 80, rows: Int = 24, home: URL, environment: [String: String] = [:],
    input: String? = nil
  ) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    var window = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, &name, nil, &window) == 0, let terminal = vterm_new(Int32(rows), Int32(columns)),
      let screen = vterm_obtain_screen(terminal)
    else { throw Failure.noTerminal }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    vterm_set_utf8(terminal, 1)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
    self.master = master
    self.terminal = terminal
    self.screen = screen
    size = (columns, rows)
    process = try Self.start(arguments, name, input, BuiltProgram.environment(home: home, environment))
    close(slave)
  }

  deinit {
    if end == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    hangUp()
    vterm_free(terminal)
  }

  /// Starts the program as the leader of a session whose terminal is `tty`; `input` is a file for its standard input.
  private static func start(
    _ arguments: [String], _ tty: [CChar], _ input: String?, _ environment: [String: String]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The leader of a session takes the first terminal that it opens for its own.
    posix_spawn_file_actions_addopen(&actions, 1, tty, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    if let input {
      posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    } else {
      posix_spawn_file_actions_adddup2(&actions, 1, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(Self.newSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let words = ([BuiltProgram.path] + arguments).map { strdup($0) }
    let variables = environment.map { strdup($0.key + "=" + $0.value) }
    defer { for pointer in words + variables { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, BuiltProgram.path, &actions, &attributes, words + [nil], variables + [nil])
    guard code == 0 else { throw Failure.notStarted(code) }
    return process
  }
}

// What a person at the terminal does.
extension TerminalRun {
  /// Types: bytes as a terminal sends them.
  func send(_ keys: String) {
    guard let master else { return }
    let bytes = Array(keys.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count < 0 { return }
      done += count
    }
  }

  func resize(columns: Int, rows: Int) {
    guard let master else { return }
    size = (columns, rows)
    vterm_set_size(terminal, Int32(rows), Int32(columns))
    var window = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  func send(signal: Int32) {
    kill(process, signal)
  }

  /// Closes the terminal, as a window that is closed or a line that drops does.
  func hangUp() {
    if let master { close(master) }
    master = nil
  }
}

// What they see.
extension TerminalRun {
  /// The screen as text, without the blanks at the ends of rows.
  var rows: [String] {
    (0..<size.rows).map { row in
      var text = ""
      var column = 0
      while column < size.columns {
        text += self.text(row, column)
        column += max(1, Int(ibid_screen_cell(screen, Int32(row), Int32(column)).width))
      }
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  func cell(row: Int, column: Int) -> ShownCell {
    let cell = ibid_screen_cell(screen, Int32(row), Int32(column))
    return ShownCell(
      text: text(row, column), isBold: cell.bold != 0, isUnderlined: cell.underline != 0, isItalic: cell.italic != 0,
      isReversed: cell.reverse != 0, isStruck: cell.strike != 0)
  }

  var cursor: (row: Int, column: Int) {
    var place = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &place)
    return (Int(place.row), Int(place.col))
  }

  private func text(_ row: Int, _ column: Int) -> String {
    let chars = ibid_screen_cell(screen, Int32(row), Int32(column)).chars
    let scalars = withUnsafeBytes(of: chars) { $0.bindMemory(to: UInt32.self).prefix { $0 != 0 }.map { $0 } }
    return scalars.isEmpty ? " " : String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  /// Waits until the screen is as wanted; its rows then.
  @discardableResult
  func wait(for what: String, until isShown: ([String]) -> Bool) throws -> [String] {
    let deadline = Date.now + Self.patience
    while true {
      let rows = rows
      if isShown(rows) { return rows }
      guard Date.now < deadline, listen(until: deadline) else {
        throw Failure.notShown(what, screen: self.rows)
      }
    }
  }

  /// Waits until a row holds `text`; the rows then.
  @discardableResult
  func wait(forText text: String) throws -> [String] {
    try wait(for: "“\(text)”") { rows in rows.contains { $0.contains(text) } }
  }

  /// Waits until the program ends.
  func waitForEnd() throws -> End {
    let deadline = Date.now + Self.patience
    while listen(until: deadline) {}
    while end == nil, Date.now < deadline {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        let signal = status & 0x7F
        end = signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
      } else {
        poll(nil, 0, 5)
      }
    }
    guard let end else { throw Failure.notEnded(screen: rows) }
    return end
  }

  /// Takes what the program writes next; false: nothing more comes, or not in time.
  private func listen(until deadline: Date) -> Bool {
    guard let master else { return false }
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let milliseconds = Int32(max(0, deadline.timeIntervalSinceNow * 1000))
    guard poll(&ready, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    written += bytes[..<count]
    _ = bytes.withUnsafeBytes {
      vterm_input_write(terminal, $0.baseAddress?.assumingMemoryBound(to: CChar.self), count)
    }
    answer(to: master)
    return true
  }

  /// Sends what a terminal answers when it is asked.
  private func answer(to master: Int32) {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = vterm_output_read(terminal, &bytes, bytes.count)
    if count > 0 { _ = write(master, bytes, count) }
  }
}
