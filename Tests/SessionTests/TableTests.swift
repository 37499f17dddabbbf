import Screen
import Testing

@testable import Session

struct TableTests {
  @Test func noKeyIsBoundTwice() {
    for context in KeyContext.allCases {
      var seen: [[Key]: String] = [:]
      for row in CommandRow.all where row.contexts.contains(context) {
        for notation in row.keys {
          let keys = Key.parse(notation) ?? []
          #expect(seen[keys] == nil, "\(notation) is \(row.name) and \(seen[keys] ?? "") in \(context)")
          seen[keys] = row.name
        }
      }
    }
  }

  @Test func noSequenceIsHiddenByAShorterOne() {
    for context in KeyContext.allCases {
      let all = CommandRow.all.filter { $0.contexts.contains(context) }.flatMap { $0.keys.compactMap(Key.parse) }
      for keys in all {
        for length in 1..<max(1, keys.count) {
          let beginning = Array(keys.prefix(length))
          let isHidden = all.contains(beginning) && beginning != [Key(.character("'"))]
          #expect(!isHidden, "\(keys.map(\.label).joined()) in \(context)")
        }
      }
    }
  }

  @Test func everyCommandHasOneRowWithHelpAndAName() {
    for command in Command.allCases {
      let rows = CommandRow.all.filter { $0.command == command }
      #expect(rows.count == 1, "\(command)")
      #expect(rows.allSatisfy { !$0.help.isEmpty && !$0.name.isEmpty && !$0.contexts.isEmpty })
    }
    #expect(Set(CommandRow.all.map(\.name)).count == CommandRow.all.count)
  }

  @Test func everyKeyOfTheTableCanBeTyped() {
    for row in CommandRow.all {
      for notation in row.keys { #expect(Key.parse(notation)?.isEmpty == false, "\(row.name): \(notation)") }
    }
  }

  @Test(arguments: [
    ("j", [Key(.character("j"))]), ("<C-d>", [Key(.character("d"), control: true)]),
    ("]c", [Key(.character("]")), Key(.character("c"))]), ("<S-Tab>", [Key(.tab, shift: true)]),
    ("<A-Left>", [Key(.left, alt: true)]), ("<F1>", [Key(.function(1))]), ("<", [Key(.character("<"))]),
    ("<C-w>w", [Key(.character("w"), control: true), Key(.character("w"))]),
  ]) func keysAreReadAsVimWritesThem(notation: String, keys: [Key]) {
    #expect(Key.parse(notation) == keys)
  }

  @Test func whatIsNoKeyIsNotRead() {
    #expect(Key.parse("<Nonsense>") == nil)
    #expect(Key.parse("<F99>") == nil)
  }

  @Test func optionsTakeTheirValuesAndNoOthers() {
    for option in Option.all {
      var settings = Settings()
      for value in option.values { #expect(option.set(&settings, value), "\(option.name)=\(value)") }
      if let last = option.values.last { #expect(option.value(in: settings) == last) }
      #expect(option.name == "theme" || !option.set(&settings, "nonsense"), "\(option.name)")
      #expect(!option.help.isEmpty)
    }
    var settings = Settings()
    let width = Option.named("width")
    #expect(width?.set(&settings, "20") == true)
    #expect(width?.set(&settings, "19") == false)
    #expect(width?.set(&settings, "200") == true)
    #expect(width?.set(&settings, "201") == false)
  }
}
