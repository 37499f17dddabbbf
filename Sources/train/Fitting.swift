import Foundation

func sigmoid(_ x: Float) -> Float { 1 / (1 + expf(-x)) }

func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }

/// Steps down a gradient, each weight at a pace of its own (Kingma and Ba, 2015), with the constants given there.
struct Adam {
  private var means: [Float]
  private var squares: [Float]
  private var step: Float = 0
  private let rate: Float

  init(count: Int, rate: Float) {
    means = [Float](repeating: 0, count: count)
    squares = means
    self.rate = rate
  }

  mutating func move(_ weights: inout [Float], against gradient: [Float]) {
    step += 1
    let (a, b) = (1 - powf(0.9, step), 1 - powf(0.999, step))
    for index in weights.indices {
      means[index] = 0.9 * means[index] + 0.1 * gradient[index]
      squares[index] = 0.999 * squares[index] + 0.001 * gradient[index] * gradient[index]
      weights[index] -= rate * (means[index] / a) / (sqrtf(squares[index] / b) + 1e-8)
    }
  }
}
