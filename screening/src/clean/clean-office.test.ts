import { describe, expect, it } from 'vitest'
import { readLayers } from '../layers/read-layers.ts'
import { cleanOfficeFile, screenFile } from '../screen-file.ts'
import { screenLayers } from '../screen-layers.ts'
import { STANDARD_LISTS } from '../screen-texts.ts'
import { FULL_DOCX } from '../testing/docx-plants.ts'
import { FULL_XLSX } from '../testing/xlsx-plants.ts'
import { maskText } from './mask-text.ts'

const textsOf = async (bytes: Uint8Array, name: string) =>
  Object.fromEntries((await readLayers(bytes, name)).texts.map(({ where, text }) => [where, text]))

describe('清理办公文件', () => {
  it('leaves of a Word file what is seen, with the numbers masked', async () => {
    const cleaned = await cleanOfficeFile(FULL_DOCX, '通知.docx')
    const { findings } = screenLayers(await readLayers(cleaned, '通知.docx'), STANDARD_LISTS)
    expect(
      findings.filter(({ rule }) => ['PUB-60', 'PUB-61', 'PUB-62', 'PUB-63', 'PUB-64'].includes(rule)),
    ).toEqual([])
    const { 正文 } = await textsOf(cleaned, '通知.docx')
    expect(正文?.split('\n').slice(1, 3)).toEqual([
      '关于做好汛期安全工作的通知',
      '持证人11*************02X，手机138****5678，卡号***************3446，住址某某镇张某，机密★1年，中国入民银行',
    ])
  })

  it('leaves of a workbook the visible cells, with the numbers masked', async () => {
    const cleaned = await cleanOfficeFile(FULL_XLSX, '公示表.xlsx')
    const texts = await textsOf(cleaned, '公示表.xlsx')
    expect(texts['工作表“公示”']).toBe(
      '姓名\n持证人11*************02X，手机138****5678，卡号***************3446，住址某某镇张某，机密★1年，中国入民银行\t138****5678\t金额',
    )
    expect(Object.keys(texts)).toEqual(['文件名', '工作表“公示”', '工作表的名称'])
  })

  it('says in a sentence what it cannot clean', async () => {
    const text = new Uint8Array(Buffer.from('通知'))
    await expect(cleanOfficeFile(text, 'a.txt')).rejects.toThrow('文件已损坏或者没有传完整')
  })
})

describe('一键遮盖', () => {
  it('masks numbers and addresses and nothing else', () => {
    expect(maskText('村民张某，11010519491231002X，13812345678；秸杆禁烧', STANDARD_LISTS)).toEqual({
      text: '村民张某，11*************02X，138****5678；秸杆禁烧',
      masked: 2,
    })
  })
})

describe('检查在隔离的线程里', () => {
  it('gives up a file that takes too long, and says so', async () => {
    const { unread } = await screenFile(FULL_DOCX, 'a.docx', STANDARD_LISTS, { seconds: 0 })
    expect(unread).toEqual([{ where: '文件', why: '文件检查超时，没有检查完，请拆分后再试' }])
  })

  it('finds there what it finds here', async () => {
    const here = screenLayers(await readLayers(FULL_XLSX, 'a.xlsx'), STANDARD_LISTS)
    expect(await screenFile(FULL_XLSX, 'a.xlsx')).toEqual(here)
    expect(here.findings.length).toBeGreaterThan(20)
  })
})
