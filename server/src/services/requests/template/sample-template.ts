import { renderDocx } from '@mingfu/documents'
import { DOCUMENTS } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { getAgency } from '../../agencies/find-agency.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import type { OutgoingFile } from '../draw-letter.ts'
import type { TemplateCode } from './letter-template.ts'

/** 模板样例: a letter of the statutory layout with the places to be filled, to begin from. */
export async function sampleTemplate(
  ctx: Context,
  { agencyId, code }: Readonly<{ agencyId: string; code: TemplateCode }>,
): Promise<OutgoingFile> {
  allow(ctx.actor, 'read-requests')
  const { name } = await tx(ctx, (t) => getAgency(t, agencyId))
  const places = ['{#正文}', '{段落}', '{/正文}', ...(DOCUMENTS[code].remedy ? ['{救济告知}'] : [])]
  const bytes = await renderDocx({
    layout: 'letter',
    issuer: name,
    number: '{文号}',
    title: '{标题}',
    addressee: '{收件人}',
    blocks: [
      ...places.map((text) => ({ kind: 'paragraph', text }) as const),
      ...['{#附件}', '附件：{附件名称}', '{/附件}'].map((text) => ({ kind: 'paragraph', text }) as const),
      { kind: 'paragraph', text: '{署名}', align: 'end' },
      { kind: 'paragraph', text: '{成文日期}', align: 'end' },
      { kind: 'note', text: '{联系方式}' },
    ],
  })
  const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return { name: `${DOCUMENTS[code].title}模板.docx`, mediaType, bytes }
}
