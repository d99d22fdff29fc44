import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid, Stale } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import { allowWithin } from './own-agency.ts'

/** 政府信息公开指南, 条例第十二条第二款: classification, arrangement, ways to obtain, and the office with eight facts. */
export type GuideContent = Readonly<{
  classification: string
  arrangement: string
  access: string
  /** Reading places: archives, libraries, service halls. */
  readingPlaces: string
  office: Readonly<{
    name: string
    address: string
    hours: string
    phone: string
    fax: string
    email: string
    /** Where applications are taken over the internet. */
    internet: string
    postcode: string
  }>
  /** How to apply, in the agency's own words; time limits, fees and remedies come from the law. */
  applying: string
  supervision: string
}>

export type Guide = Readonly<{ content: GuideContent; revisedOn: PlainDate; version: number }>

export async function findGuide(ctx: Pick<Context, 'db'>, agencyId: string): Promise<Guide | undefined> {
  const row = await ctx.db
    .selectFrom('disclosure_guide')
    .select(['content', 'revised_on', 'version'])
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    content: row.content as GuideContent,
    revisedOn: row.revised_on as PlainDate,
    version: row.version,
  }
}

export type SaveGuide = Readonly<{ agencyId: string; version: number; content: GuideContent }>

/** 修订公开指南: nothing that the regulation lists may be missing; the day of revision is today. `version` 0 makes it. */
export async function saveGuide(ctx: Context, input: SaveGuide): Promise<{ version: number }> {
  allowWithin(ctx, 'edit-guide', input.agencyId)
  const { agencyId, content } = input
  const faults = guideFaults(content)
  const first = Object.values(faults)[0]
  if (first !== undefined) throw new Invalid(first, faults)
  return tx(ctx, async (t) => {
    const row = await t
      .selectFrom('disclosure_guide')
      .select('version')
      .where('agency_id', '=', agencyId)
      .forUpdate()
      .executeTakeFirst()
    if ((row?.version ?? 0) !== input.version) throw new Stale('公开指南')
    const version = input.version + 1
    const values = { content: JSON.stringify(content), revised_on: ctx.today, version }
    await t
      .insertInto('disclosure_guide')
      .values({ agency_id: agencyId, ...values })
      .onConflict((conflict) => conflict.column('agency_id').doUpdateSet(values))
      .execute()
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, { agencyId, action: 'save-guide', objectKind: 'guide', detail: { version } })
    return { version }
  })
}

const REQUIRED = {
  classification: '请写明政府信息的分类',
  arrangement: '请写明编排体系',
  access: '请写明获取方式',
} as const

const OFFICE = {
  name: '请填写政府信息公开工作机构的名称',
  address: '请填写办公地址',
  hours: '请填写办公时间',
  phone: '请填写联系电话',
  fax: '请填写传真号码；没有传真的，写“无”',
  internet: '请填写互联网联系方式',
} as const

/** 条例第十二条第二款's list, by field. */
function guideFaults(content: GuideContent): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const [field, sentence] of Object.entries(REQUIRED)) {
    if (content[field as keyof typeof REQUIRED].trim() === '') faults[field] = sentence
  }
  for (const [field, sentence] of Object.entries(OFFICE)) {
    if (content.office[field as keyof typeof OFFICE].trim() === '') faults[`office.${field}`] = sentence
  }
  if (!/\d{3,4}-?\d{7,8}|\d{5}/.test(content.office.phone))
    faults['office.phone'] ??= '联系电话的格式不正确，请带区号填写'
  return faults
}
