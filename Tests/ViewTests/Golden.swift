import Foundation
import Screen
import Testing

/// A frame as text: the rows between bars, then a layer of the same shape with a letter for each cell's faces, and a
/// legend of the letters. Blank cells of plain prose have no letter.
func picture(of frame: Frame) -> String {
  var letters: [String: Character] = [:]
  var legend: [String] = []
  var text = ""
  var faces = ""
  for y in 0..<frame.size.height {
    text += "|"
    faces += "|"
    for x in 0..<frame.size.width {
      let cell = frame[x, y]
      let isCursor = frame.cursor?.x == x && frame.cursor?.y == y
      for scalar in [cell.base, cell.mark1, cell.mark2, cell.mark3] where scalar != 0 {
        text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "?")
      }
      if isCursor, !legend.contains("cursor at \(x),\(y)") { legend.append("cursor at \(x),\(y)") }
      let names = [cell.face, cell.mark, cell.over].filter { $0 != .none }.map { "\($0)" }
      let key = names.joined(separator: "+")
      if key == "prose" {
        faces += " "
        continue
      }
      if letters[key] == nil {
        let letter = Character(Unicode.Scalar(UInt8(ascii: letters.count < 26 ? "a" : "A") + UInt8(letters.count % 26)))
        letters[key] = letter
        legend.append("\(letter) \(key)")
      }
      faces.append(letters[key] ?? "?")
    }
    text += "|\n"
    faces += "|\n"
  }
  return text + "\n" + faces + "\n" + legend.joined(separator: "\n") + "\n"
}

/// Holds a frame against the file of its name; UPDATE_GOLDENS=1 writes the file instead.
func expectGolden(_ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens")
  let file = folder.appendingPathComponent(name + ".txt")
  let new = picture(of: frame)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? new.write(to: file, atomically: true, encoding: .utf8)
  }
  let old = try? String(contentsOf: file, encoding: .utf8)
  #expect(old == new, "\(name) has changed; UPDATE_GOLDENS=1 rewrites it after a look", sourceLocation: sourceLocation)
}
