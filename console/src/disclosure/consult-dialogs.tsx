import { type DocumentConsultationView, type DocumentFileView, disclosure } from '@mingfu/contract'
import { HEARD_KINDS } from '@mingfu/law'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useMay } from '../session/use-session.ts'
import { Alert, Button, Card, dayText, Flex, Form, Input, Radio, Tag, Typography } from '../ui/index.ts'
import { optionsOf } from './words.ts'

const OUTCOMES = { agreed: '同意公开', opposed: '不同意公开', 'no-view': '没有意见' } as const

type Props = Readonly<{ file: DocumentFileView; onClose: () => void }>

/** 征求意见: the review waits until everybody who was asked has answered. */
export function ConsultDialog({ file, onClose }: Props) {
  return (
    <FormDialog
      title="征求意见"
      route={disclosure.consult}
      input={{ params: { documentId: file.documentId } }}
      toBody={(values) => ({ ...values, version: file.version })}
      submit="发出"
      done="已经登记"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="kind">
        <Radio.Group options={optionsOf(HEARD_KINDS)} vertical />
      </Field>
      <Field name="party" extra="机关或者第三方的全称。">
        <Input />
      </Field>
      <Field name="question">
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
      </Field>
    </FormDialog>
  )
}

/** 定时发布: day and time of this office's place, China. */
export function ScheduleDialog({ file, onClose }: Props) {
  return (
    <FormDialog
      title="定时发布"
      route={disclosure.schedule}
      input={{ params: { documentId: file.documentId } }}
      toBody={({ publishAt }) => ({
        publishAt: typeof publishAt === 'string' ? `${publishAt}:00+08:00` : publishAt,
        version: file.version,
      })}
      submit="定时"
      done="已经定时"
      onDone={onClose}
      onClose={onClose}
    >
      <Alert
        type="info"
        showIcon
        className="below"
        title="到时由程序发布；在此之前退回或者修改的，定时随之取消。"
      />
      <Form.Item
        name="publishAt"
        label="发布时间"
        extra="北京时间。"
        rules={[{ required: true, message: '请填写发布的日期和时间' }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
    </FormDialog>
  )
}

/** 征求意见的记录, with a way to write down the answers that have come. */
export function ConsultationsCard({ file }: { file: DocumentFileView }) {
  const may = useMay()
  const [open, setOpen] = useState<DocumentConsultationView>()
  if (file.consultations.length === 0) return null
  return (
    <Card title="协商、确认和征求意见">
      <Flex vertical gap="small">
        {file.consultations.map((each) => (
          <div key={each.consultationId}>
            <Tag>{HEARD_KINDS[each.kind]}</Tag>
            {each.party}（{dayText(each.sentOn)}，{each.sentBy}）：{each.question}
            {each.outcome === null ? (
              may(each.kind === 'office' ? 'lead-office' : 'review-secrecy') ? (
                <Button size="small" onClick={() => setOpen(each)}>
                  登记意见
                </Button>
              ) : (
                <Tag color="processing">等待答复</Tag>
              )
            ) : (
              <Typography.Paragraph type="secondary">
                {dayText(each.answeredOn)} {OUTCOMES[each.outcome]}：{each.answer}
              </Typography.Paragraph>
            )}
          </div>
        ))}
      </Flex>
      {open === undefined ? null : (
        <FormDialog
          title={`收到${open.party}的意见`}
          route={disclosure.answerConsultation}
          input={{ params: { documentId: file.documentId, consultationId: open.consultationId } }}
          toBody={(values) => ({ ...values, version: file.version })}
          done="已经登记"
          onDone={() => setOpen(undefined)}
          onClose={() => setOpen(undefined)}
        >
          <Field name="outcome">
            <Radio.Group options={optionsOf(OUTCOMES)} />
          </Field>
          <Field name="answer">
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
          </Field>
        </FormDialog>
      )}
    </Card>
  )
}
