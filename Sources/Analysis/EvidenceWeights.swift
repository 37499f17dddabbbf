// A table: made by `train evidence --write`.

/// The numbers by which sentences are ranked as evidence, and by which it is told whether the first holds.
struct EvidenceWeights {
  let ranking: [Float]
  let start: Float
  let holding: [Float]

  static let page = EvidenceWeights(ranking: [], start: 0, holding: [])
  static let paper = EvidenceWeights(ranking: [], start: 0, holding: [])
}
