import CAssets
import Session

/// `ibid themes`.
func listThemes(asJSON: Bool) -> ExitStatus {
  let names = (0..<ibid_theme_count()).map { String(cString: ibid_theme($0).name) }.sorted()
  guard asJSON else { return put(names.map { $0 + "\n" }.joined()) }
  var json = JSONText()
  json.beginArray()
  for name in names {
    json.beginObject()
    json.field("name", name)
    json.endObject()
  }
  json.endArray()
  return put(json.text + "\n")
}

/// `ibid keys`.
func listKeys(asJSON: Bool) -> ExitStatus {
  put(asJSON ? KeyListing.json(CommandRow.all) : KeyListing.text(CommandRow.all))
}
