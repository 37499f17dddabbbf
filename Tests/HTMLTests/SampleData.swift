import Foundation
import Testing

/// The sample data of the project, which lies outside of it.
enum SampleData {
  static let folder = ProcessInfo.processInfo.environment["IBID_DATA"].map { URL(fileURLWithPath: $0) }
  static let isThere = folder != nil
  static let reason: Comment = "IBID_DATA does not say where the sample data is"

  static func files(in path: String, suffix: String) throws -> [URL] {
    guard let folder else { return [] }
    let all = try FileManager.default.contentsOfDirectory(
      at: folder.appendingPathComponent("data/" + path), includingPropertiesForKeys: nil)
    return all.filter { $0.lastPathComponent.hasSuffix(suffix) }.sorted { $0.path < $1.path }
  }
}
