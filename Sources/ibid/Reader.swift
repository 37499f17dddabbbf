import Document
import Fetch
import Glibc
import Screen
import Session
import Terminal
import Theme

/// Reads interactively until the reader leaves; the status to exit with.
///
/// Before the first frame only the first piece of the first source is read: the other sources are opened after it.
@MainActor func read(_ request: ReadRequest) -> Int32 {
  var timings = Timings(isOn: request.timings)
  let places = request.sources.map { SourcePlace($0) }
  var request = request
  request.startName = places.first?.fragment
  let desk = Desk(request)
  let sources = places.isEmpty ? [guideLocation] : places.map(\.location)
  // nil: the first source is a page that is still to come.
  let first: Action?
  var settings = Settings()
  var keymap: Keymap?
  let console: Console
  let palette: Palette
  do {
    try Configuration.apply(named: request.configFile, settings: &settings, keymap: &keymap)
    settings.theme = request.theme ?? settings.theme
    palette = try OwnThemes.palette(named: settings.theme)
    timings.step("configuration")
    first = WebAddress.isMeant(by: sources[0]) ? nil : try desk.open(sources[0])
    timings.step("reading and analysis")
    console = try Console.open(request.consoleOptions)
    timings.step("terminal")
  } catch {
    return explain(error)
  }
  // Where there are no colours, and none were asked for, the theme that needs none.
  let isPlain = console.colorDepth == .none && settings.theme == Themes.standard
  console.palette = isPlain ? (try? OwnThemes.palette(named: Themes.colorless)) ?? palette : palette
  if isPlain { settings.theme = Themes.colorless }
  if !console.supportsUnicode { settings.isASCII = true }
  let loop = Loop(console: console, state: State(size: console.size, settings: settings, keymap: keymap), desk: desk)
  do throws(Ending) {
    if let first { loop.dispatch(first) } else { loop.dispatch(try loop.fetchFirst(sources[0])) }
  } catch {
    console.close()
    return error.error.map { explain($0) } ?? error.status
  }
  if let start = desk.start(loop.state) { loop.dispatch(start) }
  timings.step("layout")
  loop.show()
  timings.step("first frame")
  let status = loop.run(then: Array(sources.dropFirst()))
  timings.say()
  return status
}

/// Why nothing is read after all.
private struct Ending: Error {
  /// nil: the reader gave up, or a signal came.
  var error: FetchError?
  var status: Int32 = 0
}

extension Loop {
  /// What the page at an address tells the State, once it is there.
  fileprivate func fetchFirst(_ location: String) throws(Ending) -> Action {
    switch awaitPage(desk.fetcher(for: location)) {
    case .page(let page):
      do throws(FetchError) { return try desk.open(page) } catch { throw Ending(error: error) }
    case .beginning(let action): return action
    case .failed(let error): throw Ending(error: error)
    case .ended(let status): throw Ending(status: status)
    }
  }
}

/// Says why there is nothing to read; the status to exit with.
func explain(_ error: any Error) -> Int32 {
  switch error {
  case let error as FetchError:
    complain(error.message)
    return error.exitCode
  case let error as ConfigurationError:
    complain(error.message)
    return ExitStatus.configuration.rawValue
  case let error as ThemeError:
    complain(error.sentence)
    return ExitStatus.configuration.rawValue
  case let error as TerminalError:
    complain(error.sentence)
    return ExitStatus.usage.rawValue
  default:
    complain("\(error)")
    return ExitStatus.unreadable.rawValue
  }
}

extension ReadRequest {
  var consoleOptions: Console.Options {
    let color: Console.Options.ColorUse =
      switch color {
      case .auto: .auto
      case .always: .always
      case .never: .never
      }
    return Console.Options(color: color, mouse: mouse)
  }
}

/// How long each step to the first frame took, for `--timings`.
struct Timings {
  let isOn: Bool
  private var last = Timings.now
  private var steps: [(name: String, microseconds: Int)] = []

  init(isOn: Bool) { self.isOn = isOn }

  mutating func step(_ name: String) {
    guard isOn else { return }
    let now = Timings.now
    steps.append((name, now - last))
    last = now
  }

  /// On standard error, a line a step, in milliseconds.
  func say() {
    for step in steps {
      let thousandths = String(step.microseconds % 1000 + 1000).dropFirst()
      _ = writeAll(Array("\(step.name): \(step.microseconds / 1000).\(thousandths) ms\n".utf8), to: STDERR_FILENO)
    }
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000_000 + Int(time.tv_nsec) / 1000
  }
}
