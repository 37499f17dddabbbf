import ArgumentParser
import Document

extension SourceType: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
extension DumpFormat: ExpressibleByArgument {}
extension BoilerplateChoice: ExpressibleByArgument {}
extension FindRequest.Format: ExpressibleByArgument {}

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
  var color: ColorChoice = .auto
  @Option(help: ArgumentHelp("The theme to use; `ibid themes` lists them.", valueName: "name"))
  var theme: String?
  @Option(
    help: ArgumentHelp("A configuration file to use instead of the usual one.", valueName: "file"), completion: .file())
  var config: String?
  @Flag(help: "Never touch the network.")
  var offline = false
  @Flag(help: "Keep no reading position and no history.")
  var noHistory = false
  @Flag(help: "Say on standard error how many milliseconds each step took.")
  var timings = false
}

/// What commands that open a source take besides.
struct SourceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What the source is: html, text or markdown.", valueName: "type"))
  var type: SourceType?
  @Option(help: ArgumentHelp("Where a saved page came from, to resolve its links.", valueName: "url"))
  var baseURL: String?

  func validate() throws {
    guard let baseURL, URLParts(baseURL)?.isWeb != true else { return }
    throw ValidationError("--base-url takes an address that begins with http:// or https://, not \(baseURL)")
  }
}

/// The command line as the argument parser sees it.
struct IbidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ibid",
    abstract: "Read an article in the terminal, and check what it claims.",
    version: version,
    subcommands: [ReadCommand.self, DumpCommand.self, FindCommand.self, ThemesCommand.self, KeysCommand.self],
    defaultSubcommand: ReadCommand.self)
}

/// `ibid SOURCE…`: the interactive reader.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: IbidCommand.configuration.abstract,
    usage: "ibid [<options>] [<source> ...]\nibid <command> ...",
    discussion: """
      A source is a path, a URL, or - for standard input; +N starts at line N, and +/PATTERN at the first match. \
      Without a source a pipe on standard input is read, and else the guide. \
      When standard output is not a terminal, the article is printed as by `ibid dump`.
      """,
    shouldDisplay: false)

  @OptionGroup var common: CommonOptions
  @OptionGroup var sourceOptions: SourceOptions
  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var noMouse = false
  @Argument(help: ArgumentHelp("Paths, URLs, -, +N, +/PATTERN.", valueName: "source"), completion: .file())
  var sources: [String] = []

  var request: ReadRequest {
    var request = ReadRequest(
      theme: common.theme, color: common.color, noHistory: common.noHistory, offline: common.offline,
      type: sourceOptions.type, baseURL: sourceOptions.baseURL, timings: common.timings, mouse: !noMouse,
      configFile: common.config)
    for source in sources { request.take(source) }
    return request
  }
}

/// `ibid dump`: prints articles.
struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "Print an article as text, Markdown or JSON.",
    discussion:
      "JSON always holds everything: text and Markdown print the article alone unless --boilerplate says more.")

  @Option(help: ArgumentHelp("text, markdown, json or jsonl (a line a source).", valueName: "format"))
  var format: DumpFormat = .text
  @Option(help: ArgumentHelp("Columns that text may take.", valueName: "columns"))
  var width = DumpRequest.defaultWidth
  @Option(help: ArgumentHelp("What is done with what is not the article: fold, show or hide.", valueName: "how"))
  var boilerplate: BoilerplateChoice = .hide
  @Flag(help: "In JSON, give the score of every sentence, not only of marked claims.")
  var allScores = false
  @OptionGroup var sourceOptions: SourceOptions
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("Paths, URLs, or -.", valueName: "source"), completion: .file())
  var sources: [String] = []

  func validate() throws {
    guard DumpRequest.widths.contains(width) else {
      throw ValidationError(
        "--width takes \(DumpRequest.widths.lowerBound) to \(DumpRequest.widths.upperBound) columns, not \(width)")
    }
  }

  var request: DumpRequest {
    DumpRequest(
      sources: sources, format: format, width: width, boilerplate: boilerplate, allScores: allScores,
      type: sourceOptions.type, baseURL: sourceOptions.baseURL, offline: common.offline, timings: common.timings)
  }
}

/// `ibid find`: ranks evidence.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Rank the sentences of a source as evidence for a claim.",
    discussion: """
      The first line says how sure the first sentence is: exact (the claim's figures and most of its words stand there), \
      near, or not found. --batch reads lines of {"id","claim","context","sentences"} and prints for each a line \
      of {"id","ranking","scores","match"}.
      """)

  @Option(help: ArgumentHelp("What the source is to bear on.", valueName: "text"))
  var claim: String?
  @Option(help: ArgumentHelp("The text around the claim.", valueName: "text"))
  var context = ""
  @Option(help: ArgumentHelp("How many sentences to show.", valueName: "count"))
  var top = FindRequest.defaultTop
  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = FindRequest.Format.text
  @Option(
    help: ArgumentHelp("A file of claims with their sentences, a line each; - is standard input.", valueName: "file"))
  var batch: String?
  @OptionGroup var sourceOptions: SourceOptions
  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("A path, a URL, or -.", valueName: "source"), completion: .file())
  var source: String?

  func validate() throws {
    if top < 1 { throw ValidationError("--top takes 1 or more, not \(top)") }
    if batch != nil {
      guard claim == nil, source == nil else { throw ValidationError("--batch takes no --claim and no source") }
      return
    }
    guard let claim, claim.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError("--claim is missing: the text that the source is to bear on")
    }
    if source == nil { throw ValidationError("a source is missing: a path, a URL, or -") }
  }

  /// nil: it is a batch.
  var request: FindRequest? {
    guard let claim, let source else { return nil }
    return FindRequest(
      claim: claim, context: context, top: top, format: format, source: source, type: sourceOptions.type,
      baseURL: sourceOptions.baseURL, offline: common.offline)
  }
}

/// `ibid themes`.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "themes", abstract: "List the themes.")

  @Flag(help: "As JSON.") var json = false
  @OptionGroup var common: CommonOptions
}

/// `ibid keys`.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "keys", abstract: "List the keys of the reader.")

  @Flag(help: "As JSON.") var json = false
  @OptionGroup var common: CommonOptions
}
