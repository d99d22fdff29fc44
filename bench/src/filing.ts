// 200 applicants file at one moment, each with an attachment: none lost, none doubled, numbers without gap; beside a
// bare durable INSERT of the same rows, by as many connections as the program has, in the same run. The rival has it
// easier: its rows are ready, and it writes no attachment.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readConfig } from '../../server/src/config.ts'
import { openRuntime } from '../../server/src/runtime.ts'
import { createAgency } from '../../server/src/services/agencies/create-agency.ts'
import { fileRequest } from '../../server/src/services/requests/file-request.ts'
import { keepAttachment, openSealed } from '../../server/src/services/requests/keep-attachment.ts'
import type { Filed } from '../../server/src/services/requests/open-request.ts'

const APPLICANTS = 200
const ROUNDS = 5
const TABLES = [
  'request_filing',
  'request',
  'applicant',
  'file',
  'request_file',
  'request_event',
  'letter',
  'audit_entry',
]

/** Copied audit entries stand behind all others. */
let audits = 1_000_000

const home = mkdtempSync(join(tmpdir(), 'mingfu-bench-'))
const runtime = await openRuntime(readConfig({ MINGFU_HOME: home }))
// As many connections as the program has, each seeing every row, so that no statement is spent on saying so.
const { host, port, database, user } = runtime.pool.options
const rival = new pg.Pool({
  host,
  port,
  database,
  user,
  max: 10,
  options: '-c mingfu.scope=all',
} as pg.PoolConfig)
try {
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
  const visitor = runtime.contextFor({ kind: 'public', ip: '127.0.0.1' }, agencyId)
  rival.on('error', () => undefined)

  const one = async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(20_000)])
    const kept = await keepAttachment(visitor, { name: '身份证明.pdf', bytes })
    return { bytes, kept }
  }
  const application = (attachment: Awaited<ReturnType<typeof one>>['kept']) =>
    ({
      agencyId,
      filingKey: randomUUID(),
      applicant: {
        kind: 'person',
        name: '欧阳测试',
        identityKind: 'resident-id',
        identityNumber: '11010519491231002X',
        employer: '',
        legalRepresentative: '',
        contactName: '',
        contact: { phone: '13800001234', email: '', address: '', postcode: '', fax: '' },
        agent: null,
      },
      wish: {
        description: '申请公开2023年城乡环卫一体化项目的中标通知书',
        infoTitle: '',
        infoDocumentNumber: '',
        infoIndexNumber: '',
        wantedMedium: 'electronic',
        wantedDelivery: 'online',
      },
      purpose: '',
      acceptsOtherForm: true,
      attachments: [{ ...attachment, purpose: 'identity-proof' }],
    }) as Parameters<typeof fileRequest>[1]

  const rates = { whole: [] as number[], filing: [] as number[], bare: [] as number[] }
  const filed: Filed[] = []
  const attached = new Map<string, Buffer>()
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    // The whole of it: the attachment is sealed, written and synced, and the application is filed.
    const began = performance.now()
    const whole = await Promise.all(
      Array.from({ length: APPLICANTS }, async () => {
        const { bytes, kept } = await one()
        const answer = await fileRequest(visitor, application(kept))
        attached.set(answer.requestId, bytes)
        return answer
      }),
    )
    const wholeRate = rateOf(began)
    // The filing alone, with attachments that lie in the store already, as they do when the button is pressed.
    const kept = await Promise.all(Array.from({ length: APPLICANTS }, one))
    const beganFiling = performance.now()
    const alone = await Promise.all(
      kept.map((attachment) => fileRequest(visitor, application(attachment.kept))),
    )
    const filingRate = rateOf(beganFiling)
    filed.push(...whole, ...alone)
    const bareRate = await bareInsert(alone.map(({ requestId }) => requestId))
    if (round === 0) continue
    rates.whole.push(wholeRate)
    rates.filing.push(filingRate)
    rates.bare.push(bareRate)
  }

  checkNumbers(filed.map(({ number }) => number))
  await checkRegister()
  console.log(`${filed.length} filed, each once on the register, numbers 1 to ${filed.length} each once`)
  console.log(`${attached.size} attachments opened again, each as it was sent`)
  const bare = median(rates.bare)
  for (const [what, rate] of [
    ['bare durable INSERT of the same rows   ', bare],
    ['filing, attachment in the store        ', median(rates.filing)],
    ['filing, attachment sealed and synced   ', median(rates.whole)],
  ] as const) {
    console.log(`${what} ${Math.round(rate)} a second   ${Math.round((100 * rate) / bare)} %`)
  }

  /** Nothing lost, nothing doubled, and what was attached lies in the store whole. */
  async function checkRegister(): Promise<void> {
    const { rows } = await rival.query<{ request_id: string; sha256: string }>(
      `select request_id, sha256 from request join request_file using (agency_id, request_id)
         join file using (agency_id, file_id) where number not like '%-copy-%'`,
    )
    const found = new Map(rows.map((row) => [row.request_id, row.sha256]))
    if (rows.length !== filed.length || filed.some(({ requestId }) => !found.has(requestId))) {
      throw new Error(`${filed.length} were told that they filed, ${rows.length} are on the register`)
    }
    for (const [requestId, bytes] of attached) {
      const kept = await openSealed(visitor, found.get(requestId) ?? '')
      if (kept === undefined || !bytes.equals(kept)) throw new Error(`the attachment of ${requestId} is lost`)
    }
  }

  /** Copies the rows of these applications under new keys, one transaction an application, each committed durably. */
  async function bareInsert(requestIds: readonly string[]): Promise<number> {
    const client = await runtime.pool.connect()
    const copies: Record<string, Record<string, unknown>[]>[] = []
    try {
      await client.query(`select set_config('mingfu.scope', 'all', false)`)
      for (const requestId of requestIds) {
        const copy: Record<string, Record<string, unknown>[]> = {}
        for (const table of TABLES) {
          const where =
            table === 'file'
              ? 'file_id in (select file_id from request_file where request_id = $1)'
              : table === 'audit_entry'
                ? 'object_id = $1'
                : 'request_id = $1'
          const found = await client.query(`select * from ${table} where ${where}`, [requestId])
          copy[table] = found.rows
        }
        copies.push(renamed(copy))
      }
    } finally {
      client.release()
    }
    const began = performance.now()
    await Promise.all(copies.map(insertOne))
    return rateOf(began)
  }

  async function insertOne(copy: Record<string, Record<string, unknown>[]>): Promise<void> {
    const client = await rival.connect()
    try {
      await client.query('begin')
      for (const table of TABLES) {
        const rows = copy[table] ?? []
        const columns = Object.keys(rows[0] ?? {})
        if (columns.length === 0) continue
        const values = rows.map(
          (_, row) => `(${columns.map((_column, at) => `$${row * columns.length + at + 1}`).join(', ')})`,
        )
        // Planned once a connection, as the program's own statements are.
        await client.query({
          name: `${table} ${rows.length}`,
          text: `insert into ${table} (${columns.join(', ')}) values ${values.join(', ')}`,
          values: rows.flatMap((row) => columns.map((column) => row[column])),
        })
      }
      await client.query('commit')
    } finally {
      client.release()
    }
  }
} finally {
  await rival.end()
  await runtime.close()
  rmSync(home, { recursive: true, force: true })
}

