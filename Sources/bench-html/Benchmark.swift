import Analysis
import Fetch
import Glibc
import HTML
import Reading

/// Times the parser on the files named as arguments, gzipped or not: MB of source a second of CPU, the best of some
/// rounds. Parses the whole tree, then walks it, taking all text and each element's class; and reads the bytes as a page,
/// from its charset to its blocks, without analysis, and with its folds.
@main struct Benchmark {
  private static let rounds = 10

  static func main() {
    let pages = CommandLine.arguments.dropFirst().compactMap { load($0) }
    let bytes = pages.reduce(0) { $0 + $1.count }
    guard bytes > 0 else { return print("usage: bench-html FILE…") }
    var trees: [Markup] = []
    let parsing = seconds { trees = pages.map { Markup(parsing: $0) } }
    var text = 0
    let walking = seconds { text = trees.reduce(0) { $0 + walk($1) } }
    let nodes = trees.reduce(0) { $0 + $1.nodeCount }
    print("\(pages.count) pages, \(bytes) bytes, \(nodes) nodes, \(text) bytes of text and classes")
    trees = []
    var blocks = 0
    let reading = seconds { blocks = pages.reduce(0) { $0 + read($1) } }
    print("parse to tree \(Int(Double(bytes) / parsing / 1e6)) MB/s, walk \(Int(Double(bytes) / walking / 1e6)) MB/s")
    print("bytes to article \(Int(Double(bytes) / reading / 1e6)) MB/s, \(blocks) blocks and details")
    var parts = 0
    let folding = seconds { parts = pages.reduce(0) { $0 + read($1, isFolded: true) } }
    print("bytes to folded article \(Int(Double(pages.count) / folding)) pages/s, \(parts) blocks and folds")
  }

  private static func read(_ bytes: [UInt8], isFolded: Bool = false) -> Int {
    let text = transcoded(bytes, from: HTMLPage.charset(of: bytes, declared: nil)).text
    var (piece, metadata) = HTMLPage.read(text, base: LinkBase(location: "https://courier.example/a"))
    if isFolded { _ = mark(first: &piece, metadata: metadata, hasClaims: false) }
    return piece.blocks.count + piece.folds.count
  }

  private static func walk(_ tree: Markup) -> Int {
    var text: [UInt8] = []
    var node: MarkupNode? = .document
    while let current = node {
      tree.appendText(of: current, to: &text)
      if let value = tree.value(current, .class) { text.append(contentsOf: value) }
      node = tree.after(current, within: .document)
    }
    return text.count
  }

  private static func seconds(_ body: () -> Void) -> Double {
    var best = Double.infinity
    for _ in 0..<rounds {
      let start = now()
      body()
      best = min(best, now() - start)
    }
    return best
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func load(_ path: String) -> [UInt8]? { try? ByteSource.whole(path) }
}
