// swift-tools-version:6.2
import PackageDescription

/// What every target of ours is built with: Swift 6, and no warning is let through. In a release each function stands in a
/// section of its own, and types are looked up by calls instead of by name: both shorten the way to the first frame.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .unsafeFlags(
    ["-Xfrontend", "-function-sections", "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
    .when(configuration: .release)),
]

/// The functions that the first frame needs stand beside each other in the binary (`make order`): a tenth of the start went
/// into fetching the pages over which they were scattered. The linker comes with Swift.
let ordered: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-use-ld=lld", "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/Sources/ibid/start.order",
      "-Xlinker", "--no-warn-symbol-ordering",
    ], .when(configuration: .release))
]

/// A room of the reader: what it may import stands here and in Sources/README.md; a test holds both against the code.
func room(_ name: String, _ needs: [Target.Dependency] = [], excluding excluded: [String] = []) -> Target {
  .target(name: name, dependencies: needs, exclude: excluded, swiftSettings: strict)
}

func tests(_ name: String, _ needs: [Target.Dependency] = [], excluding excluded: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + needs,
    exclude: excluded, swiftSettings: strict)
}

let package = Package(
  name: "ibid",
  products: [
    .executable(name: "ibid", targets: ["ibid"]),
    .executable(name: "ibid-fetch", targets: ["ibid-fetch"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C headers with inline accessors for what Swift cannot import.
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CSystem"),
    .systemLibrary(name: "CCmark"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CStemmer"),
    .systemLibrary(name: "CPCRE2"),
    .systemLibrary(name: "CCurl"),
    .target(name: "CAssets"),
    .target(name: "CSandbox"),
    .target(name: "CToml"),

    room("Text"),
    room("Wire"),
    room("Document", ["Text"]),
    room("Screen", ["Text"]),
    room("HTML", ["Text"]),
    room("Layout", ["Document", "Text"]),
    room("Search", ["Document", "Text", "CPCRE2"]),
    room("Theme", ["Document", "Screen", "CAssets", "CToml"]),
    room("Reading", ["HTML", "Document", "Text", "CCmark", "CSystem"]),
    room("Analysis", ["Document", "Text", "CAssets", "CStemmer"], excluding: ["Models"]),
    room("Fetch", ["Wire", "Document", "CZlib", "CSystem"]),
    room("Session", ["Search", "Layout", "Screen", "Document", "Text"]),
    room("View", ["Session", "Layout", "Theme", "Screen", "Document", "Text"]),
    room("Terminal", ["Screen", "CNcurses", "CSystem"]),
    .executableTarget(
      name: "ibid",
      dependencies: [
        "Terminal", "View", "Session", "Fetch", "Analysis", "Reading", "Search", "Layout", "Theme", "HTML", "Document",
        "Screen", "Text", "CAssets", "CSystem", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["start.order"], swiftSettings: strict, linkerSettings: ordered),

    // The network behind a pipe: a program of its own, because libcurl cannot be linked into a static one.
    .executableTarget(name: "ibid-fetch", dependencies: ["Wire", "CCurl", "CSandbox"], swiftSettings: strict),

    // Developers' executables: the table of Unicode's properties, and the time that parts take.
    .executableTarget(name: "tables", dependencies: ["Analysis", "Text"], swiftSettings: strict),
    .executableTarget(name: "bench", dependencies: ["Analysis", "Layout", "Document", "Text"], swiftSettings: strict),

    // Developers' executables: `train` fits the models that ship with the reader's own feature code.
    .executableTarget(
      name: "train", dependencies: ["Analysis", "Fetch", "Reading", "Document", "Text"], exclude: ["Labels"],
      swiftSettings: strict),
    .executableTarget(
      name: "bench-html", dependencies: ["HTML", "Reading", "Analysis", "Fetch"], swiftSettings: strict),
    // Replays files; `make fuzz` builds the fuzzer itself.
    .executableTarget(
      name: "fuzz-html", dependencies: ["HTML"], exclude: ["html.dict"], swiftSettings: strict),
    .executableTarget(name: "fuzz-page", dependencies: ["Reading", "Document", "Fetch"], swiftSettings: strict),

    tests("Text"),
    tests("Wire"),
    tests("Document", ["Text"]),
    tests("HTML", ["Text"]),
    tests("Layout", ["Document", "Text"]),
    tests("Search", ["Document"]),
    tests("Theme", ["Screen"]),
    tests("Reading", ["Document", "Text"]),
    tests("Analysis", ["Reading", "Document", "Text"]),
    // A server of the tests' own, for those that fetch.
    .target(name: "TestServer", path: "Tests/TestServer", swiftSettings: strict),
    tests("Fetch", ["TestServer", "Document", "Wire", "CSandbox", "ibid-fetch"]),
    // Articles written as marked text, for the tests of several rooms.
    .target(name: "TestArticles", dependencies: ["Document"], path: "Tests/TestArticles", swiftSettings: strict),
    tests("Session", ["TestArticles", "Document", "Screen", "Layout", "Text"]),
    tests("View", ["TestArticles", "Session", "Document", "Screen", "Layout", "Text"], excluding: ["Goldens"]),
    tests("Terminal", ["Screen"]),
    // libvterm, the screen that the end-to-end tests look at.
    .systemLibrary(name: "CVterm", path: "Tests/CVterm"),
    tests("ibid", ["TestServer", "ibid-fetch", "Document", "Fetch", "Session", "CCmark", "CSystem", "CVterm"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)
