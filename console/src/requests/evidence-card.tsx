import type { RequestView } from '@mingfu/contract'
import { EVIDENCE } from '@mingfu/law'
import { type ComponentType, useState } from 'react'
import { Gate } from '../session/gate.tsx'
import { Button, Card, Flex, momentText, Tag, Typography } from '../ui/index.ts'
import { EvidenceDialog, ReviewDialog, SearchDialog } from './evidence-dialogs.tsx'
import type { DialogProps } from './use-on.ts'

/** 在卷材料: what the agency can show for its decision. */
export function EvidenceCard({ file }: { file: RequestView }) {
  const [open, setOpen] = useState<ComponentType<DialogProps>>()
  const Dialog = open
  const recorded = new Set<string>(file.evidence.map(({ kind }) => kind))
  const proven = file.onFile.filter((kind) => !recorded.has(kind))
  return (
    <Card title="在卷材料">
      <Flex vertical gap="middle">
        <Flex wrap gap="small">
          <Gate permission="handle-request">
            <Button size="small" onClick={() => setOpen(() => SearchDialog)}>
              登记检索
            </Button>
            <Button size="small" onClick={() => setOpen(() => EvidenceDialog)}>
              登记其他材料
            </Button>
          </Gate>
          <Gate permission="review-decision">
            <Button size="small" onClick={() => setOpen(() => ReviewDialog)}>
              公开前审查
            </Button>
          </Gate>
        </Flex>
        {file.evidence.map(({ evidenceId, label, recordedAt, lines }) => (
          <div key={evidenceId}>
            <strong>{label}</strong>{' '}
            <Typography.Text type="secondary">{momentText(recordedAt)}</Typography.Text>
            {lines.map((line) => (
              <div key={line} className="detail">
                {line}
              </div>
            ))}
          </div>
        ))}
        {proven.length === 0 ? null : (
          <Flex wrap gap={4}>
            {proven.map((kind) => (
              <Tag key={kind}>{EVIDENCE[kind]}（办理经过已证明）</Tag>
            ))}
          </Flex>
        )}
      </Flex>
      {Dialog === undefined ? null : <Dialog file={file} onClose={() => setOpen(undefined)} />}
    </Card>
  )
}
