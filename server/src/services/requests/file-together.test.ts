import { beforeAll, expect, it } from 'vitest'
import { fileRequest } from './file-request.ts'
import { anApplication, anOffice, type Office } from './testing/office.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

it('numbers sixty applications that come at one moment without gap or repeat, and doubles none', async () => {
  const { agencyId } = office
  const visitor = office.visitor('2024-06-03')
  const applications = Array.from({ length: 60 }, () => anApplication(agencyId))
  // Every third applicant presses the button twice.
  const pressed = applications.flatMap((one, index) => (index % 3 === 0 ? [one, one] : [one]))
  const filed = await Promise.all(pressed.map((application) => fileRequest(visitor, application)))
  const numbers = [...new Set(filed.map(({ number }) => number))].toSorted()
  const slug = office.slug.toUpperCase()
  expect(numbers).toEqual(
    Array.from({ length: 60 }, (_, index) => `${slug}-2024-${String(index + 1).padStart(4, '0')}`),
  )
  for (const [index, application] of pressed.entries()) {
    if (pressed[index - 1] === application) expect(filed[index]).toEqual(filed[index - 1])
  }
  expect([await office.count('request'), await office.count('applicant')]).toEqual([60, 60])
  expect([await office.count('request_event'), await office.count('letter')]).toEqual([120, 60])
})

it('lets one that cannot be opened spoil nothing for the others', async () => {
  const { agencyId } = office
  const visitor = office.visitor('2024-06-04')
  const first = anApplication(agencyId)
  const { number } = await fileRequest(visitor, first)
  const before = await office.count('request')
  const changed = { ...first, purpose: '换了内容' }
  const results = await Promise.allSettled([
    fileRequest(visitor, anApplication(agencyId)),
    fileRequest(visitor, changed),
    fileRequest(visitor, anApplication(agencyId)),
    fileRequest(visitor, anApplication(agencyId)),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  expect(String((results[1] as PromiseRejectedResult).reason)).toContain(`编号为${number}`)
  expect(await office.count('request')).toBe(before + 3)
})
