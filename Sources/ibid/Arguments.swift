/// The shape of a command line, found without the argument parser, whose machinery takes longer than opening a file.
enum Arguments {
  /// Commands that the parser knows.
  static let commands = ["dump", "find", "themes", "keys", "help"]
  /// Commands that are planned, and what to say until they exist.
  static let later = [
    (name: "library", words: "keeping articles in a library"),
    (name: "config", words: "printing and checking the configuration"),
  ]
  /// Options that may stand before the command; true: a value follows.
  private static let global: [String: Bool] = [
    "--color": true, "--theme": true, "--config": true, "--offline": false, "--no-history": false, "--timings": false,
    "-h": false, "--help": false,
  ]

  /// What `ibid` was asked to read where no option and no command was given; nil: the parser has to look.
  static func plainRequest(_ arguments: [String]) -> ReadRequest? {
    if let first = arguments.first, isCommand(first) { return nil }
    var request = ReadRequest()
    for argument in arguments {
      if argument.hasPrefix("-"), argument != "-" { return nil }
      request.take(argument)
    }
    return request
  }

  /// The arguments with their command first: it may stand behind options that every command has, and reading is the
  /// command where none is named.
  static func commandFirst(_ arguments: [String]) -> [String] {
    var index = 0
    while index < arguments.count, let hasValue = global[arguments[index]] ?? joined(arguments[index]) {
      index += hasValue ? 2 : 1
    }
    if index < arguments.count, isCommand(arguments[index]) {
      return [arguments[index]] + arguments[..<index] + arguments[(index + 1)...]
    }
    return arguments.contains(where: isForParser) ? arguments : ["read"] + arguments
  }

  private static func isCommand(_ argument: String) -> Bool {
    commands.contains(argument) || later.contains { $0.name == argument }
  }

  /// Asked of the parser as a whole, not of a command.
  private static func isForParser(_ argument: String) -> Bool {
    argument == "--version" || argument.hasPrefix("--generate-") || argument.hasPrefix("---completion")
  }

  /// Help on the whole is asked for, and not on a command.
  static func asksForHelp(_ arguments: [String]) -> Bool {
    if arguments == ["help"] { return true }
    guard arguments.first == "read" else { return false }
    return arguments.prefix { $0 != "--" }.contains { $0 == "-h" || $0 == "--help" }
  }

  /// `--color=never` is a whole option; false: no value follows it.
  private static func joined(_ argument: String) -> Bool? {
    guard let end = argument.firstIndex(of: "="), global[String(argument[..<end])] == true else { return nil }
    return false
  }
}
