import { type FeedbackView, feedback } from '@mingfu/contract'
import { FEEDBACK_KINDS } from '@mingfu/law'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import {
  Button,
  type Column,
  dayText,
  Flex,
  LinkButton,
  momentText,
  PageHead,
  QueryTable,
  Tag,
  Typography,
} from '../ui/index.ts'
import { AnswerDialog, ReturnAnswerDialog, SetAsideDialog } from './answer-dialogs.tsx'
import { OrderDialog, ProblemDialog, PublishedDialog } from './course-dialogs.tsx'
import { ImportErrorsButton, PlatformErrorDialog } from './platform-errors.tsx'
import { SenderDialog } from './sender-dialog.tsx'

const STATES = { open: '等待答复', drafted: '等待审核', answered: '已答复' } as const

/** 留言和答复: what waits, with its clock; an answer is written by one and released by another. */
export default function FeedbackPage() {
  const list = useCall(feedback.list)
  const [dialog, setDialog] = useState<Dialog>()
  const close = () => setDialog(undefined)
  const waiting = list.data?.filter(isWaiting) ?? []
  const overdue = waiting.filter((item) => item.overdue).length
  return (
    <>
      <PageHead
        title="留言和答复"
        note={`${waiting.length}条等待办理${overdue === 0 ? '' : `，${overdue}条已超期`}`}
        actions={
          <Gate permission="answer-feedback">
            <Button onClick={() => setDialog({ kind: 'platform-error' })}>登记找错平台留言</Button>
            <ImportErrorsButton />
          </Gate>
        }
      />
      <QueryTable
        query={list}
        rows={list.data}
        rowKey={({ feedbackId }) => feedbackId}
        columns={useColumns((kind, item) => setDialog({ kind, item }))}
        empty="还没有收到留言。"
      />
      {dialog === undefined ? null : <OpenDialog dialog={dialog} onClose={close} />}
    </>
  )
}

type ItemDialog = 'answer' | 'return' | 'set-aside' | 'sender' | 'published' | 'order' | 'problem'
type Dialog = Readonly<{ kind: 'platform-error' } | { kind: ItemDialog; item: FeedbackView }>

function OpenDialog({ dialog, onClose }: Readonly<{ dialog: Dialog; onClose: () => void }>) {
  if (dialog.kind === 'platform-error') return <PlatformErrorDialog onClose={onClose} />
  const Shown = DIALOGS[dialog.kind]
  return <Shown item={dialog.item} onClose={onClose} />
}

const DIALOGS = {
  answer: AnswerDialog,
  return: ReturnAnswerDialog,
  'set-aside': SetAsideDialog,
  sender: SenderDialog,
  published: PublishedDialog,
  order: OrderDialog,
  problem: ProblemDialog,
} as const satisfies Record<ItemDialog, unknown>

function isWaiting({ state, setAsideFor }: FeedbackView): boolean {
  return state !== 'answered' && setAsideFor === null
}

type Open = (kind: ItemDialog, item: FeedbackView) => void

