/// What a word is to the sentence's credits.
package enum SourceLabel: Int, CaseIterable, Sendable {
  case outside, begins, goesOn
}

/// The likeliest labels of a sentence's words, by the weights of what is seen of each and of which label follows which:
/// a linear chain (Lafferty, McCallum and Pereira, 2001). Read in place, out of the bytes that are built into the program.
///
/// The bytes, little-endian: `IBS1`, the weights of the first word's labels (3 f32), of label after label (9 f32), what
/// the places are multiplied with (f32); then for each place of `SourceFeatures` a weight (i8) for each label.
package struct SourceModel: Sendable {
  static let labels = SourceLabel.allCases.count
  static let headLength = 4 + 4 * (labels + labels * labels + 1)
  package static let length = headLength + SourceFeatures.size * labels

  private let starts: [Float]
  private let steps: [Float]
  private let scale: Float
  private let weights: StaticList<Int8>

  /// nil: the bytes are no such model. They must stay where they are.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.length, bytes.starts(with: [0x49, 0x42, 0x53, 0x31]), let base = bytes.baseAddress else {
      return nil
    }
    func number(_ place: Int) -> Float { base.loadUnaligned(fromByteOffset: 4 + 4 * place, as: Float.self) }
    let labels = Self.labels
    starts = (0..<labels).map(number)
    steps = (labels..<labels + labels * labels).map(number)
    scale = number(labels + labels * labels)
    let start = (base + Self.headLength).assumingMemoryBound(to: Int8.self)
    weights = StaticList(UnsafeBufferPointer(start: start, count: SourceFeatures.size * labels))
  }

  /// A model that knows nothing, for those who fit one of another size than what ships.
  static let blank = SourceModel(.blank([0x49, 0x42, 0x53, 0x31], length: length))

  /// The likeliest label of each of `count` words (Viterbi).
  func labels(_ features: SourceFeatures, count: Int) -> [SourceLabel] {
    guard count > 0 else { return [] }
    let sums = sums(features, count: count)
    var best = (0..<Self.labels).map { starts[$0] + sums[$0] }
    // The label before, on the likeliest way to each label of each word.
    var before = [Int](repeating: 0, count: count * Self.labels)
    for word in 1..<max(1, count) {
      var next = best
      for label in 0..<Self.labels {
        var (from, most) = (0, -Float.infinity)
        for last in 0..<Self.labels where best[last] + steps[last * Self.labels + label] > most {
          most = best[last] + steps[last * Self.labels + label]
          from = last
        }
        before[word * Self.labels + label] = from
        next[label] = most + sums[word * Self.labels + label]
      }
      best = next
    }
    var label = best.indices.max { best[$0] < best[$1] } ?? 0
    var labels = [SourceLabel](repeating: .outside, count: count)
    for word in (0..<count).reversed() {
      labels[word] = SourceLabel(rawValue: label) ?? .outside
      label = before[word * Self.labels + label]
    }
    return labels
  }

  /// What is seen of each word speaks for each label with.
  private func sums(_ features: SourceFeatures, count: Int) -> [Float] {
    var sums = [Int32](repeating: 0, count: count * Self.labels)
    for index in features.places.indices {
      let word = Int(features.words[index]) * Self.labels
      let place = Int(features.places[index]) * Self.labels
      for label in 0..<Self.labels { sums[word + label] &+= Int32(weights[place + label]) }
    }
    return sums.map { Float($0) * scale }
  }
}
