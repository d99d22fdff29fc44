import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { actorId, type Context } from '../context.ts'
import { findReport } from './annual-report-store.ts'
import { isYearlyMeasure, YEARLY_MEASURES } from './yearly-measure.ts'

export type RecordYearlyFigure = Readonly<{
  agencyId: string
  year: number
  measure: string
  value: string
  source: string
}>

/** 登记年度数据: a figure of table two that follows from neither cases nor documents, with where it comes from. */
export async function recordYearlyFigure(ctx: Context, input: RecordYearlyFigure): Promise<void> {
  allow(ctx.actor, 'compile-annual-report')
  const { agencyId, year, measure, value, source } = input
  if (!isYearlyMeasure(measure)) throw new NotFound('这项年度数据')
  const { unit, label } = YEARLY_MEASURES[measure]
  const shape = unit === '万元' ? /^\d{1,12}(\.\d{1,4})?$/ : /^\d{1,12}$/
  if (!shape.test(value)) {
    const sentence =
      unit === '万元' ? `${label}请填写以万元为单位的数字，最多四位小数` : `${label}请填写不小于0的整数`
    throw new Invalid(sentence, { value: sentence })
  }
  await tx(ctx, async (t) => {
    const report = await findReport(t, agencyId, year)
    if (report?.state === 'published') throw new Invalid(`${year}年度报告已经发布，数据不能再修改`)
    await t
      .insertInto('yearly_figure')
      .values({ agency_id: agencyId, year, measure, value, source, recorded_by: actorId(ctx.actor) })
      .onConflict((conflict) =>
        conflict
          .columns(['agency_id', 'year', 'measure'])
          .doUpdateSet({ value, source, recorded_at: ctx.now, recorded_by: actorId(ctx.actor) }),
      )
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'record-yearly-figure',
      detail: { year, measure, value, source },
    })
  })
}
