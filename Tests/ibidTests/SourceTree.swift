import Foundation

/// The project's own text, as the tests that watch over it read it.
struct SourceTree {
  /// A Swift file of the project.
  struct File {
    /// The target that holds it.
    let room: String
    /// From the project's folder.
    let path: String
    let lines: [String]

    /// A file of data may be as long as its data: its name or its first line says so.
    var isTable: Bool {
      path.hasSuffix("Table.swift") || path.hasSuffix("Tables.swift") || lines.first?.hasPrefix("// A table") == true
    }

    /// Modules that it imports.
    var imports: Set<String> { Set(lines.compactMap { Self.module($0) }) }

    private static func module(_ line: String) -> String? {
      let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
      let isPlain = words.first == "import"
      let isScoped = words.count > 1 && words[1] == "import" && ["package", "internal", "public"].contains(words[0])
      guard isPlain || isScoped, let last = words.last else { return nil }
      return last.split(separator: ".").first.map(String.init)
    }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Folders in `Sources`.
  static func rooms() throws -> Set<String> {
    let folder = root.appending(path: "Sources")
    let entries = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
    return Set(
      try entries.filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
        .map(\.lastPathComponent))
  }

  /// The Swift files below `Sources` or `Tests`.
  static func files(_ top: String) throws -> [File] {
    let folder = root.appending(path: top)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    return try paths.sorted().map { path in
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return File(room: String(path.prefix { $0 != "/" }), path: top + "/" + path, lines: lines)
    }
  }
}

/// The table of rooms in `Sources/README.md`.
struct RoomTable {
  struct Room {
    /// nil: a developers' program, which stands beside the building.
    let floor: Int?
    let name: String
    let mayImport: Set<String>
  }

  let rooms: [String: Room]

  init(_ text: String) {
    var rooms: [String: Room] = [:]
    var floors: [String: Int] = [:]
    let rows = text.split(separator: "\n").compactMap { Self.row($0) }
    for row in rows { floors[row[1]] = Int(row[0]) }
    for row in rows {
      let own = Int(row[0]) ?? .max
      let below = row[2...].contains("everything below") ? floors.filter { $0.value < own }.map(\.key) : []
      rooms[row[1]] = Room(
        floor: Int(row[0]), name: row[1], mayImport: Self.names(row[3]).union(Self.names(row[4])).union(below))
    }
    self.rooms = rooms
  }

  /// The cells of a row that tells of a room.
  private static func row(_ line: Substring) -> [String]? {
    guard line.hasPrefix("| ") else { return nil }
    let cells: [String] = line.split(separator: "|").map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
    }
    return cells.count == 5 && (Int(cells[0]) != nil || cells[0] == "–") ? cells : nil
  }

  private static func names(_ cell: String) -> Set<String> {
    Set(cell.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0 != "–" })
  }
}
