import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captured } from '../../../../cli/src/testing/captured.ts'
import { pdfPages } from '../../../../documents/src/testing/pdf-text.ts'
import { approveDecision } from '../requests/approve-decision.ts'
import { draftDecision } from '../requests/draft-decision.ts'
import { keepAttachment } from '../requests/keep-attachment.ts'
import { recordEvidence } from '../requests/record-evidence.ts'
import { serveDecision } from '../requests/serve-decision.ts'
import { anOffice, day, type Office, underReview } from '../requests/testing/office.ts'
import { listEvidenceBundles } from './list-evidence-bundles.ts'
import { makeEvidenceBundle } from './make-evidence-bundle.ts'
import { openEvidenceBundle } from './open-evidence-bundle.ts'
import { orderEvidenceBundle } from './order-evidence-bundle.ts'
import { recordDispute } from './record-dispute.ts'

let office: Office
let folder: string
let agencyId: string
let disputeId: string
beforeAll(async () => {
  office = await anOffice()
  folder = mkdtempSync(join(tmpdir(), 'mingfu-bundle-'))
  agencyId = office.agencyId
  disputeId = await aDispute()
  bundle = await aBundle()
})
let bundle: Awaited<ReturnType<typeof aBundle>>
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const clerk = (on: string) => office.as('clerk', on)
const entry = {
  block: 'review',
  role: 'original',
  organ: '测试市人民政府',
  caseNumber: '测政复〔2024〕7号',
  copyReceivedOn: day('2024-07-02'),
  acceptedOn: null,
  procedure: 'ordinary',
  note: '',
  appealOf: null,
} as const

/** 政府信息不存在, searched for, signed, posted, and taken to reconsideration. */
async function aDispute(): Promise<string> {
  const picture = Buffer.from([0xff, 0xd8, 0xff, 0xd9])
  const attachments = [
    await keepAttachment(office.visitor('2024-06-03'), { name: '线索.jpg', bytes: picture }),
  ].map((file) => ({ ...file, purpose: 'attachment' as const }))
  const { on, requestId } = await underReview(office, '2024-06-03', { attachments })
  await recordEvidence(clerk('2024-06-12'), {
    agencyId,
    requestId,
    evidence: {
      kind: 'search-record',
      search: {
        systems: ['综合档案系统'],
        words: ['环卫', '中标'],
        period: '2020年至今',
        searchedBy: '经办员',
        searchedOn: day('2024-06-12'),
        unitsAsked: [],
      },
      hits: '没有命中',
    },
    attachments: [
      await keepAttachment(clerk('2024-06-12'), {
        name: '检索截屏.docx',
        bytes: Buffer.from('PK\u0003\u0004'),
      }),
    ],
  })
  const facts = { searched: '综合档案系统', keywords: ['环卫', '中标'] }
  const items = [{ outcome: 'unable-not-exist' as const, facts }] as const
  const drafted = await draftDecision(clerk('2024-06-13'), { ...on, items })
  const approved = await approveDecision(office.as('leader', '2024-06-14'), {
    ...on,
    version: drafted.version,
  })
  await serveDecision(clerk('2024-06-14'), {
    ...on,
    version: approved.version,
    method: 'electronic',
    sentOn: day('2024-06-14'),
    receivedOn: day('2024-06-14'),
    carrier: null,
    proof: '',
    receiver: '',
  })
  return recordDispute(clerk('2024-07-02'), { ...entry, agencyId, requestId, filedOn: day('2024-06-28') })
}

async function aBundle(withIdentity = false) {
  const bundleId = await orderEvidenceBundle(clerk('2024-07-03'), { agencyId, disputeId, withIdentity })
  await makeEvidenceBundle(office.runtime.asSystem(agencyId, '2024-07-03'), { agencyId, bundleId })
  const open = async (type: 'zip' | 'pdf') =>
    (await openEvidenceBundle(clerk('2024-07-03'), { agencyId, disputeId, bundleId, type })).bytes
  return { bundleId, open }
}

const verify = (zip: Uint8Array, ...more: string[]) => {
  const file = join(folder, 'bundle.zip')
  writeFileSync(file, zip)
  return captured('bundle', 'verify', file, '--json', ...more)
}
const faultsOf = ({ out }: { out: string }) =>
  (JSON.parse(out).faults as { what: string; path: string }[]).map(({ what, path }) => `${what} ${path}`)

