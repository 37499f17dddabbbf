/// Host names as the network knows them: RFC 3492, with the parameters of its §5.
package enum Punycode {
  private static let base = 36
  private static let tMin = 1
  private static let tMax = 26
  private static let skew = 38
  private static let damp = 700
  private static let initialBias = 72
  private static let initialN = 128
  /// A label is at most 63 bytes long, RFC 1035 §2.3.4; what is longer is no label.
  private static let longest = 63
  private static let prefix = "xn--"

  /// A host with every label that is not ASCII written in ASCII; nil: one cannot be.
  package static func ascii(host: String) -> String? {
    labels(of: host) { label in
      if label.utf8.allSatisfy({ $0 < 0x80 }) { return label }
      return encoded(Array(label.unicodeScalars.map(\.value))).map { prefix + $0 }
    }
  }

  /// A host with every label of punycode written out; nil: one is none.
  package static func unicode(host: String) -> String? {
    labels(of: host) { label in label.hasPrefix(prefix) ? decoded(label.dropFirst(prefix.count)) : label }
  }

  private static func labels(of host: String, _ change: (String) -> String?) -> String? {
    var changed: [String] = []
    for label in host.split(separator: ".", omittingEmptySubsequences: false) {
      guard let new = change(String(label)) else { return nil }
      changed.append(new)
    }
    return changed.joined(separator: ".")
  }

  /// RFC 3492 §6.3.
  private static func encoded(_ scalars: [UInt32]) -> String? {
    guard scalars.count <= longest else { return nil }
    var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
    var handled = output.count
    let basic = handled
    if basic > 0 { output.append(0x2D) }
    var n = initialN
    var delta = 0
    var bias = initialBias
    while handled < scalars.count {
      guard let next = scalars.lazy.map({ Int($0) }).filter({ $0 >= n }).min() else { return nil }
      delta += (next - n) * (handled + 1)
      n = next
      for scalar in scalars.lazy.map({ Int($0) }) {
        if scalar < n { delta += 1 }
        guard scalar == n else { continue }
        var rest = delta
        var weight = base
        while true {
          let threshold = threshold(weight, bias)
          if rest < threshold { break }
          output.append(digit(threshold + (rest - threshold) % (base - threshold)))
          rest = (rest - threshold) / (base - threshold)
          weight += base
        }
        output.append(digit(rest))
        bias = adapted(delta, points: handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      n += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// RFC 3492 §6.2.
  private static func decoded(_ label: Substring) -> String? {
    let bytes = Array(label.utf8)
    guard bytes.count <= longest, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    let split = bytes.lastIndex(of: 0x2D)
    var scalars = bytes[..<(split ?? 0)].map { Int($0) }
    var at = split.map { $0 + 1 } ?? 0
    var n = initialN
    var index = 0
    var bias = initialBias
    while at < bytes.count {
      let old = index
      var weight = 1
      var place = base
      while true {
        guard at < bytes.count, let digit = value(bytes[at]), weight < 1 << 32 else { return nil }
        at += 1
        index += digit * weight
        let threshold = threshold(place, bias)
        if digit < threshold { break }
        weight *= base - threshold
        place += base
      }
      let count = scalars.count + 1
      bias = adapted(index - old, points: count, isFirst: old == 0)
      n += index / count
      index %= count
      guard n <= 0x10FFFF else { return nil }
      scalars.insert(n, at: index)
      index += 1
    }
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      guard let scalar = Unicode.Scalar(UInt32(scalar)) else { return nil }
      text.append(scalar)
    }
    return String(text)
  }

  private static func threshold(_ place: Int, _ bias: Int) -> Int { min(max(place - bias, tMin), tMax) }

  /// §6.1.
  private static func adapted(_ delta: Int, points: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / points
    var steps = 0
    while delta > (base - tMin) * tMax / 2 {
      delta /= base - tMin
      steps += base
    }
    return steps + (base - tMin + 1) * delta / (delta + skew)
  }

  private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? 0x61 + value : 0x30 + value - 26) }

  private static func value(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30 + 26
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x61...0x7A: Int(byte) - 0x61
    default: nil
    }
  }
}
