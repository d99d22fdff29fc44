import { elements, type MarkupNode, parseHtml, textOf } from '../layers/markup.ts'

/** 无障碍: what keeps somebody from reading a text who does not see it, or does not see it well. */
export type PageFault = Readonly<{
  kind:
    | 'picture-without-words'
    | 'table-without-heads'
    | 'heading-skipped'
    | 'empty-heading'
    | 'link-says-nothing'
  /** One sentence saying what was found and what to do. */
  message: string
  excerpt: string
  /** Where it stands among those of its kind, from 1. */
  order: number
}>

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
/** Words that say nothing when links are read out one after the other. */
const EMPTY_WORDS = /^(?:点击(?:这里|此处|查看)?|这里|此处|查看|详情|更多|链接|click here|here|more)$/i

/** 正文的无障碍检查 (GB/T 37668): pictures have words, tables have heads, headings go down one step at a time. */
export function pageFaults(html: string): readonly PageFault[] {
  const page = parseHtml(html)
  return [...pictures(page), ...tables(page), ...headings(page), ...links(page)]
}

function pictures(page: MarkupNode): readonly PageFault[] {
  return [...elements(page, 'img')].flatMap(({ attribs = {} }, index) => {
    const words = attribs.alt?.trim() ?? ''
    // The name of a file is no description of what it shows.
    if (words !== '' && !/^[\w-]+\.(?:jpe?g|png|gif|bmp)$/i.test(words)) return []
    const message = `第${index + 1}张图片没有文字说明，请在图片属性中填写看不见图片的人需要知道的内容`
    return [{ kind: 'picture-without-words', message, excerpt: attribs.src ?? '', order: index + 1 }]
  })
}

function tables(page: MarkupNode): readonly PageFault[] {
  return [...elements(page, 'table')].flatMap((table, index) => {
    const rows = [...elements(table, 'tr')]
    const heads = [...elements(table, 'th')].filter((head) => textOf(head).trim() !== '')
    const columns = Math.max(0, ...rows.map((row) => [...elements(row, 'td', 'th')].length))
    // A frame around one text, or a list in one column, is read as it stands.
    if (heads.length > 0 || rows.length < 2 || columns < 2) return []
    const message = `第${index + 1}个表格没有表头，请把第一行或者第一列设为表头`
    return [{ kind: 'table-without-heads', message, excerpt: short(table), order: index + 1 }]
  })
}

function headings(page: MarkupNode): readonly PageFault[] {
  const faults: PageFault[] = []
  // The page's own heading is the first rank.
  let before = 1
  for (const [index, heading] of [...elements(page, ...HEADINGS)].entries()) {
    const level = Number((heading.name ?? 'h2').slice(1))
    const order = index + 1
    if (textOf(heading).trim() === '') {
      faults.push({ kind: 'empty-heading', message: `第${order}个小标题是空的，请删除`, excerpt: '', order })
      continue
    }
    if (level > before + 1) {
      const message = `小标题“${short(heading)}”跳过了一级，请按顺序使用标题级别`
      faults.push({ kind: 'heading-skipped', message, excerpt: short(heading), order })
    }
    before = level
  }
  return faults
}

function links(page: MarkupNode): readonly PageFault[] {
  return [...elements(page, 'a')].flatMap((link, index) => {
    const words = textOf(link).trim()
    if (!EMPTY_WORDS.test(words)) return []
    const message = `链接文字“${words}”没有说明去向，请写明链接的内容`
    return [{ kind: 'link-says-nothing', message, excerpt: link.attribs?.href ?? '', order: index + 1 }]
  })
}

function short(node: MarkupNode): string {
  const text = textOf(node).replace(/\s+/g, ' ').trim()
  return text.length > 30 ? `${text.slice(0, 30)}……` : text
}
