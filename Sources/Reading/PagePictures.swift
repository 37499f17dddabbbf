import Document
import HTML
import Text

/// An image of a page until it is known what stands beside it.
struct Picture {
  var image: Image
  var element: Int?
  /// It stands in a `<figure>`: it is shown even if nothing says what it shows.
  let isFigure: Bool
  /// No text of the block that is being put together stands before it.
  var isBeforeText: Bool
}

/// What a page calls its images and their addresses, beside HTML's own names.
struct PictureNames {
  private let image: MarkupName?
  /// Where scripts find the address of an image that they show later.
  let sources: [MarkupName]

  init(_ markup: Markup) {
    image = markup.name("amp-img")
    sources = ["data-src", "data-original", "data-lazy-src"].compactMap { markup.name($0) }
  }

  func isImage(_ name: MarkupName) -> Bool { name == image }
}

/// Images: a block each, beside the text that they stand in; of small ones in a line of text their words.
extension PageReader {
  /// So many pixels at most has what only counts readers.
  private static let counterSize = 2
  /// Blocks before an image that may say the same.
  private static let neighbours = 4
  /// Bytes of a sign that stands for itself: an emoji.
  private static let signLength = 32
  /// What classes call images that stand for characters.
  private static let signs = NameSet(["emoji", "smiley", "emoticon", "math", "latex", "tex", "equation", "formula"])

  mutating func addPicture(_ node: MarkupNode) {
    let alt = markup.value(node, .alt).flatMap { PageText.line($0) } ?? ""
    for name in [MarkupName.width, .height] {
      if let size = number(node, name), size <= Self.counterSize { return }
    }
    if table != nil {
      if table?.cellImage == nil { table?.cellImage = alt }
    } else if !alt.isEmpty, standsForText(node, alt) {
      settleGap()
      draft.append(alt.utf8)
    } else {
      let isFigure = frames.contains { markup.isElement($0.node, .figure) }
      guard isFigure || !alt.isEmpty else { return }
      let image = Image(src: source(of: node), alt: alt)
      let isBefore = !draft.text.contains { $0 > 0x20 }
      pictures.append(Picture(image: image, element: element(), isFigure: isFigure, isBeforeText: isBefore))
    }
  }

  /// A formula or an emoji.
  private func standsForText(_ node: MarkupNode, _ alt: String) -> Bool {
    let isSign = alt.unicodeScalars.allSatisfy { !$0.isASCII && !$0.properties.isAlphabetic }
    if alt.utf8.count <= Self.signLength, isSign { return true }
    return markup.valueSlice(node, .class).map { NameWords($0).contains(where: Self.signs.contains) } ?? false
  }

  /// Its address, without what the page carries in itself.
  private func source(of node: MarkupNode) -> String {
    for name in [.src] + pictureNames.sources {
      guard let value = markup.value(node, name), !value.isEmpty, !value.starts(with: "data:".utf8) else { continue }
      return base.resolved(String(decoding: value, as: UTF8.self)).href
    }
    return ""
  }

  /// Adds the images that stand before `text`, less those that only say what stands beside them; those inside it come
  /// behind it.
  mutating func settlePictures(beside text: [UInt8] = []) {
    guard !pictures.isEmpty else { return }
    let waiting = pictures
    pictures = []
    let above = blocks.suffix(Self.neighbours).last { !$0.isPicture }?.text ?? []
    for var picture in waiting {
      let alt = Array(picture.image.alt.utf8)
      if PageText.isAlike(alt, text) || PageText.isAlike(alt, above) {
        guard picture.isFigure else { continue }
        picture.image.alt = ""
      }
      if text.isEmpty || picture.isBeforeText {
        var block = Block(role: .figure, text: [], image: picture.image, extent: extent..<extent)
        block.element = picture.element
        blocks.append(block)
      } else {
        picture.isBeforeText = true
        pictures.append(picture)
      }
    }
  }
}
