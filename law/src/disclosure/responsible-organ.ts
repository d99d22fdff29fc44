import { cite } from '../citation.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'

/** 信息来源, which decides who has to publish (条例 第十条). */
export type InformationOrigin =
  | Readonly<{ kind: 'made'; by: string }>
  | Readonly<{ kind: 'made-jointly'; lead: string | null; coIssuers: readonly string[] }>
  | Readonly<{ kind: 'obtained-from-public'; keptBy: string }>
  | Readonly<{ kind: 'obtained-from-organ'; maker: string }>

/** 信息来源 as a form offers them; `organ` is what to name besides, null where nobody else is concerned. */
export const ORIGINS = {
  made: { label: '本机关制作', organ: null },
  'made-jointly': { label: '与其他机关共同制作', organ: '牵头机关' },
  'obtained-from-public': { label: '从公民、法人或者其他组织取得', organ: null },
  'obtained-from-organ': { label: '从其他行政机关取得', organ: '制作机关' },
} as const satisfies Record<InformationOrigin['kind'], { label: string; organ: string | null }>

export type OriginKind = keyof typeof ORIGINS

const MAKER = cite('regulation', 10, 1)
const LEAD = cite('regulation', 10, 3)

/** 公开责任机关: the maker, the keeper, or the organ that leads a joint document. */
export function responsibleOrgan(origin: InformationOrigin): Ruling<string> {
  switch (origin.kind) {
    case 'made':
      return grant(origin.by)
    case 'obtained-from-public':
      return grant(origin.keptBy)
    case 'obtained-from-organ':
      return grant(origin.maker)
    case 'made-jointly':
      if (origin.lead === null)
        return refuse(
          'lead-organ-unknown',
          '共同制作的政府信息由牵头制作的行政机关负责公开，请指明牵头机关',
          LEAD,
        )
      return grant(origin.lead)
  }
}

/** Whether `organ` may publish: what another organ is responsible for is referred to, not republished as one's own. */
export function mayPublish(origin: InformationOrigin, organ: string): Ruling<string> {
  const responsible = responsibleOrgan(origin)
  if (!responsible.granted || responsible.value === organ) return responsible
  const basis = origin.kind === 'made-jointly' ? LEAD : MAKER
  return refuse(
    'another-organ-publishes',
    `该政府信息由${responsible.value}负责公开，请链接其公开页面或者取得其同意`,
    basis,
  )
}
