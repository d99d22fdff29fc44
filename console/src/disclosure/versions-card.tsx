import type { DocumentFileView } from '@mingfu/contract'
import { Card, momentText, Typography } from '../ui/index.ts'
import { OfficialText } from './official-text.tsx'

/** 更正经过: each note with the text that stood there before; the old text is for the office, the note for everybody. */
export function VersionsCard({ file }: { file: DocumentFileView }) {
  if (file.versions.length === 0) return null
  return (
    <Card title="更正经过">
      {file.versions.map(({ seq, note, replacedAt, title, html, attachments, contentDigest }) => (
        <div key={seq}>
          <Typography.Paragraph>
            <strong>{momentText(replacedAt)}</strong>　{note}
          </Typography.Paragraph>
          <details>
            <summary>更正以前的内容（第{seq}版，内部留存）</summary>
            <OfficialText title={title} html={html} attribute={file.content.attribute} />
            {attachments.map((attached) => (
              <div key={attached.name}>附件：{attached.title}</div>
            ))}
            <Typography.Paragraph type="secondary" className="digest">
              内容摘要 {contentDigest}
            </Typography.Paragraph>
          </details>
        </div>
      ))}
    </Card>
  )
}
