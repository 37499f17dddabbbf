import Screen
import Testing

@testable import Terminal

/// A frame whose rows show these characters.
private func frame(_ rows: String) -> Frame {
  let scalars = Array(rows.unicodeScalars)
  var frame = Frame(size: Size(width: 6, height: scalars.count))
  for (y, scalar) in scalars.enumerated() where scalar != " " { frame[2, y] = Cell(base: scalar.value) }
  return frame
}

@Suite struct ShiftTests {
  @Test(arguments: [
    ("abcdefghijklmnop", "bcdefghijklmnoqp", Shift(rows: 0..<14, distance: 1)),
    ("abcdefghijklmno-", "xabcdefghijklmn-", Shift(rows: 1..<15, distance: -1)),
    ("abcdefghijklmnop", "ijklmnop12345678", nil),
    ("abcdefghijklmnopqrstuvwx", "ijklmnopqrstuvwx12345678", Shift(rows: 0..<16, distance: 8)),
    ("abcdefghijklmnop", "abcdefghijklmnop", nil),
    ("abcdefghijklmnop", "abcdefgXijklmnop", nil),
    ("ab  ef  ij  mnop", "b  ef  ij  mno2p", Shift(rows: 0..<14, distance: 1)),
    ("                ", "               x", nil),
    ("abc", "bcd", nil), ("", "", nil),
  ])
  func rowsThatMoved(_ before: String, _ after: String, _ expected: Shift?) {
    #expect(Shift.between(frame(before), frame(after)) == expected)
  }

  @Test func whatStandsWhereAfterTheMove() {
    let up = Shift(rows: 2..<10, distance: 3)
    #expect((0..<14).map(up.origin) == [0, 1, 5, 6, 7, 8, 9, 10, 11, 12, -1, -1, -1, 13])
    let down = Shift(rows: 3..<10, distance: -3)
    #expect((0..<12).map(down.origin) == [-1, -1, -1, 0, 1, 2, 3, 4, 5, 6, 10, 11])
  }

  @Test func framesOfOtherSizesHaveNone() {
    #expect(Shift.between(frame("abcdefghijklmnop"), frame("bcdefghijklmnopq1")) == nil)
  }
}
