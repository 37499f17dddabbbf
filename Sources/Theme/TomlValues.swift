import CToml

/// A value of a TOML text, with the path of its key. The elements of an array are values with one key.
package struct TomlValue: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case string, integer, float, bool
    /// A date or a time.
    case other
    /// An empty array or table.
    case empty
  }

  package let key: [String]
  package let text: String
  package let kind: Kind
  /// From 1.
  package let line: Int
}

/// What is wrong with a TOML text, and on which line and in which column (from 1).
package struct TomlError: Error, Equatable, Sendable {
  package let words: String
  package let line: Int
  package let column: Int
}

/// The values of a TOML text, in the order of their keys.
package func tomlValues(of text: String) throws(TomlError) -> [TomlValue] {
  var text = text
  let parsed = text.withUTF8 { bytes in
    bytes.withMemoryRebound(to: CChar.self) { ibid_toml_parse($0.baseAddress, $0.count) }
  }
  defer { ibid_toml_free(parsed) }
  if let words = ibid_toml_error(parsed) {
    throw TomlError(
      words: String(cString: words), line: ibid_toml_error_line(parsed), column: ibid_toml_error_column(parsed))
  }
  return (0..<ibid_toml_count(parsed)).map { index in
    TomlValue(
      key: String(cString: ibid_toml_key(parsed, index)).split(separator: "\u{1F}").map(String.init),
      text: String(cString: ibid_toml_value(parsed, index)), kind: TomlValue.Kind(ibid_toml_kind(parsed, index)),
      line: ibid_toml_line(parsed, index))
  }
}

extension TomlValue.Kind {
  init(_ kind: IbidTomlKind) {
    switch kind {
    case IbidTomlString: self = .string
    case IbidTomlInteger: self = .integer
    case IbidTomlFloat: self = .float
    case IbidTomlBool: self = .bool
    case IbidTomlEmpty: self = .empty
    default: self = .other
    }
  }
}
