import Foundation
import Glibc

/// Certificates made for one test, and a TLS server that shows them: both by the openssl program.
public final class Certificates: Sendable {
  public enum Failure: Error { case notMade(String) }

  /// Tests that need it say why they are skipped.
  public static let program = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// The certificate of the authority that signs the others.
  public var authority: String { folder + "/ca.pem" }
  public let folder: String

  private static let configuration = """
    [ca]
    default_ca = here
    [here]
    database = index.txt
    serial = serial
    new_certs_dir = .
    default_md = sha256
    default_days = 2
    policy = any
    [any]
    commonName = supplied
    """

  public init() throws {
    folder = NSTemporaryDirectory() + "ibid-certificates-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write("ca.cnf", Self.configuration)
    try write("index.txt", "")
    try write("serial", "01\n")
    try make("ca", signedByItself: true, name: "a test's authority")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  /// A certificate and its key that vouch for themselves.
  public func make(_ file: String, signedByItself: Bool, name: String) throws {
    try run(
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", file + ".key", "-out", file + ".pem"]
        + ["-subj", "/CN=" + name, "-addext", "subjectAltName=IP:127.0.0.1"])
  }

  /// One that the authority signs, for an alternative name such as `IP:127.0.0.1`; `years`: from when to when.
  public func make(_ file: String, for name: String, years: (from: Int, to: Int)? = nil) throws {
    try run(
      ["req", "-newkey", "rsa:2048", "-nodes", "-keyout", file + ".key", "-out", file + ".csr", "-subj", "/CN=" + file])
    try write(file + ".ext", "subjectAltName=" + name + "\n")
    let dates = years.map { ["-startdate", "\($0.from)0101000000Z", "-enddate", "\($0.to)0101000000Z"] } ?? []
    try run(
      ["ca", "-batch", "-notext", "-config", "ca.cnf", "-cert", "ca.pem", "-keyfile", "ca.key"]
        + ["-extfile", file + ".ext", "-in", file + ".csr", "-out", file + ".pem"] + dates)
  }

  private func run(_ arguments: [String]) throws {
    let process = try process(arguments)
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let words = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure.notMade(String(decoding: words, as: UTF8.self)) }
  }

  fileprivate func process(_ arguments: [String]) throws -> Process {
    guard let program = Self.program else { throw Failure.notMade("there is no openssl") }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }
}

/// A TLS server on 127.0.0.1 that answers every path of the one page that it has.
public final class TLSServer {
  public let port: Int
  private let process: Process
  private let certificates: Certificates

  /// `file`: the certificate to show. `answer`: with its head, as it is sent for `/page`.
  public init(_ certificates: Certificates, showing file: String, answer: String) throws {
    self.certificates = certificates
    try answer.write(toFile: certificates.folder + "/page", atomically: true, encoding: .utf8)
    // A port that was free a moment ago: s_server's own words about its port come when it wants.
    port = Int(try ScriptedServer { _, _ in }.port)
    process = try certificates.process(
      ["s_server", "-accept", "127.0.0.1:\(port)", "-cert", file + ".pem", "-key", file + ".key", "-HTTP"])
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 10)
    while !isListening {
      guard process.isRunning, Date() < deadline else { throw Certificates.Failure.notMade("the server ended") }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  deinit {
    kill(process.processIdentifier, SIGKILL)
  }

  private var isListening: Bool {
    let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
    defer { close(probe) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(probe, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  public func url(host: String = "127.0.0.1") -> String { "https://\(host):\(port)/page" }
}
