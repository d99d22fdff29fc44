import { type EvidenceKind, OUTCOMES, type OutcomeCode, type PlainDate } from '@mingfu/law'
import { recordEvidence } from '../services/requests/record-evidence.ts'
import type { Played } from './played.ts'
import type { Stage } from './stage.ts'

/** Everything that the law wants on file before this outcome is drafted. */
export async function fileEvidence(
  stage: Stage,
  outcome: OutcomeCode,
  { requestId }: Played,
  day: PlainDate,
): Promise<void> {
  const needed: readonly EvidenceKind[] = [
    ...new Set([...OUTCOMES[outcome].evidence, 'secrecy-review' as const]),
  ]
  for (const kind of needed) {
    const record = { agencyId: stage.agencyId, requestId, attachments: [] }
    if (kind === 'secrecy-review') {
      await recordEvidence(stage.as('shencha', day), {
        ...record,
        evidence: { kind, opinion: 'disclose', text: '已逐项核对，答复内容不涉及国家秘密和工作秘密。' },
      })
    } else if (kind === 'search-record') {
      await recordEvidence(stage.as('jingban', day), {
        ...record,
        evidence: {
          kind,
          search: {
            systems: ['综合档案信息系统', '公文处理系统'],
            words: ['移民安置', '登记册', '总磷', '监测'],
            period: '1985年至今',
            searchedBy: '王敏',
            searchedOn: day,
            unitsAsked: ['社会事务局', '生态环境局'],
          },
          hits: '未检索到申请人所描述的信息',
        },
      })
    } else {
      await recordEvidence(stage.as('jingban', day), {
        ...record,
        evidence: { kind, text: EVIDENCE_TEXTS[kind] ?? '已核实并附卷。' },
      })
    }
  }
}

const EVIDENCE_TEXTS: Partial<Record<EvidenceKind, string>> = {
  'separability-check': '经审查，所申请信息不能作区分处理。',
  'contrary-rule-check': '经核查，法律、法规、规章未规定该信息应当公开。',
  'public-interest-weighing': '不公开不会对公共利益造成重大影响。',
  'location-check': '当日打开网址核验，内容可以查阅、下载。',
}
