import CNcurses
import Glibc
import Screen

/// The terminal: shows frames, reads keys, and gives itself back as it was.
@MainActor package final class Console {
  package struct Options: Sendable {
    package enum ColorUse: String, CaseIterable, Sendable { case auto, always, never }

    package var color: ColorUse
    package var mouse: Bool

    package init(color: ColorUse = .auto, mouse: Bool = true) {
      self.color = color
      self.mouse = mouse
    }
  }

  package private(set) var size: Size
  package let colorDepth: ColorDepth
  /// Signs beyond ASCII can be drawn; the linux console's fonts lack most of them.
  package let supportsUnicode: Bool
  /// Setting it shows everything in the new look at the next frame.
  package var palette: Palette {
    didSet {
      styles.replace(palette: palette)
      shown = nil
    }
  }

  private var tty: Tty
  private var styles: StyleTable
  private var decoder: KeyDecoder
  private let modes: TerminalModes
  private let escapeDelay: Int
  private let crashGuard: CrashGuard
  /// When what was typed so far is taken as it is; milliseconds.
  private var deadline: Int?
  /// What stands on the screen; nil: that is not known.
  private var shown: Frame?
  private var isActive = true
  private var isOpen = true
  private var hasKeys = false
  private var cursorIsVisible: Bool?
  /// The characters of the row that is being drawn.
  private var row: [cchar_t] = []
  /// What goes to the terminal after the next refresh.
  private var afterwards: [UInt8] = []

  /// Takes the terminal over, and clears it.
  package static func open(_ options: Options = Options()) throws(TerminalError) -> Console {
    let tty = try Tty()
    guard let type = Environment["TERM"] else { throw .unnamed }
    guard type != "dumb" else { throw .tooPlain(type) }
    let isUTF8 = CharacterSet.adopt()
    let wantsColors = Console.wantsColors(options.color)
    let screen =
      wantsColors
      ? DirectColor.offered(for: type) { ibid_open(type, tty.output, tty.input) }
      : ibid_open(type, tty.output, tty.input)
    guard screen != nil else { throw .unknown(type) }
    guard ibid_capability("cup") != nil else {
      endwin()
      throw .tooPlain(type)
    }
    ibid_prepare()
    return Console(tty, type: type, isUTF8: isUTF8, options)
  }

  private init(_ tty: Tty, type: String, isUTF8: Bool, _ options: Options) {
    self.tty = tty
    size = Size(width: Int(ibid_columns()), height: Int(ibid_lines()))
    colorDepth = Console.wantsColors(options.color) ? Console.startColors() : .none
    supportsUnicode = isUTF8 && type != "linux"
    palette = Palette(name: "plain")
    styles = StyleTable(
      palette: palette, depth: colorDepth, hasItalics: ibid_capability("sitm") != nil, strikes: supportsUnicode)
    modes = TerminalModes(mouse: options.mouse)
    escapeDelay = Environment["ESCDELAY"].flatMap { Int($0) }.map { min(max($0, 0), 1000) } ?? Console.escapeDelay
    decoder = KeyDecoder()
    decoder.isUTF8 = isUTF8
    decoder.erase = tty.erase
    afterwards = modes.on
    crashGuard = CrashGuard(tty, modes)
    crashGuard.arm()
  }

  /// How long an Escape may wait for the rest of a key: long enough for a slow line, too short to be felt.
  private static let escapeDelay = 25
  /// How long the end of a paste is waited for.
  private static let pasteDelay = 1000

  // MARK: - Drawing

  /// Brings the screen from what it shows to this frame, in one write.
  package func show(_ frame: Frame) {
    guard isActive, !tty.isClosed else { return }
    let isChanged = draw(frame)
    if isChanged || !afterwards.isEmpty { refresh() }
  }

  /// Draws everything anew: another program wrote on the screen.
  package func redraw() {
    guard isActive else { return }
    ibid_forget()
    afterwards = modes.on + afterwards
    refresh()
  }

  private func refresh() {
    wrefresh(ibid_window())
    if !afterwards.isEmpty { tty.write(afterwards) }
    afterwards = []
  }

  /// Hands ncurses what differs from the frame before; false: nothing does.
  private func draw(_ frame: Frame) -> Bool {
    let before = shown?.size == frame.size ? shown : nil
    if before == nil { werase(ibid_window()) }
    let (width, height) = (min(frame.size.width, size.width), min(frame.size.height, size.height))
    let shift = frame.size == size ? before.flatMap { Shift.between($0, frame) } : nil
    if let shift { ibid_scroll(Int32(shift.region.lowerBound), Int32(shift.region.upperBound), Int32(shift.distance)) }
    var isChanged = before == nil
    frame.cells.withUnsafeBytes { cells in
      guard let new = cells.baseAddress else { return }
      for y in 0..<height {
        let start = new + y * frame.size.width * Console.cellSize
        let changed = Console.changed(start, before, row: shift?.origin(of: y) ?? y, width)
        if changed.isEmpty { continue }
        isChanged = true
        drawCells(y, start, changed, width)
      }
    }
    place(cursor: frame)
    isChanged = isChanged || before.map { !frame.hasCursor(of: $0) } ?? true
    shown = frame
    return isChanged
  }

  private nonisolated static let cellSize = MemoryLayout<Cell>.stride

  /// The columns of a row that differ from what stands there, a row of the frame before; a wide character counts as a
  /// whole. Bound to no actor, which would be asked for at each row.
  private nonisolated static func changed(
    _ new: UnsafeRawPointer, _ before: Frame?, row: Int, _ width: Int
  ) -> Range<Int> {
    guard let before, row >= 0 else { return 0..<width }
    return before.cells.withUnsafeBytes { cells in
      guard let base = cells.baseAddress else { return 0..<width }
      let old = base + row * before.size.width * Console.cellSize
      var first = Int(ibid_first_difference(old, new, Int32(width)))
      guard first < width else { return 0..<0 }
      var last = Int(ibid_last_difference(old, new, Int32(width)))
      while first > 0, Console.isRightHalf(first, old, new) { first -= 1 }
      while last < width, Console.isRightHalf(last, old, new) { last += 1 }
      return first..<last
    }
  }

  private nonisolated static func isRightHalf(_ x: Int, _ old: UnsafeRawPointer, _ new: UnsafeRawPointer) -> Bool {
    ibid_width(old, Int32(x)) == 0 || ibid_width(new, Int32(x)) == 0
  }

  /// Draws cells of a row, run by run of one look, and hands them to ncurses as one piece.
  private func drawCells(_ y: Int, _ cells: UnsafeRawPointer, _ range: Range<Int>, _ width: Int) {
    // A wide character whose right half is missing may be given two characters.
    if row.count < width + 1 { row = Array(repeating: cchar_t(), count: width + 1) }
    var count: Int32 = 0
    var x = range.lowerBound
    while x < range.upperBound {
      let end = x + Int(ibid_run(cells, Int32(x), Int32(range.upperBound)))
      let faces = ibid_faces(cells, Int32(x))
      var template = styles.template(faces)
      let isStruck = styles.isStruck(faces)
      row.withUnsafeMutableBufferPointer { row in
        guard let base = row.baseAddress else { return }
        count += ibid_fill(base + Int(count), cells, Int32(x), Int32(end), Int32(width), &template, isStruck)
      }
      x = end
    }
    row.withUnsafeBufferPointer { ibid_draw(Int32(y), Int32(range.lowerBound), $0.baseAddress, count) }
  }

  /// The cursor stands where the frame says, so that magnifiers and screen readers find it; else it stays anywhere.
  private func place(cursor frame: Frame) {
    leaveok(ibid_window(), frame.cursor == nil)
    if let cursor = frame.cursor, cursor.x >= 0, cursor.x < size.width, cursor.y >= 0, cursor.y < size.height {
      wmove(ibid_window(), Int32(cursor.y), Int32(cursor.x))
    }
    guard cursorIsVisible != frame.cursorIsVisible else { return }
    cursorIsVisible = frame.cursorIsVisible
    curs_set(frame.cursorIsVisible ? 1 : 0)
  }

  // MARK: - Reading

  /// To wait on with `poll`.
  package var fileDescriptor: Int32 { tty.input }

  /// The terminal is gone: the program must end.
  package var isClosed: Bool { tty.isClosed }

  /// Milliseconds after which `readInput` has something to say, though nothing more was typed; nil: never.
  package var pendingTimeout: Int? { deadline.map { max(0, $0 - Console.now) } }

  /// All that was done since the last call; never waits.
  package func readInput() -> [Input] {
    let bytes = tty.read()
    let now = Console.now
    if !hasKeys, bytes.count > 1, bytes.contains(ControlByte.escape) { learnKeys() }
    var inputs = bytes.isEmpty ? [] : decoder.feed(bytes, at: now)
    if !bytes.isEmpty { deadline = decoder.isWaiting ? now + delay : nil }
    if let deadline, now >= deadline || tty.isClosed {
      inputs += decoder.flush()
      self.deadline = nil
    }
    return inputs
  }

  private var delay: Int { decoder.isPasting ? Console.pasteDelay : escapeDelay }

  /// Monotonic milliseconds.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// What the terminal's description says of its keys; asked for when a key first needs it.
  private func learnKeys() {
    hasKeys = true
    for (name, key) in ControlSequence.terminfoKeys {
      guard let capability = ibid_capability(name) else { continue }
      let sequence = Array(String(cString: capability).utf8)
      if sequence.count > 1, sequence[0] == ControlByte.escape { decoder.sequences[sequence] = key }
    }
  }

  // MARK: - Coming and going

  /// After SIGWINCH: takes the terminal's new size over.
  package func resized() {
    guard isActive, let now = tty.size else { return }
    shown = nil
    size = now
    resizeterm(Int32(now.height), Int32(now.width))
    ibid_forget()
  }

  /// Gives the terminal to another program.
  package func suspend() {
    guard isOpen, isActive else { return }
    isActive = false
    crashGuard.disarm()
    tty.write(modes.off)
    endwin()
  }

  /// Takes it back and shows what was there.
  package func resume() {
    guard isOpen, !isActive else { return }
    isActive = true
    crashGuard.arm()
    cursorIsVisible = nil
    resized()
    shown = nil
    redraw()
  }

  /// Stops the program and its whole job, as ^Z does elsewhere; goes on when the shell says so.
  package func stop() {
    suspend()
    ibid_stop()
    resume()
  }

  /// Gives it back for good.
  package func close() {
    suspend()
    isOpen = false
  }

  /// Hands text to the terminal's clipboard.
  package func copy(_ text: String) {
    afterwards += Clipboard.sequence(text)
    if isActive { refresh() }
  }

  private static func wantsColors(_ use: Options.ColorUse) -> Bool {
    switch use {
    case .always: true
    case .never: false
    case .auto: Environment["NO_COLOR"] == nil
    }
  }

  private static func startColors() -> ColorDepth {
    guard has_colors(), start_color() == OK else { return .none }
    use_default_colors()
    let isDirect = tigetflag("RGB") == 1 || tigetnum("RGB") > 0 || ibid_capability("RGB") != nil
    let hasNames = ibid_capability("setaf").map { TerminalDescription.isOurs(String(cString: $0)) } ?? false
    return ColorDepth(colors: Int(ibid_colors()), isDirect: isDirect, hasNames: hasNames)
  }
}

