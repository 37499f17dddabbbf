import Testing

@testable import Wire

struct MessageTests {
  private static let head = ResponseHead(
    url: "https://example.org/ä", status: 404, contentType: "text/html", etag: "\"x\"", lastModified: nil,
    cacheControl: "max-age=3", length: 17)

  private static let reports: [FetchReport] =
    [
      .redirect(url: "http://example.org/"), .head(head), .head(ResponseHead(url: "", status: 100)), .body([]),
      .body([0, 255, 10]), .end(isCut: false), .end(isCut: true),
    ] + FailureKind.allCases.map { .failure($0, url: "https://a.example/", detail: "Grüße") }

  private static let order: FetchOrder = {
    var order = FetchOrder(url: "https://example.org/", userAgent: "a", etag: "W/\"1\"", lastModified: nil)
    order.limits.redirects = 3
    return order
  }()

  /// What a frame holds, without its length.
  private static func payload(_ frame: [UInt8]) -> [UInt8] { Array(frame.dropFirst(WireFrame.prefix)) }

  @Test(arguments: reports) func aReportComesAsItWasSent(_ report: FetchReport) throws {
    #expect(try FetchReport(payload: Self.payload(report.frame)) == report)
  }

  @Test func anOrderComesAsItWasSent() throws {
    #expect(try FetchOrder(payload: Self.payload(Self.order.frame)) == Self.order)
  }

  @Test func aMessageThatIsCutOrTooLongIsRefused() {
    for frame in Self.reports.map(\.frame) + [Self.order.frame] {
      let payload = Self.payload(frame)
      let isBody = payload.first == FetchReport.body([]).frame.last
      for count in 0..<payload.count where !isBody {
        #expect(throws: WireError.self) { try FetchReport(payload: Array(payload[..<count])) }
        #expect(throws: WireError.self) { try FetchOrder(payload: Array(payload[..<count])) }
      }
      if !isBody { #expect(throws: WireError.self) { try FetchReport(payload: payload + [0]) } }
    }
  }

  @Test func unknownKindsAreRefused() {
    let known = Set(Self.reports.map { Self.payload($0.frame)[0] })
    for kind in UInt8.min...UInt8.max where !known.contains(kind) {
      #expect(throws: WireError.unknownKind(kind)) { try FetchReport(payload: [kind, 0, 0, 0, 0]) }
    }
    #expect(throws: WireError.unknownKind(0)) { try FetchReport(payload: [20, 0, 0, 0, 0, 0, 0, 0, 0, 0]) }
  }

  @Test func numbersStayInTheirRanges() {
    var fields = FieldWriter()
    fields.put(17)
    fields.put("u")
    // A status of 99, and one that no signed number holds.
    #expect(throws: WireError.badField) {
      try FetchReport(payload: fields.bytes + [0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 0, 0, 0])
    }
    #expect(throws: WireError.badField) {
      try FetchReport(payload: fields.bytes + [UInt8](repeating: 255, count: 8) + [0, 0, 0, 0, 0])
    }
    // A text that says it is longer than the whole message.
    #expect(throws: WireError.badField) { try FetchReport(payload: [16, 0x7F, 0xFF, 0xFF, 0xFF, 65]) }
    // A flag that is neither.
    #expect(throws: WireError.badField) { try FetchReport(payload: [19, 2]) }
  }

  @Test func longTextsAreCutAndBrokenOnesRepaired() throws {
    let long = String(repeating: "ä", count: FieldReader.textLimit)
    guard case .redirect(let url) = try FetchReport(payload: Self.payload(FetchReport.redirect(url: long).frame)) else {
      Issue.record("another report came")
      return
    }
    #expect(url.utf8.count == FieldReader.textLimit)
    #expect(try FetchReport(payload: [16, 0, 0, 0, 2, 0xC3, 0x28]) == .redirect(url: "\u{FFFD}("))
  }

  /// Whatever a helper sends is a report or an error, never a trap; what is a report is written back as it came.
  @Test func decodingIsTotal() throws {
    let seed = UInt64.random(in: 1...UInt64.max)
    var state = seed
    func next() -> UInt64 {
      // xorshift64, Marsaglia 2003.
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let samples = Self.reports.map { Self.payload($0.frame) } + [Self.payload(Self.order.frame)]
    for _ in 0..<50_000 {
      var bytes = samples[Int(next() % UInt64(samples.count))]
      for _ in 0..<next() % 4 where !bytes.isEmpty {
        let place = Int(next() % UInt64(bytes.count))
        switch next() % 3 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: next())
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8(truncatingIfNeeded: next()), at: place)
        }
      }
      _ = try? FetchOrder(payload: bytes)
      if let report = try? FetchReport(payload: bytes) {
        #expect(try FetchReport(payload: Self.payload(report.frame)) == report, "seed \(seed)")
      }
      var reader = FrameReader()
      reader.take(bytes)
      while let payload = try? reader.next() { _ = try? FetchReport(payload: payload) }
    }
  }
}
