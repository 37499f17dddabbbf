/// The logistic function, within 1e-6: no library of mathematics is imported for it.
func logistic(_ logit: Float) -> Double {
  let x = min(20, max(-20, Double(logit)))
  // e^-x as the 32nd power of e^(-x/32), whose series is short.
  let step = -x / 32
  var power = 1 + step * (1 + step / 2 * (1 + step / 3 * (1 + step / 4 * (1 + step / 5 * (1 + step / 6)))))
  for _ in 0..<5 { power *= power }
  return 1 / (1 + power)
}

/// The same, where a Float will do.
func probability(_ logit: Float) -> Float { Float(logistic(logit)) }
