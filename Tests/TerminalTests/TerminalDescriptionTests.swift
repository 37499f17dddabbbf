import Testing

@testable import Terminal

/// A description of two names, `flags` and `numbers` of no account, and 361 strings, each its own index.
private func sample(wide: Bool, colors: Int = 256, isExtended: Bool = true) -> [UInt8] {
  var writer = DescriptionWriter()
  let size = wide ? 4 : 2
  let names = Array("test|a terminal\0".utf8)
  var text: [UInt8] = []
  let offsets = (0..<361).map { index -> Int in
    if index % 2 == 1 { return -1 }
    text += Array("\(index)\0".utf8)
    return text.count - "\(index)".utf8.count - 1
  }
  let numbers = (0..<15).map { $0 == 13 ? colors : -1 }
  writer.add([wide ? 0o1036 : 0o432, names.count, 3, numbers.count, offsets.count, text.count], size: 2)
  writer.bytes += names + [1, 0, 1]
  writer.align()
  writer.add(numbers, size: size)
  writer.add(offsets, size: 2)
  writer.bytes += text
  guard isExtended else { return writer.bytes }
  writer.align()
  // One flag AX, one number U8, strings BD (absent) and XM.
  let extra = Array("mouse\0AX\0U8\0BD\0XM\0".utf8)
  writer.add([1, 1, 2, 5, extra.count], size: 2)
  writer.bytes.append(1)
  writer.align()
  writer.add([1], size: size)
  writer.add([-1, 0, 0, 3, 6, 9], size: 2)
  return writer.bytes + extra
}

@Suite struct TerminalDescriptionTests {
  @Test(arguments: [false, true]) func whatIsNotChangedStays(_ wide: Bool) throws {
    let given = try #require(TerminalDescription(sample(wide: wide)))
    #expect(given.bytes == sample(wide: true))
  }

  @Test(arguments: [false, true]) func directColorIsAdded(_ isExtended: Bool) throws {
    let given = try #require(TerminalDescription(sample(wide: false, isExtended: isExtended)))
    let changed = try #require(given.withDirectColor).bytes
    let text = String(decoding: changed, as: UTF8.self)
    #expect(text.contains("38;2;%p1%{65536}%/%d") && text.contains("48;2;%p1%{65536}%/%d"))
    #expect(text.hasSuffix("RGB\0"))
    #expect(try #require(TerminalDescription(changed)).bytes == changed)
    #expect(TerminalDescription(changed)?.withDirectColor == nil)
    #expect(changed[0] == 0x1E && changed[1] == 0x02)
  }

  @Test func otherTerminalsAreLeftAlone() {
    #expect(TerminalDescription(sample(wide: false, colors: 8))?.withDirectColor == nil)
  }

  @Test func anythingElseIsNoDescription() {
    #expect(TerminalDescription([]) == nil)
    #expect(TerminalDescription(Array("#!/bin/sh".utf8)) == nil)
    let whole = sample(wide: false)
    for length in 0..<whole.count {
      let cut = TerminalDescription(Array(whole[..<length]))
      _ = cut?.withDirectColor?.bytes
    }
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      var broken = whole
      for _ in 0..<4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        broken[Int(state >> 33) % (state >> 63 == 0 ? 12 : broken.count)] = UInt8(truncatingIfNeeded: state >> 24)
      }
      _ = TerminalDescription(broken)?.withDirectColor?.bytes
    }
  }
}
