import CSystem
import Document
import Glibc
import Screen
import Session
import Terminal
import Text
import View

/// The event loop of the interactive reader: waits for keys, signals, data and time, hands them to `update`, does the
/// effects, and shows a frame when all that was typed has been taken. Idle, it uses no time at all.
@MainActor final class Loop {
  let console: Console
  var state: State
  let desk: Desk
  private let signals: SignalQueue
  let loads: Loads
  private(set) var status: Int32?
  /// When `.elapsed` is due, and for what; milliseconds of the monotonic clock.
  private var alarm: (at: Int, token: Int)?
  /// Until then nothing is looked through that no one waits for: somebody is typing.
  private var quietUntil = 0
  private static let quietTime = 40
  /// When the program began to wait for what it reads.
  private lazy var started = now()

  init(console: Console, state: State, desk: Desk) {
    self.console = console
    self.state = state
    self.desk = desk
    signals = SignalQueue()
    loads = Loads(desk: desk)
    started = now()
    quietUntil = started + Self.quietTime
  }

  /// Opens the sources after the first, and runs until the reader leaves; the status to exit with.
  func run(then others: [String]) -> Int32 {
    desk.openOthers(others.filter { !WebAddress.isMeant(by: $0) }).forEach(dispatch)
    for location in others where WebAddress.isMeant(by: location) {
      loads.start(location, for: .source).forEach(dispatch)
    }
    dispatch(.themes(OwnThemes.all.names))
    while status == nil {
      takeInput()
      if console.isClosed { status = status ?? 128 + SIGHUP }
      if status != nil { break }
      if work() { continue }
      wait()
    }
    let unwritten = desk.save(state)
    console.close()
    guard let unwritten else { return status ?? 0 }
    complain(
      "The reading position and marks could not be kept in \(unwritten). Check that folder, or use --no-history.")
    return status == 0 ? ExitStatus.unwritable.rawValue : status ?? 0
  }

  /// Does something, and what follows from it.
  func dispatch(_ action: Action) {
    for effect in update(&state, action) {
      switch effect {
      case .quit: status = 0
      case .redraw: console.redraw()
      case .suspend: suspend()
      case .copy(let text): console.copy(text)
      case .wait(let milliseconds, let token): alarm = (now() + milliseconds, token)
      case .setTheme(let name):
        do { console.palette = try OwnThemes.palette(named: name) } catch {
          dispatch(.notice(Notice(error.sentence, isError: true)))
        }
      case .pipe(let command, let text): pipe(text, to: command)
      case .edit(let text): outside { desk.edit(text) }
      case .cancelLoads: for answer in loads.cancel() { dispatch(answer) }
      case .open(let location, _) where WebAddress.isMeant(by: location):
        for answer in loads.start(location, for: .open) { dispatch(answer) }
      case .reload(let location) where WebAddress.isMeant(by: location):
        for answer in loads.start(location, for: .reload) { dispatch(answer) }
      case .read, .scan, .locate, .rank, .open, .reload, .readCode, .save, .browse:
        for answer in desk.perform(effect, for: state) { dispatch(answer) }
      }
    }
  }

  func show() {
    while !state.isWindowFull, !state.wantedPieces.isEmpty {
      for answer in desk.read(state.wantedPieces, for: state) { dispatch(answer) }
    }
    dispatch(.settled)
    console.show(frame(of: state))
  }

  /// Takes all that was typed, then shows one frame.
  private func takeInput() {
    let inputs = console.readInput()
    guard !inputs.isEmpty else { return }
    for input in inputs where status == nil { dispatch(.input(input)) }
    quietUntil = now() + Self.quietTime
    if status == nil { show() }
  }

  /// There is something to do that nobody waits for.
  private var hasWork: Bool {
    !state.wantedPieces.isEmpty || state.pieceToSurvey != nil || state.hasUncountedHits
  }

  /// Does one slice of what was put off, when nobody is typing: pieces that will be needed, counts. false: there is
  /// nothing.
  private func work() -> Bool {
    guard hasWork, now() >= quietUntil else { return false }
    if !state.wantedPieces.isEmpty {
      for answer in desk.read(state.wantedPieces, for: state) { dispatch(answer) }
      if !state.isWindowFull || state.hasNewCounts { show() }
    } else if let piece = state.pieceToSurvey {
      for answer in desk.survey(piece, for: state) { dispatch(answer) }
      if state.hasNewCounts { show() }
    } else {
      dispatch(.idle)
      show()
    }
    return true
  }

