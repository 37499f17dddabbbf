import Session
import Theme

/// `ibid themes`: those of the binary and the reader's own; the status to exit with.
func listThemes(asJSON: Bool) -> Int32 {
  let themes = OwnThemes.all
  let names = themes.names.sorted()
  guard asJSON else { return put(names.map { $0 + "\n" }.joined()).rawValue }
  var json = JSONText()
  do throws(ThemeError) {
    json.beginArray()
    for name in names {
      json.beginObject()
      json.field("name", name)
      json.field("description", try themes.description(of: name))
      json.endObject()
    }
    json.endArray()
  } catch {
    return explain(error)
  }
  return put(json.text + "\n").rawValue
}

/// `ibid keys`: as the reader's configuration has them; the status to exit with.
func listKeys(asJSON: Bool, configFile: String?) -> Int32 {
  var settings = Settings()
  var keymap: Keymap?
  do throws(ConfigurationError) {
    try Configuration.apply(named: configFile, settings: &settings, keymap: &keymap)
  } catch {
    return explain(error)
  }
  let rows = keymap.map { keymap in CommandRow.all.map { $0.bound(by: keymap) } } ?? CommandRow.all
  return put(asJSON ? KeyListing.json(rows) : KeyListing.text(rows)).rawValue
}
