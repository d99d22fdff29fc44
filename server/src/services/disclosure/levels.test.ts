import { type ReviewLevel, USUAL_LEVELS } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { Refused } from '../../errors.ts'
import {
  A_PENALTY,
  aColumn,
  aDocument,
  content,
  NOTHING_SECRET,
  theOffice,
} from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { listAuditEntries } from '../agencies/list-audit-entries.ts'
import { approveDocument } from './approve-document.ts'
import { draftCorrection } from './draft-correction.ts'
import { draftDocument } from './draft-document.ts'
import { editDocument } from './edit-document.ts'
import { findPublishedDocument } from './find-published-document.ts'
import { getDocument } from './get-document.ts'
import { listUrgent } from './list-urgent.ts'
import { passLevel } from './pass-level.ts'
import { publishDocument } from './publish-document.ts'
import { getReleaseRules } from './release-rules/get-release-rules.ts'
import { USUAL_RULES } from './release-rules/release-rules.ts'
import { saveReleaseRules } from './release-rules/save-release-rules.ts'
import { releaseUrgently } from './release-urgently.ts'
import { remindRelease } from './remind-release.ts'
import { reviewLater } from './review-later.ts'
import { reviewSecrecy } from './review-secrecy.ts'
import { submitForReview } from './submit-for-review.ts'
import { withdrawExpired } from './withdraw-expired.ts'

const FIVE: readonly ReviewLevel[] = [
  { step: 'self-check', label: '自审', role: 'clerk' },
  { step: 'unit-review', label: '初审', role: 'clerk' },
  { step: 'office-review', label: '复审', role: 'office-head' },
  { step: 'secrecy-review', label: '保密审查', role: 'reviewer' },
  { step: 'leader-approval', label: '终审', role: 'leader' },
]
const ALL_READ = ['words', 'figures', 'names', 'references', 'files'] as const
const OPEN = { answers: NOTHING_SECRET, opinion: 'disclose', reason: '', overrides: {} } as const

let runtime: TestRuntime
let agencyId: string
let nodeId: string
let office: ReturnType<typeof theOffice>

beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
  nodeId = await aColumn(runtime, agencyId)
  office = theOffice(runtime, agencyId)
})

const as = (role: 'clerk' | 'reviewer' | 'leader' | 'office-head', last: string, on = '2026-06-15') =>
  runtime.as(
    { agencyId, roles: [role], staffId: `00000000-0000-7000-8000-0000000000${last}`, name: `${role}${last}` },
    on,
  )

async function code(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refused) return error.refusal.code
  return error instanceof Error ? error.name : 'done'
}

const file = (documentId: string) => getDocument(office.drafter, { agencyId, documentId })

