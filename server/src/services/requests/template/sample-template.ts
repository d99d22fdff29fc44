import { type Block, type OfficialDocument, renderDocx } from '@mingfu/documents'
import { DOCUMENTS, type DocumentCode, type Sheet } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { getAgency } from '../../agencies/find-agency.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import type { OutgoingFile } from '../draw-letter.ts'
import { sheetDocument } from '../sheet/sheet-document.ts'
import { FORM_LISTS, type FormCode, formTags, isFormCode, LIST } from './template-tags.ts'

/** 模板样例: the statutory layout with the places to be filled, to begin from. */
export async function sampleTemplate(
  ctx: Context,
  { agencyId, code }: Readonly<{ agencyId: string; code: DocumentCode }>,
): Promise<OutgoingFile> {
  allow(ctx.actor, 'read-requests')
  const { name } = await tx(ctx, (t) => getAgency(t, agencyId))
  const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return {
    name: `${DOCUMENTS[code].title}模板.docx`,
    mediaType,
    bytes: await renderDocx(sampleDocument(code, name)),
  }
}

/** The same as a document. */
export function sampleDocument(code: DocumentCode, agency: string): OfficialDocument {
  return isFormCode(code) ? sampleForm(code) : sampleLetter(code, agency)
}

function sampleLetter(code: Exclude<DocumentCode, FormCode>, issuer: string): OfficialDocument {
  const lines = (texts: readonly string[]) => texts.map((text): Block => ({ kind: 'paragraph', text }))
  return {
    layout: 'letter',
    issuer,
    number: '{文号}',
    title: '{标题}',
    addressee: '{收件人}',
    blocks: [
      ...lines(['{#正文}', '{段落}', '{/正文}', ...(DOCUMENTS[code].remedy ? ['{救济告知}'] : [])]),
      ...lines(['{#附件}', '附件：{附件名称}', '{/附件}']),
      { kind: 'paragraph', text: '{署名}', align: 'end' },
      { kind: 'paragraph', text: '{成文日期}', align: 'end' },
      { kind: 'note', text: '{联系方式}' },
      ...(code === 'D06'
        ? [{ kind: 'page-break' } as const, ...lines(['{#回执}', '{回执行}', '{/回执}'])]
        : []),
    ],
  }
}

/** The form with the name of each value in its place; a list has one row that is repeated. */
function sampleForm(code: FormCode): OfficialDocument {
  const heads = FORM_LISTS[code]
  const cells = heads?.map((head, at) => {
    const first = at === 0 ? `{#${LIST}}` : ''
    return `${first}{${head}}${at === heads.length - 1 ? `{/${LIST}}` : ''}`
  })
  const sheet: Sheet = {
    code,
    title: '{标题}',
    rows: formTags(code).map((tag) => [tag, `{${tag}}`] as const),
    ...(heads === undefined || cells === undefined ? {} : { list: { heads, rows: [cells] } }),
  }
  return sheetDocument(sheet, '{署名}', null)
}
