import { describe, expect, test } from 'vitest'
import { captured } from '../testing/captured.ts'

async function clockJson(...argv: readonly string[]) {
  const { code, out, err } = await captured('clock', ...argv, '--json')
  return { code, err, ...JSON.parse(out) }
}

describe('the deadline, worked out from the yearly notices', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, readonly string[], string])[] = [
    ['in person', ['--received', '2019-05-15'], '2019-06-13'],
    ['over 国庆', ['--received', '2019-09-20', '--channel', 'post-signed'], '2019-10-23'],
    ['extended by 20', ['--received', '2023-09-04', '--event', 'extended@2023-09-28:20'], '2023-11-03'],
    ['extended by 10, in the words of other systems', ['--received', '2023-09-04', '--event', 'EXTEND@2023-09-28:10'], '2023-10-20'],
    ['extended without a number', ['--received', '2023-09-04', '--event', 'extend@2023-09-28'], '2023-11-03'],
    ['confirmed later than sent', ['--received', '2021-04-30', '--channel', 'ONLINE', '--event', 'confirmed@2021-05-06'], '2021-06-02'],
    ['corrected', ['--received', '2023-04-17', '--event', 'requestSupplement@2023-04-23:2023-05-18', '--event', 'supplement@2023-05-08'], '2023-06-05'],
    ['a third party answered', ['--received', '2024-01-08', '--event', 'consultation@2024-01-15', '--event', 'consultationDelivered@2024-01-17', '--event', 'consultationAnswered@2024-01-29'], '2024-02-22'],
    ['two consultations at once', ['--received', '2024-09-02', '--event', 'consultation@2024-09-09:third-party/甲', '--event', 'consultation@2024-09-12:co-maker/乙局', '--event', 'consultation-answered@2024-09-24:甲', '--event', 'consultation-answered@2024-09-30:乙局'], '2024-10-25'],
    ['paid', ['--received', '2025-03-03', '--event', 'noticeFee@2025-03-27:2025-03-28', '--event', 'paid@2025-04-10'], '2025-05-12'],
    ['events in any order', ['--received', '2025-03-03', '--event', 'paid@2025-04-10', '--event', 'noticeFee@2025-03-27:2025-03-28'], '2025-05-12'],
    ['received on a day off, rolled forward', ['--received', '2025-05-24', '--channel', 'email', '--setting', 'nonWorkdayReceipt=roll-forward'], '2025-06-24'],
  ]
  test.each(CASES)('%s', async (_case, argv, dueOn) => {
    expect((await clockJson(...argv)).dueOn).toBe(dueOn)
  })
})

test('the steps name day, text, article and whether the day is worked', async () => {
  const { receivedOn, provisional, steps, days } = await clockJson('--received', '2024-09-10')
  expect({ receivedOn, provisional }).toEqual({ receivedOn: '2024-09-10', provisional: false })
  expect(steps.at(-1)).toEqual({
    on: '2024-10-14',
    kind: 'due',
    text: '答复期限届满：自收到申请之日起第20个工作日',
    basis: '《中华人民共和国政府信息公开条例》第三十三条第二款',
    workingDay: true,
    count: 20,
  })
  expect(days).toHaveLength(35)
  expect(days[7]).toMatchObject({ on: '2024-09-17', kind: 'holiday', workingDay: false })
})

test('a deadline past the last notice is provisional', async () => {
  expect(await clockJson('--received', '2031-03-03')).toMatchObject({
    provisional: true,
    dueOn: '2031-03-31',
  })
})

test('a procedural fault gives exit 1 and says which article it offends', async () => {
  const { code, violations } = await clockJson(
    '--received',
    '2023-09-04',
    '--event',
    'extended@2023-10-20:20',
  )
  expect(code).toBe(1)
  expect(violations[0]).toMatchObject({
    severity: 'error',
    basis: '《中华人民共和国政府信息公开条例》第三十三条第二款',
  })
})

test('a correction without a period is counted with 15 working days, and that is said', async () => {
  const { err, respondBy } = await clockJson(
    '--received',
    '2023-04-17',
    '--event',
    'correction-requested@2023-04-23',
  )
  expect(respondBy).toBe('2023-05-16')
  expect(err).toBe('提示：2023-04-23的通知没有写明期限，按15个工作日计算\n')
})

test('for people the clock is printed as a ledger', async () => {
  const { out } = await captured('clock', '--received', '2024-09-10', '--today', '2024-09-20')
  expect(out).toContain('收到申请之日：2024年9月10日（星期二）\n答复期限届满：2024年10月14日（星期一）')
  expect(out).toContain('截至2024年9月20日：已用7个工作日，剩余13个工作日')
  expect(out).toContain('2024-10-14 星期一  第20日  答复期限届满')
})

describe('what cannot be read is said', () => {
  // biome-ignore format: a table
  const CASES = [
    ['extended', '事件“extended”的写法不对，请写成 种类@日期，如 extended@2023-09-28:20'],
    ['extended@2023-09-31', '事件“extended@2023-09-31”的日期不存在，请按 2024-09-30 的样式填写'],
    ['prolonged@2023-09-28', '没有“prolonged”这种事件，可用的种类见 mingfu clock --help'],
    ['extended@2023-09-28:long', '事件“extended@2023-09-28:long”冒号后应当是工作日数'],
    ['consultation-answered@2023-09-28', '事件“consultation-answered@2023-09-28”之前没有相应的征求意见（consultation-opened），请补充'],
  ] as const
  test.each(CASES)('%s', async (event, sentence) => {
    const { code, err } = await captured('clock', '--received', '2023-09-04', '--event', event)
    expect({ code, err }).toEqual({ code: 2, err: `${sentence}\n` })
  })
})
