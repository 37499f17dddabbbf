import Fetch
import Glibc

/// Programs that the reader asks for: an editor, a browser, a command of the reader's own.
enum Outside {
  /// What may end a command before it ends by itself.
  struct Interruption {
    /// What to poll besides the command's own pipes.
    var descriptors: [Int32]
    /// Asked when one of them can be read.
    var isWanted: () -> Bool

    var polled: [pollfd] { descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) } }
  }

  /// Runs a command of the reader's own through the shell, gives it the text, and answers what it printed; nil: it was
  /// interrupted, and is ended with all that it started.
  static func pipe(
    _ command: String, text: String, _ interruption: Interruption
  ) -> (output: String, status: Int32)? {
    var input: [Int32] = [0, 0]
    var output: [Int32] = [0, 0]
    guard Glibc.pipe(&input) == 0, Glibc.pipe(&output) == 0 else { return ("", -1) }
    let ends = input + output
    let words = ["/bin/sh", "-c", command]
    guard let child = ChildProcess.spawn(words, input: input[0], output: output[1], errors: output[1], isDetached: true)
    else {
      for end in ends { close(end) }
      return ("", -1)
    }
    close(input[0])
    close(output[1])
    let printed = exchange(Array(text.utf8), to: input[1], from: output[0], interruption)
    guard let printed, let status = end(of: child, interruption) else {
      kill(-child, SIGTERM)
      kill(-child, SIGCONT)
      _ = ChildProcess.wait(for: child, atMost: grace)
      return nil
    }
    return (String(decoding: printed, as: UTF8.self), status)
  }

  /// Milliseconds between two looks at a command that prints nothing more, and has not ended.
  private static let step = 10

  /// Waits for a command's end; its status, or nil: interrupted.
  private static func end(of child: pid_t, _ interruption: Interruption) -> Int32? {
    while true {
      if let status = ChildProcess.status(of: child) { return status }
      var waiting = interruption.polled
      poll(&waiting, nfds_t(waiting.count), Int32(step))
      if waiting.contains(where: { $0.revents != 0 }), interruption.isWanted() { return nil }
    }
  }

  /// What a command printed is kept up to this; the rest is read and let go.
  private static let outputLimit = 1 << 20

  /// Milliseconds that a command which was interrupted has to end in, before it is made to.
  private static let grace = 500

  /// Writes and reads at once, so that neither side waits for the other. nil: interrupted.
  private static func exchange(
    _ bytes: [UInt8], to input: Int32, from output: Int32, _ interruption: Interruption
  ) -> [UInt8]? {
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
      waiting += interruption.polled
      guard poll(&waiting, nfds_t(waiting.count), -1) >= 0 || errno == EINTR else { break }
      if waiting.dropFirst(2).contains(where: { $0.revents != 0 }), interruption.isWanted() {
        if isOpen { close(input) }
        close(output)
        return nil
      }
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
    guard let child = ChildProcess.spawn(arguments) else { return -1 }
    return ChildProcess.wait(for: child)
  }

  /// A program that goes on by itself, with no terminal.
  static func launch(_ arguments: [String]) -> Bool {
    let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { if nowhere >= 0 { close(nowhere) } }
    return ChildProcess.spawn(arguments, input: nowhere, output: nowhere, errors: nowhere, isDetached: true) != nil
  }
}
