import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../errors.ts'
import { sendFile } from '../../send-file.ts'
import type { Context } from '../../services/context.ts'
import { fetchReceipt } from '../../services/requests/fetch-paper.ts'
import { fileRequest } from '../../services/requests/file-request.ts'
import { type FilingDraft, findFilingDraft, saveFilingDraft } from '../../services/requests/filing-draft.ts'
import type { Frame } from '../layout.tsx'
import { type Portal, sendPersonal } from '../portal.ts'
import { type ApplicantKind, applicantOf, doubtsOf, faultsOf, groupsOf, wishOf } from './fields.ts'
import { DonePage, FormPage, ReviewPage, StartPage } from './pages.tsx'
import { type Posted, readPosted } from './posted.ts'

type At = Frame & Readonly<{ agency: NonNullable<Frame['agency']> }>
type Step = Readonly<{
  ctx: Context
  frame: At
  kind: ApplicantKind
  key: string
  draft: FilingDraft
  reply: FastifyReply
}>

const EMPTY: FilingDraft = { fields: {}, files: [] }
/** A person fills in a few forms a minute at most; an office behind one address, a few more. */
const LIMIT = { rateLimit: { max: 60, timeWindow: '1 minute' } }

/** 依申请公开: the form in steps, without JavaScript. What was typed and attached is kept, sealed, until it is filed. */
export function registerApply(portal: Portal): void {
  const { server } = portal
  portal.page('/:agency/apply', {}, async ({ frame }) => <StartPage frame={withAgency(frame)} />)

  server.get('/:agency/apply/:kind', async (request, reply) => {
    const { ctx, frame } = await enter(portal, request)
    const { draft: key = makeKey() } = request.query as { draft?: string }
    const draft = (await findFilingDraft(ctx, { agencyId: frame.agency.agencyId, key })) ?? EMPTY
    return showForm({ ctx, frame, kind: kindOf(request), key, draft, reply }, {}, [])
  })

  server.post('/:agency/apply/receipt', { config: LIMIT }, async (request, reply) => {
    const { ctx } = await enter(portal, request)
    const { number = '', queryCode = '' } = (request.body ?? {}) as Record<string, string>
    return sendFile(reply, await fetchReceipt({ ...ctx, scope: 'all' }, { number, queryCode }))
  })

  server.post('/:agency/apply/:kind', { config: LIMIT }, async (request, reply) => {
    const { ctx, frame } = await enter(portal, request)
    const kind = kindOf(request)
    const { agencyId } = frame.agency
    const posted = await readPosted(ctx, request, 0)
    const key = posted.fields.draftKey || makeKey()
    const kept = (await findFilingDraft(ctx, { agencyId, key })) ?? EMPTY
    const draft = merged(kind, kept, posted)
    await saveFilingDraft(ctx, { agencyId, key }, draft)
    return go(posted, { ctx, frame, kind, key, draft, reply })
  })
}

function go(posted: Posted, step: Step) {
  const { kind, draft, key, reply, frame } = step
  const act = posted.fields.do ?? 'check'
  if (act === 'back') return showForm(step, {}, [])
  if (act === 'keep') return showForm(step, {}, [...posted.faults, ...keptNote(frame, kind, key)])
  const faults = faultsOf(kind, draft.fields)
  if (posted.fields.website) faults.website = '“请不要填写这一项”一栏请留空'
  if (Object.keys(faults).length > 0 || posted.faults.length > 0) return showForm(step, faults, posted.faults)
  if (act !== 'file') {
    const doubts = doubtsOf(kind, draft.fields)
    return sendPersonal(
      reply,
      <ReviewPage frame={frame} kind={kind} draftKey={key} draft={draft} doubts={doubts} />,
    )
  }
  return file(step)
}

async function file({ ctx, frame, kind, key, draft, reply }: Step) {
  const filed = await fileRequest(ctx, {
    agencyId: frame.agency.agencyId,
    filingKey: key,
    applicant: applicantOf(kind, draft.fields),
    wish: wishOf(draft.fields),
    purpose: draft.fields.purpose ?? '',
    acceptsOtherForm: true,
    attachments: draft.files,
  })
  return sendPersonal(reply, <DonePage frame={frame} filed={filed} draftKey={key} />)
}

function showForm(
  { frame, kind, key, draft, reply }: Step,
  faults: Record<string, string>,
  notes: readonly string[],
) {
  const failed = Object.keys(faults).length > 0
  return sendPersonal(
    reply,
    <FormPage frame={frame} kind={kind} draftKey={key} draft={draft} faults={faults} notes={notes} />,
    failed ? 422 : 200,
  )
}

function keptNote({ agency }: At, kind: ApplicantKind, key: string): readonly string[] {
  return [`已暂存，48小时内可以从这个网址继续填写：/${agency.slug}/apply/${kind}?draft=${key}`]
}

/** A step that shows only a button sends no fields; what the form before it said stays. */
function merged(kind: ApplicantKind, kept: FilingDraft, posted: Posted): FilingDraft {
  const names = groupsOf(kind).flatMap(({ fields }) => fields.map(({ name }) => name))
  const fields = Object.fromEntries(
    names.flatMap((name) => {
      const value = posted.fields[name] ?? kept.fields[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const dropped = (sha256: string) => posted.fields[`drop-${sha256}`] === '1'
  return { fields, files: [...kept.files.filter(({ sha256 }) => !dropped(sha256)), ...posted.files] }
}

async function enter(portal: Portal, request: FastifyRequest): Promise<{ ctx: Context; frame: At }> {
  const frame = withAgency(await portal.frameFor(request))
  return { frame, ctx: portal.contextFor(request, frame.agency.agencyId) }
}

function withAgency(frame: Frame): At {
  if (frame.agency === null) throw new NotFound('这个机关')
  return { ...frame, agency: frame.agency }
}

function kindOf(request: FastifyRequest): ApplicantKind {
  const { kind } = request.params as { kind: string }
  if (kind === 'person' || kind === 'organisation') return kind
  throw new NotFound('这个页面')
}

function makeKey(): string {
  return randomBytes(24).toString('base64url')
}
