import { type RequestView, remedies } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { RecordDialog } from '../remedies/record-dialog.tsx'
import { BLOCKS, OUTCOMES } from '../remedies/words.ts'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { Button, Card, dayText, Flex, Tag, Typography } from '../ui/index.ts'

/** 复议诉讼 over this application. */
export function DisputesCard({ file }: { file: RequestView }) {
  const [recording, setRecording] = useState(false)
  const disputes = useCall(remedies.list, { query: { requestId: file.requestId } })
  const known = disputes.data ?? []
  const contestable = known.length > 0 || ['stopped', 'overdue'].includes(file.clock.stage)
  if (!contestable) return null
  return (
    <Card
      title="行政复议、行政诉讼"
      extra={
        <Gate permission="record-dispute">
          <Button size="small" onClick={() => setRecording(true)}>
            登记案件
          </Button>
        </Gate>
      }
    >
      <Flex vertical gap="small">
        {known.length === 0 ? <Typography.Text type="secondary">没有登记案件。</Typography.Text> : null}
        {known.map(({ disputeId, block, organ, filedOn, outcome }) => (
          <Flex key={disputeId} wrap gap="small">
            <Link to={`/remedies/${disputeId}`}>{BLOCKS[block]}</Link>
            <span>
              {organ}，{dayText(filedOn)}
            </span>
            <Tag>{outcome === null ? '尚未审结' : OUTCOMES[outcome]}</Tag>
          </Flex>
        ))}
      </Flex>
      {recording ? (
        <RecordDialog requestId={file.requestId} suits={known} onClose={() => setRecording(false)} />
      ) : null}
    </Card>
  )
}
