import Fetch
import Glibc
import Screen
import Session
import Theme

/// What is wrong with a configuration: the file, the place in it, and what is allowed there.
struct ConfigurationError: Error, Equatable {
  let message: String
}

/// The reader's configuration: `$XDG_CONFIG_HOME/ibid/config.toml`, or the file that `--config` names.
///
/// `[options]` holds what `:set` takes; `[keys]` gives commands, by their names, other keys: a string or an array of
/// strings as vim writes keys. A command that stands there has only the keys that are given.
enum Configuration {
  /// A configuration larger than this is not one.
  private static let sizeLimit = 1 << 20

  /// The folder of the reader's configuration; nil: the environment names no home.
  static var folder: String? {
    UserFolder.configuration.path(environmentVariable)
  }

  /// Applies the file that was named, or else the reader's own where there is one.
  static func apply(
    named file: String?, settings: inout Settings, keymap: inout Keymap?
  ) throws(ConfigurationError) {
    guard let path = file ?? folder.map({ $0 + "/config.toml" }) else { return }
    guard file != nil || access(path, R_OK) == 0 else { return }
    guard let bytes = readWhole(path, limit: sizeLimit) else {
      throw ConfigurationError(message: "\(path): the configuration cannot be read. Check the path and its mode.")
    }
    try apply(String(decoding: bytes, as: UTF8.self), from: path, settings: &settings, keymap: &keymap)
  }

  static func apply(
    _ text: String, from path: String, settings: inout Settings, keymap: inout Keymap?
  ) throws(ConfigurationError) {
    let values: [TomlValue]
    do throws(TomlError) {
      values = try tomlValues(of: text)
    } catch {
      throw ConfigurationError(
        message: "\(path), line \(error.line), column \(error.column): \(error.words). Mend it, or move the file away.")
    }
    var rebound: Set<Command> = []
    var taken: [[Key]: CommandRow] = [:]
    var keys = keymap ?? Keymap()
    defer { keymap = keys }
    for value in values {
      let place = "\(path), line \(value.line)"
      switch value.key.first {
      case "options": try applyOption(value, at: place, &settings)
      case "keys": try applyKey(value, at: place, &keys, &rebound, &taken)
      default:
        let name = value.key.joined(separator: ".")
        throw ConfigurationError(message: "\(place): there is no \(name). There are [options] and [keys].")
      }
    }
  }

  private static func applyOption(
    _ value: TomlValue, at place: String, _ settings: inout Settings
  ) throws(ConfigurationError) {
    let name = value.key.dropFirst().joined(separator: ".")
    guard let option = Option.named(name) else {
      let all = Option.all.map(\.name).joined(separator: ", ")
      throw ConfigurationError(message: "\(place): there is no option \(name). There are \(all).")
    }
    let words = value.kind == .bool ? (value.text == "true" ? "on" : "off") : value.text
    guard option.accepts(words, in: &settings) else {
      throw ConfigurationError(message: "\(place): \(name) cannot be \(value.text). It can be \(option.allowed).")
    }
  }

  /// A command that is given keys loses those that it had; an empty array leaves it none.
  private static func applyKey(
    _ value: TomlValue, at place: String, _ keymap: inout Keymap, _ rebound: inout Set<Command>,
    _ taken: inout [[Key]: CommandRow]
  ) throws(ConfigurationError) {
    let name = value.key.dropFirst().joined(separator: ".")
    guard let row = CommandRow.named(name) else {
      throw ConfigurationError(message: "\(place): there is no command \(name). `ibid keys` lists them.")
    }
    if rebound.insert(row.command).inserted { keymap.unbind(row.command) }
    guard value.kind != .empty else { return }
    guard let keys = Key.parse(value.text), !keys.isEmpty else {
      throw ConfigurationError(
        message: "\(place): \(value.text) is no key. Keys are written like ]c, <C-d>, <Down>.")
    }
    if let other = taken[keys], other.command != row.command, !other.contexts.isDisjoint(with: row.contexts) {
      throw ConfigurationError(
        message: "\(place): \(value.text) is given to \(name) and to \(other.name). Give one of them another key.")
    }
    taken[keys] = row
    for context in row.contexts { keymap.bind(keys, to: row.command, in: context) }
  }
}

/// nil: it is not set.
func environmentVariable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