function useColumns(open: Open): readonly Column<FeedbackView>[] {
  const may = useMay()
  return [
    { title: '留言', cell: Titled },
    { title: '内容', cell: Said },
    {
      title: '收到',
      cell: ({ receivedAt, number, origin, originNumber }) => (
        <>
          <div>{momentText(receivedAt)}</div>
          <div className="number">{number}</div>
          {origin === 'portal' ? null : (
            <div>
              <Typography.Text type="secondary">
                {origin === 'forwarded' ? '转送，原编号' : '找错平台'}
                {originNumber}
              </Typography.Text>
            </div>
          )}
        </>
      ),
    },
    {
      title: '期限',
      cell: ({ dueOn, overdue, veto, kind }) => (
        <>
          {dueOn === null ? FEEDBACK_KINDS[kind].after : dayText(dueOn)}
          {veto ? <Tag color="error">超过三个月</Tag> : overdue ? <Tag color="error">已超期</Tag> : null}
        </>
      ),
    },
    { title: '办理情况', cell: Course },
    {
      title: '办理',
      cell: (item) => (
        <Flex wrap gap="small">
          {isWaiting(item) && may('answer-feedback') ? (
            <>
              <Button size="small" onClick={() => open('answer', item)}>
                {item.state === 'open' ? '拟写答复' : '修改答复'}
              </Button>
              <Button size="small" onClick={() => open('set-aside', item)}>
                列为无效
              </Button>
            </>
          ) : null}
          {item.state === 'drafted' && item.setAsideFor === null && may('review-feedback') ? (
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
              <Button size="small" onClick={() => open('return', item)}>
                退回
              </Button>
            </>
          ) : null}
          {may('answer-feedback') ? (
            <Button size="small" onClick={() => open('sender', item)}>
              来信原文
            </Button>
          ) : null}
          {item.kind === 'suggestion' && may('answer-feedback') ? (
            <Button size="small" onClick={() => open('published', item)}>
              关联公开的信息
            </Button>
          ) : null}
          {item.kind === 'complaint' && isWaiting(item) ? <ComplaintActs item={item} open={open} /> : null}
        </Flex>
      ),
    },
  ]
}

function ComplaintActs({ item, open }: Readonly<{ item: FeedbackView; open: Open }>) {
  if (item.orderNumber !== null || item.activityId !== null) return null
  return (
    <>
      <Gate permission="supervise">
        <Button size="small" onClick={() => open('order', item)}>
          督办下级机关
        </Button>
      </Gate>
      <Gate permission="record-activity">
        <Button size="small" onClick={() => open('problem', item)}>
          登记为本机关的问题
        </Button>
      </Gate>
      <Gate permission="answer-feedback">
        <ActButton
          size="small"
          route={feedback.forward}
          input={{ params: { feedbackId: item.feedbackId }, body: { version: item.version } }}
          confirm={{
            title: '转送主管部门？',
            content: '来信人会看到已经转送，由主管部门查证处理。',
            okText: '转送',
          }}
          done="已经转送"
        >
          转送主管部门
        </ActButton>
      </Gate>
    </>
  )
}

function Titled({ kind, title }: FeedbackView) {
  return (
    <>
      <Tag>{FEEDBACK_KINDS[kind].label}</Tag>
      {title}
    </>
  )
}

function Said(item: FeedbackView) {
  return (
    <>
      <Typography.Paragraph type="secondary">{item.text}</Typography.Paragraph>
      {/* What a report names as its page is somebody's text until it is an address. */}
      {/^(?:https?:\/)?\//.test(item.pagePath) ? (
        <a href={item.pagePath} rel="noopener noreferrer">
          {item.pagePath}
        </a>
      ) : (
        item.pagePath
      )}
      {item.contact === '' ? null : (
        <div>
          联系方式：{item.contact}
          {item.notifyBy === null ? null : (
            <Tag>{item.notifyBy === 'mail' ? '要邮件提醒' : '要短信提醒'}</Tag>
          )}
        </div>
      )}
    </>
  )
}

function Course(item: FeedbackView) {
  if (item.setAsideFor !== null) {
    return (
      <>
        <Tag>无效留言</Tag>
        <div>{item.setAsideFor}</div>
      </>
    )
  }
  return (
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
      {item.documentId === null ? null : (
        <div>
          已公开：
          <LinkButton type="link" size="small" to={`/disclosure/${item.documentId}`}>
            {item.documentTitle}
          </LinkButton>
        </div>
      )}
      {item.orderNumber === null ? null : (
        <div>
          {item.orderNumber}
          {item.orderSettled ? '，已经办结' : '，等待回复和办结'}
        </div>
      )}
      {item.activityId === null ? null : <div>已登记为存在的问题</div>}
      {item.forwardedToName === null ? null : (
        <div>
          {dayText(item.forwardedOn ?? '')}转送{item.forwardedToName}
        </div>
      )}
    </>
  )
}
