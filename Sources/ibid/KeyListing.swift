import Session
import Text

/// The key table as `ibid keys`, the manual and the README show it.
enum KeyListing {
  /// A paragraph an area, aligned.
  static func text(_ rows: [CommandRow]) -> String {
    let width = (rows.map { columns(of: $0.keys.joined(separator: "  ")) }.max() ?? 0) + 3
    let paragraphs = areas(of: rows).map { area, rows in
      let lines = rows.map { row in
        let keys = row.keys.joined(separator: "  ")
        return "  " + keys + String(repeating: " ", count: width - columns(of: keys)) + row.help + "\n"
      }
      return area + "\n" + lines.joined()
    }
    return paragraphs.joined(separator: "\n")
  }

  /// All rows, also those that only `:` has.
  static func json(_ rows: [CommandRow]) -> String {
    var json = JSONText()
    json.beginArray()
    for row in rows {
      json.beginObject()
      json.field("command", row.name)
      json.field("keys", row.keys)
      json.field("area", row.area.rawValue)
      json.field("contexts", KeyContext.allCases.filter { row.contexts.contains($0) }.map(\.rawValue))
      json.field("help", row.help)
      json.endObject()
    }
    json.endArray()
    return json.text + "\n"
  }

  /// The lines of a table in Markdown.
  static func markdown(_ rows: [CommandRow]) -> [String] {
    let lines = areas(of: rows).flatMap { area, rows in
      rows.enumerated().map { index, row in
        let keys = row.keys.map { "`\($0.replacing("|", with: "\\|"))`" }.joined(separator: " ")
        return "| \(index == 0 ? area : "") | \(keys) | \(row.help.replacing("|", with: "\\|")) |"
      }
    }
    return ["| | keys | what they do |", "| --- | --- | --- |"] + lines
  }

  /// Rows that have keys, by area, in order of first place.
  private static func areas(of rows: [CommandRow]) -> [(area: String, rows: [CommandRow])] {
    var areas: [(area: String, rows: [CommandRow])] = []
    for row in rows where !row.keys.isEmpty {
      if let index = areas.firstIndex(where: { $0.area == row.area.rawValue }) {
        areas[index].rows.append(row)
      } else {
        areas.append((row.area.rawValue, [row]))
      }
    }
    return areas
  }
}
