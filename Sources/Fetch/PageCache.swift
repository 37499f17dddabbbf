import Glibc

/// Pages that were fetched, a file each, named by the hash of its address. What is wrong with a file is a reason to pass
/// over it, never to fail; nothing outside the folder is touched.
struct PageCache {
  /// An absolute path.
  let folder: String
  /// Bytes of all files: some thousand articles.
  var capacity = 256 << 20
  /// Seconds after which a page goes: 60 days.
  var longestAge = 60 * 86_400

  /// Bytes of a file that is read at all: the largest body, and what is known of it.
  private static let fileLimit = 40 << 20
  private static let suffix = ".page"

  /// The copy of the page at this address (without a fragment), if one is kept and whole.
  func page(for url: String) -> FetchedPage? {
    guard let directory = open() else { return nil }
    defer { close(directory) }
    let descriptor = openat(directory, Self.name(of: url), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      status.st_size <= Self.fileLimit, Int(status.st_mtim.tv_sec) > now() - longestAge
    else {
      close(descriptor)
      return nil
    }
    let file = FileBytes(descriptor: descriptor, size: Int(status.st_size), closes: true)
    guard let entry = CacheEntry(file: file.read(0..<file.size)), entry.key == url else { return nil }
    return entry.page
  }

  /// Keeps a page, and lets the oldest go where there are too many. Where it cannot be written, it is not kept.
  func keep(_ page: FetchedPage, for url: String) {
    guard makeFolders(folder), let directory = open() else { return }
    defer { close(directory) }
    let name = Self.name(of: url)
    let new = name + ".new-\(getpid())"
    let mode: mode_t = 0o600
    unlinkat(directory, new, 0)
    let descriptor = openat(directory, new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { return }
    let isWritten = writeAll(CacheEntry(key: url, page: page).file, to: descriptor)
    let isClosed = close(descriptor) == 0
    if !isWritten || !isClosed || renameat(directory, new, directory, name) != 0 { unlinkat(directory, new, 0) }
    trim(directory)
  }

  private static func name(of url: String) -> String {
    var digest = SHA256()
    digest.update(Array(url.utf8))
    return digest.hexadecimal() + suffix
  }

  /// nil: it is not there, is another's, or others may write into it.
  private func open() -> Int32? {
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  // MARK: Size and age

  private struct Entry {
    var name: String
    var bytes: Int
    var modified: Int
  }

  /// Removes what is too old, then the oldest until the rest fits.
  private func trim(_ directory: Int32) {
    let entries = entries(directory).sorted { $0.modified > $1.modified }
    var held = 0
    for entry in entries {
      held += entry.bytes
      if held > capacity || entry.modified < now() - longestAge { unlinkat(directory, entry.name, 0) }
    }
  }

  private func entries(_ directory: Int32) -> [Entry] {
    let own = dup(directory)
    guard own >= 0, let stream = fdopendir(own) else { return [] }
    defer { closedir(stream) }
    rewinddir(stream)
    var found: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { String(cString: $0) }
      }
      guard name.contains(Self.suffix) else { continue }
      var status = stat()
      guard fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      found.append(Entry(name: name, bytes: Int(status.st_size), modified: Int(status.st_mtim.tv_sec)))
    }
    return found
  }
}
