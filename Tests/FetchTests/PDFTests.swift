import CSandbox
import Foundation
import TestServer
import Testing

@testable import Fetch

/// PDF becomes text where there is a program for it.
struct PDFTests {
  /// A page with one line, ISO 32000-1 §7.5, its cross-references counted.
  private static let document: [UInt8] = {
    let text = "BT /F1 12 Tf 72 700 Td (The tide rose by two metres.) Tj ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places { file += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }()

  private static let program = "/usr/bin/pdftotext"

  private func load(_ bytes: [UInt8], program: String?) throws -> Fetcher.Event {
    let server = try ScriptedServer { _, connection in connection.answer(bytes, type: "application/pdf") }
    var settings = Fetching.settings
    settings.pdfProgram = program
    return withExtendedLifetime(server) { Fetching.load(server.url(), settings).end }
  }

  private func isUnreadable(_ event: Fetcher.Event, programMissing: Bool) -> Bool {
    guard case .failed(.pdfUnreadable(_, programMissing)) = event else { return false }
    return true
  }

  @Test(.enabled(if: access(program, X_OK) == 0, "pdftotext is not installed: what it does is not tried"))
  func itsTextIsRead() throws {
    guard case .done(let page) = try load(Self.document, program: Self.program) else {
      Issue.record("no text came")
      return
    }
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("The tide rose by two metres."))
    #expect(page.mediaType == "text/plain")
    #expect(page.notices.contains { $0.contains("text of a PDF") })
    // A long one that is none, which the program leaves before it has read it.
    let broken = Array("%PDF-1.7".utf8) + [UInt8](repeating: 7, count: 3_000_000)
    #expect(isUnreadable(try load(broken, program: Self.program), programMissing: false))
  }

  @Test func withoutTheProgramItIsSaid() throws {
    let end = try load(Self.document, program: nil)
    #expect(isUnreadable(end, programMissing: true))
    guard case .failed(let error) = end else { return }
    #expect(error.message.contains("Install poppler-utils"))
  }

  @Test func aProgramThatCannotBeRunIsSaid() throws {
    #expect(isUnreadable(try load(Self.document, program: "/nowhere/pdftotext"), programMissing: false))
    #expect(isUnreadable(try load(Self.document, program: "/bin/false"), programMissing: false))
  }

  /// What the program may do: read what it is given, and say what it has to say.
  @Test func theProgramIsConfined() throws {
    let folder = try ScratchFolder()
    let secret = try folder.file("secret", Array("secret\n".utf8))
    let written = folder.path + "/written"
    // Without a program of the shell's own: what it may do itself.
    #expect(try outcome(of: "read word && echo \"$word\"", folder) == .text(Array("given\n".utf8)))
    if ibid_landlock_version() > 0 { #expect(try outcome(of: "read word < \(secret)", folder) == .failed) }
    #expect(try outcome(of: "echo x > \(written)", folder) == .failed)
    #expect(try outcome(of: "/bin/true", folder) == .failed)
    let size = (try? FileManager.default.attributesOfItem(atPath: written)[.size]) as? Int
    #expect(size ?? 0 == 0)
  }

  /// What comes of a shell in the place of the program.
  private func outcome(of words: String, _ folder: ScratchFolder) throws -> PDFConversion.Outcome? {
    let script = try folder.file("program", Array("#!/bin/sh\n\(words) || exit 9\n".utf8))
    chmod(script, 0o755)
    let given = Array("given\n".utf8)
    var settings = Fetching.settings
    settings.pdfProgram = script
    settings.limits.bodyBytes = 1000
    let conversion = try PDFConversion(given, location: "x.pdf", settings: settings)
    while true {
      if let outcome = conversion.pump() { return outcome }
    }
  }
}
