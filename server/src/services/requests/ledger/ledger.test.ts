import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden } from '../../../errors.ts'
import { addNote } from '../add-note.ts'
import { extendDeadline } from '../extend-deadline.ts'
import { fileRequest } from '../file-request.ts'
import { followRequest } from '../follow-request.ts'
import { getRequest } from '../get-request.ts'
import { requestCorrection } from '../request-correction.ts'
import { anApplication, anOffice, day, type Office, PERSON, underReview } from '../testing/office.ts'
import { withdrawRequest } from '../withdraw-request.ts'
import { exportLedger } from './export-ledger.ts'
import { importLedger } from './import-ledger.ts'
import { oldLedger } from './testing/old-ledger.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

async function exported(from: Office, identities = true): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const input = { agencyId: from.agencyId, identities, reason: '换用新系统' }
  for await (const chunk of await exportLedger(from.as('office-head', '2024-06-20'), input))
    chunks.push(chunk)
  return Buffer.concat(chunks)
}

const load = (to: Office, bytes: Uint8Array, check = false) =>
  importLedger(to.as('office-head', '2024-06-20'), { agencyId: to.agencyId, bytes, check })

/** A dozen cases of every kind of course, with awkward text and an agent. */
async function someCases() {
  const clerk = office.as('clerk', '2024-06-06')
  const open = await underReview(office, '2024-06-03')
  await addNote(clerk, { ...open.on, body: '  电话说明：\n“请补充年份”  ' })
  const corrected = await underReview(office, '2024-06-03', {
    applicant: {
      ...PERSON,
      kind: 'organisation',
      name: '测试<有限>公司&',
      identityKind: 'credit-code',
      identityNumber: '91350100M000100Y43',
      legalRepresentative: '李测试',
      contactName: '王测试',
      agent: {
        name: '张代理',
        identityKind: 'passport',
        identityNumber: 'G1',
        phone: '1',
        authority: '授权',
      },
    },
    notifyBy: 'mail',
  })
  await requestCorrection(clerk, {
    ...corrected.on,
    on: day('2024-06-06'),
    items: ['请明确年份'],
    guidance: '写明公告日期',
    respondBy: day('2024-06-20'),
    deliveredOn: null,
  })
  const extended = await underReview(office, '2024-06-03')
  await extendDeadline(office.as('office-head', '2024-06-07'), {
    ...extended.on,
    on: day('2024-06-07'),
    workingDays: 10,
    reason: '检索量大',
    approvedBy: office.headId,
    approvedOn: day('2024-06-07'),
  })
  const withdrawn = await underReview(office, '2024-06-04')
  await withdrawRequest(clerk, { ...withdrawn.on, on: day('2024-06-06'), statement: '已经取得' })
  for (let more = 0; more < 8; more += 1) {
    await fileRequest(
      office.visitor('2024-06-05'),
      anApplication(office.agencyId, { purpose: `用途${more}` }),
    )
  }
  return { open, corrected, extended, withdrawn }
}

describe('台账', () => {
  it('goes out, into an empty system, and out again the same to the byte', async () => {
    const { extended } = await someCases()
    const first = await exported(office)
    const other = await anOffice()
    expect(await load(other, first)).toEqual({ imported: 12, known: 0, faults: [] })
    const again = await exported(other)
    expect(Buffer.from(again).equals(first)).toBe(true)

    // State and deadline are read off the course, and the applicant's own code goes on opening his case.
    const { number, queryCode } = extended
    const followed = await followRequest(other.follower('2024-06-20'), { number, queryCode })
    expect([followed.dueOn, followed.publicState]).toEqual(['2024-07-16', '已延期'])
    const { rows } = await other.runtime.owner.query('select request_id from request where number = $1', [
      number,
    ])
    const { applicant } = await getRequest(other.as('clerk', '2024-06-20'), {
      agencyId: other.agencyId,
      requestId: rows[0].request_id,
    })
    expect(applicant.name).toBe('欧阳**')

    // A second import finds everything known.
    expect(await load(other, first)).toEqual({ imported: 0, known: 12, faults: [] })
    expect(await other.count('request')).toBe(12)
  })

  it('is masked where identities are not asked for, and then not taken in again', async () => {
    await fileRequest(office.visitor('2024-06-05'), anApplication(office.agencyId))
    const masked = await exported(office, false)
    expect(Buffer.from(masked).includes('欧阳测试')).toBe(false)
    const other = await anOffice()
    const { imported, faults } = await load(other, masked)
    expect(imported).toBe(0)
    expect(faults[0]).toContain('已经遮盖，请用含身份信息的台账导入')
    expect(await other.count('request')).toBe(0)
  })

  it('asks for a reason, writes it on the trail, and lets nobody without the right take it', async () => {
    const input = { agencyId: office.agencyId, identities: true, reason: ' ' }
    await expect(exportLedger(office.as('office-head', '2024-06-20'), input)).rejects.toThrow('请写明事由')
    await expect(exportLedger(office.as('reviewer', '2024-06-20'), input)).rejects.toThrow(Forbidden)
    await exported(office)
    const { rows } = await office.runtime.owner.query(
      `select detail from audit_entry where agency_id = $1 and action = 'export-ledger' order by seq desc limit 1`,
      [office.agencyId],
    )
    expect(rows[0].detail).toEqual({ identities: true, reason: '换用新系统' })
  })
})

