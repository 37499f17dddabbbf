import CSystem
import Glibc

/// A program of its own that is spoken with over one socket: standard input and output at its end, non-blocking at ours.
/// It can do whatever it wants: read too little, write too much, hang, die.
final class HelperProcess {
  /// To be polled; nonblocking.
  let descriptor: Int32
  private(set) var child: pid_t?

  /// Starts it with an environment of its own. nil: it cannot be started.
  init?(_ arguments: [String], environment: [String]) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | O_CLOEXEC
    guard let program = arguments.first, socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    descriptor = ends[0]
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    child = Self.spawn(program, arguments, environment, channel: ends[1])
    close(ends[1])
    if child == nil {
      close(descriptor)
      return nil
    }
  }

  deinit { end() }

  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String], channel: Int32
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, channel, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, channel, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    ibid_spawn_close_from(&actions, STDERR_FILENO + 1)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // A session of its own: the terminal's signals are for the reader.
    let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | ibid_spawn_new_session()
    posix_spawnattr_setflags(&attributes, flags)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var child = pid_t()
    return posix_spawn(&child, program, &actions, &attributes, &words, &variables) == 0 ? child : nil
  }

  /// Sends what it takes now. How many bytes: 0 when it takes none; nil when it never will.
  func send(_ bytes: ArraySlice<UInt8>) -> Int? {
    let count = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    if count < 0 { return errno == EAGAIN || errno == EINTR ? 0 : nil }
    return count
  }

  /// Says that nothing more will be sent.
  func endInput() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// What came of it.
  enum Reception {
    case bytes([UInt8])
    case nothingYet
    case end
  }

  private static let portion = 1 << 16

  func receive() -> Reception {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.portion) { buffer, count in
      let got = read(descriptor, buffer.baseAddress, buffer.count)
      failure = got < 0 ? errno : 0
      count = max(got, 0)
    }
    if failure == EAGAIN || failure == EINTR { return .nothingYet }
    return bytes.isEmpty ? .end : .bytes(bytes)
  }

  /// Ends it now, whatever it does. Harmless when repeated.
  func end() { _ = reap(killing: true) }

  /// The status that it leaves with, once it has hung up; nil: a signal ended it.
  func waitForEnd() -> Int32? { reap(killing: false) }

  private func reap(killing: Bool) -> Int32? {
    guard let child else { return nil }
    self.child = nil
    if killing { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    close(descriptor)
    return status & 0x7f == 0 ? status >> 8 & 0xff : nil
  }
}
