// A table: made by `train evidence --write`.

/// The numbers by which sentences are ranked as evidence, in the order of `EvidenceFeature` and then of what the trees
/// say, and by which it is told whether the first holds.
enum EvidenceWeights {
  static let ranking: [Float] = [
    1.0353, 8.3828, 6.3717, 0.2173, 0.2887, 0.2957, -0.1758, 5.3898,
    0.5034, -0.5319, 1.9289, 0.5493, 0.3735, 0.5411, 0.1061, 0.4123,
    -0.1255, 0.2043, -0.4186, -1.1039, -1.8845, -0.8307, -4.4801, 0.6972,
    -0.9063, 0.4163, 0.2439, 2.2004, 0.4810, 0.4175, 1.2898, -0.5993,
    -0.1901, -0.1019, 0.2900, 0.0000, 0.2417,
  ]
  static let holdingStart: Float = 1.4737
  static let holding: [Float] = [
    0.2525, 2.8780, -0.2411, 0.0808, 2.9960, -0.1459, -0.1785, -0.1721,
    0.3994, 1.4819, -0.4496, 0.3232,
  ]
}