describe('an old ledger without a course', () => {
  it('becomes cases with day, result and number; numbers given later come behind', async () => {
    const other = await anOffice()
    const slug = other.slug.toUpperCase()
    const bytes = await oldLedger([
      { 申请编号: '信公2023-1', 收到日期: '2023-05-08', 姓名或者名称: '赵测试', 内容描述: '征收补偿方案' },
      {
        申请编号: `${slug}-2024-0041`,
        收到日期: '2024-01-08',
        申请人类别: '商业企业',
        办结日期: '2024-01-30',
        办理结果: '部分公开',
        答复文号: '测管公开〔2024〕7号',
        备注: '原件在档案室',
      },
      {
        申请编号: '信公2023-2',
        收到日期: '2023-05-08',
        办结日期: '2023-06-20',
        办理结果: '其他处理：逾期不补正',
      },
    ])
    expect(await load(other, bytes, true)).toEqual({ imported: 3, known: 0, faults: [] })
    expect(await other.count('request')).toBe(0)
    expect(await load(other, bytes)).toEqual({ imported: 3, known: 0, faults: [] })
    const { rows } = await other.runtime.owner.query(
      `select number, state, applicant_class, received_on::text, result_on::text, result_outcome from request
       where agency_id = $1 order by number collate "C"`,
      [other.agencyId],
    )
    expect(rows.map((row) => Object.values(row))).toEqual([
      [`${slug}-2024-0041`, 'served', 'commercial-enterprise', '2024-01-08', '2024-01-30', 'partial'],
      ['信公2023-1', 'registered', 'natural-person', '2023-05-08', null, null],
      [
        '信公2023-2',
        'abandoned-correction',
        'natural-person',
        '2023-05-08',
        '2023-06-20',
        'other-no-correction',
      ],
    ])
    const next = await fileRequest(other.visitor('2024-06-20'), anApplication(other.agencyId))
    expect(next.number).toBe(`${slug}-2024-0042`)
    const { rows: counters } = await other.runtime.owner.query(
      `select value from counter where agency_id = $1 and kind = 'document 测管公开'`,
      [other.agencyId],
    )
    expect(counters).toEqual([{ value: 7 }])
    const again = await exported(other)
    const third = await anOffice()
    await load(third, again)
    expect(Buffer.from(await exported(third)).equals(again)).toBe(true)
  })

  it('is refused whole, with every fault, when one line is wrong', async () => {
    const other = await anOffice()
    const bytes = await oldLedger([
      { 申请编号: 'A-1', 收到日期: '2024-01-08' },
      { 申请编号: 'A-2', 收到日期: '2024-01-08', 办结日期: '2024-01-30' },
      { 申请编号: 'A-3', 收到日期: '2024-01-08', 办结日期: '2024-01-02', 办理结果: '予以公开' },
      { 申请编号: 'A-4', 收到日期: '2024-01-08', 办结日期: '2024-01-30', 办理结果: '给了' },
      { 申请编号: 'A-5', 收到日期: '2024-01-08', 申请渠道: '飞鸽' },
      { 申请编号: 'A-6', 收到日期: '2024-07-08' },
    ])
    const { imported, faults } = await load(other, bytes)
    expect(imported).toBe(0)
    expect(faults).toEqual([
      '“申请”第3行“办理结果”没有填写，已填办结日期的应当填写办理结果',
      '“申请”第4行“办结日期”（2024-01-02）早于收到日期（2024-01-08），请核对',
      '“申请”第5行“办理结果”填的是“给了”，无法识别，请按年度报告表三的名称填写',
      expect.stringContaining('“申请”第6行“申请渠道”填的是“飞鸽”，请从以下选项中选择：当面提交'),
      '“申请”第7行“申请编号”的办理经过有晚于今天的日期（2024-07-08），请核对',
    ])
    expect(await other.count('request')).toBe(0)
  })
})
