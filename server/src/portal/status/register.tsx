import type { PlainDate } from '@mingfu/law'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Invalid, NotFound, Refused } from '../../errors.ts'
import { sendFile } from '../../send-file.ts'
import type { Context } from '../../services/context.ts'
import type { Claim } from '../../services/requests/claim.ts'
import { fetchPaper } from '../../services/requests/fetch-paper.ts'
import { followRequest } from '../../services/requests/follow-request.ts'
import type { KeptFile } from '../../services/requests/keep-attachment.ts'
import { makeFormKey } from '../apply/form-key.ts'
import { readPosted } from '../apply/posted.ts'
import { type Portal, sendPersonal } from '../portal.ts'
import { actOn, isStatusAct, type StatusAct } from './act-on.ts'
import { StatusForm } from './status-form.tsx'
import { type Attempt, StatusPage } from './status-page.tsx'

/** Guessing is hopeless with a code of 140 bits; the limit keeps it cheap for us too. */
const LIMIT = { rateLimit: { max: 30, timeWindow: '1 minute' } }

/** 查询办理进度 and what the applicant does there: by number and query code, posted, never in an address. */
export function registerStatus(portal: Portal): void {
  const { server } = portal
  server.get('/apply/status', async (request, reply) =>
    sendPersonal(
      reply,
      <StatusForm frame={await portal.frameFor(request)} claim={{ number: '', queryCode: '' }} />,
    ),
  )

  server.post('/apply/status', { config: LIMIT }, async (request, reply) => {
    const fields = (request.body ?? {}) as Record<string, string>
    const ctx = portal.contextFor(request, 'all')
    const { lastFour } = fields
    const own = lastFour === undefined || lastFour.trim() === '' ? {} : { lastFour: lastFour.trim() }
    try {
      return await show(portal, request, reply, ctx, { claim: claimOf(fields), ...own })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return show(portal, request, reply, ctx, { claim: claimOf(fields), fault: error.message })
    }
  })

  server.post('/apply/status/paper', { config: LIMIT }, async (request, reply) => {
    const fields = (request.body ?? {}) as Record<string, string>
    const claim = claimOf(fields)
    const { paperId = '', lastFour = '' } = fields
    const ctx = portal.contextFor(request, 'all')
    try {
      return sendFile(reply, await fetchPaper(ctx, { ...claim, paperId, lastFour: lastFour.trim() }))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return show(portal, request, reply, ctx, { claim, fault: error.message })
    }
  })

  server.post('/apply/status/act', { config: LIMIT }, async (request, reply) => {
    const ctx = portal.contextFor(request, 'all')
    const { fields, files, faults } = await readPosted(ctx, request, 0)
    const act = fields.do ?? ''
    if (!isStatusAct(act)) throw new NotFound('这个事项')
    const attempt = {
      act,
      fields,
      key: fields.messageKey || makeFormKey(ctx),
      files: [...keptBefore(ctx, fields.kept), ...files],
    }
    return carryOut(portal, request, reply, ctx, attempt, faults)
  })
}

type Tried = Readonly<{
  act: StatusAct
  fields: Readonly<Record<string, string>>
  key: string
  files: readonly KeptFile[]
}>

async function carryOut(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  ctx: Context,
  { act, fields, key, files }: Tried,
  faults: readonly string[],
) {
  const claim = claimOf(fields)
  const own = fields.lastFour ? { lastFour: fields.lastFour } : {}
  const again = (fault: string) => ({
    claim,
    fault,
    // Nothing already given is lost: the text stands in the form, the files wait sealed.
    attempt: { act, key, fields, kept: sealKept(ctx, files), keptNames: files.map(({ name }) => name) },
  })
  if (faults.length > 0) return show(portal, request, reply, ctx, again(faults.join('；')))
  try {
    const done = await actOn(ctx, act, { claim, key, fields, files })
    return await showDone(portal, request, reply, ctx, { claim, done, ...own })
  } catch (error) {
    if (!(error instanceof Invalid || error instanceof Refused)) throw error
    return show(portal, request, reply, ctx, again(error.message))
  }
}

/** What was done is done, even where the four characters that came along show nothing more. */
async function showDone(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  ctx: Context,
  { lastFour, ...shown }: Shown,
) {
  try {
    return await show(portal, request, reply, ctx, {
      ...shown,
      ...(lastFour === undefined ? {} : { lastFour }),
    })
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return show(portal, request, reply, ctx, shown)
  }
}

type Shown = Readonly<{
  claim: Claim
  lastFour?: string
  fault?: string
  done?: string
  attempt?: Attempt
}>

/** The page of an application; for a wrong claim, the form with the one answer that tells nothing. */
async function show(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  ctx: Context,
  { claim, ...shown }: Shown,
) {
  const frame = await portal.frameFor(request)
  try {
    const { lastFour } = shown
    const followed = await followRequest(ctx, { ...claim, ...(lastFour === undefined ? {} : { lastFour }) })
    const today: PlainDate = ctx.today
    const page = (
      <StatusPage
        frame={frame}
        claim={claim}
        followed={followed}
        today={today}
        messageKey={makeFormKey(ctx)}
        {...shown}
      />
    )
    return sendPersonal(reply, page, shown.fault === undefined ? 200 : 422)
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    const form = <StatusForm frame={frame} claim={{ ...claim, queryCode: '' }} fault={error.message} />
    return sendPersonal(reply, form, 404)
  }
}

function claimOf({ number = '', queryCode = '' }: Readonly<Record<string, string>>): Claim {
  return { number: String(number).trim(), queryCode: String(queryCode).trim() }
}

function sealKept(ctx: Context, files: readonly KeptFile[]): string {
  return files.length === 0 ? '' : ctx.seal.seal(JSON.stringify(files)).toString('base64url')
}

/** Files that an earlier try brought along; what is not sealed by us is nothing. */
function keptBefore(ctx: Context, sealed: string | undefined): readonly KeptFile[] {
  if (!sealed) return []
  try {
    return JSON.parse(ctx.seal.open(Buffer.from(sealed, 'base64url'))) as readonly KeptFile[]
  } catch {
    return []
  }
}
