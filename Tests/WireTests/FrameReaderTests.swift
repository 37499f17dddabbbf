import Testing

@testable import Wire

struct FrameReaderTests {
  @Test func framesArePutTogetherWhereverTheyAreCut() throws {
    let frames: [FetchReport] = [.redirect(url: "http://a/"), .body([1, 2, 3]), .end(isCut: true)]
    let bytes = frames.flatMap(\.frame)
    for size in 1...bytes.count {
      var reader = FrameReader()
      var found: [FetchReport] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        reader.take(bytes[start..<min(start + size, bytes.count)])
        while let payload = try reader.next() { found.append(try FetchReport(payload: payload)) }
      }
      #expect(found == frames)
      #expect(!reader.isInFrame)
    }
  }

  @Test func aFrameIsNeitherEmptyNorEndless() throws {
    for (prefix, length) in [([0, 0, 0, 0], 0), ([0xFF, 0xFF, 0xFF, 0xFF], 0xFFFF_FFFF)] as [([UInt8], Int)] {
      var reader = FrameReader()
      reader.take(prefix)
      #expect(throws: WireError.badLength(length)) { try reader.next() }
    }
    var reader = FrameReader()
    reader.take([0, 4, 0, 1])
    #expect(throws: WireError.badLength(WireFrame.limit + 1)) { try reader.next() }
    reader = FrameReader()
    reader.take([0, 4, 0, 0])
    #expect(try reader.next() == nil)
  }

  /// Nothing but what was sent is held, however long it goes on.
  @Test func whatWasReadIsLetGo() throws {
    var reader = FrameReader()
    let frame = FetchReport.body([UInt8](repeating: 7, count: 1000)).frame
    for _ in 0..<1000 {
      reader.take(frame)
      #expect(try reader.next()?.count == 1001)
      #expect(!reader.isInFrame)
    }
  }
}
