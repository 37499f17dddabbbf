import Foundation

/// `train folding [--cv OUT] [--only page|text] [--write]`: fits the models that ship, on the data that IBID_DATA names. `--cv OUT` writes
/// results of pages that the models were not fitted on, as the lines of `ibid dump --format jsonl`; `--write` writes the
/// models, fitted on all pages, where the reader is built from. `train sources --cv OUT --read PAGES` also reads pages
/// that nothing is fitted on, a line of JSON with `id` and `text` each, and writes what it finds to OUT.read.
let arguments = Array(CommandLine.arguments.dropFirst())
guard let data = ProcessInfo.processInfo.environment["IBID_DATA"] else {
  FileHandle.standardError.write(Data("Set IBID_DATA to the folder that holds data/.\n".utf8))
  exit(2)
}
func value(of flag: String) -> String? {
  arguments.firstIndex(of: flag).flatMap { arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil }
}
let output = value(of: "--cv")
switch arguments.first {
case "folding":
  try trainFolding(
    data: data + "/data", output: output, only: value(of: "--only"), writes: arguments.contains("--write"))
case "claims": try trainClaims(data: data + "/data", output: output, writes: arguments.contains("--write"))
case "sources":
  try trainSources(
    data: data + "/data", output: output, read: value(of: "--read"), writes: arguments.contains("--write"))
case "evidence": try trainEvidence(data: data + "/data", output: output, writes: arguments.contains("--write"))
default:
  let usage = "usage: train folding|claims|sources|evidence [--cv OUT] [--only page|text] [--read PAGES] [--write]\n"
  FileHandle.standardError.write(Data(usage.utf8))
  exit(2)
}
