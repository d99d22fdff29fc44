import { plainDateText } from '@mingfu/law'
import { escapeHtml, linesHtml } from './html-escape.ts'
import { tableHtml } from './html-table.ts'
import type { Block, OfficialDocument, Picture, Signature } from './model.ts'
import { printableDeep } from './text.ts'

export type HtmlOptions = Readonly<{
  /** Level of the title's heading in the page that takes the fragment in; the document's own go below it. */
  headingLevel?: 1 | 2 | 3
}>

/** The document as a page of its own, readable without anything else. */
export function renderHtml(document: OfficialDocument): string {
  const title = escapeHtml(printableDeep(document.title).replaceAll('\n', ''))
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${renderHtmlFragment(document)}
</main>
</body>
</html>
`
}

/** The document as an `article`, for a page that brings its own style. Every text is escaped. */
export function renderHtmlFragment(document: OfficialDocument, options: HtmlOptions = {}): string {
  const printed = printableDeep(document)
  const level = options.headingLevel ?? 1
  const number =
    printed.number === undefined ? '' : `<p class="document-number">${escapeHtml(printed.number)}</p>`
  const title = `<h${level} class="document-title">${linesHtml(printed.title)}</h${level}>`
  const parts = [
    printed.issuer === undefined ? '' : `<p class="issuer">${escapeHtml(printed.issuer)}</p>`,
    mastheadHtml(printed),
    ...(printed.layout === 'letter' ? [number, title] : [title, number]),
    printed.addressee === undefined ? '' : `<p class="addressee">${escapeHtml(printed.addressee)}：</p>`,
    ...printed.blocks.map((block, index) => blockHtml(block, level, `t${index + 1}`)),
  ]
  return `<article class="official-document ${printed.layout}" lang="zh-CN">\n${parts.filter((part) => part !== '').join('\n')}\n</article>`
}

function blockHtml(block: Block, level: number, tableName: string): string {
  switch (block.kind) {
    case 'heading': {
      const tag = `h${Math.min(6, level + block.level)}`
      const centred = block.align === 'center' ? ' class="centred"' : ''
      return `<${tag}${centred}>${linesHtml(block.text)}</${tag}>`
    }
    case 'paragraph': {
      const kind =
        block.align === 'center'
          ? ' class="centred"'
          : block.align === 'end'
            ? ' class="at-end"'
            : block.indent === false
              ? ' class="flush"'
              : ''
      return paragraphsHtml(block.text, kind)
    }
    case 'remedy':
      return `<section class="remedy" aria-label="救济途径">\n${paragraphsHtml(block.text, '')}\n</section>`
    case 'picture':
      return pictureHtml(block)
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>\n${block.items.map((item) => `<li>${linesHtml(item)}</li>`).join('\n')}\n</${tag}>`
    }
    case 'table':
      return tableHtml(block, tableName)
    case 'attachments':
      return attachmentsHtml(block.items)
    case 'signature':
      return signatureHtml(block)
    case 'note':
      return `<p class="note">（${linesHtml(block.text)}）</p>`
    case 'page-break':
      return ''
  }
}

/** The picture within the page itself, which is readable without anything else. */
function pictureHtml({ type, bytes, width, height, alt }: Picture): string {
  const address = `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`
  return `<p class="centred"><img src="${address}" alt="${escapeHtml(alt)}" width="${width}" height="${height}"></p>`
}

function mastheadHtml({ masthead }: OfficialDocument): string {
  if (masthead === undefined) return ''
  const { issue, editor, on, mark } = masthead
  const day = on === null ? '' : `<time datetime="${on}">${plainDateText(on)}</time>`
  const first = mark === '' ? '' : `<p class="flush">${escapeHtml(mark)}</p>\n`
  return `${first}<p class="centred">${escapeHtml(issue)}</p>\n<p class="flush">${escapeHtml(editor)}　${day}</p>`
}

function paragraphsHtml(text: string, attributes: string): string {
  return text
    .split('\n')
    .map((line) => `<p${attributes}>${escapeHtml(line)}</p>`)
    .join('\n')
}

function attachmentsHtml(items: readonly string[]): string {
  const [only, second] = items
  if (only !== undefined && second === undefined) return `<p class="attachments">附件：${linesHtml(only)}</p>`
  const list = items.map((item) => `<li>${linesHtml(item)}</li>`).join('\n')
  return `<section class="attachments" aria-label="附件">\n<p>附件：</p>\n<ol>\n${list}\n</ol>\n</section>`
}

function signatureHtml(signature: Signature): string {
  const names = signature.agencies.map((name) => `<span>${escapeHtml(name)}</span>`).join('<br>')
  const date =
    signature.on === null
      ? '<span>年　　月　　日</span>'
      : `<time datetime="${signature.on}">${plainDateText(signature.on)}</time>`
  return `<p class="signature">${names}<br>${date}</p>`
}

const STYLE = `
body{margin:0;color:#111;background:#fff;font:1.125rem/1.9 "FangSong","STFangsong","Noto Serif SC",serif}
main{max-width:52rem;margin:0 auto;padding:2rem 1rem}
.issuer{color:#c00;font:bold 2rem/1.4 "FZXiaoBiaoSong-B05S","Noto Serif SC",serif;text-align:center;border-bottom:4px double #c00;margin:0 0 1rem;text-indent:0}
.document-number{text-align:right;text-indent:0}
.report .document-number{text-align:center}
.document-title{font:bold 1.6rem/1.6 "FZXiaoBiaoSong-B05S","Noto Serif SC",serif;text-align:center;margin:1.5rem 0}
h2,h3,h4,h5{font-size:1.125rem;margin:1em 0 0;text-indent:2em}
h2{font-family:"SimHei","Noto Sans SC",sans-serif}
p{margin:0;text-indent:2em;text-align:justify}
.addressee,.flush,.centred,.at-end,.signature{text-indent:0}
.centred{text-align:center}
.at-end,.signature{text-align:right}
img{max-width:100%;height:auto}
.signature{margin-top:2rem}
.attachments{margin-top:1.5rem}
.table-scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.5;font-family:"SimSun","Noto Serif SC",serif}
caption{padding:.5rem;font-weight:bold}
th,td{border:1px solid #333;padding:.3rem .4rem;font-weight:normal}
th{text-align:center}
.at-start{text-align:left}
.in-centre{text-align:center}
.in-end{text-align:right}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{main{max-width:none;padding:0}.table-scroll{overflow:visible}}
`
