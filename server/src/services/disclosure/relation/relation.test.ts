import { parsePlainDate } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, Invalid, Refused, Stale } from '../../../errors.ts'
import { aColumn, aDocument, theOffice } from '../../../testing/a-document.ts'
import { anAgency } from '../../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../../testing/test-runtime.ts'
import { changeValidity } from '../change-validity.ts'
import { publishingTasks } from '../due/publishing-tasks.ts'
import { findPublishedDocument } from '../find-published-document.ts'
import { getDocument } from '../get-document.ts'
import { withdrawDocument } from '../withdraw-document.ts'
import { relateDocuments } from './relate-documents.ts'
import { settleValidity } from './settle-validity.ts'
import { unrelateDocuments } from './unrelate-documents.ts'

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

const day = parsePlainDate
const published = async (title: string) =>
  (await aDocument(runtime, agencyId, { nodeId, content: { title, documentNumber: null } })).documentId
const relate = (
  fromId: string,
  toId: string,
  kind: 'repeals' | 'amends' | 'replaces' | 'interprets',
  on: string,
) => relateDocuments(office.drafter, { agencyId, fromId, toId, kind, effectiveOn: day(on) })
const file = (documentId: string) => getDocument(office.drafter, { agencyId, documentId })
const shown = async (documentId: string) => {
  const found = await findPublishedDocument(office.drafter, { agencyId, documentId })
  if (found?.state !== 'published') throw new Error('not public')
  return found
}
const lastEvent = async (documentId: string) => (await file(documentId)).events.at(-1)
const count = async (table: string) => {
  const { rows } = await runtime.owner.query(`select count(*)::int as n from ${table} where agency_id = $1`, [
    agencyId,
  ])
  return rows[0].n
}

/** `newer` repeals `older` from 1 June 2026. */
async function aRepeal() {
  const older = await published('旧办法')
  const newer = await published('新办法')
  await relate(newer, older, 'replaces', '2026-06-01')
  return { older, newer }
}

describe('移除关联', () => {
  it('takes a wrong statement back from both pages, restores the validity, and says so to readers', async () => {
    const { older, newer } = await aRepeal()
    expect((await shown(older)).validity).toBe('repealed')
    await unrelateDocuments(office.drafter, {
      agencyId,
      fromId: newer,
      toId: older,
      kind: 'replaces',
      reason: '关联错了文件',
      validity: 'restore',
    })
    const after = await shown(older)
    expect([after.validity, after.validityChangedOn, after.relations]).toEqual(['in-force', null, []])
    expect(after.restored).toEqual({ from: 'repealed', on: '2026-06-15', basis: '关联错了文件' })
    expect((await shown(newer)).relations).toEqual([])
    expect((await lastEvent(newer))?.kind).toBe('unrelated')
    expect((await lastEvent(newer))?.facts).toMatchObject({
      kind: 'replaces',
      toId: older,
      reason: '关联错了文件',
    })
    expect((await file(older)).events.slice(-2).map(({ kind }) => kind)).toEqual([
      'unrelated',
      'validity-changed',
    ])
    const { rows } = await runtime.owner.query(
      `select detail from audit_entry where action = 'unrelate-documents' and agency_id = $1`,
      [agencyId],
    )
    expect(rows[0].detail).toMatchObject({ kind: 'replaces', toId: older, validity: 'restore' })
  })

  it('goes back to what held before, not simply to 有效', async () => {
    const { older, newer } = await aRepeal()
    const amending = await published('修改决定')
    // While it was repealed the amendment did not show.
    await relate(amending, older, 'amends', '2025-03-01')
    expect((await shown(older)).validity).toBe('repealed')
    await unrelateDocuments(office.drafter, {
      agencyId,
      fromId: newer,
      toId: older,
      kind: 'replaces',
      reason: '错',
      validity: 'restore',
    })
    expect(await shown(older)).toMatchObject({ validity: 'amended', validityChangedOn: '2025-03-01' })
  })

  it('leaves the mark where it rests on something else, and asks for that', async () => {
    const { older, newer } = await aRepeal()
    const on = { agencyId, fromId: newer, toId: older, kind: 'replaces', reason: '不是本件废止的' } as const
    await expect(unrelateDocuments(office.drafter, on)).rejects.toThrow(Invalid)
    await expect(unrelateDocuments(office.drafter, { ...on, validity: 'keep' })).rejects.toThrow(
      '请写明依据哪一件文件',
    )
    await expect(
      unrelateDocuments(office.drafter, { ...on, reason: ' ', validity: 'restore' }),
    ).rejects.toThrow('理由')
    await expect(unrelateDocuments(office.reviewer, { ...on, validity: 'restore' })).rejects.toThrow(
      Forbidden,
    )
    expect((await shown(older)).relations).toHaveLength(1)
    await unrelateDocuments(office.drafter, { ...on, validity: 'keep', basis: '2026年清理结果公告' })
    const after = await shown(older)
    expect([after.validity, after.relations, after.restored]).toEqual(['repealed', [], null])
    expect((await lastEvent(older))?.facts).toMatchObject({ validity: 'repealed', by: '2026年清理结果公告' })
    await expect(unrelateDocuments(office.drafter, { ...on, validity: 'restore' })).rejects.toThrow(Refused)
  })

  it('asks nothing where nothing was changed by it', async () => {
    const text = await published('办法')
    const reading = await published('《办法》解读')
    await relate(reading, text, 'interprets', '2026-06-15')
    await unrelateDocuments(office.drafter, {
      agencyId,
      fromId: reading,
      toId: text,
      kind: 'interprets',
      reason: '不是它的解读',
    })
    expect((await shown(text)).relations).toEqual([])
  })
})

