import { describe, expect, test } from 'vitest'
import { citationText } from '../citation.ts'
import {
  checkLevels,
  checkProof,
  PROOF_ITEMS,
  type ReviewLevel,
  type ReviewRole,
  USUAL_LEVELS,
} from './review-level.ts'
import type { ReviewStep } from './review-step.ts'

const level = (step: ReviewStep, label: string, role: ReviewRole): ReviewLevel => ({ step, label, role })
const SELF = level('self-check', '自审', 'clerk')
const SECRECY = level('secrecy-review', '保密审查', 'reviewer')
const APPROVAL = level('leader-approval', '领导审签', 'leader')

/** The code of the refusal; `null` where it was granted. */
const refusal = (levels: readonly ReviewLevel[]) => {
  const ruling = checkLevels(levels)
  return ruling.granted ? null : ruling.refusal.code
}

describe('审核级的设定', () => {
  test('what holds where nothing is settled is three levels: 自审、保密审查、领导审签', () => {
    expect(USUAL_LEVELS).toEqual([SELF, SECRECY, APPROVAL])
    expect(checkLevels(USUAL_LEVELS)).toEqual({ granted: true, value: USUAL_LEVELS })
  })

  test('begins with the drafter, names each level once, and keeps the chain of the law', () => {
    const unit = level('unit-review', '科室初审', 'office-head')
    expect(refusal([SELF, unit, SECRECY, APPROVAL])).toBeNull()
    expect(refusal([unit, SECRECY, APPROVAL])).toBe('chain-without-self-check')
    expect(refusal([SELF, APPROVAL])).toBe('chain-without-secrecy')
    expect(refusal([SELF, { ...SECRECY, label: ' 自审 ' }, APPROVAL])).toBe('level-label')
  })

  test.each([
    ['self-check', ['clerk'], ['reviewer', 'office-head', 'leader']],
    ['unit-review', ['clerk', 'reviewer', 'office-head', 'leader'], []],
    ['office-review', ['reviewer', 'office-head', 'leader'], ['clerk']],
    ['secrecy-review', ['reviewer', 'office-head'], ['clerk', 'leader']],
    ['leader-approval', ['leader', 'office-head'], ['clerk', 'reviewer']],
  ] as const)('%s may be given to %j, not to %j', (step, fit, unfit) => {
    const chain = (role: ReviewRole) => {
      const all = [
        SELF,
        level('unit-review', '初审', 'clerk'),
        level('office-review', '复审', 'reviewer'),
        SECRECY,
        APPROVAL,
      ]
      return all.map((one) => (one.step === step ? { ...one, role } : one))
    }
    expect(fit.map((role) => refusal(chain(role)))).toEqual(fit.map(() => null))
    expect(unfit.map((role: ReviewRole) => refusal(chain(role)))).toEqual(unfit.map(() => 'level-role'))
  })

  test('says which level cannot be done by whom, and by which article', () => {
    const ruling = checkLevels([SELF, { ...SECRECY, role: 'leader' }, { ...APPROVAL, role: 'clerk' }])
    expect(ruling.granted ? null : [ruling.refusal.reason, citationText(ruling.refusal.basis)]).toEqual([
      '“保密审查”不能由签发领导办理',
      '《中华人民共和国政府信息公开条例》第十七条',
    ])
  })
})

describe('三审三校', () => {
  test('at a level that asks for it every item is read; elsewhere nothing is owed', () => {
    const all = Object.keys(PROOF_ITEMS) as (keyof typeof PROOF_ITEMS)[]
    expect(all.map((item) => PROOF_ITEMS[item])).toEqual([
      '文字、标点、语法',
      '数字、日期、计量单位',
      '人名、职务、机构和地名',
      '文号、引用和链接',
      '附件和表格',
    ])
    expect(checkProof(true, all)).toEqual({ granted: true, value: all })
    expect(checkProof(false, [])).toEqual({ granted: true, value: [] })
    const open = checkProof(true, ['words', 'names', 'references'])
    expect(open.granted ? null : [open.refusal.code, open.refusal.reason]).toEqual([
      'proof-open',
      '本级还有没有校对的内容：数字、日期、计量单位；附件和表格',
    ])
  })
})
