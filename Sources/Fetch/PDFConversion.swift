/// A PDF that becomes text, by a program that is confined as the helper is: it is given the bytes and nothing else.
final class PDFConversion {
  /// Milliseconds that it may take.
  static let patience = 30_000

  /// How it ended.
  enum Outcome: Equatable {
    case text([UInt8])
    case failed
  }

  /// To be polled: for writing, too, while `isSending`.
  var descriptor: Int32 { process.descriptor }
  var isSending: Bool { sent < bytes.count }

  private let process: HelperProcess
  private let bytes: [UInt8]
  private var sent = 0
  private var text: [UInt8] = []
  /// Bytes of text.
  private let limit: Int
  /// Bytes that are exchanged in one pump.
  private static let slice = 1 << 20

  /// Starts it. Throws `pdfUnreadable` where it cannot be started.
  init(_ bytes: [UInt8], location: String, settings: FetchSettings) throws(FetchError) {
    guard let program = settings.pdfProgram, let helper = settings.helper,
      let process = HelperProcess([helper, "pdf", program], environment: [])
    else { throw .pdfUnreadable(location: location, isProgramMissing: settings.pdfProgram == nil) }
    self.process = process
    self.bytes = bytes
    limit = settings.limits.bodyBytes
  }

  /// Gives and takes what can be given and taken now; nil: it goes on.
  func pump() -> Outcome? {
    let first = sent
    while isSending, sent - first < Self.slice {
      guard let count = process.send(bytes[sent..<min(bytes.count, sent + Self.slice)]) else {
        // It wants no more, and may have said all the same what it has to say.
        sent = bytes.count
        break
      }
      if count == 0 { break }
      sent += count
      if !isSending { process.endInput() }
    }
    var taken = 0
    while taken < Self.slice {
      switch process.receive() {
      case .bytes(let new):
        taken += new.count
        text += new.prefix(limit - text.count)
      case .nothingYet: return nil
      case .end: return process.waitForEnd() == 0 ? .text(text) : .failed
      }
    }
    return nil
  }
}

/// Whether these are a PDF's first bytes: ISO 32000-1 §7.5.2.
package func isPDFDocument(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("%PDF-".utf8)) }

/// What the reader should know of text that was a PDF.
package let pdfNotice =
  "This is the text of a PDF, without its pictures; columns and tables may be out of order. gx opens it in a browser."

/// The text of a PDF of this machine; waits for it.
package func pdfText(
  _ bytes: [UInt8], location: String, settings: FetchSettings
) throws(FetchError) -> [UInt8] {
  let run = try PDFConversion(bytes, location: location, settings: settings)
  let waiting = Waiting()
  waiting.set(milliseconds: PDFConversion.patience)
  while !waiting.isDue {
    switch run.pump() {
    case .text(let text): return text
    case .failed: throw .pdfUnreadable(location: location, isProgramMissing: false)
    case nil:
      waiting.watch(run.descriptor, forWriting: run.isSending)
      _ = waiting.wait(milliseconds: -1)
    }
  }
  throw .pdfUnreadable(location: location, isProgramMissing: false)
}
