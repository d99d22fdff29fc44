import { OPINION_WAY_WORDS, type OpinionView, opinionCalls } from '@mingfu/contract'
import { OPINION_OUTCOMES } from '@mingfu/law'
import { useEffect } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useAct } from '../session/use-call.ts'
import { Descriptions, ErrorNote, Form, Input, Modal, Radio, Select, Spin, Typography } from '../ui/index.ts'

type Props = Readonly<{ opinion: OpinionView; onClose: () => void }>

/** 研究采纳. */
export function WeighDialog({ opinion, onClose }: Props) {
  const { opinionId, version, clause, gist, outcome, reason, text } = opinion
  return (
    <FormDialog
      route={opinionCalls.weigh}
      input={{ params: { opinionId } }}
      title="研究采纳"
      initial={{ clause, gist: gist ?? '', outcome, reason: reason ?? '' }}
      toBody={(values) => ({ ...values, version })}
      done="已经保存"
      onDone={onClose}
      onClose={onClose}
    >
      <Form.Item label="意见内容">
        <Typography.Paragraph>{text}</Typography.Paragraph>
      </Form.Item>
      <Field name="clause" extra="公布时写明，例如“第三条”；对全文的意见不填。">
        <Input maxLength={100} />
      </Field>
      <Field name="gist" extra="公布采纳情况时只公布要点，不写姓名和联系方式。">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Field>
      <Field name="outcome">
        <Radio.Group
          options={Object.entries(OPINION_OUTCOMES).map(([value, { label }]) => ({ value, label }))}
        />
      </Field>
      <Field name="reason" extra="部分采纳、未采纳的，写明理由。">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Field>
    </FormDialog>
  )
}

/** 登记来信、邮件、座谈、电话中的意见. */
export function RecordOpinionDialog({ callId, onClose }: Readonly<{ callId: string; onClose: () => void }>) {
  const { online, ...ways } = OPINION_WAY_WORDS
  return (
    <FormDialog
      route={opinionCalls.record}
      input={{ params: { callId } }}
      title="登记意见"
      submit="登记"
      done="已经登记"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="way">
        <Select options={Object.entries(ways).map(([value, label]) => ({ value, label }))} />
      </Field>
      <Field name="clause">
        <Input placeholder="第三条" />
      </Field>
      <Field name="text">
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={4000} />
      </Field>
      <Field name="name">
        <Input />
      </Field>
      <Field name="contact">
        <Input />
      </Field>
    </FormDialog>
  )
}

/** 意见原文和联系方式: opening it leaves a trace. */
export function OpinionSenderDialog({ opinion: { opinionId, number }, onClose }: Props) {
  const reveal = useAct(opinionCalls.reveal)
  const { mutate } = reveal
  useEffect(() => mutate({ params: { opinionId } }), [opinionId, mutate])
  const { data } = reveal
  return (
    <Modal open title={number} footer={null} onCancel={onClose}>
      <ErrorNote error={reveal.error} />
      {data === undefined ? (
        <Spin />
      ) : (
        <Descriptions
          column={1}
          items={[
            {
              key: 'text',
              label: '意见',
              children: <Typography.Paragraph>{data.text}</Typography.Paragraph>,
            },
            { key: 'name', label: '提出人', children: data.name || '没有留下' },
            { key: 'contact', label: '联系方式', children: data.contact || '没有留下' },
          ]}
        />
      )}
      <Typography.Text type="secondary">只用于研究这条意见；查看已经记入审计日志。</Typography.Text>
    </Modal>
  )
}
