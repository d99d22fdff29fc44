import { beforeAll, describe, expect, it } from 'vitest'
import { NO_CONTACT } from './applicant.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { getRequest } from './get-request.ts'
import { registerRequest } from './register-request.ts'
import { anApplication, anOffice, day, type Office, PERSON } from './testing/office.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

const entry = (
  channel: 'in-person' | 'post-signed' | 'post-ordinary' | 'fax' | 'email',
  arrivedOn: string,
) => ({
  ...anApplication(office.agencyId),
  channel,
  arrivedOn: day(arrivedOn),
  confirmedOn: null,
  applicantClass: 'natural-person' as const,
  proof: '',
})

describe('登记申请: the law decides from the channel which day counts', () => {
  // Signed Friday 2024-06-14; registered a week later: the clock starts at the gate, not on the desk.
  it('counts post from the day anybody of the agency signed for it', async () => {
    const filed = await registerRequest(office.as('clerk', '2024-06-21'), entry('post-signed', '2024-06-14'))
    expect(filed).toMatchObject({ receivedOn: '2024-06-14', dueOn: '2024-07-12' })
  })

  it('waits with ordinary letters until both sides have confirmed, and issues the receipt then', async () => {
    const { agencyId } = office
    const filed = await registerRequest(
      office.as('clerk', '2024-06-17'),
      entry('post-ordinary', '2024-06-17'),
    )
    expect(filed).toMatchObject({ receivedOn: null, dueOn: null })
    const open = await getRequest(office.as('clerk', '2024-06-17'), { agencyId, requestId: filed.requestId })
    expect(open.fold.state).toBe('received-unconfirmed')
    expect(open.letters).toEqual([])

    await confirmReceipt(office.as('clerk', '2024-06-18'), {
      agencyId,
      requestId: filed.requestId,
      version: 1,
      on: day('2024-06-18'),
      how: '电话联系申请人确认',
    })
    const confirmed = await getRequest(office.as('clerk', '2024-06-18'), {
      agencyId,
      requestId: filed.requestId,
    })
    expect(confirmed.fold.receivedOn).toBe('2024-06-18')
    expect(confirmed.letters.map(({ code }) => code)).toEqual(['D02'])
  })

  it('takes a paper that lacks nearly everything, and names what to ask for', async () => {
    const applicant = { ...PERSON, identityNumber: '', contact: NO_CONTACT }
    const wish = {
      ...anApplication(office.agencyId).wish,
      description: '',
      wantedMedium: '',
      wantedDelivery: '',
    }
    const filed = await registerRequest(office.as('clerk', '2024-06-17'), {
      ...entry('in-person', '2024-06-17'),
      applicant,
      wish,
    })
    expect(filed.hints.map(({ code }) => code)).toEqual([
      'identity-missing',
      'contact-missing',
      'description-missing',
      'form-missing',
    ])
  })

  it('refuses a day that has not come and a confirmation before the arrival, and writes nothing', async () => {
    const before = await office.count('request')
    await expect(
      registerRequest(office.as('clerk', '2024-06-17'), entry('in-person', '2024-06-18')),
    ).rejects.toThrow('不能晚于今天')
    await expect(
      registerRequest(office.as('clerk', '2024-06-17'), {
        ...entry('fax', '2024-06-14'),
        confirmedOn: day('2024-06-13'),
      }),
    ).rejects.toThrow('确认日期不能早于到达日期')
    expect(await office.count('request')).toBe(before)
    expect(await office.count('request_filing')).toBe(before)
  })

  it('is for those who handle requests', async () => {
    await expect(
      registerRequest(office.as('leader', '2024-06-17'), entry('in-person', '2024-06-17')),
    ).rejects.toThrow('没有办理这一事项的权限')
  })
})
