/**
 * The page design of GB/T 9704, as Typst source. It is fixed: the document arrives as JSON in `sys.inputs.doc`
 * and its text is only ever shown, never parsed, for a line such as "2. …" would otherwise turn into a list.
 */
export const TYPST_TEMPLATE = String.raw`
#let doc = json(bytes(sys.inputs.doc))
#let faces = json(bytes(sys.inputs.faces))
#let drawable = json(bytes(sys.inputs.pictures))

#let letter = doc.layout == "letter"
#let red = rgb("#e60012")
#let pitch = 225mm / 22 // 22 lines to the page
#let body-tracking = 156mm / 28 - 16pt // 28 characters to the line

#let lines(string) = string.split("\n").map(line => text(line)).join(linebreak())

#set document(title: doc.title.replace("\n", ""), author: if doc.issuer == "" { () } else { doc.issuer }, date: if doc.writtenOn == none { auto } else {
  let (year, month, day) = doc.writtenOn.split("-").map(int)
  datetime(year: year, month: month, day: day)
})
#set text(
  size: 16pt, lang: "zh", region: "cn", font: faces.body, tracking: body-tracking,
  top-edge: 0.88em, bottom-edge: -0.12em, cjk-latin-spacing: none, hyphenate: false,
)
#set par(leading: pitch - 16pt, spacing: pitch - 16pt, first-line-indent: (amount: 2em, all: true), justify: true)

#let page-number = context {
  let number = counter(page).get().first()
  if letter and number == 1 { return }
  set text(size: 14pt, font: faces.song, tracking: 0pt)
  let shown = [— #number —]
  if calc.odd(number) { align(right, pad(right: 1em, shown)) } else { align(left, pad(left: 1em, shown)) }
}

// 信函格式: the second double rule, thin above thick, 20 mm from the lower edge of the first page.
#let lower-rule = context {
  if letter and counter(page).get().first() == 1 {
    place(bottom + center, dy: -20mm, stack(
      spacing: 1.2pt,
      line(length: 170mm, stroke: 0.6pt + red),
      line(length: 170mm, stroke: 1.8pt + red),
    ))
  }
}

#set page(
  paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),
  footer-descent: 7mm, footer: page-number, background: lower-rule,
)

#let face(name, size: 16pt, weight: "regular", tracking: 0pt, it) = text(
  font: faces.at(name), size: size, weight: weight, tracking: tracking, it,
)

// Headings keep with what follows.
#show heading: it => block(above: pitch - 16pt, below: pitch - 16pt, sticky: true, {
  set text(size: 16pt, weight: "regular")
  let shown = if it.level == 1 { face("hei", weight: "medium", it.body) } else if it.level == 2 {
    face("kai", weight: "bold", it.body)
  } else if it.level == 3 { face("body", weight: "bold", it.body) } else { face("body", it.body) }
  par(first-line-indent: (amount: 2em, all: true), shown)
})

#let centred(size, leading, it) = {
  set par(first-line-indent: 0em, justify: false, leading: leading, spacing: leading)
  set align(center)
  it
}

#show title: it => centred(22pt, 11pt, block(
  above: 0pt, below: pitch,
  face("title", size: 22pt, weight: "bold", it.body),
))

#let red-head(issuer) = {
  // Upper edge of the name 30 mm from the edge of the page: 7 mm above the text.
  v(-7mm)
  let shown = face("title", size: doc.issuerSize * 1pt, weight: "bold", text(fill: red, issuer))
  move(dx: -8mm, block(width: 170mm, spacing: 0pt, {
    set par(first-line-indent: 0em, justify: false)
    align(center, block(spacing: 0pt, shown))
    v(4mm, weak: false)
    stack(
      spacing: 1.2pt,
      line(length: 170mm, stroke: 1.8pt + red),
      line(length: 170mm, stroke: 0.6pt + red),
    )
  }))
  v(14pt)
}

// 刊头: the paper's name in red, its issue below, editor and day above one red rule.
#let masthead(head) = {
  v(-4mm)
  set par(first-line-indent: 0em, justify: false, spacing: 0pt)
  if head.mark != "" { block(spacing: 0pt, below: 6mm, face("hei", weight: "medium", head.mark)) }
  align(center, block(spacing: 0pt, face("title", size: doc.issuerSize * 1pt, weight: "bold", text(fill: red, doc.issuer))))
  v(7mm)
  align(center, block(spacing: 0pt, face("body", head.issue)))
  v(6mm)
  grid(columns: (1fr, auto), face("kai", head.editor), face("kai", head.on))
  v(2.5mm)
  line(length: 100%, stroke: 1.6pt + red)
  v(14pt)
}

#let cell-face(size, it) = {
  set text(size: size, font: faces.song, tracking: 0pt, top-edge: 0.88em, bottom-edge: -0.12em)
  set par(leading: 0.25em, spacing: 0.25em, first-line-indent: 0em, justify: false)
  it
}

#let drawn-table(t) = {
  let compact = t.size == "compact"
  let cells(row) = row.map(c => table.cell(
    colspan: c.at("colSpan", default: 1),
    rowspan: c.at("rowSpan", default: 1),
    align: (start: left, center: center, end: right).at(c.align) + horizon,
    lines(c.text),
  ))
  cell-face(if compact { 9.5pt } else { 12pt }, table(
    columns: t.columns.map(width => width * 1fr),
    inset: if compact { (x: 3pt, y: 3.2pt) } else { (x: 4pt, y: 5.5pt) },
    stroke: 0.5pt,
    ..if t.headerRows > 0 { (table.header(..t.rows.slice(0, t.headerRows).map(cells).flatten()),) },
    ..t.rows.slice(t.headerRows).map(cells).flatten(),
  ))
}

#let table-block(t) = {
  if t.at("captionShown", default: false) {
    block(above: pitch - 16pt, below: 8pt, sticky: true, width: 100%, align(center, face("hei", size: 14pt, weight: "medium", t.caption)))
  }
  // A statutory table stays on one page as long as one page can hold it.
  block(above: pitch - 16pt, below: pitch - 16pt, width: 100%, breakable: true, layout(size => {
    let drawn = drawn-table(t)
    let whole = t.size == "compact" and measure(width: size.width, drawn).height <= 225mm
    block(breakable: not whole, width: 100%, drawn)
  }))
}

#let shown-block(b, before-signature: false, before-note: false) = {
  if b.kind == "heading" and b.align == "center" {
    // The heading of an item: in the type of titles, a size smaller, broken evenly like them.
    block(above: pitch * 1.5, below: pitch - 8pt, sticky: true, width: 100%, {
      show heading: it => centred(18pt, 9pt, face("title", size: 18pt, weight: "bold", it.body))
      heading(level: b.level, lines(b.text))
    })
  } else if b.kind == "heading" {
    heading(level: b.level, lines(b.text))
  } else if b.kind == "paragraph" or b.kind == "remedy" {
    let side = b.at("align", default: "start")
    let indent = if side == "start" and b.at("indent", default: true) { 2em } else { 0em }
    let place = (start: left, center: center, end: right).at(side)
    let paragraphs = b.text.split("\n").map(line => align(place, par(
      first-line-indent: (amount: indent, all: true), justify: side == "start", text(line),
    ))).join()
    // The signature never stands alone on a page.
    if before-signature { block(above: pitch - 16pt, below: pitch - 16pt, sticky: true, paragraphs) } else { paragraphs }
  } else if b.kind == "picture" and drawable.at(b.number) {
    // Whole on one page, in the middle.
    block(above: pitch - 8pt, below: pitch - 8pt, width: 100%, breakable: false, sticky: before-signature, align(center, image(
      "/picture-" + str(b.number), alt: b.alt, width: b.width * 1mm, height: b.height * 1mm, fit: "stretch",
    )))
  } else if b.kind == "picture" {
    par(text(b.words))
  } else if b.kind == "list" {
    set par(first-line-indent: 0em)
    let items = b.items.map(lines)
    if b.ordered { enum(indent: 2em, body-indent: 0.5em, numbering: "1.", spacing: pitch - 16pt, ..items) } else {
      list(indent: 2em, body-indent: 0.5em, marker: [·], spacing: pitch - 16pt, ..items)
    }
  } else if b.kind == "table" {
    table-block(b)
  } else if b.kind == "attachments" {
    set par(first-line-indent: 0em, justify: false)
    let items = if b.items.len() == 1 { (lines(b.items.first()),) } else {
      b.items.enumerate().map(((index, item)) => grid(columns: (auto, 1fr), column-gutter: 0.3em, [#(index + 1).], lines(item)))
    }
    block(above: pitch * 2 - 16pt, sticky: before-signature, inset: (left: 2em), grid(columns: (3em, 1fr), row-gutter: pitch - 16pt, ..items.enumerate().map(((index, item)) => (
      if index == 0 { [附件：] } else { [] }, item,
    )).flatten()))
  } else if b.kind == "signature" {
    // The note with the person to ask stays under the signature.
    block(breakable: false, width: 100%, above: pitch * 3 - 16pt, sticky: before-note, {
      set par(first-line-indent: 0em, justify: false)
      for line in b.lines { align(right, pad(right: line.fromRight * 1em, block(text(tracking: 0pt, line.text)))) }
    })
  } else if b.kind == "note" {
    par("（" + b.text + "）")
  } else if b.kind == "page-break" {
    pagebreak(weak: true)
  }
}

#if letter { red-head(doc.issuer) }
// A letter has its number under the red head, a report or a form under its title.
#let document-number(side) = if doc.at("number", default: none) != none {
  align(side, par(first-line-indent: 0em, text(doc.number)))
}
#if letter {
  document-number(right)
  v(pitch * 2 - (pitch - 16pt), weak: false)
}
#if doc.layout == "bulletin" { masthead(doc.masthead) } else {
  title(doc.titleLines.map(line => text(line)).join(linebreak()))
  if not letter { document-number(center) }
}
#if doc.at("addressee", default: none) != none { par(first-line-indent: 0em, text(doc.addressee + "：")) }
#for (index, b) in doc.blocks.enumerate() {
  let kind-at(place) = doc.blocks.at(place, default: (kind: "")).kind
  let next = kind-at(index + 1)
  let before-signature = next == "signature" or (next == "attachments" and kind-at(index + 2) == "signature")
  shown-block(b, before-signature: before-signature, before-note: next == "note")
}
`
