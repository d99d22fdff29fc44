import { parseDocument } from 'htmlparser2'

/** An element of an office file, as the parser gives it. */
export type XmlElement = Readonly<{
  type: string
  name?: string
  data?: string
  attribs?: Readonly<Record<string, string>>
  children?: readonly XmlElement[]
}>

export function xmlOf(part: Uint8Array | undefined): XmlElement {
  const text = part === undefined ? '' : new TextDecoder().decode(part)
  return parseDocument(text, { xmlMode: true }) as unknown as XmlElement
}

/** Elements of a name anywhere below, outermost first; what lies within a hit is searched too. */
export function allOf(element: XmlElement, name: string): readonly XmlElement[] {
  return (element.children ?? []).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...allOf(child, name),
  ])
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children?.find((child) => child.name === name)
}

/** `w:val` of a child: what most properties say. */
export function wordValue(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attribs?.['w:val']
}
