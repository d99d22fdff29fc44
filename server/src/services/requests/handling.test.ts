import { beforeAll, describe, expect, it } from 'vitest'
import { Refused, Stale } from '../../errors.ts'
import { assignHandler } from './assign-handler.ts'
import { extendDeadline } from './extend-deadline.ts'
import { getRequest } from './get-request.ts'
import { lapseCorrection } from './lapse-correction.ts'
import { lapseFee } from './lapse-fee.ts'
import { noticeFee } from './notice-fee.ts'
import { receiveCorrection } from './receive-correction.ts'
import { recordDelivery } from './record-delivery.ts'
import { recordPayment } from './record-payment.ts'
import { requestCorrection } from './request-correction.ts'
import { revealApplicant } from './reveal-applicant.ts'
import { anOffice, day, type Office, underReview } from './testing/office.ts'
import { withdrawRequest } from './withdraw-request.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

const clerk = (on: string) => office.as('clerk', on)
const written = async () => [
  await office.count('request_event'),
  await office.count('letter'),
  await office.count('audit_entry'),
]

describe('延长答复期限', () => {
  const ask = (on: Awaited<ReturnType<typeof underReview>>['on'], workingDays = 20) => ({
    ...on,
    on: day('2024-06-28'),
    workingDays,
    reason: '所涉信息分散在多个单位',
    approvedBy: office.headId,
    approvedOn: day('2024-06-27'),
  })

  // Received 2024-06-03: first limit 2024-07-02 (端午节 06-10 off); 20 more working days: 2024-07-30.
  it('moves the deadline and issues a numbered notice with the new day', async () => {
    const { on } = await underReview(office, '2024-06-03')
    expect(await extendDeadline(clerk('2024-06-28'), ask(on))).toMatchObject({
      dueOn: '2024-07-30',
      version: 3,
    })
    const { letters } = await getRequest(clerk('2024-06-28'), on)
    expect(letters.map(({ code }) => code)).toEqual(['D02', 'D05'])
    expect(letters[1]?.number).toMatch(/^测管公开〔2024〕[1-9]\d*号$/)
    expect(letters[1]?.content.paragraphs.join('')).toContain('2024年7月30日')
  })

  it('refuses one day more than the law gives, with the article, and writes nothing', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const before = await written()
    const refused = await extendDeadline(clerk('2024-06-28'), ask(on, 21)).catch((error) => error)
    expect(refused).toBeInstanceOf(Refused)
    expect(refused.refusal).toMatchObject({
      code: 'extension-too-long',
      basis: { article: 33, paragraph: 2 },
    })
    expect(await written()).toEqual(before)
  })

  it('asks for the head of the disclosure office, whoever else consents', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const before = await written()
    await expect(
      extendDeadline(clerk('2024-06-28'), { ...ask(on), approvedBy: office.clerkId }),
    ).rejects.toThrow('请选择政府信息公开工作机构负责人')
    expect(await written()).toEqual(before)
  })

  it('lets one of two at once through, and tells the other to look again', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const both = await Promise.allSettled([
      extendDeadline(clerk('2024-06-28'), ask(on, 5)),
      extendDeadline(clerk('2024-06-28'), ask(on, 10)),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((result) => result.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(Stale)
  })

  it('is not for reviewers', async () => {
    const { on } = await underReview(office, '2024-06-03')
    await expect(extendDeadline(office.as('reviewer', '2024-06-28'), ask(on))).rejects.toThrow('权限')
  })

  it('gives no number twice and skips none, refusals included', async () => {
    const numbers: number[] = []
    for (let index = 0; index < 4; index++) {
      const { on } = await underReview(office, '2022-06-06')
      const asked = { ...ask(on), on: day('2022-06-20'), approvedOn: day('2022-06-20') }
      await extendDeadline(clerk('2022-06-20'), { ...asked, workingDays: 30 }).catch(() => undefined)
      await extendDeadline(clerk('2022-06-20'), asked)
      const { letters } = await getRequest(clerk('2022-06-20'), on)
      numbers.push(Number(/〕(\d+)号/.exec(letters[1]?.number ?? '')?.[1]))
    }
    expect(numbers).toEqual([1, 2, 3, 4])
  })
})

