import CNcurses
import CSystem
import Glibc

/// Gives the terminal back when a fault ends the program: a trap must not leave the reader's shell in another screen,
/// without an echo. What is to be written is known beforehand, and a signal handler writes it.
@MainActor struct CrashGuard {
  private let output: Int32
  private let before: termios?
  private let farewell: [UInt8]

  init(_ tty: Tty, _ modes: TerminalModes) {
    output = tty.output
    before = tty.before
    var bytes = modes.off
    for name in ["op", "sgr0", "cnorm", "rmcup"] {
      guard let capability = ibid_capability(name) else { continue }
      bytes += Self.withoutDelays(Array(String(cString: capability).utf8))
    }
    farewell = bytes + Array("ibid ended by a fault of its own; the terminal is as it was.\n".utf8)
  }

  func arm() {
    guard var before else { return }
    farewell.withUnsafeBufferPointer { ibid_arm(output, &before, $0.baseAddress, $0.count) }
  }

  func disarm() { ibid_disarm() }

  /// Padding, `$<5/>`, is for terminals on slow lines.
  static func withoutDelays(_ capability: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var index = 0
    while index < capability.count {
      if capability[index...].starts(with: [0x24, 0x3C]),
        let end = capability[index...].firstIndex(of: 0x3E)
      {
        index = end + 1
      } else {
        kept.append(capability[index])
        index += 1
      }
    }
    return kept
  }
}
