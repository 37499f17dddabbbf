import ArgumentParser
import Glibc
import Session

let version = "0.1.0"

/// The location under which the guide opens.
let guideLocation = "guide:"

/// The program: from arguments to an exit status.
@main enum Program {
  @MainActor static func main() {
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// The status to exit with.
  @MainActor static func run(_ arguments: [String]) -> Int32 {
    if let request = Arguments.plainRequest(arguments) { return readOrDump(request) }
    let arguments = Arguments.commandFirst(arguments)
    if let first = arguments.first, let what = Arguments.later.first(where: { $0.name == first })?.words {
      complain("`\(first)` (\(what)) is not built yet. `ibid --help` lists what is; a file of that name is ./\(first).")
      return ExitStatus.usage.rawValue
    }
    if Arguments.asksForHelp(arguments) { return put(Help.text).rawValue }
    if arguments.contains("--generate-manual") { return put(Help.manual).rawValue }
    do {
      var command = try IbidCommand.parseAsRoot(arguments)
      return try perform(&command)
    } catch {
      return explain(error)
    }
  }

  @MainActor private static func perform(_ command: inout ParsableCommand) throws -> Int32 {
    switch command {
    case let command as ReadCommand: return readOrDump(command.request)
    case let command as DumpCommand: return named(command.common) ?? dump(command.request).rawValue
    case let command as FindCommand:
      if let status = named(command.common) { return status }
      guard let request = command.request else { return findBatch(command.batch ?? "-").rawValue }
      return find(request).rawValue
    case let command as ThemesCommand:
      return named(command.common) ?? listThemes(asJSON: command.json)
    case let command as KeysCommand:
      return named(command.common) ?? listKeys(asJSON: command.json, configFile: command.common.config)
    default:
      // The parser's own: help and completions.
      try command.run()
      return ExitStatus.done.rawValue
    }
  }

  /// What a command makes no use of is wrong all the same where the command line names it: the status for a theme or a
  /// configuration that does not hold; nil: both do.
  private static func named(_ options: CommonOptions) -> Int32? {
    flaw(theme: options.theme, configFile: options.config)
  }

  private static func flaw(theme: String?, configFile: String?) -> Int32? {
    do {
      if let configFile {
        var settings = Settings()
        var keymap: Keymap?
        try Configuration.apply(named: configFile, settings: &settings, keymap: &keymap)
      }
      if let theme { _ = try OwnThemes.palette(named: theme) }
      return nil
    } catch {
      return ibid.explain(error)
    }
  }

  /// What the parser throws is a text that was asked for, or a mistake in the command line.
  private static func explain(_ error: any Error) -> Int32 {
    guard IbidCommand.exitCode(for: error) != .success else {
      return put(IbidCommand.fullMessage(for: error) + "\n").rawValue
    }
    let message = IbidCommand.message(for: error)
    let isSentence = message.last.map { ".?!".contains($0) } ?? false
    complain(message + (isSentence ? "" : ".") + " `ibid --help` says what there is.")
    return ExitStatus.usage.rawValue
  }

  /// Reads in a terminal; where standard output is none, prints.
  @MainActor private static func readOrDump(_ request: ReadRequest) -> Int32 {
    var request = request
    if request.sources.isEmpty, standardInputHoldsData { request.sources = ["-"] }
    guard isatty(STDOUT_FILENO) == 1 else {
      return flaw(theme: request.theme, configFile: request.configFile) ?? dump(DumpRequest(request)).rawValue
    }
    return read(request)
  }
}

/// A pipe, a file or a socket stands on standard input, not a terminal or /dev/null.
var standardInputHoldsData: Bool {
  var status = stat()
  guard fstat(STDIN_FILENO, &status) == 0 else { return false }
  let kind = status.st_mode & S_IFMT
  return kind == S_IFIFO || kind == S_IFREG || kind == S_IFSOCK
}
