import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FULL_DOCX } from '../../../screening/src/testing/docx-plants.ts'
import { captured } from '../testing/captured.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingfu-screen-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('mingfu screen', () => {
  it('ends with 0 when nothing is found', async () => {
    const path = file('通知.txt', '关于做好汛期安全工作的通知')
    expect(await captured('screen', path)).toMatchObject({ code: 0, out: `${path}\n  没有发现问题\n` })
  })

  it('ends with 1 and says what, where, worst first', async () => {
    const path = file('名单.txt', '秸杆禁烧，联系人13812345678，11010519491231002X')
    const { code, out } = await captured('screen', path)
    expect(code).toBe(1)
    expect(out).toBe(
      `${path}\n` +
        '  [禁止] PUB-60 正文：有居民身份证号码，请删除或者只保留前2位、后3位：“***********，11*************02X”\n' +
        '  [阻止] PUB-61 正文：有手机号码，请改用办公电话，或者只保留前3位、后4位：“秸杆禁烧，联系人138****5678，***********”\n' +
        '  [提醒] PUB-72 正文：错别字：“秸杆”应当写作“秸秆”：“秸杆禁烧，联系人******”\n' +
        '  禁止1处，阻止1处，提醒1处\n',
    )
  })

  it('prints one JSON document, and takes the office’s own numbers', async () => {
    const path = file('电话.txt', '值班手机13812345678')
    const { code, out } = await captured('screen', path, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([
      {
        file: path,
        summary: { vetoes: 0, blocks: 1, warnings: 0 },
        findings: [{ rule: 'PUB-61', where: '正文' }],
      },
    ])
    expect(await captured('screen', path, '--allow', file('allow', '13812345678\n'))).toMatchObject({
      code: 0,
    })
  })

  it('saves a clean copy', async () => {
    const out = join(folder, '清理后.docx')
    const { err } = await captured('screen', file('通知.docx', FULL_DOCX), '--clean', out)
    expect(err).toContain('清理后的文件')
    expect(readFileSync(out).length).toBeGreaterThan(200)
  })

  it('ends with 2 and one sentence when it cannot', async () => {
    expect(await captured('screen', join(folder, '没有.docx'))).toMatchObject({ code: 2 })
  })
})
