import { formText } from '@mingfu/law'
import { plainTextOf } from './clean-html.ts'
import type { DocumentContent } from './document.ts'

/** Every word of a document but its header: its text, then what its form says; for search, screening and excerpts. */
export function documentText({ kind, form, html }: Pick<DocumentContent, 'kind' | 'form' | 'html'>): string {
  return [plainTextOf(html), formText(kind, form)].filter((text) => text !== '').join('\n')
}
