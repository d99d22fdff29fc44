import { type FeedbackView, feedback } from '@mingfu/contract'
import { FEEDBACK_KINDS } from '@mingfu/law'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import {
  Button,
  type Column,
  dayText,
  Flex,
  Form,
  Input,
  momentText,
  PageHead,
  QueryTable,
  Tag,
  Typography,
} from '../ui/index.ts'

const STATES = { open: '等待答复', drafted: '等待审核', answered: '已答复' } as const

/** 留言和答复: what waits, with its clock; an answer is written by one and released by another. */
export default function FeedbackPage() {
  const list = useCall(feedback.list)
  const [answering, setAnswering] = useState<FeedbackView>()
  const [returning, setReturning] = useState<FeedbackView>()
  const waiting = list.data?.filter(({ state }) => state !== 'answered').length ?? 0
  return (
    <>
      <PageHead title="留言和答复" note={`${waiting}条等待办理`} />
      <QueryTable
        query={list}
        rows={list.data}
        rowKey={({ feedbackId }) => feedbackId}
        columns={useColumns(setAnswering, setReturning)}
        empty="还没有收到留言。"
      />
      {answering === undefined ? null : (
        <AnswerDialog item={answering} onClose={() => setAnswering(undefined)} />
      )}
      {returning === undefined ? null : (
        <ReturnAnswerDialog item={returning} onClose={() => setReturning(undefined)} />
      )}
    </>
  )
}

type Open = (item: FeedbackView) => void

function useColumns(onAnswer: Open, onReturn: Open): readonly Column<FeedbackView>[] {
  const may = useMay()
  return [
    {
      title: '留言',
      cell: (item) => (
        <>
          <div>
            <Tag>{FEEDBACK_KINDS[item.kind].label}</Tag>
            {item.title}
          </div>
          <Typography.Paragraph type="secondary">{item.text}</Typography.Paragraph>
          {item.pagePath === '' ? null : <a href={item.pagePath}>{item.pagePath}</a>}
          {item.contact === '' ? null : <div>联系方式：{item.contact}</div>}
        </>
      ),
    },
    { title: '收到', cell: ({ receivedAt, number }) => `${momentText(receivedAt)}　${number}` },
    {
      title: '期限',
      cell: ({ dueOn, overdue, veto, kind }) => (
        <>
          {dueOn === null ? FEEDBACK_KINDS[kind].after : dayText(dueOn)}
          {veto ? <Tag color="error">超过三个月</Tag> : overdue ? <Tag color="error">已超期</Tag> : null}
        </>
      ),
    },
    {
      title: '办理情况',
      cell: (item) => (
        <>
          <Tag color={item.state === 'answered' ? 'success' : 'processing'}>{STATES[item.state]}</Tag>
          {item.publicQuestion === null ? null : <Tag>公开</Tag>}
          {item.returnedFor === null ? null : <div>退回：{item.returnedFor}</div>}
          {item.answer === null ? null : <Typography.Paragraph>{item.answer}</Typography.Paragraph>}
          {item.draftedBy === null ? null : (
            <Typography.Text type="secondary">
              {item.draftedBy}拟写{item.reviewedBy === null ? '' : `，${item.reviewedBy}审核`}
            </Typography.Text>
          )}
        </>
      ),
    },
    {
      title: '办理',
      cell: (item) => (
        <Flex wrap gap="small">
          {item.state !== 'answered' && may('answer-feedback') ? (
            <Button size="small" onClick={() => onAnswer(item)}>
              {item.state === 'open' ? '拟写答复' : '修改答复'}
            </Button>
          ) : null}
          {item.state === 'drafted' && may('review-feedback') ? (
            <>
              <ActButton
                size="small"
                type="primary"
                route={feedback.review}
                input={{
                  params: { feedbackId: item.feedbackId },
                  body: { version: item.version, accepted: true },
                }}
                confirm={{
                  title: '审核通过？',
                  content: '来信人凭编号和查询码即可看到答复。',
                  okText: '通过',
                }}
                done="已经答复"
              >
                审核通过
              </ActButton>
              <Button size="small" onClick={() => onReturn(item)}>
                退回
              </Button>
            </>
          ) : null}
        </Flex>
      ),
    },
  ]
}

type Props = Readonly<{ item: FeedbackView; onClose: () => void }>

function AnswerDialog({ item, onClose }: Props) {
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

function ReturnAnswerDialog({ item, onClose }: Props) {
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
