import {
  APPLICANT_CLASSES,
  archiveSheet,
  CHANNELS,
  cite,
  type PlainDate,
  type Ruling,
  refuse,
  registrationSheet,
  reviewSheet,
  SERVICE_METHODS,
  type SearchRecord,
  type Sheet,
  searchSheet,
  serviceSheet,
  WANTED_DELIVERIES,
} from '@mingfu/law'
import { Invalid, NotFound } from '../../../errors.ts'
import { actorName, type Context } from '../../context.ts'
import type { Applicant } from '../applicant.ts'
import { SECRECY_OPINIONS, type SecrecyOpinion } from '../evidence.ts'
import type { RequestCase } from '../get-request.ts'
import { askedOf } from '../wish.ts'

export type SheetCode = 'D01' | 'D16' | 'D17' | 'D18' | 'D19'

/** What a sheet is made from: the case, its applicant by name, and the pages of what lies in it. */
export type SheetSource = Readonly<{
  file: RequestCase
  applicant: Applicant
  pagesOf: (fileId: string) => number | null
}>

/** 表单 of a case, from its history alone; refused while something that has to stand in it is missing. */
export function caseSheet(ctx: Context, code: SheetCode, source: SheetSource, of?: string): Ruling<Sheet> {
  switch (code) {
    case 'D01':
      return registration(source)
    case 'D16':
      return service(ctx, source, of)
    case 'D17':
      return search(source, of)
    case 'D18':
      return review(source)
    case 'D19':
      return archive(source)
  }
}

function registration({ file, applicant }: SheetSource): Ruling<Sheet> {
  const { request, fold, history } = file
  if (fold.receivedOn === null || fold.clock.dueOn === null)
    throw new Invalid('申请还没有确认收到，确认之后才能生成登记表')
  const submitted = history.find(({ event }) => event.kind === 'submitted' || event.kind === 'arrived')
  const { phone, email, address } = applicant.contact
  return registrationSheet({
    requestNumber: request.number,
    channel: CHANNELS[request.channel].label,
    submittedOn: submitted?.event.on ?? null,
    receivedOn: fold.receivedOn,
    dueOn: fold.clock.dueOn,
    applicant: applicant.name,
    applicantClass: APPLICANT_CLASSES[request.applicantClass].label,
    contact: [phone, email, address].filter((text) => text !== '').join('；'),
    asked: askedOf(request),
    mediumWanted: deliveryText(request.wantedDelivery),
    handler: file.colleagues.find(({ staffId }) => staffId === request.handlerId)?.name ?? '',
  })
}

function deliveryText(wanted: string): string {
  return WANTED_DELIVERIES[wanted as keyof typeof WANTED_DELIVERIES]?.label ?? '未指定'
}

/** For a letter: as it was served, or with room for the day and the signature while it was not. */
function service(ctx: Context, { file, applicant }: SheetSource, letterId?: string): Ruling<Sheet> {
  const letter = file.letters.find((one) => one.letterId === letterId)
  if (letter === undefined) throw new NotFound('这件文书')
  const addressee =
    letter.recipient === 'applicant'
      ? applicant.name
      : letter.recipient === 'unit'
        ? letter.content.addressee
        : (file.consultations.find(({ consultationId }) => consultationId === letter.consultationId)?.party
            .name ?? '')
  const named = { documentTitle: letter.title, documentNumber: letter.number ?? '（无文号）', addressee }
  const served = file.history.findLast(({ event }) => event.kind === 'served')
  const isReply = letter.code === 'D12' || letter.code === 'D14'
  if (!isReply || served === undefined || served.event.kind !== 'served') {
    const open = {
      method: '（送达时填写）',
      servedOn: null,
      receivedBy: '',
      relation: '',
      server: actorName(ctx.actor),
    }
    return serviceSheet({ ...named, ...open })
  }
  const { event, office, actor } = served
  const said = (key: string) => String(office[key] ?? '')
  const witnesses = (office.witnesses ?? []) as readonly string[]
  return serviceSheet({
    ...named,
    method: `${SERVICE_METHODS[event.method].label}${said('proof') === '' ? '' : `（${said('proof')}）`}`,
    servedOn: event.receivedOn ?? event.sentOn,
    receivedBy: said('receiver') || (event.method === 'electronic' ? '系统记录到达' : ''),
    relation: said('relation'),
    server: actor,
    ...(event.method === 'left' ? { refusal: { reason: said('refusalReason'), witnesses } } : {}),
  })
}

function search({ file }: SheetSource, evidenceId?: string): Ruling<Sheet> {
  const searches = file.evidence.filter(({ kind }) => kind === 'search-record')
  const one = searches.find((evidence) => evidence.evidenceId === evidenceId) ?? searches.at(-1)
  if (one === undefined) throw new Invalid('还没有登记检索记录')
  const facts = one.facts as unknown as SearchRecord & Readonly<{ hits: string }>
  return searchSheet({
    requestNumber: file.request.number,
    systems: facts.systems,
    period: facts.period,
    keywords: facts.words,
    hits: facts.hits,
    searcher: facts.searchedBy,
    searchedOn: facts.searchedOn,
    unitsAsked: facts.unitsAsked.length === 0 ? ['无'] : facts.unitsAsked,
  })
}

function review({ file }: SheetSource): Ruling<Sheet> {
  const reviewed = file.evidence.findLast(({ kind }) => kind === 'secrecy-review')
  const approved = file.history.findLast(({ event }) => event.kind === 'decision-approved')
  if (reviewed === undefined) throw new Invalid('还没有登记公开前审查')
  if (approved === undefined)
    return refuse(
      'document-incomplete',
      '《政府信息公开审查呈批单》还缺：批准人、批准日期。请在签发后再生成',
      cite('regulation', 17),
    )
  const { opinion, text } = reviewed.facts as Readonly<{ opinion: SecrecyOpinion; text: string }>
  return reviewSheet({
    information: askedOf(file.request),
    opinion: `${SECRECY_OPINIONS[opinion]}：${text}`,
    reviewer:
      file.colleagues.find(({ staffId }) => staffId === reviewed.recordedBy)?.name ?? '（已离职人员）',
    reviewedOn: dayOf(reviewed.recordedAt),
    approver: approved.actor,
    approvedOn: approved.event.on,
  })
}

function archive({ file, pagesOf }: SheetSource): Ruling<Sheet> {
  const closed = file.history.findLast(({ event }) => event.kind === 'closed')
  if (closed === undefined)
    return refuse('document-incomplete', '办结归档以后才能生成归档目录', cite('regulation', 45))
  const letters = file.letters.map(({ title, number, issuedOn, pdfFileId }) => ({
    title,
    number: number ?? '',
    on: issuedOn,
    pages: pdfFileId === null ? null : pagesOf(pdfFileId),
  }))
  const files = file.files.map(({ name, addedAt, fileId }) => ({
    title: name,
    number: '',
    on: dayOf(addedAt),
    pages: pagesOf(fileId),
  }))
  return archiveSheet({
    requestNumber: file.request.number,
    documents: [...letters, ...files].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    archivedBy: closed.actor,
    archivedOn: closed.event.on,
  })
}

/** The day in China of a moment. */
function dayOf(moment: Date): PlainDate {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(moment) as PlainDate
}