describe('补正', () => {
  const notice = (on: Awaited<ReturnType<typeof underReview>>['on']) => ({
    ...on,
    on: day('2023-04-23'),
    items: ['写明所需信息的名称或者文号'],
    guidance: '可以来电咨询，本机关协助您明确所需信息',
    respondBy: day('2023-05-18'),
    deliveredOn: day('2023-04-25'),
  })

  // The norms' T09: received 2023-04-17, correction received 2023-05-08, due 2023-06-05.
  it('stops the count, and starts it anew with the corrected application', async () => {
    const { on } = await underReview(office, '2023-04-17')
    const asked = await requestCorrection(clerk('2023-04-25'), notice(on))
    expect(asked).toMatchObject({ state: 'awaiting-correction', dueOn: null })
    const back = await receiveCorrection(clerk('2023-05-08'), {
      ...on,
      version: asked.version,
      on: day('2023-05-08'),
      channel: 'in-person',
      text: '所需信息为环卫一体化项目中标通知书',
      goodReason: '',
      attachments: [],
    })
    expect(back).toMatchObject({ state: 'under-review', dueOn: '2023-06-05' })
  })

  it('gives the application up only after the period, with a letter that says so and how to contest it', async () => {
    const { on } = await underReview(office, '2023-04-17')
    const { version } = await requestCorrection(clerk('2023-04-25'), notice(on))
    await expect(
      lapseCorrection(clerk('2023-05-18'), { ...on, version, on: day('2023-05-18') }),
    ).rejects.toThrow('尚未届满')
    const lapsed = await lapseCorrection(clerk('2023-05-19'), { ...on, version, on: day('2023-05-19') })
    expect(lapsed.state).toBe('abandoned-correction')
    const { letters, fold } = await getRequest(clerk('2023-05-19'), on)
    expect(letters.map(({ code }) => code)).toEqual(['D02', 'D03', 'D14'])
    expect(letters[2]?.content.remedy).toContain('行政复议')
    expect(fold.outcome).toBe('other-no-correction')
  })

  it('is told of a second time only with a reason, which the course of the case then shows', async () => {
    const { on } = await underReview(office, '2023-04-17')
    const { version } = await requestCorrection(clerk('2023-04-25'), notice(on))
    const back = await receiveCorrection(clerk('2023-05-08'), {
      ...on,
      version,
      on: day('2023-05-08'),
      channel: 'in-person',
      text: '所需信息为环卫一体化项目的全部材料',
      goodReason: '',
      attachments: [],
    })
    const again = {
      ...notice(on),
      version: back.version,
      on: day('2023-05-10'),
      respondBy: day('2023-05-24'),
      deliveredOn: null,
    }
    await expect(requestCorrection(clerk('2023-05-10'), again)).rejects.toThrow('请写明再次告知补正的理由')
    const reason = '补正后提出了新的所需信息'
    const asked = await requestCorrection(clerk('2023-05-10'), { ...again, againReason: reason })
    expect(asked.state).toBe('awaiting-correction')
    const { history } = await getRequest(clerk('2023-05-10'), on)
    const told = history.map(({ event }) => event).filter(({ kind }) => kind === 'correction-requested')
    expect(told.map((event) => ('againReason' in event ? event.againReason : null))).toEqual([null, reason])
  })

  it('is never asked for a purpose', async () => {
    const { on } = await underReview(office, '2023-04-17')
    await expect(
      requestCorrection(clerk('2023-04-25'), { ...notice(on), items: ['说明所需信息的用途'] }),
    ).rejects.toThrow('不得以补正要求申请人说明用途或者理由')
  })
})

