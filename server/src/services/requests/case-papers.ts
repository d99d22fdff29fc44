import { renderPdf } from '@mingfu/documents'
import { foldRequest, PROOF_OF_DOCUMENT, PROOF_OF_EVIDENCE, type ProofSection } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import {
  chinaDay,
  countSheet,
  courseSheet,
  type Drawing,
  evidenceSheet,
  evidenceTitle,
  registrationSheet,
} from './case-sheets.ts'
import { letterFile } from './draw-letter.ts'
import { readEvents, type StoredEvent } from './event-store.ts'
import { readEvidence } from './evidence.ts'
import { openSealed } from './keep-attachment.ts'
import { readLetters, type StoredLetter } from './letter-store.ts'
import { openCase } from './reading/open-case.ts'
import { type RequestFile, readRequestFiles } from './request-file-store.ts'
import { readRequestSettings } from './request-settings.ts'
import { readApplicant } from './request-store.ts'

/** 案卷材料: one paper of a case, as a court gets it. */
export type CasePaper = Readonly<{
  section: ProofSection
  title: string
  proves: string
  /** The day it was made or came in. */
  on: string
  name: string
  mediaType: string
  bytes: Uint8Array
}>

export type CasePapers = Readonly<{
  number: string
  papers: readonly CasePaper[]
  history: readonly StoredEvent[]
}>

type Key = Readonly<{ agencyId: string; requestId: string }>

/**
 * 案卷全部材料, in the order of the course: what was received, how it was handled, what was decided, how it was
 * served and counted. Proofs of identity only when asked for; inner remarks never.
 */
export async function casePapers(
  ctx: Context,
  { withIdentity, ...key }: Key & { withIdentity: boolean },
): Promise<CasePapers> {
  allow(ctx.actor, 'reveal-applicant')
  const file = await tx(ctx, async (t) => {
    const request = await openCase(t, ctx, key, 'identity')
    const history = await readEvents(t, key.agencyId, key.requestId)
    const events = history.map(({ event }) => event)
    return {
      request,
      history,
      fold: foldRequest(events, ctx.calendar, await readRequestSettings(t, key.agencyId)),
      applicant: await readApplicant(t, ctx, request),
      letters: await readLetters(t, key.agencyId, key.requestId),
      files: await readRequestFiles(t, ctx, key),
      evidence: await readEvidence(t, key),
    }
  })
  const { request, history, files } = file
  const attached = (fileIds: readonly string[]) => files.filter(({ fileId }) => fileIds.includes(fileId))
  const papers: CasePaper[] = [await drawn('receiving', registrationSheet(file, withIdentity))]
  const brought = files.filter(
    ({ purpose }) => purpose === 'attachment' || (withIdentity && purpose === 'identity-proof'),
  )
  for (const one of brought) {
    const proves = one.purpose === 'attachment' ? '申请人随申请提交的材料' : '申请人的身份'
    papers.push(
      await original(ctx, 'receiving', one, one.purpose === 'attachment' ? '申请附件' : '身份证明', proves),
    )
  }
  const handled: (readonly [at: Date, paper: () => Promise<CasePaper>])[] = []
  for (const letter of file.letters) handled.push([letter.createdAt, () => letterPaper(ctx, key, letter)])
  for (const one of file.evidence) {
    handled.push([one.recordedAt, () => drawn('handling', evidenceSheet(request, one))])
    for (const added of attached((one.facts.fileIds ?? []) as readonly string[])) {
      handled.push([
        one.recordedAt,
        () => original(ctx, 'handling', added, `${evidenceTitle(one.kind)}附件`, PROOF_OF_EVIDENCE[one.kind]),
      ])
    }
  }
  for (const [, paper] of handled.sort(([a], [b]) => a.getTime() - b.getTime())) papers.push(await paper())
  papers.push(
    await drawn('service', courseSheet(request, history)),
    await drawn('service', countSheet(request, file.fold)),
  )
  const order: readonly ProofSection[] = ['receiving', 'handling', 'decision', 'service']
  return {
    number: request.number,
    history,
    papers: papers.toSorted((a, b) => order.indexOf(a.section) - order.indexOf(b.section)),
  }
}

async function drawn(section: ProofSection, { document, ...paper }: Drawing): Promise<CasePaper> {
  const bytes = await renderPdf(document, { missing: 'mark' })
  return { section, ...paper, name: `${paper.title}.pdf`, mediaType: 'application/pdf', bytes }
}

async function original(
  ctx: Context,
  section: ProofSection,
  { name, mediaType, sha256, addedAt }: RequestFile,
  what: string,
  proves: string,
): Promise<CasePaper> {
  const bytes = await openSealed(ctx, sha256)
  if (bytes === undefined) throw new NotFound(`“${name}”的内容`)
  return { section, title: `${what}：${name}`, proves, on: chinaDay(addedAt), name, mediaType, bytes }
}

const RECEIVING: readonly string[] = ['D01', 'D02']
const DECIDING: readonly string[] = ['D12', 'D14', 'D15']

async function letterPaper(ctx: Context, { agencyId }: Key, letter: StoredLetter): Promise<CasePaper> {
  const { code, letterId, title, number, issuedOn } = letter
  const { name, mediaType, bytes } = await letterFile(ctx, { agencyId, letterId }, 'pdf')
  return {
    section: RECEIVING.includes(code) ? 'receiving' : DECIDING.includes(code) ? 'decision' : 'handling',
    title: number === null ? title : `${title}（${number}）`,
    proves: PROOF_OF_DOCUMENT[code],
    on: issuedOn,
    name,
    mediaType,
    bytes,
  }
}
