import Foundation
import Testing

@testable import HTML

/// html5lib's tokenizer tests (of 2026), by their tokens.
@Suite struct HTML5LibTokenizerTests {
  @Test(.enabled(if: SampleData.isThere, SampleData.reason))
  func tokensAreAsExpected() throws {
    var (run, passed) = (0, 0)
    for file in try SampleData.files(in: "html5lib/tokenizer", suffix: ".test") {
      guard let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any],
        let tests = object["tests"] as? [[String: Any]]
      else { continue }
      for test in tests {
        for state in test["initialStates"] as? [String] ?? ["Data state"] {
          run += 1
          let isEscaped = test["doubleEscaped"] as? Bool ?? false
          let expected = Self.normalised(test["output"] as? [[Any]] ?? [], isEscaped: isEscaped)
          let input = Self.bytes(test["input"] as? String ?? "", isEscaped: isEscaped)
          let tokens = Self.tokens(input, state: state, lastStartTag: test["lastStartTag"] as? String)
          if tokens == expected {
            passed += 1
          } else {
            print("\(file.lastPathComponent) \(test["description"] ?? "") in \(state)\n  \(expected)\n  \(tokens)")
          }
        }
      }
    }
    print("tokenizer: \(passed) of \(run)")
    #expect(run > 7000)
    #expect(passed == run)
  }

  static func tokens(_ input: [UInt8], state: String, lastStartTag: String?) -> [[String]] {
    var tokenizer = MarkupTokenizer()
    switch state {
    case "PLAINTEXT state": tokenizer.state = .plain
    case "RCDATA state": tokenizer.state = .replaceable
    case "RAWTEXT state": tokenizer.state = .raw
    case "Script data state": tokenizer.state = .script
    case "CDATA section state": tokenizer.state = .cdata
    default: tokenizer.state = .data
    }
    tokenizer.lastStartTag = [UInt8]((lastStartTag ?? "").utf8)
    var tokens: [[String]] = []
    let source = withoutReturns(input)
    let bytes = source.span
    repeat {
      tokenizer.next(bytes, isForeign: false)
      if let token = token(tokenizer, source) {
        if token[0] == "Character", tokens.last?[0] == "Character" {
          tokens[tokens.count - 1][1] += token[1]
        } else {
          tokens.append(token)
        }
      }
    } while tokenizer.kind != .end
    return tokens
  }

  private static func token(_ tokenizer: MarkupTokenizer, _ source: [UInt8]) -> [String]? {
    func text(_ start: UInt32, _ end: UInt32) -> String {
      let base = MarkupTokenizer.decodedBase
      if start >= base { return hexadecimal(tokenizer.decoded[Int(start - base)..<Int(end - base)]) }
      return hexadecimal(source[Int(start)..<Int(end)])
    }
    let name = hexadecimal(tokenizer.names.bytes(of: tokenizer.name)[...])
    switch tokenizer.kind {
    case .end: return nil
    case .null: return ["Character", "00"]
    case .text: return ["Character", text(tokenizer.start, tokenizer.end)]
    case .comment: return ["Comment", text(tokenizer.start, tokenizer.end)]
    case .endTag: return ["EndTag", name]
    case .startTag:
      let attributes = tokenizer.attributes[tokenizer.attributesStart...].map {
        hexadecimal(tokenizer.names.bytes(of: $0.name)[...]) + "=" + text($0.start, $0.end)
      }
      return ["StartTag", name] + attributes.sorted() + (tokenizer.isSelfClosing ? ["true"] : [])
    case .doctype:
      let doctype = tokenizer.doctype
      return ["DOCTYPE"]
        + [doctype.name, doctype.publicID, doctype.systemID].map { $0.map { hexadecimal($0[...]) } ?? "null" }
        + [doctype.forcesQuirks ? "false" : "true"]
    }
  }

  private static func normalised(_ output: [[Any]], isEscaped: Bool) -> [[String]] {
    func text(_ value: Any) -> String {
      (value as? String).map { hexadecimal(bytes($0, isEscaped: isEscaped)[...]) } ?? "null"
    }
    return output.map { token in
      guard let kind = token.first as? String else { return [] }
      switch kind {
      case "StartTag":
        let attributes = (token[2] as? [String: Any] ?? [:]).map { text($0.key) + "=" + text($0.value) }
        return [kind, text(token[1])] + attributes.sorted() + (token.count > 3 ? ["true"] : [])
      case "DOCTYPE":
        return [kind] + token[1...3].map { text($0) } + [(token[4] as? Bool ?? false) ? "true" : "false"]
      default: return [kind, text(token[1])]
      }
    }
  }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// UTF-8 of the text; a lone surrogate, which has none, in the same pattern of bits.
  static func bytes(_ text: String, isEscaped: Bool) -> [UInt8] {
    var units = [UInt16](text.utf16)
    if isEscaped { units = unescaped(units) }
    var bytes: [UInt8] = []
    var index = 0
    while index < units.count {
      var value = UInt32(units[index])
      if value & 0xFC00 == 0xD800, index + 1 < units.count, units[index + 1] & 0xFC00 == 0xDC00 {
        value = 0x10000 + (value & 0x3FF) << 10 + UInt32(units[index + 1] & 0x3FF)
        index += 1
      }
      index += 1
      switch value {
      case ..<0x80: bytes.append(UInt8(value))
      case ..<0x800: bytes += [UInt8(0xC0 | value >> 6), UInt8(0x80 | value & 63)]
      case ..<0x10000: bytes += [UInt8(0xE0 | value >> 12), UInt8(0x80 | value >> 6 & 63), UInt8(0x80 | value & 63)]
      default:
        bytes += [
          UInt8(0xF0 | value >> 18), UInt8(0x80 | value >> 12 & 63), UInt8(0x80 | value >> 6 & 63),
          UInt8(0x80 | value & 63),
        ]
      }
    }
    return bytes
  }

  private static func unescaped(_ units: [UInt16]) -> [UInt16] {
    var result: [UInt16] = []
    var index = 0
    while index < units.count {
      if units[index] == 0x5C, index + 5 < units.count, units[index + 1] == 0x75,
        let value = UInt16(String(decoding: units[(index + 2)..<(index + 6)], as: UTF16.self), radix: 16)
      {
        result.append(value)
        index += 6
      } else {
        result.append(units[index])
        index += 1
      }
    }
    return result
  }

  private static func withoutReturns(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for index in bytes.indices {
      if bytes[index] == 13 {
        result.append(10)
      } else if bytes[index] != 10 || index == 0 || bytes[index - 1] != 13 {
        result.append(bytes[index])
      }
    }
    return result
  }
}
