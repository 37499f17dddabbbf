/// Reads interactively until the reader leaves; the status to exit with.
@MainActor func read(_ request: ReadRequest) -> Int32 {
  complain("this build has no interactive reader yet. `ibid dump` prints an article.")
  return ExitStatus.usage.rawValue
}
