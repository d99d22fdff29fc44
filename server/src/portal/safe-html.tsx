import { type CleanOptions, cleanHtml } from '../services/disclosure/clean-html.ts'

declare const brand: unique symbol

/** HTML that went through the sanitizer; nothing else can make one. */
export type SafeHtml = string & { readonly [brand]: true }

export function safeHtml(html: string, options: CleanOptions = {}): SafeHtml {
  return scrolling(cleanHtml(html, options)) as SafeHtml
}

/** A wide table scrolls by itself, also by keyboard; the page never scrolls sideways. */
function scrolling(html: string): string {
  return html
    .replaceAll('<table>', '<div class="scroll" role="region" aria-label="表格" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
}

/** The only door for ready-made HTML into a page; everything else is escaped by Preact. */
export function Html({ html, ...rest }: { html: SafeHtml; class?: string }) {
  return <div {...rest} dangerouslySetInnerHTML={{ __html: html }} />
}
