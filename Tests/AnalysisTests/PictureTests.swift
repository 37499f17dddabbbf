import Document
import Testing

@testable import Analysis

struct PictureTests {
  /// A page of the article, a picture, and a menu; the picture stands in the element `place`.
  private func kind(ofPictureIn place: Int?) -> Boilerplate.Kind? {
    var article = Block(role: .paragraph, text: Array("The ice came in May.".utf8))
    article.element = 1
    var picture = Block(role: .figure, text: [], image: Image(src: "i.jpg", alt: "Ice"))
    picture.element = place
    var menu = Block(role: .paragraph, text: Array("Home".utf8))
    menu.element = 2
    menu.boilerplate = Boilerplate(kind: .navigation, score: 1, reasons: [Reason("a menu")])
    let elements = [nil, 0, 0].map { PageElement(parent: $0, tag: 0, words: []) }
    var piece = Piece(extent: 0..<1, blocks: [article, picture, menu], elements: elements)
    foldPictures(&piece)
    return piece.blocks[1].boilerplate?.kind
  }

  @Test func aPictureGoesWithWhatItBelongsTo() {
    #expect(kind(ofPictureIn: 1) == nil)
    #expect(kind(ofPictureIn: 2) == .navigation)
    #expect(kind(ofPictureIn: 0) == nil)
    #expect(kind(ofPictureIn: nil) == nil)
  }
}
