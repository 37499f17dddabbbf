import Foundation
import Testing

@testable import ibid

struct JSONTextTests {
  @Test func stringsComeBackAsTheyWere() throws {
    let texts = [
      "", "plain", "\"\\/\u{8}\u{c}\n\r\t\u{0}\u{1f}\u{7f}\u{2028}é漢😀", String(repeating: "x\n", count: 100),
    ]
    var json = JSONText()
    json.value(texts)
    #expect(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String] == texts)
  }

  @Test func commasStandWhereTheyBelong() {
    var json = JSONText()
    json.beginObject()
    json.field("a", 1)
    json.field("b", nil as String?)
    json.key("c")
    json.beginArray()
    json.value(true)
    json.value(0.5)
    json.value(Double.nan)
    json.beginObject()
    json.endObject()
    json.endArray()
    json.field("d", 2..<5)
    json.array("e", Array("1,2".utf8))
    json.array("f", [])
    json.endObject()
    #expect(json.text == #"{"a":1,"b":null,"c":[true,0.5,null,{}],"d":[2,5],"e":[1,2],"f":[]}"#)
  }

  @Test func movedBytesGoOnWhereTheyStopped() {
    var json = JSONText()
    var moved: [UInt8] = []
    json.beginArray()
    json.value(1)
    json.move(to: &moved)
    #expect(json.bytes.isEmpty)
    json.value(2)
    json.endArray()
    json.move(to: &moved)
    #expect(String(decoding: moved, as: UTF8.self) == "[1,2]")
  }

  @Test(arguments: ["", "ascii only", "é", "naïve 漢字 😀 text", String(repeating: "aé漢😀", count: 50)])
  func scalarsAreCountedAtEveryByte(text: String) {
    let bytes = Array(text.utf8)
    let index = ScalarIndex(bytes)
    var byte = 0
    for (count, scalar) in text.unicodeScalars.enumerated() {
      #expect(index.scalars(before: byte) == count)
      byte += UTF8.width(scalar)
    }
    #expect(index.scalars(before: bytes.count) == text.unicodeScalars.count)
    #expect(index.scalars(before: bytes.count + 9) == text.unicodeScalars.count)
    #expect(index(0..<bytes.count) == 0..<text.unicodeScalars.count)
  }
}
