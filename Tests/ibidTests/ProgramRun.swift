import Foundation
import Testing

/// The program that the tests run: the product that was built beside them.
enum BuiltProgram {
  static let path = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "ibid").path

  /// Nothing of the machine's reader: homes of their own, a terminal and a locale that are known.
  static func environment(home: URL, _ more: [String: String] = [:]) -> [String: String] {
    [
      "PATH": "/usr/bin:/bin", "HOME": home.path, "XDG_CONFIG_HOME": home.path + "/config",
      "XDG_STATE_HOME": home.path + "/state", "XDG_CACHE_HOME": home.path + "/cache", "TERM": "xterm-256color",
      "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
    ].merging(more) { $1 }
  }
}

/// A folder of its own for a test; it goes when the test does.
final class Scratch {
  let url = FileManager.default.temporaryDirectory.appending(path: "ibid-test-" + UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file; its path.
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  func file(_ name: String, _ bytes: Data) throws -> String {
    let place = url.appending(path: name)
    try bytes.write(to: place)
    return place.path
  }
}

/// One run of the program with pipes: what it wrote, and how it ended.
struct ProgramRun {
  let status: Int32
  let output: Data
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
  var json: Any? { try? JSONSerialization.jsonObject(with: output) }
  var object: [String: Any] { json as? [String: Any] ?? [:] }

  init(_ arguments: String..., input: Data? = nil, outputPath: String? = nil) throws {
    try self.init(arguments, input: input, outputTo: outputPath.map { try FileHandle(forWritingTo: URL(filePath: $0)) })
  }

  /// `input` nil: standard input is /dev/null. `outputTo`: where standard output goes instead of into `output`.
  init(_ arguments: [String], input: Data? = nil, outputTo: FileHandle? = nil) throws {
    let scratch = try Scratch()
    let outputFile = URL(filePath: try scratch.file("output", ""))
    let errorsFile = URL(filePath: try scratch.file("errors", ""))
    let process = Process()
    process.executableURL = URL(filePath: BuiltProgram.path)
    process.arguments = arguments
    process.environment = BuiltProgram.environment(home: scratch.url)
    process.standardOutput = try outputTo ?? FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorsFile)
    let pipe = Pipe()
    process.standardInput = input == nil ? FileHandle.nullDevice : pipe
    try process.run()
    if let input {
      try pipe.fileHandleForWriting.write(contentsOf: input)
      try pipe.fileHandleForWriting.close()
    }
    process.waitUntilExit()
    status = process.terminationStatus
    output = try Data(contentsOf: outputFile)
    errors = try String(contentsOf: errorsFile, encoding: .utf8)
  }
}
