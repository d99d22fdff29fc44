import type { Cell, OfficialDocument } from '@mingfu/documents'
import { citationText, cite } from '@mingfu/law'
import { type ApplicantKind, type FormField, groupsOf } from './fields.ts'

/** 政府信息公开申请表 to print and fill in by hand: the same fields as online, with room to write. */
export function blankForm(agency: string, kind: ApplicantKind): OfficialDocument {
  const who = kind === 'person' ? '公民' : '法人或者其他组织'
  return {
    layout: 'report',
    title: `${agency}政府信息公开申请表\n（${who}）`,
    blocks: [
      {
        kind: 'table',
        caption: `政府信息公开申请表（${who}）`,
        columns: [3, 7],
        headerRows: 0,
        size: 'body',
        rows: [
          ...groupsOf(kind).flatMap(({ title, fields }) => [
            [{ text: title, colSpan: 2, align: 'start' } as const],
            ...fields.map(rowOf),
          ]),
          [{ text: '申请人签名或者盖章', header: 'row' }, { text: '\n' }],
          [{ text: '申请时间', header: 'row' }, { text: '　　　　年　　月　　日' }],
        ],
      },
      {
        kind: 'note',
        text: `带“*”的为必填项，依据${citationText(cite('regulation', 29, 2))}；当面提交的请出示身份证明，邮寄的请附复印件`,
      },
    ],
  }
}

function rowOf(field: FormField): readonly Cell[] {
  return [{ text: `${field.label}${field.required ? ' *' : ''}`, header: 'row' }, { text: roomFor(field) }]
}

/** Choices to tick, or lines to write on. */
function roomFor({ choices, type }: FormField): string {
  if (choices)
    return Object.values(choices)
      .map((label) => `□${label}`)
      .join('　')
  return type === 'textarea' ? '\n\n\n\n\n' : ''
}
