import CSystem
import Glibc

/// Programs that the reader asks for: an editor, a browser, a command of the reader's own.
enum Outside {
  /// Runs a command of the reader's own through the shell, gives it the text, and answers what it printed.
  static func pipe(_ command: String, text: String) -> (output: String, status: Int32) {
    var input: [Int32] = [0, 0]
    var output: [Int32] = [0, 0]
    guard Glibc.pipe(&input) == 0, Glibc.pipe(&output) == 0 else { return ("", -1) }
    let ends = input + output
    guard let child = spawn(["/bin/sh", "-c", command], input: input[0], output: output[1], closing: ends) else {
      for end in ends { close(end) }
      return ("", -1)
    }
    close(input[0])
    close(output[1])
    let printed = exchange(Array(text.utf8), to: input[1], from: output[0])
    return (String(decoding: printed, as: UTF8.self), wait(for: child))
  }

  /// What a command printed is kept up to this; the rest is read and let go.
  private static let outputLimit = 1 << 20

  /// Writes and reads at once, so that neither side waits for the other.
  private static func exchange(_ bytes: [UInt8], to input: Int32, from output: Int32) -> [UInt8] {
    var sent = 0
    var printed: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    var isOpen = true
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    while true {
      var waiting = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isOpen ? input : -1, events: Int16(POLLOUT), revents: 0),
      ]
      guard poll(&waiting, 2, -1) >= 0 || errno == EINTR else { break }
      if isOpen, waiting[1].revents != 0 {
        let count = bytes.withUnsafeBytes { write(input, $0.baseAddress.map { $0 + sent }, bytes.count - sent) }
        if count > 0 { sent += count }
        if sent >= bytes.count || (count < 0 && errno != EAGAIN && errno != EINTR) {
          close(input)
          isOpen = false
        }
      }
      guard waiting[0].revents != 0 else { continue }
      let count = Glibc.read(output, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      if printed.count < outputLimit { printed += part[..<count] }
    }
    if isOpen { close(input) }
    close(output)
    return printed
  }

  /// A program that takes the terminal until it ends; the terminal must be given up before.
  static func runInTerminal(_ arguments: [String]) -> Int32 {
    guard let child = spawn(arguments, input: nil, output: nil, closing: []) else { return -1 }
    return wait(for: child)
  }

  /// A program that goes on by itself, with no terminal.
  static func launch(_ arguments: [String]) -> Bool {
    let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { if nowhere >= 0 { close(nowhere) } }
    return spawn(arguments, input: nowhere, output: nowhere, closing: [], isDetached: true) != nil
  }

  private static func spawn(
    _ arguments: [String], input: Int32?, output: Int32?, closing: [Int32], isDetached: Bool = false
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    if let output {
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    }
    for end in closing { posix_spawn_file_actions_addclose(&actions, end) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, isDetached ? flags | ibid_spawn_new_session() : flags)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    guard let program = arguments.first,
      posix_spawnp(&child, program, &actions, &attributes, &words, ibid_environment()) == 0
    else { return nil }
    return child
  }

  private static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
  }
}