describe('审核级次', () => {
  it('is settled by the head of the office, in versions, each with its reason and on the audit trail', async () => {
    const head = as('office-head', '21')
    const set = (levels: readonly ReviewLevel[], version: number) =>
      saveReleaseRules(head, {
        agencyId,
        version,
        rules: { ...USUAL_RULES, byKind: { penalty: levels } },
        reason: '处罚决定加一级复审',
      })
    expect(await code(set([...FIVE].reverse(), 0))).toBe('chain-order')
    expect(await code(set(FIVE.slice(0, 3), 0))).toBe('chain-without-secrecy')
    expect(await code(set(FIVE.slice(1), 0))).toBe('chain-without-self-check')
    const drafterReviews = FIVE.map((one) =>
      one.step === 'secrecy-review' ? { ...one, role: 'clerk' as const } : one,
    )
    expect(await code(set(drafterReviews, 0))).toBe('level-role')
    expect(
      await code(
        saveReleaseRules(office.drafter, { agencyId, version: 0, rules: USUAL_RULES, reason: '试' }),
      ),
    ).toBe('Forbidden')
    expect((await getReleaseRules(office.drafter, { agencyId })).version).toBe(0)

    expect(await set(FIVE, 0)).toEqual({ version: 1 })
    expect(await code(set(FIVE, 0))).toBe('Stale')
    const rules = await getReleaseRules(office.drafter, { agencyId })
    expect(rules.versions.map(({ version, reason }) => [version, reason])).toEqual([
      [1, '处罚决定加一级复审'],
    ])
    expect(rules.rules.byKind.penalty).toEqual(FIVE)
    const trail = await listAuditEntries(runtime.as({ agencyId, roles: ['audit-admin'] }), { agencyId })
    expect(trail.some(({ action }) => action === 'save-release-rules')).toBe(true)
  })

  it('is passed level by level, by five people, each with the role named for it', async () => {
    const { documentId } = await draftDocument(office.drafter, {
      agencyId,
      content: content(nodeId, {
        kind: 'penalty',
        legalItem: 'A20_06',
        documentNumber: null,
        form: A_PENALTY,
      }),
    })
    const on = (version: number) => ({ agencyId, documentId, version, opinion: '同意' })
    await submitForReview(office.drafter, on(1))
    expect(await code(reviewSecrecy(office.reviewer, { ...on(2), ...OPEN }))).toBe('not-this-step')
    expect(await code(passLevel(office.drafter, on(2)))).toBe('judge-is-drafter')
    await expect(passLevel(as('leader', '31'), on(2))).rejects.toThrow('“初审”由经办人办理')
    const unit = as('clerk', '32')
    await passLevel(unit, on(2))
    const both = runtime.as(
      { agencyId, roles: ['clerk', 'office-head'], staffId: '00000000-0000-7000-8000-000000000032' },
      '2026-06-15',
    )
    expect(await code(passLevel(both, on(3)))).toBe('same-reviewer')
    expect(await code(approveDocument(office.leader, on(3)))).toBe('not-from-here')
    await passLevel(as('office-head', '33'), on(3))
    const { version } = await reviewSecrecy(office.reviewer, { ...on(4), ...OPEN })
    const waiting = await file(documentId)
    expect(waiting.levels.map(({ label, passedBy, current }) => [label, passedBy, current])).toEqual([
      ['自审', '王敏', false],
      ['初审', 'clerk32', false],
      ['复审', 'office-head33', false],
      ['保密审查', '周海涛', false],
      ['终审', null, true],
    ])
    expect(await code(approveDocument(both, on(version)))).toBe('Forbidden')
    await approveDocument(office.leader, on(version))
    expect((await file(documentId)).state).toBe('approved')
  })

  it('leaves what is under review with the levels it was submitted to', async () => {
    const { documentId, version } = await aDocument(runtime, agencyId, { nodeId, stage: 'submitted' })
    const { version: now } = await getReleaseRules(office.drafter, { agencyId })
    const rules = { ...USUAL_RULES, levels: FIVE, proofread: true }
    await saveReleaseRules(as('office-head', '21'), { agencyId, version: now, rules, reason: '三审三校' })
    expect((await file(documentId)).levels).toHaveLength(USUAL_LEVELS.length)
    await reviewSecrecy(office.reviewer, { agencyId, documentId, version, ...OPEN })

    const fresh = await aDocument(runtime, agencyId, { nodeId, stage: 'submitted' })
    expect((await file(fresh.documentId)).levels.map(({ label }) => label)).toEqual([
      '自审',
      '初审',
      '复审',
      '保密审查',
      '终审',
    ])
    // 三审三校: a level left partly unread is not passed.
    const on = { ...fresh, opinion: '' }
    const first = { ...on, proofread: ['words', 'figures'] as const }
    expect(await code(passLevel(as('clerk', '32'), first))).toBe('proof-open')
    await passLevel(as('clerk', '32'), { ...on, proofread: ALL_READ })
    expect((await file(fresh.documentId)).levels[1]?.proofread).toEqual([...ALL_READ])
    await saveReleaseRules(as('office-head', '21'), {
      agencyId,
      version: now + 1,
      rules: USUAL_RULES,
      reason: '恢复原来的级次',
    })
  })
})

