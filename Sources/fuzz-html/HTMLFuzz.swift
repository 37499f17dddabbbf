// `make fuzz` compiles this file and the room's as one module for libFuzzer; else it replays the files it is given.
#if !FUZZING
  import Glibc
  import HTML
#endif

/// Reads bytes as a page, with and without scripts, and as a fragment, and looks whether the trees hold together.
enum HTMLFuzz {
  /// Nodes that a page may have beyond one for each of its bytes: the parser's free copies, and the implied elements.
  private static let freeNodes = 8_192

  private static let contexts: [(name: String, namespace: MarkupNamespace)] = [
    ("div", .html), ("td", .html), ("tr", .html), ("table", .html), ("colgroup", .html), ("template", .html),
    ("select", .html), ("script", .html), ("title", .html), ("frameset", .html), ("html", .html), ("form", .html),
    ("svg", .svg), ("desc", .svg), ("math", .mathML), ("mi", .mathML), ("annotation-xml", .mathML),
  ]

  static func run(_ bytes: [UInt8]) {
    _ = EncodingSniffer.sniff(bytes)
    check(Markup(parsing: bytes), length: bytes.count)
    check(Markup(parsing: bytes, isScripting: false), length: bytes.count)
    let context = contexts[Int(bytes.first ?? 0) % contexts.count]
    check(
      Markup(fragment: Array(bytes.dropFirst()), context: context.name, namespace: context.namespace),
      length: bytes.count)
  }

  private static func check(_ markup: Markup, length: Int) {
    precondition(markup.nodeCount <= length + freeNodes, "more nodes than bytes")
    var (visited, text): (Int, [UInt8]) = (0, [])
    var node: MarkupNode? = .document
    while let current = node {
      visited += 1
      precondition(visited <= markup.nodeCount, "a node is there twice")
      markup.appendText(of: current, to: &text)
      for attribute in markup.attributes(current) {
        text.append(contentsOf: markup.text(attribute.name))
        text.append(contentsOf: markup.value(attribute))
      }
      for child in markup.children(current) {
        precondition(markup.parent(child) == current, "a child of another parent")
      }
      node = markup.after(current, within: .document)
    }
  }
}

#if FUZZING
  @_cdecl("LLVMFuzzerTestOneInput")
  public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    HTMLFuzz.run(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
  }
#else
  /// Replays what the fuzzer found.
  @main struct Replay {
    static func main() {
      for path in CommandLine.arguments.dropFirst() {
        print(path)
        guard let file = fopen(path, "rb") else { continue }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var portion = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&portion, 1, portion.count, file), count > 0 {
          bytes.append(contentsOf: portion[..<count])
        }
        HTMLFuzz.run(bytes)
      }
    }
  }
#endif
