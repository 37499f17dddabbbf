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

  /// Names of months and their number, in the languages that newspapers come in most; the first three letters do for
  /// most of the abbreviations.
  static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    "januar": 1, "jänner": 1, "februar": 2, "märz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12,
    "janvier": 1, "février": 2, "mars": 3, "avril": 4, "juin": 6, "juillet": 7, "août": 8, "septembre": 9,
    "octobre": 10,
    "novembre": 11, "décembre": 12,
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9,
    "octubre": 10, "noviembre": 11, "diciembre": 12,
    "gennaio": 1, "febbraio": 2, "aprile": 4, "maggio": 5, "giugno": 6, "luglio": 7, "settembre": 9, "ottobre": 10,
    "dicembre": 12,
    "januari": 1, "februari": 2, "maart": 3, "mei": 5, "augustus": 8, "maj": 5, "augusti": 8, "desember": 12,
    "janeiro": 1, "fevereiro": 2, "março": 3, "maio": 5, "junho": 6, "julho": 7, "setembro": 9, "outubro": 10,
    "novembro": 11, "dezembro": 12,
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
