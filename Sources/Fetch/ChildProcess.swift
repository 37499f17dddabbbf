import CSystem
import Glibc

/// Other programs: an argument vector, never a shell's line; signals as a new program expects them, and no descriptor
/// but the three that every program has.
package enum ChildProcess {
  /// Starts a program, which is looked for in PATH where its name has no slash. nil: it cannot be started.
  ///
  /// A descriptor that is nil is the reader's own, and so is the environment. `isDetached`: in a session of its own, for
  /// the terminal's signals are for the reader.
  package static func spawn(
    _ arguments: [String], environment: [String]? = nil, input: Int32? = nil, output: Int32? = nil,
    errors: Int32? = nil, isDetached: Bool = false
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for case (let given?, let own) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
      posix_spawn_file_actions_adddup2(&actions, given, own)
    }
    ibid_spawn_close_from(&actions, STDERR_FILENO + 1)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, isDetached ? flags | ibid_spawn_new_session() : flags)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = (environment ?? []).map { strdup($0) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    guard let program = arguments.first else { return nil }
    var child = pid_t()
    let failure = variables.withUnsafeMutableBufferPointer { own in
      posix_spawnp(
        &child, program, &actions, &attributes, &words, environment == nil ? ibid_environment() : own.baseAddress)
    }
    return failure == 0 ? child : nil
  }

  /// Waits no longer than some milliseconds. Then it is killed, as is what it leaves behind of its session; its status as
  /// shells have it.
  package static func wait(for child: pid_t, atMost milliseconds: Int) -> Int32 {
    let step = 10
    var ended = status(of: child)
    for _ in 0..<milliseconds / step where ended == nil {
      poll(nil, 0, Int32(step))
      ended = status(of: child)
    }
    kill(-child, SIGKILL)
    return ended ?? wait(for: child)
  }

  /// Its status as shells have it; nil: it has not ended.
  package static func status(of child: pid_t) -> Int32? {
    var status: Int32 = 0
    let ended = waitpid(child, &status, WNOHANG)
    return ended == child || ended < 0 && errno != EINTR ? shellStatus(status) : nil
  }

  private static func shellStatus(_ status: Int32) -> Int32 {
    status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
  }

  /// Waits until it has ended; its status as shells have it: 128 and the number of the signal that ended it.
  package static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return shellStatus(status)
  }
}
