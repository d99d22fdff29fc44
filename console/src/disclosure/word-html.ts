const HEADINGS: Readonly<Record<string, string>> = { H1: 'h2', H5: 'h4', H6: 'h4' }
/** What an office program draws before an item that has no number; single letters are signs of its symbol fonts. */
const BULLET = /^[·•●○■□◆◇▪▫➢✓*\-–—oOlnuqvüØø§]$/

/**
 * HTML that Word or WPS puts on the clipboard, as the editor understands it: its list paragraphs become lists, its
 * titles headings of ours, its notes stand where they are referred to. A number that is part of the wording
 * (一、（一）第一条 ①) stays as text, for nobody may renumber it. What was deleted, hidden or remarked stays behind.
 */
export function fromWord(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const extra of page.querySelectorAll('style, script, meta, link, title, xml')) extra.remove()
  leaveBehind(page)
  for (const heading of page.querySelectorAll('h1, h5, h6'))
    rename(heading, HEADINGS[heading.tagName] ?? 'h2')
  intoText(page)
  for (const tab of page.querySelectorAll('span[style*="mso-tab-count"]')) tab.replaceWith('\u3000')
  for (const paragraph of page.querySelectorAll('p, h2, h3, h4')) {
    if (isListParagraph(paragraph)) intoList(paragraph)
  }
  for (const cell of page.querySelectorAll('thead td')) rename(cell, 'th')
  for (const paragraph of page.querySelectorAll('p')) {
    if (isBlank(paragraph) && !isAloneInCell(paragraph)) paragraph.remove()
  }
  return page.body.innerHTML
}

/** 修订删去的、隐藏的文字、批注, page breaks, and the row with which Word holds columns apart. */
function leaveBehind(page: Document): void {
  const left = [
    'del',
    '[style*="mso-hide"]',
    'a.msocomanchor',
    'a[href^="#_msocom"]',
    '[style*="mso-special-character:comment"]',
    '[style*="comment-list"]',
    '[style*="mso-element:comment"]',
    'br[style*="page-break"]',
    'tr[height="0"]',
    // They lie on the disk of who copied; the editor says how many.
    'img:not([src^="/files/"])',
  ]
  for (const element of page.querySelectorAll(left.join(','))) element.remove()
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
  return /mso-list:\s*(?!none|ignore)/i.test(paragraph.getAttribute('style') ?? '')
}

/** Moves a paragraph that Word draws as an item into a real list: that of the item before it, or a new one. */
function intoList(paragraph: Element): void {
  const marker = markerOf(paragraph)
  const text = marker?.textContent?.replace(/[\u00a0\s]+/g, ' ').trim() ?? ''
  const tag = /^\d+[.．)]?$/.test(text) ? 'ol' : BULLET.test(text) ? 'ul' : undefined
  if (tag === undefined || paragraph.tagName !== 'P') {
    marker?.replaceWith(`${text}${/[、．.）)①-⑳]$/.test(text) ? '' : '\u3000'}`)
    return
  }
  marker?.remove()
  const item = paragraph.ownerDocument.createElement('li')
  listFor(paragraph, tag, Number.parseInt(text, 10)).append(item)
  item.append(paragraph)
}

/** The list of the item before it, at the level that Word names; where there is none, a new one. */
function listFor(paragraph: Element, tag: string, number: number): Element {
  const level = Number(/level(\d)/i.exec(paragraph.getAttribute('style') ?? '')?.[1] ?? 1)
  let list = paragraph.previousElementSibling
  for (let depth = 1; depth < level && list !== null && isList(list); depth += 1) {
    const last: Element | null = list.lastElementChild
    if (last === null) break
    const inner: Element | null = last.lastElementChild
    if (inner !== null && isList(inner)) list = inner
    else return newList(last, tag, number)
  }
  if (list?.tagName === tag.toUpperCase()) return list
  const made = newList(null, tag, number, paragraph)
  if (level > 1 && list !== null && isList(list)) list.parentElement?.append(made)
  else paragraph.before(made)
  return made
}

function newList(
  within: Element | null,
  tag: string,
  number: number,
  near: Element | null = within,
): Element {
  const list = (near?.ownerDocument ?? document).createElement(tag)
  if (tag === 'ol' && number > 1) list.setAttribute('start', `${number}`)
  within?.append(list)
  return list
}

function isList({ tagName }: Element): boolean {
  return tagName === 'OL' || tagName === 'UL'
}

/** The span in which Word writes the bullet or the number. */
function markerOf(paragraph: Element): Element | undefined {
  return [...paragraph.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  )
}

function isBlank(paragraph: Element): boolean {
  return (
    paragraph.textContent?.replace(/[\s\u00a0\u3000]/g, '') === '' && paragraph.querySelector('img') === null
  )
}

function isAloneInCell({ parentElement }: Element): boolean {
  return (
    parentElement !== null && /^T[DH]$/.test(parentElement.tagName) && parentElement.children.length === 1
  )
}

function rename(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag)
  for (const { name, value } of element.attributes) renamed.setAttribute(name, value)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}
