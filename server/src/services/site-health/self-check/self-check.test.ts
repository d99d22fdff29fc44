import { beforeAll, describe, expect, it } from 'vitest'
import { pdfPages } from '../../../../../documents/src/testing/pdf-text.ts'
import { Forbidden, Invalid, Stale } from '../../../errors.ts'
import { anAgency } from '../../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../../testing/test-runtime.ts'
import { digestOf, getSelfCheck, listSelfChecks, makeSelfCheck, signSelfCheck } from './self-check.ts'
import { selfCheckFile } from './self-check-file.ts'

let runtime: TestRuntime
let agencyId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { name: '鸭河工区管理委员会' })
})

const CLERK = '00000000-0000-7000-8000-00000000000a'
const clerk = (on = '2026-06-15') =>
  runtime.as({ agencyId, roles: ['clerk'], staffId: CLERK, name: '王敏' }, on)
const head = (staffId = '00000000-0000-7000-8000-00000000000d') =>
  runtime.as({ agencyId, roles: ['office-head'], staffId, name: '孙玉梅' }, '2026-06-20')

describe('季度自查', () => {
  const which = () => ({ agencyId, year: 2026, quarter: 2 })

  it('is made of what is watched, made again until it is signed by another, and then never changes', async () => {
    await expect(makeSelfCheck(clerk(), { ...which(), quarter: 3, remarks: '' })).rejects.toThrow(
      '2026年第3季度还没有开始',
    )
    await makeSelfCheck(clerk(), { ...which(), remarks: '' })
    const { version } = await makeSelfCheck(clerk(), { ...which(), remarks: '首页七月前更新，由王敏负责。' })
    const check = await getSelfCheck(clerk(), which())
    expect(check).toMatchObject({ number: '自查〔2026〕1号', madeBy: '王敏', signedAt: null })
    expect(check.content.items.find(({ rule }) => rule === 'PUB-90')).toMatchObject({
      state: 'veto',
      findings: ['首页没有带日期的信息'],
    })
    expect(check.digest).toBe(digestOf(check.content, check.remarks))

    await expect(signSelfCheck(clerk(), { ...which(), version })).rejects.toThrow(Forbidden)
    await expect(signSelfCheck(head(CLERK), { ...which(), version })).rejects.toThrow('请由其他负责人签字')
    await expect(signSelfCheck(head(), { ...which(), version: 1 })).rejects.toThrow(Stale)
    await signSelfCheck(head(), { ...which(), version })
    await expect(makeSelfCheck(clerk(), { ...which(), remarks: '' })).rejects.toThrow(Invalid)
    await expect(signSelfCheck(head(), { ...which(), version: version + 1 })).rejects.toThrow(Stale)
    expect(await listSelfChecks(clerk(), { agencyId })).toMatchObject([{ signedBy: '孙玉梅' }])
  })

  it('is printed with its verdict, its problems and its digest', async () => {
    const { digest } = await getSelfCheck(clerk(), which())
    const pdf = await selfCheckFile(clerk(), { ...which(), type: 'pdf' })
    const text = (await pdfPages(pdf.bytes)).join('').replace(/\s/g, '')
    expect(pdf.name).toBe('鸭河工区管理委员会2026年第二季度政府网站自查报告.pdf')
    expect(text).toContain('发现单项否决问题')
    expect(text).toContain('首页七月前更新，由王敏负责。')
    expect(text).toContain('负责人：孙玉梅')
    expect(text).toContain(digest)
    const word = await selfCheckFile(clerk(), { ...which(), type: 'docx' })
    expect(Buffer.from(word.bytes.subarray(0, 2)).toString()).toBe('PK')
  })
})
