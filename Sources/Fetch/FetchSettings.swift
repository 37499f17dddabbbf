import Glibc
import Wire

/// How pages are fetched: what holds for all loads of a run.
package struct FetchSettings: Sendable {
  /// nil: the helper was not found.
  package var helper: String?
  /// Turns a PDF into text; nil: there is none.
  package var pdfProgram: String?
  /// Where pages are kept; nil: nowhere.
  package var cacheFolder: String?
  /// Never touches the network.
  package var isOffline = false
  package var userAgent: String
  package var limits = FetchLimits()
  /// The helper's whole environment: proxies, and whom to trust.
  package var environment: [String] = []

  package init(userAgent: String) {
    self.userAgent = userAgent
  }

  /// What the reader's environment says.
  package init(userAgent: String, isOffline: Bool, variable: (String) -> String?) {
    self.init(userAgent: userAgent)
    self.isOffline = isOffline
    helper = Self.installedHelper
    pdfProgram = Self.program("pdftotext", path: variable("PATH") ?? "")
    cacheFolder = UserFolder.cache.path(variable)
    for (name, other) in [("HTTP_PROXY", "http_proxy"), ("HTTPS_PROXY", "https_proxy"), ("NO_PROXY", "no_proxy")] {
      // libcurl reads the small ones.
      if let value = variable(other) ?? variable(name) { environment.append(other + "=" + value) }
    }
    if let file = variable("SSL_CERT_FILE"), file.hasPrefix("/") { environment.append("SSL_CERT_FILE=" + file) }
    environment.append("LC_ALL=C.UTF-8")
  }

  private static let helperName = "ibid-fetch"

  /// Beside the program, or in libexec.
  private static var installedHelper: String? {
    guard let program = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(program) }
    let folder = String(cString: program).split(separator: "/").dropLast().map { "/" + $0 }.joined()
    return [folder + "/" + helperName, folder + "/../libexec/" + helperName].first { access($0, X_OK) == 0 }
  }

  /// In the folders of PATH; one that is not absolute is passed over, for it would depend on where the reader stands.
  private static func program(_ name: String, path: String) -> String? {
    path.split(separator: ":").filter { $0.hasPrefix("/") }.map { $0 + "/" + name }.first { access($0, X_OK) == 0 }
  }
}
