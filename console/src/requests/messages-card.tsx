import { type ApplicantMessageView, type RequestView, requests } from '@mingfu/contract'
import { APPLICANT_ACTS } from '@mingfu/law'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { Button, Card, Flex, Input, momentText, Tag, Typography } from '../ui/index.ts'

/** 申请人来信 of this case; the card is there when there is one. */
export function MessagesCard({ file: { requestId } }: { file: RequestView }) {
  const messages = useCall(requests.messages, { params: { requestId } })
  const [settling, setSettling] = useState<ApplicantMessageView>()
  if (messages.data === undefined || messages.data.length === 0) return null
  return (
    <Card title="申请人来信">
      <Flex vertical gap="middle">
        {messages.data.map((message) => (
          <MessageView key={message.messageId} message={message} onSettle={() => setSettling(message)} />
        ))}
      </Flex>
      {settling === undefined ? null : (
        <SettleDialog message={settling} onClose={() => setSettling(undefined)} />
      )}
    </Card>
  )
}

function MessageView({ message, onSettle }: { message: ApplicantMessageView; onSettle: () => void }) {
  const { kind, saidAt, text, fileIds, answer, settledAt, settledBy } = message
  return (
    <div>
      <Flex wrap gap="small" align="center">
        <Tag {...(settledAt === null ? { color: 'warning' } : {})}>{APPLICANT_ACTS[kind].label}</Tag>
        <Typography.Text type="secondary">{momentText(saidAt)}</Typography.Text>
        {fileIds.length > 0 ? <Tag>附件{fileIds.length}个</Tag> : null}
        {settledAt === null ? (
          <Gate permission="handle-request">
            <Button size="small" onClick={onSettle}>
              处理
            </Button>
          </Gate>
        ) : (
          <Typography.Text type="secondary">
            {momentText(settledAt)} {settledBy} 已处理
          </Typography.Text>
        )}
      </Flex>
      <div className="detail">{text}</div>
      {answer === null ? null : <div className="detail">回复：{answer}</div>}
    </div>
  )
}

/** What is left to do about a message before it counts as dealt with. */
const FIRST = {
  correction: '逾期的补正：理由正当的，先登记“收到补正”；没有正当理由的，登记“逾期未补正”。',
  reasons: '先登记“收到说明的理由”，并作出理由是否合理的判断。',
  payment: '核对到账后，先登记“缴费”。',
  explanation: '写明回复，申请人在网上查看；需要提醒的，自动提醒。',
  withdrawal: '已记入办理经过。',
} as const

export function SettleDialog({
  message: { requestId, messageId, kind },
  onClose,
}: {
  message: ApplicantMessageView
  onClose: () => void
}) {
  return (
    <FormDialog
      title={`处理来信：${APPLICANT_ACTS[kind].label}`}
      route={requests.settleMessage}
      input={{ params: { requestId, messageId } }}
      submit="处理完毕"
      done="已处理"
      onDone={onClose}
      onClose={onClose}
    >
      <Typography.Paragraph type="secondary">{FIRST[kind]}</Typography.Paragraph>
      <Field name="answer" extra="不需要回复的不填。">
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Field>
    </FormDialog>
  )
}
