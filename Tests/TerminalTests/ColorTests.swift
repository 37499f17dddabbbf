import Screen
import Testing

@testable import Terminal

@Suite struct ColorTests {
  @Test func everyColourOfTheCubeAndTheGreysIsItsOwnNearest() {
    for index in 16..<256 {
      let nearest = Components.indexed(index).nearestIndexed
      #expect(Components.indexed(nearest) == Components.indexed(index))
    }
  }

  @Test func nearestIsNearerThanMost() {
    for (red, green, blue) in [(253, 246, 227), (7, 54, 66), (38, 139, 210), (128, 128, 130), (1, 2, 3)] {
      let wanted = Components(red, green, blue)
      let nearest = wanted.distance(to: .indexed(wanted.nearestIndexed))
      let best = (16..<256).map { wanted.distance(to: .indexed($0)) }.min() ?? 0
      #expect(nearest <= best + best / 2 + 64)
    }
  }

  @Test func aHueStaysAHueUnlessItIsTooDark() {
    #expect(Components(0x2D, 0x64, 0x28).nearestIndexed == 22)
    #expect(Components(0x07, 0x36, 0x42).nearestIndexed >= 232)
    #expect(Components(0xE4, 0xEF, 0xDD).nearestIndexed >= 232)
  }

  @Test func depthsByWhatTheDescriptionSays() {
    #expect(ColorDepth(colors: -1, isDirect: false) == .none)
    #expect(ColorDepth(colors: 8, isDirect: false) == .eight)
    #expect(ColorDepth(colors: 16, isDirect: false) == .sixteen)
    #expect(ColorDepth(colors: 256, isDirect: true) == .indexed)
    #expect(ColorDepth(colors: 1 << 24, isDirect: true) == .directEight)
    #expect(ColorDepth(colors: 1 << 24, isDirect: true, hasNames: true) == .direct)
  }

  @Test func coloursByDepth() {
    let style = Style(foreground: .rgb(0xFF, 0, 0), background: .rgb(0xFD, 0xF6, 0xE3))
    #expect(Look(style, depth: .direct).foreground == 0xFF0000)
    #expect(Look(style, depth: .indexed).foreground == 196)
    #expect(Look(style, depth: .sixteen).foreground == 9)
    let eight = Look(style, depth: .eight)
    #expect(eight.foreground == 1 && eight.background == 7 && eight.attributes == .bold)
    let none = Look(style, depth: .none)
    #expect(none.foreground == -1 && none.background == -1 && none.attributes == .reverse)
    #expect(Look(Style(), depth: .indexed) == Look(Style(foreground: .standard), depth: .none))
    #expect(Look.number(.ansi(12), .indexed) == 12)
    #expect(Look.number(.indexed(200), .indexed) == 200)
    #expect(Look.number(.ansi(12), .direct) == 12)
    #expect(Look.number(.ansi(12), .directEight) == 0x5C5CFF)
    #expect(Look.number(.rgb(0, 0, 5), .direct) == 0)
  }

  @Test func textStaysReadableWhereTwoColoursBecomeOne() {
    let light = Look(Style(foreground: .rgb(250, 250, 250), background: .rgb(255, 255, 255)), depth: .sixteen)
    #expect(light.background == 15 && light.foreground == 0)
    let dark = Look(Style(foreground: .rgb(5, 5, 5), background: .rgb(0, 0, 0)), depth: .eight)
    #expect(dark.background == 0 && dark.foreground == 7)
    let same = Look(Style(foreground: .ansi(3), background: .ansi(3)), depth: .sixteen)
    #expect(same.foreground == 3)
  }

  @Test func aTintDiffersFromTheGround() {
    let ground = Color.rgb(0xFA, 0xF7, 0xF0)
    let plain = Look(Style(background: ground), depth: .indexed, ground: ground)
    let tinted = Look(Style(background: .rgb(0xF9, 0xF6, 0xEF)), depth: .indexed, ground: ground)
    #expect(plain.background == Components(0xFA, 0xF7, 0xF0).nearestIndexed)
    #expect(tinted.background != plain.background && tinted.background >= 16)
  }

  @Test func aCellHasNoPadding() {
    #expect(MemoryLayout<Cell>.size == 20 && MemoryLayout<Cell>.stride == 20)
    #expect(MemoryLayout<Cell>.offset(of: \.width) == 16 && MemoryLayout<Cell>.offset(of: \.face) == 17)
    #expect(MemoryLayout<Cell>.offset(of: \.mark) == 18 && MemoryLayout<Cell>.offset(of: \.over) == 19)
  }

  @Test func theClipboardsSequence() {
    #expect(String(decoding: Clipboard.sequence("Hello"), as: UTF8.self) == "\u{1B}]52;c;SGVsbG8=\u{7}")
    #expect(
      String(decoding: Clipboard.base64(Array("any carnal pleas".utf8)), as: UTF8.self) == "YW55IGNhcm5hbCBwbGVhcw==")
    #expect(Clipboard.base64([]).isEmpty)
    #expect(Clipboard.base64([0xFF, 0xFE, 0xFD]) == Array("//79".utf8))
    let long = String(repeating: "a", count: Clipboard.limit - 1) + "é"
    let kept = Clipboard.base64(Array(repeating: 0x61, count: Clipboard.limit - 1))
    #expect(Clipboard.sequence(long) == Array("\u{1B}]52;c;".utf8) + kept + [7])
  }
}
