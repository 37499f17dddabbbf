/// The names this room knows beforehand, in the order of their numbers: HTML's elements and attributes, SVG's and MathML's
/// where the standard names them (WHATWG §13.2.6.5). A space stands for the namespace of an adjusted foreign attribute.
let knownNames: StaticString = """
  html head title base link meta style script noscript template body article section nav aside h1 h2 h3 h4 h5
  h6 hgroup header footer address main search p hr pre blockquote ol ul menu li dl dt dd figure figcaption
  div a em strong small s cite q dfn abbr ruby rb rt rtc rp data time code var samp kbd sub sup i b u mark
  bdi bdo span br wbr ins del picture source img iframe embed object param video audio track map area table
  caption colgroup col tbody thead tfoot tr td th form label input button select datalist optgroup option
  selectedcontent textarea output progress meter fieldset legend details summary dialog slot canvas acronym
  applet basefont bgsound big center dir font frame frameset image isindex keygen listing marquee menuitem
  multicol nextid nobr noembed noframes plaintext rbc spacer strike tt xmp blink math mi mo mn ms mtext
  mglyph malignmark annotation annotation-xml semantics mrow mfrac msqrt mroot msub msup msubsup munder mover
  munderover mtable mtr mtd mspace mstyle merror mpadded mphantom mfenced menclose mmultiscripts mprescripts
  none maction mlabeledtr svg g path desc circle rect line polyline polygon ellipse text tspan tref use defs
  symbol metadata stop filter mask pattern switch view set animate mpath cursor hkern vkern tbreak
  foreignobject altglyph altglyphdef altglyphitem animatecolor animatemotion animatetransform clippath
  feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix fediffuselighting fedisplacementmap
  fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr fegaussianblur feimage femerge
  femergenode femorphology feoffset fepointlight fespecularlighting fespotlight fetile feturbulence glyphref
  lineargradient radialgradient textpath foreignObject altGlyph altGlyphDef altGlyphItem animateColor
  animateMotion animateTransform clipPath feBlend feColorMatrix feComponentTransfer feComposite
  feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
  feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
  feSpecularLighting feSpotLight feTile feTurbulence glyphRef linearGradient radialGradient textPath accept
  accept-charset accesskey action align alink allow allowfullscreen alt alttext archive aria-describedby
  aria-hidden aria-label aria-labelledby aria-level aria-expanded aria-controls aria-current async
  autocomplete autofocus autoplay axis background bgcolor border bordercolor cellpadding cellspacing char
  charoff charset checked class classid clear closedby codebase codetype color cols colspan compact content
  contenteditable controls coords crossorigin data-src data-srcset data-href data-id data-url data-lang
  data-language data-title data-caption data-type data-component datetime declare decoding default defer
  dirname disabled display draggable download encoding enctype enterkeyhint event face fetchpriority for
  formaction formenctype formmethod formnovalidate formtarget frameborder headers height hidden high href
  hreflang hspace http-equiv id imagesizes imagesrcset inert inputmode integrity is ismap itemid itemprop
  itemref itemscope itemtype kind lang language list loading longdesc loop low lowsrc marginheight
  marginwidth max maxlength media method min minlength multiple muted name nohref nomodule nonce noresize
  noshade novalidate nowrap onblur onchange onclick onerror onfocus onkeydown onkeyup onload onmousedown
  onmouseout onmouseover onsubmit open optimum ping placeholder playsinline popover poster prefix preload
  profile property prompt readonly referrerpolicy rel required resource rev reversed role rows rowspan rules
  sandbox scheme scope scrolling selected shadowrootmode shape size sizes spellcheck src srcdoc srclang
  srcset standby start step tabindex target translate truespeed type typeof typemustmatch usemap valign value
  valuetype version vlink vocab vspace width wrap about datatype inlist notation accent mathvariant rowalign
  columnalign linethickness close separators fill stroke stroke-width stroke-linecap stroke-linejoin
  fill-rule clip-rule fill-opacity d x y x1 x2 y1 y2 cx cy r rx ry points transform opacity xmlns xml:lang
  xml:space xmlns:xlink xlink:href xlink:title xlink:actuate xlink:arcrole xlink:role xlink:show xlink:type
  offset stop-color focusable preserveaspectratio viewbox definitionurl attributename attributetype
  basefrequency baseprofile calcmode clippathunits diffuseconstant edgemode filterunits gradienttransform
  gradientunits kernelmatrix kernelunitlength keypoints keysplines keytimes lengthadjust limitingconeangle
  markerheight markerunits markerwidth maskcontentunits maskunits numoctaves pathlength patterncontentunits
  patterntransform patternunits pointsatx pointsaty pointsatz preservealpha primitiveunits refx refy
  repeatcount repeatdur requiredextensions requiredfeatures specularconstant specularexponent spreadmethod
  startoffset stddeviation stitchtiles surfacescale systemlanguage tablevalues targetx targety textlength
  viewtarget xchannelselector ychannelselector zoomandpan attributeName attributeType baseFrequency
  baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits gradientTransform gradientUnits
  kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust limitingConeAngle markerHeight
  markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits
  patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio
  primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures specularConstant
  specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues
  targetX targetY textLength viewBox viewTarget xChannelSelector yChannelSelector zoomAndPan definitionURL
  xlink~actuate xlink~arcrole xlink~href xlink~role xlink~show xlink~title xlink~type xml~lang xml~space
  xmlns~xlink xmlns~xmlns
  """

