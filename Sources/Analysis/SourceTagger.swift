import CAssets
import Document

extension SourceModel {
  /// What ships; without it nobody is credited.
  static let shared: SourceModel = {
    guard let model = SourceModel(ibid_model_sources().buffer) else {
      preconditionFailure("the model of sources is built in whole")
    }
    return model
  }()
}

/// Tells whom a sentence credits: the rules' answer is one of the things that the model sees.
struct SourceTagger: Sendable {
  let model: SourceModel
  private(set) var features = SourceFeatures()

  init(model: SourceModel) {
    self.model = model
  }

  /// Linear in the sentence's length.
  mutating func phrases(_ tokens: Tokens, _ bounds: Range<Int>, publication: [UInt64]) -> [SourcePhrase] {
    var rules = Attribution(tokens: tokens, bounds: bounds, publication: publication)
    rules.run()
    let cues = features.read(tokens, bounds, cutter: rules.cutter, rules: rules.found)
    let spans = SourceLabel.spans(model.labels(features, count: bounds.count), from: bounds.lowerBound).map { span in
      // "Maren Holt of the county office": the name is enough.
      let core = rules.cutter.core(span)
      return core.lowerBound == span.lowerBound && !core.isEmpty ? core : span
    }
    // "via" and the publication itself stand too seldom in what the model was fitted on.
    let kept = rules.found.filter { phrase in
      (phrase.isSelf || tokens[phrase.cue.lowerBound].hash == CommonHash.via)
        && !spans.contains { $0.overlaps(phrase.tokens) }
    }
    return kept
      + spans.map { span in
        if let same = rules.found.first(where: { $0.tokens == span }) { return same }
        let cue = cues.map(\.tokens).filter { !$0.overlaps(span) }
          .min { span.distance(to: $0) < span.distance(to: $1) }
        return rules.phrase(span, cue: cue ?? span)
      }
  }
}

extension SourceLabel {
  /// The runs of words that name a source; `start` is where the first word stands.
  static func spans(_ labels: [SourceLabel], from start: Int) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for (index, label) in labels.enumerated() where label != .outside {
      let place = start + index
      if label == .goesOn, let last = spans.last, last.upperBound == place {
        spans[spans.count - 1] = last.lowerBound..<place + 1
      } else {
        spans.append(place..<place + 1)
      }
    }
    return spans
  }
}

extension Range<Int> {
  /// Places between this range and another one.
  func distance(to other: Range<Int>) -> Int {
    Swift.max(0, other.lowerBound - upperBound, lowerBound - other.upperBound)
  }
}
