import Foundation
import Testing

/// The rules of `Sources/README.md`, held against the code.
struct LayeringTests {
  private let table: RoomTable

  init() throws {
    table = RoomTable(try SourceTree.text("Sources/README.md"))
  }

  @Test func theTableNamesEveryRoomAndNoOther() throws {
    #expect(try SourceTree.rooms() == Set(table.rooms.keys))
  }

  @Test func importsFollowTheTable() throws {
    let files = try SourceTree.files("Sources")
    #expect(files.count > 20)
    for file in files {
      let room = try #require(table.rooms[file.room], "\(file.path)")
      let wrong = file.imports.subtracting(room.mayImport)
      #expect(wrong.isEmpty, "\(file.path) imports \(wrong.sorted())")
    }
  }

  @Test func importsGoDown() {
    for room in table.rooms.values {
      for name in room.mayImport {
        guard let floor = room.floor, let other = table.rooms[name]?.floor else { continue }
        #expect(other < floor, "\(room.name) on floor \(floor) may import \(name) on floor \(other)")
      }
    }
  }

  @Test func thePackageGivesNoRoomMoreThanTheTable() throws {
    let package = try SourceTree.text("Package.swift")
    let rooms = package.matches(of: /room\("(\w+)"(?:, \[([^\]]*)\])?(?:, excluding: \[[^\]]*\])?\)/)
    #expect(rooms.count > 10)
    for match in rooms {
      let needs = (match.output.2 ?? "").matches(of: /"(\w+)"(?=, package|[,\])]|$)/).map { String($0.output.1) }
      let room = try #require(table.rooms[String(match.output.1)])
      let wrong = Set(needs).subtracting(room.mayImport)
      #expect(wrong.isEmpty, "\(room.name) is given \(wrong.sorted())")
    }
  }

  @Test func typeNamesAreUniqueAndNoneIsItsRooms() throws {
    var homes: [String: String] = [:]
    for file in try SourceTree.files("Sources") {
      for line in file.lines {
        guard let name = Self.declaredType(line) else { continue }
        #expect(table.rooms[name] == nil, "\(file.path): \(name) is the name of a room")
        #expect(name != "Span", "\(file.path): Span is the standard library's")
        if line.hasPrefix("private ") || line.hasPrefix("fileprivate ") { continue }
        let home = homes[name]
        #expect(home == nil || home == file.path, "\(name) in \(file.path) and in \(home ?? "")")
        homes[name] = file.path
      }
    }
    #expect(homes.count > 30)
  }

  /// The type that a line at the top of a file declares.
  private static func declaredType(_ line: String) -> String? {
    guard let first = line.utf8.first, first != 0x20, first != 0x2F else { return nil }
    let pattern =
      /^(?:@\w+ )*(?:package |public |private |fileprivate |final |indirect |internal )*(?:struct|enum|class|actor|protocol|typealias) (\w+)/
    return line.firstMatch(of: pattern).map { String($0.output.1) }
  }

  @Test func noTypeOfTheCodeIsMissedByTheSearch() {
    #expect(Self.declaredType("package final class Output {") == "Output")
    #expect(Self.declaredType("@main enum Program {") == "Program")
    #expect(Self.declaredType("struct A<B>: C {") == "A")
    #expect(Self.declaredType("  struct Nested {") == nil)
  }

  @Test func nothingIsForcedOrUnchecked() throws {
    for file in try SourceTree.files("Sources") {
      for (number, line) in file.lines.enumerated() {
        let code = line.prefix(upTo: line.range(of: "//")?.lowerBound ?? line.endIndex)
        #expect(!code.contains("try!"), "\(file.path):\(number + 1)")
        #expect(!code.contains(" as! "), "\(file.path):\(number + 1)")
        let isMailbox = file.path.hasSuffix("Mailbox.swift")
        #expect(isMailbox || !code.contains("@unchecked Sendable"), "\(file.path):\(number + 1)")
      }
    }
  }

  @Test func filesAndFunctionsEnd() throws {
    for file in try SourceTree.files("Sources") + SourceTree.files("Tests") where !file.isTable {
      #expect(file.lines.count <= 401, "\(file.path) has \(file.lines.count - 1) lines")
      for (name, length) in Self.functions(file.lines) {
        #expect(length <= 70, "\(file.path): \(name) has \(length) lines")
      }
    }
  }

  /// Functions and initialisers with their lengths, found by their indentation.
  private static func functions(_ lines: [String]) -> [(name: String, length: Int)] {
    var functions: [(String, Int)] = []
    for (start, line) in lines.enumerated() {
      // A requirement of a protocol has no body.
      guard line.hasSuffix("{") || line.hasSuffix("("), line.contains("func ") || line.contains("init"),
        let match = line.firstMatch(of: /^( *)(?:[@\w()]+ )*(?:func (\S+?)|init\??)[(<]/)
      else { continue }
      guard let end = lines[start...].firstIndex(of: match.output.1 + "}") else { continue }
      // A case that says all on its own line is a row of a table.
      let rows = lines[start...end].filter { $0.drop { $0 == " " }.hasPrefix("case ") && !$0.hasSuffix(":") }
      functions.append((String(match.output.2 ?? "init"), end - start + 1 - rows.count))
    }
    return functions
  }
}
