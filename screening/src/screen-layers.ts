import type { ScreeningFinding } from './finding.ts'
import type { FileLayers } from './layers/layer.ts'
import { screenLinks } from './links.ts'
import { type ScreeningLists, screenTexts } from './screen-texts.ts'

/** 一个文件的检查结果: findings in the order of its layers, and what of it was not looked at. */
export type ScreenedFile = Readonly<{
  findings: readonly ScreeningFinding[]
  unread: readonly Readonly<{ where: string; why: string }>[]
}>

/** Every rule over every layer. */
export function screenLayers(layers: FileLayers, lists: ScreeningLists): ScreenedFile {
  const hidden = layers.hidden.map(({ rule, level, where, message, excerpt }, index) => ({
    id: `${rule}/${where}/${index}`,
    rule,
    level,
    certainty: 'certain' as const,
    message,
    excerpt,
    where,
    at: 0,
    length: 0,
    suggestion: null,
  }))
  const findings = [...screenTexts(layers.texts, lists), ...hidden, ...screenLinks(layers.links)]
  return {
    findings: [...new Map(findings.map((finding) => [finding.id, finding])).values()],
    unread: layers.unread,
  }
}
