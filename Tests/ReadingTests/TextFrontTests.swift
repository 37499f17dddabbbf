import Document
import Testing

@testable import Reading

@Suite struct TextFrontTests {
  static let bylines: [(String, [String])] = [
    ("By Ann Smith", ["Ann Smith"]), ("By Ann Smith and Bo Li", ["Ann Smith", "Bo Li"]),
    ("by Ann Smith, Bo Li and Cy Noor", ["Ann Smith", "Bo Li", "Cy Noor"]),
    ("By Ann Smith, Political Editor", ["Ann Smith"]), ("By Ann Smith | 3 March 2017", ["Ann Smith"]),
    ("ByThe Associated Press", ["The Associated Press"]), ("Von Ute Krämer", ["Ute Krämer"]),
    ("Par Zoé de la Tour", ["Zoé de la Tour"]), ("Written by Ann Smith", ["Ann Smith"]),
    ("By Ann SmithDecember 23, 2023", ["Ann Smith"]), ("By Ludwig van Beethoven", ["Ludwig van Beethoven"]),
    ("By AFP", ["AFP"]), ("By the time it rained, all had gone.", []), ("By then", []), ("By Industry", []),
    ("Von hier an", []), ("Ann Smith", []), ("", []), ("By", []),
  ]

  @Test(arguments: bylines.indices)
  func namesInBylines(_ at: Int) {
    let (text, expected) = Self.bylines[at]
    #expect(names(inByline: text) == expected, "\(text)")
    let bytes = Array(text.utf8)
    // What the filter lets pass holds all that is one.
    if !expected.isEmpty { #expect(mayBeByline(bytes, 0..<bytes.count), "\(text)") }
  }

  @Test func theFiltersLetEachCuePass() {
    for cue in TextCues.byline + TextCues.bylineLeads.map({ $0 + " by" }) {
      let bytes = Array("\(cue) Ann".utf8)
      #expect(mayBeByline(bytes, 0..<bytes.count), "\(cue)")
    }
    for cue in TextCues.caption {
      let bytes = Array("\(cue.prefix(1).uppercased())\(cue.dropFirst()): the river".utf8)
      #expect(captionCue(bytes, 0..<bytes.count), "\(cue)")
    }
    for cue in TextCues.captionCredits {
      let bytes = Array("(\(cue)Ann Smith)".utf8)
      #expect(captionCue(bytes, 0..<bytes.count), "\(cue)")
    }
  }

  static let dates: [(String, Bool, String?)] = [
    ("3 March 2017", true, "2017-03-03"), ("March 3, 2017", true, "2017-03-03"), ("Mar 3rd, 2017", true, "2017-03-03"),
    ("2017-03-03", true, "2017-03-03"), ("2017-03-03T10:20:00Z", true, "2017-03-03"),
    ("Published: 3 March 2017 at 10:00 GMT", true, "2017-03-03"), ("Updated on July 9, 2025", true, "2025-07-09"),
    ("Friday, 3 March 2017", true, "2017-03-03"), ("3. März 2017", true, "2017-03-03"),
    ("Stand: 03.03.2017, 12:00 Uhr", true, "2017-03-03"), ("le 14 juillet 2020", true, "2020-07-14"),
    ("3 de marzo de 2017", true, "2017-03-03"), ("March 2017", true, "2017-03"), ("12/23/2019", true, "2019-12-23"),
    ("December 17, 2023, 12:34 PM", true, "2023-12-17"), ("The march of 2017", false, "2017-03"),
    ("On 3 March 2017 the river rose", false, "2017-03-03"), ("May we talk", false, nil), ("35 March 1", false, nil),
    ("99999999999999999999", false, nil), ("", false, nil),
  ]

  @Test(arguments: dates.indices)
  func datesOfLines(_ at: Int) {
    let (text, isLine, iso) = Self.dates[at]
    #expect(isDateLine(text) == isLine, "\(text)")
    #expect(firstDate(in: tokens(of: text))?.iso == iso, "\(text)")
    let bytes = Array(text.utf8)
    if isLine { #expect(mayBeDated(bytes, 0..<bytes.count), "\(text)") }
  }

  @Test func placesBeforeADash() {
    for (text, isPlace) in [("LONDON (AP) —", true), ("NEW YORK –", true), ("London --", false), ("LONDON", false)] {
      let bytes = Array(text.utf8)
      #expect(isPlaceLine(bytes, 0..<bytes.count) == isPlace, "\(text)")
    }
  }

  @Test func captions() {
    let cases: [(String, Bool)] = [
      ("Photo: the river in spring", true), ("(Image: Ann Smith)", true), ("[Figure: levels by year]", true),
      ("Figure 3: levels by year", true), ("Fig. 2: levels", true), ("Photo by Ann Smith", true),
      ("VIDEO3:45", false), ("Video3:4503:45", false), ("Mapping: a way to know", false), ("He said: photo", false),
      ("Photographs are not what they were.", false),
    ]
    for (text, isCaption) in cases {
      let bytes = Array(text.utf8)
      #expect(captionCue(bytes, 0..<bytes.count) == isCaption, "\(text)")
    }
    let credited = Array("The river in spring (AP Photo/Ann Smith)".utf8)
    #expect(endsWithCredit(credited, 0..<credited.count))
    let plain = Array("The river in spring (and in summer)".utf8)
    #expect(!endsWithCredit(plain, 0..<plain.count))
  }

  @Test func titleOfAFlattenedPage() {
    let menu = ["Skip to content", "News", "Sport", "Weather", "Log in", "More from us"].joined(separator: "\n\n")
    let prose =
      "The council met on Monday and voted for the plan, which had been in the drawer since the flood of 1954."
    let text =
      "\(menu)\n\nA town votes for its river\n\nBy Ann Smith\n\n3 March 2017\n\n\(prose)\n\n\(prose)\n\n\(prose)\n"
    let bytes = Array(text.utf8)
    let piece = piece(bytes)
    #expect(
      piece.blocks.filter { $0.role == .title }.map { String(decoding: $0.text, as: UTF8.self) } == [
        "A town votes for its river"
      ])
    let metadata = PlainText.metadata(of: piece)
    #expect(metadata.title == "A town votes for its river" && metadata.bylines == ["Ann Smith"])
    #expect(metadata.published == "2017-03-03" && metadata.origins["title"] == "the line before its names and prose")
  }

  @Test func titleOfAShortText() {
    #expect(outline("Flood\n\nBy Ann Smith\n\n3 March 2017\n\nThe river rose in the night.\n").first == "title: Flood")
    #expect(outline("Flood\n\nThe river rose in the night.\n").first == "title: Flood")
    #expect(outline("The river rose in the night.\n").first == "paragraph: The river rose in the night.")
    #expect(outline("").isEmpty && outline("\n \n\t\n").isEmpty)
  }

  @Test func sentencesAreNoHeadings() {
    let prose = "The council met on Monday and voted for the plan. Nobody spoke against it."
    for line in [
      "and so it went on", "He left. Nobody saw him again", "“Stop!”", "They all came to see what had become of it!",
      "In return, you get:", "It ended there.", "one, two, three,", "By Ann Smith", "3 March 2017",
      "A line that is far too long for a heading because it goes on and on and on, as lines of prose do, to here",
    ] {
      #expect(!outline("\(prose)\n\n\(line)\n\n\(prose)\n").contains { $0.hasPrefix("heading") }, "\(line)")
    }
    for line in [
      "What comes next", "What comes next?", "THE NEXT DAY", "2.1 Methods", "1. The beginning", "Überschrift", "天气预报",
    ] {
      #expect(outline("\(prose)\n\n\(line)\n\n\(prose)\n").contains { $0.hasPrefix("heading") }, "\(line)")
    }
  }
}
