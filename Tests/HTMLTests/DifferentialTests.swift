import Foundation
import Testing

@testable import HTML

/// Sample pages against JustHTML, a parser of Python's that follows the living standard: the same trees. For this test
/// alone, where `pip install justhtml` was done.
@Suite struct DifferentialTests {
  /// Every so many pages of the samples.
  private static let step = 12

  /// Where the trees differ, and why.
  private static let known: [String: String] = [
    "wcxb/html/0073.html.gz": "JustHTML keeps <image> inside an SVG <desc>, where HTML's rules make it <img>"
  ]

  private static let script = """
    import gzip, sys, zlib
    from justhtml import JustHTML

    def kind(node):
      return {"svg": "svg ", "math": "math "}.get(node.namespace or "", "")

    def lines(root):
      stack = [(child, 0) for child in reversed(root.children or ())]
      while stack:
        node, depth = stack.pop()
        indent = "  " * depth
        if node.name == "#text":
          yield indent + '"' + (node.data or "") + '"'
        elif node.name == "#comment":
          yield indent + "<!-- " + (node.data or "") + " -->"
        elif node.name == "!doctype":
          yield indent + "<!DOCTYPE>"
        else:
          yield indent + "<" + kind(node) + node.name + ">"
          for name, value in sorted((node.attrs or {}).items()):
            yield indent + "  " + name + '="' + (value or "") + '"'
          content = getattr(node, "template_content", None)
          if content is not None:
            yield indent + "  content"
            stack.extend((child, depth + 2) for child in reversed(content.children or ()))
          else:
            stack.extend((child, depth + 1) for child in reversed(node.children or ()))

    for path in sys.argv[1:]:
      html = gzip.open(path).read().decode("utf-8", "replace")
      dump = "\\n".join(lines(JustHTML(html, sanitize=False).root))
      print(zlib.crc32(dump.encode("utf-8", "replace")), len(html.encode("utf-8", "replace")), flush=True)
    """

  private static let isInstalled = (try? python(["-c", "import justhtml"])) ?? nil != nil

  @Test(.enabled(if: SampleData.isThere, SampleData.reason), .enabled(if: isInstalled, "JustHTML is not installed"))
  func sampleTreesAreAnotherParsers() throws {
    var pages: [URL] = []
    for set in ["aed", "scrapinghub", "wcxb"] {
      pages += try SampleData.files(in: "extraction/\(set)/html", suffix: ".html.gz")
    }
    pages = pages.enumerated().filter { $0.offset % Self.step == 0 || Self.known[Self.name($0.element)] != nil }
      .map(\.element)
    let expected = try #require(try Self.python(["-c", Self.script] + pages.map(\.path)))
    #expect(expected.count == pages.count)
    for (page, line) in zip(pages, expected) {
      let bytes = try Self.unzipped(page)
      let isSame = line.hasPrefix("\(Self.checksum(Self.dump(Markup(parsing: bytes)))) ")
      #expect(isSame == (Self.known[Self.name(page)] == nil), "\(Self.name(page))")
    }
  }

  private static func name(_ page: URL) -> String { page.pathComponents.suffix(3).joined(separator: "/") }

  /// The lines that Python prints, or nil where it fails.
  private static func python(_ arguments: [String]) throws -> [String]? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func unzipped(_ page: URL) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", page.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return [UInt8](output)
  }

  /// The tree in the script's form.
  private static func dump(_ markup: Markup) -> [UInt8] {
    var bytes: [UInt8] = []
    var depths = [Int](repeating: -1, count: markup.nodeCount)
    var node = markup.after(.document, within: .document)
    while let current = node {
      let depth = markup.parent(current).map { depths[Int($0.index)] + 1 } ?? 0
      depths[Int(current.index)] = depth
      if !bytes.isEmpty { bytes.append(Ascii.newline) }
      bytes.append(contentsOf: repeatElement(Ascii.space, count: 2 * depth))
      write(current, of: markup, depth: depth, to: &bytes)
      node = markup.after(current, within: .document)
    }
    return bytes
  }

  private static func write(_ node: MarkupNode, of markup: Markup, depth: Int, to bytes: inout [UInt8]) {
    switch markup.kind(node) {
    case .document: break
    case .content: bytes += "content".utf8
    case .doctype: bytes += "<!DOCTYPE>".utf8
    case .text:
      bytes.append(Ascii.quote)
      markup.appendText(of: node, to: &bytes)
      bytes.append(Ascii.quote)
    case .comment:
      bytes += "<!-- ".utf8
      markup.appendText(of: node, to: &bytes)
      bytes += " -->".utf8
    case .element:
      let kind = markup.namespace(node) == .svg ? "svg " : markup.namespace(node) == .mathML ? "math " : ""
      bytes += "<\(kind)".utf8 + markup.text(markup.name(node)) + ">".utf8
      let attributes = markup.attributes(node).map { (name: plainName($0.name, markup), value: markup.value($0)) }
      for attribute in attributes.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
        bytes += "\n".utf8 + [UInt8](repeating: Ascii.space, count: 2 * depth + 2) + attribute.name
        bytes += "=\"".utf8 + attribute.value + "\"".utf8
      }
    }
  }

  /// `xlink href` as it was written.
  private static func plainName(_ name: MarkupName, _ markup: Markup) -> [UInt8] {
    if name == .foreignXmlnsXmlns { return [UInt8]("xmlns".utf8) }
    return markup.text(name).map { $0 == Ascii.space ? 0x3A : $0 }
  }

  /// CRC-32, as zlib has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table: [UInt32] = (0..<256).map { index in
      (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 0 ? value >> 1 : 0xEDB8_8320 ^ value >> 1 }
    }
    return ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