describe('信息处理费', () => {
  const bill = (on: Awaited<ReturnType<typeof underReview>>['on'], pages: number) => ({
    ...on,
    on: day('2025-03-27'),
    method: 'by-volume' as const,
    pages,
    payment: '到财政窗口缴纳',
    deliveredOn: day('2025-03-28'),
  })

  // The norms' T14: noticed 2025-03-27, received 03-28, paid 04-10, due 2025-05-12; 68 pages cost 380 yuan.
  it('is reckoned by the standard, and payment starts the count anew', async () => {
    const { on } = await underReview(office, '2025-03-03')
    const noticed = await noticeFee(clerk('2025-03-28'), bill(on, 68))
    expect(noticed).toMatchObject({ amountInYuan: 380, state: 'awaiting-payment', dueOn: null })
    const paid = await recordPayment(clerk('2025-04-10'), {
      ...on,
      version: noticed.version,
      on: day('2025-04-10'),
      receiptNumber: '00012345',
    })
    expect(paid).toMatchObject({ state: 'under-review', dueOn: '2025-05-12' })
  })

  it('is not asked for where the standard asks nothing', async () => {
    const { on } = await underReview(office, '2025-03-03')
    await expect(noticeFee(clerk('2025-03-28'), bill(on, 30))).rejects.toThrow('没有应收的费用')
  })

  // T15: the last day to pay is Sunday 2025-04-27, which is worked.
  it('lets the application go only after the last day to pay', async () => {
    const { on } = await underReview(office, '2025-03-03')
    const { version } = await noticeFee(clerk('2025-03-28'), bill(on, 68))
    await expect(lapseFee(clerk('2025-04-27'), { ...on, version, on: day('2025-04-27') })).rejects.toThrow(
      '尚未届满',
    )
    const lapsed = await lapseFee(clerk('2025-04-28'), { ...on, version, on: day('2025-04-28') })
    expect(lapsed.state).toBe('abandoned-fee')
  })

  it('by item is the running number of the same person in the month', async () => {
    const other = await anOffice()
    let last = await underReview(other, '2025-03-03')
    for (let number = 2; number <= 12; number++) last = await underReview(other, '2025-03-04')
    const noticed = await noticeFee(other.as('clerk', '2025-03-27'), {
      ...bill(last.on, 1),
      method: 'by-item',
      pages: null,
      deliveredOn: null,
    })
    expect(noticed.amountInYuan).toBe(100)
  })
})

describe('案卷的其他事项', () => {
  it('hands a case to a colleague, who must see the latest version', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const version = await assignHandler(clerk('2024-06-04'), { ...on, handlerId: office.headId })
    expect(version).toBe(3)
    await expect(assignHandler(clerk('2024-06-04'), { ...on, handlerId: office.clerkId })).rejects.toThrow(
      Stale,
    )
  })

  it('shows the applicant masked, and unmasked only to whom it concerns, with a reason in the audit trail', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const { applicant } = await getRequest(clerk('2024-06-04'), on)
    expect(applicant).toMatchObject({
      name: '欧阳**',
      identityNumber: '1101**********002X',
      contact: { phone: '138****1234' },
    })
    const reveal = { ...on, reason: '电话核对申请内容' }
    expect(await revealApplicant(clerk('2024-06-04'), reveal)).toMatchObject({ name: '欧阳测试' })
    const { rows } = await office.runtime.owner.query(
      "select actor, detail from audit_entry where action = 'reveal-applicant' and object_id = $1",
      [on.requestId],
    )
    expect(rows).toMatchObject([{ actor: '经办员', detail: { reason: '电话核对申请内容' } }])
    await expect(revealApplicant(office.as('leader', '2024-06-04'), reveal)).rejects.toThrow('权限')
  })

  it('ends with the withdrawal', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const input = { ...on, on: day('2024-06-05'), statement: '已在网站查到' }
    const { version, state } = await withdrawRequest(clerk('2024-06-05'), input)
    expect(state).toBe('withdrawn')
    await expect(withdrawRequest(clerk('2024-06-05'), { ...input, version })).rejects.toThrow(Refused)
  })

  it('takes no signature for a letter that was never sent', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const signed = { ...on, document: 'fee-notice' as const, on: day('2024-06-05'), proof: '邮件签收记录' }
    await expect(recordDelivery(clerk('2024-06-05'), signed)).rejects.toThrow('尚未发出')
  })
})
