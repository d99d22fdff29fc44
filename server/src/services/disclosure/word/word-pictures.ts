import { pictureKind } from '@mingfu/screening'
import { allOf, type XmlElement } from './xml.ts'

/** A picture of a Word file, as it lies in it. */
export type WordPicture = Readonly<{ name: string; alt: string; bytes: Uint8Array }>

/** What of a Word file did not come along. */
export type LeftBehind = Readonly<{
  /** Pictures that no browser shows, each as `图片“流程图”（EMF 格式）`. */
  pictures: readonly string[]
  /** 文本框、图表、公式 and other things that are drawn. */
  shapes: number
  comments: boolean
  revisions: boolean
}>

const MOST_PICTURES = 60

/** 图片 of a Word file by what refers to them, each taken once however often it is shown. */
export function picturesOf(parts: Readonly<Record<string, Uint8Array>>, relations: XmlElement) {
  const targets = new Map(
    allOf(relations, 'Relationship')
      .filter(({ attribs }) => attribs?.TargetMode !== 'External')
      .map(({ attribs }) => [
        attribs?.Id ?? '',
        `word/${(attribs?.Target ?? '').replace(/^\/?(?:word\/)?/, '')}`,
      ]),
  )
  const taken: WordPicture[] = []
  const places = new Map<string, number>()
  const left: string[] = []
  let shapes = 0

  /** A drawn thing as HTML: its pictures; nothing where it holds none. */
  function drawn(node: XmlElement): string {
    const alt = altOf(node)
    const refers = [
      ...allOf(node, 'a:blip').map(({ attribs }) => attribs?.['r:embed'] ?? attribs?.['r:link']),
      ...allOf(node, 'v:imagedata').map(({ attribs }) => attribs?.['r:id']),
    ].filter((id) => id !== undefined)
    if (refers.length === 0) shapes += 1
    const size = refers.length === 1 ? sizeOf(node) : ''
    return refers.map((id) => pictureAt(targets.get(id), alt, size)).join('')
  }

  function pictureAt(path: string | undefined, alt: string, size: string): string {
    const bytes = path === undefined ? undefined : parts[path]
    const named = alt === '' ? `第${places.size + left.length + 1}幅图片` : `图片“${alt.slice(0, 30)}”`
    if (path === undefined || bytes === undefined) {
      left.push(`${named}（不在文件里）`)
      return ''
    }
    if (pictureKind(bytes) === undefined) {
      left.push(`${named}（${/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toUpperCase() ?? '未知'}格式）`)
      return ''
    }
    const place = places.get(path) ?? taken.length
    if (place >= MOST_PICTURES) {
      left.push(`${named}（超过${MOST_PICTURES}幅）`)
      return ''
    }
    if (place === taken.length) taken.push({ name: path.slice(path.lastIndexOf('/') + 1), alt, bytes })
    places.set(path, place)
    return `<img src="/files/word/${place}" alt="${attributeText(alt)}"${size}>`
  }

  return { drawn, taken, left, shapes: () => shapes }
}

/** 替代文字 as its author gave it; the names that Word makes up by itself say nothing. */
function altOf(node: XmlElement): string {
  const [about] = allOf(node, 'wp:docPr')
  const [shape] = allOf(node, 'v:shape')
  const words = about?.attribs?.descr || about?.attribs?.title || shape?.attribs?.alt || ''
  const alt = words.replace(/\s+/g, ' ').trim().slice(0, 200)
  return /^(?:图片|图像|Picture|image|IMG)[ _]*\d*$|^[\w-]+\.(?:jpe?g|png|gif|bmp|emf|wmf)$|^https?:/i.test(
    alt,
  )
    ? ''
    : alt
}

/** As wide and high as its author drew it: 9525 of Word's units are a pixel. */
function sizeOf(node: XmlElement): string {
  const [extent] = allOf(node, 'wp:extent')
  const pixels = (name: string) => Math.round(Number(extent?.attribs?.[name] ?? Number.NaN) / 9525)
  const [width, height] = [pixels('cx'), pixels('cy')]
  return width > 0 && height > 0 && width < 5000 ? ` width="${width}" height="${height}"` : ''
}

function attributeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** What did not come along, in sentences for who uploads the text, or for who looks at a preview of the file. */
export function leftSentences(
  left: LeftBehind,
  reader: 'drafter' | 'preview',
  pictures = 0,
): readonly string[] {
  const drafts = reader === 'drafter'
  const lost = drafts ? 0 : pictures + left.pictures.length
  return [
    ...(drafts && left.pictures.length > 0
      ? [`${left.pictures.join('、')}没有带入，请另存为 PNG 或者 JPG 后插入`]
      : []),
    ...(lost > 0 ? [`文件里有${lost}幅图片，预览不显示`] : []),
    ...(left.shapes > 0
      ? [
          `文件里有${left.shapes}个文本框、图表或者图形${drafts ? '没有带入，请核对其中的文字' : '，预览不显示'}`,
        ]
      : []),
    ...(left.comments ? [drafts ? '批注没有带入' : '批注不显示'] : []),
    ...(left.revisions ? [drafts ? '修订已经按接受处理，请核对' : '修订按接受以后的文字显示'] : []),
  ]
}
