import Foundation
import Testing

@testable import HTML

/// html5lib's tree construction tests (of 2018), under both values of the scripting flag where a test names none.
@Suite struct HTML5LibTreeTests {
  struct Case {
    var name: String
    var data: String
    var context: String?
    var scripting: [Bool]
    var tree: String
  }

  /// The tests that the living standard no longer agrees with, each with the rule that changed.
  static let changed: [String: String] = {
    let select = "<select> holds any element: its insertion modes are gone, the usual rules of the body are for it"
    let breakout = "a start tag of HTML's ends foreign content also where the fragment's context is foreign"
    let lists: [(String, [String: [Int]])] = [
      (
        select,
        [
          "menuitem-element.dat": [14], "tests1.dat": [30, 102], "tests10.dat": [4, 5, 17, 18],
          "tests18.dat": [14, 15], "tests7.dat": [31], "tests9.dat": [5, 6, 18, 19],
          "tests_innerHTML_1.dat": [81, 82], "webkit02.dat": [18],
        ]
      ),
      (breakout, ["foreign-fragment.dat": [1, 2, 39, 41, 48, 49]]),
    ]
    var changed: [String: String] = [:]
    for (rule, files) in lists {
      for (file, numbers) in files {
        for number in numbers { changed["tree-construction/\(file) \(number)"] = rule }
      }
    }
    return changed
  }()

  /// What these trees have only a script can make.
  static let needScripts: Set<String> = [
    "scripted/adoption01.dat 1", "scripted/ark.dat 1", "scripted/webkit01.dat 1", "scripted/webkit01.dat 2",
  ]

  @Test(.enabled(if: SampleData.isThere, SampleData.reason))
  func treesAreAsExpected() throws {
    var (run, passed) = (0, 0)
    for folder in ["html5lib/tree-construction", "html5lib/tree-construction/scripted"] {
      for file in try SampleData.files(in: folder, suffix: ".dat") {
        for test in try Self.cases(in: file) {
          for isScripting in test.scripting {
            run += 1
            let isEqual = Self.tree(of: test, isScripting: isScripting) == test.tree
            if isEqual { passed += 1 }
            let isExpected = Self.changed[test.name] == nil && !Self.needScripts.contains(test.name)
            #expect(isEqual == isExpected, "\(test.name), scripting \(isScripting ? "on" : "off")")
          }
        }
      }
    }
    #expect(run == 3363)
    #expect(run - passed == Self.changed.count * 2 + Self.needScripts.count)
  }

  static func tree(of test: Case, isScripting: Bool) -> String {
    let bytes = [UInt8](test.data.utf8)
    guard let context = test.context else {
      return TreeText(Markup(parsing: bytes, isScripting: isScripting)).text
    }
    let parts = context.split(separator: " ")
    let namespace: MarkupNamespace = parts.count < 2 ? .html : parts[0] == "svg" ? .svg : .mathML
    let name = String(parts.last ?? "div")
    return TreeText(Markup(fragment: bytes, context: name, namespace: namespace, isScripting: isScripting)).text
  }

  static func cases(in file: URL) throws -> [Case] {
    let text = try String(contentsOf: file, encoding: .utf8)
    var cases: [Case] = []
    var sections: [String: [Substring]] = [:]
    var section = ""
    func finish() {
      guard let data = sections["#data"], var tree = sections["#document"] else { return }
      while tree.last?.isEmpty == true { tree.removeLast() }
      let scripting = sections["#script-on"] != nil ? [true] : sections["#script-off"] != nil ? [false] : [false, true]
      cases.append(
        Case(
          name: "\(file.deletingLastPathComponent().lastPathComponent)/\(file.lastPathComponent) \(cases.count + 1)",
          data: data.joined(separator: "\n"), context: sections["#document-fragment"].map { String($0[0]) },
          scripting: scripting, tree: tree.joined(separator: "\n")))
    }
    let markers: Set<Substring> = [
      "#errors", "#new-errors", "#document-fragment", "#script-on", "#script-off", "#document",
    ]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "#data", section != "#data" {
        finish()
        sections = [:]
      }
      if line == "#data" || markers.contains(line) {
        section = String(line)
        sections[section] = []
      } else {
        sections[section, default: []].append(line)
      }
    }
    finish()
    return cases
  }
}