/** The same rows for another application: other ids, another number. */
function renamed(copy: Record<string, Record<string, unknown>[]>): Record<string, Record<string, unknown>[]> {
  const ids = new Map<unknown, string>()
  const anew = (id: unknown) => {
    const known = ids.get(id) ?? randomUUID()
    ids.set(id, known)
    return known
  }
  const change: Record<string, (value: unknown) => unknown> = {
    request_id: anew,
    file_id: anew,
    letter_id: anew,
    object_id: anew,
    number: (number) => `${number}-copy-${randomUUID()}`,
    filing_key: () => createHash('sha256').update(randomUUID()).digest(),
    seq: (seq) => seq,
  }
  return Object.fromEntries(
    Object.entries(copy).map(([table, rows]) => [
      table,
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => {
            if (table === 'audit_entry' && column === 'seq') {
              audits += 1
              return [column, audits]
            }
            if (
              value !== null &&
              typeof value === 'object' &&
              !Buffer.isBuffer(value) &&
              !(value instanceof Date)
            )
              return [column, JSON.stringify(value)]
            return [column, change[column] === undefined || value === null ? value : change[column](value)]
          }),
        ),
      ),
    ]),
  )
}

function rateOf(began: number): number {
  return (APPLICANTS * 1000) / (performance.now() - began)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function checkNumbers(numbers: readonly string[]): void {
  const serials = numbers.map((number) => Number(number.split('-').at(-1))).toSorted((a, b) => a - b)
  for (const [index, serial] of serials.entries()) {
    if (serial !== index + 1) throw new Error(`after number ${index} comes ${serial}`)
  }
}