describe('废止它的文件撤下以后', () => {
  const withdraw = async (documentId: string) =>
    withdrawDocument(office.drafter, {
      agencyId,
      documentId,
      version: (await file(documentId)).version,
      reason: 'personal',
      note: '附件含个人信息',
    })

  it('asks a person, for a text taken off the site has not ceased to apply; readers are told meanwhile', async () => {
    const { older, newer } = await aRepeal()
    expect((await file(older)).validityQuestions).toEqual([])
    await withdraw(newer)
    const now = await shown(older)
    expect(now.validity).toBe('repealed')
    expect(now.relations).toEqual([])
    expect(now.validityOpen.map(({ fromId }) => fromId)).toEqual([newer])
    const tasks = await publishingTasks(office.drafter, agencyId)
    expect(tasks.filter(({ kind }) => kind === 'validity').map(({ text, path }) => [text, path])).toEqual([
      ['代替《旧办法》的《新办法》已经撤下，请核定它的有效性', `/disclosure/${older}`],
    ])

    const { version } = await file(older)
    const settle = { agencyId, documentId: older, version, fromId: newer, kind: 'replaces' } as const
    await expect(
      settleValidity(office.reviewer, { ...settle, outcome: 'restore', basis: '公告' }),
    ).rejects.toThrow(Forbidden)
    const events = await count('document_event')
    await expect(
      settleValidity(office.drafter, { ...settle, outcome: 'restore', basis: ' ' }),
    ).rejects.toThrow(Invalid)
    expect(await count('document_event')).toBe(events)
    await settleValidity(office.drafter, { ...settle, outcome: 'keep', basis: '市政府令第8号' })
    const kept = await shown(older)
    expect([kept.validity, kept.validityOpen]).toEqual(['repealed', []])
    expect((await publishingTasks(office.drafter, agencyId)).some(({ kind }) => kind === 'validity')).toBe(
      false,
    )
    await expect(
      settleValidity(office.drafter, {
        ...settle,
        version: version + 1,
        outcome: 'restore',
        basis: '又一次',
      }),
    ).rejects.toThrow('没有等待核定的有效性')
  })

  it('restores it when the person says so, once, though two say it at once', async () => {
    const { older, newer } = await aRepeal()
    await withdraw(newer)
    const { version } = await file(older)
    const settle = () =>
      settleValidity(office.drafter, {
        agencyId,
        documentId: older,
        version,
        fromId: newer,
        kind: 'replaces',
        outcome: 'restore',
        basis: '新办法未经公布',
      })
    const both = await Promise.allSettled([settle(), settle()])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(both.find((one) => one.status === 'rejected')?.reason).toBeInstanceOf(Stale)
    const after = await shown(older)
    expect([after.validity, after.restored?.basis]).toEqual(['in-force', '新办法未经公布'])
  })

  it('is no question once somebody changed the validity himself', async () => {
    const { older, newer } = await aRepeal()
    await withdraw(newer)
    const { version } = await file(older)
    await changeValidity(office.drafter, {
      agencyId,
      documentId: older,
      version,
      validity: 'in-force',
      on: day('2026-06-15'),
      basis: '清理决定',
    })
    expect((await shown(older)).validityOpen).toEqual([])
  })
})