// The numbers are the positions above; a test holds every constant against its text.
extension MarkupName {
  @inlinable package static var html: MarkupName { MarkupName(rawValue: 0) }
  @inlinable package static var head: MarkupName { MarkupName(rawValue: 1) }
  @inlinable package static var title: MarkupName { MarkupName(rawValue: 2) }
  @inlinable package static var base: MarkupName { MarkupName(rawValue: 3) }
  @inlinable package static var link: MarkupName { MarkupName(rawValue: 4) }
  @inlinable package static var meta: MarkupName { MarkupName(rawValue: 5) }
  @inlinable package static var style: MarkupName { MarkupName(rawValue: 6) }
  @inlinable package static var script: MarkupName { MarkupName(rawValue: 7) }
  @inlinable package static var noscript: MarkupName { MarkupName(rawValue: 8) }
  @inlinable package static var template: MarkupName { MarkupName(rawValue: 9) }
  @inlinable package static var body: MarkupName { MarkupName(rawValue: 10) }
  @inlinable package static var article: MarkupName { MarkupName(rawValue: 11) }
  @inlinable package static var section: MarkupName { MarkupName(rawValue: 12) }
  @inlinable package static var nav: MarkupName { MarkupName(rawValue: 13) }
  @inlinable package static var aside: MarkupName { MarkupName(rawValue: 14) }
  @inlinable package static var h1: MarkupName { MarkupName(rawValue: 15) }
  @inlinable package static var h2: MarkupName { MarkupName(rawValue: 16) }
  @inlinable package static var h3: MarkupName { MarkupName(rawValue: 17) }
  @inlinable package static var h4: MarkupName { MarkupName(rawValue: 18) }
  @inlinable package static var h5: MarkupName { MarkupName(rawValue: 19) }
  @inlinable package static var h6: MarkupName { MarkupName(rawValue: 20) }
  @inlinable package static var hgroup: MarkupName { MarkupName(rawValue: 21) }
  @inlinable package static var header: MarkupName { MarkupName(rawValue: 22) }
  @inlinable package static var footer: MarkupName { MarkupName(rawValue: 23) }
  @inlinable package static var address: MarkupName { MarkupName(rawValue: 24) }
  @inlinable package static var main: MarkupName { MarkupName(rawValue: 25) }
  @inlinable package static var search: MarkupName { MarkupName(rawValue: 26) }
  @inlinable package static var p: MarkupName { MarkupName(rawValue: 27) }
  @inlinable package static var hr: MarkupName { MarkupName(rawValue: 28) }
  @inlinable package static var pre: MarkupName { MarkupName(rawValue: 29) }
  @inlinable package static var blockquote: MarkupName { MarkupName(rawValue: 30) }
  @inlinable package static var ol: MarkupName { MarkupName(rawValue: 31) }
  @inlinable package static var ul: MarkupName { MarkupName(rawValue: 32) }
  @inlinable package static var menu: MarkupName { MarkupName(rawValue: 33) }
  @inlinable package static var li: MarkupName { MarkupName(rawValue: 34) }
  @inlinable package static var dl: MarkupName { MarkupName(rawValue: 35) }
  @inlinable package static var dt: MarkupName { MarkupName(rawValue: 36) }
  @inlinable package static var dd: MarkupName { MarkupName(rawValue: 37) }
  @inlinable package static var figure: MarkupName { MarkupName(rawValue: 38) }
  @inlinable package static var figcaption: MarkupName { MarkupName(rawValue: 39) }
  @inlinable package static var div: MarkupName { MarkupName(rawValue: 40) }
  @inlinable package static var a: MarkupName { MarkupName(rawValue: 41) }
  @inlinable package static var em: MarkupName { MarkupName(rawValue: 42) }
  @inlinable package static var strong: MarkupName { MarkupName(rawValue: 43) }
  @inlinable package static var small: MarkupName { MarkupName(rawValue: 44) }
  @inlinable package static var s: MarkupName { MarkupName(rawValue: 45) }
  @inlinable package static var cite: MarkupName { MarkupName(rawValue: 46) }
  @inlinable package static var q: MarkupName { MarkupName(rawValue: 47) }
  @inlinable package static var dfn: MarkupName { MarkupName(rawValue: 48) }
  @inlinable package static var abbr: MarkupName { MarkupName(rawValue: 49) }
  @inlinable package static var ruby: MarkupName { MarkupName(rawValue: 50) }
  @inlinable package static var rb: MarkupName { MarkupName(rawValue: 51) }
  @inlinable package static var rt: MarkupName { MarkupName(rawValue: 52) }
  @inlinable package static var rtc: MarkupName { MarkupName(rawValue: 53) }
  @inlinable package static var rp: MarkupName { MarkupName(rawValue: 54) }
  @inlinable package static var data: MarkupName { MarkupName(rawValue: 55) }
  @inlinable package static var time: MarkupName { MarkupName(rawValue: 56) }
  @inlinable package static var code: MarkupName { MarkupName(rawValue: 57) }
  @inlinable package static var `var`: MarkupName { MarkupName(rawValue: 58) }
  @inlinable package static var samp: MarkupName { MarkupName(rawValue: 59) }
  @inlinable package static var kbd: MarkupName { MarkupName(rawValue: 60) }
  @inlinable package static var sub: MarkupName { MarkupName(rawValue: 61) }
  @inlinable package static var sup: MarkupName { MarkupName(rawValue: 62) }
  @inlinable package static var i: MarkupName { MarkupName(rawValue: 63) }
  @inlinable package static var b: MarkupName { MarkupName(rawValue: 64) }
  @inlinable package static var u: MarkupName { MarkupName(rawValue: 65) }
  @inlinable package static var mark: MarkupName { MarkupName(rawValue: 66) }
  @inlinable package static var bdi: MarkupName { MarkupName(rawValue: 67) }
  @inlinable package static var bdo: MarkupName { MarkupName(rawValue: 68) }
  @inlinable package static var span: MarkupName { MarkupName(rawValue: 69) }
  @inlinable package static var br: MarkupName { MarkupName(rawValue: 70) }
  @inlinable package static var wbr: MarkupName { MarkupName(rawValue: 71) }
  @inlinable package static var ins: MarkupName { MarkupName(rawValue: 72) }
  @inlinable package static var del: MarkupName { MarkupName(rawValue: 73) }
  @inlinable package static var picture: MarkupName { MarkupName(rawValue: 74) }
  @inlinable package static var source: MarkupName { MarkupName(rawValue: 75) }
  @inlinable package static var img: MarkupName { MarkupName(rawValue: 76) }
  @inlinable package static var iframe: MarkupName { MarkupName(rawValue: 77) }
  @inlinable package static var embed: MarkupName { MarkupName(rawValue: 78) }
  @inlinable package static var object: MarkupName { MarkupName(rawValue: 79) }
  @inlinable package static var param: MarkupName { MarkupName(rawValue: 80) }
  @inlinable package static var video: MarkupName { MarkupName(rawValue: 81) }
  @inlinable package static var audio: MarkupName { MarkupName(rawValue: 82) }
  @inlinable package static var track: MarkupName { MarkupName(rawValue: 83) }
  @inlinable package static var map: MarkupName { MarkupName(rawValue: 84) }
  @inlinable package static var area: MarkupName { MarkupName(rawValue: 85) }
  @inlinable package static var table: MarkupName { MarkupName(rawValue: 86) }
  @inlinable package static var caption: MarkupName { MarkupName(rawValue: 87) }
  @inlinable package static var colgroup: MarkupName { MarkupName(rawValue: 88) }
  @inlinable package static var col: MarkupName { MarkupName(rawValue: 89) }
  @inlinable package static var tbody: MarkupName { MarkupName(rawValue: 90) }
  @inlinable package static var thead: MarkupName { MarkupName(rawValue: 91) }
  @inlinable package static var tfoot: MarkupName { MarkupName(rawValue: 92) }
  @inlinable package static var tr: MarkupName { MarkupName(rawValue: 93) }
  @inlinable package static var td: MarkupName { MarkupName(rawValue: 94) }
  @inlinable package static var th: MarkupName { MarkupName(rawValue: 95) }
  @inlinable package static var form: MarkupName { MarkupName(rawValue: 96) }
  @inlinable package static var label: MarkupName { MarkupName(rawValue: 97) }
  @inlinable package static var input: MarkupName { MarkupName(rawValue: 98) }
  @inlinable package static var button: MarkupName { MarkupName(rawValue: 99) }
  @inlinable package static var select: MarkupName { MarkupName(rawValue: 100) }
  @inlinable package static var datalist: MarkupName { MarkupName(rawValue: 101) }
  @inlinable package static var optgroup: MarkupName { MarkupName(rawValue: 102) }
  @inlinable package static var option: MarkupName { MarkupName(rawValue: 103) }
  @inlinable package static var selectedcontent: MarkupName { MarkupName(rawValue: 104) }
  @inlinable package static var textarea: MarkupName { MarkupName(rawValue: 105) }
  @inlinable package static var output: MarkupName { MarkupName(rawValue: 106) }
  @inlinable package static var progress: MarkupName { MarkupName(rawValue: 107) }
  @inlinable package static var meter: MarkupName { MarkupName(rawValue: 108) }
  @inlinable package static var fieldset: MarkupName { MarkupName(rawValue: 109) }
  @inlinable package static var legend: MarkupName { MarkupName(rawValue: 110) }
  @inlinable package static var details: MarkupName { MarkupName(rawValue: 111) }
  @inlinable package static var summary: MarkupName { MarkupName(rawValue: 112) }
  @inlinable package static var dialog: MarkupName { MarkupName(rawValue: 113) }
  @inlinable package static var slot: MarkupName { MarkupName(rawValue: 114) }
  @inlinable package static var canvas: MarkupName { MarkupName(rawValue: 115) }
  @inlinable package static var acronym: MarkupName { MarkupName(rawValue: 116) }
  @inlinable package static var applet: MarkupName { MarkupName(rawValue: 117) }
  @inlinable package static var basefont: MarkupName { MarkupName(rawValue: 118) }
  @inlinable package static var bgsound: MarkupName { MarkupName(rawValue: 119) }
  @inlinable package static var big: MarkupName { MarkupName(rawValue: 120) }
  @inlinable package static var center: MarkupName { MarkupName(rawValue: 121) }
  @inlinable package static var dir: MarkupName { MarkupName(rawValue: 122) }
  @inlinable package static var font: MarkupName { MarkupName(rawValue: 123) }
  @inlinable package static var frame: MarkupName { MarkupName(rawValue: 124) }
  @inlinable package static var frameset: MarkupName { MarkupName(rawValue: 125) }
  @inlinable package static var image: MarkupName { MarkupName(rawValue: 126) }
  @inlinable package static var isindex: MarkupName { MarkupName(rawValue: 127) }
  @inlinable package static var keygen: MarkupName { MarkupName(rawValue: 128) }
  @inlinable package static var listing: MarkupName { MarkupName(rawValue: 129) }
  @inlinable package static var marquee: MarkupName { MarkupName(rawValue: 130) }
  @inlinable package static var menuitem: MarkupName { MarkupName(rawValue: 131) }
  @inlinable package static var multicol: MarkupName { MarkupName(rawValue: 132) }
  @inlinable package static var nextid: MarkupName { MarkupName(rawValue: 133) }
  @inlinable package static var nobr: MarkupName { MarkupName(rawValue: 134) }
  @inlinable package static var noembed: MarkupName { MarkupName(rawValue: 135) }
  @inlinable package static var noframes: MarkupName { MarkupName(rawValue: 136) }
  @inlinable package static var plaintext: MarkupName { MarkupName(rawValue: 137) }
  @inlinable package static var rbc: MarkupName { MarkupName(rawValue: 138) }
  @inlinable package static var spacer: MarkupName { MarkupName(rawValue: 139) }
  @inlinable package static var strike: MarkupName { MarkupName(rawValue: 140) }
  @inlinable package static var tt: MarkupName { MarkupName(rawValue: 141) }
  @inlinable package static var xmp: MarkupName { MarkupName(rawValue: 142) }
  @inlinable package static var blink: MarkupName { MarkupName(rawValue: 143) }
  @inlinable package static var math: MarkupName { MarkupName(rawValue: 144) }
  @inlinable package static var mi: MarkupName { MarkupName(rawValue: 145) }
  @inlinable package static var mo: MarkupName { MarkupName(rawValue: 146) }
  @inlinable package static var mn: MarkupName { MarkupName(rawValue: 147) }
  @inlinable package static var ms: MarkupName { MarkupName(rawValue: 148) }
  @inlinable package static var mtext: MarkupName { MarkupName(rawValue: 149) }
  @inlinable package static var mglyph: MarkupName { MarkupName(rawValue: 150) }
  @inlinable package static var malignmark: MarkupName { MarkupName(rawValue: 151) }
  @inlinable package static var annotation: MarkupName { MarkupName(rawValue: 152) }
  @inlinable package static var annotationXml: MarkupName { MarkupName(rawValue: 153) }
  @inlinable package static var semantics: MarkupName { MarkupName(rawValue: 154) }
  @inlinable package static var mrow: MarkupName { MarkupName(rawValue: 155) }
  @inlinable package static var mfrac: MarkupName { MarkupName(rawValue: 156) }
  @inlinable package static var msqrt: MarkupName { MarkupName(rawValue: 157) }
  @inlinable package static var mroot: MarkupName { MarkupName(rawValue: 158) }
  @inlinable package static var msub: MarkupName { MarkupName(rawValue: 159) }
  @inlinable package static var msup: MarkupName { MarkupName(rawValue: 160) }
  @inlinable package static var msubsup: MarkupName { MarkupName(rawValue: 161) }
  @inlinable package static var munder: MarkupName { MarkupName(rawValue: 162) }
  @inlinable package static var mover: MarkupName { MarkupName(rawValue: 163) }
  @inlinable package static var munderover: MarkupName { MarkupName(rawValue: 164) }
  @inlinable package static var mtable: MarkupName { MarkupName(rawValue: 165) }
  @inlinable package static var mtr: MarkupName { MarkupName(rawValue: 166) }
  @inlinable package static var mtd: MarkupName { MarkupName(rawValue: 167) }
  @inlinable package static var mspace: MarkupName { MarkupName(rawValue: 168) }
  @inlinable package static var mstyle: MarkupName { MarkupName(rawValue: 169) }
  @inlinable package static var merror: MarkupName { MarkupName(rawValue: 170) }
  @inlinable package static var mpadded: MarkupName { MarkupName(rawValue: 171) }
  @inlinable package static var mphantom: MarkupName { MarkupName(rawValue: 172) }
  @inlinable package static var mfenced: MarkupName { MarkupName(rawValue: 173) }
  @inlinable package static var menclose: MarkupName { MarkupName(rawValue: 174) }
  @inlinable package static var mmultiscripts: MarkupName { MarkupName(rawValue: 175) }
  @inlinable package static var mprescripts: MarkupName { MarkupName(rawValue: 176) }
  @inlinable package static var none: MarkupName { MarkupName(rawValue: 177) }
  @inlinable package static var maction: MarkupName { MarkupName(rawValue: 178) }
  @inlinable package static var mlabeledtr: MarkupName { MarkupName(rawValue: 179) }
  @inlinable package static var svg: MarkupName { MarkupName(rawValue: 180) }
  @inlinable package static var g: MarkupName { MarkupName(rawValue: 181) }
  @inlinable package static var path: MarkupName { MarkupName(rawValue: 182) }
  @inlinable package static var desc: MarkupName { MarkupName(rawValue: 183) }
  @inlinable package static var circle: MarkupName { MarkupName(rawValue: 184) }
  @inlinable package static var rect: MarkupName { MarkupName(rawValue: 185) }
  @inlinable package static var line: MarkupName { MarkupName(rawValue: 186) }
  @inlinable package static var polyline: MarkupName { MarkupName(rawValue: 187) }
  @inlinable package static var polygon: MarkupName { MarkupName(rawValue: 188) }
  @inlinable package static var ellipse: MarkupName { MarkupName(rawValue: 189) }
  @inlinable package static var text: MarkupName { MarkupName(rawValue: 190) }
  @inlinable package static var tspan: MarkupName { MarkupName(rawValue: 191) }
  @inlinable package static var tref: MarkupName { MarkupName(rawValue: 192) }
  @inlinable package static var use: MarkupName { MarkupName(rawValue: 193) }
  @inlinable package static var defs: MarkupName { MarkupName(rawValue: 194) }
  @inlinable package static var symbol: MarkupName { MarkupName(rawValue: 195) }
  @inlinable package static var metadata: MarkupName { MarkupName(rawValue: 196) }
  @inlinable package static var stop: MarkupName { MarkupName(rawValue: 197) }
  @inlinable package static var filter: MarkupName { MarkupName(rawValue: 198) }
  @inlinable package static var mask: MarkupName { MarkupName(rawValue: 199) }
  @inlinable package static var pattern: MarkupName { MarkupName(rawValue: 200) }
  @inlinable package static var `switch`: MarkupName { MarkupName(rawValue: 201) }
  @inlinable package static var view: MarkupName { MarkupName(rawValue: 202) }
  @inlinable package static var set: MarkupName { MarkupName(rawValue: 203) }
  @inlinable package static var animate: MarkupName { MarkupName(rawValue: 204) }
  @inlinable package static var mpath: MarkupName { MarkupName(rawValue: 205) }
  @inlinable package static var cursor: MarkupName { MarkupName(rawValue: 206) }
  @inlinable package static var hkern: MarkupName { MarkupName(rawValue: 207) }
  @inlinable package static var vkern: MarkupName { MarkupName(rawValue: 208) }
  @inlinable package static var tbreak: MarkupName { MarkupName(rawValue: 209) }
  @inlinable package static var foreignobject: MarkupName { MarkupName(rawValue: 210) }
  @inlinable package static var altglyph: MarkupName { MarkupName(rawValue: 211) }
  @inlinable package static var altglyphdef: MarkupName { MarkupName(rawValue: 212) }
  @inlinable package static var altglyphitem: MarkupName { MarkupName(rawValue: 213) }
  @inlinable package static var animatecolor: MarkupName { MarkupName(rawValue: 214) }
  @inlinable package static var animatemotion: MarkupName { MarkupName(rawValue: 215) }
  @inlinable package static var animatetransform: MarkupName { MarkupName(rawValue: 216) }
  @inlinable package static var clippath: MarkupName { MarkupName(rawValue: 217) }
  @inlinable package static var feblend: MarkupName { MarkupName(rawValue: 218) }
  @inlinable package static var fecolormatrix: MarkupName { MarkupName(rawValue: 219) }
  @inlinable package static var fecomponenttransfer: MarkupName { MarkupName(rawValue: 220) }
  @inlinable package static var fecomposite: MarkupName { MarkupName(rawValue: 221) }
  @inlinable package static var feconvolvematrix: MarkupName { MarkupName(rawValue: 222) }
  @inlinable package static var fediffuselighting: MarkupName { MarkupName(rawValue: 223) }
  @inlinable package static var fedisplacementmap: MarkupName { MarkupName(rawValue: 224) }
  @inlinable package static var fedistantlight: MarkupName { MarkupName(rawValue: 225) }
  @inlinable package static var fedropshadow: MarkupName { MarkupName(rawValue: 226) }
  @inlinable package static var feflood: MarkupName { MarkupName(rawValue: 227) }
  @inlinable package static var fefunca: MarkupName { MarkupName(rawValue: 228) }
  @inlinable package static var fefuncb: MarkupName { MarkupName(rawValue: 229) }
  @inlinable package static var fefuncg: MarkupName { MarkupName(rawValue: 230) }
  @inlinable package static var fefuncr: MarkupName { MarkupName(rawValue: 231) }
  @inlinable package static var fegaussianblur: MarkupName { MarkupName(rawValue: 232) }
  @inlinable package static var feimage: MarkupName { MarkupName(rawValue: 233) }
  @inlinable package static var femerge: MarkupName { MarkupName(rawValue: 234) }
  @inlinable package static var femergenode: MarkupName { MarkupName(rawValue: 235) }
  @inlinable package static var femorphology: MarkupName { MarkupName(rawValue: 236) }
  @inlinable package static var feoffset: MarkupName { MarkupName(rawValue: 237) }
  @inlinable package static var fepointlight: MarkupName { MarkupName(rawValue: 238) }
  @inlinable package static var fespecularlighting: MarkupName { MarkupName(rawValue: 239) }
  @inlinable package static var fespotlight: MarkupName { MarkupName(rawValue: 240) }
  @inlinable package static var fetile: MarkupName { MarkupName(rawValue: 241) }
  @inlinable package static var feturbulence: MarkupName { MarkupName(rawValue: 242) }
  @inlinable package static var glyphref: MarkupName { MarkupName(rawValue: 243) }
  @inlinable package static var lineargradient: MarkupName { MarkupName(rawValue: 244) }
  @inlinable package static var radialgradient: MarkupName { MarkupName(rawValue: 245) }
  @inlinable package static var textpath: MarkupName { MarkupName(rawValue: 246) }
  @inlinable package static var foreignObject: MarkupName { MarkupName(rawValue: 247) }
  @inlinable package static var altGlyph: MarkupName { MarkupName(rawValue: 248) }
  @inlinable package static var altGlyphDef: MarkupName { MarkupName(rawValue: 249) }
  @inlinable package static var altGlyphItem: MarkupName { MarkupName(rawValue: 250) }
  @inlinable package static var animateColor: MarkupName { MarkupName(rawValue: 251) }
  @inlinable package static var animateMotion: MarkupName { MarkupName(rawValue: 252) }
  @inlinable package static var animateTransform: MarkupName { MarkupName(rawValue: 253) }
  @inlinable package static var clipPath: MarkupName { MarkupName(rawValue: 254) }
  @inlinable package static var feBlend: MarkupName { MarkupName(rawValue: 255) }
  @inlinable package static var feColorMatrix: MarkupName { MarkupName(rawValue: 256) }
  @inlinable package static var feComponentTransfer: MarkupName { MarkupName(rawValue: 257) }
  @inlinable package static var feComposite: MarkupName { MarkupName(rawValue: 258) }
  @inlinable package static var feConvolveMatrix: MarkupName { MarkupName(rawValue: 259) }
  @inlinable package static var feDiffuseLighting: MarkupName { MarkupName(rawValue: 260) }
  @inlinable package static var feDisplacementMap: MarkupName { MarkupName(rawValue: 261) }
  @inlinable package static var feDistantLight: MarkupName { MarkupName(rawValue: 262) }
  @inlinable package static var feDropShadow: MarkupName { MarkupName(rawValue: 263) }
  @inlinable package static var feFlood: MarkupName { MarkupName(rawValue: 264) }
  @inlinable package static var feFuncA: MarkupName { MarkupName(rawValue: 265) }
  @inlinable package static var feFuncB: MarkupName { MarkupName(rawValue: 266) }
  @inlinable package static var feFuncG: MarkupName { MarkupName(rawValue: 267) }
  @inlinable package static var feFuncR: MarkupName { MarkupName(rawValue: 268) }
  @inlinable package static var feGaussianBlur: MarkupName { MarkupName(rawValue: 269) }
  @inlinable package static var feImage: MarkupName { MarkupName(rawValue: 270) }
  @inlinable package static var feMerge: MarkupName { MarkupName(rawValue: 271) }
  @inlinable package static var feMergeNode: MarkupName { MarkupName(rawValue: 272) }
  @inlinable package static var feMorphology: MarkupName { MarkupName(rawValue: 273) }
  @inlinable package static var feOffset: MarkupName { MarkupName(rawValue: 274) }
  @inlinable package static var fePointLight: MarkupName { MarkupName(rawValue: 275) }
  @inlinable package static var feSpecularLighting: MarkupName { MarkupName(rawValue: 276) }
  @inlinable package static var feSpotLight: MarkupName { MarkupName(rawValue: 277) }
  @inlinable package static var feTile: MarkupName { MarkupName(rawValue: 278) }
  @inlinable package static var feTurbulence: MarkupName { MarkupName(rawValue: 279) }
  @inlinable package static var glyphRef: MarkupName { MarkupName(rawValue: 280) }
  @inlinable package static var linearGradient: MarkupName { MarkupName(rawValue: 281) }
  @inlinable package static var radialGradient: MarkupName { MarkupName(rawValue: 282) }
  @inlinable package static var textPath: MarkupName { MarkupName(rawValue: 283) }
  @inlinable package static var accept: MarkupName { MarkupName(rawValue: 284) }
  @inlinable package static var acceptCharset: MarkupName { MarkupName(rawValue: 285) }
  @inlinable package static var accesskey: MarkupName { MarkupName(rawValue: 286) }
  @inlinable package static var action: MarkupName { MarkupName(rawValue: 287) }
  @inlinable package static var align: MarkupName { MarkupName(rawValue: 288) }
  @inlinable package static var alink: MarkupName { MarkupName(rawValue: 289) }
  @inlinable package static var allow: MarkupName { MarkupName(rawValue: 290) }
  @inlinable package static var allowfullscreen: MarkupName { MarkupName(rawValue: 291) }
  @inlinable package static var alt: MarkupName { MarkupName(rawValue: 292) }
  @inlinable package static var alttext: MarkupName { MarkupName(rawValue: 293) }
  @inlinable package static var archive: MarkupName { MarkupName(rawValue: 294) }
  @inlinable package static var ariaDescribedby: MarkupName { MarkupName(rawValue: 295) }
  @inlinable package static var ariaHidden: MarkupName { MarkupName(rawValue: 296) }
  @inlinable package static var ariaLabel: MarkupName { MarkupName(rawValue: 297) }
  @inlinable package static var ariaLabelledby: MarkupName { MarkupName(rawValue: 298) }
  @inlinable package static var ariaLevel: MarkupName { MarkupName(rawValue: 299) }
  @inlinable package static var ariaExpanded: MarkupName { MarkupName(rawValue: 300) }
  @inlinable package static var ariaControls: MarkupName { MarkupName(rawValue: 301) }
  @inlinable package static var ariaCurrent: MarkupName { MarkupName(rawValue: 302) }
  @inlinable package static var async: MarkupName { MarkupName(rawValue: 303) }
  @inlinable package static var autocomplete: MarkupName { MarkupName(rawValue: 304) }
  @inlinable package static var autofocus: MarkupName { MarkupName(rawValue: 305) }
  @inlinable package static var autoplay: MarkupName { MarkupName(rawValue: 306) }
  @inlinable package static var axis: MarkupName { MarkupName(rawValue: 307) }
  @inlinable package static var background: MarkupName { MarkupName(rawValue: 308) }
  @inlinable package static var bgcolor: MarkupName { MarkupName(rawValue: 309) }
  @inlinable package static var border: MarkupName { MarkupName(rawValue: 310) }
  @inlinable package static var bordercolor: MarkupName { MarkupName(rawValue: 311) }
  @inlinable package static var cellpadding: MarkupName { MarkupName(rawValue: 312) }
  @inlinable package static var cellspacing: MarkupName { MarkupName(rawValue: 313) }
  @inlinable package static var char: MarkupName { MarkupName(rawValue: 314) }
  @inlinable package static var charoff: MarkupName { MarkupName(rawValue: 315) }
  @inlinable package static var charset: MarkupName { MarkupName(rawValue: 316) }
  @inlinable package static var checked: MarkupName { MarkupName(rawValue: 317) }
  @inlinable package static var `class`: MarkupName { MarkupName(rawValue: 318) }
  @inlinable package static var classid: MarkupName { MarkupName(rawValue: 319) }
  @inlinable package static var clear: MarkupName { MarkupName(rawValue: 320) }
  @inlinable package static var closedby: MarkupName { MarkupName(rawValue: 321) }
  @inlinable package static var codebase: MarkupName { MarkupName(rawValue: 322) }
  @inlinable package static var codetype: MarkupName { MarkupName(rawValue: 323) }
  @inlinable package static var color: MarkupName { MarkupName(rawValue: 324) }
  @inlinable package static var cols: MarkupName { MarkupName(rawValue: 325) }
  @inlinable package static var colspan: MarkupName { MarkupName(rawValue: 326) }
  @inlinable package static var compact: MarkupName { MarkupName(rawValue: 327) }
  @inlinable package static var content: MarkupName { MarkupName(rawValue: 328) }
  @inlinable package static var contenteditable: MarkupName { MarkupName(rawValue: 329) }
  @inlinable package static var controls: MarkupName { MarkupName(rawValue: 330) }
  @inlinable package static var coords: MarkupName { MarkupName(rawValue: 331) }
  @inlinable package static var crossorigin: MarkupName { MarkupName(rawValue: 332) }
  @inlinable package static var dataSrc: MarkupName { MarkupName(rawValue: 333) }
  @inlinable package static var dataSrcset: MarkupName { MarkupName(rawValue: 334) }
  @inlinable package static var dataHref: MarkupName { MarkupName(rawValue: 335) }
  @inlinable package static var dataId: MarkupName { MarkupName(rawValue: 336) }
  @inlinable package static var dataUrl: MarkupName { MarkupName(rawValue: 337) }
  @inlinable package static var dataLang: MarkupName { MarkupName(rawValue: 338) }
  @inlinable package static var dataLanguage: MarkupName { MarkupName(rawValue: 339) }
  @inlinable package static var dataTitle: MarkupName { MarkupName(rawValue: 340) }
  @inlinable package static var dataCaption: MarkupName { MarkupName(rawValue: 341) }
  @inlinable package static var dataType: MarkupName { MarkupName(rawValue: 342) }
  @inlinable package static var dataComponent: MarkupName { MarkupName(rawValue: 343) }
  @inlinable package static var datetime: MarkupName { MarkupName(rawValue: 344) }
  @inlinable package static var declare: MarkupName { MarkupName(rawValue: 345) }
  @inlinable package static var decoding: MarkupName { MarkupName(rawValue: 346) }
  @inlinable package static var `default`: MarkupName { MarkupName(rawValue: 347) }
  @inlinable package static var `defer`: MarkupName { MarkupName(rawValue: 348) }
  @inlinable package static var dirname: MarkupName { MarkupName(rawValue: 349) }
  @inlinable package static var disabled: MarkupName { MarkupName(rawValue: 350) }
  @inlinable package static var display: MarkupName { MarkupName(rawValue: 351) }
  @inlinable package static var draggable: MarkupName { MarkupName(rawValue: 352) }
  @inlinable package static var download: MarkupName { MarkupName(rawValue: 353) }
  @inlinable package static var encoding: MarkupName { MarkupName(rawValue: 354) }
  @inlinable package static var enctype: MarkupName { MarkupName(rawValue: 355) }
  @inlinable package static var enterkeyhint: MarkupName { MarkupName(rawValue: 356) }
  @inlinable package static var event: MarkupName { MarkupName(rawValue: 357) }
  @inlinable package static var face: MarkupName { MarkupName(rawValue: 358) }
  @inlinable package static var fetchpriority: MarkupName { MarkupName(rawValue: 359) }
  @inlinable package static var `for`: MarkupName { MarkupName(rawValue: 360) }
  @inlinable package static var formaction: MarkupName { MarkupName(rawValue: 361) }
  @inlinable package static var formenctype: MarkupName { MarkupName(rawValue: 362) }
  @inlinable package static var formmethod: MarkupName { MarkupName(rawValue: 363) }
  @inlinable package static var formnovalidate: MarkupName { MarkupName(rawValue: 364) }
  @inlinable package static var formtarget: MarkupName { MarkupName(rawValue: 365) }
  @inlinable package static var frameborder: MarkupName { MarkupName(rawValue: 366) }
  @inlinable package static var headers: MarkupName { MarkupName(rawValue: 367) }
  @inlinable package static var height: MarkupName { MarkupName(rawValue: 368) }
  @inlinable package static var hidden: MarkupName { MarkupName(rawValue: 369) }
  @inlinable package static var high: MarkupName { MarkupName(rawValue: 370) }
  @inlinable package static var href: MarkupName { MarkupName(rawValue: 371) }
  @inlinable package static var hreflang: MarkupName { MarkupName(rawValue: 372) }
  @inlinable package static var hspace: MarkupName { MarkupName(rawValue: 373) }
  @inlinable package static var httpEquiv: MarkupName { MarkupName(rawValue: 374) }
  @inlinable package static var id: MarkupName { MarkupName(rawValue: 375) }
  @inlinable package static var imagesizes: MarkupName { MarkupName(rawValue: 376) }
  @inlinable package static var imagesrcset: MarkupName { MarkupName(rawValue: 377) }
  @inlinable package static var inert: MarkupName { MarkupName(rawValue: 378) }
  @inlinable package static var inputmode: MarkupName { MarkupName(rawValue: 379) }
  @inlinable package static var integrity: MarkupName { MarkupName(rawValue: 380) }
  @inlinable package static var `is`: MarkupName { MarkupName(rawValue: 381) }
  @inlinable package static var ismap: MarkupName { MarkupName(rawValue: 382) }
  @inlinable package static var itemid: MarkupName { MarkupName(rawValue: 383) }
  @inlinable package static var itemprop: MarkupName { MarkupName(rawValue: 384) }
  @inlinable package static var itemref: MarkupName { MarkupName(rawValue: 385) }
  @inlinable package static var itemscope: MarkupName { MarkupName(rawValue: 386) }
  @inlinable package static var itemtype: MarkupName { MarkupName(rawValue: 387) }
  @inlinable package static var kind: MarkupName { MarkupName(rawValue: 388) }
  @inlinable package static var lang: MarkupName { MarkupName(rawValue: 389) }
  @inlinable package static var language: MarkupName { MarkupName(rawValue: 390) }
  @inlinable package static var list: MarkupName { MarkupName(rawValue: 391) }
  @inlinable package static var loading: MarkupName { MarkupName(rawValue: 392) }
  @inlinable package static var longdesc: MarkupName { MarkupName(rawValue: 393) }
  @inlinable package static var loop: MarkupName { MarkupName(rawValue: 394) }
  @inlinable package static var low: MarkupName { MarkupName(rawValue: 395) }
  @inlinable package static var lowsrc: MarkupName { MarkupName(rawValue: 396) }
  @inlinable package static var marginheight: MarkupName { MarkupName(rawValue: 397) }
  @inlinable package static var marginwidth: MarkupName { MarkupName(rawValue: 398) }
  @inlinable package static var max: MarkupName { MarkupName(rawValue: 399) }
  @inlinable package static var maxlength: MarkupName { MarkupName(rawValue: 400) }
  @inlinable package static var media: MarkupName { MarkupName(rawValue: 401) }
  @inlinable package static var method: MarkupName { MarkupName(rawValue: 402) }
  @inlinable package static var min: MarkupName { MarkupName(rawValue: 403) }
  @inlinable package static var minlength: MarkupName { MarkupName(rawValue: 404) }
  @inlinable package static var multiple: MarkupName { MarkupName(rawValue: 405) }
  @inlinable package static var muted: MarkupName { MarkupName(rawValue: 406) }
  @inlinable package static var name: MarkupName { MarkupName(rawValue: 407) }
  @inlinable package static var nohref: MarkupName { MarkupName(rawValue: 408) }
  @inlinable package static var nomodule: MarkupName { MarkupName(rawValue: 409) }
  @inlinable package static var nonce: MarkupName { MarkupName(rawValue: 410) }
  @inlinable package static var noresize: MarkupName { MarkupName(rawValue: 411) }
  @inlinable package static var noshade: MarkupName { MarkupName(rawValue: 412) }
  @inlinable package static var novalidate: MarkupName { MarkupName(rawValue: 413) }
  @inlinable package static var nowrap: MarkupName { MarkupName(rawValue: 414) }
  @inlinable package static var onblur: MarkupName { MarkupName(rawValue: 415) }
  @inlinable package static var onchange: MarkupName { MarkupName(rawValue: 416) }
  @inlinable package static var onclick: MarkupName { MarkupName(rawValue: 417) }
  @inlinable package static var onerror: MarkupName { MarkupName(rawValue: 418) }
  @inlinable package static var onfocus: MarkupName { MarkupName(rawValue: 419) }
  @inlinable package static var onkeydown: MarkupName { MarkupName(rawValue: 420) }
  @inlinable package static var onkeyup: MarkupName { MarkupName(rawValue: 421) }
  @inlinable package static var onload: MarkupName { MarkupName(rawValue: 422) }
  @inlinable package static var onmousedown: MarkupName { MarkupName(rawValue: 423) }
  @inlinable package static var onmouseout: MarkupName { MarkupName(rawValue: 424) }
  @inlinable package static var onmouseover: MarkupName { MarkupName(rawValue: 425) }
  @inlinable package static var onsubmit: MarkupName { MarkupName(rawValue: 426) }
  @inlinable package static var `open`: MarkupName { MarkupName(rawValue: 427) }
  @inlinable package static var optimum: MarkupName { MarkupName(rawValue: 428) }
  @inlinable package static var ping: MarkupName { MarkupName(rawValue: 429) }
  @inlinable package static var placeholder: MarkupName { MarkupName(rawValue: 430) }
  @inlinable package static var playsinline: MarkupName { MarkupName(rawValue: 431) }
  @inlinable package static var popover: MarkupName { MarkupName(rawValue: 432) }
  @inlinable package static var poster: MarkupName { MarkupName(rawValue: 433) }
  @inlinable package static var prefix: MarkupName { MarkupName(rawValue: 434) }
  @inlinable package static var preload: MarkupName { MarkupName(rawValue: 435) }
  @inlinable package static var profile: MarkupName { MarkupName(rawValue: 436) }
  @inlinable package static var property: MarkupName { MarkupName(rawValue: 437) }
  @inlinable package static var prompt: MarkupName { MarkupName(rawValue: 438) }
  @inlinable package static var readonly: MarkupName { MarkupName(rawValue: 439) }
  @inlinable package static var referrerpolicy: MarkupName { MarkupName(rawValue: 440) }
  @inlinable package static var rel: MarkupName { MarkupName(rawValue: 441) }
  @inlinable package static var required: MarkupName { MarkupName(rawValue: 442) }
  @inlinable package static var resource: MarkupName { MarkupName(rawValue: 443) }
  @inlinable package static var rev: MarkupName { MarkupName(rawValue: 444) }
  @inlinable package static var reversed: MarkupName { MarkupName(rawValue: 445) }
  @inlinable package static var role: MarkupName { MarkupName(rawValue: 446) }
  @inlinable package static var rows: MarkupName { MarkupName(rawValue: 447) }
  @inlinable package static var rowspan: MarkupName { MarkupName(rawValue: 448) }
  @inlinable package static var rules: MarkupName { MarkupName(rawValue: 449) }
  @inlinable package static var sandbox: MarkupName { MarkupName(rawValue: 450) }
  @inlinable package static var scheme: MarkupName { MarkupName(rawValue: 451) }
  @inlinable package static var scope: MarkupName { MarkupName(rawValue: 452) }
  @inlinable package static var scrolling: MarkupName { MarkupName(rawValue: 453) }
  @inlinable package static var selected: MarkupName { MarkupName(rawValue: 454) }
  @inlinable package static var shadowrootmode: MarkupName { MarkupName(rawValue: 455) }
  @inlinable package static var shape: MarkupName { MarkupName(rawValue: 456) }
  @inlinable package static var size: MarkupName { MarkupName(rawValue: 457) }
  @inlinable package static var sizes: MarkupName { MarkupName(rawValue: 458) }
  @inlinable package static var spellcheck: MarkupName { MarkupName(rawValue: 459) }
  @inlinable package static var src: MarkupName { MarkupName(rawValue: 460) }
  @inlinable package static var srcdoc: MarkupName { MarkupName(rawValue: 461) }
  @inlinable package static var srclang: MarkupName { MarkupName(rawValue: 462) }
  @inlinable package static var srcset: MarkupName { MarkupName(rawValue: 463) }
  @inlinable package static var standby: MarkupName { MarkupName(rawValue: 464) }
  @inlinable package static var start: MarkupName { MarkupName(rawValue: 465) }
  @inlinable package static var step: MarkupName { MarkupName(rawValue: 466) }
  @inlinable package static var tabindex: MarkupName { MarkupName(rawValue: 467) }
  @inlinable package static var target: MarkupName { MarkupName(rawValue: 468) }
  @inlinable package static var translate: MarkupName { MarkupName(rawValue: 469) }
  @inlinable package static var truespeed: MarkupName { MarkupName(rawValue: 470) }
  @inlinable package static var type: MarkupName { MarkupName(rawValue: 471) }
  @inlinable package static var typeof: MarkupName { MarkupName(rawValue: 472) }
  @inlinable package static var typemustmatch: MarkupName { MarkupName(rawValue: 473) }
  @inlinable package static var usemap: MarkupName { MarkupName(rawValue: 474) }
  @inlinable package static var valign: MarkupName { MarkupName(rawValue: 475) }
  @inlinable package static var value: MarkupName { MarkupName(rawValue: 476) }
  @inlinable package static var valuetype: MarkupName { MarkupName(rawValue: 477) }
  @inlinable package static var version: MarkupName { MarkupName(rawValue: 478) }
  @inlinable package static var vlink: MarkupName { MarkupName(rawValue: 479) }
  @inlinable package static var vocab: MarkupName { MarkupName(rawValue: 480) }
  @inlinable package static var vspace: MarkupName { MarkupName(rawValue: 481) }
  @inlinable package static var width: MarkupName { MarkupName(rawValue: 482) }
  @inlinable package static var wrap: MarkupName { MarkupName(rawValue: 483) }
  @inlinable package static var about: MarkupName { MarkupName(rawValue: 484) }
  @inlinable package static var datatype: MarkupName { MarkupName(rawValue: 485) }
  @inlinable package static var inlist: MarkupName { MarkupName(rawValue: 486) }
  @inlinable package static var notation: MarkupName { MarkupName(rawValue: 487) }
  @inlinable package static var accent: MarkupName { MarkupName(rawValue: 488) }
  @inlinable package static var mathvariant: MarkupName { MarkupName(rawValue: 489) }
  @inlinable package static var rowalign: MarkupName { MarkupName(rawValue: 490) }
  @inlinable package static var columnalign: MarkupName { MarkupName(rawValue: 491) }
  @inlinable package static var linethickness: MarkupName { MarkupName(rawValue: 492) }
  @inlinable package static var close: MarkupName { MarkupName(rawValue: 493) }
  @inlinable package static var separators: MarkupName { MarkupName(rawValue: 494) }
  @inlinable package static var fill: MarkupName { MarkupName(rawValue: 495) }
  @inlinable package static var stroke: MarkupName { MarkupName(rawValue: 496) }
  @inlinable package static var strokeWidth: MarkupName { MarkupName(rawValue: 497) }
  @inlinable package static var strokeLinecap: MarkupName { MarkupName(rawValue: 498) }
  @inlinable package static var strokeLinejoin: MarkupName { MarkupName(rawValue: 499) }
  @inlinable package static var fillRule: MarkupName { MarkupName(rawValue: 500) }
  @inlinable package static var clipRule: MarkupName { MarkupName(rawValue: 501) }
  @inlinable package static var fillOpacity: MarkupName { MarkupName(rawValue: 502) }
  @inlinable package static var d: MarkupName { MarkupName(rawValue: 503) }
  @inlinable package static var x: MarkupName { MarkupName(rawValue: 504) }
  @inlinable package static var y: MarkupName { MarkupName(rawValue: 505) }
  @inlinable package static var x1: MarkupName { MarkupName(rawValue: 506) }
  @inlinable package static var x2: MarkupName { MarkupName(rawValue: 507) }
  @inlinable package static var y1: MarkupName { MarkupName(rawValue: 508) }
  @inlinable package static var y2: MarkupName { MarkupName(rawValue: 509) }
  @inlinable package static var cx: MarkupName { MarkupName(rawValue: 510) }
  @inlinable package static var cy: MarkupName { MarkupName(rawValue: 511) }
  @inlinable package static var r: MarkupName { MarkupName(rawValue: 512) }
  @inlinable package static var rx: MarkupName { MarkupName(rawValue: 513) }
  @inlinable package static var ry: MarkupName { MarkupName(rawValue: 514) }
  @inlinable package static var points: MarkupName { MarkupName(rawValue: 515) }
  @inlinable package static var transform: MarkupName { MarkupName(rawValue: 516) }
  @inlinable package static var opacity: MarkupName { MarkupName(rawValue: 517) }
  @inlinable package static var xmlns: MarkupName { MarkupName(rawValue: 518) }
  @inlinable package static var xmlLang: MarkupName { MarkupName(rawValue: 519) }
  @inlinable package static var xmlSpace: MarkupName { MarkupName(rawValue: 520) }
  @inlinable package static var xmlnsXlink: MarkupName { MarkupName(rawValue: 521) }
  @inlinable package static var xlinkHref: MarkupName { MarkupName(rawValue: 522) }
  @inlinable package static var xlinkTitle: MarkupName { MarkupName(rawValue: 523) }
  @inlinable package static var xlinkActuate: MarkupName { MarkupName(rawValue: 524) }
  @inlinable package static var xlinkArcrole: MarkupName { MarkupName(rawValue: 525) }
  @inlinable package static var xlinkRole: MarkupName { MarkupName(rawValue: 526) }
  @inlinable package static var xlinkShow: MarkupName { MarkupName(rawValue: 527) }
  @inlinable package static var xlinkType: MarkupName { MarkupName(rawValue: 528) }
  @inlinable package static var offset: MarkupName { MarkupName(rawValue: 529) }
  @inlinable package static var stopColor: MarkupName { MarkupName(rawValue: 530) }
  @inlinable package static var focusable: MarkupName { MarkupName(rawValue: 531) }
  @inlinable package static var preserveaspectratio: MarkupName { MarkupName(rawValue: 532) }
  @inlinable package static var viewbox: MarkupName { MarkupName(rawValue: 533) }
  @inlinable package static var definitionurl: MarkupName { MarkupName(rawValue: 534) }
  @inlinable package static var attributename: MarkupName { MarkupName(rawValue: 535) }
  @inlinable package static var attributetype: MarkupName { MarkupName(rawValue: 536) }
  @inlinable package static var basefrequency: MarkupName { MarkupName(rawValue: 537) }
  @inlinable package static var baseprofile: MarkupName { MarkupName(rawValue: 538) }
  @inlinable package static var calcmode: MarkupName { MarkupName(rawValue: 539) }
  @inlinable package static var clippathunits: MarkupName { MarkupName(rawValue: 540) }
  @inlinable package static var diffuseconstant: MarkupName { MarkupName(rawValue: 541) }
  @inlinable package static var edgemode: MarkupName { MarkupName(rawValue: 542) }
  @inlinable package static var filterunits: MarkupName { MarkupName(rawValue: 543) }
  @inlinable package static var gradienttransform: MarkupName { MarkupName(rawValue: 544) }
  @inlinable package static var gradientunits: MarkupName { MarkupName(rawValue: 545) }
  @inlinable package static var kernelmatrix: MarkupName { MarkupName(rawValue: 546) }
  @inlinable package static var kernelunitlength: MarkupName { MarkupName(rawValue: 547) }
  @inlinable package static var keypoints: MarkupName { MarkupName(rawValue: 548) }
  @inlinable package static var keysplines: MarkupName { MarkupName(rawValue: 549) }
  @inlinable package static var keytimes: MarkupName { MarkupName(rawValue: 550) }
  @inlinable package static var lengthadjust: MarkupName { MarkupName(rawValue: 551) }
  @inlinable package static var limitingconeangle: MarkupName { MarkupName(rawValue: 552) }
  @inlinable package static var markerheight: MarkupName { MarkupName(rawValue: 553) }
  @inlinable package static var markerunits: MarkupName { MarkupName(rawValue: 554) }
  @inlinable package static var markerwidth: MarkupName { MarkupName(rawValue: 555) }
  @inlinable package static var maskcontentunits: MarkupName { MarkupName(rawValue: 556) }
  @inlinable package static var maskunits: MarkupName { MarkupName(rawValue: 557) }
  @inlinable package static var numoctaves: MarkupName { MarkupName(rawValue: 558) }
  @inlinable package static var pathlength: MarkupName { MarkupName(rawValue: 559) }
  @inlinable package static var patterncontentunits: MarkupName { MarkupName(rawValue: 560) }
  @inlinable package static var patterntransform: MarkupName { MarkupName(rawValue: 561) }
  @inlinable package static var patternunits: MarkupName { MarkupName(rawValue: 562) }
  @inlinable package static var pointsatx: MarkupName { MarkupName(rawValue: 563) }
  @inlinable package static var pointsaty: MarkupName { MarkupName(rawValue: 564) }
  @inlinable package static var pointsatz: MarkupName { MarkupName(rawValue: 565) }
  @inlinable package static var preservealpha: MarkupName { MarkupName(rawValue: 566) }
  @inlinable package static var primitiveunits: MarkupName { MarkupName(rawValue: 567) }
  @inlinable package static var refx: MarkupName { MarkupName(rawValue: 568) }
  @inlinable package static var refy: MarkupName { MarkupName(rawValue: 569) }
  @inlinable package static var repeatcount: MarkupName { MarkupName(rawValue: 570) }
  @inlinable package static var repeatdur: MarkupName { MarkupName(rawValue: 571) }
  @inlinable package static var requiredextensions: MarkupName { MarkupName(rawValue: 572) }
  @inlinable package static var requiredfeatures: MarkupName { MarkupName(rawValue: 573) }
  @inlinable package static var specularconstant: MarkupName { MarkupName(rawValue: 574) }
  @inlinable package static var specularexponent: MarkupName { MarkupName(rawValue: 575) }
  @inlinable package static var spreadmethod: MarkupName { MarkupName(rawValue: 576) }
  @inlinable package static var startoffset: MarkupName { MarkupName(rawValue: 577) }
  @inlinable package static var stddeviation: MarkupName { MarkupName(rawValue: 578) }
  @inlinable package static var stitchtiles: MarkupName { MarkupName(rawValue: 579) }
  @inlinable package static var surfacescale: MarkupName { MarkupName(rawValue: 580) }
  @inlinable package static var systemlanguage: MarkupName { MarkupName(rawValue: 581) }
  @inlinable package static var tablevalues: MarkupName { MarkupName(rawValue: 582) }
  @inlinable package static var targetx: MarkupName { MarkupName(rawValue: 583) }
  @inlinable package static var targety: MarkupName { MarkupName(rawValue: 584) }
  @inlinable package static var textlength: MarkupName { MarkupName(rawValue: 585) }
  @inlinable package static var viewtarget: MarkupName { MarkupName(rawValue: 586) }
  @inlinable package static var xchannelselector: MarkupName { MarkupName(rawValue: 587) }
  @inlinable package static var ychannelselector: MarkupName { MarkupName(rawValue: 588) }
  @inlinable package static var zoomandpan: MarkupName { MarkupName(rawValue: 589) }
  @inlinable package static var attributeName: MarkupName { MarkupName(rawValue: 590) }
  @inlinable package static var attributeType: MarkupName { MarkupName(rawValue: 591) }
  @inlinable package static var baseFrequency: MarkupName { MarkupName(rawValue: 592) }
  @inlinable package static var baseProfile: MarkupName { MarkupName(rawValue: 593) }
  @inlinable package static var calcMode: MarkupName { MarkupName(rawValue: 594) }
  @inlinable package static var clipPathUnits: MarkupName { MarkupName(rawValue: 595) }
  @inlinable package static var diffuseConstant: MarkupName { MarkupName(rawValue: 596) }
  @inlinable package static var edgeMode: MarkupName { MarkupName(rawValue: 597) }
  @inlinable package static var filterUnits: MarkupName { MarkupName(rawValue: 598) }
  @inlinable package static var gradientTransform: MarkupName { MarkupName(rawValue: 599) }
  @inlinable package static var gradientUnits: MarkupName { MarkupName(rawValue: 600) }
  @inlinable package static var kernelMatrix: MarkupName { MarkupName(rawValue: 601) }
  @inlinable package static var kernelUnitLength: MarkupName { MarkupName(rawValue: 602) }
  @inlinable package static var keyPoints: MarkupName { MarkupName(rawValue: 603) }
  @inlinable package static var keySplines: MarkupName { MarkupName(rawValue: 604) }
  @inlinable package static var keyTimes: MarkupName { MarkupName(rawValue: 605) }
  @inlinable package static var lengthAdjust: MarkupName { MarkupName(rawValue: 606) }
  @inlinable package static var limitingConeAngle: MarkupName { MarkupName(rawValue: 607) }
  @inlinable package static var markerHeight: MarkupName { MarkupName(rawValue: 608) }
  @inlinable package static var markerUnits: MarkupName { MarkupName(rawValue: 609) }
  @inlinable package static var markerWidth: MarkupName { MarkupName(rawValue: 610) }
  @inlinable package static var maskContentUnits: MarkupName { MarkupName(rawValue: 611) }
  @inlinable package static var maskUnits: MarkupName { MarkupName(rawValue: 612) }
  @inlinable package static var numOctaves: MarkupName { MarkupName(rawValue: 613) }
  @inlinable package static var pathLength: MarkupName { MarkupName(rawValue: 614) }
  @inlinable package static var patternContentUnits: MarkupName { MarkupName(rawValue: 615) }
  @inlinable package static var patternTransform: MarkupName { MarkupName(rawValue: 616) }
  @inlinable package static var patternUnits: MarkupName { MarkupName(rawValue: 617) }
  @inlinable package static var pointsAtX: MarkupName { MarkupName(rawValue: 618) }
  @inlinable package static var pointsAtY: MarkupName { MarkupName(rawValue: 619) }
  @inlinable package static var pointsAtZ: MarkupName { MarkupName(rawValue: 620) }
  @inlinable package static var preserveAlpha: MarkupName { MarkupName(rawValue: 621) }
  @inlinable package static var preserveAspectRatio: MarkupName { MarkupName(rawValue: 622) }
  @inlinable package static var primitiveUnits: MarkupName { MarkupName(rawValue: 623) }
  @inlinable package static var refX: MarkupName { MarkupName(rawValue: 624) }
  @inlinable package static var refY: MarkupName { MarkupName(rawValue: 625) }
  @inlinable package static var repeatCount: MarkupName { MarkupName(rawValue: 626) }
  @inlinable package static var repeatDur: MarkupName { MarkupName(rawValue: 627) }
  @inlinable package static var requiredExtensions: MarkupName { MarkupName(rawValue: 628) }
  @inlinable package static var requiredFeatures: MarkupName { MarkupName(rawValue: 629) }
  @inlinable package static var specularConstant: MarkupName { MarkupName(rawValue: 630) }
  @inlinable package static var specularExponent: MarkupName { MarkupName(rawValue: 631) }
  @inlinable package static var spreadMethod: MarkupName { MarkupName(rawValue: 632) }
  @inlinable package static var startOffset: MarkupName { MarkupName(rawValue: 633) }
  @inlinable package static var stdDeviation: MarkupName { MarkupName(rawValue: 634) }
  @inlinable package static var stitchTiles: MarkupName { MarkupName(rawValue: 635) }
  @inlinable package static var surfaceScale: MarkupName { MarkupName(rawValue: 636) }
  @inlinable package static var systemLanguage: MarkupName { MarkupName(rawValue: 637) }
  @inlinable package static var tableValues: MarkupName { MarkupName(rawValue: 638) }
  @inlinable package static var targetX: MarkupName { MarkupName(rawValue: 639) }
  @inlinable package static var targetY: MarkupName { MarkupName(rawValue: 640) }
  @inlinable package static var textLength: MarkupName { MarkupName(rawValue: 641) }
  @inlinable package static var viewBox: MarkupName { MarkupName(rawValue: 642) }
  @inlinable package static var viewTarget: MarkupName { MarkupName(rawValue: 643) }
  @inlinable package static var xChannelSelector: MarkupName { MarkupName(rawValue: 644) }
  @inlinable package static var yChannelSelector: MarkupName { MarkupName(rawValue: 645) }
  @inlinable package static var zoomAndPan: MarkupName { MarkupName(rawValue: 646) }
  @inlinable package static var definitionURL: MarkupName { MarkupName(rawValue: 647) }
  @inlinable package static var foreignXlinkActuate: MarkupName { MarkupName(rawValue: 648) }
  @inlinable package static var foreignXlinkArcrole: MarkupName { MarkupName(rawValue: 649) }
  @inlinable package static var foreignXlinkHref: MarkupName { MarkupName(rawValue: 650) }
  @inlinable package static var foreignXlinkRole: MarkupName { MarkupName(rawValue: 651) }
  @inlinable package static var foreignXlinkShow: MarkupName { MarkupName(rawValue: 652) }
  @inlinable package static var foreignXlinkTitle: MarkupName { MarkupName(rawValue: 653) }
  @inlinable package static var foreignXlinkType: MarkupName { MarkupName(rawValue: 654) }
  @inlinable package static var foreignXmlLang: MarkupName { MarkupName(rawValue: 655) }
  @inlinable package static var foreignXmlSpace: MarkupName { MarkupName(rawValue: 656) }
  @inlinable package static var foreignXmlnsXlink: MarkupName { MarkupName(rawValue: 657) }
  @inlinable package static var foreignXmlnsXmlns: MarkupName { MarkupName(rawValue: 658) }
}

