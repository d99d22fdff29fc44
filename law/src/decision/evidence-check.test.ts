import { describe, expect, test } from 'vitest'
import { checkEvidence } from './evidence-check.ts'

describe('an outcome is drafted on its evidence', () => {
  // biome-ignore format: a table
  const CASES = [
    // outcome               happened                                     on file                                             reason
    ['unable-unclear',       [],                                          [],                                                 '“无法提供（补正后申请内容仍不明确）”应当先发出补正告知书、收到补正材料'],
    ['unable-unclear',       ['correction-requested'],                    [],                                                 '“无法提供（补正后申请内容仍不明确）”应当先收到补正材料'],
    ['noproc-excessive',     [],                                          [],                                                 '“不予处理（无正当理由大量反复申请）”应当先要求申请人说明理由'],
    ['deny-third-party',     [],                                          [],                                                 '“不予公开（保护第三方合法权益）”应当先书面征求第三方意见'],
    ['other-fee-unpaid',     [],                                          [],                                                 '“其他处理（逾期未缴费，不再处理）”应当先发出收费通知书'],
    ['unable-not-exist',     ['review-started'],                          [],                                                 '“无法提供（政府信息不存在）”的案卷还缺：检索记录（系统、时段、检索词、命中、检索人）'],
    ['deny-internal',        [],                                          ['sub-kind', 'contrary-rule-check'],                '“不予公开（属于三类内部事务信息）”的案卷还缺：能否区分处理的审查意见'],
    ['grant-provided',       [],                                          [],                                                 '“予以公开（提供信息）”的案卷还缺：公开前审查（保密审查）记录'],
  ] as const
  test.each(CASES)('%s after %j with %j', (code, happened, onFile, reason) => {
    expect(checkEvidence(code, onFile, happened)).toMatchObject({ granted: false, refusal: { reason } })
  })

  test('with everything on file it is granted', () => {
    expect(checkEvidence('unable-not-exist', ['search-record'], [])).toEqual({
      granted: true,
      value: 'unable-not-exist',
    })
    expect(checkEvidence('noproc-petition', [], []).granted).toBe(true)
  })
})
