import { beforeAll, describe, expect, it } from 'vitest'
import { linkOf, linkOldHistories } from '../../db/event-link.ts'
import { anOffice, day, type Office, underReview } from './testing/office.ts'
import { verifyHistories } from './verify-histories.ts'
import { withdrawRequest } from './withdraw-request.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

async function aWithdrawnRequest() {
  const filed = await underReview(office, '2024-06-03')
  const on = { ...filed.on, on: day('2024-06-05'), statement: '撤回' }
  await withdrawRequest(office.as('clerk', '2024-06-05'), on)
  return filed
}
const verify = () =>
  verifyHistories(office.runtime.asSystem('all', '2024-06-06'), { agencyId: office.agencyId })
const faultsOf = async (number: string) =>
  (await verify()).faults.filter((fault) => fault.number === number).map(({ seq, what }) => ({ seq, what }))
const change = (text: string, requestId: string) => office.runtime.owner.query(text, [requestId])

describe('办理经过的链', () => {
  it('holds for what the verbs wrote', async () => {
    const { number } = await aWithdrawnRequest()
    expect((await verify()).checked).toBeGreaterThan(0)
    expect(await faultsOf(number)).toEqual([])
  })

  it('names what was altered, left out, slipped in or cut off behind the program', async () => {
    const altered = await aWithdrawnRequest()
    await change(
      `update request_event set occurred_on = '2024-06-01' where request_id = $1 and seq = 2`,
      altered.requestId,
    )
    expect(await faultsOf(altered.number)).toEqual([{ seq: 2, what: 'altered' }])

    const short = await aWithdrawnRequest()
    await change('delete from request_event where request_id = $1 and seq = 2', short.requestId)
    const [missing] = await faultsOf(short.number)
    expect(missing).toEqual({ seq: 2, what: 'missing' })

    const slipped = await aWithdrawnRequest()
    await change(
      `insert into request_event (agency_id, request_id, seq, kind, occurred_on, facts, actor)
       select agency_id, request_id, 9, 'delivered', '2024-06-05', '{"document": "decision"}', '系统'
       from request_event where request_id = $1 and seq = 1`,
      slipped.requestId,
    )
    expect((await faultsOf(slipped.number)).map(({ what }) => what)).toContain('altered')

    const cut = await aWithdrawnRequest()
    await change(
      `delete from request_event where request_id = $1
       and seq = (select max(seq) from request_event where request_id = $1)`,
      cut.requestId,
    )
    expect((await faultsOf(cut.number)).map(({ what }) => what)).toEqual(['cut'])
  })

  it('is made up once for histories that are older than the chain, and blesses nothing later', async () => {
    const old = await aWithdrawnRequest()
    await change('update request_event set sha256 = null, sm3 = null where request_id = $1', old.requestId)
    expect((await faultsOf(old.number)).length).toBeGreaterThan(0)
    const client = await office.runtime.owner.connect()
    await linkOldHistories(client)
    expect(await faultsOf(old.number)).toEqual([])
    await change('update request_event set sha256 = null where request_id = $1 and seq = 2', old.requestId)
    expect(await linkOldHistories(client)).toBe(0)
    client.release()
    expect(await faultsOf(old.number)).toContainEqual({ seq: 2, what: 'altered' })
  })

  // Worked out with sha256sum and openssl dgst -sm3 over the text in the comment.
  it('is a digest of plain text that any other program can make again', () => {
    const event = {
      agency_id: 'a',
      request_id: 'r',
      seq: 1,
      kind: 'received',
      occurred_on: '2024-06-03',
      recorded_at: '2024-06-03T04:00:00.000Z',
      actor: '经办员',
      actor_id: null,
      note: null,
      facts: { channel: 'in-person', after: 'z' },
    }
    // ["a","r",1,"received","2024-06-03","2024-06-03T04:00:00.000Z","经办员",null,"<digest of the content>","000…000"],
    // and the content is [null,{"after":"z","channel":"in-person"}]
    expect(linkOf(event, null)).toEqual({
      sha256: 'f49ae5c5dcdf9f207c5c2762ad77721d47b495f796676184d196604abb2dcca7',
      sm3: 'fa9966a450d6550b3048fff702a9cd3fd5830d98f3f0bdbf5fe43b13f3d15165',
    })
  })
})
