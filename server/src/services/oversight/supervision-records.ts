import { type PlainDate, parsePlainDate } from '@mingfu/law'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { overWalls, supervisedAgency } from './below.ts'
import { tellOrgan, WHO_ANSWERS } from './tell-organ.ts'

export type SupervisionKind = 'inspection' | 'assessment' | 'evaluation' | 'accountability'

export type RecordSupervision = Readonly<{
  agencyId: string
  aboutAgencyId: string
  kind: SupervisionKind
  heldOn: PlainDate
  title: string
  findings: string
  /** 考核得分, out of what the assessment says. */
  score: number | null
  rectifyBy: PlainDate | null
  rectifiedOn: PlainDate | null
}>

export type SupervisionRecord = RecordSupervision &
  Readonly<{ recordId: string; aboutName: string; recordedName: string }>

/** 登记监督检查、考核、评议、责任追究 of an agency below; answers its id. */
export async function recordSupervision(ctx: Context, input: RecordSupervision): Promise<string> {
  allow(ctx.actor, 'supervise')
  const { agencyId, aboutAgencyId, heldOn, rectifiedOn } = input
  for (const [field, on] of [
    ['heldOn', heldOn],
    ['rectifiedOn', rectifiedOn],
  ] as const) {
    if (on !== null && on > ctx.today)
      throw new Invalid('日期不能晚于今天，请核对', { [field]: '日期不能晚于今天，请核对' })
  }
  return tx(overWalls(ctx), async (t) => {
    await supervisedAgency(t, agencyId, aboutAgencyId)
    const recordId = newId()
    await t
      .insertInto('supervision_record')
      .values({
        agency_id: agencyId,
        record_id: recordId,
        about_agency_id: aboutAgencyId,
        kind: input.kind,
        held_on: heldOn,
        title: input.title,
        findings: input.findings,
        score: input.score === null ? null : String(input.score),
        rectify_by: input.rectifyBy,
        rectified_on: rectifiedOn,
        recorded_at: ctx.now,
        recorded_by: actorId(ctx.actor),
        recorded_name: actorName(ctx.actor),
      })
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'record-supervision',
      objectKind: 'supervision-record',
      objectId: recordId,
      detail: { kind: input.kind, aboutAgencyId },
    })
    if (input.rectifyBy !== null && rectifiedOn === null)
      await tellOrgan(t, ctx, aboutAgencyId, WHO_ANSWERS, {
        occasion: 'rectification',
        number: null,
        path: '/oversight/orders',
      })
    return recordId
  })
}

/** 监督记录, newest first. */
export async function listSupervision(
  ctx: Context,
  { agencyId }: { agencyId: string },
): Promise<readonly SupervisionRecord[]> {
  allow(ctx.actor, 'supervise')
  const rows = await tx(ctx, (t) =>
    t
      .selectFrom('supervision_record as r')
      .innerJoin('agency as a', 'a.agency_id', 'r.about_agency_id')
      .selectAll('r')
      .select('a.short_name')
      .where('r.agency_id', '=', agencyId)
      .orderBy('r.held_on', 'desc')
      .orderBy('r.record_id', 'desc')
      .execute(),
  )
  const day = (text: string | null) => (text === null ? null : parsePlainDate(text))
  return rows.map((row) => ({
    agencyId: row.agency_id,
    recordId: row.record_id,
    aboutAgencyId: row.about_agency_id,
    aboutName: row.short_name,
    kind: row.kind as SupervisionKind,
    heldOn: parsePlainDate(row.held_on),
    title: row.title,
    findings: row.findings,
    score: row.score === null ? null : Number(row.score),
    rectifyBy: day(row.rectify_by),
    rectifiedOn: day(row.rectified_on),
    recordedName: row.recorded_name,
  }))
}
