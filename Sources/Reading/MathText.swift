import Document
import HTML

/// Mathematics as a line of text: what its author wrote for those who see no formula, else its parts with signs between
/// them: a fraction is `a/b`, a root `√x`, a power `x^2`, an index `x_i`.
enum MathText {
  /// Formulas nested deeper are read as plain text below that.
  private static let depthLimit = 64

  static func line(of math: MarkupNode, in markup: Markup) -> [UInt8] {
    if let text = markup.value(math, .alttext), !text.isEmpty { return Array((PageText.line(text) ?? "").utf8) }
    return Array((PageText.line(part(math, markup, depth: 0)) ?? "").utf8)
  }

  /// The formula that a script is to draw, as it is written; nil: it is another script, or the drawing stands there.
  static func source(ofScript node: MarkupNode, in markup: Markup) -> [UInt8]? {
    guard let type = markup.valueSlice(node, .type), type.starts(with: "math/tex".utf8) else { return nil }
    var before = markup.previous(node)
    while let text = before, markup.kind(text) == .text { before = markup.previous(text) }
    if let drawing = before, let names = markup.valueSlice(drawing, .class), NameWords(names).contains(drawn) {
      var shown: [UInt8] = []
      markup.appendTextContent(of: drawing, to: &shown)
      if !PageText.isBlank(shown[...]) { return nil }
    }
    return PageText.line(markup.text(of: markup.firstChild(node) ?? node)).map { Array($0.utf8) }
  }

  private static let drawn = nameHash("jax".utf8)

  private static func part(_ node: MarkupNode, _ markup: Markup, depth: Int) -> [UInt8] {
    switch markup.kind(node) {
    case .text: return markup.text(of: node)
    case .element: break
    case .document, .doctype, .comment, .content: return []
    }
    guard depth < depthLimit else {
      var bytes: [UInt8] = []
      markup.appendTextContent(of: node, to: &bytes)
      return bytes
    }
    let name = markup.name(node)
    if name == .annotation || name == .annotationXml { return [] }
    if name == .semantics, let source = texSource(in: node, markup) { return source }
    let parts = markup.children(node).filter { markup.kind($0) == .element || markup.textLength($0) > 0 }
      .map { part($0, markup, depth: depth + 1) }.filter { !$0.allSatisfy { $0 <= 0x20 } }
    return joined(parts, as: name)
  }

  /// What the formula was written as, where its parts are an image or nothing.
  private static func texSource(in node: MarkupNode, _ markup: Markup) -> [UInt8]? {
    var (source, hasParts): ([UInt8]?, Bool) = (nil, false)
    for child in markup.children(node) where markup.kind(child) == .element {
      var text: [UInt8] = []
      markup.appendTextContent(of: child, to: &text)
      if markup.name(child) == .annotation {
        source = source ?? text
      } else if text.contains(where: { $0 > 0x20 }) {
        hasParts = true
      }
    }
    return hasParts ? nil : source
  }

  private static func joined(_ parts: [[UInt8]], as name: MarkupName) -> [UInt8] {
    switch (name, parts.count) {
    case (.mfrac, 2): return grouped(parts[0]) + "/".utf8 + grouped(parts[1])
    case (.mfenced, _): return Array("(".utf8) + Array(parts.joined(separator: ", ".utf8)) + ")".utf8
    case (.msqrt, _): return "√".utf8 + grouped(parts.flatMap { $0 })
    case (.mroot, 2): return grouped(parts[1]) + "√".utf8 + grouped(parts[0])
    case (.msup, 2), (.mover, 2): return parts[0] + "^".utf8 + grouped(parts[1])
    case (.msub, 2), (.munder, 2): return parts[0] + "_".utf8 + grouped(parts[1])
    case (.msubsup, 3), (.munderover, 3):
      return parts[0] + "_".utf8 + grouped(parts[1]) + "^".utf8 + grouped(parts[2])
    case (.mtr, _), (.mlabeledtr, _): return Array(parts.joined(separator: " ".utf8)) + "; ".utf8
    case _: return parts.flatMap { $0 }
    }
  }

  /// In brackets where it has several parts.
  private static func grouped(_ part: [UInt8]) -> [UInt8] {
    let text = String(decoding: part, as: UTF8.self)
    return text.count <= 1 || text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." }
      ? part : "(".utf8 + part + ")".utf8
  }
}
