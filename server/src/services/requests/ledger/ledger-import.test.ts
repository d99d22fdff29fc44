import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, Stale } from '../../../errors.ts'
import { anOffice, type Office } from '../testing/office.ts'
import { confirmLedgerImport } from './confirm-ledger-import.ts'
import { discardExpiredImports, discardLedgerImport } from './discard-ledger-import.ts'
import { followLedgerImport, listLedgerImports } from './follow-ledger-import.ts'
import { runLedgerImport } from './run-ledger-import.ts'
import { startLedgerImport } from './start-ledger-import.ts'
import { oldLedger } from './testing/old-ledger.ts'

const TODAY = '2024-06-20'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

async function uploaded(to: Office, bytes: Uint8Array) {
  const { agencyId } = to
  const head = to.as('office-head', TODAY)
  const importId = await startLedgerImport(head, { agencyId, name: '台账.xlsx', bytes })
  const key = { agencyId, importId }
  const system = to.runtime.asSystem(agencyId, TODAY)
  return {
    key,
    head,
    system,
    work: () => runLedgerImport(system, key),
    look: () => followLedgerImport(head, key),
    content: async () =>
      (
        await to.runtime.owner.query('select content_sealed from ledger_import where import_id = $1', [
          importId,
        ])
      ).rows[0].content_sealed as Buffer | null,
  }
}

const cases = (count: number, prefix = '信公2023') =>
  oldLedger(
    Array.from({ length: count }, (_, at) => ({
      申请编号: `${prefix}-${at + 1}`,
      收到日期: '2023-05-08',
      姓名或者名称: '赵种植',
    })),
  )

describe('导入台账 in the background', () => {
  it('is checked, waits for a yes, is imported, and keeps no copy of the file', async () => {
    const other = await anOffice()
    const { key, head, work, look, content } = await uploaded(other, await cases(3))
    expect(await look()).toMatchObject({ state: 'checking', total: null })
    expect((await content())?.includes('赵种植')).toBe(false)
    await expect(confirmLedgerImport(head, key)).rejects.toThrow(Stale)
    await work()
    expect(await look()).toMatchObject({ state: 'checked', total: 3, known: 0, faultCount: 0 })
    expect(await other.count('request')).toBe(0)
    await confirmLedgerImport(head, key)
    await expect(confirmLedgerImport(head, key)).rejects.toThrow(Stale)
    // A worker that died after its work does it again.
    await work()
    await work()
    expect(await look()).toMatchObject({ state: 'imported', total: 3, done: 3 })
    expect(await other.count('request')).toBe(3)
    expect(await content()).toBeNull()
    const { rows } = await other.runtime.owner.query(
      `select action, actor, count(*)::int as n from audit_entry
       where agency_id = $1 and action in ('import-request', 'import-ledger') group by 1, 2 order by 1`,
      [other.agencyId],
    )
    const { name } = head.actor as { name: string }
    expect(rows).toEqual([
      { action: 'import-ledger', actor: name, n: 1 },
      { action: 'import-request', actor: name, n: 3 },
    ])
  })

  it('tells every fault by its row and imports nothing', async () => {
    const other = await anOffice()
    const bytes = await oldLedger([
      { 申请编号: 'A-1', 收到日期: '2024-01-08' },
      { 申请编号: 'A-2', 收到日期: '2024-01-08', 办结日期: '2024-01-30' },
    ])
    const { key, head, work, look, content } = await uploaded(other, bytes)
    await work()
    expect(await look()).toMatchObject({
      state: 'faulty',
      faultCount: 1,
      faults: ['“申请”第3行“办理结果”没有填写，已填办结日期的应当填写办理结果'],
    })
    expect(await content()).toBeNull()
    await expect(confirmLedgerImport(head, key)).rejects.toThrow(Stale)
    expect(await other.count('request')).toBe(0)
  })

  it('leaves nothing behind when it breaks off in the middle, and is whole at the next attempt', async () => {
    const other = await anOffice()
    const { key, head, work, look } = await uploaded(other, await cases(450))
    await work()
    await confirmLedgerImport(head, key)
    await other.runtime.owner.query(
      `create function break_off() returns trigger language plpgsql as
         $$ begin if new.number = '信公2023-401' then raise 'disk full'; end if; return new; end $$;
       create trigger break_off before insert on request for each row execute function break_off()`,
    )
    try {
      await expect(work()).rejects.toThrow('disk full')
    } finally {
      await other.runtime.owner.query('drop trigger break_off on request; drop function break_off()')
    }
    expect(await other.count('request')).toBe(0)
    // How far it was could be seen meanwhile.
    expect(await look()).toMatchObject({ state: 'importing', done: 400, total: 450 })
    await Promise.allSettled([work(), work()])
    await work()
    expect(await look()).toMatchObject({ state: 'imported', total: 450 })
    expect(await other.count('request')).toBe(450)
  })

  it('says in a sentence that a file is no ledger', async () => {
    const { work, look } = await uploaded(office, Buffer.from('PK no workbook'))
    await work()
    const { state, faults } = await look()
    expect(state).toBe('failed')
    expect(faults[0]).toMatch(/\p{Script=Han}/u)
  })

  it('is given up by whoever uploaded it, or after two days by the program', async () => {
    const first = await uploaded(office, await cases(1, '甲'))
    const second = await uploaded(office, await cases(1, '乙'))
    await first.work()
    await second.work()
    await discardLedgerImport(first.head, first.key)
    expect([(await first.look()).state, await first.content()]).toEqual(['discarded', null])
    await discardExpiredImports(office.runtime.asSystem(office.agencyId, '2024-06-21'))
    expect((await second.look()).state).toBe('checked')
    await discardExpiredImports(office.runtime.asSystem(office.agencyId, '2024-06-23'))
    expect([(await second.look()).state, await second.content()]).toEqual(['discarded', null])
    const { agencyId } = office
    expect(await listLedgerImports(office.as('clerk', TODAY), { agencyId })).toHaveLength(3)
    await expect(listLedgerImports(office.as('reviewer', TODAY), { agencyId })).rejects.toThrow(Forbidden)
  })
})
