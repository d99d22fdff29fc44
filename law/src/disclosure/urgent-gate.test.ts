import { describe, expect, test } from 'vitest'
import { citationText } from '../citation.ts'
import { PUBLICATION_RULES } from '../rule/publication-rules.ts'
import { URGENT_GATES, type UrgentGate, urgentGateOf } from './urgent-gate.ts'
import { kindMayGoOutAtOnce } from './urgent-release.ts'

const GATES = Object.entries<UrgentGate>(URGENT_GATES)
const waiting = (waits: UrgentGate['waits']) =>
  GATES.filter(([, gate]) => gate.waits === waits).map(([id]) => id)

/** The guide, a WeChat article and an answer to a letter are released by ways of their own. */
const ELSEWHERE = ['PUB-14', 'PUB-102', 'PUB-113']

describe('应急发布逐项把关', () => {
  test('lets wait what costs other people’s time, and nothing else', () => {
    expect(waiting('later-review')).toEqual(['sensitive', 'references', 'levels'])
    expect(waiting('three-days')).toEqual(['interpretation'])
  })

  test('never lets wait: secrets, doubt, personal data, whose it is, a power that is not there, what takes a minute', () => {
    expect(waiting('never')).toEqual([
      'secrecy',
      'doubt',
      'attribute',
      'responsibility',
      'other-organs',
      'approval',
      'third-party',
      'rule-power',
      'header',
      'column',
      'attachments',
      'same-content',
      'secrets',
      'personal',
      'links',
      'accessible',
      'wording',
    ])
  })

  test('decides every rule that stops a release, each in one gate; a veto never waits', () => {
    const stopping = Object.entries(PUBLICATION_RULES).filter(
      ([id, { level, when }]) => level !== 'warn' && when.includes('gate') && !ELSEWHERE.includes(id),
    )
    expect(stopping.length).toBeGreaterThan(30)
    for (const [id, { level }] of stopping) {
      const gates = GATES.filter(([, { rules }]) => rules.includes(id))
      expect([id, gates.length]).toEqual([id, 1])
      if (level === 'veto') expect([id, urgentGateOf(id)?.waits]).toEqual([id, 'never'])
    }
    for (const [, { rules }] of GATES) for (const id of rules) expect(PUBLICATION_RULES).toHaveProperty(id)
  })

  test('says of each why and on what', () => {
    for (const [id, { why, basis }] of GATES)
      expect([id, why.endsWith('。'), basis.length > 0]).toEqual([id, true, true])
    expect(URGENT_GATES.responsibility.basis.map(citationText)).toEqual([
      '《中华人民共和国政府信息公开条例》第十条',
    ])
    expect(URGENT_GATES['rule-power'].basis.map(citationText)).toEqual([
      '《中华人民共和国立法法》第九十一条',
      '《中华人民共和国立法法》第九十三条',
      '《规章制定程序条例》第二十七条',
      '《规章制定程序条例》第二十九条',
    ])
  })

  test('keeps 规章 out of it altogether', () => {
    const ruling = kindMayGoOutAtOnce('regulation')
    expect(ruling.granted ? null : [ruling.refusal.code, citationText(ruling.refusal.basis)]).toEqual([
      'rule-not-urgent',
      '《规章制定程序条例》第二十九条',
    ])
    expect(kindMayGoOutAtOnce('emergency').granted).toBe(true)
  })
})
