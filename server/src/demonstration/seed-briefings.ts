import { addDays, type PlainDate } from '@mingfu/law'
import { listDepartments } from '../services/agencies/list-departments.ts'
import { closeCall, issueCall } from '../services/briefing/calls.ts'
import { creditItem } from '../services/briefing/credit-item.ts'
import { editItem, turnDownItem } from '../services/briefing/edit-item.ts'
import { issueBulletin } from '../services/briefing/issue-bulletin.ts'
import { saveBulletin } from '../services/briefing/save-bulletin.ts'
import { submitItem } from '../services/briefing/submit-item.ts'
import { draftItem } from '../services/briefing/write-item.ts'
import { BRIEFINGS, BULLETIN, type DemonstrationBriefing } from './briefings.ts'
import type { Stage } from './stage.ts'

/** 政务信息: a call, items of several units in every stage, an issue that a leader signed, and the points they earned. */
export async function seedBriefings(stage: Stage): Promise<void> {
  const { agencyId, today } = stage
  const units = await listDepartments(stage.as('fuzeren', today), agencyId)
  const unitOf = (name: string) => units.find((unit) => unit.name === name)
  const called = addDays(today, -45)
  const { callId } = await issueCall(stage.as('fuzeren', called), {
    agencyId,
    fromOffice: '南阳市人民政府办公室',
    topic: '基层反映的政策落实堵点',
    requirements: '一事一报，有问题、有原因、有建议，1500字以内。',
    unitIds: [],
    dueOn: addDays(today, -30),
  })
  const ids = new Map<string, string>()
  for (const item of BRIEFINGS.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
    const unit = unitOf(item.department)
    if (unit === undefined) continue
    const answers = item.kind === 'problem' || item.kind === 'research'
    const call = answers && item.daysAgo < 45 ? callId : null
    const head = unit.contactName ?? item.department
    ids.set(item.title, await play(stage, item, { unitId: unit.departmentId, head, callId: call }))
  }
  await closeCall(stage.as('fuzeren', addDays(today, -29)), { agencyId, callId, version: 1 })
  await issue(
    stage,
    BULLETIN.flatMap((title) => ids.get(title) ?? []),
  )
}

type From = Readonly<{ unitId: string; head: string; callId: string | null }>

/** Answers the item's id. */
async function play(stage: Stage, item: DemonstrationBriefing, from: From): Promise<string> {
  const { agencyId, today } = stage
  const on = addDays(today, -item.daysAgo)
  const editor = stage.as('fuzeren', on)
  const { itemId, version } = await draftItem(stage.as('jingban', on), {
    agencyId,
    content: {
      kind: item.kind,
      unitId: from.unitId,
      callId: from.callId,
      title: item.title,
      body: item.body,
      author: from.head,
      eventAt: item.hoursAfter === undefined ? null : hoursBefore(on, item.hoursAfter),
    },
  })
  const at = (seen: number) => ({ agencyId, itemId, version: seen })
  let seen = (await submitItem(stage.as('jingban', on), { ...at(version), signedBy: from.head })).version
  if (item.edited !== undefined) {
    const { body, factsCorrected = '' } = item.edited
    seen = (await editItem(editor, { ...at(seen), title: item.title, body, factsCorrected })).version
  }
  if (item.returned !== undefined)
    await turnDownItem(editor, { ...at(seen), how: 'return', reason: item.returned })
  if (item.adopted !== undefined)
    seen = (await creditItem(editor, { ...at(seen), kind: 'adoption', on, ...item.adopted })).version
  if (item.instructed !== undefined) {
    const note = { kind: 'instruction', code: 'city-note', on, detail: item.instructed } as const
    await creditItem(editor, { ...at(seen), ...note })
  }
  return itemId
}

async function issue(stage: Stage, itemIds: readonly string[]): Promise<void> {
  const { agencyId, today } = stage
  const on = addDays(today, -25)
  const content = {
    paper: '鸭河工区政务信息',
    editor: '鸭河工区党政办公室',
    scoreCode: 'own-bulletin',
    itemIds,
    reportTo: '市政府办公室，区领导。',
    sendTo: '各部门，各乡镇人民政府、办事处。',
  }
  const made = await saveBulletin(stage.as('fuzeren', on), {
    agencyId,
    bulletinId: null,
    version: 0,
    content,
  })
  await issueBulletin(stage.as('lingdao', on), { agencyId, ...made })
}

/** So many hours before noon of a day in China. */
function hoursBefore(on: PlainDate, hours: number): Date {
  return new Date(new Date(`${on}T12:00:00+08:00`).getTime() - hours * 3_600_000)
}
