import { beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../../testing/factories.ts'
import { approveDecision } from '../approve-decision.ts'
import { draftDecision } from '../draft-decision.ts'
import { askExtension } from '../extension/ask-extension.ts'
import { decideExtension } from '../extension/decide-extension.ts'
import { fileRequest } from '../file-request.ts'
import { getRequest } from '../get-request.ts'
import { recordEvidence } from '../record-evidence.ts'
import { signOffDraft } from '../sign-off/sign-off-draft.ts'
import { anApplication, anOffice, day, type Office, underReview } from '../testing/office.ts'
import { triageFacts } from '../triage/triage-facts.ts'
import { getOfficeRules } from './get-office-rules.ts'
import { DEFAULT_OFFICE_RULES } from './office-rules.ts'
import { saveOfficeRules } from './save-office-rules.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
const head = (on: string) => office.as('office-head', on)
const clerk = (on: string) => office.as('clerk', on)
const NEEDS_CREATION = [
  { outcome: 'unable-needs-creation' as const, facts: { reason: '需要汇总三年的台账' } },
] as const

const SEARCH = {
  systems: ['业务系统'],
  words: ['台账'],
  period: '2021年至今',
  searchedBy: '经办员',
  searchedOn: day('2024-06-12'),
  unitsAsked: [],
}

describe('内部办理规则', () => {
  it('are set by the head of the office, and audited with what changed and why', async () => {
    const { agencyId } = office
    const rules = { ...DEFAULT_OFFICE_RULES, feePayment: '到政务服务中心缴纳' }
    const change = { agencyId, rules, reason: '统一缴纳方式' }
    await expect(saveOfficeRules(clerk('2024-06-12'), change)).rejects.toThrow('权限')
    await saveOfficeRules(head('2024-06-12'), change)
    expect(await getOfficeRules(clerk('2024-06-12'), { agencyId })).toEqual(rules)
    const { rows } = await office.runtime.owner.query(
      `select detail from audit_entry where agency_id = $1 and action = 'save-office-rules'`,
      [agencyId],
    )
    expect(rows.map(({ detail }) => detail)).toEqual([
      { reason: '统一缴纳方式', changed: { feePayment: { from: '', to: '到政务服务中心缴纳' } } },
    ])
  })
})

describe('签发前的审核', () => {
  it('comes step by step, by different people, before the signature; a new draft begins anew', async () => {
    const { agencyId } = office
    const rules = { ...DEFAULT_OFFICE_RULES, signOff: ['review', 'office-head'] as const }
    await saveOfficeRules(head('2024-06-12'), { agencyId, rules: rules, reason: '加强审核' })
    const { on } = await underReview(office, '2024-06-03')
    await recordEvidence(clerk('2024-06-12'), {
      ...on,
      evidence: { kind: 'search-record', search: SEARCH, hits: '没有现成的汇总' },
      attachments: [],
    })
    const drafted = await draftDecision(clerk('2024-06-12'), { ...on, items: NEEDS_CREATION })
    const leader = office.as('leader', '2024-06-13')
    const early = approveDecision(leader, { ...on, version: drafted.version })
    await expect(early).rejects.toThrow('审查人审核”还没有完成')
    const mine = office.runtime.as({ agencyId, roles: ['reviewer'], staffId: office.clerkId }, '2024-06-12')
    const review = { ...on, version: drafted.version, step: 'review' as const, opinion: '同意' }
    await expect(signOffDraft(mine, review)).rejects.toThrow('不同的人员')
    const skipped = signOffDraft(head('2024-06-12'), { ...review, step: 'office-head' })
    await expect(skipped).rejects.toThrow('不在等待审核')
    const reviewed = await signOffDraft(office.as('reviewer', '2024-06-12'), review)
    const step = { ...on, version: reviewed.version, step: 'office-head' as const, opinion: '同意' }
    const signed = await signOffDraft(head('2024-06-13'), step)
    const approved = await approveDecision(leader, { ...on, version: signed.version })
    expect(approved.state).toBe('decision-approved')
    const file = await getRequest(clerk('2024-06-13'), on)
    expect(file.draft?.signed.map(({ actor }) => actor)).toEqual(['审查员', '负责人'])
    await saveOfficeRules(head('2024-06-12'), { agencyId, rules: DEFAULT_OFFICE_RULES, reason: '恢复默认' })
  })
})

describe('延长的申请', () => {
  it('moves the deadline when the head consents himself, and not before', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const ask = { ...on, workingDays: 10, reason: '需要检索的档案较多' }
    const asked = await askExtension(clerk('2024-06-12'), ask)
    expect(asked.dueOn).toBe('2024-07-02')
    await expect(askExtension(clerk('2024-06-12'), { ...ask, version: asked.version })).rejects.toThrow(
      '正在等待',
    )
    const file = await getRequest(head('2024-06-12'), on)
    const extensionId = file.extensions[0]?.extensionId ?? ''
    const decide = {
      ...on,
      version: asked.version,
      extensionId,
      decision: 'approved' as const,
      opinion: '同意',
    }
    await expect(decideExtension(clerk('2024-06-12'), decide)).rejects.toThrow('权限')
    const extended = await decideExtension(head('2024-06-13'), decide)
    expect(extended.dueOn).toBe('2024-07-16')
    const after = await getRequest(head('2024-06-13'), on)
    expect(after.letters.map(({ code }) => code)).toContain('D05')
    expect(after.extensions.map(({ decidedBy }) => decidedBy)).toEqual(['负责人'])
  })

  it('stays where it is when the head refuses', async () => {
    const { on } = await underReview(office, '2024-06-03')
    await expect(
      askExtension(clerk('2024-07-03'), { ...on, workingDays: 5, reason: '迟了' }),
    ).rejects.toThrow('已经届满')
    const asked = await askExtension(clerk('2024-06-12'), { ...on, workingDays: 5, reason: '档案较多' })
    const { extensions } = await getRequest(head('2024-06-12'), on)
    const refused = await decideExtension(head('2024-06-12'), {
      ...on,
      version: asked.version,
      extensionId: extensions[0]?.extensionId ?? '',
      decision: 'refused',
      opinion: '尚有时间',
    })
    expect(refused.dueOn).toBe('2024-07-02')
  })
})

describe('受理参考', () => {
  it('counts the same applicant, and shows other agencies with the same matter without who asked', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const other = await anAgency(office.runtime, { name: '邻区管理委员会' })
    await fileRequest(office.runtime.asPublic(other, '2024-06-04'), anApplication(other))
    const facts = await triageFacts(clerk('2024-06-12'), on)
    expect(facts.sameApplicant.thisMonth).toBeGreaterThan(1)
    expect(facts.elsewhere).toEqual([
      { agency: '邻区管理委员会', receivedOn: '2024-06-04', state: 'registered', outcome: null },
    ])
    expect(JSON.stringify(facts)).not.toContain('欧阳')
  })
})
