import { type FeedbackView, feedback } from '@mingfu/contract'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Form, Input, Typography } from '../ui/index.ts'

export type Props = Readonly<{ item: FeedbackView; onClose: () => void }>

export function AnswerDialog({ item, onClose }: Props) {
  return (
    <FormDialog
      title={`答复：${item.title}`}
      route={feedback.draft}
      input={{ params: { feedbackId: item.feedbackId } }}
      initial={{ answer: item.answer, publicQuestion: item.publicQuestion }}
      toBody={(values) => ({ ...values, version: item.version })}
      submit="提交审核"
      done="答复等待审核"
      onDone={onClose}
      onClose={onClose}
    >
      <Form.Item label="来信内容">
        <Typography.Paragraph>{item.text}</Typography.Paragraph>
      </Form.Item>
      <Field name="answer">
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={4000} showCount />
      </Field>
      <Field
        name="publicQuestion"
        extra="填写的，问题和答复一并公开；请改写来信，不出现个人信息。不填的，只答复来信人。"
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Field>
    </FormDialog>
  )
}

export function ReturnAnswerDialog({ item, onClose }: Props) {
  return (
    <FormDialog
      title="退回答复"
      route={feedback.review}
      input={{ params: { feedbackId: item.feedbackId } }}
      toBody={({ reason }) => ({ reason, accepted: false, version: item.version })}
      submit="退回"
      done="已经退回"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Field>
    </FormDialog>
  )
}

export function SetAsideDialog({ item, onClose }: Props) {
  return (
    <FormDialog
      title="列为无效留言"
      route={feedback.setAside}
      input={{ params: { feedbackId: item.feedbackId } }}
      toBody={({ reason }) => ({ reason, version: item.version })}
      submit="列为无效"
      done="已经列为无效留言"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="reason" extra="广告、重复提交、没有实际内容的才能列为无效；来信人查询时会看到理由。">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
      </Field>
    </FormDialog>
  )
}
