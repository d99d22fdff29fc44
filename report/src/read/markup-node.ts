import type { Cheerio, CheerioAPI } from 'cheerio'

/** A node of a parsed page or of the XML of an office file. */
export type MarkupNode =
  ReturnType<ReturnType<CheerioAPI['root']>['contents']> extends Cheerio<infer Node> ? Node : never

/** A node with a name, attributes and children. */
export type MarkupElement = Extract<MarkupNode, { attribs: Record<string, string> }>
