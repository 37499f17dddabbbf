// Writes Sources/Text/ScalarTable.swift to standard output: `make tables`.
import Glibc

let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "/usr/share/unicode"
if let data = UnicodeData(folder: folder) {
  print(source(of: ScalarTrie(data)), terminator: "")
} else {
  print("// The Unicode data was not found in \(folder): apt-get install unicode-data")
  exit(1)
}
