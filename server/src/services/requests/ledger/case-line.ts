import {
  APPLICANT_CLASSES,
  CHANNELS,
  IDENTITY_KINDS,
  maskName,
  OUTCOMES,
  type OutcomeCode,
  REQUEST_EVENTS,
  REQUEST_STATES,
  WANTED_DELIVERIES,
  WANTED_MEDIA,
} from '@mingfu/law'
import type { CaseLine, CourseColumn } from '@mingfu/report'
import { type Applicant, maskApplicant } from '../applicant.ts'
import type { LedgerCase } from './ledger-store.ts'

export const KIND_WORDS = { person: '公民', organisation: '法人、其他组织' } as const
export const REMINDER_WORDS = { mail: '邮件', sms: '短信' } as const
export const NOTE = '备注'
export const YES = '是'
export const NO = '否'

/** A case as its lines in the ledger; masked where identities stay in the house. */
export function caseLine(one: LedgerCase, identities: boolean): CaseLine {
  const { request } = one
  const applicant = identities ? one.applicant : maskApplicant(one.applicant)
  return {
    row: 0,
    cells: {
      申请编号: request.number,
      收到日期: request.receivedOn ?? '',
      申请人类别: APPLICANT_CLASSES[request.applicantClass].label,
      办结日期: one.resultOn ?? '',
      办理结果: one.resultOutcome === null ? '' : OUTCOMES[one.resultOutcome as OutcomeCode].label,
      '收取信息处理费（元）': feeOf(one),
      备注: '',
      申请渠道: CHANNELS[request.channel].label,
      申请人: KIND_WORDS[request.applicantKind],
      ...applicantCells(applicant),
      内容描述: request.description,
      信息名称: request.infoTitle,
      文号: request.infoDocumentNumber,
      索引号: request.infoIndexNumber,
      用途: request.purpose,
      提供方式: labelOr(WANTED_MEDIA, request.wantedMedium),
      获取方式: labelOr(WANTED_DELIVERIES, request.wantedDelivery),
      接受其他方式: request.acceptsOtherForm ? YES : NO,
      答复文号: documentNumberOf(one),
      经办人: one.handlerName,
      提醒方式: one.notifyBy === null ? '' : REMINDER_WORDS[one.notifyBy],
      登记时间: one.createdAt.toISOString(),
      查询码摘要: one.queryCodeHash.toString('hex'),
      办理状态: REQUEST_STATES[request.state].label,
      答复期限: request.dueOn ?? '',
    },
    course: courseOf(one, identities),
  }
}

function applicantCells(applicant: Applicant) {
  const { contact, agent } = applicant
  return {
    姓名或者名称: applicant.name,
    证件名称: IDENTITY_KINDS[applicant.identityKind].label,
    证件号码: applicant.identityNumber,
    工作单位: applicant.employer,
    法定代表人: applicant.legalRepresentative,
    联系人: applicant.contactName,
    联系电话: contact.phone,
    电子邮箱: contact.email,
    通信地址: contact.address,
    邮政编码: contact.postcode,
    传真号码: contact.fax,
    代理人: agent?.name ?? '',
    代理人证件名称: agent === null ? '' : IDENTITY_KINDS[agent.identityKind].label,
    代理人证件号码: agent?.identityNumber ?? '',
    代理人电话: agent?.phone ?? '',
    代理权限: agent?.authority ?? '',
  }
}

function courseOf(
  { request, events, notes }: LedgerCase,
  identities: boolean,
): readonly Record<CourseColumn, string>[] {
  return [
    ...events.map((event) => ({
      申请编号: request.number,
      序号: String(event.seq),
      事项: REQUEST_EVENTS[event.kind].label,
      日期: event.on,
      登记时间: event.recordedAt.toISOString(),
      登记人: event.actor,
      说明: event.note ?? '',
      记录数据: JSON.stringify(identities ? event.facts : withoutSigner(event.facts)),
    })),
    ...notes.map(({ body, at, actor }) => ({
      申请编号: request.number,
      序号: '',
      事项: NOTE,
      日期: '',
      登记时间: at.toISOString(),
      登记人: actor,
      说明: body,
      记录数据: '',
    })),
  ]
}

function feeOf({ events }: LedgerCase): string {
  if (!events.some(({ kind }) => kind === 'fee-paid')) return ''
  const noticed = events.findLast(({ kind }) => kind === 'fee-noticed')
  return String(noticed?.facts.amountInYuan ?? '')
}

function documentNumberOf({ events }: LedgerCase): string {
  return String(events.findLast(({ kind }) => kind === 'decision-approved')?.facts.documentNumber ?? '')
}

function labelOr(table: Readonly<Record<string, { label: string }>>, code: string): string {
  return table[code]?.label ?? code
}

/** 签收人 is often the applicant, so it is masked along with the name. */
function withoutSigner(facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { office } = facts as { office?: Readonly<Record<string, unknown>> }
  if (typeof office?.receiver !== 'string') return facts
  return { ...facts, office: { ...office, receiver: maskName(office.receiver) } }
}
