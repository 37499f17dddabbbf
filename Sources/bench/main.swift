import Document
import Layout
import Text

/// Text made up from a fixed seed, so that runs compare.
struct Maker {
  private var state: UInt64 = 42

  mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  /// Prose of at least `bytes` bytes: words of `letters`, sentences, and line feeds about every 70 bytes if asked.
  mutating func prose(bytes: Int, letters: [String], lineFeeds: Bool = false) -> [UInt8] {
    var text: [UInt8] = []
    var lineStart = 0
    while text.count < bytes {
      let wordCount = 6 + number(below: 18)
      for word in 0..<wordCount {
        for letter in 0..<1 + number(below: 9) {
          let piece = letters[number(below: letters.count)]
          text += letter == 0 && word == 0 ? Array(piece.uppercased().utf8) : Array(piece.utf8)
        }
        if word == wordCount - 1 { text.append(0x2E) } else if number(below: 9) == 0 { text.append(0x2C) }
        let ends = lineFeeds && text.count - lineStart > 70
        text.append(ends ? 0x0A : 0x20)
        if ends { lineStart = text.count }
      }
    }
    return text
  }
}

/// Names of what to time; all where none is given.
let only = CommandLine.arguments.dropFirst().first

/// Prints how fast `body` goes through `bytes` bytes: the best of several runs.
func time(_ name: String, bytes: Int, _ body: () -> Int) {
  if let only, !name.contains(only) { return }
  var best = Duration.seconds(3600)
  var result = 0
  for _ in 0..<7 {
    let clock = ContinuousClock()
    best = min(best, clock.measure { result = body() })
  }
  let seconds = Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
  let speed = Int(Double(bytes) / seconds / 1e6)
  let milliseconds = Double(Int(seconds * 1e5)) / 100
  print("\(name): \(speed) MB/s, \(milliseconds) ms for \(bytes / 1000) KB (\(result))")
}

/// What would show a step that is not linear: a megabyte of the same thing.
func timeHardCases() {
  let parts = [
    " ", "\n", " \n", "\t", "\u{AD}", "\u{2060}", "\u{200B}", "\u{301}", "a\u{2060}", "a\u{AD}", " !", "« ", "/", "a/",
    "-",
    "a-b", "(", "“", "”", ".", ". ", "a. ", "“a. ", "(a. ) ", "…", "[1]", "。", "「", "\u{A0}", "क", "ि", "\u{1F1E9}",
    "\u{200D}",
    "👩\u{200D}", "\u{5D0}", "\u{FF}", "a b", "Mr. ", "\u{3000}",
  ]
  for part in parts {
    var text: [UInt8] = []
    while text.count < 1_000_000 { text += part.utf8 }
    let name = part.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
    time("hard: sentences, \(name)", bytes: text.count) { sentences(in: text).count }
    for width in [1, 72, 1_000_000] {
      time("hard: rows of \(width), \(name)", bytes: text.count) {
        rows(of: Block(role: .paragraph, text: text), metrics: Metrics(width: width, terminalReorders: true)).count
      }
    }
  }
}

func run() {
  var maker = Maker()
  let ascii = "etaoinshrdlucmfwyp".map { String($0) }
  let curly = ascii + ascii + ["’", "é"]
  let plain = maker.prose(bytes: 1_000_000, letters: ascii)
  let wrapped = maker.prose(bytes: 1_000_000, letters: ascii, lineFeeds: true)
  let accented = maker.prose(bytes: 1_000_000, letters: curly)
  let greek = maker.prose(bytes: 1_000_000, letters: "αβγδεζηθικλμ".map { String($0) })
  let chinese = maker.prose(bytes: 1_000_000, letters: "的一是在不了有和人这中大".map { String($0) })
  let emoji = maker.prose(bytes: 1_000_000, letters: ["a", "👩‍🚀", "e\u{301}", "🇩🇪", "क"])
  let texts = [
    ("plain", plain), ("hard-wrapped", wrapped), ("accented", accented), ("Greek", greek), ("Chinese", chinese),
    ("clusters", emoji),
  ]
  for (name, text) in texts {
    time("sentences, \(name)", bytes: text.count) { sentences(in: text).count }
    time("words, \(name)", bytes: text.count) { words(in: text, 0..<text.count) }
    time("columns, \(name)", bytes: text.count) { columns(of: text, in: 0..<text.count) }
    for width in [72, 20] {
      let metrics = Metrics(width: width)
      time("rows of \(width), \(name)", bytes: text.count) {
        rows(of: Block(role: .paragraph, text: text), metrics: metrics).count
      }
    }
  }
  time("code, hard-wrapped", bytes: wrapped.count) {
    rows(of: Block(role: .code, text: wrapped, keepsLines: true), metrics: Metrics(width: 72)).count
  }
  timeHardCases()
  timeAnalysis()
  timeEvidence()
  let word = [UInt8](repeating: 0x61, count: 1_000_000)
  time("rows of 72, one word", bytes: word.count) {
    rows(of: Block(role: .paragraph, text: word), metrics: Metrics(width: 72)).count
  }
}

run()
