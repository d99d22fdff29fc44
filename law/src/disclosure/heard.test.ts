import { describe, expect, test } from 'vitest'
import { type Heard, weighHeard } from './heard.ts'
import type { SecrecyAnswer, SecrecyOpinion, SecrecyQuestion } from './secrecy-review.ts'

type Answers = Partial<Record<SecrecyQuestion, SecrecyAnswer>>
const yes = (settled: string) => ({ answer: 'yes', settled }) as const
const said = (kind: Heard['kind'], outcome: Heard['outcome']): Heard => ({ kind, party: '市水利局', outcome })

function weigh(heard: readonly Heard[], answers: Answers, opinion: SecrecyOpinion = 'disclose') {
  const ruling = weighHeard({ heard, answers, opinion, kind: 'normative', attribute: 'upon-request' })
  return ruling.granted ? 'granted' : ruling.refusal.code
}

describe('条例 第十一条、第十五条: who was asked is heard', () => {
  // biome-ignore format: a table
  const CASES = [
    // case                                                   heard                                                        answers                                    ruling
    ['nobody asked, nothing concerned',                       [],                                                          {},                                        'granted'],
    ['another organ agreed',                                  [said('organ', 'agreed')],                                   {},                                        'granted'],
    ['another organ has no view',                             [said('organ', 'no-view')],                                  {},                                        'granted'],
    ['another organ said no, and that is passed over',        [said('organ', 'opposed')],                                  {},                                        'organ-opposed'],
    ['a bare yes says nothing',                               [said('organ', 'opposed')],                                  { 'other-organ': yes(' ') },               'organ-opposed'],
    ['another organ said no, and the reason is written',      [said('organ', 'opposed')],                                  { 'other-organ': yes('已经协商一致') },    'granted'],
    ['a third party said no',                                 [said('third-party', 'opposed')],                            {},                                        'third-party-opposed'],
    ['the reason at another question does not count',         [said('third-party', 'opposed')],                            { 'other-organ': yes('已说明') },          'third-party-opposed'],
    ['a third party said no, the public interest outweighs',  [said('third-party', 'opposed')],                            { 'trade-secret': yes('关系饮水安全') },   'granted'],
    ['an approval is needed and nobody asked for it',         [],                                                          { 'needs-approval': yes('口头同意') },     'approval-missing'],
    ['an approval was refused',                               [said('approval', 'opposed')],                               {},                                        'approval-missing'],
    ['no view is no approval',                                [said('approval', 'no-view')],                               { 'needs-approval': yes('已请示') },       'approval-missing'],
    ['approved',                                              [said('approval', 'agreed')],                                { 'needs-approval': yes('已批准') },       'granted'],
    ['refused first, approved later',                         [said('approval', 'opposed'), said('approval', 'agreed')],   {},                                        'granted'],
  ] as const satisfies readonly (readonly [string, readonly Heard[], Answers, string])[]
  test.each(CASES)('%s', (_case, heard, answers, ruling) => {
    expect(weigh(heard, answers)).toBe(ruling)
  })
})

test('国办发〔2016〕80号: a policy document is kept closed only after the disclosure office was heard', () => {
  expect(weigh([], {}, 'withhold')).toBe('office-not-heard')
  expect(weigh([said('organ', 'opposed')], {}, 'withhold')).toBe('office-not-heard')
  expect(weigh([said('office', null)], {}, 'withhold')).toBe('office-not-heard')
  expect(weigh([said('office', 'opposed')], {}, 'withhold')).toBe('granted')
  expect(weigh([], {}, 'refer')).toBe('granted')
  const plain = {
    heard: [],
    answers: {},
    opinion: 'withhold',
    kind: 'announcement',
    attribute: 'proactive',
  } as const
  expect(weighHeard(plain).granted).toBe(true)
  expect(weighHeard({ ...plain, kind: 'policy' })).toMatchObject({
    granted: false,
    refusal: { code: 'office-not-heard' },
  })
})