describe('举证材料', () => {
  it('is the whole file in order, paged, with a list in front, as PDF and as zip', async () => {
    const { bundleId, open } = bundle
    const [made] = await listEvidenceBundles(clerk('2024-07-03'), { agencyId, disputeId })
    expect(made).toMatchObject({ bundleId, state: 'ready', entries: 8, orderedBy: '经办员' })

    const files = unzipSync(await open('zip'))
    const list = JSON.parse(strFromU8(files['bundle.json'] ?? new Uint8Array()))
    expect(list.entries.map(({ path }: { path: string }) => path)).toEqual([
      '材料/01 政府信息公开申请登记表.pdf',
      '材料/02 申请附件：线索.jpg',
      '材料/03 测试区管理委员会政府信息公开申请登记回执.pdf',
      '材料/04 检索记录.pdf',
      '材料/05 检索记录附件：检索截屏.docx',
      '材料/06 测试区管理委员会政府信息公开申请答复书（测管公开〔2024〕1号）.pdf',
      '材料/07 办理经过.pdf',
      '材料/08 答复期限计算表.pdf',
    ])
    const pages = await pdfPages(new Uint8Array(await open('pdf')))
    const front = pages.slice(0, pages.length - (made?.pages ?? 0)).join('')
    for (const part of [
      '证据目录',
      '测政复〔2024〕7号',
      '测试市人民政府',
      '一、申请的提出和收到',
      '已经尽到合理检索义务',
    ]) {
      expect(front).toContain(part)
    }
    const evidence = pages.slice(-(made?.pages ?? 0))
    expect(evidence.map((text, index) => text.endsWith(String(index + 1)))).not.toContain(false)
    expect(evidence[0]).toContain('欧阳测试')
    expect(evidence[0]).not.toContain('11010519491231002X')
    expect(evidence.join('')).toContain('本件不能转为页面')
    expect(evidence.join('')).not.toContain('拟稿人')
  })

  it('is verified by a program of its own', async () => {
    const { bundleId, open } = bundle
    const bundles = await listEvidenceBundles(clerk('2024-07-03'), { agencyId, disputeId })
    const digest = bundles.find((one) => one.bundleId === bundleId)?.sha256 ?? ''
    const checked = await verify(await open('zip'), '--digest', digest)
    expect(checked.code).toBe(0)
    expect(JSON.parse(checked.out)).toMatchObject({
      kind: 'evidence',
      sha256: digest,
      digestMatches: true,
      sound: true,
      files: 11,
      events: 6,
      faults: [],
    })
  })

  it('tells every file that was altered, taken out or put in, and a history that was touched', async () => {
    const files: Zippable = unzipSync(await bundle.open('zip'))
    const reply = '材料/06 测试区管理委员会政府信息公开申请答复书（测管公开〔2024〕1号）.pdf'
    const changed = async (change: Zippable, without: string[] = []) => {
      const kept = Object.entries({ ...files, ...change }).filter(([path]) => !without.includes(path))
      return faultsOf(await verify(zipSync(Object.fromEntries(kept))))
    }
    expect(await changed({ [reply]: strToU8('另一份答复书') })).toEqual([`altered ${reply}`])
    expect(await changed({}, [reply])).toEqual([`missing ${reply}`])
    expect(await changed({ '材料/99 说明.pdf': strToU8('后来放入的') })).toEqual(['added 材料/99 说明.pdf'])

    const story = strFromU8(files['办理经过.json'] as Uint8Array)
    const moved = {
      '办理经过.json': strToU8(story.replace('"occurred_on": "2024-06-14"', '"occurred_on": "2024-06-13"')),
    }
    expect(await changed(moved)).toEqual(['altered 办理经过.json', 'history 办理经过.json'])

    const list = JSON.parse(strFromU8(files['bundle.json'] as Uint8Array))
    list.entries.splice(3, 1)
    const shortened = await changed({ 'bundle.json': strToU8(JSON.stringify(list)) })
    expect(shortened).toContain('added 材料/04 检索记录.pdf')
    expect(shortened.filter((one) => one.startsWith('list '))).not.toEqual([])
  })

  it('is made once, however often the work is done, and afresh on a new order', async () => {
    const { bundleId } = bundle
    const before = await office.count('file')
    await makeEvidenceBundle(office.runtime.asSystem(agencyId, '2024-07-03'), { agencyId, bundleId })
    expect(await office.count('file')).toBe(before)
    const again = await aBundle(true)
    expect(again.bundleId).not.toBe(bundleId)
    const pages = await pdfPages(new Uint8Array(await again.open('pdf')))
    expect(pages.join('')).toContain('11010519491231002X')
  })

  it('says why it cannot be made, and writes nothing for who may not have it', async () => {
    const bare = await recordDispute(clerk('2024-07-02'), {
      ...entry,
      agencyId,
      requestId: null,
      filedOn: day('2024-06-28'),
    })
    const before = await office.count('evidence_bundle')
    const order = (role: 'clerk' | 'reviewer', which: string) =>
      orderEvidenceBundle(office.as(role, '2024-07-03'), { agencyId, disputeId: which, withIdentity: false })
    await expect(order('clerk', bare)).rejects.toThrow('没有关联的申请')
    await expect(order('reviewer', disputeId)).rejects.toThrow('权限')
    expect(await office.count('evidence_bundle')).toBe(before)
    const { bundleId } = bundle
    const which = { agencyId, disputeId, bundleId, type: 'pdf' } as const
    expect(() => openEvidenceBundle(office.as('leader', '2024-07-03'), which)).toThrow('权限')
    const missing = { ...which, disputeId: bare }
    await expect(openEvidenceBundle(clerk('2024-07-03'), missing)).rejects.toThrow('没有找到')
  })
})
