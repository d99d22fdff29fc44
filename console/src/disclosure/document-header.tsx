import type { DocumentFileView } from '@mingfu/contract'
import { CONTENT_KINDS, DISCLOSURE_ATTRIBUTES, KEY_AREAS, ORIGINS, VALIDITY_STATES } from '@mingfu/law'
import { Descriptions, dayText, momentText } from '../ui/index.ts'
import { useColumnOptions } from './use-columns.ts'
import { exemptionLabel, legalItemLabel } from './words.ts'

/** The header of a document's page: what is empty and belongs to no kind like this is left out. */
export function DocumentHeader({ file }: { file: DocumentFileView }) {
  const { content } = file
  const columns = useColumnOptions()
  const { label: kind, hasValidity } = CONTENT_KINDS[content.kind]
  const areas: Readonly<Record<string, { label: string }>> = KEY_AREAS
  const rows: readonly (readonly [string, string | null])[] = [
    ['索引号', file.indexNumber ?? '发布时自动生成'],
    ['主题分类', content.topicCategory],
    ['目录栏目', columns.find(({ value }) => value === content.nodeId)?.label ?? '—'],
    ['发布机构', content.issuer],
    ['文种', content.genre],
    ['发文字号', content.documentNumber],
    ['成文日期', dayText(content.writtenOn)],
    ['公开时限', `${dayText(file.publishDueOn)}（${file.dueRule}）`],
    ['发布日期', file.publishedAt === null ? '尚未发布' : momentText(file.publishedAt)],
    ['施行日期', content.effectiveOn === null ? null : dayText(content.effectiveOn)],
    ['有效期至', content.expiresOn === null ? null : dayText(content.expiresOn)],
    ['有效性', hasValidity ? validityText(file) : null],
    ['登记号', content.registrationNumber],
    ['内容种类', kind],
    ['法定主动公开内容', legalItemLabel(content.legalItem)],
    ['要求公开的规定', content.legalBasis],
    ['公示期满撤下', content.unpublishOn === null ? null : dayText(content.unpublishOn)],
    ['更正说明', content.correctionNote],
    ['重点领域', content.keyAreas.map((area) => areas[area]?.label ?? area).join('、')],
    ['主题词', content.keywords.join('、')],
    ['信息来源', content.source],
    ['来源方式', ORIGINS[content.origin].label],
    [ORIGINS[content.origin].organ ?? '制作机关', content.originOrgan],
    ['联合发文机关', content.coIssuers.join('、')],
    ['公开方式', DISCLOSURE_ATTRIBUTES[content.attribute].label],
    ['施行日期早于成文日期的原因', content.earlyEffectReason],
    ['法定理由', exemptionLabel(content.exemption)],
    ['不主动公开的依据和理由', content.attribute === 'proactive' ? null : content.attributeReason],
    ['内容概述', content.summary],
  ]
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 2 }}
      items={rows
        .filter(([, value]) => value !== null && value !== '')
        .map(([label, children]) => ({ key: label, label, children }))}
    />
  )
}

function validityText({ validity, validityChangedOn }: DocumentFileView): string {
  const { label } = VALIDITY_STATES[validity]
  return validityChangedOn === null ? label : `${label}（自${dayText(validityChangedOn)}）`
}
