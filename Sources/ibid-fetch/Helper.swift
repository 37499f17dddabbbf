import CCurl
import Glibc
import Wire

/// The reader's helper: the network, TLS and their libraries run here, behind a pipe, and end with the one page that was
/// asked for. With `pdf PROGRAM` it becomes that program, under the same limits and without the network.
@main enum Helper {
  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == "pdf" {
      Confinement.run(program: arguments[2])
    }
    guard arguments.count == 1 else { usage() }
    guard Confinement.begin(), ibid_curl_start() == CURLE_OK else { exit(1) }
    // Names of hosts that are not ASCII come in UTF-8, and are read by the locale.
    setlocale(LC_CTYPE, "C.UTF-8")
    let authorities = getenv("SSL_CERT_FILE").map { String(cString: $0) }
    Confinement.confine(reading: authorities)
    let channel = Channel()
    guard let order = channel.order() else { exit(1) }
    guard let transfer = Transfer(order, channel: channel, authorities: authorities) else {
      channel.send(.failure(.outOfMemory, url: order.url, detail: ""))
      exit(1)
    }
    transfer.run()
    exit(0)
  }

  private static func usage() -> Never {
    let words = "ibid-fetch is started by ibid, and speaks with it alone.\n"
    _ = words.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    exit(2)
  }
}

/// The way to the reader: an order comes from standard input, reports go to standard output.
struct Channel {
  /// nil: the reader hung up, or what came is no order.
  func order() -> FetchOrder? {
    var frames = FrameReader()
    var part = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      do throws(WireError) {
        if let payload = try frames.next() { return try FetchOrder(payload: payload) }
      } catch {
        return nil
      }
      let count = read(STDIN_FILENO, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      frames.take(part[..<count])
    }
  }

  /// Waits until the reader has taken it. Where the reader is gone, there is nothing more to do.
  func send(_ report: FetchReport) {
    let frame = report.frame
    var sent = 0
    while sent < frame.count {
      let count = frame[sent...].withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { exit(0) }
      sent += count
    }
  }
}
