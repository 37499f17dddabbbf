import Foundation
import TestServer
import Testing
import Wire

@testable import Fetch

/// Certificates are looked at: what is wrong with one ends the load, and is said.
@Suite(.enabled(if: Certificates.program != nil, "openssl is not installed: the tests of TLS are skipped"))
struct TLSTests {
  private let certificates: Certificates

  init() throws { certificates = try Certificates() }

  private static let answer = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>A safe page."

  private var trusting: FetchSettings {
    var settings = Fetching.settings
    settings.environment = ["SSL_CERT_FILE=" + certificates.authority]
    return settings
  }

  private func server(_ file: String, answer: String = answer) throws -> TLSServer {
    try TLSServer(certificates, showing: file, answer: answer)
  }

  @Test func aCertificateOfATrustedAuthorityHolds() throws {
    try certificates.make("good", for: "IP:127.0.0.1")
    let server = try server("good")
    #expect(try Fetching.page(server.url(), trusting).bytes == Array("<p>A safe page.".utf8))
    // By a name that it does not hold, and without the trust.
    #expect(Fetching.kind(server.url(host: "localhost"), trusting) == .tlsWrongHost)
    #expect(Fetching.kind(server.url()) == .tlsUnknownIssuer)
  }

  @Test func oneThatHasExpiredDoesNot() throws {
    try certificates.make("old", for: "IP:127.0.0.1", years: (2020, 2021))
    let server = try server("old")
    #expect(Fetching.kind(server.url(), trusting) == .tlsExpired)
  }

  @Test func oneThatDoesNotHoldYetDoesNot() throws {
    try certificates.make("early", for: "IP:127.0.0.1", years: (2048, 2049))
    let server = try server("early")
    #expect(Fetching.kind(server.url(), trusting) == .tlsNotYetValid)
  }

  @Test func oneThatVouchesForItselfDoesNot() throws {
    try certificates.make("own", signedByItself: true, name: "own")
    let server = try server("own")
    #expect(Fetching.kind(server.url(), trusting) == .tlsSelfSigned)
  }

  @Test func plainHTTPIsNotTLS() throws {
    let server = try ScriptedServer { _, connection in connection.answer("plain") }
    let url = server.url().replacing("http:", with: "https:")
    // It waits for a request, and what comes is none: the handshake ends when the server does.
    var settings = trusting
    settings.limits.connectMilliseconds = 1500
    let kind = Fetching.kind(url, settings)
    #expect(kind == .tls || kind == .connectTimeout)
  }

  @Test func leavingTLSIsSaid() throws {
    let plain = try ScriptedServer { _, connection in connection.answer("<p>Not safe any more.") }
    try certificates.make("good", for: "IP:127.0.0.1")
    let server = try server("good", answer: "HTTP/1.0 302 Found\r\nLocation: \(plain.url())\r\n\r\n")
    let page = try Fetching.page(server.url(), trusting)
    #expect(page.url == plain.url())
    #expect(page.notices.contains { $0.contains("from https to plain http") })
  }
}
