import Glibc
import Text

/// Why nothing more can be written.
enum OutputError: Error, Equatable {
  /// Whoever read the other end has gone: no failure of ours.
  case closed
  /// The system's error number.
  case failed(Int32)

  var status: ExitStatus {
    switch self {
    case .closed: .done
    case .failed: .unwritable
    }
  }
}

/// A file descriptor that is written in large steps.
final class Output {
  private let descriptor: Int32
  private var pending: [UInt8] = []
  /// A write of this size costs as little per byte as a larger one.
  private static let step = 1 << 16

  init(descriptor: Int32) {
    self.descriptor = descriptor
    // A closed pipe is then an error of `write`, and no death by signal.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Takes `bytes` over, and leaves them empty with their room kept.
  func take(_ bytes: inout [UInt8]) throws(OutputError) {
    pending.append(contentsOf: bytes)
    bytes.removeAll(keepingCapacity: true)
    if pending.count >= Self.step { try flush() }
  }

  func write(_ text: String) throws(OutputError) {
    var bytes = Array(text.utf8)
    try take(&bytes)
  }

  /// Writes all that was taken.
  func flush() throws(OutputError) {
    let failure = pending.withUnsafeBytes { Self.writeAll($0, to: descriptor) }
    pending.removeAll(keepingCapacity: true)
    switch failure {
    case nil: return
    case EPIPE?: throw .closed
    case let number?: throw .failed(number)
    }
  }

  /// nil, or the number of the error that ended it.
  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if count > 0 {
        done += count
      } else if errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&ready, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}

/// Says a sentence on standard error: "ibid: no such file: x. Check the path." Names of files and what servers say stand
/// in it: no control goes through.
func complain(_ sentence: String) {
  let lines = sentence.split(separator: "\n", omittingEmptySubsequences: false)
  let sentence = lines.map { sanitised(String($0)) }.joined(separator: "\n")
  let output = Output(descriptor: STDERR_FILENO)
  // Where standard error cannot be written, nobody is there to be told.
  try? output.write("ibid: " + sentence + "\n")
  try? output.flush()
}

/// Writes a text to standard output.
func put(_ text: String) -> ExitStatus {
  let output = Output(descriptor: STDOUT_FILENO)
  do throws(OutputError) {
    try output.write(text)
    try output.flush()
    return .done
  } catch {
    return unwritten(error)
  }
}

/// Says why standard output could not be written, where that is not the doing of whoever reads it.
func unwritten(_ error: OutputError) -> ExitStatus {
  if case .failed(let number) = error {
    complain("standard output could not be written: \(String(cString: strerror(number))).")
  }
  return error.status
}