describe('应急发布，先发后审', () => {
  const urgent = {
    ground: 'warning',
    reason: '暴雨红色预警，须立即提示群众避险',
    answers: NOTHING_SECRET,
  } as const
  const drafted = (what = {}) =>
    draftDocument(office.drafter, { agencyId, content: content(nodeId, { documentNumber: null, ...what }) })

  it('goes out under a leader’s own name, and the level passed over is made up by somebody else in time', async () => {
    const { documentId, version } = await drafted({ title: '暴雨红色预警' })
    const on = { agencyId, documentId, version, ...urgent }
    expect(await code(releaseUrgently(office.drafter, on))).toBe('Forbidden')
    expect(await code(releaseUrgently(office.reviewer, on))).toBe('Forbidden')
    expect(await code(releaseUrgently(office.leader, { ...on, reason: ' ' }))).toBe('reason-missing')
    expect(await code(releaseUrgently(office.leader, { ...on, answers: {} }))).toBe('review-incomplete')
    // 2026-06-15 is a Monday; one working day on is Tuesday.
    const out = await releaseUrgently(office.leader, on)
    expect(out.laterReviewDueOn).toBe('2026-06-16')
    expect((await findPublishedDocument(office.drafter, { agencyId, documentId }))?.state).toBe('published')

    const open = await listUrgent(as('office-head', '21', '2026-06-17'), { agencyId })
    expect(open.map(({ title, overdue }) => [title, overdue])).toEqual([['暴雨红色预警', true]])

    const later = {
      agencyId,
      documentId,
      version: out.version,
      stays: true,
      note: '',
      answers: NOTHING_SECRET,
    }
    const releaser = runtime.as(
      { agencyId, roles: ['leader', 'reviewer'], staffId: '00000000-0000-7000-8000-00000000000c' },
      '2026-06-16',
    )
    expect(await code(reviewLater(releaser, later))).toBe('same-reviewer')
    expect(await reviewLater(office.reviewer, later)).toEqual({ version: out.version + 1, finished: true })
    expect(await code(reviewLater(office.reviewer, { ...later, version: out.version + 1 }))).toBe(
      'no-later-review',
    )
    expect((await file(documentId)).reviews).toHaveLength(2)
    expect((await listUrgent(office.drafter, { agencyId }))[0]?.overdue).toBe(false)
  })

  it('reminds who is to review every day from the last one on, by mail, with its number and nothing of the matter', async () => {
    const { documentId, version } = await drafted({ title: '水库泄洪预警' })
    const out = await releaseUrgently(office.leader, { agencyId, documentId, version, ...urgent })
    const remind = (on: string) => remindRelease({ ...runtime.asSystem('all', on), scope: 'all' })
    expect(await remind('2026-06-15')).toBe(0)
    expect(await remind('2026-06-16')).toBe(1)
    expect(await remind('2026-06-17')).toBe(1)
    await reviewLater(office.reviewer, {
      agencyId,
      documentId,
      version: out.version,
      stays: true,
      note: '',
      answers: NOTHING_SECRET,
    })
    expect(await remind('2026-06-18')).toBe(0)
  })

  it('never lets personal data or a secret mark through', async () => {
    for (const html of ['<p>联系人张某，电话13812345678。</p>', '<p>机密★1年</p><p>预警。</p>']) {
      const { documentId, version } = await drafted({ html })
      const on = { agencyId, documentId, version, ...urgent }
      expect(await code(releaseUrgently(office.leader, on))).toBe('screening-stops-urgent')
      expect((await file(documentId)).state).toBe('draft')
    }
  })

  it('comes down at once when the later review says that it should not be public', async () => {
    const { documentId, version } = await drafted({ title: '道路中断通告' })
    const out = await releaseUrgently(office.leader, { agencyId, documentId, version, ...urgent })
    await reviewLater(office.reviewer, {
      agencyId,
      documentId,
      version: out.version,
      stays: false,
      note: '涉及尚未公开的部署',
      answers: { ...NOTHING_SECRET, 'work-secret': { answer: 'yes' } },
      withdrawal: 'secrecy',
    })
    const shown = await findPublishedDocument(office.drafter, { agencyId, documentId })
    expect(shown).toMatchObject({ state: 'withdrawn', reason: 'secrecy' })
  })
})

