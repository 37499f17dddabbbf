import Glibc
import HTML

/// Times the parser on the files named as arguments, in MB of source a second of CPU: the best of some rounds.
@main struct Benchmark {
  static func main() {
    let pages = CommandLine.arguments.dropFirst().compactMap { load($0) }
    let bytes = pages.reduce(0) { $0 + $1.count }
    guard bytes > 0 else { return print("usage: bench-html FILE…") }
    var best = Double.infinity
    var nodes = 0
    for _ in 0..<rounds {
      let start = now()
      nodes = 0
      for page in pages { nodes += Markup(parsing: page).nodeCount }
      best = min(best, now() - start)
    }
    print("\(pages.count) pages, \(bytes) bytes, \(nodes) nodes: \(Int(Double(bytes) / best / 1e6)) MB/s")
  }

  private static let rounds = 15

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func load(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: ftell(file))
    rewind(file)
    let count = fread(&bytes, 1, bytes.count, file)
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
