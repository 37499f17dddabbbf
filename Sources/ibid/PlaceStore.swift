import Fetch
import Glibc
import Session
import Text

/// What is kept of each article from one reading to the next: a small file an article in the state folder, named by a
/// hash of the article's location. Files are 0600, folders 0700; a file is written anew and renamed.
struct PlaceStore {
  let folder: String

  /// nil: the environment names no home.
  init?(environment: (String) -> String?) {
    guard let state = UserFolder.state.path(environment) else { return nil }
    folder = state + "/places"
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
    folder + "/" + StateFolder.fileName(for: Self.absolute(location))
  }

  /// A path means the same article from any folder.
  static func absolute(_ location: String) -> String {
    guard !location.holds("://"), let real = realpath(location, nil) else { return location }
    defer { free(real) }
    return String(cString: real)
  }

  // MARK: The file

  static func format(_ place: SavedPlace, location: String) -> String {
    let text = String(decoding: place.text, as: UTF8.self)
    let facts =
      [["ibid-place", "1"], ["location", absolute(location)], ["place", "\(place.extent)", "\(place.offset)", text]]
      + VerdictLines.facts(place.verdicts)
      + place.claims.sorted { $0.key < $1.key }.map { ["claim", $0.value.rawValue, $0.key] }
    return FactLines.format(facts)
  }

  /// nil: of another article, or of a version to come. Lines that it does not know are passed over.
  static func parse(_ text: String, location: String) -> SavedPlace? {
    var place = SavedPlace()
    var isKnown = false
    for parts in FactLines.parse(text) {
      switch parts[0] {
      case "ibid-place": guard parts.count > 1, parts[1] == "1" else { return nil }
      case "location": isKnown = parts.count > 1 && parts[1] == absolute(location)
      case "place" where parts.count > 3:
        place.extent = max(0, Int(parts[1]) ?? 0)
        place.offset = max(0, Int(parts[2]) ?? 0)
        place.text = Array(parts[3].utf8)
      case "verdict": VerdictLines.take(parts, into: &place.verdicts)
      case "claim" where parts.count > 2: place.claims[parts[2]] = ClaimMark(rawValue: parts[1])
      default: continue
      }
    }
    return isKnown ? place : nil
  }
}
