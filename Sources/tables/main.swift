// Writes Sources/Text/ScalarTable.swift to standard output: `make tables`.
import Analysis
import Glibc

// `tables --words FILE` writes the tables of words and cues.
if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--words" {
  let bytes = WordDataBuilder.bytes()
  guard let file = fopen(CommandLine.arguments[2], "w"), fwrite(bytes, 1, bytes.count, file) == bytes.count,
    fclose(file) == 0
  else {
    print("\(CommandLine.arguments[2]) cannot be written")
    exit(1)
  }
  exit(0)
}

let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "/usr/share/unicode"
if let data = UnicodeData(folder: folder) {
  print(source(of: ScalarTrie(data)), terminator: "")
} else {
  print("// The Unicode data was not found in \(folder): apt-get install unicode-data")
  exit(1)
}
