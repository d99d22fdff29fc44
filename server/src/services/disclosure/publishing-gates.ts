import {
  cite,
  formValue,
  type InformationOrigin,
  interpretationReady,
  isPlainDate,
  mayHoldKind,
  mayPublish,
  type PlainDate,
  type Refusal,
  type Ruling,
  refuse,
  type UrgentGateId,
} from '@mingfu/law'
import type { Db, Tx } from '../../db/database.ts'
import { getAgency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'
import { findColumnLimit } from './column-limit.ts'
import type { DocumentContent } from './document.ts'
import type { StoredDocument } from './document-store.ts'
import { mayHold } from './submission-faults.ts'

/** A condition of release that is not met, and which of 应急发布's gates it belongs to. */
export type ShutGate = Refusal & Readonly<{ gate: UrgentGateId }>

/** 发布前的条件 beyond review and signature: power, who has to publish it, where it stands, and its interpretation. */
export async function publishingGates(
  db: Db | Tx,
  ctx: Pick<Context, 'calendar' | 'today'>,
  document: StoredDocument,
): Promise<readonly ShutGate[]> {
  const rulings: readonly (readonly [UrgentGateId, Ruling<unknown>])[] = [
    ['rule-power', await power(db, document)],
    ['responsibility', await responsibility(db, document)],
    ['column', await rightColumn(db, document)],
    ['interpretation', await interpreted(db, ctx, document)],
  ]
  return rulings.flatMap(([gate, ruling]) => (ruling.granted ? [] : [{ ...ruling.refusal, gate }]))
}

/** 规章制定权. */
async function power(db: Db | Tx, { agencyId, content }: StoredDocument): Promise<Ruling<unknown>> {
  return mayHoldKind(content.kind, await getAgency(db, agencyId))
}

/** 谁制作谁公开、牵头机关公开: what another organ made is published with its consent or not here. */
async function responsibility(db: Db | Tx, document: StoredDocument): Promise<Ruling<unknown>> {
  const { agencyId, documentId, content } = document
  const { name } = await getAgency(db, agencyId)
  const ruling = mayPublish(originOf(content, name), name)
  if (ruling.granted || content.origin !== 'obtained-from-organ') return ruling
  const consent = await db
    .selectFrom('document_consultation')
    .select('consultation_id')
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .where('kind', '=', 'organ')
    .where('outcome', '=', 'agreed')
    .limit(1)
    .executeTakeFirst()
  return consent === undefined ? ruling : { granted: true, value: name }
}

function originOf({ origin, originOrgan, coIssuers }: DocumentContent, own: string): InformationOrigin {
  switch (origin) {
    case 'made':
      return { kind: origin, by: own }
    case 'made-jointly':
      return { kind: origin, lead: originOrgan, coIssuers }
    case 'obtained-from-public':
      return { kind: origin, keptBy: own }
    case 'obtained-from-organ':
      return { kind: origin, maker: originOrgan ?? '制作机关' }
  }
}

/** A column may have been limited since the document was reviewed. */
async function rightColumn(db: Db | Tx, { agencyId, content }: StoredDocument): Promise<Ruling<unknown>> {
  const column = await findColumnLimit(db, agencyId, content.nodeId)
  if (column === null || mayHold(column, content.kind)) return { granted: true, value: null }
  const reason = `“${column.title}”栏目不放这一种类的信息，请退回修改目录栏目`
  return refuse('kind-not-in-column', reason, cite('platform-notice'))
}

/** 同步解读: with it, with a dated plan, or with a reason for none. What is signed goes out together and counts. */
async function interpreted(
  db: Db | Tx,
  { calendar, today }: Pick<Context, 'calendar' | 'today'>,
  { agencyId, documentId, content, publishedAt, correctsId, interpretation }: StoredDocument,
): Promise<Ruling<unknown>> {
  // A correction takes the place of a text whose interpretation stands.
  if (correctsId !== null) return { granted: true, value: null }
  const { count } = await db
    .selectFrom('document_relation as relation')
    .innerJoin('document as interpretation', (join) =>
      join
        .onRef('interpretation.agency_id', '=', 'relation.agency_id')
        .onRef('interpretation.document_id', '=', 'relation.from_id'),
    )
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('relation.agency_id', '=', agencyId)
    .where('relation.to_id', '=', documentId)
    .where('relation.kind', '=', 'interprets')
    .where('interpretation.state', 'in', ['approved', 'scheduled', 'published'])
    .executeTakeFirstOrThrow()
  const plannedOn = interpretation.plannedOn ?? formValue(content.form, 'interpretationPlannedOn')
  return interpretationReady(
    {
      kind: content.kind,
      publishedOn: publishedAt === null ? today : dayOf(publishedAt),
      interpretations: Number(count),
      plannedOn: isPlainDate(plannedOn) ? plannedOn : null,
      exemption: (interpretation.exemption ?? formValue(content.form, 'interpretationExemption')) || null,
    },
    calendar,
  )
}

/** The day, in China, of a moment. */
export function dayOf(at: Date): PlainDate {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as PlainDate
}
