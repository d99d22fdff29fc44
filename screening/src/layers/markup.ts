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

/** All text and worded attributes below, a line each: for parts whose make is not known. */
export function allWords(node: MarkupNode): string {
  const lines: string[] = []
  const walk = (inner: MarkupNode) => {
    if (inner.type === 'text' && inner.data?.trim()) lines.push(inner.data.trim())
    if (inner.type === 'comment' && inner.data?.trim()) lines.push(inner.data.trim())
    for (const [key, value] of Object.entries(inner.attribs ?? {})) {
      if (WORDED.test(key) && value.trim() !== '') lines.push(value.trim())
    }
    for (const below of inner.children ?? []) walk(below)
  }
  walk(node)
  return lines.join('\n')
}
