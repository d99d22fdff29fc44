import { renderDocx, renderPdf } from '@mingfu/documents'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../errors.ts'
import { sendFile } from '../../send-file.ts'
import type { Context } from '../../services/context.ts'
import { fetchReceipt } from '../../services/requests/fetch-paper.ts'
import { fileRequest } from '../../services/requests/file-request.ts'
import { type FilingDraft, findFilingDraft, saveFilingDraft } from '../../services/requests/filing-draft.ts'
import { findSameFiling } from '../../services/requests/find-same-filing.ts'
import { ATTACHMENT_LIMITS } from '../../services/requests/keep-attachment.ts'
import { findKeptForm, keepForLater } from '../../services/requests/keep-for-later.ts'
import { recentFilings } from '../../services/requests/recent-filings.ts'
import { documentPath } from '../disclosure/item-list.tsx'
import type { Frame } from '../layout.tsx'
import { type Portal, sendPersonal } from '../portal.ts'
import { alreadyPublic } from './already-public.ts'
import type { ApplyFrame } from './apply-page.tsx'
import { blankForm } from './blank-form.ts'
import { DonePage } from './done-page.tsx'
import { type ApplicantKind, applicantOf, doubtsOf, faultsOf, groupsOf, wishOf } from './fields.ts'
import { formIssuedAt, makeFormKey } from './form-key.ts'
import { FormPage, type Said } from './form-page.tsx'
import { type Posted, readPosted } from './posted.ts'
import { isAnswered, type Question, questionOf } from './question.ts'
import { ReviewPage } from './review-page.tsx'
import { StartPage } from './start-page.tsx'

type Step = Readonly<{
  ctx: Context
  frame: ApplyFrame
  kind: ApplicantKind
  key: string
  draft: FilingDraft
  reply: FastifyReply
}>

const FORM_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

const EMPTY: FilingDraft = { fields: {}, files: [] }
/** A person fills in a few forms a minute at most; an office behind one address, a few more. */
const LIMIT = { rateLimit: { max: 60, timeWindow: '1 minute' } }

/** 依申请公开: the form in steps, without JavaScript. What was typed and attached is kept, sealed, until it is filed. */
export function registerApply(portal: Portal): void {
  const { server } = portal
  portal.page('/:agency/apply', {}, async ({ ctx, frame }) => (
    <StartPage frame={withAgency(frame)} today={ctx.today} />
  ))

  server.get('/:agency/apply/:kind', async (request, reply) => {
    const { ctx, frame } = await enter(portal, request)
    return showForm({ ctx, frame, kind: kindOf(request), key: makeFormKey(ctx), draft: EMPTY, reply })
  })

  server.get('/:agency/apply/form/:file', { config: LIMIT }, async (request, reply) => {
    const { frame } = await enter(portal, request)
    const { file } = request.params as { file: string }
    const [kind = '', type = ''] = file.split('.')
    if ((kind !== 'person' && kind !== 'organisation') || (type !== 'pdf' && type !== 'docx')) {
      throw new NotFound('这份申请表')
    }
    const form = blankForm(frame.agency.name, kind)
    const bytes = type === 'pdf' ? await renderPdf(form) : await renderDocx(form)
    return sendFile(reply, { bytes, name: `政府信息公开申请表.${type}`, mediaType: FORM_TYPES[type] })
  })

  // What the words typed so far find among what is published already; nothing of them is kept.
  server.post('/:agency/apply/matching', { config: LIMIT }, async (request, reply) => {
    const { ctx, frame } = await enter(portal, request)
    const { fields } = await readPosted(ctx, request, 0)
    const found = await alreadyPublic(ctx, frame.agency.agencyId, fields)
    return reply.header('cache-control', 'no-store').send(
      found.map(({ documentId, title }) => ({
        href: documentPath(frame.agency, documentId),
        text: title.map(({ text }) => text).join(''),
      })),
    )
  })

  server.post('/:agency/apply/receipt', { config: LIMIT }, async (request, reply) => {
    const { ctx } = await enter(portal, request)
    const { number = '', queryCode = '' } = (request.body ?? {}) as Record<string, string>
    return sendFile(reply, await fetchReceipt({ ...ctx, scope: 'all' }, { number, queryCode }))
  })

  server.post('/:agency/apply/resume', { config: LIMIT }, async (request, reply) => {
    const { ctx, frame } = await enter(portal, request)
    const { resumeCode = '' } = (request.body ?? {}) as Record<string, string>
    const kept = await findKeptForm(ctx, { agencyId: frame.agency.agencyId, code: String(resumeCode) })
    if (kept === undefined)
      return sendPersonal(reply, <StartPage frame={frame} today={ctx.today} resumeFailed />, 404)
    return showForm({ ctx, frame, reply, ...kept })
  })

  server.post('/:agency/apply/:kind', { config: LIMIT }, async (request, reply) => {
    const { ctx, frame } = await enter(portal, request)
    const kind = kindOf(request)
    const { agencyId } = frame.agency
    const posted = await readPosted(ctx, request, 0)
    const key = keyOf(ctx, posted.fields.draftKey)
    const kept = (await findFilingDraft(ctx, { agencyId, key })) ?? EMPTY
    const all = merged(kind, kept, posted)
    const draft = { ...all, files: all.files.slice(0, ATTACHMENT_LIMITS.files) }
    const over = all.files.slice(ATTACHMENT_LIMITS.files)
    const faults = over.map(({ name }) => `附件最多${ATTACHMENT_LIMITS.files}个，“${name}”没有收下`)
    await saveFilingDraft(ctx, { agencyId, key }, draft)
    const step = { ctx, frame, kind, key, draft, reply }
    return go({ ...posted, faults: [...posted.faults, ...faults] }, step)
  })
}

