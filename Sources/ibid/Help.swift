import ArgumentParser
import Session

/// What the program says of itself, made from the tables that it is made of.
enum Help {
  /// `ibid --help`: the options of reading, then the other commands.
  static var text: String {
    IbidCommand.helpMessage(for: ReadCommand.self) + """

      COMMANDS:
      \(commands)
        `ibid COMMAND --help` says more of one.

      EXIT CODES:
      \(statuses)
      """
  }

  /// The manual page, for man(1): what stands in the help, as roff.
  static var manual: String {
    var page = """
      .TH IBID 1 "" "ibid \(version)"
      .SH NAME
      ibid \\- read an article in the terminal, and check what it claims

      """
    page += section("READING", IbidCommand.helpMessage(for: ReadCommand.self, columns: manualColumns))
    for command in shownCommands {
      let help = IbidCommand.helpMessage(for: command, columns: manualColumns)
      page += section((command.configuration.commandName ?? "").uppercased(), help)
    }
    page += section("KEYS", KeyListing.text(CommandRow.all))
    return page + section("EXIT CODES", statuses)
  }

  /// What man(1) leaves of 80 columns beside its indent.
  private static let manualColumns = 72

  private static var shownCommands: [any ParsableCommand.Type] {
    IbidCommand.configuration.subcommands.filter { $0.configuration.shouldDisplay }
  }

  private static var commands: String {
    var rows = ""
    for command in shownCommands {
      rows += row(command.configuration.commandName ?? "", command.configuration.abstract)
    }
    return rows
  }

  private static var statuses: String {
    ExitStatus.allCases.map { row(String($0.rawValue), $0.meaning) }.joined()
      + row(ExitStatus.ofSignals, ExitStatus.meaningOfSignals)
  }

  private static func row(_ name: String, _ words: String) -> String {
    "  " + name + String(repeating: " ", count: max(1, 24 - name.count)) + words + "\n"
  }

  /// Text as it stands; what roff would take for a request or an escape is escaped.
  private static func section(_ title: String, _ text: String) -> String {
    var body = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isRequest = line.hasPrefix(".") || line.hasPrefix("'")
      body += (isRequest ? "\\&" : "") + line.replacing("\\", with: "\\e").replacing("-", with: "\\-") + "\n"
    }
    return ".SH \(title)\n.nf\n" + body + ".fi\n"
  }
}
