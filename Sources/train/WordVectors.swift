import Foundation

/// What words mean by the company they keep, as points in few dimensions: the positive pointwise mutual information of
/// each word with the words up to three places beside it (Levy and Goldberg, 2014), its singular vectors found at random
/// (Halko, Martinsson and Tropp, 2011). The same texts give the same numbers.
struct WordVectors {
  static let dimensions = 100
  /// A word's weight falls with its share of all words from here on (Arora and others, 2017).
  private static let common: Float = 1e-3
  /// So that weights of these numbers are of the size of other weights.
  private static let stretch: Float = 10

  /// Of each word that is known its place among the rows; -1: it stands too seldom in the texts.
  private let rows: [Int32]
  private var values: [Float] = []

  /// `texts` are words by their places in a vocabulary of `size`.
  init(_ texts: [[Int]], size: Int) {
    let company = WordCompany(texts, size: size)
    rows = company.rows
    values = SparseSpectrum.rows(company.matrix, dimensions: Self.dimensions)
    let total = Float(company.counts.reduce(0, +))
    for row in company.counts.indices {
      let range = row * Self.dimensions..<(row + 1) * Self.dimensions
      let norm = sqrtf(range.reduce(Float(0)) { $0 + values[$1] * values[$1] }) + 1e-9
      let rarity = Self.common / (Self.common + Float(company.counts[row]) / total)
      for place in range { values[place] *= Self.stretch * rarity / norm }
    }
  }

  /// The sum of the words' points.
  func sum(_ words: [Int]) -> [Float] {
    var sum = [Float](repeating: 0, count: Self.dimensions)
    for word in words where rows[word] >= 0 {
      let start = Int(rows[word]) * Self.dimensions
      for dimension in 0..<Self.dimensions { sum[dimension] += values[start + dimension] }
    }
    return sum
  }

  /// What each place of the vocabulary weighs where its dimensions weigh so much.
  func weights(_ direction: [Float]) -> [Float] {
    rows.map { row in
      guard row >= 0 else { return 0 }
      let start = Int(row) * Self.dimensions
      return (0..<Self.dimensions).reduce(Float(0)) { $0 + values[start + $1] * direction[$1] }
    }
  }
}

/// Which words stand beside which, more often than by chance.
private struct WordCompany {
  /// A word is known that stands so often in the texts.
  private static let least = 4
  /// Of the commonest words it is counted which others they stand beside, on either side.
  private static let most = 4000
  private static let reach = 3
  /// Seldom words are as if they were less seldom (Levy, Goldberg and Dagan, 2015).
  private static let smoothing: Float = 0.75

  let rows: [Int32]
  /// Of each row how often its word stands in the texts.
  let counts: [Int]
  private(set) var matrix = SparseMatrix(starts: [0], columns: [], values: [], width: 2 * most)

  init(_ texts: [[Int]], size: Int) {
    var times = [Int](repeating: 0, count: size)
    for text in texts { for word in text { times[word] += 1 } }
    let known = times.indices.filter { times[$0] >= Self.least }.sorted { (times[$1], $0) < (times[$0], $1) }
    var rows = [Int32](repeating: -1, count: size)
    for (row, word) in known.enumerated() { rows[word] = Int32(row) }
    self.rows = rows
    counts = known.map { times[$0] }
    measure(texts)
  }

  /// Row, column and distance of each pair, in order.
  private func pairs(_ texts: [[Int]]) -> [UInt64] {
    var pairs: [UInt64] = []
    func add(_ row: Int32, _ column: Int, _ far: Int) {
      pairs.append((UInt64(row) << 16 | UInt64(column)) << 2 | UInt64(far))
    }
    for text in texts {
      let line = text.map { rows[$0] }
      for index in line.indices where line[index] >= 0 {
        for far in 1...Self.reach where index + far < line.count && line[index + far] >= 0 {
          let (left, right) = (line[index], line[index + far])
          if right < Self.most { add(left, Int(right), far) }
          if left < Self.most { add(right, Self.most + Int(left), far) }
        }
      }
    }
    return pairs.sorted()
  }

  private mutating func measure(_ texts: [[Int]]) {
    var cells: [(row: Int, column: Int, sum: Float)] = []
    var last: UInt64 = .max
    for pair in pairs(texts) {
      let weight = 1 / Float(pair & 3)
      if pair >> 2 == last {
        cells[cells.count - 1].sum += weight
      } else {
        last = pair >> 2
        cells.append((Int(last >> 16), Int(last & 0xFFFF), weight))
      }
    }
    var rowSums = [Float](repeating: 0, count: counts.count)
    var columnSums = [Float](repeating: 0, count: matrix.width)
    for cell in cells {
      rowSums[cell.row] += cell.sum
      columnSums[cell.column] += cell.sum
    }
    columnSums = columnSums.map { powf($0, Self.smoothing) }
    let total = columnSums.reduce(0, +)
    var next = 0
    for row in counts.indices {
      while next < cells.count, cells[next].row == row {
        let cell = cells[next]
        let information = logf(cell.sum * total / (rowSums[row] * columnSums[cell.column]))
        if information > 0 {
          matrix.columns.append(Int32(cell.column))
          matrix.values.append(information)
        }
        next += 1
      }
      matrix.starts.append(matrix.columns.count)
    }
  }
}