extension Frame {
  /// Both have their cursor in one place and of one kind.
  fileprivate func hasCursor(of other: Frame) -> Bool {
    cursor?.x == other.cursor?.x && cursor?.y == other.cursor?.y && cursorIsVisible == other.cursorIsVisible
  }
}

/// What is switched on beyond ncurses, and off again.
struct TerminalModes {
  private(set) var on: [UInt8] = []
  private(set) var off: [UInt8] = []

  /// Keys as the description has them, pasted text in brackets, and the mouse, where the terminal knows of one: there
  /// private modes are understood, or at least passed over.
  @MainActor init(mouse: Bool) {
    add(ibid_capability("smkx"), ibid_capability("rmkx"))
    guard ibid_capability("kmous") != nil else { return }
    set(2004)
    if mouse {
      set(1000)
      set(1006)
    }
  }

  private mutating func set(_ mode: Int) {
    on += Array("\u{1B}[?\(mode)h".utf8)
    off = Array("\u{1B}[?\(mode)l".utf8) + off
  }

  @MainActor private mutating func add(_ start: UnsafePointer<CChar>?, _ end: UnsafePointer<CChar>?) {
    guard let start, let end else { return }
    on += Array(String(cString: start).utf8)
    off += Array(String(cString: end).utf8)
  }
}
