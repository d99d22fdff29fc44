import type { Hit, ScreenedText, ScreeningLevel } from '../finding.ts'

/** A link with what shows it, and how it is kept from being seen; `hidden` is `null` for an ordinary one. */
export type FoundLink = Readonly<{ where: string; href: string; text: string; hidden: string | null }>

/** Something that a reader does not see and a stranger finds. */
export type HiddenThing = Readonly<{
  rule: Extract<Hit['rule'], 'PUB-64' | 'PUB-65' | 'PUB-82'>
  level: ScreeningLevel
  where: string
  message: string
  excerpt: string
}>

/** 文件的各个层面: every text in it by its place, what of it is hidden, where it links, and what could not be read. */
export type FileLayers = {
  texts: ScreenedText[]
  hidden: HiddenThing[]
  links: FoundLink[]
  unread: { where: string; why: string }[]
}

export function noLayers(): FileLayers {
  return { texts: [], hidden: [], links: [], unread: [] }
}

/** What a file within a file holds, named by the way there. */
export function addWithin(layers: FileLayers, within: string, inner: FileLayers): void {
  const put = <Thing extends { where: string }>(thing: Thing) => ({
    ...thing,
    where: `${within}：${thing.where}`,
  })
  layers.texts.push(...inner.texts.map(put))
  layers.hidden.push(...inner.hidden.map(put))
  layers.links.push(...inner.links.map(put))
  layers.unread.push(...inner.unread.map(put))
}

/** Keeps a text that says something. */
export function addText(layers: FileLayers, where: string, text: string): void {
  if (/[\p{Script=Han}\p{L}\d]/u.test(text)) layers.texts.push({ where, text })
}

/** A hidden text: said as such, and screened like any other. */
export function addHidden(layers: FileLayers, where: string, text: string, message: string): void {
  if (!/[\p{Script=Han}\p{L}\d]/u.test(text)) return
  layers.texts.push({ where, text })
  layers.hidden.push({ rule: 'PUB-64', level: 'block', where, message, excerpt: '' })
}

export const PICTURE = '图片信息'

/** 拍摄位置: where a picture was taken, once a picture. */
export function addPlace(layers: FileLayers, excerpt: string): void {
  if (layers.hidden.some(({ where }) => where === `${PICTURE}（位置）`)) return
  const message = '图片带有拍摄位置，请清除图片信息后再上传'
  layers.hidden.push({ rule: 'PUB-64', level: 'block', where: `${PICTURE}（位置）`, message, excerpt })
}