describe('更正', () => {
  it('replaces the text under the same address after every level, and keeps the old one with its digest', async () => {
    const published = await aDocument(runtime, agencyId, { nodeId })
    const { agencyId: _, documentId, version } = published
    const before = await file(documentId)
    const correction = await draftCorrection(office.drafter, { agencyId, documentId, version })
    expect(await code(draftCorrection(office.drafter, { agencyId, documentId, version }))).toBe(
      'correction-open',
    )
    const on = (seen: number) => ({ agencyId, documentId: correction.documentId, version: seen })

    // Nothing goes in without saying what was corrected.
    await expect(submitForReview(office.drafter, on(1))).rejects.toThrow('更正说明')
    const corrected = content(nodeId, {
      html: '<p>救助标准为每人每月六百元。</p>',
      correctionNote: '将救助标准由“五百元”更正为“六百元”。',
    })
    await editDocument(office.drafter, { ...on(1), content: corrected })
    await submitForReview(office.drafter, on(2))
    expect(await code(publishDocument(office.drafter, on(3)))).toBe('not-from-here')
    await reviewSecrecy(office.reviewer, { ...on(3), ...OPEN })
    await approveDocument(office.leader, on(4))
    const still = await findPublishedDocument(office.drafter, { agencyId, documentId })
    expect(still).toMatchObject({ state: 'published', digest: before.contentDigest, corrections: [] })

    const out = await publishDocument(office.drafter, on(5))
    expect(out.indexNumber).toBe(published.indexNumber)
    expect(out.publishedAt).toEqual(before.publishedAt)
    const after = await findPublishedDocument(office.drafter, { agencyId, documentId })
    expect(after).toMatchObject({
      state: 'published',
      content: { html: '<p>救助标准为每人每月六百元。</p>' },
      corrections: [{ note: '将救助标准由“五百元”更正为“六百元”。', digestBefore: before.contentDigest }],
    })
    const whole = await file(documentId)
    expect(whole.contentDigest).not.toBe(before.contentDigest)
    expect(whole.approvedDigest).toBe(whole.contentDigest)
    expect(whole.versions.map(({ content: { html } }) => html)).toEqual([before.content.html])
    expect(whole.levels.map(({ passedBy }) => passedBy)).toEqual(['王敏', '周海涛', '郑国栋'])
    expect(whole.reviews).toHaveLength(2)
    expect((await file(correction.documentId)).state).toBe('archived')
    expect(await findPublishedDocument(office.drafter, { agencyId, documentId: correction.documentId })).toBe(
      undefined,
    )
  })
})

describe('公示期满撤下', () => {
  it('takes down on the day after the last one, and says so at the address', async () => {
    const { documentId } = await aDocument(runtime, agencyId, {
      nodeId,
      content: { unpublishOn: '2026-06-22' as never },
    })
    const job = (on: string) => withdrawExpired({ ...runtime.asSystem('all', on), scope: 'all' })
    await job('2026-06-22')
    expect((await findPublishedDocument(office.drafter, { agencyId, documentId }))?.state).toBe('published')
    await job('2026-06-23')
    expect(await findPublishedDocument(office.drafter, { agencyId, documentId })).toMatchObject({
      state: 'withdrawn',
      reason: 'period-over',
    })
  })

  it('asks for the law that wants it where 第（十五）项 is chosen', async () => {
    const { documentId } = await draftDocument(office.drafter, {
      agencyId,
      content: content(nodeId, { legalItem: 'A20_15' }),
    })
    expect(Object.keys((await file(documentId)).faults)).toEqual(['legalBasis'])
  })
})
