import { zipSync } from 'fflate'
import { IMAGE_PLANTS } from './image-plants.ts'
import { PLANTED, type Plant } from './planted.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const HIDDEN = '网页中看不见的内容'
const page = (inner: string) =>
  bytes(`<!doctype html><html><head><meta charset="utf-8"></head><body><p>通知</p>${inner}</body></html>`)
const rtf = () => {
  const letters = [...PLANTED].map((sign) => (sign.charCodeAt(0) > 127 ? `\\u${sign.charCodeAt(0)}?` : sign))
  return bytes(`{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 ${letters.join('')}\\par}`)
}
const ofd = () =>
  zipSync({
    'OFD.xml': bytes('<ofd:OFD xmlns:ofd="urn:o"/>'),
    'Doc_0/Pages/Page_0/Content.xml': bytes(
      `<ofd:Page xmlns:ofd="urn:o"><ofd:TextCode>${PLANTED}</ofd:TextCode></ofd:Page>`,
    ),
  })

// biome-ignore format: a table
const LAYERS: readonly (readonly [string, string, string, Uint8Array])[] = [
  ['text', '页.html', '正文', page(`<p>${PLANTED}</p>`)],
  ['text cut by tags', '页.html', '正文', page(`<p>${[...PLANTED].map((sign) => `<span>${sign}</span>`).join('')}</p>`)],
  ['table', '页.html', '正文', page(`<table><tr><td>${PLANTED}</td></tr></table>`)],
  ['entities', '页.html', '正文', page(`<p>${[...PLANTED].map((sign) => `&#${sign.charCodeAt(0)};`).join('')}</p>`)],
  ['not displayed', '页.html', HIDDEN, page(`<p style="display: none">${PLANTED}</p>`)],
  ['not visible', '页.html', HIDDEN, page(`<p style="visibility:hidden">${PLANTED}</p>`)],
  ['hidden attribute', '页.html', HIDDEN, page(`<p hidden>${PLANTED}</p>`)],
  ['no size', '页.html', HIDDEN, page(`<p style="font-size:0">${PLANTED}</p>`)],
  ['off the page', '页.html', HIDDEN, page(`<p style="position:absolute;left:-9999px">${PLANTED}</p>`)],
  ['transparent', '页.html', HIDDEN, page(`<p style="opacity:0">${PLANTED}</p>`)],
  ['white on white', '页.html', HIDDEN, page(`<p style="color:#fff">${PLANTED}</p>`)],
  ['comment', '页.html', '网页注释', page(`<!-- ${PLANTED} -->`)],
  ['script', '页.html', '网页脚本和样式', page(`<script>var a = '${PLANTED}'</script>`)],
  ['meta tag', '页.html', '网页标签的属性', page(`<meta name="description" content="${PLANTED}">`)],
  ['alternative text', '页.html', '网页标签的属性', page(`<img src="/a.png" alt="${PLANTED}">`)],
  ['value of a hidden field', '页.html', '网页标签的属性', page(`<input type="hidden" value="${PLANTED}">`)],
  ['data attribute', '页.html', '网页标签的属性', page(`<p data-row="${PLANTED}">无</p>`)],
  ['address of a link', '页.html', '链接地址', page(`<a href="https://www.example.gov.cn/?q=${encodeURIComponent(PLANTED)}">查看</a>`)],
  ['picture in the page', '页.html', '网页中的图片：图片信息（图片说明）', page(`<img src="data:image/jpeg;base64,${Buffer.from(IMAGE_PLANTS[0]?.bytes ?? []).toString('base64')}">`)],
  ['plain text', '文.txt', '正文', bytes(PLANTED)],
  ['plain text in UTF-16', '文.txt', '正文', new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PLANTED, 'utf16le')]))],
  ['comma-separated', '表.csv', '正文', bytes(`项目,内容\n一,${PLANTED}\n`)],
  ['Markdown', '文.md', '正文', bytes(`# 通知\n\n${PLANTED}\n`)],
  ['JSON', '文.json', '正文', bytes(JSON.stringify({ a: PLANTED }))],
  ['name of the file', `${PLANTED.slice(0, 80)}.txt`, '文件名', bytes('无')],
  ['RTF', '文.rtf', '正文', rtf()],
  ['OFD', '文.ofd', '部件Doc_0/Pages/Page_0/Content.xml', ofd()],
  ['old Word', '文.doc', '旧格式文件中的文字', new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), Buffer.from(PLANTED, 'utf16le'), Buffer.alloc(64)]))],
  ['file in an archive', '包.zip', '内.txt：正文', zipSync({ '内.txt': bytes(PLANTED) })],
]

export const HTML_PLANTS: readonly Plant[] = LAYERS.map(([layer, name, where, content]) => ({
  layer: `text: ${layer}`,
  name,
  where,
  bytes: content,
}))
