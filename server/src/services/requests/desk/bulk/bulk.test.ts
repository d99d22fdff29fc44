import { beforeAll, describe, expect, it } from 'vitest'
import { pdfPages } from '../../../../../../documents/src/testing/pdf-text.ts'
import { Forbidden } from '../../../../errors.ts'
import { fileRequest } from '../../file-request.ts'
import { getRequest } from '../../get-request.ts'
import { listRequests } from '../../list-requests.ts'
import { callForRecords } from '../../record-call/call-for-records.ts'
import { requestCorrection } from '../../request-correction.ts'
import { anApplication, anOffice, day, type Office, underReview } from '../../testing/office.ts'
import { bulkAct } from './bulk-act.ts'
import type { BulkStep } from './bulk-step.ts'
import { previewLetters, printLetters } from './print-letters.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
const clerk = (on = '2024-06-06') => office.as('clerk', on)

/** Looks first, sees that looking changed nothing, then does it. */
async function lookThenDo(requestIds: readonly string[], act: BulkStep) {
  const { agencyId } = office
  const cases = () => Promise.all(requestIds.map((requestId) => getRequest(clerk(), { agencyId, requestId })))
  const before = await cases()
  const targets = before.map(({ request }) => ({ requestId: request.requestId, version: request.version }))
  const audits = () => office.count('audit_entry')
  const trail = await audits()
  const shown = await bulkAct(clerk(), { agencyId, targets, act, preview: true })
  expect(await cases()).toEqual(before)
  expect(await audits()).toBe(trail)
  const done = await bulkAct(clerk(), { agencyId, targets, act, preview: false })
  // A preview is the step itself, taken back: it never promises something else.
  expect(done).toEqual(shown)
  return { done: done.map(({ does, refusal }) => does ?? `不办：${refusal}`), after: await cases() }
}

describe('批量办理', () => {
  it('adds a task to each, chases the units that are waited for, and says why one is left out', async () => {
    const { agencyId } = office
    const one = await underReview(office, '2024-06-03')
    const two = await underReview(office, '2024-06-03')
    await callForRecords(clerk(), {
      agencyId,
      requestId: one.requestId,
      on: day('2024-06-04'),
      unit: '规划科',
      information: '规划图',
      keywords: ['规划'],
      places: ['规划档案'],
      respondBy: day('2024-06-11'),
    })
    const ids = [one.requestId, two.requestId]
    const chased = await lookThenDo(ids, { kind: 'chase', how: '电话' })
    expect(chased.done).toEqual(['催办规划科（期限2024年6月11日）', '不办：没有等待答复的协办函'])
    expect(chased.after[0]?.calls[0]?.chasedOn).toEqual(['2024-06-06'])
    const tasks = await lookThenDo(ids, {
      kind: 'task',
      what: '复核',
      staffId: null,
      dueOn: day('2024-06-12'),
    })
    expect(tasks.done[0]).toMatch(/^待办“复核”，由.+在2024年6月12日前办理$/)
    expect(tasks.after.map((file) => file.tasks.length)).toEqual([1, 1])
  })

  it('records the delivery of a batch of notices, where one was sent', async () => {
    const one = await underReview(office, '2024-06-03')
    const two = await underReview(office, '2024-06-03')
    await requestCorrection(clerk('2024-06-04'), {
      ...one.on,
      on: day('2024-06-04'),
      items: ['请明确年份'],
      guidance: '写明公告日期',
      respondBy: day('2024-06-25'),
      deliveredOn: null,
    })
    const act = {
      kind: 'deliver',
      document: 'correction-notice',
      on: day('2024-06-05'),
      proof: '回执',
    } as const
    const { done, after } = await lookThenDo([one.requestId, two.requestId], act)
    expect(done[0]).toBe('《补正告知书》2024年6月5日签收')
    expect(done[1]).toMatch(/^不办：/)
    expect(after.map(({ history }) => history.at(-1)?.event.kind)).toEqual(['delivered', 'review-started'])
  })

  it('sets spam aside and brings it back; what is being handled stays', async () => {
    const { agencyId } = office
    const spam = await fileRequest(office.visitor('2024-06-05'), anApplication(agencyId))
    const real = await underReview(office, '2024-06-03')
    const { done } = await lookThenDo([spam.requestId, real.requestId], { kind: 'set-aside', reason: '广告' })
    expect(done).toEqual(['移入垃圾信息，可以恢复', '不办：申请已经开始办理，不能移入垃圾信息，请依法答复'])
    const open = async () =>
      (await listRequests(clerk(), { agencyId, group: 'all', limit: 100 })).lines.map(
        (line) => line.requestId,
      )
    expect(await open()).not.toContain(spam.requestId)
    const back = await lookThenDo([spam.requestId], { kind: 'restore' })
    expect(back.done).toEqual(['恢复为待办理的申请，收到申请之日不变'])
    expect(await open()).toContain(spam.requestId)
  })

  it('prints the letters of the chosen cases as one file, and tells which case has none', async () => {
    const { agencyId } = office
    const one = await fileRequest(office.visitor('2024-06-05'), anApplication(agencyId))
    const two = await fileRequest(office.visitor('2024-06-05'), anApplication(agencyId))
    const requestIds = [one.requestId, two.requestId]
    const shown = await previewLetters(clerk(), { agencyId, requestIds, code: null })
    expect(shown.map(({ does }) => does)).toEqual([
      expect.stringContaining('登记回执'),
      expect.stringContaining('登记回执'),
    ])
    const none = await previewLetters(clerk(), { agencyId, requestIds, code: 'D03' })
    expect(none.map(({ refusal }) => refusal)).toEqual(['没有出具这种文书', '没有出具这种文书'])
    const { bytes } = await printLetters(clerk(), { agencyId, requestIds, code: null })
    const pages = await pdfPages(bytes)
    const firstOf = ({ number }: { number: string }) => pages.findIndex((text) => text.includes(number))
    expect([firstOf(one), firstOf(two)]).toEqual([0, pages.length / 2])
    await expect(
      printLetters(office.as('reviewer', '2024-06-06'), { agencyId, requestIds, code: null }),
    ).rejects.toThrow(Forbidden)
  })
})
