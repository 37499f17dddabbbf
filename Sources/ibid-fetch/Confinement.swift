import CSandbox
import Glibc

/// What the helper gives up before the first byte of the network comes. Landlock and seccomp are asked for, and done
/// without where the kernel has none of them; the other limits always hold.
enum Confinement {
  /// Bytes of address space: TLS, name lookup and their threads take a fifth of it.
  private static let memory: rlim_t = 1 << 30
  private static let openFiles: rlim_t = 64
  /// Seconds of computing; a page of 30 MB takes less than one.
  private static let computing: rlim_t = 60

  /// What name lookup, TLS and the loader of libraries read. A folder stands for all below it.
  private static let read = [
    "/etc", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64", "/usr/share", "/usr/local/share", "/run",
    "/var/run", "/var/lib/ca-certificates", "/nix/store", "/gnu/store", "/dev/urandom", "/dev/random", "/dev/null",
    "/proc/sys", "/proc/meminfo", "/proc/cpuinfo", "/sys/devices/system/cpu",
  ]
  /// What a program and its libraries are loaded from, and the fonts' tables.
  private static let run = [
    "/bin", "/usr", "/lib", "/lib64", "/etc", "/nix/store", "/gnu/store", "/opt", "/dev/null", "/dev/urandom",
  ]

  /// Ends with the reader, holds nothing of it but the channel, takes no more than its share. false: the reader is gone.
  static func begin() -> Bool {
    guard ibid_end_with_parent() else { return false }
    ibid_close_from(3)
    // A reader that is gone is an error of `write`.
    signal(SIGPIPE, SIG_IGN)
    limit(RLIMIT_AS, memory)
    limit(RLIMIT_NOFILE, openFiles)
    limit(RLIMIT_CPU, computing)
    limit(RLIMIT_FSIZE, 0)
    limit(RLIMIT_CORE, 0)
    return chdir("/") == 0
  }

  /// Reads what its libraries need, and the file of trusted authorities that the reader names; starts no program.
  static func confine(reading authorities: String?) {
    allow(read + [authorities].compactMap { $0 }, runs: false)
    _ = ibid_allow_calls(true, false)
  }

  /// Becomes a program that turns a PDF on standard input into text on standard output: no network, no file of the
  /// reader's.
  static func run(program: String) -> Never {
    guard program.hasPrefix("/"), begin() else { exit(1) }
    allow(run + [program], runs: true)
    _ = ibid_allow_calls(false, true)
    let words = [program, "-q", "-nopgbrk", "-enc", "UTF-8", "-", "-"]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C.UTF-8"), nil]
    execve(program, &arguments, &environment)
    exit(127)
  }

  private static func allow(_ paths: [String], runs: Bool) {
    let words = paths.map { UnsafePointer<CChar>(strdup($0)) }
    _ = ibid_allow_files(words, words.count, runs)
    for word in words { free(UnsafeMutablePointer(mutating: word)) }
  }

  private static func limit(_ resource: __rlimit_resource, _ value: rlim_t) {
    var limit = rlimit(rlim_cur: value, rlim_max: value)
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }
}
