import { type ScreeningFinding, screenTexts } from '@mingfu/screening'
import { plainTextOf } from './clean-html.ts'
import type { Attachment, DocumentContent } from './document.ts'

/** 发布前检查 over everything of a document that readers will see. */
export function screenDocument(
  content: DocumentContent,
  attachments: readonly Attachment[],
): readonly ScreeningFinding[] {
  return screenTexts([
    { where: '标题', text: content.title },
    { where: '内容概述', text: content.summary },
    { where: '关键词', text: content.keywords.join('，') },
    { where: '正文', text: plainTextOf(content.html) },
    ...attachments.map(({ title, name }, index) => ({
      where: `附件${index + 1}名称`,
      text: `${title}\n${name}`,
    })),
  ])
}
