import { consultationSlip, type Letter, plainDateText, type Sheet } from '@mingfu/law'
import { type TemplateData, TemplateHandler } from 'easy-template-x'
import { strFromU8, unzipSync } from 'fflate'
import { Invalid } from '../../../errors.ts'
import { type FormCode, formTags, LIST } from './template-tags.ts'

const handler = new TemplateHandler()

/** The slip that a consulted party answers on: for which application, about what. */
export type SlipFacts = Readonly<{ requestNumber: string; information: string }>

/** A letter in the office's own Word template; every text of it has to be found in what comes out. */
export async function fillTemplate(
  template: Uint8Array,
  letter: Letter,
  addressee: string,
  slipFacts: SlipFacts | null = null,
): Promise<Uint8Array> {
  const { title, number, paragraphs, remedy, enclosures, agency, on, contact } = letter
  const slip =
    slipFacts === null ? [] : consultationSlip(agency, slipFacts.requestNumber, slipFacts.information).lines
  const data: TemplateData = {
    标题: title,
    文号: number ?? '',
    收件人: addressee,
    正文: paragraphs.map((段落) => ({ 段落 })),
    救济告知: remedy ?? '',
    附件: enclosures.map((附件名称) => ({ 附件名称 })),
    回执: slip.map((回执行) => ({ 回执行 })),
    署名: agency,
    成文日期: plainDateText(on),
    联系方式: contact ?? '',
  }
  const filled = new Uint8Array(await handler.process(Buffer.from(template), data))
  proveWhole(filled, [
    ...[title, number, addressee, ...paragraphs, remedy, ...enclosures],
    ...[agency, plainDateText(on), contact],
  ])
  return filled
}

/** A form in the office's own Word template. */
export async function fillForm(template: Uint8Array, sheet: Sheet, agency: string): Promise<Uint8Array> {
  const heads = sheet.list?.heads ?? []
  const rows = sheet.list?.rows ?? []
  const empty = Object.fromEntries(formTags(sheet.code as FormCode).map((tag) => [tag, '']))
  const filled = new Uint8Array(
    await handler.process(Buffer.from(template), {
      ...empty,
      ...Object.fromEntries(sheet.rows),
      [LIST]: rows.map((row) => Object.fromEntries(row.map((text, at) => [heads[at] ?? '', text]))),
      标题: sheet.title,
      署名: agency,
    }),
  )
  proveWhole(filled, [sheet.title, agency, ...sheet.rows.map(([, value]) => value), ...rows.flat()])
  return filled
}

function proveWhole(docx: Uint8Array, must: readonly (string | null)[]): void {
  const text = textOf(docx)
  const lost = must.find((part) => part !== null && !text.includes(part.replaceAll(/\s/g, '')))
  if (lost !== undefined)
    throw new Invalid(
      `机关自有模板没有放下“${lost?.slice(0, 20)}”，请在内部办理规则中更换或者删除这一模板后再生成`,
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
