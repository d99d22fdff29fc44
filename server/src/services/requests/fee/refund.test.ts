import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden } from '../../../errors.ts'
import { getRequest } from '../get-request.ts'
import { noticeFee } from '../notice-fee.ts'
import { recordPayment } from '../record-payment.ts'
import { anOffice, day, type Office, underReview } from '../testing/office.ts'
import { recordRefund } from './record-refund.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

describe('退费', () => {
  it('gives back what was paid, in parts, never more, and tells it in the course', async () => {
    const { on, requestId } = await underReview(office, '2024-06-03')
    const { agencyId } = office
    const clerk = office.as('clerk', '2024-06-12')
    const refund = {
      agencyId,
      requestId,
      on: day('2024-06-12'),
      amountInYuan: 100,
      reason: '复议决定撤销原答复',
      voucher: '退付书12号',
    }
    const at = async () => (await getRequest(clerk, on)).request.version
    await expect(recordRefund(clerk, { ...refund, version: await at() })).rejects.toThrow('没有登记缴费')
    // 40 pages by volume: the first thirty are free, ten at 10 yuan each.
    await noticeFee(office.as('clerk', '2024-06-04'), {
      ...on,
      on: day('2024-06-04'),
      method: 'by-volume',
      pages: 40,
      payment: '窗口缴纳',
      deliveredOn: day('2024-06-04'),
    })
    await recordPayment(office.as('clerk', '2024-06-06'), {
      ...on,
      version: await at(),
      on: day('2024-06-06'),
      receiptNumber: '票1',
    })
    const version = await at()
    await expect(recordRefund(clerk, { ...refund, version, amountInYuan: 101 })).rejects.toThrow(
      '不超过尚未退还的100元',
    )
    await expect(recordRefund(clerk, { ...refund, version, on: day('2024-06-05') })).rejects.toThrow(
      '缴费之日',
    )
    await expect(recordRefund(clerk, { ...refund, version, on: day('2024-06-13') })).rejects.toThrow(
      '今天以前',
    )
    await expect(recordRefund(clerk, { ...refund, version: 1 })).rejects.toThrow('刷新')
    const reviewer = office.as('reviewer', '2024-06-12')
    await expect(recordRefund(reviewer, { ...refund, version })).rejects.toThrow(Forbidden)
    expect(await office.count('fee_refund')).toBe(0)
    await recordRefund(clerk, { ...refund, version, amountInYuan: 60 })
    const twice = await Promise.allSettled([
      recordRefund(clerk, { ...refund, version, amountInYuan: 40 }),
      recordRefund(clerk, { ...refund, version, amountInYuan: 40 }),
    ])
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const file = await getRequest(clerk, on)
    expect(file.fee).toEqual({ noticedYuan: 100, paidOn: '2024-06-06', paidYuan: 100, refundedYuan: 100 })
    expect(file.notes.map(({ body }) => body)).toContain(
      '2024年6月12日退还信息处理费60元：复议决定撤销原答复（凭证：退付书12号）',
    )
  })
})
