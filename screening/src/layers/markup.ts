import { parseDocument } from 'htmlparser2'

/** A node of a parsed page or part; elements have a name, texts and comments have data. */
export type MarkupNode = Readonly<{
  type: string
  name?: string
  data?: string
  attribs?: Readonly<Record<string, string>>
  children?: readonly MarkupNode[]
}>

export function parseXml(xml: string): MarkupNode {
  return parseDocument(xml, { xmlMode: true }) as unknown as MarkupNode
}

export function parseHtml(html: string): MarkupNode {
  return parseDocument(html) as unknown as MarkupNode
}

/** `t` of `<w:t>`: prefixes are the writer's choice. */
export function localName(node: MarkupNode): string {
  const { name = '' } = node
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** The value of an attribute whatever its prefix. */
export function attribute(node: MarkupNode, local: string): string | undefined {
  const { attribs = {} } = node
  if (attribs[local] !== undefined) return attribs[local]
  const key = Object.keys(attribs).find((name) => name.endsWith(`:${local}`))
  return key === undefined ? undefined : attribs[key]
}

/** Every element below with this local name, in order, also within others of the name. */
export function* elements(node: MarkupNode, ...names: readonly string[]): Generator<MarkupNode> {
  for (const child of node.children ?? []) {
    if (child.name !== undefined && names.includes(localName(child))) yield child
    yield* elements(child, ...names)
  }
}

export function child(node: MarkupNode | undefined, name: string): MarkupNode | undefined {
  return node?.children?.find((inner) => localName(inner) === name)
}

/** All text below, joined as it stands. */
export function textOf(node: MarkupNode): string {
  if (node.type === 'text') return node.data ?? ''
  return (node.children ?? []).map(textOf).join('')
}

/** Attributes that people fill with words; ids, sizes and colours are left out. */
const WORDED =
  /(?:^|:)(?:descr|title|alt|tooltip|author|initials|displayName|userId|prompt|promptTitle|error|errorTitle|name|content|caption|display|location|sourceName|Contents|Creator|LastModDate)$/i

/** What holds a line of text in pieces: a paragraph, a cell of rich text, a line of an OFD page, a text of SVG. */
const LINES = new Set(['p', 'h', 'si', 'is', 'text', 'TextObject'])

/** All text and worded attributes below, a line each: for parts whose make is not known. */
export function allWords(node: MarkupNode): string {
  const lines: string[] = []
  const walk = (inner: MarkupNode) => {
    if (inner.type === 'text' && inner.data?.trim()) lines.push(inner.data.trim())
    if (inner.type === 'comment' && inner.data?.trim()) lines.push(inner.data.trim())
    for (const [key, value] of Object.entries(inner.attribs ?? {})) {
      if (value.trim() !== '' && saysSomething(key, value)) lines.push(value.trim())
    }
    if (inner.name !== undefined && LINES.has(localName(inner)) && (inner.children ?? []).length > 1)
      lines.push(
        textOf(inner)
          .replace(/\s*\n\s*/g, '')
          .trim(),
      )
    for (const below of inner.children ?? []) walk(below)
  }
  walk(node)
  return lines.filter((line, index) => line !== '' && line !== lines[index - 1]).join('\n')
}

/** Words in an attribute that is for words, Chinese or a long number in any but the names of namespaces. */
function saysSomething(key: string, value: string): boolean {
  if (key === 'xmlns' || key.startsWith('xmlns:')) return false
  return WORDED.test(key) || /\p{Script=Han}|\d{11}/u.test(value)
}
