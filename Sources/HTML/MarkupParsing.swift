extension Markup {
  /// Sources are read up to this length, so that every address has room.
  static let maxLength = 1 << 28

  /// Parses a page. The bytes are taken as UTF-8; what is not is read as U+FFFD. With `isScripting`, `<noscript>` is
  /// text, as where scripts run.
  package init(parsing bytes: [UInt8], isScripting: Bool = true) {
    self.init(clean: CleanText.clean(bytes), isScripting: isScripting, context: nil)
  }

  /// Parses what stands inside an element: `root` has the result as its children.
  package init(
    fragment bytes: [UInt8], context name: String, namespace: MarkupNamespace = .html, isScripting: Bool = true
  ) {
    self.init(clean: CleanText.clean(bytes), isScripting: isScripting, context: (name, namespace))
  }

  private init(clean source: [UInt8], isScripting: Bool, context: (name: String, namespace: MarkupNamespace)?) {
    let bytes = source.span
    var builder = MarkupBuilder(isScripting: isScripting, sourceLength: source.count)
    if let context { builder.enter(context.name, context.namespace) }
    builder.run(bytes)
    self.source = source
    decoded = builder.tokenizer.decoded
    nodes = builder.nodes
    attributes = builder.tokenizer.attributes
    names = builder.tokenizer.names
    doctype = builder.doctype
    isQuirky = builder.isQuirky
    root = context == nil ? .document : MarkupNode(index: builder.stack[0].node)
  }
}

extension MarkupBuilder {
  /// Begins inside an element (WHATWG §13.2.10, the fragment parsing algorithm).
  mutating func enter(_ name: String, _ namespace: MarkupNamespace) {
    let number = tokenizer.names.number(of: [UInt8](name.utf8))
    var element = OpenElement(
      node: -1, name: namespace == .svg ? rules.svgTag(number) : number, namespace: namespace, traits: [])
    element.traits = rules.traits(of: element.name, in: namespace)
    context = element
    insertImplied(.html)
    if element.isHTML(.template) { templateModes.append(.inTemplate) }
    if element.isHTML(.form) { formPointer = Self.contextForm }
    if namespace == .html {
      tokenizer.state = element.name == .plaintext ? .plain : rawTextState(element.name) ?? .data
    }
    resetMode()
  }

  /// How the content of an HTML element is read where it is not markup.
  func rawTextState(_ name: MarkupName) -> MarkupTokenizer.State? {
    switch name {
    case .title, .textarea: .replaceable
    case .style, .xmp, .iframe, .noembed, .noframes: .raw
    case .noscript: isScripting ? .raw : nil
    case .script: .script
    default: nil
    }
  }
}