/// SVG's element names that keep capitals: the tokenizer's name, then the tree's (WHATWG §13.2.6.5).
let svgTagAdjustments: [(MarkupName, MarkupName)] = [
  (.foreignobject, .foreignObject),
  (.altglyph, .altGlyph),
  (.altglyphdef, .altGlyphDef),
  (.altglyphitem, .altGlyphItem),
  (.animatecolor, .animateColor),
  (.animatemotion, .animateMotion),
  (.animatetransform, .animateTransform),
  (.clippath, .clipPath),
  (.feblend, .feBlend),
  (.fecolormatrix, .feColorMatrix),
  (.fecomponenttransfer, .feComponentTransfer),
  (.fecomposite, .feComposite),
  (.feconvolvematrix, .feConvolveMatrix),
  (.fediffuselighting, .feDiffuseLighting),
  (.fedisplacementmap, .feDisplacementMap),
  (.fedistantlight, .feDistantLight),
  (.fedropshadow, .feDropShadow),
  (.feflood, .feFlood),
  (.fefunca, .feFuncA),
  (.fefuncb, .feFuncB),
  (.fefuncg, .feFuncG),
  (.fefuncr, .feFuncR),
  (.fegaussianblur, .feGaussianBlur),
  (.feimage, .feImage),
  (.femerge, .feMerge),
  (.femergenode, .feMergeNode),
  (.femorphology, .feMorphology),
  (.feoffset, .feOffset),
  (.fepointlight, .fePointLight),
  (.fespecularlighting, .feSpecularLighting),
  (.fespotlight, .feSpotLight),
  (.fetile, .feTile),
  (.feturbulence, .feTurbulence),
  (.glyphref, .glyphRef),
  (.lineargradient, .linearGradient),
  (.radialgradient, .radialGradient),
  (.textpath, .textPath),
]

