import CSystem
import Glibc

/// The character set of the terminal, as the environment tells it.
enum CharacterSet {
  /// Sets the process's locale for characters; true: it is UTF-8.
  @MainActor static func adopt() -> Bool {
    if setlocale(LC_CTYPE, "") == nil || wantsDefault {
      // A named locale that is not installed, as it may be for a static binary: its characters are known all the same.
      if wantsDefault || namesUTF8 { _ = setlocale(LC_CTYPE, "C.UTF-8") }
    }
    guard let name = nl_langinfo(Int32(CODESET)) else { return false }
    return String(cString: name) == "UTF-8"
  }

  /// Nothing is said at all: terminals are UTF-8 (as Python's PEP 538 has it).
  private static var wantsDefault: Bool { name == nil }

  private static var namesUTF8: Bool {
    guard let name else { return false }
    return name.lowercased().contains("utf-8") || name.lowercased().contains("utf8")
  }

  /// The locale's name by POSIX's precedence.
  private static var name: String? {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let value = Environment[variable] { return value }
    }
    return nil
  }
}

/// The process's environment; an empty variable is as one that is not set.
enum Environment {
  static subscript(name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