  /// Waits for whatever comes first.
  private func wait() {
    let ready = poll([desk.growingDescriptor(of: state) ?? -1] + loads.descriptors, milliseconds: timeout)
    if ready[0] {
      let answers = desk.grow(state)
      for answer in answers { dispatch(answer) }
      if !answers.isEmpty { show() }
    }
    if ready.dropFirst().contains(true) {
      let answers = loads.pump(state)
      for answer in answers { dispatch(answer) }
      if !answers.isEmpty { show() }
    }
    if state.isWaiting, now() - started >= (state.secondsWaited + 1) * 1000 {
      dispatch(.waited(seconds: (now() - started) / 1000))
      show()
    }
    if let due = alarm, now() >= due.at {
      alarm = nil
      dispatch(.elapsed(token: due.token))
      show()
    }
  }

  /// Waits for a key, a signal, or for something to read at one of these.
  func wait(for descriptors: [Int32]) {
    poll(descriptors, milliseconds: console.pendingTimeout.map { Int32($0) } ?? -1)
  }

  /// Waits for the first of keys, signals, these descriptors and time; takes the signals. Which descriptors can be read.
  @discardableResult private func poll(_ descriptors: [Int32], milliseconds: Int32) -> [Bool] {
    var waiting = ([console.fileDescriptor, signals.descriptor] + descriptors).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    guard Glibc.poll(&waiting, nfds_t(waiting.count), milliseconds) > 0 else { return descriptors.map { _ in false } }
    if waiting[1].revents != 0 { takeSignals() }
    return waiting.dropFirst(2).map { $0.revents != 0 }
  }

  private var timeout: Int32 {
    let nextSecond = state.isWaiting ? max(0, started + (state.secondsWaited + 1) * 1000 - now()) : nil
    let putOff = hasWork ? max(0, quietUntil - now()) : nil
    let due = [alarm.map { max(0, $0.at - now()) }, console.pendingTimeout, nextSecond, putOff].compactMap { $0 }.min()
    return Int32(due ?? -1)
  }

  private func takeSignals() {
    for signal in signals.take() {
      switch signal {
      case SIGWINCH:
        console.resized()
        dispatch(.resize(console.size))
        show()
      case SIGTSTP: suspend()
      case SIGCONT: break
      default: status = 128 + signal
      }
    }
  }

  /// Gives the terminal back and stops; goes on where the shell says so.
  private func suspend() {
    console.stop()
    console.resized()
    dispatch(.resize(console.size))
    show()
  }

  /// Runs a command of the reader's own; ^C and Esc end it, and so does whatever ends the program. What else was typed
  /// is taken afterwards.
  private func pipe(_ text: String, to command: String) {
    dispatch(.notice(Notice(sanitised("\(command) is running. ^C ends it."))))
    show()
    var typed: [Input] = []
    let interruption = Outside.Interruption(descriptors: [console.fileDescriptor, signals.descriptor]) { [self] in
      takeSignals()
      typed += console.readInput()
      return status != nil || console.isClosed || typed.contains(where: isInterruption)
    }
    dispatch(desk.pipe(text, to: command, interruption))
    guard !typed.contains(where: isInterruption) else { return }
    for input in typed where status == nil { dispatch(.input(input)) }
  }

  private func isInterruption(_ input: Input) -> Bool {
    guard case .key(let key) = input else { return false }
    return key.code == .escape || key.control && key.code == .character("c")
  }

  /// Lends the terminal to another program.
  private func outside(_ run: () -> [Action]) {
    console.suspend()
    let answers = run()
    console.resume()
    console.resized()
    dispatch(.resize(console.size))
    for answer in answers { dispatch(answer) }
  }

  /// Milliseconds of a clock that only goes forward.
  private func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}

/// Signals as something to read, so that they are taken between two keys and never in the middle of something.
@MainActor final class SignalQueue {
  let descriptor: Int32

  init() {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT] { sigaddset(&set, signal) }
    sigprocmask(SIG_BLOCK, &set, nil)
    signal(SIGPIPE, SIG_IGN)
    descriptor = signalfd(-1, &set, Int32(SFD_NONBLOCK) | Int32(SFD_CLOEXEC))
  }

  /// The signals that came since the last call.
  func take() -> [Int32] {
    var found: [Int32] = []
    var info = signalfd_siginfo()
    while Glibc.read(descriptor, &info, MemoryLayout<signalfd_siginfo>.size) == MemoryLayout<signalfd_siginfo>.size {
      found.append(Int32(info.ssi_signo))
    }
    return found
  }
}