/// SVG's attribute names that keep capitals.
let svgAttributeAdjustments: [(MarkupName, MarkupName)] = [
  (.attributename, .attributeName),
  (.attributetype, .attributeType),
  (.basefrequency, .baseFrequency),
  (.baseprofile, .baseProfile),
  (.calcmode, .calcMode),
  (.clippathunits, .clipPathUnits),
  (.diffuseconstant, .diffuseConstant),
  (.edgemode, .edgeMode),
  (.filterunits, .filterUnits),
  (.glyphref, .glyphRef),
  (.gradienttransform, .gradientTransform),
  (.gradientunits, .gradientUnits),
  (.kernelmatrix, .kernelMatrix),
  (.kernelunitlength, .kernelUnitLength),
  (.keypoints, .keyPoints),
  (.keysplines, .keySplines),
  (.keytimes, .keyTimes),
  (.lengthadjust, .lengthAdjust),
  (.limitingconeangle, .limitingConeAngle),
  (.markerheight, .markerHeight),
  (.markerunits, .markerUnits),
  (.markerwidth, .markerWidth),
  (.maskcontentunits, .maskContentUnits),
  (.maskunits, .maskUnits),
  (.numoctaves, .numOctaves),
  (.pathlength, .pathLength),
  (.patterncontentunits, .patternContentUnits),
  (.patterntransform, .patternTransform),
  (.patternunits, .patternUnits),
  (.pointsatx, .pointsAtX),
  (.pointsaty, .pointsAtY),
  (.pointsatz, .pointsAtZ),
  (.preservealpha, .preserveAlpha),
  (.preserveaspectratio, .preserveAspectRatio),
  (.primitiveunits, .primitiveUnits),
  (.refx, .refX),
  (.refy, .refY),
  (.repeatcount, .repeatCount),
  (.repeatdur, .repeatDur),
  (.requiredextensions, .requiredExtensions),
  (.requiredfeatures, .requiredFeatures),
  (.specularconstant, .specularConstant),
  (.specularexponent, .specularExponent),
  (.spreadmethod, .spreadMethod),
  (.startoffset, .startOffset),
  (.stddeviation, .stdDeviation),
  (.stitchtiles, .stitchTiles),
  (.surfacescale, .surfaceScale),
  (.systemlanguage, .systemLanguage),
  (.tablevalues, .tableValues),
  (.targetx, .targetX),
  (.targety, .targetY),
  (.textlength, .textLength),
  (.viewbox, .viewBox),
  (.viewtarget, .viewTarget),
  (.xchannelselector, .xChannelSelector),
  (.ychannelselector, .yChannelSelector),
  (.zoomandpan, .zoomAndPan),
]

/// Foreign attributes that get a namespace.
let foreignAttributeAdjustments: [(MarkupName, MarkupName)] = [
  (.xlinkActuate, .foreignXlinkActuate),
  (.xlinkArcrole, .foreignXlinkArcrole),
  (.xlinkHref, .foreignXlinkHref),
  (.xlinkRole, .foreignXlinkRole),
  (.xlinkShow, .foreignXlinkShow),
  (.xlinkTitle, .foreignXlinkTitle),
  (.xlinkType, .foreignXlinkType),
  (.xmlLang, .foreignXmlLang),
  (.xmlSpace, .foreignXmlSpace),
  (.xmlnsXlink, .foreignXmlnsXlink),
  (.xmlns, .foreignXmlnsXmlns),
]
