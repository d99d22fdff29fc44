import type { DocumentFileView } from '@mingfu/contract'
import { Card } from '../ui/index.ts'
import { OfficialText } from './official-text.tsx'

/** What is judged, beside the questions about it: the text and the names of its files. */
export function LookedAt({ file: { content, attachments } }: { file: DocumentFileView }) {
  return (
    <Card title="审查的内容">
      <OfficialText title={content.title} html={content.html} attribute={content.attribute} />
      <ul>
        {attachments.map(({ fileId, title, name }) => (
          <li key={fileId}>
            附件：{title}（{name}）
          </li>
        ))}
      </ul>
    </Card>
  )
}
