import Glibc

/// A whole small file; nil where there is none, it cannot be read, or it is larger than the limit.
package func readWhole(_ path: String, limit: Int) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  while true {
    var count = 0
    // Memory that is not written to costs the start nothing.
    let part = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, written in
      count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      written = max(0, count)
    }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return count == 0 ? bytes : nil }
    bytes += part
    if bytes.count > limit { return nil }
  }
}

/// Makes a folder and those above it, 0700. true: it is there.
package func makeFolders(_ path: String) -> Bool {
  var status = stat()
  if stat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR }
  if let slash = path.lastIndex(of: "/"), slash != path.startIndex, !makeFolders(String(path[..<slash])) {
    return false
  }
  return mkdir(path, 0o700) == 0 || errno == EEXIST
}

/// Writes all bytes. false: it could not.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var sent = 0
  return bytes.withUnsafeBytes { buffer in
    while sent < buffer.count {
      let count = write(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}

/// Writes a new file beside the path, 0600, and renames it to the path: there is the old file or the new one, never a
/// half.
package func writeAnew(_ bytes: [UInt8], to path: String) -> Bool {
  let new = path + ".new-\(getpid())"
  let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
  guard descriptor >= 0 else { return false }
  let isWritten = writeAll(bytes, to: descriptor)
  let isClosed = close(descriptor) == 0
  if isWritten, isClosed, rename(new, path) == 0 { return true }
  unlink(new)
  return false
}

/// The reader's own folders, by the XDG base directory specification: a path that is not absolute is ignored.
package enum UserFolder {
  case configuration, state, cache

  /// Where ibid's own files of that sort are; nil: the environment names no home.
  package func path(_ environment: (String) -> String?) -> String? {
    let (variable, usual) =
      switch self {
      case .configuration: ("XDG_CONFIG_HOME", "/.config")
      case .state: ("XDG_STATE_HOME", "/.local/state")
      case .cache: ("XDG_CACHE_HOME", "/.cache")
      }
    func absolute(_ name: String) -> String? { environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
    return (absolute(variable) ?? absolute("HOME").map { $0 + usual }).map { $0 + "/ibid" }
  }
}
