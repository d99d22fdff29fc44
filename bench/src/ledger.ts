// The proof of the ledger: 10,000 cases filed and handled by the program's own verbs, exported, imported into an empty
// system, exported again. The two files must be the same to the byte.
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/src/config.ts'
import { openRuntime, type Runtime } from '../../server/src/runtime.ts'
import { createAgency } from '../../server/src/services/agencies/create-agency.ts'
import { addNote } from '../../server/src/services/requests/add-note.ts'
import { fileRequest } from '../../server/src/services/requests/file-request.ts'
import { exportLedger } from '../../server/src/services/requests/ledger/export-ledger.ts'
import { importLedger } from '../../server/src/services/requests/ledger/import-ledger.ts'
import { requestCorrection } from '../../server/src/services/requests/request-correction.ts'
import { withdrawRequest } from '../../server/src/services/requests/withdraw-request.ts'

const CASES = Number(process.env.CASES ?? 10_000)
const AT_ONCE = 100

const first = await openSystem()
try {
  await timed(`${CASES} cases filed and handled`, () => fill(first))
  const out = await timed('exported', () => exported(first))
  const second = await openSystem()
  try {
    const done = await timed('imported into an empty system', () =>
      importLedger(second.system, { agencyId: second.agencyId, bytes: out, check: false }),
    )
    if (done.imported !== CASES || done.faults.length > 0)
      throw new Error(`imported ${done.imported}: ${done.faults.slice(0, 3).join('; ')}`)
    const again = await timed('exported again', () => exported(second))
    if (!Buffer.from(again).equals(out)) throw new Error('the two exports differ')
    const digest = createHash('sha256').update(out).digest('hex')
    console.log(`identical: ${(out.byteLength / 1e6).toFixed(1)} MB, SHA-256 ${digest}`)
  } finally {
    await second.close()
  }
} finally {
  await first.close()
}

type System = Awaited<ReturnType<typeof openSystem>>

async function openSystem() {
  const home = mkdtempSync(join(tmpdir(), 'mingfu-bench-'))
  const runtime: Runtime = await openRuntime(readConfig({ MINGFU_HOME: home }))
  const system = runtime.contextFor({ kind: 'system', task: 'bench' }, 'all')
  const agencyId = await createAgency(system, {
    slug: 'bench',
    name: '测试区管理委员会',
    shortName: '测试区',
    orgType: 'functional_zone',
    canMakeRegulations: false,
    documentWord: '测管公开',
    reconsiderationOrgan: '测试市人民政府',
    court: '测试市中级人民法院',
    parentId: null,
  } as Parameters<typeof createAgency>[1])
  const close = async () => {
    await runtime.close()
    rmSync(home, { recursive: true, force: true })
  }
  return { runtime, system, agencyId, close }
}

/** Every third withdrawn, every seventh to be corrected, every fifth with a note; texts of every kind. */
async function fill({ runtime, system, agencyId }: System): Promise<void> {
  const visitor = runtime.contextFor({ kind: 'public', ip: '127.0.0.1' }, agencyId)
  const on = system.today
  const respondBy = system.calendar.addWorkingDays(on, 10)
  for (let at = 0; at < CASES; at += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, CASES - at) }, (_, index) => at + index)
    await Promise.all(
      batch.map(async (index) => {
        const { requestId } = await fileRequest(visitor, application(agencyId, index))
        const which = { agencyId, requestId, version: 1 }
        if (index % 5 === 0) await addNote(system, { ...which, body: ` 电话说明第${index}件\n“已知悉” ` })
        if (index % 3 === 0) await withdrawRequest(system, { ...which, on, statement: '已经取得' })
        else if (index % 7 === 0) {
          const items = ['请明确年份', `编号${index}`]
          const notice = { on, items, guidance: '写明公告日期', respondBy, deliveredOn: null }
          await requestCorrection(system, { ...which, ...notice })
        }
      }),
    )
  }
}

function application(agencyId: string, index: number) {
  const organisation = index % 4 === 0
  return {
    agencyId,
    filingKey: randomUUID(),
    applicant: {
      kind: organisation ? 'organisation' : 'person',
      name: organisation ? `测试<${index}>有限公司&` : '欧阳测试',
      identityKind: organisation ? 'credit-code' : 'resident-id',
      identityNumber: organisation ? '91350100M000100Y43' : '11010519491231002X',
      employer: '',
      legalRepresentative: organisation ? '李测试' : '',
      contactName: organisation ? '王测试' : '',
      contact: { phone: '13800001234', email: '', address: '解放路1号', postcode: '100000', fax: '' },
      agent: null,
    },
    wish: {
      description: `申请公开第${index}号项目的中标通知书，\n含“附件”。${'详'.repeat(index % 200)}`,
      infoTitle: '',
      infoDocumentNumber: index % 2 === 0 ? `测管〔2023〕${index + 1}号` : '',
      infoIndexNumber: '',
      wantedMedium: 'electronic',
      wantedDelivery: index % 2 === 0 ? 'online' : 'post',
    },
    purpose: index % 9 === 0 ? '研究' : '',
    acceptsOtherForm: index % 6 !== 0,
    attachments: [],
  } as Parameters<typeof fileRequest>[1]
}

async function exported({ system, agencyId }: System): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  const stream = await exportLedger(system, { agencyId, identities: true, reason: 'bench' })
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const done = await work()
  console.log(`${what.padEnd(44)} ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return done
}
