import CAssets
import Document
import Text

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

  /// Cues on each side of a span that may be its own.
  private static let nearCues = 8

  /// Linear in the sentence's length, but for the search of a place among its cues.
  mutating func phrases(_ tokens: Tokens, _ bounds: Range<Int>, publication: [UInt64]) -> [SourcePhrase] {
    var rules = Attribution(tokens: tokens, bounds: bounds, publication: publication)
    rules.run()
    let cues = features.read(tokens, bounds, cutter: rules.cutter, rules: rules.found)
    let edges = SpanEdges(tokens: tokens, bounds: bounds, cutter: rules.cutter)
    let spans = edges.settled(SourceLabel.spans(model.labels(features, count: bounds.count), from: bounds.lowerBound))
    // "via" and the publication itself stand too seldom in what the model was fitted on.
    let kept = rules.found.filter { phrase in
      (phrase.isSelf || tokens[phrase.cue.lowerBound].hash == CommonHash.via)
        && !spans.contains { $0.overlaps(phrase.tokens) }
    }
    guard !spans.isEmpty else { return kept }
    let found = rules.found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    let generic = GenericStatement(tokens: tokens, bounds: bounds, setting: features.setting)
    return kept
      + spans.compactMap { span in
        let same = found.partitioningIndex { $0.tokens.lowerBound >= span.lowerBound }
        let ruled = found[same...].prefix { $0.tokens.lowerBound == span.lowerBound }.first { $0.tokens == span }
        let middle = cues.partitioningIndex { $0.tokens.lowerBound >= span.lowerBound }
        let near = cues[max(0, middle - Self.nearCues)..<min(cues.count, middle + Self.nearCues)]
        // Nothing beside it could credit it.
        if ruled == nil, !near.contains(where: { $0.phrases.contains { $0.overlaps(span) } }) { return nil }
        let apart = near.map(\.tokens).filter { !$0.overlaps(span) }
        let cue = apart.min { span.distance(to: $0) < span.distance(to: $1) }
        let phrase = ruled ?? rules.phrase(span, cue: cue ?? span)
        return generic.holds(span, cue: phrase.cue) || isNoNoun(tokens, span) ? nil : phrase
      }
  }

  /// "The plans state: ", "are as follows: ": a verb alone names nobody.
  private func isNoNoun(_ tokens: Tokens, _ span: Range<Int>) -> Bool {
    let token = tokens[span.lowerBound]
    guard span.count == 1, !token.looks(.capital) else { return false }
    let isVerb = token.known.cue != .none || token.looks([.past, .gerund, .adverb])
    return token.has([.be, .have, .modal, .preposition])
      || isVerb && !token.has([.document, .office, .unnamed, .organisation, .person, .publication])
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
