import Glibc
import Session

/// What is kept of each article from one reading to the next: a small file an article in the state folder, named by a
/// hash of the article's location. Files are 0600, folders 0700; a file is written anew and renamed.
struct PlaceStore {
  let folder: String

  /// nil: the environment names no home.
  init?(environment: (String) -> String?) {
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      folder = state + "/ibid/places"
    } else if let home = environment("HOME"), home.hasPrefix("/") {
      folder = home + "/.local/state/ibid/places"
    } else {
      return nil
    }
  }

  func load(_ location: String) -> SavedPlace? {
    guard let bytes = readWhole(path(of: location), limit: Self.sizeLimit) else { return nil }
    return Self.parse(String(decoding: bytes, as: UTF8.self), location: location)
  }

  /// false: it could not be written.
  func save(_ place: SavedPlace, of location: String) -> Bool {
    guard makeFolders(folder) else { return false }
    return writeAnew(Array(Self.format(place, location: location).utf8), to: path(of: location))
  }

  /// A file of one article larger than this is not read: it is not ours.
  private static let sizeLimit = 1 << 20

  private func path(of location: String) -> String {
    folder + "/" + String(fowlerNollVo(Self.absolute(location)), radix: 16)
  }

  /// A path means the same article from any folder.
  static func absolute(_ location: String) -> String {
    guard !location.contains("://"), let real = realpath(location, nil) else { return location }
    defer { free(real) }
    return String(cString: real)
  }

  // MARK: The file

  /// A line a fact: its name, a tab, its values with tabs and line feeds escaped.
  static func format(_ place: SavedPlace, location: String) -> String {
    var lines = ["ibid-place\t1", "location\t" + escaped(absolute(location))]
    lines.append("place\t\(place.extent)\t\(place.offset)\t" + escaped(String(decoding: place.text, as: UTF8.self)))
    lines += place.verdicts.sorted { $0.key < $1.key }.map { "verdict\t\($0.value ? 1 : 0)\t" + escaped($0.key) }
    lines += place.claims.sorted { $0.key < $1.key }.map { "claim\t\($0.value.rawValue)\t" + escaped($0.key) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// nil: of another article, or of a version to come. Lines that it does not know are passed over.
  static func parse(_ text: String, location: String) -> SavedPlace? {
    var place = SavedPlace()
    var isKnown = false
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map { unescaped(String($0)) }
      switch parts[0] {
      case "ibid-place": guard parts.count > 1, parts[1] == "1" else { return nil }
      case "location": isKnown = parts.count > 1 && parts[1] == absolute(location)
      case "place" where parts.count > 3:
        place.extent = max(0, Int(parts[1]) ?? 0)
        place.offset = max(0, Int(parts[2]) ?? 0)
        place.text = Array(parts[3].utf8)
      case "verdict" where parts.count > 2: place.verdicts[parts[2]] = parts[1] == "1"
      case "claim" where parts.count > 2: place.claims[parts[2]] = ClaimMark(rawValue: parts[1])
      default: continue
      }
    }
    return isKnown ? place : nil
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var out = ""
    var isEscape = false
    for scalar in text.unicodeScalars {
      if isEscape {
        out.unicodeScalars.append(scalar == "n" ? "\n" : scalar == "t" ? "\t" : scalar == "r" ? "\r" : scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

/// FNV-1a, 64 bits: names of files, no secret.
private func fowlerNollVo(_ text: String) -> UInt64 {
  text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
