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
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    descriptor = ends[0]
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    child = ChildProcess.spawn(
      arguments, environment: environment, input: ends[1], output: ends[1], errors: nowhere, isDetached: true)
    close(nowhere)
    close(ends[1])
    if child == nil {
      close(descriptor)
      return nil
    }
  }

  deinit { end() }

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

  /// The status that it leaves with, once it has hung up; nil: it was ended before.
  func waitForEnd() -> Int32? { reap(killing: false) }

  private func reap(killing: Bool) -> Int32? {
    guard let child else { return nil }
    self.child = nil
    if killing { kill(child, SIGKILL) }
    defer { close(descriptor) }
    return ChildProcess.wait(for: child)
  }
}
