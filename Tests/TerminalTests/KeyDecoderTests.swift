import Screen
import Testing

@testable import Terminal

/// What the bytes come to when they arrive at once.
private func decode(_ text: String, known: [[UInt8]: Key] = [:]) -> [Input] {
  var decoder = KeyDecoder()
  decoder.sequences = known
  return decoder.feed(Array(text.utf8), at: 0)
}

@Suite struct KeyDecoderTests {
  @Test func charactersAndControlCharacters() {
    #expect(decode("jG") == [.key(Key(.character("j"))), .key(Key(.character("G")))])
    #expect(decode("é漢😀").count == 3)
    #expect(decode("\u{FFFD}") == [.key(Key(.character("\u{FFFD}")))])
    #expect(decode("\u{4}") == [.key(Key(.character("d"), control: true))])
    #expect(
      decode("\u{1D}\u{1E}") == [
        .key(Key(.character("]"), control: true)), .key(Key(.character("^"), control: true)),
      ])
    #expect(decode("\t\r\u{7F}") == [.key(Key(.tab)), .key(Key(.enter)), .key(Key(.backspace))])
    #expect(decode("\u{0}") == [.key(Key(.character(" "), control: true))])
  }

  @Test func backspaceIsWhatTheTtyErasesWith() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([8], at: 0) == [.key(Key(.character("h"), control: true))])
    decoder.erase = 8
    #expect(decoder.feed([8], at: 0) == [.key(Key(.backspace))])
  }

  @Test(arguments: [
    ("\u{1B}[A", Key(.up)), ("\u{1B}OA", Key(.up)), ("\u{1B}[H", Key(.home)), ("\u{1B}OF", Key(.end)),
    ("\u{1B}[1~", Key(.home)), ("\u{1B}[8~", Key(.end)), ("\u{1B}[5~", Key(.pageUp)), ("\u{1B}[6~", Key(.pageDown)),
    ("\u{1B}[Z", Key(.tab, shift: true)), ("\u{1B}[1;3D", Key(.left, alt: true)),
    ("\u{1B}[1;3C", Key(.right, alt: true)), ("\u{1B}[1;5A", Key(.up, control: true)),
    ("\u{1B}[1;2B", Key(.down, shift: true)), ("\u{1B}\u{1B}[D", Key(.left, alt: true)),
    ("\u{1B}OP", Key(.function(1))), ("\u{1B}[11~", Key(.function(1))), ("\u{1B}[[A", Key(.function(1))),
    ("\u{1B}[17~", Key(.function(6))), ("\u{1B}[24~", Key(.function(12))), ("\u{1B}[3;5~", Key(.delete, control: true)),
    ("\u{1B}[7^", Key(.home, control: true)), ("\u{1B}[7$", Key(.home, shift: true)),
    ("\u{1B}[105;5u", Key(.character("i"), control: true)), ("\u{1B}[27;5;105~", Key(.character("i"), control: true)),
    ("\u{1B}[27u", Key(.escape)), ("\u{1B}j", Key(.character("j"), alt: true)),
    ("\u{1B}\r", Key(.enter, alt: true)), ("\u{1B}é", Key(.character("é"), alt: true)), ("\u{1B}OM", Key(.enter)),
    ("\u{1B}Op", Key(.character("0"))), ("\u{1B}Oj", Key(.character("*"))),
  ])
  func sequences(_ bytes: String, _ key: Key) {
    #expect(decode(bytes + "x") == [.key(key), .key(Key(.character("x")))])
  }

  @Test func aSequenceMayComeInAnyPieces() {
    let bytes = Array("é\u{1B}[1;3D\u{1B}[<0;5;6M\u{1B}[200~a\u{1B}[Ab\u{1B}[201~z".utf8)
    let whole = decode(String(decoding: bytes, as: UTF8.self))
    #expect(whole.count == 5)
    for length in 1..<bytes.count {
      var decoder = KeyDecoder()
      var inputs: [Input] = []
      for start in stride(from: 0, to: bytes.count, by: length) {
        inputs += decoder.feed(Array(bytes[start..<min(bytes.count, start + length)]), at: 0)
      }
      #expect(inputs == whole, "in pieces of \(length)")
    }
  }

  @Test func aLoneEscapeWaitsUntilItIsDecided() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B], at: 0).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == [.key(Key(.escape))])
    #expect(!decoder.isWaiting)
    #expect(decoder.feed([0x1B, 0x5B], at: 0).isEmpty)
    #expect(decoder.flush() == [.key(Key(.character("["), alt: true))])
    #expect(decoder.feed([0x1B, 0x1B], at: 0).isEmpty)
    #expect(decoder.flush() == [.key(Key(.escape)), .key(Key(.escape))])
    #expect(decoder.feed(Array("\u{1B}[1;".utf8), at: 0).isEmpty)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.feed([0x6A], at: 0) == [.key(Key(.character("j")))])
  }

  @Test func escapeTwiceAndAKey() {
    #expect(decode("\u{1B}\u{1B}j") == [.key(Key(.escape)), .key(Key(.character("j"), alt: true))])
  }

  @Test func aPasteIsTextAndNeverKeys() {
    #expect(
      decode("\u{1B}[200~q\u{1B}[A\r\nz\rw\u{1B}[201~q") == [.paste("q\u{1B}[A\nz\nw"), .key(Key(.character("q")))])
    #expect(decode("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~half\u{1B}[20".utf8), at: 0).isEmpty)
    #expect(decoder.isPasting)
    #expect(decoder.flush() == [.paste("half\u{1B}[20")])
    #expect(!decoder.isPasting)
  }

  @Test func aPasteHasAnEnd() {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array("\u{1B}[200~".utf8), at: 0)
    for _ in 0..<20 { _ = decoder.feed(Array(repeating: 0x61, count: 100_000), at: 0) }
    #expect(
      decoder.feed(Array("\u{1B}[201~".utf8), at: 0) == [.paste(String(repeating: "a", count: PasteBuffer.limit))])
  }

  @Test func theMouse() {
    #expect(decode("\u{1B}[<0;5;6M\u{1B}[<0;5;6m") == [.mouse(Mouse(.press, x: 4, y: 5))])
    #expect(
      decode("\u{1B}[<64;1;1M\u{1B}[<65;300;200M") == [
        .mouse(Mouse(.wheelUp, x: 0, y: 0)), .mouse(Mouse(.wheelDown, x: 299, y: 199)),
      ])
    #expect(decode("\u{1B}[M !!") == [.mouse(Mouse(.press, x: 0, y: 0))])
    #expect(decode("\u{1B}[<2;5;6M\u{1B}[<35;5;6M\u{1B}[<;;M").isEmpty)
    #expect(decode("\u{1B}[<0;0;0M").isEmpty)
  }

  @Test func twoPressesInOnePlaceAreADoublePress() {
    let press = Array("\u{1B}[<0;5;6M".utf8)
    var decoder = KeyDecoder()
    #expect(decoder.feed(press, at: 1000) == [.mouse(Mouse(.press, x: 4, y: 5))])
    #expect(decoder.feed(press, at: 1400) == [.mouse(Mouse(.doublePress, x: 4, y: 5))])
    #expect(decoder.feed(press, at: 1500) == [.mouse(Mouse(.press, x: 4, y: 5))])
    #expect(decoder.feed(press, at: 1901) == [.mouse(Mouse(.press, x: 4, y: 5))])
    #expect(decoder.feed(Array("\u{1B}[<0;6;6M".utf8), at: 1902) == [.mouse(Mouse(.press, x: 5, y: 5))])
  }

  @Test func theTerminalsOwnDescriptionGoesFirst() {
    let known = [Array("\u{1B}[P".utf8): Key(.delete), Array("\u{1B}A".utf8): Key(.up)]
    #expect(decode("\u{1B}[P\u{1B}A", known: known) == [.key(Key(.delete)), .key(Key(.up))])
    #expect(decode("\u{1B}[P") == [.key(Key(.function(1)))])
  }

  @Test func whatIsNotUTF8OrNoKeyIsPassedOver() {
    var decoder = KeyDecoder()
    #expect(
      decoder.feed([0xFF, 0xC3, 0x28, 0x80, 0xED, 0xA0, 0x80, 0x61], at: 0) == [
        .key(Key(.character("("))), .key(Key(.character("a"))),
      ])
    decoder.isUTF8 = false
    #expect(decoder.feed([0xE9], at: 0) == [.key(Key(.character("é")))])
    #expect(decode("\u{1B}[?1;2c\u{1B}[I\u{1B}[12;40R\u{1B}[99~a") == [.key(Key(.character("a")))])
    #expect(decode("\u{1B}[\u{1B}[A") == [.key(Key(.up))])
    #expect(decode("\u{1B}[" + String(repeating: "9", count: 500) + "~").count < 500)
  }

  @Test func anyBytesKeepItValid() {
    var random = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: .min ... .max, using: &random)
    var state = seed
    var decoder = KeyDecoder()
    let likely = Array("\u{1B}[O<0123456789;~M~ABu\u{7F}é".utf8)
    for round in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let byte = state >> 63 == 0 ? likely[Int(state >> 33) % likely.count] : UInt8(truncatingIfNeeded: state >> 40)
      _ = decoder.feed([byte], at: round)
      if state >> 56 & 31 == 0 { _ = decoder.flush() }
      if state >> 56 & 31 == 0 { #expect(!decoder.isWaiting, "seed \(seed)") }
    }
  }
}
