import Foundation
import Screen
import Testing

@testable import Theme

private typealias Light = (red: Double, green: Double, blue: Double)

/// WCAG 2.2, relative luminance: each channel, linear.
private func linear(_ color: Color?) -> Light? {
  guard case .rgb(let red, let green, let blue) = color else { return nil }
  func channel(_ value: UInt8) -> Double {
    let part = Double(value) / 255
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }
  return (channel(red), channel(green), channel(blue))
}

private func luminance(_ light: Light) -> Double { 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue }

/// WCAG 2.2, contrast ratio: 1 to 21.
private func contrast(_ style: Style) -> Double? {
  guard let text = linear(style.foreground), let ground = linear(style.background) else { return nil }
  let (a, b) = (luminance(text), luminance(ground))
  return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

/// What is drawn over what: text under marks, hits and the like; signs in the gutter, in panes and in the status line.
private struct Layers {
  var faces: [Face]
  var marks: [Face] = [.none]
  var overs: [Face] = [.none]

  static let signs: [Face] = [
    .none, .signLinked, .signAttributed, .signSelf, .signNone, .signChecked, .signDoubtful, .signFalse, .sourceLost,
    .fold,
  ]
  static let all = [
    Layers(
      faces: FaceName.all.filter { $0.table == .text && $0.face != .rule }.map(\.face),
      marks: [
        .none, .link, .linkBlocked, .source, .sourceLost, .claimLinked, .claimAttributed, .claimSelf, .claimNone,
        .passage,
      ],
      overs: [.none, .hit, .hitCurrent, .selection, .focus]),
    Layers(faces: [.paneText, .paneTitle, .paneDim] + signs.dropFirst(), overs: [.none, .paneRow, .focus]),
    Layers(faces: [.status, .statusDim, .statusKey, .message, .prompt], marks: signs),
    Layers(faces: [.popup, .popupTitle, .popupKey, .popupDim], overs: [.none, .focus]),
    Layers(faces: [.hint, .error, .gutter]),
  ]
}

@Suite struct ContrastTests {
  @Test(arguments: [("light", 4.5), ("dark", 4.5), ("colorblind", 4.5), ("contrast", 7)])
  func textCanBeRead(_ name: String, _ least: Double) throws {
    let palette = try Themes().palette(named: name)
    for layers in Layers.all {
      for face in layers.faces {
        for mark in layers.marks {
          for over in layers.overs {
            let ratio = try #require(contrast(palette.style(face: face, mark: mark, over: over)))
            #expect(ratio >= least, "\(face) under \(mark) and \(over): \(ratio)")
          }
        }
      }
    }
  }

  /// Vischeck-like simulation by the matrices of Viénot, Brettel and Mollon (1999), in linear light.
  @Test(arguments: ["deuteranopia", "protanopia"]) func supportIsToldApart(_ vision: String) throws {
    let palette = try Themes().palette(named: "colorblind")
    func seen(_ face: Face) throws -> Light {
      let light = try #require(linear(palette.style(face: face, mark: .none, over: .none).foreground))
      let (first, second) = vision == "deuteranopia" ? (0.29275, 0.70725) : (0.11238, 0.88762)
      let mixed = first * light.red + second * light.green
      return (mixed, mixed, light.blue)
    }
    let (linked, none) = (try seen(.signLinked), try seen(.signNone))
    #expect(abs(linked.blue - none.blue) > 0.5)
  }

  @Test(arguments: Themes().names) func coloursAreNeverTheOnlySign(_ name: String) throws {
    let palette = try Themes().palette(named: name)
    #expect(palette[.hit] != palette[.hitCurrent])
    #expect(!palette[.hitCurrent].attributes.subtracting(palette[.hit].attributes).isEmpty)
    #expect(!palette[.link].attributes.isEmpty)
    #expect(palette[.focus].attributes.contains(.bold))
  }
}
