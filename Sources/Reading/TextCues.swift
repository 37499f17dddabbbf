import Text

/// Words that tell what a line of a text is. All lower case, compared so.
enum TextCues {
  /// What a byline begins with, before a name.
  static let byline = [
    "by", "von", "par", "por", "di", "da", "door", "av", "af", "author", "author:", "authors:", "text:",
  ]

  /// Words before the one that begins a byline.
  static let bylineLeads = [
    "written", "story", "report", "reported", "reporting", "words", "review", "reviewed", "posted",
  ]

  /// What a line with a date may begin with.
  static let dated = [
    "published", "posted", "updated", "modified", "first published", "last updated", "last modified", "date", "created",
    "veröffentlicht", "aktualisiert", "stand", "publié", "mis à jour", "publicado", "actualizado", "pubblicato",
    "aggiornato", "gepubliceerd", "publicerad", "publiceret", "publisert", "opublikowano",
  ]

  /// What a caption begins with, before a colon.
  static let caption = [
    "photo", "photos", "photograph", "photographs", "image", "images", "picture", "pictures", "figure", "fig",
    "caption",
    "illustration", "graphic", "chart", "map", "foto", "fotos", "bild", "bilder", "abbildung", "abb", "imagen",
    "imagem",
    "immagine", "illustrazione", "afbeelding", "above", "below", "pictured", "file", "file photo", "file image",
    "image caption", "photo caption", "featured image", "video", "screenshot", "credit", "credits", "image credit",
    "photo credit", "rendering", "picture credit",
  ]

  /// What a caption begins with that goes on with who took the picture.
  static let captionCredits = [
    "photo by ", "photos by ", "photograph by ", "photographs by ", "image by ", "images by ", "picture by ",
    "pictures by ", "illustration by ", "image via ", "images via ", "photo via ", "featured image via ",
    "image courtesy ", "photo courtesy ", "photos courtesy ", "foto von ",
  ]

  /// What the last bracket of a caption holds: who took the picture.
  static let pictureCredit = [
    "photo", "image", "picture", "getty", "foto", "shutterstock", "reuters", "afp", "courtesy",
  ]

  /// The number of a month by its name or its abbreviation, in the languages that newspapers come in most.
  static func month(_ word: String) -> Int? {
    guard let first = word.utf8.first, first >= 0x61 else { return nil }
    let index = monthNames.partitioningIndex { $0.name >= word }
    return monthNames.indices.contains(index) && monthNames[index].name == word ? monthNames[index].number : nil
  }

  /// Sorted by name.
  private static let monthNames: [(name: String, number: Int)] = {
    var numbered: [(name: String, number: Int)] = []
    for (index, names) in months.enumerated() {
      for name in names.split(separator: " ") { numbered.append((String(name), index + 1)) }
    }
    return numbered.sorted { $0.name < $1.name }
  }()

  private static let months = [
    "january jan januar jänner janvier enero gennaio januari janeiro",
    "february feb februar février febrero febbraio februari fevereiro",
    "march mar märz mars marzo maart março",
    "april apr avril abril aprile",
    "may mai mayo maggio mei maj maio",
    "june jun juni juin junio giugno junho",
    "july jul juli juillet julio luglio julho",
    "august aug août agosto augustus augusti",
    "september sep sept septembre septiembre settembre setembro",
    "october oct oktober octobre octubre ottobre outubro",
    "november nov novembre noviembre novembro",
    "december dec dezember décembre diciembre dicembre desember dezembro",
  ]

  /// Words of a line with a date that say nothing else.
  static let dateWords: Set<String> = [
    "of", "de", "del", "at", "on", "um", "uhr", "am", "pm", "a.m", "p.m", "à", "le", "den", "der", "and", "den",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
    "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles",
    "jueves", "viernes", "sábado", "domingo", "gmt", "utc", "bst", "est", "edt", "et", "ct", "pt", "pst", "pdt", "cet",
    "cest", "ist", "th", "st", "nd", "rd", "hrs", "h", "z",
  ]
}
