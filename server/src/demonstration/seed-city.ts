import { addDays, parsePlainDate, SECRECY_QUESTIONS, type SecrecyQuestion } from '@mingfu/law'
import { newId } from '../db/new-id.ts'
import type { Runtime } from '../runtime.ts'
import { createAgency } from '../services/agencies/create-agency.ts'
import type { Role } from '../services/allow.ts'
import { approveDocument } from '../services/disclosure/approve-document.ts'
import { draftDocument } from '../services/disclosure/draft-document.ts'
import { publishDocument } from '../services/disclosure/publish-document.ts'
import { reviewSecrecy } from '../services/disclosure/review-secrecy.ts'
import { saveCatalogueNode } from '../services/disclosure/save-catalogue-node.ts'
import { submitForReview } from '../services/disclosure/submit-for-review.ts'
import { CITY, RULE } from './city.ts'
import { stageOf } from './stage.ts'

const CAST = [
  ['drafter', '贺兰', 'clerk'],
  ['reviewer', '陆远', 'reviewer'],
  ['leader', '程立', 'leader'],
] as const satisfies readonly (readonly [string, string, Role])[]

/** 有规章制定权的市人民政府: its one rule, in the layout prescribed for rules, through the ordinary verbs. */
export async function seedCity(runtime: Runtime): Promise<void> {
  const system = runtime.contextFor({ kind: 'system', task: 'demonstration' }, 'all')
  const agencyId = await createAgency(system, { ...CITY, parentId: null })
  const cast = new Map(CAST.map(([who, name, role]) => [who, { staffId: newId(), name, roles: [role] }]))
  const stage = stageOf(runtime, agencyId, cast)
  const day = parsePlainDate
  const on = (days: number) => addDays(day(RULE.amendedOn), days)
  const nodeId = await saveCatalogueNode(stage.as('drafter', on(0)), {
    agencyId,
    code: 'rules',
    parentCode: null,
    title: '规章',
    description: '本市人民政府制定的规章',
    keywords: '规章',
    columnType: '政策文件',
    legalItem: 'A20_01',
    sortOrder: 0,
    kinds: ['regulation'],
  })
  const drafted = await draftDocument(stage.as('drafter', on(1)), {
    agencyId,
    content: {
      kind: 'regulation',
      nodeId,
      title: RULE.title,
      documentNumber: null,
      genre: '命令（令）',
      issuer: CITY.name,
      topicCategory: '城乡建设、环境保护',
      legalItem: 'A20_01',
      keyAreas: [],
      keywords: ['停车', '公共停车设施'],
      summary: RULE.summary,
      source: CITY.name,
      registrationNumber: null,
      writtenOn: day(RULE.promulgatedOn),
      effectiveOn: day(RULE.effectiveOn),
      earlyEffectReason: null,
      expiresOn: null,
      attribute: 'proactive',
      exemption: null,
      attributeReason: null,
      legalBasis: null,
      unpublishOn: null,
      correctionNote: null,
      origin: 'made',
      originOrgan: null,
      coIssuers: [],
      form: {
        promulgatedOn: RULE.promulgatedOn,
        promulgatedBy: RULE.promulgatedBy,
        amendments: [{ on: RULE.amendedOn, by: RULE.amendedBy, kind: '修正' }],
        interpretationExemption: '修改只涉及个别条款，随修改决定一并说明',
      },
      html: RULE.paragraphs.map((text) => `<p>${text}</p>`).join('\n'),
    },
  })
  const at = (version: number) => ({ agencyId, documentId: drafted.documentId, version })
  const submitted = await submitForReview(stage.as('drafter', on(1)), at(drafted.version))
  const reviewed = await reviewSecrecy(stage.as('reviewer', on(4)), {
    ...at(submitted.version),
    answers: Object.fromEntries(
      (Object.keys(SECRECY_QUESTIONS) as SecrecyQuestion[]).map((id) => [id, { answer: 'no' as const }]),
    ),
    opinion: 'disclose',
    reason: '规章文本，应当集中公开。',
    overrides: {},
  })
  const approved = await approveDocument(stage.as('leader', on(5)), at(reviewed.version))
  await publishDocument(stage.as('drafter', on(5)), at(approved.version))
}
