import Testing

@testable import HTML

/// The tree that a page becomes, by examples.
@Suite struct MarkupTests {
  private func tree(_ source: String, isScripting: Bool = true) -> String {
    TreeText(Markup(parsing: [UInt8](source.utf8), isScripting: isScripting)).text
  }

  private func body(_ source: String) -> String {
    let lines = tree("<!doctype html><body>" + source).split(separator: "\n").map(String.init)
    return lines.dropFirst(4).map { $0.dropFirst(6) }.joined(separator: "\n")
  }

  @Test func impliedElementsAreThere() {
    #expect(tree("hello") == "| <html>\n|   <head>\n|   <body>\n|     \"hello\"")
    #expect(tree("") == "| <html>\n|   <head>\n|   <body>")
  }

  @Test func paragraphsCloseThemselves() {
    #expect(body("<p>one<p>two") == "<p>\n  \"one\"\n<p>\n  \"two\"")
  }

  @Test func overlappingTagsAreAdopted() {
    #expect(
      body("<b>1<p>2</b>3</p>") == "<b>\n  \"1\"\n<p>\n  <b>\n    \"2\"\n  \"3\"")
  }

  @Test func whatIsNoCellGoesBeforeTheTable() {
    #expect(
      body("<table>a<tr><td>b</table>") == "\"a\"\n<table>\n  <tbody>\n    <tr>\n      <td>\n        \"b\"")
  }

  @Test func templatesKeepTheirContentApart() {
    let markup = Markup(parsing: [UInt8]("<p>a<template>b</template>c".utf8))
    var text: [UInt8] = []
    markup.appendTextContent(of: .document, to: &text)
    #expect(String(decoding: text, as: UTF8.self) == "ac")
    #expect(body("<template><td>b</template>") == "<template>\n  content\n    <td>\n      \"b\"")
  }

  @Test func namesOfForeignElementsAreAdjusted() {
    #expect(
      body("<svg viewbox='0 0 1 1' xlink:href=#a><foreignobject><p>x</p></foreignobject></svg>y")
        == "<svg svg>\n  viewBox=\"0 0 1 1\"\n  xlink href=\"#a\"\n  <svg foreignObject>\n    <p>\n      \"x\"\n\"y\"")
  }

  @Test func referencesAreReplaced() {
    #expect(body("a &amp; b &eacute;&#8212;&#x41;&notit; &copy") == "\"a & b é—A¬it; ©\"")
    #expect(body("<a href='?a=1&copy=2&amp;c&#0;'>") == "<a>\n  href=\"?a=1&copy=2&c\u{FFFD}\"")
    #expect(body("&#128; &nGt; & &x; &#; &#x;") == "\"€ ≫⃒ & &x; &#; &#x;\"")
  }

  @Test func noscriptIsTextWhereScriptsRun() {
    #expect(tree("<body><noscript><p>x</noscript>").hasSuffix("|     <noscript>\n|       \"<p>x\""))
    #expect(
      tree("<body><noscript><p>x</noscript>", isScripting: false)
        .hasSuffix("|     <noscript>\n|       <p>\n|         \"x\""))
  }

  @Test func scriptsMayHoldScriptsInComments() {
    #expect(
      body("<script><!--<script></script>--></script>x") == "<script>\n  \"<!--<script></script>-->\"\n\"x\"")
    #expect(body("<script><!-- </script>x") == "<script>\n  \"<!-- \"\n\"x\"")
  }

  @Test func selectsHoldAnyElement() {
    #expect(body("<select><div><option>a</div></select>") == "<select>\n  <div>\n    <option>\n      \"a\"")
    #expect(body("<select><option>a<select>b") == "<select>\n  <option>\n    \"a\"\n\"b\"")
  }

  @Test func framesetsAreRead() {
    #expect(
      tree("<frameset><frame src=a></frameset><noframes>x</noframes>")
        == "| <html>\n|   <head>\n|   <frameset>\n|     <frame>\n|       src=\"a\"\n|   <noframes>\n|     \"x\"")
  }

  @Test func fragmentsKnowTheirContext() {
    let cells = Markup(fragment: [UInt8]("<td>a<td>b".utf8), context: "tr")
    #expect(TreeText(cells).text == "| <td>\n|   \"a\"\n| <td>\n|   \"b\"")
    let title = Markup(fragment: [UInt8]("<b>&amp;</title>".utf8), context: "title")
    #expect(TreeText(title).text == "| \"<b>&</title>\"")
    let icon = Markup(fragment: [UInt8]("<LINEARGRADIENT/>x".utf8), context: "svg", namespace: .svg)
    #expect(TreeText(icon).text == "| <svg linearGradient>\n| \"x\"")
  }

  @Test func doctypesDecideTheMode() {
    #expect(Markup(parsing: [UInt8]("<p>".utf8)).isQuirky)
    #expect(!Markup(parsing: [UInt8]("<!DOCTYPE HTML><p>".utf8)).isQuirky)
    let old = "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\""
    #expect(Markup(parsing: [UInt8]((old + ">").utf8)).isQuirky)
    #expect(!Markup(parsing: [UInt8]((old + " \"http://www.w3.org/TR/html4/loose.dtd\">").utf8)).isQuirky)
  }

  @Test func attributesAreFound() throws {
    let markup = Markup(parsing: [UInt8]("<a HREF=x href=y data-My='&lt;' title>".utf8))
    let link = try #require(markup.firstElement(.a, within: .document))
    #expect(markup.value(link, .href) == [UInt8]("x".utf8))
    #expect(markup.value(link, .title) == [])
    #expect(markup.value(link, .id) == nil)
    #expect(markup.name("data-my").flatMap { markup.value(link, $0) } == [UInt8]("<".utf8))
    #expect(markup.hasValue(link, .href, "X"))
    #expect(!markup.hasValue(link, .href, "xy"))
    #expect(markup.attributes(link).count == 3)
  }

  @Test func laterBodyTagsAddAttributes() throws {
    let markup = Markup(parsing: [UInt8]("<body class=a><p><body class=b id=c><body id=d dir=rtl><i>".utf8))
    let body = try #require(markup.firstElement(.body, within: .document))
    #expect(markup.value(body, .class) == [UInt8]("a".utf8))
    #expect(markup.value(body, .id) == [UInt8]("c".utf8))
    #expect(markup.value(body, .dir) == [UInt8]("rtl".utf8))
    #expect(markup.attributes(body).count == 3)
  }

  @Test func textIsARangeOfTheSourceWhereItCanBe() throws {
    let markup = Markup(parsing: [UInt8]("<p>plain<p>a&lt;b".utf8))
    let paragraph = try #require(markup.firstElement(.p, within: .document))
    let plain = try #require(markup.firstChild(paragraph))
    #expect(markup.sourceRange(of: plain) == 3..<8)
    let next = try #require(markup.next(paragraph).flatMap { markup.firstChild($0) })
    #expect(markup.sourceRange(of: next) == nil)
    #expect(markup.text(of: next) == [UInt8]("a<b".utf8))
    #expect(markup.textLength(next) == 3)
  }

  @Test func everyKnownNameIsItsConstant() {
    let table = MarkupNames.known
    let samples: [(MarkupName, String)] = [
      (.html, "html"), (.annotationXml, "annotation-xml"), (.foreignObject, "foreignObject"),
      (.foreignobject, "foreignobject"), (.acceptCharset, "accept-charset"), (.`for`, "for"), (.viewBox, "viewBox"),
      (.xlinkHref, "xlink:href"), (.foreignXlinkHref, "xlink href"), (.foreignXmlnsXmlns, "xmlns xmlns"),
    ]
    for (name, text) in samples {
      #expect(String(decoding: table.bytes(of: name), as: UTF8.self) == text)
      #expect(table.find([UInt8](text.utf8)) == name)
    }
    #expect(table.count == Int(MarkupName.foreignXmlnsXmlns.rawValue) + 1)
    #expect(MarkupName.html.rawValue == 0)
  }
}
