import sanitize from 'sanitize-html'
import type { Attachment, DocumentContent } from '../disclosure/document.ts'

/** The platform drops style sheets and keeps what stands on the element. */
const STYLES: Readonly<Record<string, string>> = {
  p: 'margin:0 0 1em;line-height:1.75',
  table: 'width:100%;border-collapse:collapse',
  th: 'border:1px solid #999;padding:4px',
  td: 'border:1px solid #999;padding:4px',
  img: 'max-width:100%',
}

type Heading = Pick<DocumentContent, 'html' | 'documentNumber' | 'issuer' | 'source'>

/**
 * 公众号正文: the published text without links, for the platform takes outside links away; number and issuer above,
 * attachments named below, which only the site has.
 */
export function articleHtml(
  { html, documentNumber, issuer }: Heading,
  attachments: readonly Pick<Attachment, 'title'>[],
  hasSource: boolean,
): string {
  if (html.trim() === '') return ''
  const head = [issuer, documentNumber].filter(Boolean).join('　')
  const names = attachments.map(({ title }, index) => `<p>附件${index + 1}：${inHtml(title)}</p>`)
  const where = hasSource ? '附件请点“阅读原文”在网站查看。' : '附件请在本机关网站查看。'
  const whole = [
    head === '' ? '' : `<p>${inHtml(head)}</p>`,
    html,
    ...(names.length === 0 ? [] : [...names, `<p>${where}</p>`]),
  ].join('')
  return sanitize(whole, {
    allowedTags: ALLOWED,
    allowedAttributes: {
      ...Object.fromEntries(Object.keys(STYLES).map((tag) => [tag, ['style']])),
      img: ['src', 'alt', 'style'],
      th: ['style', 'colspan', 'rowspan'],
      td: ['style', 'colspan', 'rowspan'],
      ol: ['start'],
    },
    allowedSchemes: [],
    parseStyleAttributes: false,
    transformTags: Object.fromEntries(
      Object.entries(STYLES).map(([tag, style]) => [
        tag,
        (tagName: string, attribs: Record<string, string>) => ({ tagName, attribs: { ...attribs, style } }),
      ]),
    ),
  })
}

const ALLOWED =
  'p br h2 h3 h4 ul ol li blockquote hr strong b em i u s sub sup span img table caption thead tbody tfoot tr th td'.split(
    ' ',
  )

/** Addresses of the pictures in a text, each once, in order. */
export function picturesIn(html: string): readonly string[] {
  return [...new Set([...html.matchAll(/<img\b[^>]*?\bsrc="([^"]*)"/g)].map(([, address = '']) => address))]
}

/** The text with its pictures' addresses on the platform. */
export function withPictures(html: string, uploaded: ReadonlyMap<string, string>): string {
  return html.replace(
    /(<img\b[^>]*?\bsrc=")([^"]*)"/g,
    (_whole, before: string, address: string) => `${before}${inHtml(uploaded.get(address) ?? address)}"`,
  )
}

function inHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
