import { cleanHtml } from '../services/disclosure/clean-html.ts'

declare const brand: unique symbol

/** HTML that went through the sanitizer; nothing else can make one. */
export type SafeHtml = string & { readonly [brand]: true }

export function safeHtml(html: string): SafeHtml {
  return cleanHtml(html) as SafeHtml
}

/** The only door for ready-made HTML into a page; everything else is escaped by Preact. */
export function Html({ html, ...rest }: { html: SafeHtml; class?: string }) {
  return <div {...rest} dangerouslySetInnerHTML={{ __html: html }} />
}
