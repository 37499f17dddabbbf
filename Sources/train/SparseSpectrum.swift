import Foundation

/// A matrix that is zero nearly everywhere, row by row.
struct SparseMatrix {
  /// Where each row begins in the other two, and where the last one ends.
  var starts: [Int]
  var columns: [Int32]
  var values: [Float]
  let width: Int

  var height: Int { starts.count - 1 }

  /// This matrix times one of `width` rows that are `depth` long.
  func times(_ other: [Float], depth: Int) -> [Float] {
    var product = [Float](repeating: 0, count: height * depth)
    each { row, column, value in
      for place in 0..<depth { product[row * depth + place] += value * other[column * depth + place] }
    }
    return product
  }

  /// This matrix, turned on its side, times one of `height` rows that are `depth` long.
  func turnedTimes(_ other: [Float], depth: Int) -> [Float] {
    var product = [Float](repeating: 0, count: width * depth)
    each { row, column, value in
      for place in 0..<depth { product[column * depth + place] += value * other[row * depth + place] }
    }
    return product
  }

  @inline(__always)
  private func each(_ body: (Int, Int, Float) -> Void) {
    for row in 0..<height {
      for cell in starts[row]..<starts[row + 1] { body(row, Int(columns[cell]), values[cell]) }
    }
  }
}

/// The left singular vectors of a sparse matrix, each times the root of its singular value.
enum SparseSpectrum {
  /// Directions that are followed besides those that are wanted.
  private static let spare = 10
  private static let rounds = 4

  /// For each row of `matrix` so many numbers.
  static func rows(_ matrix: SparseMatrix, dimensions: Int) -> [Float] {
    let depth = dimensions + spare
    var random = SeededRandom(state: 7)
    var right = (0..<matrix.width * depth).map { _ in Float(random.next(below: 1 << 20)) / Float(1 << 19) - 1 }
    var left = orthonormal(matrix.times(right, depth: depth), depth: depth)
    for _ in 0..<rounds {
      right = orthonormal(matrix.turnedTimes(left, depth: depth), depth: depth)
      left = orthonormal(matrix.times(right, depth: depth), depth: depth)
    }
    // Within what the columns of `left` span, the matrix is small.
    let small = matrix.turnedTimes(left, depth: depth)
    let (powers, axes) = eigen(gram(small, depth: depth), size: depth)
    let order = powers.indices.sorted { powers[$0] > powers[$1] }.prefix(dimensions)
    var rows = [Float](repeating: 0, count: matrix.height * dimensions)
    for row in 0..<matrix.height {
      for (place, axis) in order.enumerated() {
        var sum = 0.0
        for step in 0..<depth { sum += Double(left[row * depth + step]) * axes[step * depth + axis] }
        // Singular values are the roots of these.
        rows[row * dimensions + place] = Float(sum * pow(max(0, powers[axis]), 0.25))
      }
    }
    return rows
  }

  /// Of each two columns the sum of products.
  private static func gram(_ rows: [Float], depth: Int) -> [Double] {
    var gram = [Double](repeating: 0, count: depth * depth)
    for start in stride(from: 0, to: rows.count, by: depth) {
      for first in 0..<depth {
        let value = Double(rows[start + first])
        for second in first..<depth { gram[first * depth + second] += value * Double(rows[start + second]) }
      }
    }
    for first in 0..<depth { for second in 0..<first { gram[first * depth + second] = gram[second * depth + first] } }
    return gram
  }

  /// Columns that span the same and are at right angles, twice by Cholesky's way: once leaves what rounding leaves.
  private static func orthonormal(_ rows: [Float], depth: Int) -> [Float] {
    var rows = rows
    for _ in 0..<2 {
      let root = cholesky(gram(rows, depth: depth), size: depth)
      for start in stride(from: 0, to: rows.count, by: depth) {
        for column in 0..<depth {
          var value = Double(rows[start + column])
          for before in 0..<column { value -= Double(rows[start + before]) * root[column * depth + before] }
          rows[start + column] = Float(value / root[column * depth + column])
        }
      }
    }
    return rows
  }

  /// The lower triangle whose product with itself turned is `matrix`.
  private static func cholesky(_ matrix: [Double], size: Int) -> [Double] {
    var root = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0...row {
        var value = matrix[row * size + column]
        for before in 0..<column { value -= root[row * size + before] * root[column * size + before] }
        let diagonal = root[column * size + column]
        root[row * size + column] = row == column ? max(1e-12, value).squareRoot() : value / diagonal
      }
    }
    return root
  }

  /// Eigenvalues, and eigenvectors as columns, of a symmetric matrix (Jacobi's rotations).
  private static func eigen(_ matrix: [Double], size: Int) -> (values: [Double], vectors: [Double]) {
    var matrix = matrix
    var vectors = [Double](repeating: 0, count: size * size)
    for place in 0..<size { vectors[place * size + place] = 1 }
    func turn(_ values: inout [Double], _ first: Int, _ second: Int, _ sine: Double, _ cosine: Double) {
      let (one, other) = (values[first], values[second])
      values[first] = cosine * one - sine * other
      values[second] = sine * one + cosine * other
    }
    for _ in 0..<12 {
      for first in 0..<size - 1 {
        for second in first + 1..<size where abs(matrix[first * size + second]) > 1e-12 {
          let gap = matrix[second * size + second] - matrix[first * size + first]
          let angle = 0.5 * atan2(2 * matrix[first * size + second], gap)
          let (sine, cosine) = (sin(angle), cos(angle))
          for step in 0..<size { turn(&matrix, step * size + first, step * size + second, sine, cosine) }
          for step in 0..<size { turn(&matrix, first * size + step, second * size + step, sine, cosine) }
          for step in 0..<size { turn(&vectors, step * size + first, step * size + second, sine, cosine) }
        }
      }
    }
    return ((0..<size).map { matrix[$0 * size + $0] }, vectors)
  }
}
