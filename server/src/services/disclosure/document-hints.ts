import {
  attachmentFaults,
  formChosen,
  INTERPRETATION_ELEMENTS,
  type InterpretationElement,
  missingInterpretationElements,
  titleFaults,
  yearFault,
} from '@mingfu/law'
import { proseSimilarity } from '@mingfu/report'
import type { Db, Tx } from '../../db/database.ts'
import { plainTextOf } from './clean-html.ts'
import type { DocumentContent } from './document.ts'
import { listAttachments, type StoredDocument } from './document-store.ts'
import { headerHints } from './header-fields.ts'
import { organNames } from './organ/organ-names.ts'

/** What somebody should look at before a document goes on its way; none of it stops anything. */
export async function documentHints(db: Db | Tx, document: StoredDocument): Promise<readonly string[]> {
  const { agencyId, content } = document
  return [
    ...(await nameHint(db, agencyId, content)),
    ...titleFaults(content.title),
    ...headerHints(content),
    ...yearHint(content),
    ...(await attachmentHint(db, document)),
    ...elementHint(content),
    ...(await digestHint(db, document)),
  ]
}

/** 发文机关 under the name that the organ had when the document was written. */
async function nameHint(db: Db | Tx, agencyId: string, { issuer, writtenOn, origin }: DocumentContent) {
  if (issuer === '' || origin === 'obtained-from-organ') return []
  const { ofDay, now } = await organNames(db, agencyId, writtenOn)
  if (issuer.includes(ofDay)) return []
  const sentence = ofDay === now ? `本机关的全称是“${now}”` : `成文时本机关的名称是“${ofDay}”`
  return [`发布机构写作“${issuer}”，${sentence}，请核对`]
}

/** 附件 in the text and beside it; what is missing stops the submission, what nobody names is for a look. */
async function attachmentHint(db: Db | Tx, { agencyId, documentId, content }: StoredDocument) {
  const { length } = await listAttachments(db, { agencyId, documentId })
  return attachmentFaults(plainTextOf(content.html), length).filter((sentence) =>
    sentence.startsWith('上传了'),
  )
}

function yearHint({ documentNumber, writtenOn }: DocumentContent): readonly string[] {
  const fault = documentNumber === null ? null : yearFault(documentNumber, writtenOn)
  return fault === null ? [] : [fault]
}

function elementHint({ kind, form }: DocumentContent): readonly string[] {
  if (kind !== 'interpretation') return []
  const chosen = formChosen(form, 'covers')
  const names = Object.keys(INTERPRETATION_ELEMENTS) as InterpretationElement[]
  const covered = names.filter((name) => chosen.includes(INTERPRETATION_ELEMENTS[name]))
  const missing = missingInterpretationElements(covered).map((name) => INTERPRETATION_ELEMENTS[name])
  return missing.length === 0 ? [] : [`解读没有写到：${missing.join('、')}`]
}

/** Above it, an interpretation says little more than the document does. */
const DIGEST_LIMIT = 0.6

/** 解读不是原文的摘编. */
async function digestHint(db: Db | Tx, { agencyId, documentId, content }: StoredDocument) {
  if (content.kind !== 'interpretation') return []
  const rows = await db
    .selectFrom('document_relation as relation')
    .innerJoin('document_body as body', (join) =>
      join
        .onRef('body.agency_id', '=', 'relation.agency_id')
        .onRef('body.document_id', '=', 'relation.to_id'),
    )
    .innerJoin('document_body as own', (join) =>
      join
        .onRef('own.agency_id', '=', 'relation.agency_id')
        .onRef('own.document_id', '=', 'relation.from_id'),
    )
    .select(['body.plain_text as interpreted', 'own.plain_text as interpretation'])
    .where('relation.agency_id', '=', agencyId)
    .where('relation.from_id', '=', documentId)
    .where('relation.kind', '=', 'interprets')
    .execute()
  return rows.flatMap(({ interpreted, interpretation }) => {
    const alike = proseSimilarity(interpretation, interpreted)
    return alike < DIGEST_LIMIT
      ? []
      : [`解读与所解读的文件文字相似度${Math.floor(alike * 100)}%，解读不能是原文的摘编`]
  })
}
