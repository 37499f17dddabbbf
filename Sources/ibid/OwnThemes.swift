import Fetch
import Glibc
import Screen
import Theme

/// The themes that can be named: those of the reader's own folder, and those in the binary.
enum OwnThemes {
  private static let sizeLimit = 1 << 18

  /// A theme of the reader's own folder, or an embedded one.
  static func palette(named name: String) throws(ThemeError) -> Palette {
    // The folder is looked into only for a theme that is not the usual one: it need not wait for the first frame.
    let themes = name == Themes.standard && !holds(name) ? Themes() : all
    return try themes.palette(named: name)
  }

  /// All of them.
  static var all: Themes { Themes(own: texts) }

  private static var folder: String? { Configuration.folder.map { $0 + "/themes" } }

  private static func holds(_ name: String) -> Bool {
    folder.map { access($0 + "/" + name + ".toml", R_OK) == 0 } ?? false
  }

  private static var texts: [ThemeText] {
    guard let folder, let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var found: [ThemeText] = []
    while let entry = readdir(directory) {
      let file = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { String(cString: $0) }
      }
      let path = folder + "/" + file
      guard file.hasSuffix(".toml"), let bytes = readWhole(path, limit: sizeLimit) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      found.append(ThemeText(name: String(file.dropLast(5)), file: path, text: text))
    }
    return found
  }
}
