// A table: made by `train evidence --write`.

/// The numbers by which sentences are ranked as evidence, in the order of `EvidenceFeature`, and by which it is
/// told whether the first holds.
enum EvidenceWeights {
  static let ranking: [Float] = [
    1.0576, 8.8610, 5.2458, 0.0995, 0.3031, -0.2873, 0.4791, 7.3145,
    1.4922, -0.2187, 0.4808, 0.3775, 0.8443, 0.6196, -0.1618, 0.3694,
    -0.0791, 0.4500, -0.0581, -1.3632, -0.3292, -1.4722, -0.3839, 0.7897,
    -1.8462, 0.8994,
  ]
  static let holdingStart: Float = 0.3574
  static let holding: [Float] = [
    0.3526, 1.8547, 0.0099, 0.1567, 1.8947, -1.9894, -0.4916, 0.2590,
    -0.3538, 1.9487, -0.2867, 0.0714,
  ]
}
