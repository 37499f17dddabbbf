import Glibc

/// The bytes of one source: a file that is read in windows, or a stream (standard input, a FIFO, a device, gzip data)
/// whose bytes are held as they come.
package final class ByteSource {
  /// Bytes of a stream that are held at most: more than any article, and an endless pipe does not fill the memory.
  package static let heldBytes = 256 << 20
  /// Bytes taken from a stream in one go, so that keys are answered in between.
  package static let sliceBytes = 1 << 20

  /// As given: a path, or `-`.
  package let location: String
  /// What the reader should be told: that the file shrank, that the stream was cut.
  package private(set) var notices: [String] = []
  /// No more bytes will come.
  package private(set) var isComplete: Bool
  /// Its bytes are the inflated ones.
  package private(set) var isCompressed = false

  /// nil: the bytes were there from the start.
  private let opened: FileBytes?
  /// A regular file that is read in windows.
  private let isFile: Bool
  private let limit: Int
  private var held: [UInt8] = []
  private var inflater: Inflater?
  /// The first bytes of a stream, until they tell whether it is gzip data.
  private var beginning: [UInt8]? = []
  private var hasShrunk = false

  private init(location: String, opened: FileBytes, isFile: Bool, limit: Int) {
    self.location = location
    self.opened = opened
    self.isFile = isFile
    self.limit = limit
    isComplete = isFile
  }

  /// Bytes that are there already: a text that is part of the program, a page that was fetched. `isComplete`: false, where
  /// they are the beginning of something.
  package init(bytes: [UInt8], location: String, notices: [String] = [], isComplete: Bool = true) {
    self.location = location
    self.notices = notices
    opened = nil
    isFile = false
    limit = bytes.count
    held = bytes
    self.isComplete = isComplete
  }

  /// No more will come.
  package func end() { isComplete = true }

  /// Opens a path, or standard input for `-`. Never waits, neither for data nor for a FIFO's writer.
  package static func open(_ location: String, limit: Int = heldBytes) throws(FetchError) -> ByteSource {
    let isStandardInput = location == "-"
    let descriptor = isStandardInput ? 0 : Glibc.open(location, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw openError(errno, location) }
    var status = stat()
    let code = fstat(descriptor, &status) == 0 ? 0 : errno
    let size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    let opened = FileBytes(descriptor: descriptor, size: size, closes: !isStandardInput)
    if code != 0 { throw openError(code, location) }
    if let error = kindError(status.st_mode, location) { throw error }
    // Files of /proc say that they are empty; one that was read from already goes on from there.
    let isFile = size > 0 && lseek(descriptor, 0, SEEK_CUR) == 0 && !Inflater.isGzip(opened.read(0..<3))
    return ByteSource(location: location, opened: opened, isFile: isFile, limit: limit)
  }

  /// Bytes that can be read now.
  package var size: Int { file?.size ?? held.count }

  /// The file whose windows are read; nil: the bytes are held.
  private var file: FileBytes? { isFile ? opened : nil }

  /// The bytes of `range`, as far as they are there.
  package func read(_ range: Range<Int>) -> [UInt8] {
    guard let file else { return Array(held[range.clamped(to: 0..<held.count)]) }
    let bytes = file.read(range)
    if bytes.count < range.clamped(to: 0..<file.size).count { noteShrinking() }
    return bytes
  }

  /// What to read from elsewhere, as of now.
  package var window: ByteWindow { file.map(ByteWindow.file) ?? .held(held) }

  private func noteShrinking() {
    guard !hasShrunk else { return }
    hasShrunk = true
    notices.append("\(location) became shorter while it was open; a part of it is missing. r reloads it.")
  }

  // MARK: Streams

  /// What to poll for more bytes; nil when none will come.
  package var fileDescriptor: Int32? { isComplete ? nil : opened?.descriptor }

  /// Waits until more bytes can be read, but not longer than `milliseconds` (-1: as long as it takes).
  package func wait(milliseconds: Int32) -> Bool {
    guard let fileDescriptor else { return false }
    var request = pollfd(fd: fileDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }

  /// Waits for all of a source that is only wanted whole. Throws as `open` does.
  package static func whole(_ location: String, limit: Int = heldBytes) throws(FetchError) -> [UInt8] {
    let source = try open(location, limit: limit)
    while !source.isComplete {
      _ = source.wait(milliseconds: -1)
      _ = source.readAvailable()
    }
    return source.read(0..<source.size)
  }

  /// Takes what a stream has now, at most about a slice, without waiting. Returns how many bytes came.
  package func readAvailable() -> Int {
    let before = held.count
    while !isComplete, held.count - before < Self.sliceBytes, wait(milliseconds: 0) {
      guard let portion = readPortion() else { break }
      take(portion)
    }
    return held.count - before
  }

  /// nil: nothing just now. An end or an error of the stream completes it.
  private func readPortion() -> [UInt8]? {
    guard let fileDescriptor else { return nil }
    var failure: Int32 = 0
    let portion = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      let got = Glibc.read(fileDescriptor, buffer.baseAddress, buffer.count)
      failure = got < 0 ? errno : 0
      count = max(got, 0)
    }
    if failure == EAGAIN || failure == EINTR { return nil }
    if failure != 0 {
      notices.append("\(location) could not be read to its end: \(String(cString: strerror(failure))).")
    }
    return portion
  }

  /// An empty portion is the end.
  private func take(_ portion: [UInt8]) {
    var portion = portion
    let isEnd = portion.isEmpty
    if let begun = beginning {
      portion = begun + portion
      guard portion.count >= 3 || isEnd else {
        beginning = portion
        return
      }
      beginning = nil
      isCompressed = Inflater.isGzip(portion)
      inflater = isCompressed ? Inflater() : nil
    }
    append(portion)
    if isEnd { finish() }
  }

  private func append(_ portion: [UInt8]) {
    guard let inflater else {
      held += portion.prefix(limit - held.count)
      if held.count == limit { cut() }
      return
    }
    switch inflater.inflate(portion, into: &held, limit: limit) {
    case .more: break
    case .ended: isComplete = true
    case .full: cut()
    case .broken:
      isComplete = true
      notices.append("The compressed data of \(location) is broken; this is what came before. Fetch it anew.")
    }
  }

  private func finish() {
    if let inflater, !inflater.isBetweenMembers, !isComplete {
      notices.append("The compressed data of \(location) ends too early; this is what came before. Fetch it anew.")
    }
    isComplete = true
  }

  private func cut() {
    guard !isComplete else { return }
    isComplete = true
    notices.append("\(location) is longer than \(limit >> 20) MB; only its beginning was read.")
  }
}

/// What the system's error says of a path that could not be opened.
private func openError(_ code: Int32, _ location: String) -> FetchError {
  switch code {
  case ENOENT, ENOTDIR: .notFound(location: location)
  case EACCES, EPERM: .noPermission(location: location)
  case EISDIR: .isDirectory(location: location)
  case ENXIO: .notReadable(location: location, kind: "a socket, or a device that is not there")
  default: .failed(location: location, reason: String(cString: strerror(code)))
  }
}

/// Why a file of this mode is no document.
private func kindError(_ mode: mode_t, _ location: String) -> FetchError? {
  switch mode & S_IFMT {
  case S_IFDIR: .isDirectory(location: location)
  case S_IFSOCK: .notReadable(location: location, kind: "a socket")
  case S_IFBLK: .notReadable(location: location, kind: "a disk")
  default: nil
  }
}
