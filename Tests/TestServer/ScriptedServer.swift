import Foundation
import Glibc

/// A server on 127.0.0.1 that does what a test says, right or wrong: nothing of HTTP is done for it.
public final class ScriptedServer: Sendable {
  /// What a client asked for.
  public struct Request: Sendable {
    public let path: String
    /// The whole head, with its lines.
    public let head: String
  }

  public let port: UInt16
  private let listener: Int32
  private let log = Log()

  /// Answers each connection on a thread of its own.
  public init(_ answer: @escaping @Sendable (Request, Connection) -> Void) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRINUSE) }
    port = UInt16(bigEndian: address.sin_port)
    let log = log
    Thread.detachNewThread {
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { return }
        _ = fcntl(client, F_SETFD, FD_CLOEXEC)
        Thread.detachNewThread {
          let connection = Connection(client)
          // One request a connection: the scripts say Connection: close, or hang up.
          if let request = connection.readRequest() {
            log.add(request)
            answer(request, connection)
          }
          connection.close()
        }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    Glibc.close(listener)
  }

  public func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

  /// All that was asked for so far.
  public var requests: [Request] { log.requests }

  /// Requests in their order.
  private final class Log: @unchecked Sendable {
    private let lock = NSLock()
    private var all: [Request] = []

    var requests: [Request] { lock.withLock { all } }
    func add(_ request: Request) { lock.withLock { all.append(request) } }
  }
}

/// A connection of a client.
public final class Connection: Sendable {
  private let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// nil: the client hung up.
  func readRequest() -> ScriptedServer.Request? {
    var head = ""
    var part = [UInt8](repeating: 0, count: 4096)
    while !head.contains("\r\n\r\n") {
      let count = recv(descriptor, &part, part.count, 0)
      guard count > 0 else { return nil }
      head += String(decoding: part[..<count], as: UTF8.self)
    }
    let words = head.split(separator: " ")
    return ScriptedServer.Request(path: words.count > 1 ? String(words[1]) : "", head: head)
  }

  /// false: the client is gone.
  @discardableResult public func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  @discardableResult public func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// A whole answer.
  public func answer(
    _ body: [UInt8], status: String = "200 OK", type: String = "text/html; charset=utf-8", headers: [String] = []
  ) {
    let lines = ["HTTP/1.1 \(status)", "Content-Type: \(type)", "Content-Length: \(body.count)", "Connection: close"]
    send((lines + headers).joined(separator: "\r\n") + "\r\n\r\n")
    send(body)
  }

  public func answer(
    _ body: String, status: String = "200 OK", type: String = "text/html; charset=utf-8", headers: [String] = []
  ) {
    answer(Array(body.utf8), status: status, type: type, headers: headers)
  }

  /// Waits until the client hangs up: a server that says no more.
  public func waitForEnd() {
    var byte: UInt8 = 0
    while recv(descriptor, &byte, 1, 0) > 0 {}
  }

  /// Breaks the connection off: the client sees a reset.
  public func reset() {
    var hard = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
    shutdown(descriptor, Int32(SHUT_RD))
  }

  func close() { Glibc.close(descriptor) }
}
