import Testing

@testable import Document

@Suite("A row of places, most of them empty")
struct SparseTests {
  @Test("A new row is empty at every place")
  func empty() {
    let row = Sparse<Int>(count: 200)
    #expect(row.count == 200)
    #expect(row.allSatisfy { $0 == nil })
    #expect(Sparse<Int>().isEmpty)
  }

  @Test("What is set is found, on both sides of a chunk's end", arguments: [0, 63, 64, 65, 199])
  func setting(index: Int) {
    var row = Sparse<Int>(count: 200)
    row[index] = 7
    #expect(row[index] == 7)
    #expect(row.indices.filter { row[$0] != nil } == [index])
    row[index] = nil
    #expect(row == Sparse<Int>(count: 200))
  }

  @Test("It grows by empty places, and never becomes shorter")
  func growing() {
    var row: Sparse<Int> = [1, nil, 3]
    row.grow(to: 130)
    #expect(row.count == 130)
    row.grow(to: 2)
    #expect(row.count == 130)
    row.append(4)
    #expect(Array(row.enumerated().filter { $0.element != nil }.map(\.offset)) == [0, 2, 130])
  }

  @Test("Only what is filled is mapped")
  func mapping() {
    var row = Sparse<Int>(count: 100)
    row[70] = 7
    #expect(row.mapped { "\($0)" }[70] == "7")
    #expect(row.mapped { "\($0)" }.filter { $0 != nil }.count == 1)
  }
}
