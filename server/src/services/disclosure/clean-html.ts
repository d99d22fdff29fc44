import sanitize from 'sanitize-html'

const STRUCTURE = ['p', 'br', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'hr', 'pre'] as const
const INLINE = ['strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup', 'small', 'a', 'span', 'img'] as const
const TABLE = ['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'] as const

export type CleanOptions = Readonly<{
  /** The text brings the page's own heading of the first rank. */
  keepsTitle?: boolean
}>

const CELL = ['colspan', 'rowspan']

/**
 * HTML of a document's text with what may stay: structure, tables, links, our own pictures. No script, no style, no
 * class, no outside picture; a pasted heading of the first rank becomes one of the second, for the page has its own.
 */
export function cleanHtml(html: string, { keepsTitle = false }: CleanOptions = {}): string {
  return sanitize(html, {
    allowedTags: [...(keepsTitle ? ['h1'] : []), ...STRUCTURE, ...INLINE, ...TABLE],
    allowedAttributes: {
      a: ['href', 'rel'],
      img: ['src', 'alt', 'width', 'height'],
      col: ['span'],
      th: [...CELL, 'scope'],
      td: CELL,
      ol: ['start'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: [] },
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'template',
      'svg',
      'math',
      'iframe',
      'object',
    ],
    transformTags: {
      ...(keepsTitle ? {} : { h1: 'h2' }),
      h5: 'h4',
      h6: 'h4',
      div: 'p',
      a: (tagName, { href, ...rest }) => ({
        tagName,
        attribs: { ...rest, ...(href === undefined ? {} : { href }), rel: 'noopener' },
      }),
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !/^\/files\//.test(attribs.src ?? ''),
  })
}

/** The words of an HTML text, block by block on lines of their own, for search, screening and digests. */
export function plainTextOf(html: string): string {
  // A footnote stands within the text; whoever reads it as plain words has to see where it begins and ends.
  const noted = html.replace(/<small[^>]*>/gi, '〔注：').replace(/<\/small>/gi, '〕')
  const marked = noted.replace(/<(?:br|\/p|\/li|\/h[1-6]|\/tr|\/blockquote|\/caption)[^>]*>/gi, '$&\n')
  const bare = sanitize(marked.replace(/<\/t[dh]>/gi, '$& '), { allowedTags: [], allowedAttributes: {} })
  return decodeEntities(bare)
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim()
}

/** The sanitizer answers text as HTML: only these five can stand in it. */
function decodeEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
