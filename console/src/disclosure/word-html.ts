const HEADINGS: Readonly<Record<string, string>> = { H1: 'h2', H5: 'h4', H6: 'h4' }

/**
 * HTML that Word or WPS puts on the clipboard, as the editor understands it: its list paragraphs become lists, its
 * titles headings of ours. A number that is part of the wording (一、（一）第一条) stays as text, for nobody may renumber it.
 */
export function fromWord(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const extra of page.querySelectorAll('style, script, meta, link, title, xml')) extra.remove()
  for (const heading of page.querySelectorAll('h1, h5, h6'))
    rename(heading, HEADINGS[heading.tagName] ?? 'h2')
  intoText(page)
  for (const paragraph of page.querySelectorAll('p')) {
    if (isListParagraph(paragraph)) intoList(paragraph)
  }
  return page.body.innerHTML
}

/** 脚注: Word copies a reference in the text and the notes after it; each note goes to where it is referred to. */
function intoText(page: Document): void {
  for (const mark of page.querySelectorAll('a[href^="#_ftn"], a[href^="#_edn"]')) {
    const id = mark.getAttribute('href')?.replace('#_', '') ?? ''
    if (/ref\d+$/.test(id)) continue
    const note = page.getElementById(id)
    const words =
      note?.textContent
        ?.replace(/^\s*\[?[\divxIVX①-⑳]+\]?\s*/, '')
        .replace(/\s+/g, ' ')
        .trim() ?? ''
    if (words === '') continue
    const small = page.createElement('small')
    small.textContent = words
    const outer = mark.closest('sup') ?? mark
    outer.replaceWith(small)
  }
  for (const list of page.querySelectorAll('[style*="footnote-list"], [style*="endnote-list"]')) list.remove()
}

function isListParagraph(paragraph: Element): boolean {
  return /mso-list:\s*(?!none)/i.test(paragraph.getAttribute('style') ?? '')
}

/** Moves a paragraph that Word draws as an item into a real list: that of the item before it, or a new one. */
function intoList(paragraph: Element): void {
  const marker = markerOf(paragraph)
  const text = marker?.textContent?.replaceAll('\u00a0', ' ').trim() ?? ''
  const tag = /^\d+[.．)]?$/.test(text) ? 'ol' : /^[\p{Script=Han}（(第]/u.test(text) ? undefined : 'ul'
  if (tag === undefined) {
    marker?.replaceWith(text)
    return
  }
  marker?.remove()
  const item = paragraph.ownerDocument.createElement('li')
  const before = paragraph.previousElementSibling
  if (before?.tagName === tag.toUpperCase()) before.append(item)
  else {
    const list = paragraph.ownerDocument.createElement(tag)
    if (tag === 'ol' && Number.parseInt(text, 10) > 1)
      list.setAttribute('start', `${Number.parseInt(text, 10)}`)
    list.append(item)
    paragraph.before(list)
  }
  item.append(paragraph)
}

/** The span in which Word writes the bullet or the number. */
function markerOf(paragraph: Element): Element | undefined {
  return [...paragraph.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  )
}

function rename(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}
