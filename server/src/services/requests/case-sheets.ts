import { type Block, formTable, type OfficialDocument } from '@mingfu/documents'
import {
  APPLICANT_CLASSES,
  CHANNELS,
  citationText,
  EVIDENCE,
  type EvidenceKind,
  IDENTITY_KINDS,
  maskIdNumber,
  PROOF_OF_DOCUMENT,
  PROOF_OF_EVIDENCE,
  plainDateText,
  REQUEST_EVENTS,
  type RequestFold,
} from '@mingfu/law'
import type { Applicant } from './applicant.ts'
import { eventLines } from './event-lines.ts'
import type { StoredEvent } from './event-store.ts'
import type { StoredEvidence } from './evidence.ts'
import { evidenceLines } from './evidence-lines.ts'
import type { StoredRequest } from './request-store.ts'
import { askedOf } from './wish.ts'

/** A sheet that is drawn for a bundle, with what it proves. */
export type Drawing = Readonly<{ title: string; proves: string; on: string; document: OfficialDocument }>

type File = Readonly<{
  request: StoredRequest
  applicant: Applicant
  fold: RequestFold
  history: readonly StoredEvent[]
}>

/** 申请登记表 as the system has it: everything that the applicant wrote. */
export function registrationSheet(
  { request, applicant, fold, history }: File,
  withIdentity: boolean,
): Drawing {
  const first = history[0]
  const on = first?.event.on ?? fold.receivedOn ?? ''
  const { contact, agent } = applicant
  const shown = (text: string | null) => (text === null || text === '' ? '—' : text)
  const days = (day: Parameters<typeof plainDateText>[0] | null) => (day === null ? '—' : plainDateText(day))
  return {
    title: '政府信息公开申请登记表',
    proves: PROOF_OF_DOCUMENT.D01,
    on,
    document: {
      layout: 'report',
      title: '政府信息公开申请登记表',
      blocks: [
        formTable('申请登记', [
          [['申请编号', request.number]],
          [['申请渠道', CHANNELS[request.channel].label]],
          [
            ['提出之日', first === undefined ? '—' : plainDateText(first.event.on)],
            ['收到之日', days(fold.receivedOn)],
          ],
          [
            ['申请人', applicant.name],
            ['申请人类别', APPLICANT_CLASSES[request.applicantClass].label],
          ],
          [
            ['证件种类', IDENTITY_KINDS[applicant.identityKind].label],
            [
              '证件号码',
              shown(withIdentity ? applicant.identityNumber : maskIdNumber(applicant.identityNumber)),
            ],
          ],
          [
            ['联系电话', shown(contact.phone)],
            ['电子邮箱', shown(contact.email)],
          ],
          [['通信地址', shown(contact.address)]],
          ...(agent === null
            ? []
            : [
                [
                  ['代理人', agent.name],
                  ['代理权限', shown(agent.authority)],
                ] as const,
              ]),
          [['申请内容', askedOf(request)]],
          [
            ['信息名称', shown(request.infoTitle)],
            ['文号', shown(request.infoDocumentNumber)],
          ],
          [['所需信息的用途', shown(request.purpose)]],
        ]),
      ],
    },
  }
}

export function evidenceSheet(request: StoredRequest, { kind, facts, recordedAt }: StoredEvidence): Drawing {
  const title = evidenceTitle(kind)
  return {
    title,
    proves: PROOF_OF_EVIDENCE[kind],
    on: chinaDay(recordedAt),
    document: {
      layout: 'report',
      title,
      blocks: [
        text(`申请编号：${request.number}`),
        text(`登记时间：${moment(recordedAt)}`),
        ...evidenceLines(kind, facts)
          .filter((line) => line !== '')
          .map(text),
      ],
    },
  }
}

/** 检索记录: the name without what is explained in brackets. */
export function evidenceTitle(kind: EvidenceKind): string {
  return EVIDENCE[kind].replace(/（.*）$/, '')
}

/** What is told of the course outside: what happened, when, by whom and under which article; no inner opinion. */
export function courseSheet({ number }: StoredRequest, history: readonly StoredEvent[]): Drawing {
  const rows = history.map((stored) => {
    const { label, basis } = REQUEST_EVENTS[stored.event.kind]
    const lines = isInner(stored) ? [] : eventLines(stored, { unmasked: true })
    const what = [label, ...lines].join('\n')
    return [stored.event.on, what, stored.actor, citationText(basis), moment(stored.recordedAt)]
  })
  return {
    title: '办理经过',
    proves: '办理、送达的各个环节及其日期',
    on: history.at(-1)?.event.on ?? '',
    document: {
      layout: 'report',
      title: `申请${number}办理经过`,
      blocks: [table('办理经过', ['日期', '事项', '登记人', '依据', '登记时间'], [4, 9, 3, 6, 5], rows)],
    },
  }
}

export function countSheet({ number }: StoredRequest, { clock }: RequestFold): Drawing {
  const rows = clock.steps.map(({ on, text: what, basis }) => [
    on,
    what,
    basis === null ? '' : citationText(basis),
  ])
  return {
    title: '答复期限计算表',
    proves: '答复没有超过法定期限',
    on: clock.receivedOn ?? '',
    document: {
      layout: 'report',
      title: `申请${number}答复期限计算表`,
      blocks: [
        text(clock.dueOn === null ? '期限没有起算。' : `答复期限届满日：${plainDateText(clock.dueOn)}`),
        table('期限计算', ['日期', '计算', '依据'], [4, 12, 9], rows),
      ],
    },
  }
}

/** 内部意见: a draft and its return are the house's own; outside only that they happened is told. */
export function isInner({ event }: Pick<StoredEvent, 'event'>): boolean {
  return event.kind === 'decision-drafted' || event.kind === 'decision-returned'
}

function text(line: string): Block {
  return { kind: 'paragraph', text: line }
}

function table(
  caption: string,
  heads: readonly string[],
  columns: readonly number[],
  rows: readonly (readonly string[])[],
): Block {
  const head = heads.map((head) => ({ text: head, header: 'column' as const }))
  const body = rows.map((row) => row.map((cell) => ({ text: cell })))
  return { kind: 'table', caption, columns, headerRows: 1, size: 'compact', rows: [head, ...body] }
}

const CHINA = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

function moment(at: Date): string {
  return CHINA.format(at)
}

export function chinaDay(at: Date): string {
  return moment(at).slice(0, 10)
}
