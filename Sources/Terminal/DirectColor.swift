import CSystem
import Glibc

/// True colour where only COLORTERM tells of it. ncurses believes the terminal's description alone, and most describe
/// 256 colours; so it is given a description with more, in the form that TERMINFO may have (`b64:`, ncurses(3X)).
enum DirectColor {
  /// Does something, such as starting ncurses, while TERMINFO holds the description with direct colour. false: there is
  /// none, and it was done as it was.
  @MainActor static func offered<Result>(for type: String, _ start: () -> Result) -> Result {
    guard ["truecolor", "24bit"].contains(Environment["COLORTERM"]), let description = description(of: type) else {
      return start()
    }
    let before = Environment["TERMINFO"]
    setenv("TERMINFO", description, 1)
    defer {
      if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") }
    }
    return start()
  }

  private static func description(of type: String) -> String? {
    for folder in folders {
      for path in paths(of: type, in: folder) {
        guard let bytes = read(path) else { continue }
        guard let changed = TerminalDescription(bytes)?.withDirectColor else { return nil }
        return "b64:" + String(decoding: Clipboard.base64(changed.bytes), as: UTF8.self)
      }
    }
    return nil
  }

  /// Where descriptions lie, in the order of terminfo(5).
  private static var folders: [String] {
    var folders = [Environment["TERMINFO"], Environment["HOME"].map { $0 + "/.terminfo" }].compactMap { $0 }
    if let more = Environment["TERMINFO_DIRS"] { folders += more.split(separator: ":").map(String.init) }
    return folders + ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo"]
  }

  /// By the first letter, or by its number.
  private static func paths(of type: String, in folder: String) -> [String] {
    guard let first = type.utf8.first, !type.utf8.contains(UInt8(ascii: "/")), folder.hasPrefix("/") else { return [] }
    let character = Character(Unicode.Scalar(first))
    return ["\(folder)/\(character)/\(type)", "\(folder)/\(String(first, radix: 16))/\(type)"]
  }

  /// At most what ncurses would take.
  private static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      count = max(0, Glibc.read(file, buffer.baseAddress, buffer.count))
    }
  }

  private static let limit = 32_768
}
