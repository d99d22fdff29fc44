import { DOCUMENTS, type DocumentCode, type Letter, plainDateText } from '@mingfu/law'
import { type TemplateData, TemplateHandler } from 'easy-template-x'
import { strFromU8, unzipSync } from 'fflate'
import { Invalid } from '../../../errors.ts'

/** Documents that are letters; forms kept on file are drawn as they are. */
export const TEMPLATE_CODES = [
  ...(['D02', 'D03', 'D04', 'D05', 'D06', 'D07', 'D08'] as const),
  ...(['D09', 'D10', 'D11', 'D12', 'D13', 'D14'] as const),
] satisfies readonly DocumentCode[]

export type TemplateCode = (typeof TEMPLATE_CODES)[number]

export function isTemplateCode(code: DocumentCode): code is TemplateCode {
  return (TEMPLATE_CODES as readonly string[]).includes(code)
}

/** What a template has to hold a place for; a letter without one of them would lack a mandatory element. */
export function requiredTags(code: TemplateCode): readonly string[] {
  const always = ['标题', '文号', '收件人', '正文', '段落', '署名', '成文日期', '联系方式']
  return DOCUMENTS[code].remedy ? [...always, '救济告知'] : always
}

/** What a template may name beside. */
const OPTIONAL_TAGS = ['附件', '附件名称', '救济告知']

const handler = new TemplateHandler()

/** 模板检查: throws `Invalid` naming every place that is missing, or that nothing fills. */
export async function checkTemplate(code: TemplateCode, bytes: Uint8Array): Promise<void> {
  let tags: readonly string[]
  try {
    tags = (await handler.parseTags(Buffer.from(bytes))).map(({ name }) => name)
  } catch {
    throw new Invalid('模板不能读取，请用 Word 另存为 .docx 格式后再上传', { file: '请另存为 .docx 格式' })
  }
  const missing = requiredTags(code).filter((tag) => !tags.includes(tag))
  if (missing.length > 0) {
    const said = missing.map((tag) => `{${tag}}`).join('、')
    throw new Invalid(`模板中缺少：${said}。缺少法定要素的文书不能出具，请补上后再上传`, {
      file: `缺少：${said}`,
    })
  }
  const known = new Set([...requiredTags(code), ...OPTIONAL_TAGS])
  const unknown = [...new Set(tags)].filter((tag) => !known.has(tag))
  if (unknown.length > 0) {
    const said = unknown.map((tag) => `{${tag}}`).join('、')
    throw new Invalid(`模板中的${said}没有内容可以填写，请删除或者改正`, { file: `不认识：${said}` })
  }
}

/** A letter in the office's own Word template; every text of it has to be found in what comes out. */
export async function fillTemplate(
  template: Uint8Array,
  letter: Letter,
  addressee: string,
): Promise<Uint8Array> {
  const data: TemplateData = {
    标题: letter.title,
    文号: letter.number ?? '',
    收件人: addressee,
    正文: letter.paragraphs.map((段落) => ({ 段落 })),
    救济告知: letter.remedy ?? '',
    附件: letter.enclosures.map((附件名称) => ({ 附件名称 })),
    署名: letter.agency,
    成文日期: plainDateText(letter.on),
    联系方式: letter.contact ?? '',
  }
  const filled = new Uint8Array(await handler.process(Buffer.from(template), data))
  proveWhole(filled, letter, addressee)
  return filled
}

function proveWhole(docx: Uint8Array, letter: Letter, addressee: string): void {
  const text = textOf(docx)
  const { title, number, paragraphs, remedy, enclosures, agency, on, contact } = letter
  const must = [
    title,
    number,
    addressee,
    ...paragraphs,
    remedy,
    ...enclosures,
    agency,
    plainDateText(on),
    contact,
  ]
  const lost = must.find((part) => part !== null && !text.includes(part.replaceAll(/\s/g, '')))
  if (lost !== undefined)
    throw new Invalid(
      `机关自有模板没有放下“${lost?.slice(0, 20)}”，请在办理口径中更换或者删除这一模板后再生成`,
    )
}

function textOf(docx: Uint8Array): string {
  const parts = Object.entries(unzipSync(docx)).filter(([name]) =>
    /^word\/(document|header\d*|footer\d*)\.xml$/.test(name),
  )
  return parts
    .flatMap(([, bytes]) =>
      [...strFromU8(bytes).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? ''),
    )
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s/g, '')
}
