import { decodeText, withEscapes } from './decode-text.ts'
import { readImage } from './image-layers.ts'
import { addHidden, addText, addWithin, type FileLayers, noLayers } from './layer.ts'
import { type MarkupNode, parseHtml, textOf } from './markup.ts'

const BLOCK =
  /^(?:p|div|h[1-6]|li|tr|table|ul|ol|section|article|header|footer|blockquote|pre|caption|br|hr|dt|dd|option|title)$/
const UNSEEN = new Set(['script', 'style', 'template', 'noscript'])
const WORDED = ['alt', 'title', 'value', 'placeholder', 'content', 'aria-label', 'label', 'summary']

/** 网页: what is seen, what is not, what stands in tags, scripts and comments, and where it links. */
export function readHtml(html: string): FileLayers {
  const layers = noLayers()
  const seen: string[] = []
  const unseen: string[] = []
  const scripts: string[] = []
  const tags: string[] = []
  const comments: string[] = []

  function walk(node: MarkupNode, hidden: string | null): void {
    if (node.type === 'comment') comments.push(node.data ?? '')
    if (node.type === 'text') (hidden === null ? seen : unseen).push(node.data ?? '')
    const { name, attribs = {} } = node
    if (name !== undefined) {
      for (const [key, value] of Object.entries(attribs)) {
        if (key === 'srcdoc') readWithin(layers, value)
        else if (value.startsWith('data:')) readSource(layers, value)
        else if (key === 'href') continue
        else if (WORDED.includes(key) || /\p{Script=Han}|\d{11}|%[0-9A-F]{2}/iu.test(value))
          tags.push(decoded(value))
      }
      if (UNSEEN.has(name)) {
        scripts.push(withEscapes(textOf(node)))
        // What is in a template or a noscript is markup with tags of its own.
        for (const child of node.children ?? []) if (child.name !== undefined) walk(child, '不显示')
        return
      }
    }
    const how = hidden ?? (name === undefined ? null : hiding(node))
    if (name === 'a' || name === 'area') addLink(layers, node, how)
    if (name !== undefined && BLOCK.test(name)) (how === null ? seen : unseen).push('\n')
    if (name === 'td' || name === 'th') (how === null ? seen : unseen).push('\t')
    for (const child of node.children ?? []) walk(child, how)
    if (name !== undefined && BLOCK.test(name)) (how === null ? seen : unseen).push('\n')
  }

  walk(parseHtml(html), null)
  addText(layers, '正文', tidy(seen.join('')))
  addHidden(layers, '网页中看不见的内容', tidy(unseen.join('')), '网页中有看不见的内容，请删除')
  addText(layers, '网页脚本和样式', scripts.join('\n'))
  addText(layers, '网页标签的属性', tags.join('\n'))
  addHidden(layers, '网页注释', worded(comments), '网页源代码中有注释，请删除')
  addText(layers, '链接地址', layers.links.map(({ href }) => decoded(href)).join('\n'))
  return layers
}

/** Comments of programs (conditional comments, markers) say nothing to people. */
function worded(comments: readonly string[]): string {
  return comments.filter((text) => /\p{Script=Han}|\d{8}/u.test(text) && !/^\[if/.test(text)).join('\n')
}

function addLink(layers: FileLayers, node: MarkupNode, hidden: string | null): void {
  const href = node.attribs?.href?.trim() ?? ''
  if (href === '' || href.startsWith('#')) return
  const text = textOf(node).trim()
  const hasPicture = (node.children ?? []).some(({ name }) => name === 'img' || name === 'svg')
  const inner = (node.children ?? []).filter(({ name }) => name !== undefined)
  const within =
    inner.length > 0 && inner.every((each) => hiding(each) !== null) ? hiding(inner[0] as MarkupNode) : null
  const empty = text === '' && !hasPicture && node.name === 'a' ? '没有文字的链接' : null
  layers.links.push({ where: '正文', href, text, hidden: hidden ?? within ?? empty })
}

const HIDING: readonly (readonly [RegExp, string])[] = [
  [/display:none/, '不显示'],
  [/visibility:(?:hidden|collapse)/, '不显示'],
  [/opacity:0(?:\.0+)?(?:;|$)/, '透明'],
  [/font-size:0*(?:\.\d+)?(?:px|pt|em|rem|%)?(?:;|$)|font-size:1px/, '字号为零'],
  [/(?:^|;)(?:left|top|right|margin-left|margin-top|text-indent):-\d{3,}/, '移到页面之外'],
  [/(?:^|;)(?:width|height|max-height):[01](?:px)?(?:;|$)/, '尺寸为零'],
  [/transform:scale\(0\)|clip:rect\(0/, '尺寸为零'],
]

/** How an element is kept from being seen; `null` when it is not. */
function hiding(node: MarkupNode): string | null {
  const { attribs = {}, name } = node
  if (attribs.hidden !== undefined) return '不显示'
  if (name === 'input' && attribs.type === 'hidden') return '不显示'
  const style = (attribs.style ?? '').toLowerCase().replace(/\s+/g, '')
  const known = HIDING.find(([pattern]) => pattern.test(style))
  if (known !== undefined) return known[1]
  const colour = /(?:^|;)color:([^;]+)/.exec(style)?.[1] ?? attribs.color?.toLowerCase()
  const ground = /background(?:-color)?:([^;]+)/.exec(style)?.[1] ?? '#ffffff'
  if (colour !== undefined && sameColour(colour, ground)) return '与背景同色'
  return null
}

function sameColour(a: string, b: string): boolean {
  return plainColour(a) === plainColour(b)
}

function plainColour(colour: string): string {
  if (colour === 'white') return '#ffffff'
  if (colour === 'transparent' || /^rgba\(.*,0(?:\.0+)?\)$/.test(colour)) return '#ffffff'
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(colour)
  if (short !== null)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`
  const parts = /^rgba?\((\d+),(\d+),(\d+)/.exec(colour)
  if (parts === null) return colour
  return `#${parts
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`
}

/** A picture, a drawing or a page written into the page itself. */
function readSource(layers: FileLayers, source: string): void {
  const [, kind = '', base64, data = ''] = /^data:([\w+./-]*)[^,]*?(;base64)?,(.*)$/is.exec(source) ?? []
  const bytes = base64 === undefined ? Buffer.from(decoded(data)) : Buffer.from(data, 'base64')
  if (/^image\/(?!svg)/.test(kind)) addWithin(layers, '网页中的图片', readImage(bytes))
  else if (/svg|xml|html/.test(kind)) readWithin(layers, decodeText(bytes))
  else addText(layers, '网页中的数据', decodeText(bytes))
}

function readWithin(layers: FileLayers, html: string): void {
  addWithin(layers, '网页中的网页', readHtml(html))
}

function tidy(text: string): string {
  return text
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

export function readHtmlBytes(bytes: Uint8Array): FileLayers {
  return readHtml(decodeText(bytes))
}
