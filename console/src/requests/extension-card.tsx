import { type RequestView, requests } from '@mingfu/contract'
import { EXTENSION } from '@mingfu/law'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import {
  Alert,
  Button,
  Card,
  dayText,
  Flex,
  Input,
  InputNumber,
  momentText,
  Radio,
  Tag,
} from '../ui/index.ts'
import { type DialogProps, useOn } from './use-on.ts'

const DECISIONS = { approved: '同意', refused: '不同意' } as const

/** 延长的申请和决定: the head of the disclosure office consents himself. */
export function ExtensionCard({ file }: { file: RequestView }) {
  const [deciding, setDeciding] = useState<string>()
  if (file.extensions.length === 0) return null
  return (
    <Card title="延长期限的申请">
      {file.extensions.map(
        ({ extensionId, workingDays, reason, askedBy, askedAt, decision, decidedBy, opinion }) => (
          <Flex key={extensionId} vertical gap={4} className="case-part">
            <span>
              {askedBy}　{momentText(askedAt)}　申请延长{workingDays}个工作日
            </span>
            <div className="detail">{reason}</div>
            {decision === null ? (
              <Flex gap="small" align="center">
                <Tag>等待公开工作机构负责人决定</Tag>
                <Gate permission="lead-office">
                  <Button size="small" type="primary" onClick={() => setDeciding(extensionId)}>
                    作出决定
                  </Button>
                </Gate>
              </Flex>
            ) : (
              <span>
                <Tag color={decision === 'approved' ? 'success' : 'default'}>{DECISIONS[decision]}</Tag>
                {decidedBy}：{opinion}
              </span>
            )}
          </Flex>
        ),
      )}
      {deciding === undefined ? null : (
        <DecideDialog file={file} extensionId={deciding} onClose={() => setDeciding(undefined)} />
      )}
    </Card>
  )
}

function DecideDialog(props: DialogProps & Readonly<{ extensionId: string }>) {
  const on = useOn(props)
  return (
    <FormDialog
      {...on}
      toBody={(values: Record<string, unknown>) => on.toBody({ ...values, extensionId: props.extensionId })}
      title="是否同意延长"
      route={requests.decideExtension}
      submit="确定"
      done="已作出决定"
    >
      <Alert
        type="info"
        showIcon
        className="below"
        title={`同意的，当日生成延期答复告知书；应当在${dayText(props.file.clock.dueOn)}之前告知申请人。`}
      />
      <Field name="decision">
        <Radio.Group options={Object.entries(DECISIONS).map(([value, label]) => ({ value, label }))} />
      </Field>
      <Field name="opinion">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  )
}

export function AskExtensionDialog(props: DialogProps) {
  return (
    <FormDialog
      {...useOn(props)}
      title="申请延长答复期限"
      route={requests.askExtension}
      submit="提交负责人"
      done="已提交公开工作机构负责人"
      initial={{ workingDays: EXTENSION.atMost }}
    >
      <Field name="workingDays">
        <InputNumber min={1} max={EXTENSION.atMost} precision={0} />
      </Field>
      <Field name="reason" extra="理由写入给申请人的延期答复告知书。">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  )
}
