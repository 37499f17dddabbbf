import Testing

@testable import ibid

/// The command line: what needs no parser, and what the parser makes of the rest.
struct CommandLineTests {
  @Test func sourcesAndStartsNeedNoParser() {
    #expect(Arguments.plainRequest([]) == ReadRequest())
    #expect(Arguments.plainRequest(["a", "-"]) == ReadRequest(sources: ["a", "-"]))
    #expect(Arguments.plainRequest(["+12", "a"]) == ReadRequest(sources: ["a"], startLine: 12))
    #expect(Arguments.plainRequest(["a", "+/b c"]) == ReadRequest(sources: ["a"], startPattern: "b c"))
    #expect(Arguments.plainRequest(["+0", "+x", "+"]) == ReadRequest(sources: ["+0", "+x", "+"]))
  }

  @Test func optionsAndCommandsNeedTheParser() {
    #expect(Arguments.plainRequest(["--offline", "a"]) == nil)
    #expect(Arguments.plainRequest(["a", "--"]) == nil)
    #expect(Arguments.plainRequest(["dump", "a"]) == nil)
    #expect(Arguments.plainRequest(["find"]) == nil)
    #expect(Arguments.plainRequest(["a", "dump"]) == ReadRequest(sources: ["a", "dump"]))
  }

  @Test func optionsOfEveryCommandMayStandBeforeIt() {
    #expect(Arguments.commandFirst(["--color", "never", "dump", "a"]) == ["dump", "--color", "never", "a"])
    #expect(Arguments.commandFirst(["--color=never", "--offline", "keys"]) == ["keys", "--color=never", "--offline"])
    #expect(Arguments.commandFirst(["--theme", "dump", "a"]) == ["read", "--theme", "dump", "a"])
    #expect(Arguments.commandFirst(["--type", "text", "dump"]) == ["read", "--type", "text", "dump"])
    #expect(Arguments.commandFirst(["--version"]) == ["--version"])
    #expect(Arguments.commandFirst(["--theme"]) == ["read", "--theme"])
  }

  @Test func everyOptionReachesTheRequest() throws {
    let arguments = [
      "read", "--color", "always", "--theme", "t", "--config", "c", "--offline", "--no-history", "--timings", "--type",
      "html", "--base-url", "http://u", "--no-mouse", "+7", "a",
    ]
    let command = try #require(try IbidCommand.parseAsRoot(arguments) as? ReadCommand)
    let expected = ReadRequest(
      sources: ["a"], startLine: 7, theme: "t", color: .always, noHistory: true, offline: true, type: .html,
      baseURL: "http://u", timings: true, mouse: false, configFile: "c")
    #expect(command.request == expected)
  }

  @Test func everyOptionReachesTheDump() throws {
    let arguments = [
      "dump", "--format", "jsonl", "--width", "40", "--boilerplate", "fold", "--all-scores", "--type", "markdown",
      "--base-url", "http://u", "--offline", "--timings", "--color", "never", "a", "-",
    ]
    let command = try #require(try IbidCommand.parseAsRoot(arguments) as? DumpCommand)
    let expected = DumpRequest(
      sources: ["a", "-"], format: .jsonl, width: 40, boilerplate: .fold, allScores: true, type: .markdown,
      baseURL: "http://u", offline: true, timings: true)
    #expect(command.request == expected)
  }

  @Test func mistakesEndWithTwoAndASentence() throws {
    let mistakes = [
      ["--nope"], ["dump", "--format", "xml"], ["dump", "--width", "1"], ["--theme"], ["find", "x"],
      ["dump", "--base-url", "x"],
    ]
    for arguments in mistakes {
      let run = try ProgramRun(arguments)
      #expect(run.status == 2, "\(arguments)")
      #expect(run.text.isEmpty)
      #expect(run.errors.hasPrefix("ibid: ") && run.errors.contains("ibid --help"), "\(run.errors)")
    }
  }

  @Test func helpNamesWhatIsAndNotWhatIsPlanned() throws {
    let help = try ProgramRun("--help")
    #expect(help.status == 0)
    for word in ["dump", "find", "themes", "--theme", "--no-mouse", "74"] {
      #expect(help.text.contains(word), "\(word)")
    }
    for word in ["library"] { #expect(!help.text.contains(word), "\(word)") }
    #expect(try ProgramRun("help").text == help.text)
    #expect(try ProgramRun("dump", "--help").text.contains("--all-scores"))
    #expect(try ProgramRun("--help", "dump").text == ProgramRun("dump", "--help").text)
  }

  @Test func theVersionIsSaid() throws {
    #expect(try ProgramRun("--version").text == version + "\n")
    #expect(try ProgramRun("dump", "--version").text == version + "\n")
  }

  @Test func completionsAndTheManualAreMade() throws {
    #expect(try ProgramRun("--generate-completion-script", "fish").text.contains("complete -c 'ibid'"))
    let manual = try ProgramRun("--generate-manual").text
    #expect(manual.hasPrefix(".TH IBID 1"))
    #expect(manual.contains("\\-\\-boilerplate"))
  }
}
