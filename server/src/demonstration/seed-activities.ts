import { type ActivityKind, addDays, plainDate, yearOf } from '@mingfu/law'
import { recordActivity } from '../services/oversight/record-activity.ts'
import type { Stage } from './stage.ts'

type Held = readonly [
  daysAgo: number,
  kind: ActivityKind,
  title: string,
  detail: string,
  participants: number | null,
]

// biome-ignore format: a table
const HELD: readonly Held[] = [
  [210, 'training', '依申请公开办理实务', '各办（局）联络员参加，讲解补正、征求第三方意见和答复文书', 36],
  [160, 'publicity', '政府开放日', '介绍查阅点和在线申请渠道', 58],
  [120, 'inspection', '门户网站公开栏目季度检查', '检查13个栏目，限期整改2处更新不及时', null],
  [60, 'training', '公开前保密审查', '以审查表为例讲解区分处理', 24],
  [45, 'problem', '部分答复书未写明检索过程', '抽查办结案卷时发现', null],
  [20, 'assessment', '政府信息公开工作年度考核', '覆盖9个内设机构，结果纳入绩效', null],
]

/** 监督保障记录 of the past months, and a problem of last year with what became of it. */
export async function seedActivities({ agencyId, as, today }: Stage): Promise<void> {
  for (const [daysAgo, kind, title, detail, participants] of HELD) {
    const heldOn = addDays(today, -daysAgo)
    const entry = { kind, heldOn, title, detail, participants, remedy: '', resolvedOn: null }
    await recordActivity(as('jingban', heldOn), { agencyId, ...entry })
  }
  const resolvedOn = addDays(today, -100)
  await recordActivity(as('jingban', today), {
    agencyId,
    kind: 'problem',
    heldOn: plainDate(yearOf(resolvedOn) - 1, 11, 20),
    title: '历史信息归集不够完整',
    detail: '',
    participants: null,
    remedy: '分两批补录以前年度文件，并逐件标注有效性',
    resolvedOn,
  })
}
