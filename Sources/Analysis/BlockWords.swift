import Document

/// The words of a block and the pairs of them, as places in a table of weights: what no cue was written for.
enum BlockWords {
  /// Places in the table; two words may share one.
  static let size = 1 << 15
  /// Of a longer block the beginning tells as much.
  private static let most = 400

  /// Calls `body` with the place of each word and of each pair; a block's begin and end are words of pairs.
  @inline(__always)
  static func each(_ tokens: Tokens, _ body: (Int) -> Void) {
    let count = min(tokens.count, most)
    guard count > 0 else { return }
    var before: UInt64 = 1
    for index in 0..<count {
      let word = tokens[index].looks(.number) ? 2 : tokens[index].hash
      body(place(word))
      body(place(before &* 0x100_0000_01B3 ^ word))
      before = word
    }
    body(place(before &* 0x100_0000_01B3 ^ 3))
  }

  private static func place(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 49)
  }
}

/// How a page calls the elements around a block, as places in a table of weights: nearer ones say other things than those
/// farther out.
enum ElementWords {
  /// Places in the table; two names may share one.
  static let size = 1 << 13
  /// Elements above a block that count.
  static let reach = 8

  /// How near an element is that stands so many steps above a block.
  static func band(_ steps: Int) -> UInt64 { steps < 2 ? 1 : steps < 4 ? 2 : 3 }
  /// Bands are below it.
  static let bands = 4

  /// Calls `body` with the places of an element's tag and names.
  @inline(__always)
  static func each(_ element: PageElement, band: UInt64, _ body: (Int) -> Void) {
    body(place(element.tag, band &+ 3))
    for word in element.words { body(place(word, band)) }
  }

  private static func place(_ hash: UInt64, _ band: UInt64) -> Int {
    Int(truncatingIfNeeded: ((hash &+ band) &* 0x9E37_79B9_7F4A_7C15) >> 51)
  }
}

/// A weight for each place of a table, read in place out of the bytes that are built into the program, little-endian:
/// `IBW1`, what the weights are multiplied with (f32), the log-odds to begin with (f32), the weights (i8).
struct WordWeights: Sendable {
  private let weights: StaticList<Int8>
  private let scale: Float
  private let start: Float

  static let headLength = 12

  /// nil: the bytes are no table of that size. They must stay where they are.
  init?(_ bytes: UnsafeRawBufferPointer, size: Int) {
    guard bytes.count == Self.headLength + size, bytes.starts(with: [0x49, 0x42, 0x57, 0x31]),
      let base = bytes.baseAddress
    else { return nil }
    scale = base.loadUnaligned(fromByteOffset: 4, as: Float.self)
    start = base.loadUnaligned(fromByteOffset: 8, as: Float.self)
    weights = StaticList(
      UnsafeBufferPointer(start: (base + Self.headLength).assumingMemoryBound(to: Int8.self), count: size))
  }

  /// The log-odds that a block of these words is the article: their sum over the root of their number.
  func logOdds(of tokens: Tokens) -> Float {
    var sum: Int32 = 0
    var count: Float = 0
    BlockWords.each(tokens) {
      sum += Int32(weights[$0])
      count += 1
    }
    return count == 0 ? 0 : start + Float(sum) * scale / count.squareRoot()
  }

  /// The same by what holds the blocks of a piece.
  func logOdds(ofElements piece: Piece) -> [Float] {
    // Of each element its sum in each band: many blocks stand in the same ones.
    var sums = [Float](repeating: .infinity, count: piece.elements.count * ElementWords.bands)
    return piece.blocks.map { block in
      var sum: Float = 0
      var steps = 0
      var element = block.element
      while let at = element, steps < ElementWords.reach {
        let band = ElementWords.band(steps)
        let place = at * ElementWords.bands + Int(band)
        if sums[place] == .infinity {
          var own: Int32 = 0
          ElementWords.each(piece.elements[at], band: band) { own += Int32(weights[$0]) }
          sums[place] = Float(own) * scale
        }
        sum += sums[place]
        element = piece.elements[at].parent
        steps += 1
      }
      return start + sum
    }
  }
}

/// What the tables of weights say of each block of a piece: log-odds that it is the article.
package struct WordOdds: Sendable {
  /// By its words.
  package var words: [Float]
  /// By what the page calls the elements that hold it; zeros in text without markup.
  package var names: [Float]

  package init(words: [Float], names: [Float]) {
    self.words = words
    self.names = names
  }
}