async function go(posted: Posted, step: Step) {
  const { ctx, frame, kind, key, draft } = step
  const act = posted.fields.do ?? 'check'
  if (act === 'back') return showForm(step)
  if (act === 'keep') {
    const resumeCode = await keepForLater(ctx, frame.agency.agencyId, { key, kind })
    return showForm(step, { notes: posted.faults, resumeCode })
  }
  const faults = faultsOf(kind, draft.fields)
  if (Object.keys(faults).length > 0 || posted.faults.length > 0) {
    return showForm(step, { faults, notes: posted.faults })
  }
  const question = await questionFor(step, posted, act)
  if (act !== 'file') return showReview(step, question, false)
  if (question !== null && !isAnswered(question, posted.fields.answer ?? '')) {
    return showReview(step, question, posted.fields.answer !== undefined)
  }
  return file(step)
}

/** Filings an hour from one network before a question is asked: an office or a library stays below. */
const CALM = 20
/** Nobody fills in, reads over and files this form faster; a program does. */
const FASTEST_MS = 500

/**
 * 提交频次: much from one place, a form filed in no time, or the field that nobody sees leads to
 * a question in words. A lawful application is never refused for it.
 */
async function questionFor(
  { ctx, frame, key, draft }: Step,
  posted: Posted,
  act: string,
): Promise<Question | null> {
  const { agencyId } = frame.agency
  const issuedAt = formIssuedAt(ctx, key) ?? ctx.now
  const fast = act === 'file' && ctx.now.getTime() - issuedAt.getTime() < FASTEST_MS
  const trapped = (posted.fields.website ?? draft.fields.website ?? '') !== ''
  const pressed = (await recentFilings(ctx, { agencyId })) >= CALM
  return fast || trapped || pressed ? questionOf(ctx.seal, key) : null
}

async function showReview(step: Step, question: Question | null, unanswered: boolean) {
  const { ctx, frame, kind, key, draft, reply } = step
  const found = await alreadyPublic(ctx, frame.agency.agencyId, draft.fields)
  return sendPersonal(
    reply,
    <ReviewPage
      frame={frame}
      kind={kind}
      draftKey={key}
      draft={draft}
      doubts={doubtsOf(kind, draft.fields)}
      found={found}
      sameOn={await sameOn(step)}
      question={question}
      unanswered={unanswered}
    />,
    unanswered ? 422 : 200,
  )
}

/** An exact duplicate is told before it is filed; it may be filed all the same. */
function sameOn({ ctx, frame, kind, draft }: Step) {
  const { agencyId } = frame.agency
  const [applicant, wish] = [applicantOf(kind, draft.fields), wishOf(draft.fields)]
  return findSameFiling(ctx, { agencyId, applicant, wish })
}

/** The ways in which a reminder can be sent from here. */
function waysOf({ messengers }: Context) {
  return (['mail', 'sms'] as const).filter((channel) => messengers[channel] !== null)
}

async function file({ ctx, frame, kind, key, draft, reply }: Step) {
  const filed = await fileRequest(ctx, {
    agencyId: frame.agency.agencyId,
    filingKey: key,
    applicant: applicantOf(kind, draft.fields),
    wish: wishOf(draft.fields),
    purpose: draft.fields.purpose ?? '',
    acceptsOtherForm: draft.fields.acceptsOther !== 'no',
    notifyBy: waysOf(ctx).find((way) => way === draft.fields.notifyBy) ?? null,
    attachments: draft.files,
  })
  return sendPersonal(reply, <DonePage frame={frame} filed={filed} draftKey={key} />)
}

function showForm({ ctx, frame, kind, key, draft, reply }: Step, said: Said = {}) {
  const failed = said.faults !== undefined && Object.keys(said.faults).length > 0
  const page = (
    <FormPage frame={frame} kind={kind} draftKey={key} draft={draft} canNotifyBy={waysOf(ctx)} {...said} />
  )
  return sendPersonal(reply, page, failed ? 422 : 200)
}

/** A step that shows only a button sends no fields; what the form before it said stays. */
function merged(kind: ApplicantKind, kept: FilingDraft, posted: Posted): FilingDraft {
  const names = [
    ...groupsOf(kind).flatMap(({ fields }) => fields.map(({ name }) => name)),
    'website',
    'notifyBy',
  ]
  const fields = Object.fromEntries(
    names.flatMap((name) => {
      const value = posted.fields[name] ?? kept.fields[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const dropped = (sha256: string) => posted.fields[`drop-${sha256}`] === '1'
  return { fields, files: [...kept.files.filter(({ sha256 }) => !dropped(sha256)), ...posted.files] }
}

async function enter(portal: Portal, request: FastifyRequest): Promise<{ ctx: Context; frame: ApplyFrame }> {
  const frame = withAgency(await portal.frameFor(request))
  return { frame, ctx: portal.contextFor(request, frame.agency.agencyId) }
}

function withAgency(frame: Frame): ApplyFrame {
  if (frame.agency === null) throw new NotFound('这个机关')
  return { ...frame, agency: frame.agency }
}

function kindOf(request: FastifyRequest): ApplicantKind {
  const { kind } = request.params as { kind: string }
  if (kind === 'person' || kind === 'organisation') return kind
  throw new NotFound('这个页面')
}

/** The key of the form as it came back, when it is one of ours; a new one otherwise. What was typed stays either way. */
function keyOf(ctx: Context, given: string | undefined): string {
  return given !== undefined && formIssuedAt(ctx, given) !== undefined ? given : makeFormKey(ctx)
}
