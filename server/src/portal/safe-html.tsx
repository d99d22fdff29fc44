import { type CleanOptions, cleanHtml } from '../services/disclosure/clean-html.ts'

declare const brand: unique symbol

/** HTML that went through the sanitizer; nothing else can make one. */
export type SafeHtml = string & { readonly [brand]: true }

export function safeHtml(html: string, options: CleanOptions = {}): SafeHtml {
  return centred(scrolling(withNotes(cleanHtml(html, options)))) as SafeHtml
}

/**
 * 脚注: kept within the text as `small`; a page numbers them and prints them below, each leading to its place and back.
 * What the sanitizer lets through of them is escaped already.
 */
function withNotes(html: string): string {
  const notes: string[] = []
  const numbered = html.replace(/<small>([\s\S]*?)<\/small>/g, (_, note: string) => {
    notes.push(note)
    const number = notes.length
    return `<sup><a id="noteref-${number}" href="#note-${number}" aria-label="注${number}">[${number}]</a></sup>`
  })
  if (notes.length === 0) return numbered
  const items = notes.map(
    (note, index) =>
      `<li id="note-${index + 1}">${note} <a href="#noteref-${index + 1}" aria-label="回到正文">↩</a></li>`,
  )
  return `${numbered}<hr><ol class="notes" aria-label="注释">${items.join('')}</ol>`
}

/** A wide table scrolls by itself, also by keyboard; the page never scrolls sideways. A paragraph cannot hold a table. */
function scrolling(html: string): string {
  return html
    .replace(/<p>\s*<table>/g, '<table>')
    .replace(/<\/table>\s*<\/p>/g, '</table>')
    .replaceAll('<table>', '<div class="scroll" role="region" aria-label="表格" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
}

/** A picture that is a paragraph by itself stands in the middle. */
function centred(html: string): string {
  return html.replace(/<p>\s*(<img [^>]*>)\s*<\/p>/g, '<p class="picture">$1</p>')
}

/** The only door for ready-made HTML into a page; everything else is escaped by Preact. */
export function Html({ html, ...rest }: { html: SafeHtml; class?: string }) {
  return <div {...rest} dangerouslySetInnerHTML={{ __html: html }} />
}
