import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../db/new-id.ts'
import { fileRequest } from './file-request.ts'
import { getRequest } from './get-request.ts'
import { hashQueryCode } from './query-code.ts'
import { anApplication, anOffice, type Office, PERSON } from './testing/office.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

describe('在线申请', () => {
  // Received Monday 2024-09-02; 中秋 and 国庆 with their worked weekends: the 20th working day is 2024-09-30.
  it('is received on the day it is submitted, numbered, and due after twenty working days', async () => {
    const filed = await fileRequest(office.visitor('2024-09-02'), anApplication(office.agencyId))
    expect(filed).toMatchObject({
      number: `${office.slug.toUpperCase()}-2024-0001`,
      receivedOn: '2024-09-02',
      dueOn: '2024-09-30',
      provisional: false,
      hints: [],
    })
  })

  it('keeps the hash of the query code, and nowhere the code', async () => {
    const { requestId, queryCode } = await fileRequest(
      office.visitor('2024-09-02'),
      anApplication(office.agencyId),
    )
    const { rows } = await office.runtime.owner.query(
      'select query_code_hash, request::text as row from request where request_id = $1',
      [requestId],
    )
    expect(rows[0].query_code_hash).toEqual(hashQueryCode(queryCode))
    const letters = await office.runtime.owner.query(
      'select content::text as text from letter where request_id = $1',
      [requestId],
    )
    expect(letters.rows).toHaveLength(1)
    expect(rows[0].row + letters.rows[0].text).not.toContain(queryCode)
  })

  it('files once for one form: a second click and a retry answer the same number and code', async () => {
    const application = anApplication(office.agencyId)
    const before = await office.count('request')
    const both = await Promise.all([
      fileRequest(office.visitor('2024-09-03'), application),
      fileRequest(office.visitor('2024-09-03'), application),
    ])
    const later = await fileRequest(office.visitor('2024-09-03'), application)
    expect(both[0]).toEqual(both[1])
    expect(later).toEqual(both[0])
    expect(await office.count('request')).toBe(before + 1)
  })

  it('does not swallow a form that was changed after it had been filed', async () => {
    const application = anApplication(office.agencyId)
    const { number } = await fileRequest(office.visitor('2024-09-03'), application)
    const changed = { ...application, purpose: '补充说明' }
    await expect(fileRequest(office.visitor('2024-09-03'), changed)).rejects.toThrow(`编号为${number}`)
  })

  it('numbers many at once without a gap', async () => {
    const filed = await Promise.all(
      Array.from({ length: 8 }, () =>
        fileRequest(office.visitor('2023-02-01'), anApplication(office.agencyId)),
      ),
    )
    const numbers = filed.map(({ number }) => number.slice(-4)).sort()
    expect(numbers).toEqual(['0001', '0002', '0003', '0004', '0005', '0006', '0007', '0008'])
  })

  it('takes a number whose check digit fails, and leaves a hint instead of a refusal', async () => {
    const applicant = { ...PERSON, identityNumber: '110105194912310021' }
    const { requestId, hints } = await fileRequest(
      office.visitor('2024-09-02'),
      anApplication(office.agencyId, { applicant }),
    )
    expect(hints).toMatchObject([{ code: 'identity-doubtful', field: 'identityNumber' }])
    const file = await getRequest(office.as('clerk', '2024-09-02'), { agencyId: office.agencyId, requestId })
    expect(file.request.hints).toEqual(hints)
    expect(file.request.state).toBe('registered')
  })

  it('never asks for a purpose', async () => {
    const { hints } = await fileRequest(
      office.visitor('2024-09-02'),
      anApplication(office.agencyId, { purpose: '' }),
    )
    expect(hints).toEqual([])
  })

  it('seals who the applicant is: no table of the database shows name, number, telephone or address', async () => {
    await fileRequest(office.visitor('2024-09-02'), anApplication(office.agencyId))
    for (const table of [
      'request',
      'applicant',
      'request_event',
      'letter',
      'audit_entry',
      'request_filing',
    ]) {
      const { rows } = await office.runtime.owner.query(`select t::text as row from ${table} t`)
      const text = rows.map(({ row }) => row).join('\n')
      for (const personal of ['欧阳测试', '11010519491231002X', '13800001234', '解放路']) {
        expect(text, `${table} shows ${personal}`).not.toContain(personal)
      }
    }
  })

  it('writes nothing when the agency is not the one that the door opened', async () => {
    const before = await office.count('request_filing')
    const elsewhere = office.runtime.asPublic(newId(), '2024-09-02')
    await expect(fileRequest(elsewhere, anApplication(office.agencyId))).rejects.toThrow()
    expect(await office.count('request_filing')).toBe(before)
  })
})
